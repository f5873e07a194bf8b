// SPDX-License-Identifier: EUPL-1.2
#include "base/limits.h"
#include "server/local_server.h"

namespace veldwijzer::server::test {
namespace {

using roster::Role;

/// A region with three people, and an empty server that took its place.
struct Replaced {
    Replaced() {
        old.region.found();
        old.region.join(Role::Editor);
        old.region.join(Role::Professional);
        entries = old.log->rosterAfter(0, SIZE_MAX, SIZE_MAX);
        ServerEpoch epoch;
        epoch.bytes.fill(5);
        log->adopt(*old.log->region(), epoch, roster::rootFingerprintOf(*old.region.roster.rootKey()));
        log->setRefillUntilMs(now + 1000);
        service = std::make_unique<SyncService>(*log);
    }

    wire::RefillRequest request(std::uint64_t from, std::size_t count) const {
        wire::RefillRequest request;
        request.set_protocol(wire::protocolVersion);
        request.set_region(toString(old.region.id().view()));
        request.set_from_position(from);
        for (std::size_t i = from; i < from + count && i < entries.size(); ++i)
            REQUIRE(request.add_roster_entries()->ParseFromString(entries[i]));
        return request;
    }
    std::uint64_t ask(const wire::RefillRequest& request) {
        const auto answer = service->refill(request, now);
        REQUIRE(answer);
        return answer->roster_position();
    }

    LocalServer old;
    std::vector<std::string> entries;
    WallMs now = old.clock.wallMs() + limits::invitationMaxMs * 2;
    std::unique_ptr<SqliteLog> log = SqliteLog::inMemory();
    std::unique_ptr<SyncService> service;
};

TEST_CASE("An adopted server takes the membership log back piece by piece, long after invitations expired",
          "[server][refill]") {
    Replaced server;
    CHECK(server.ask(server.request(0, 0)) == 0);
    CHECK(server.ask(server.request(0, 2)) == 2);
    CHECK(server.ask(server.request(0, 2)) == 2);  // again
    CHECK(server.ask(server.request(2, 64)) == server.entries.size());
    CHECK(server.service->roster()->head() == server.old.region.roster.head());
    CHECK(server.log->rosterAfter(0, SIZE_MAX, SIZE_MAX) == server.entries);
    // What it took is there after a new start.
    server.service = std::make_unique<SyncService>(*server.log);
    CHECK(server.service->roster()->position() == server.entries.size());
    CHECK(server.service->signingKeyOf(server.old.region.devices.back().id()).has_value());
}

TEST_CASE("A refill takes nothing that the membership log would not", "[server][refill]") {
    Replaced server;
    SECTION("another region's beginning") {
        LocalServer other;
        TestRegion stranger(other.link, other.channel, 77);
        stranger.found();
        wire::RefillRequest request = server.request(0, 0);
        REQUIRE(
            request.add_roster_entries()->ParseFromString(other.log->rosterAfter(0, 1, SIZE_MAX).front()));
        CHECK(server.ask(request) == 0);
    }
    SECTION("an entry that was changed") {
        wire::RefillRequest request = server.request(0, 3);
        request.mutable_roster_entries(1)->mutable_signature()->front() ^= 1;
        CHECK(server.ask(request) == 1);
    }
    SECTION("entries that skip some") {
        wire::RefillRequest request = server.request(1, 3);
        request.set_from_position(0);
        CHECK(server.ask(request) == 0);
    }
    SECTION("entries that follow something else") {
        CHECK(server.ask(server.request(1, 3)) == 0);
    }
    SECTION("when its time is over") {
        server.now += 1000;
        CHECK(server.ask(server.request(0, 64)) == 0);
    }
    SECTION("for another region") {
        wire::RefillRequest request = server.request(0, 1);
        request.mutable_region()->front() ^= 1;
        CHECK(refusalOf(server.service->refill(request, server.now)) == "invalid-argument");
    }
    SECTION("more than one request may carry") {
        wire::RefillRequest request = server.request(0, 1);
        while (static_cast<std::size_t>(request.roster_entries_size()) < limits::rosterEntriesPerRequest)
            *request.add_roster_entries() = request.roster_entries(0);
        CHECK(server.ask(request) == 1);
        *request.add_roster_entries() = request.roster_entries(0);
        CHECK(refusalOf(server.service->refill(request, server.now)) == "too-large");
    }
}

TEST_CASE("A server that never lost anything takes no refill", "[server][refill]") {
    LocalServer server;
    server.region.found();
    wire::RefillRequest request;
    request.set_protocol(wire::protocolVersion);
    request.set_region(toString(server.region.id().view()));
    request.set_from_position(1);
    const OpenInvitation invitation = server.region.newInvitation();
    *request.add_roster_entries() = server.region.invitationEntry(invitation, Role::Editor);
    const auto answer = server.service->refill(request, server.clock.wallMs());
    REQUIRE(answer);
    CHECK_FALSE(answer->open());
    CHECK(answer->roster_position() == 1);
}

TEST_CASE("Nobody founds an adopted server anew", "[server][refill]") {
    Replaced server;
    CHECK_FALSE(renewBootstrap(*server.log, server.old.random, server.now).ok());
    TestRegion again(server.old.link, server.old.channel, 12);
    LocalChannel channel(*server.service, server.old.clock);
    const Device device = again.newDevice();
    const auto answer = channel.join(again.joinRequest(again.bootstrap(), again.genesis(device)));
    CHECK((!answer.ok() || said(answer->outcome()).starts_with("rejected")));
    CHECK(server.service->roster()->position() == 0);
}

TEST_CASE("A change that was sealed on a log which is no more is put off, not taken", "[server][refill]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& device = region.found();
    region.push(region.envelope(device, region.map()), device);
    const wire::Page page = region.pull(region.map(), device);
    wire::Header header = region.header(device, region.map());
    header.seenPosition = 1;
    header.seenHash = *Hash::from(viewOf(page.chain()));
    SECTION("a hash that is not ours") {
        header.seenHash.bytes[0] ^= 1;
        CHECK(said(region.push(region.sign(header, device), device)) == "retry-later server-restored");
    }
    SECTION("a position that we do not have") {
        header.seenPosition = 2;
        CHECK(said(region.push(region.sign(header, device), device)) == "retry-later server-restored");
    }
    SECTION("what its author really saw") {
        CHECK(said(region.push(region.sign(header, device), device)) == "accepted");
    }
}

}  // namespace
}  // namespace veldwijzer::server::test
