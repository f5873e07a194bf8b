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
    CHECK(roster.sharedSpaces().size() == 5);
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
