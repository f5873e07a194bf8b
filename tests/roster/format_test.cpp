// SPDX-License-Identifier: EUPL-1.2
#include "base/hash.h"
#include "base/text.h"
#include "roster/test_region.h"

using namespace veldwijzer;
using namespace veldwijzer::roster;
using namespace veldwijzer::roster::test;

namespace {

// Flips every bit of one field in turn; each must be refused and change nothing.
void flipEvery(const Roster& before, const wire::RosterEntry& entry,
               std::string* (wire::RosterEntry::*field)()) {
    wire::RosterEntry bad = entry;
    std::string& bytes = *(bad.*field)();
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        const auto mask = static_cast<char>(1U << (bit % 8));
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ mask);
        Roster copy = before;
        const auto result = copy.apply(bad);
        if (result) FAIL("bit " << bit << " was accepted");
        if (copy.position() != before.position() || copy.head() != before.head())
            FAIL("bit " << bit << " changed something");
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ mask);
    }
}

}  // namespace

TEST_CASE("Every flipped bit of an entry is refused", "[roster]") {
    Region region;
    const OpenInvitation invitation = region.invite(Role::Attendee);
    const Roster before = region.client;
    const auto join = region.joinEntry(invitation, region.newPerson());
    const auto invite = region.invitationEntry(region.founder(), region.newInvitation(), Role::Attendee);
    for (const auto& entry : {join, invite}) {
        flipEvery(before, entry, &wire::RosterEntry::mutable_body);
        flipEvery(before, entry, &wire::RosterEntry::mutable_author);
        flipEvery(before, entry, &wire::RosterEntry::mutable_signature);
        CHECK(Roster(before).apply(entry));
    }
}

TEST_CASE("Every flipped bit of the founding is refused", "[roster]") {
    Region region(1, false);
    const auto genesis = region.genesis();
    flipEvery(region.client, genesis, &wire::RosterEntry::mutable_body);
    flipEvery(region.server, genesis, &wire::RosterEntry::mutable_signature);
}

TEST_CASE("An author may not be invented, nor another's deed be signed by oneself", "[roster]") {
    Region region;
    const Person stranger = region.newPerson();
    const Person& editor = region.join(Role::Editor);
    wire::RosterBody body = region.bodyFor();
    body.mutable_remove_member()->set_member(toString(editor.member.view()));
    CHECK(region.refused(region.sign(body, stranger)) == ErrorCode::NotAMember);
    CHECK(region.refused(signEntry(body, region.founder().device.view(), editor.key)) ==
          ErrorCode::BadSignature);
    CHECK(region.refused(signEntry(body, {}, region.rootKey)) == ErrorCode::Malformed);
    CHECK(region.apply(region.sign(body, region.founder())));
}

TEST_CASE("Two equal deeds are two entries; one entry is one deed", "[roster]") {
    Region region;
    const OpenInvitation invitation = region.invite(Role::Editor);
    const Author founder = region.as(region.founder());
    const auto one = makeRevocation(region.server, founder, invitation.id, region.random);
    const auto two = makeRevocation(region.server, founder, invitation.id, region.random);
    CHECK(one.body() != two.body());
    REQUIRE(region.apply(one));
    CHECK(region.refused(one) == ErrorCode::Replayed);
    CHECK(region.apply(two));
}

