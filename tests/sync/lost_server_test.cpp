// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "simulation/membership.h"
#include "sync/bundle.h"
#include "sync/neighbourhood.h"

namespace veldwijzer::test {
namespace {

using roster::SpaceType;
using simulation::Device;
using simulation::FoundedRegion;

/// Until nobody has anything more to say; the only alarm is the one that tells what happened.
void settle(Neighbourhood& n, std::initializer_list<Device*> devices) {
    for (int round = 0; round < 4; ++round)
        for (Device* device : devices) {
            n.sync(*device);
            for (const sync::Alarm& alarm : device->engine().progress().alarms) {
                INFO(alarm.message);
                CHECK(alarm.code == ErrorCode::ServerRestored);
            }
        }
}

std::uint64_t entriesOf(Neighbourhood& n, const SpaceId& space) {
    return n.server().log().read(space, 0, 0, 0).headPosition;
}

void checkWhole(Neighbourhood& n, std::initializer_list<Device*> devices, std::uint64_t entries) {
    const SpaceId map = n.space(SpaceType::Map);
    CHECK(entriesOf(n, map) == entries);
    for (Device* device : devices) {
        CHECK(device->engine().progress().complete);
        CHECK(device->engine().progress().alarms.empty());
        CHECK(device->store().pendingCount() == 0);
        CHECK(device->store().rejected().empty());
        CHECK(device->store().space(map)->position == entries);
        CHECK(device->store().digest(map) == (*devices.begin())->store().digest(map));
        CHECK(device->store().check().problems.empty());
        CHECK(n.server().service().roster()->position() == device->keeper().roster().position());
    }
}

/// Both write, one on top of the other, with digests in their envelopes.
void writeTogether(Neighbourhood& n) {
    for (int round = 0; round < 3; ++round) {
        n.write(n.coordinator(), SpaceType::Map, "inloop", "coordinator " + std::to_string(round));
        n.sync(n.coordinator());
        n.sync(n.editor());
        n.write(n.editor(), SpaceType::Map, "inloop", "editor " + std::to_string(round));
        n.sync(n.editor());
    }
    n.sync(n.coordinator());
}

}  // namespace

TEST_CASE("An empty server gets membership and changes back, once, and nobody is alarmed", "[sync][lost]") {
    Neighbourhood n;
    writeTogether(n);
    const auto before = n.coordinator().store().digest(n.space(SpaceType::Map));
    n.write(n.editor(), SpaceType::Map, "buurt", "not sent yet");
    n.server().loseEverything();
    settle(n, {&n.editor(), &n.coordinator()});
    checkWhole(n, {&n.editor(), &n.coordinator()}, 7);
    CHECK(n.shown(n.coordinator(), "inloop") == "editor 2");
    CHECK(n.shown(n.coordinator(), "buurt") == "not sent yet");
    CHECK(n.coordinator().store().digest(n.space(SpaceType::Map)) != before);
    // Who first comes now reads it all from the new log, digests of the old one in it, and is not alarmed.
    const auto& people = FoundedRegion::get().people();
    Device late(people[2].name, people[2], simulation::copyOf(*people[2].vault), n.nowMs(), 77);
    settle(n, {&late});
    CHECK(n.shown(late, "buurt") == "not sent yet");
    CHECK(late.store().digest(n.space(SpaceType::Map)) ==
          n.coordinator().store().digest(n.space(SpaceType::Map)));
}

TEST_CASE("It may lose its memory again and again", "[sync][lost]") {
    Neighbourhood n;
    writeTogether(n);
    for (int time = 0; time < 3; ++time) {
        n.server().loseEverything();
        n.write(n.coordinator(), SpaceType::Map, "buurt", std::to_string(time));
        settle(n, {&n.coordinator(), &n.editor()});
    }
    checkWhole(n, {&n.coordinator(), &n.editor()}, 9);
    CHECK(n.shown(n.editor(), "buurt") == "2");
}

TEST_CASE("A server restored from a backup gets back what came after it", "[sync][lost]") {
    Neighbourhood n;
    writeTogether(n);
    const auto backup = n.server().backup();
    // A new epoch after the backup: entries that the backup lacks, and changes sealed with the new key.
    std::vector<std::pair<SpaceId, SealingKey>> laterKeys;
    REQUIRE(simulation::queueNewEpoch(n.coordinator(), n.space(SpaceType::Map), laterKeys));
    n.sync(n.coordinator());
    n.sync(n.editor());
    writeTogether(n);
    n.write(n.editor(), SpaceType::Map, "buurt", "waits");

    n.server().restoreFrom(backup);
    settle(n, {&n.editor(), &n.coordinator()});
    checkWhole(n, {&n.editor(), &n.coordinator()}, 13);
    CHECK(n.shown(n.coordinator(), "buurt") == "waits");
}

TEST_CASE("What others wrote on a restored server meanwhile and what it lacks come together",
          "[sync][lost]") {
    Neighbourhood n;
    writeTogether(n);
    const auto backup = n.server().backup();
    n.write(n.editor(), SpaceType::Map, "buurt", "after the backup");
    n.sync(n.editor());  // the coordinator does not see it
    n.server().restoreFrom(backup);
    n.write(n.coordinator(), SpaceType::Map, "inloop", "on the restored server");
    settle(n, {&n.coordinator(), &n.editor()});
    checkWhole(n, {&n.coordinator(), &n.editor()}, 8);
    CHECK(n.shown(n.coordinator(), "buurt") == "after the backup");
    CHECK(n.shown(n.editor(), "inloop") == "on the restored server");
}

TEST_CASE("A server that forgets without having been restored is told as an alarm", "[sync][lost]") {
    Neighbourhood n;
    writeTogether(n);
    n.server().loseEverything();
    n.server().closeRefill();
    n.sync(n.coordinator());
    const auto& failure = n.coordinator().engine().progress().lastFailure;
    REQUIRE(failure.has_value());
    CHECK(failure->code == ErrorCode::NotAMember);
    CHECK(n.server().service().roster()->position() == 0);
    CHECK(n.shown(n.coordinator(), "inloop") == "editor 2");
}

TEST_CASE("What came by hand and its server's loss of memory go together", "[sync][lost][bundle]") {
    Neighbourhood n;
    writeTogether(n);
    n.write(n.coordinator(), SpaceType::Map, "inloop", "by hand");
    const wire::Bundle bundle = sync::makeBundle(n.coordinator().store(), n.coordinator().person().identity,
                                                 n.coordinator().keeper(), n.coordinator().random(), 1);
    n.server().loseEverything();
    settle(n, {&n.editor()});
    // Sealed on a log that is no more: not an accusation, and not taken before it is sealed again.
    const auto report = sync::takeBundle(bundle, n.editor().store(), n.editor().person().identity,
                                         n.editor().keeper(), n.editor().random());
    REQUIRE(report.ok());
    settle(n, {&n.coordinator(), &n.editor()});
    checkWhole(n, {&n.coordinator(), &n.editor()}, 7);
    CHECK(n.editor().store().carriedCount() == 0);
    CHECK(n.shown(n.editor(), "inloop") == "by hand");
}

}  // namespace veldwijzer::test
