// SPDX-License-Identifier: EUPL-1.2
#include <ctime>
#include <iostream>

#include "roster/test_region.h"

using namespace veldwijzer;
using namespace veldwijzer::roster;
using namespace veldwijzer::roster::test;

namespace {

// A log in which `joins` people come in by one invitation, made without checking it on the way.
std::vector<wire::RosterEntry> longLog(Region& region, std::size_t joins) {
    std::vector<wire::RosterEntry> log{region.genesis()};
    Roster roster(region.clientAnchor());
    REQUIRE(roster.apply(log.front()));
    const OpenInvitation invitation = region.newInvitation();
    log.push_back(
        region.invitationEntry(region.founder(), invitation, Role::Attendee, limits::invitationMaxUses));
    wire::RosterBody body;
    REQUIRE(body.ParseFromString(log.back().body()));
    body.set_seen_hash(toString(roster.head().view()));
    log.back() = region.sign(body, region.founder());
    REQUIRE(roster.apply(log.back()));
    for (std::size_t i = 0; i < joins; ++i) {
        const Person person = region.newPerson();
        log.push_back(*makeJoin(roster, invitation.key, person.key,
                                {person.member, person.box.publicKey(), {}}, region.seal(), region.now,
                                region.random));
    }
    return log;
}

}  // namespace

TEST_CASE("A log of a thousand entries is verified from its beginning", "[roster]") {
    Region region;
    const auto log = longLog(region, 1000);
    Roster roster(region.clientAnchor());
    for (const auto& entry : log)
        REQUIRE(roster.apply(entry));
    CHECK(roster.devices().size() == 1001);
    CHECK(roster.holdersOf(region.space(SpaceType::Programme)).size() == 1001);
    CHECK(roster.sharedSpaces().size() == 6);
}

TEST_CASE("A log that was verified before is reloaded by the same rules, without its signatures",
          "[roster]") {
    Region region;
    const auto log = longLog(region, 20);
    Roster verified(region.clientAnchor());
    Roster reloaded(region.clientAnchor());
    for (const auto& entry : log) {
        REQUIRE(verified.apply(entry));
        REQUIRE(reloaded.reload(entry));
    }
    CHECK(describe(verified) == describe(reloaded));
    CHECK(reloaded.reload(log.back()).error().code == ErrorCode::Replayed);
    Roster other(region.clientAnchor());
    CHECK(other.reload(log[1]).error().code == ErrorCode::Forbidden);
}

TEST_CASE("A region has at most 20,000 devices, and a key goes to about 2,500 at once", "[roster]") {
    Region region;
    Roster roster = region.client;
    OpenInvitation invitation = region.newInvitation();
    // Reloaded, so that twenty thousand signatures need not be made.
    const auto invite = [&] {
        invitation = region.newInvitation();
        Guest guest;
        guest.signingKey = invitation.key.publicKey();
        guest.boxKey = invitation.box.publicKey();
        guest.expiresMs = region.now + limits::invitationMinMs;
        guest.maxUses = limits::invitationMaxUses;
        REQUIRE(roster.reload(
            *makeInvitation(roster, region.as(region.founder()), guest, region.seal(), region.random)));
    };
    const auto join = [&] {
        wire::RosterBody body = newBody(roster, region.now, region.random);
        wire::Join& message = *body.mutable_join();
        const auto member = region.random.id<MemberId>();
        const auto key = region.random.id<SigningPublicKey>();
        message.set_invitation(toString(invitation.id.view()));
        message.set_member(toString(member.view()));
        message.mutable_device()->set_signing_key(toString(key.view()));
        message.mutable_device()->set_box_key(toString(region.random.id<BoxPublicKey>().view()));
        message.set_device_signature(std::string(Signature::size, 's'));
        wire::NewSpace& personal = *message.mutable_personal();
        personal.set_space(toString(personalSpace(region.id, member).view()));
        personal.set_type(static_cast<std::uint32_t>(SpaceType::Personal));
        personal.set_owner(message.member());
        personal.mutable_keys()->set_space(personal.space());
        personal.mutable_keys()->set_epoch(1);
        wire::SealedKey& sealed = *personal.mutable_keys()->add_keys();
        sealed.set_recipient(toString(deviceIdOf(key).view()));
        sealed.set_sealed(std::string(sealedKeyBytes, 'k'));
        wire::RosterEntry entry;
        entry.set_body(body.SerializeAsString());
        entry.set_author(message.invitation());
        entry.set_signature(std::string(Signature::size, 's'));
        return roster.reload(entry);
    };
    const auto rotate = [&] {
        return roster.apply(*makeNewEpoch(roster, region.as(region.founder()),
                                          region.space(SpaceType::Programme), region.seal(),
                                          region.noise(keyUnderKeyBytes), region.random));
    };
    for (std::size_t devices = 1; devices < devicesPerRegion; ++devices) {
        if (devices % limits::invitationMaxUses == 1) invite();
        if (const auto joined = join(); !joined) FAIL(devices << ": " << joined.error().message);
        if (devices == 2400) CHECK(rotate());
        if (devices == 2600) CHECK(rotate().error().code == ErrorCode::TooLarge);
    }
    CHECK(join().error().code == ErrorCode::TooLarge);
    CHECK(roster.devices().size() == devicesPerRegion);
}

// Hidden: run by name for figures. Processor time, so that a busy machine says the same.
TEST_CASE("Speed of a roster with many entries", "[.speed]") {
    const auto timed = [](const auto& work) {
        const std::clock_t begin = std::clock();
        work();
        return static_cast<double>(std::clock() - begin) * 1000.0 / CLOCKS_PER_SEC;
    };
    for (const std::size_t joins : {1250UL, 2500UL, 5000UL, 9999UL}) {
        Region region;
        const auto log = longLog(region, joins);
        Roster roster(region.clientAnchor());
        Roster again(region.clientAnchor());
        const double applied = timed([&] {
            for (const auto& entry : log)
                REQUIRE(roster.apply(entry));
        });
        const double reloaded = timed([&] {
            for (const auto& entry : log)
                REQUIRE(again.reload(entry));
        });
        const double copied = timed([&] { again = roster; });
        std::cout << log.size() << " entries: verified in " << applied << " ms, reloaded in " << reloaded
                  << " ms, copied in " << copied << " ms\n";
    }
}