TEST_CASE("A field from the future stops the log instead of being passed over", "[roster]") {
    Region region;
    const auto entry = region.invitationEntry(region.founder(), region.newInvitation(), Role::Attendee);
    const auto refusedAs = [&](const std::string& bytes) {
        wire::RosterEntry unknown = signEntry({}, region.founder().device.view(), region.founder().key);
        unknown.set_body(bytes);
        const Signature signature =
            region.founder().key.sign(entryPurpose, {viewOf(unknown.author()), viewOf(unknown.body())});
        unknown.set_signature(toString(signature.view()));
        return region.refused(unknown);
    };
    // Field 100 at the top; a kind of entry that doesn't exist yet.
    CHECK(refusedAs(entry.body() + std::string("\xa0\x06\x01", 3)) == ErrorCode::UnsupportedVersion);
    wire::RosterBody bare = region.bodyFor();
    CHECK(refusedAs(bare.SerializeAsString() + std::string("\xaa\x01\x00", 3)) ==
          ErrorCode::UnsupportedVersion);
    CHECK(refusedAs(bare.SerializeAsString()) == ErrorCode::Malformed);
    // Deep inside: the invitation once more with field 9, merged into the first by protobuf's rules.
    CHECK(refusedAs(entry.body() + std::string("\x5a\x02\x48\x01", 4)) == ErrorCode::UnsupportedVersion);
    // The same field twice, and fields in another order.
    CHECK(refusedAs(entry.body() + std::string("\x5a\x02\x18\x04", 4)) == ErrorCode::Malformed);
    CHECK(refusedAs(std::string("\x20\x01", 2) + entry.body()) == ErrorCode::Malformed);
    // A field around the signed ones.
    wire::RosterEntry around;
    REQUIRE(around.ParseFromString(entry.SerializeAsString() + std::string("\xa0\x06\x01", 3)));
    CHECK(region.refused(around) == ErrorCode::UnsupportedVersion);
    CHECK(region.apply(entry));
}

TEST_CASE("An entry larger than allowed is refused before it is read", "[roster]") {
    Region region;
    wire::RosterEntry entry;
    entry.set_body(std::string(limits::rosterEntryBytes, 'x'));
    CHECK(region.refused(entry) == ErrorCode::TooLarge);
}

TEST_CASE("A nonce, a region and a seen hash have their sizes", "[roster]") {
    Region region;
    const auto honest = region.invitationEntry(region.founder(), region.newInvitation(), Role::Attendee);
    const auto refusedWith = [&](const std::function<void(wire::RosterBody&)>& change) {
        return region.refused(changed(honest, region.founder().key, change));
    };
    CHECK(refusedWith([](auto& b) { b.clear_nonce(); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& b) { b.set_region("short"); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& b) { b.set_region(std::string(16, 'x')); }) == ErrorCode::BadSignature);
    CHECK(refusedWith([](auto& b) { b.set_seen_hash("short"); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& b) { b.set_seen_hash(std::string(32, 'x')); }) == ErrorCode::ChainBroken);
    CHECK(refusedWith([](auto& b) { b.set_seen_position(2); }) == ErrorCode::ChainBroken);
    CHECK(refusedWith([](auto& b) { b.set_seen_position(UINT64_MAX); }) == ErrorCode::ChainBroken);
    CHECK(refusedWith([](auto& b) {
              b.set_seen_position(0);
              b.clear_seen_hash();
          }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& b) { b.set_seen_position(0); }) == ErrorCode::Malformed);
}

TEST_CASE("The log's bytes and hashes are what they always were", "[roster]") {
    // Fixed seeds: a difference here means that old and new programs no longer share one region.
    Region region(42);
    CHECK(toHex(region.server.head().view()) ==
          "8d512da22411fb6a52de0d6a6103f20ee811f9e95f67e21ceea55c5a5c1d55f8");
    region.join(Role::Professional);
    CHECK(toHex(region.server.head().view()) ==
          "b653b6a81bf06685c5ca5f7e952e35f8749b7e8e121afa62a375a97480f58643");
    CHECK(toHex(regionSpace(RegionId{}, SpaceType::Map).view()) == "d88a6221a6406b0d3be827d3c4217d82");
    CHECK(toHex(personalSpace(RegionId{}, MemberId{}).view()) == "63bc61ddba1988fc5675283866925f2a");
    CHECK(toHex(rootFingerprintOf(SigningPublicKey{}).view()) ==
          "af7b1046291abfc85af05beb2438ddd7bd5b73487969588f70ac91358a63b76b");
}
