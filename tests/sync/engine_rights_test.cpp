// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "simulation/membership.h"
#include "sync/engine.h"
#include "sync/neighbourhood.h"

namespace veldwijzer::test {
namespace {

using roster::SpaceType;

}  // namespace

TEST_CASE("What the role does not allow comes to the tray with its reason, and the rest goes on", "[sync]") {
    Neighbourhood n;
    n.write(n.attendee(), SpaceType::Programme, "sessie", "Van mij");
    n.write(n.attendee(), SpaceType::Participation, "wens", "Ik kom");
    n.sync(n.attendee());
    REQUIRE(n.attendee().store().rejected().size() == 1);
    CHECK(n.attendee().store().rejected().front().reason == "forbidden");
    CHECK(n.attendee().store().pendingCount() == 0);
    CHECK(n.attendee().engine().progress().complete);
    CHECK(n.attendee().engine().progress().rejected == 1);
    CHECK(n.attendee().engine().progress().pushed == 1);
    CHECK(n.shown(n.attendee(), "sessie") == "(nothing)");
}

namespace {

/// The editor has no say in the map any more, and its key is turned: before or after.
void putOut(Neighbourhood& n, bool keyFirst) {
    std::vector<std::pair<SpaceId, SealingKey>> keys;
    const auto turn = [&] {
        REQUIRE(simulation::queueNewEpoch(n.coordinator(), n.space(SpaceType::Map), keys));
        n.sync(n.coordinator());
    };
    if (keyFirst) turn();
    REQUIRE(
        simulation::queueRole(n.coordinator(), n.editor().person().identity.member, roster::Role::Attendee));
    n.sync(n.coordinator());
    if (!keyFirst) turn();
}

/// In `n`, the editor comes back after that.
void checkNothingWaits(Neighbourhood& n, std::size_t inTray) {
    for (int rounds = 0; rounds < 4; ++rounds) {
        n.nowMs() += 600'000;
        n.sync(n.editor());
    }
    CHECK(n.editor().store().pendingCount() == 0);
    CHECK(n.editor().engine().progress().complete);
    CHECK(n.editor().engine().progress().rejected == inTray);
    REQUIRE(n.editor().store().rejected().size() == inTray);
    for (const store::RejectedChange& change : n.editor().store().rejected())
        CHECK(change.reason == "forbidden");
}

}  // namespace

TEST_CASE("Work of somebody who lost the right to it, and every later key, comes to the tray", "[sync]") {
    const bool keyFirst = GENERATE(false, true);
    CAPTURE(keyFirst);
    Neighbourhood n;
    n.write(n.editor(), SpaceType::Map, "inloop", "Inloophuis");
    n.write(n.editor(), SpaceType::Map, "opvang", "Opvang");
    putOut(n, keyFirst);
    checkNothingWaits(n, 2);
    CHECK(n.shown(n.editor(), "inloop") == "(nothing)");
    CHECK(n.server().log().read(n.space(SpaceType::Map), 0, 0, 0).headPosition == 0);
    n.write(n.editor(), SpaceType::Map, "inloop", "Nog eens");
    checkNothingWaits(n, 3);

    // Allowed again, the key comes along and what was written earlier may be written anew.
    REQUIRE(
        simulation::queueRole(n.coordinator(), n.editor().person().identity.member, roster::Role::Editor));
    n.sync(n.coordinator());
    n.nowMs() += 600'000;
    n.sync(n.editor());
    n.write(n.editor(), SpaceType::Map, "inloop", "Weer open");
    n.sync(n.editor());
    n.sync(n.coordinator());
    CHECK(n.shown(n.coordinator(), "inloop") == "Weer open");
}

TEST_CASE("What was on its way when right and key were lost is asked after, and never sealed anew",
          "[sync]") {
    const bool arrived = GENERATE(false, true);
    const bool keyFirst = GENERATE(false, true);
    CAPTURE(arrived, keyFirst);
    Neighbourhood n;
    n.write(n.editor(), SpaceType::Map, "inloop", "Inloophuis");
    const sync::Request request = n.ask(n.editor());
    if (arrived) static_cast<void>(n.server().answer(request));
    n.editor().engine().failed(fail(ErrorCode::Offline, "nobody answers"));
    n.write(n.editor(), SpaceType::Map, "opvang", "Opvang");
    putOut(n, keyFirst);
    checkNothingWaits(n, arrived ? 1 : 2);
    CHECK(n.editor().engine().progress().pushed == (arrived ? 1 : 0));
    CHECK(n.shown(n.editor(), "inloop") == (arrived ? "Inloophuis" : "(nothing)"));
    n.sync(n.coordinator());
    CHECK(n.shown(n.coordinator(), "inloop") == (arrived ? "Inloophuis" : "(nothing)"));
}

}  // namespace veldwijzer::test
