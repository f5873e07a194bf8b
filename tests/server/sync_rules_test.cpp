// SPDX-License-Identifier: EUPL-1.2
#include <utility>

#include "base/limits.h"
#include "server/hooked_log.h"
#include "server/local_server.h"

namespace veldwijzer::server::test {
namespace {

using roster::Role;
using roster::SpaceType;

Hash chainOf(const wire::Page& page, Hash chain = {}) {
    for (const wire::LogEntry& entry : page.entries())
        chain = wire::nextLogHash(chain, entry);
    return chain;
}

TEST_CASE("A request of a stranger or of another region is refused by name", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& founder = region.found();
    const Device stranger = region.newDevice();
    CHECK(refusalOf(server.channel.sync(region.request(), stranger.key)) == "not-a-member");

    wire::SyncRequest request = region.request();
    request.set_protocol(2);
    CHECK(refusalOf(server.channel.sync(request, founder.key)) == "unsupported-version");
    request = region.request();
    request.set_region(std::string(16, 'x'));
    CHECK(refusalOf(server.channel.sync(request, founder.key)) == "invalid-argument");
    request = region.request();
    request.set_roster_hash(std::string(32, 'x'));
    CHECK(refusalOf(server.channel.sync(request, founder.key)) == "chain-broken");
    CHECK_FALSE(server.service->signingKeyOf(stranger.id()));
    CHECK(server.service->signingKeyOf(founder.id()) == founder.key.publicKey());
}

TEST_CASE("A removed device is shown its removal, and nothing that came after it or stands elsewhere",
          "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& founder = region.found();
    Device& second = region.join(Role::Professional);
    wire::SyncRequest request = region.request();
    request.add_cursors()->set_space(toString(region.map().view()));
    CHECK(region.sync(request, second).pages(0).problem().empty());
    const WallMs now = server.clock.wallMs();
    CHECK(said(region.push(makeRemoveDevice(region.roster, {founder.key, now}, second.id(),
                                            region.random))) == "accepted");
    const std::uint64_t removal = region.roster.position();
    region.join(Role::Editor);
    request.set_roster_position(removal - 1);
    request.clear_roster_hash();
    *request.add_envelopes() = region.envelope(second, region.map());
    const wire::SyncResponse answer = region.sync(request, second);
    CHECK(answer.roster_entries_size() == 1);
    CHECK(answer.roster_head() == removal);
    CHECK(answer.pages(0).problem() == "not-a-member");
    CHECK(said(answer.outcomes(0)) == "rejected not-a-member");
    CHECK(said(region.push(region.envelope(second, region.map()), founder)) == "rejected not-a-member");

    // It says goodbye, once, and nothing else.
    wire::SyncRequest farewell = region.request();
    farewell.set_roster_position(removal);
    farewell.clear_roster_hash();
    *farewell.add_roster_entries() = makeEmptied(region.roster, {second.key, now}, 4, region.random);
    *farewell.add_roster_entries() =
        makeRemoveMember(region.roster, {second.key, now}, founder.member, region.random);
    const wire::SyncResponse goodbye = region.sync(farewell, second);
    CHECK(said(goodbye.roster_outcomes(0)) == "accepted");
    CHECK(said(goodbye.roster_outcomes(1)) == "rejected not-a-member");
    CHECK(goodbye.roster_entries_size() == 0);
}

TEST_CASE("In a space that waits for a new key nothing is taken until it is there", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& founder = region.found();
    Device& second = region.join(Role::Professional);
    const WallMs now = server.clock.wallMs();
    CHECK(said(region.push(makeRemoveMember(region.roster, {founder.key, now}, second.member,
                                            region.random))) == "accepted");
    const wire::Envelope early = region.envelope(founder, region.map());
    CHECK(said(region.push(early, founder)) == "retry-later epoch-old");
    // Only the coordinator holds that key.
    CHECK(said(region.push(region.envelope(founder, roster::personalSpace(region.id(), founder.member)),
                           founder)) == "accepted");
}

TEST_CASE("Wrong invitations are answered thirty at a time, and right ones always", "[server][join]") {
    LocalServer server;
    TestRegion& region = server.region;
    region.found();
    const auto ask = [&](const OpenInvitation& invitation) {
        return refusalOf(server.channel.join(region.joinRequest(invitation)));
    };
    const OpenInvitation known = region.newInvitation();
    REQUIRE(said(region.push(region.invitationEntry(known, Role::Professional))) == "accepted");
    for (int i = 0; i < WrongTries::atOnce; ++i)
        CHECK(ask(region.newInvitation()) == "invitation-unknown");
    CHECK(ask(region.newInvitation()) == "busy");
    CHECK(ask(known).empty());
    server.clock.advance(WrongTries::oneMoreAfterMs);
    CHECK(ask(region.newInvitation()) == "invitation-unknown");
    CHECK(ask(region.newInvitation()) == "busy");
}

TEST_CASE("A member who removes themselves gets no pages any more", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    region.found();
    Device& second = region.join(Role::Coordinator);
    wire::SyncRequest request = region.request();
    *request.add_roster_entries() =
        makeRemoveMember(region.roster, {second.key, server.clock.wallMs()}, second.member, region.random);
    request.add_cursors()->set_space(toString(region.map().view()));
    const wire::SyncResponse response = region.sync(request, second);
    CHECK(said(response.roster_outcomes(0)) == "accepted");
    CHECK(response.pages(0).problem() == "not-a-member");
}

TEST_CASE("Named limits of a request hold at the limit and not beyond", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& device = region.found();
    wire::SyncRequest request = region.request();
    for (std::size_t i = 0; i < limits::envelopesPerRequest; ++i)
        *request.add_envelopes() = region.envelope(device, region.map(), 1, 40);
    for (std::size_t i = 0; i < limits::spacesPerRequest; ++i)
        request.add_cursors()->set_space(toString(region.map().view()));
    for (std::size_t i = 0; i < limits::rosterEntriesPerRequest; ++i)
        request.add_roster_entries();
    const auto answer = server.channel.sync(request, device.key);
    REQUIRE(answer);
    CHECK(answer->outcomes_size() == limits::envelopesPerRequest);
    for (const wire::Outcome& outcome : answer->outcomes())
        CHECK(said(outcome) == "accepted");
    CHECK(said(answer->roster_outcomes(0)) == "rejected malformed");

    wire::SyncRequest more = request;
    more.add_envelopes();
    CHECK(refusalOf(server.channel.sync(more, device.key)) == "too-large");
    more = request;
    more.add_cursors();
    CHECK(refusalOf(server.channel.sync(more, device.key)) == "too-large");
    more = request;
    more.add_roster_entries();
    CHECK(refusalOf(server.channel.sync(more, device.key)) == "too-large");
}

TEST_CASE("Pages follow the log's chain, bounded, each at least one entry further", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& device = region.found();
    constexpr int many = 30;
    for (int i = 0; i < many; ++i)
        region.push(region.envelope(device, region.map(), 1, 50'000), device);
    std::uint64_t position = 0;
    Hash chain;
    int pages = 0;
    while (position < many) {
        const std::string known = position == 0 ? std::string() : toString(chain.view());
        const wire::Page page = region.pull(region.map(), device, position, known);
        REQUIRE(page.problem().empty());
        REQUIRE(page.entries_size() > 0);
        CHECK(page.ByteSizeLong() <= limits::pageTargetBytes + 60'000);
        CHECK(page.from_position() == position);
        CHECK(page.head_position() == many);
        CHECK(page.entries(0).position() == position + 1);
        chain = chainOf(page, chain);
        CHECK(page.chain() == toString(chain.view()));
        position += static_cast<std::uint64_t>(page.entries_size());
        ++pages;
    }
    CHECK(pages > 2);
    // The client may ask for less; one entry always comes.
    wire::SyncRequest small = region.request();
    small.set_page_bytes(1);
    small.add_cursors()->set_space(toString(region.map().view()));
    small.add_cursors()->set_space(toString(region.map().view()));
    const wire::SyncResponse response = region.sync(small, device);
    CHECK(response.pages(0).entries_size() == 1);
    CHECK(response.pages(1).entries_size() == 0);
    CHECK(response.pages(1).head_position() == many);
}

TEST_CASE("One answer holds one budget for all its pages", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& device = region.found();
    for (int i = 0; i < 15; ++i)
        for (const SpaceType type : {SpaceType::Map, SpaceType::Programme})
            region.push(region.envelope(device, region.space(type), 1, 50'000), device);
    wire::SyncRequest request = region.request();
    for (const SpaceType type : {SpaceType::Map, SpaceType::Programme})
        request.add_cursors()->set_space(toString(region.space(type).view()));
    const wire::SyncResponse response = region.sync(request, device);
    CHECK(response.ByteSizeLong() <= limits::pageTargetBytes + 60'000);
    CHECK(response.pages(1).entries_size() <= 1);
    CHECK(response.pages(1).head_position() == 15);
}

TEST_CASE("A cursor that is not of this log stops its space by name, and only that", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& device = region.found();
    region.push(region.envelope(device, region.map()), device);
    const std::string right = region.pull(region.map(), device).chain();
    CHECK(region.pull(region.map(), device, 1, right).problem().empty());
    CHECK(region.pull(region.map(), device, 1, right).entries_size() == 0);
    CHECK(region.pull(region.map(), device, 1, std::string(32, 'x')).problem() == "chain-broken");
    CHECK(region.pull(region.map(), device, 1, "").problem() == "chain-broken");
    CHECK(region.pull(region.map(), device, 2, right).problem() == "chain-broken");
    CHECK(region.pull(region.map(), device, 0, right).problem() == "chain-broken");

    Device& attendee = region.join(Role::Attendee);
    CHECK(region.pull(region.map(), attendee).problem() == "forbidden");
    CHECK(region.pull(roster::personalSpace(region.id(), device.member), attendee).problem() == "forbidden");
    CHECK(region.pull(region.space(SpaceType::Programme), attendee).problem().empty());
    wire::SyncRequest request = region.request();
    request.add_cursors()->set_space("short");
    request.add_cursors()->set_space(toString(region.map().view()));
    const wire::SyncResponse response = region.sync(request, device);
    CHECK(response.pages(0).problem() == "malformed");
    CHECK(response.pages(1).entries_size() == 1);
}

TEST_CASE("Downloads do not wait for uploads", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& device = region.found();
    region.push(region.envelope(device, region.map()), device);
    wire::SyncRequest request = region.request();
    request.add_envelopes()->set_header("garbage");
    request.add_cursors()->set_space(toString(region.map().view()));
    const wire::SyncResponse response = region.sync(request, device);
    CHECK(said(response.outcomes(0)).starts_with("rejected"));
    CHECK(response.pages(0).entries_size() == 1);
}

TEST_CASE("A device that lacks membership entries gets those before any page", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& device = region.found();
    region.push(region.envelope(device, region.map()), device);
    wire::SyncRequest request = region.request();
    request.clear_roster_hash();
    request.set_roster_position(0);
    request.add_cursors()->set_space(toString(region.map().view()));
    wire::SyncResponse response = region.sync(request, device);
    CHECK(response.roster_from() == 0);
    CHECK(response.roster_head() == 1);
    REQUIRE(response.roster_entries_size() == 1);
    CHECK(response.pages(0).entries_size() == 1);

    // More of them than one answer holds.
    for (int i = 0; i < 80; ++i)
        REQUIRE(said(region.push(region.invitationEntry(region.newInvitation(), Role::Editor))) ==
                "accepted");
    std::uint64_t position = 0;
    roster::Roster replayed(region.roster.anchor());
    request.set_page_bytes(1);
    while (position < region.roster.position()) {
        request.set_roster_position(position);
        response = region.sync(request, device);
        REQUIRE(response.roster_entries_size() > 0);
        for (const wire::RosterEntry& entry : response.roster_entries())
            REQUIRE(replayed.apply(entry));
        position += static_cast<std::uint64_t>(response.roster_entries_size());
        CHECK((response.pages(0).entries_size() > 0) == (position == region.roster.position()));
    }
    CHECK(replayed.head() == region.roster.head());
}

TEST_CASE("Membership entries are judged, appended once and answered one by one", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& founder = region.found();
    Device& editor = region.join(Role::Editor);
    const wire::RosterEntry entry = region.invitationEntry(region.newInvitation(), Role::Editor);
    const auto accepted = region.push(entry);
    CHECK(said(accepted) == "accepted");
    const auto again = region.push(entry);
    CHECK(said(again) == "duplicate");
    CHECK(again.position() == accepted.position());
    // By somebody who may not.
    const WallMs now = server.clock.wallMs();
    CHECK(said(region.push(makeSetRole(region.roster, {editor.key, now}, founder.member, Role::Attendee,
                                       region.seal(), region.random))) == "rejected forbidden");
    wire::RosterEntry forged = region.invitationEntry(region.newInvitation(), Role::Editor);
    forged.set_signature(std::string(64, 'x'));
    CHECK(said(region.push(forged)) == "rejected bad-signature");
    wire::RosterEntry large = entry;
    large.set_body(std::string(limits::rosterEntryBytes, 'x'));
    CHECK(said(region.push(large)) == "rejected too-large");
    server.restart();
    CHECK(said(region.push(entry)) == "duplicate");
}

TEST_CASE("A restored server is recognised by its epoch and takes what it lost", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& device = region.found();
    const wire::Envelope envelope = region.envelope(device, region.map());
    region.push(envelope, device);
    wire::SyncRequest request = region.request();
    const std::string epoch = region.sync(request, device).server_epoch();
    CHECK(epoch == toString(server.log->epoch().view()));

    server.log->setEpoch(server.random.id<ServerEpoch>());
    const std::string chain = region.pull(region.map(), device).chain();
    request.set_server_epoch(epoch);
    auto* cursor = request.add_cursors();
    cursor->set_space(toString(region.map().view()));
    cursor->set_position(1);
    cursor->set_chain(chain);
    request.add_cursors()->set_space(toString(region.map().view()));
    *request.add_envelopes() = envelope;
    *request.add_envelopes() = region.envelope(device, region.map());
    const wire::SyncResponse response = region.sync(request, device);
    CHECK(response.server_epoch() != epoch);
    CHECK(response.pages(0).problem() == "server-restored");
    CHECK(response.pages(1).entries_size() == 2);
    CHECK(said(response.outcomes(0)) == "duplicate");
    CHECK(said(response.outcomes(1)) == "accepted");
}

TEST_CASE("A new start on the same log knows everything", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& device = region.found();
    Device& second = region.join(Role::Editor);
    const wire::Envelope envelope = region.envelope(second, region.map());
    region.push(envelope, second);
    server.restart();
    CHECK(server.service->roster()->head() == region.roster.head());
    CHECK(said(region.push(envelope, second)) == "duplicate");
    CHECK(said(region.push(region.envelope(second, region.map()), device)) == "accepted");
    CHECK(region.pull(region.map(), device).entries_size() == 2);
}

TEST_CASE("Two services on one log know each other's membership", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& founder = region.found();
    SyncService other(*server.log);
    Device& second = region.join(Role::Editor);
    CHECK(other.signingKeyOf(second.id()) == second.key.publicKey());
    wire::SyncRequest request = region.request();
    *request.add_envelopes() = region.envelope(second, region.map());
    const auto answer = other.handle(request, founder.id(), server.clock.wallMs());
    REQUIRE(answer);
    CHECK(said(answer->outcomes(0)) == "accepted");
    CHECK(other.roster()->head() == region.roster.head());
}

TEST_CASE("A removal between judging and storing is judged again", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& founder = region.found();
    Device& second = region.join(Role::Editor);
    HookedLog log(*server.log);
    SyncService other(log);
    const WallMs now = server.clock.wallMs();
    wire::SyncRequest request = region.request();
    *request.add_envelopes() = region.envelope(second, region.map());
    *request.add_envelopes() = region.envelope(founder, region.map());
    log.beforeAppend = [&, done = false]() mutable {
        if (std::exchange(done, true)) return;
        CHECK(said(region.push(makeRemoveMember(region.roster, {founder.key, now}, second.member,
                                                region.random))) == "accepted");
    };
    const auto answer = other.handle(request, founder.id(), now);
    REQUIRE(answer);
    CHECK(said(answer->outcomes(0)) == "rejected not-a-member");
    // The key that the removed one holds takes nothing more.
    CHECK(said(answer->outcomes(1)) == "retry-later epoch-old");
    CHECK(server.log->read(region.map(), 0, 10, 100'000).entries.empty());
}

}  // namespace
}  // namespace veldwijzer::server::test
