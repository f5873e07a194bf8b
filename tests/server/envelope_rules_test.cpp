// SPDX-License-Identifier: EUPL-1.2
#include "base/limits.h"
#include "server/hooked_log.h"
#include "server/local_server.h"

namespace veldwijzer::server::test {
namespace {

using roster::Role;
using roster::SpaceType;

TEST_CASE("An envelope that continues its actor's sequence is accepted with its place and time", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& device = region.found();
    const auto first = region.push(region.envelope(device, region.map(), 3), device);
    CHECK(said(first) == "accepted");
    CHECK(first.position() == 1);
    CHECK(first.server_time_ms() == server.clock.wallMs());
    CHECK(first.head_seq() == 3);
    CHECK(first.head_content_id() == toString(device.heads[region.map()].contentId.view()));
    CHECK(said(region.push(region.envelope(device, region.map()), device)) == "accepted");
}

TEST_CASE("An envelope pushed again is a duplicate at its first place", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& device = region.found();
    const wire::Envelope envelope = region.envelope(device, region.map());
    region.push(envelope, device);
    region.push(region.envelope(device, region.map()), device);
    server.clock.advance(5000);
    const auto again = region.push(envelope, device);
    CHECK(said(again) == "duplicate");
    CHECK(again.position() == 1);
    CHECK(again.server_time_ms() == server.clock.wallMs() - 5000);
    CHECK(again.head_seq() == 2);
    // Twice in one request.
    const wire::Envelope third = region.envelope(device, region.map());
    const auto twice = region.push({third, third}, device);
    CHECK(said(twice[0]) == "accepted");
    CHECK(said(twice[1]) == "duplicate");
    CHECK(twice[1].position() == 3);
}

TEST_CASE("Sealed again with the same content an envelope stays a duplicate", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& device = region.found();
    const wire::Header header = region.header(device, region.map());
    CHECK(said(region.push(region.sign(header, device), device)) == "accepted");
    CHECK(said(region.push(region.sign(header, device), device)) == "duplicate");
}

TEST_CASE("A gap waits, a fork is rejected", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& device = region.found();
    const wire::Envelope first = region.envelope(device, region.map());
    const wire::Envelope second = region.envelope(device, region.map());
    const auto gap = region.push(second, device);
    CHECK(said(gap) == "retry-later sequence-gap");
    CHECK(gap.head_seq() == 0);
    CHECK(said(region.push(first, device)) == "accepted");
    CHECK(said(region.push(second, device)) == "accepted");

    wire::Header fork = region.header(device, region.map());
    fork.firstSeq = fork.lastSeq = 2;
    const auto forked = region.push(region.sign(fork, device), device);
    CHECK(said(forked) == "rejected sequence-fork");
    CHECK(forked.head_seq() == 2);

    // The right number, after a history that is not the server's: a clone of the device wrote the other one.
    wire::Header clone = region.header(device, region.map());
    clone.previousContentId = region.random.id<Hash>();
    CHECK(said(region.push(region.sign(clone, device), device)) == "rejected sequence-fork");
}

TEST_CASE("An envelope waits for what it builds on", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& author = region.found();
    Device& reader = region.join(Role::Editor);
    const wire::Envelope base = region.envelope(author, region.map());
    wire::Header header = region.header(reader, region.map());
    header.dependencies = {{author.actor(), 1}};
    const wire::Envelope dependent = region.sign(header, reader);
    CHECK(said(region.push(dependent, reader)) == "retry-later dependencies-missing");
    CHECK(said(region.push(base, author)) == "accepted");
    CHECK(said(region.push(dependent, reader)) == "accepted");
}

TEST_CASE("One bad envelope stops only those that build on it", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& device = region.found();
    Device& other = region.join(Role::Editor);
    const wire::Envelope good = region.envelope(device, region.map());
    wire::Envelope bad = region.envelope(device, region.map());
    (*bad.mutable_ciphertext())[0] ^= 1;
    const wire::Envelope after = region.envelope(device, region.map());
    const wire::Envelope elsewhere = region.envelope(device, region.space(SpaceType::Programme));
    wire::Header header = region.header(other, region.map());
    header.dependencies = {{device.actor(), 2}};
    const auto outcomes = region.push(
        {good, bad, after, elsewhere, region.sign(header, other), region.envelope(other, region.map())},
        device);
    REQUIRE(outcomes.size() == 6);
    CHECK(said(outcomes[0]) == "accepted");
    CHECK(said(outcomes[1]) == "rejected bad-signature");
    CHECK(said(outcomes[2]) == "retry-later sequence-gap");
    CHECK(said(outcomes[3]) == "accepted");
    CHECK(said(outcomes[4]) == "retry-later dependencies-missing");
    CHECK(said(outcomes[5]) == "accepted");
}

TEST_CASE("Roles bound who may write where", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    region.found();
    Device& professional = region.join(Role::Professional);
    Device& attendee = region.join(Role::Attendee);
    const auto push = [&](Device& device, SpaceType type) {
        const SpaceId space = region.space(type);
        return said(region.push(region.sign(region.header(device, space), device), device));
    };
    CHECK(push(professional, SpaceType::Map) == "accepted");
    CHECK(push(professional, SpaceType::Programme) == "rejected forbidden");
    CHECK(push(professional, SpaceType::Templates) == "rejected forbidden");
    CHECK(push(attendee, SpaceType::Map) == "rejected forbidden");
    CHECK(push(attendee, SpaceType::Participation) == "accepted");
    const SpaceId foreign = roster::personalSpace(region.id(), professional.member);
    CHECK(said(region.push(region.sign(region.header(attendee, foreign), attendee), attendee)) ==
          "rejected forbidden");
    const SpaceId own = roster::personalSpace(region.id(), attendee.member);
    CHECK(said(region.push(region.sign(region.header(attendee, own), attendee), attendee)) == "accepted");
    const auto nowhere = region.random.id<SpaceId>();
    CHECK(said(region.push(region.sign(region.header(attendee, nowhere), attendee), attendee)) ==
          "rejected forbidden");
}

TEST_CASE("An old key is refused until the envelope is sealed again; an unknown one waits", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& device = region.found();
    const wire::Envelope before = region.envelope(device, region.map());
    CHECK(said(region.push(before, device)) == "accepted");
    wire::Header old = region.header(device, region.map());
    wire::Header ahead = old;
    ahead.epoch = 2;
    CHECK(said(region.push(region.sign(ahead, device), device)) == "retry-later epoch-unknown");

    const auto epoch = makeNewEpoch(region.roster, {device.key, server.clock.wallMs()}, region.map(),
                                    region.seal(), region.noise(72), region.random);
    REQUIRE(epoch);
    CHECK(said(region.push(*epoch)) == "accepted");
    CHECK(said(region.push(region.sign(old, device), device)) == "retry-later epoch-old");
    old.epoch = 2;
    CHECK(said(region.push(region.sign(old, device), device)) == "accepted");
    // What was taken once stays taken, although its key is no longer current.
    CHECK(said(region.push(before, device)) == "duplicate");
}

TEST_CASE("An envelope of another device of the region is judged by its own signature", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& carrier = region.found();
    Device& author = region.join(Role::Editor);
    CHECK(said(region.push(region.envelope(author, region.map()), carrier)) == "accepted");

    Device stranger = region.newDevice();
    CHECK(said(region.push(region.envelope(stranger, region.map()), carrier)) == "rejected not-a-member");
    // Signed by the carrier in the author's name.
    const wire::Header forged = region.header(author, region.map());
    CHECK(said(region.push(wire::signEnvelope(forged, region.noise(99), carrier.key), carrier)) ==
          "rejected bad-signature");
    // An attendee may carry what an editor wrote into a space that the attendee cannot even read.
    Device& attendee = region.join(Role::Attendee);
    CHECK(said(region.push(region.envelope(author, region.map()), attendee)) == "accepted");
}

TEST_CASE("Envelopes of another region or format are rejected by name", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& device = region.found();
    wire::Header header = region.header(device, region.map());
    header.region = region.random.id<RegionId>();
    CHECK(said(region.push(region.sign(header, device), device)) == "rejected invalid-argument");
    wire::Envelope garbage;
    CHECK(said(region.push(garbage, device)) == "rejected malformed");
    garbage.set_header("garbage");
    garbage.set_signature(std::string(64, 'x'));
    CHECK(said(region.push(garbage, device)) == "rejected malformed");
    const wire::Header large = region.header(device, region.map());
    CHECK(said(region.push(region.sign(large, device, limits::envelopeSealedMax + 1), device)) ==
          "rejected too-large");
    CHECK(said(region.push(region.sign(large, device, limits::envelopeSealedMax), device)) == "accepted");
}

TEST_CASE("An envelope by another membership log than the server's is rejected", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& device = region.found();
    wire::Header header = region.header(device, region.map());
    header.rosterHash = region.random.id<Hash>();
    CHECK(said(region.push(region.sign(header, device), device)) == "rejected chain-broken");
    header.rosterPosition = 7;
    CHECK(said(region.push(region.sign(header, device), device)) == "retry-later dependencies-missing");
}

TEST_CASE("Unknown fields that nobody signed do not come into the log", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& device = region.found();
    const wire::Envelope clean = region.envelope(device, region.map());
    wire::Envelope padded;
    REQUIRE(padded.ParseFromString(clean.SerializeAsString() + std::string("\x7a\x03xyz")));
    REQUIRE(padded.ByteSizeLong() > clean.ByteSizeLong());
    CHECK(said(region.push(padded, device)) == "accepted");
    CHECK(region.pull(region.map(), device).entries(0).envelope().SerializeAsString() ==
          clean.SerializeAsString());
}

TEST_CASE("A full disk refuses uploads for now and stops no download", "[server]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& device = region.found();
    region.push(region.envelope(device, region.map()), device);

    HookedLog log(*server.log);
    SyncService service(log);
    server.channel.use(service);
    log.beforeAppend = [] { throw StorageError(ErrorCode::Storage, "the disk is full"); };
    wire::SyncRequest request = region.request();
    const wire::Envelope waiting = region.envelope(device, region.map());
    *request.add_envelopes() = waiting;
    *request.add_roster_entries() = region.invitationEntry(region.newInvitation(), Role::Editor);
    request.add_cursors()->set_space(toString(region.map().view()));
    const wire::SyncResponse response = region.sync(request, device);
    CHECK(said(response.outcomes(0)) == "retry-later storage");
    CHECK(said(response.roster_outcomes(0)) == "retry-later storage");
    CHECK(response.pages(0).entries_size() == 1);
    log.beforeAppend = nullptr;
    CHECK(said(region.push(waiting, device)) == "accepted");
}

}  // namespace
}  // namespace veldwijzer::server::test
