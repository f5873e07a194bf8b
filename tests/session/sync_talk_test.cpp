// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "domain/opening_hours.h"
#include "support/local_region.h"
#include "support/temporary_folder.h"

using namespace veldwijzer;
using namespace veldwijzer::test;

namespace {

struct World {
    TemporaryFolder folder;
    FakeClock clock{*domain::instantFrom("2026-11-23T10:00")};
    SeededRandom random{1};
    session::Environment environment{clock, random};
};

}  // namespace

TEST_CASE("A region without a server takes records and comes back after locking", "[session][sample]") {
    World world;
    const auto dir = world.folder.path() / "sample";
    RecordId service;
    {
        auto made = session::Session::create(dir, "een lange wachtzin", vault::kdfFloor, world.environment);
        REQUIRE(made.ok());
        REQUIRE((*made)->foundHere("Veenrivier", "Sam").ok());
        CHECK((*made)->joined());
        CHECK_FALSE((*made)->hasServer());
        CHECK((*made)->foundHere("Nog een", "Sam").error().code == ErrorCode::InvalidArgument);
        const auto created = (*made)->create("service", {{"name", "Inloop"}});
        REQUIRE(created.ok());
        service = *created;
    }
    const auto again = session::Session::open(dir, "een lange wachtzin", world.environment);
    REQUIRE(again.ok());
    CHECK((*again)->status().region == "Veenrivier");
    CHECK((*again)->status().role == "coordinator");
    CHECK((*again)->store().find(service).has_value());
}

TEST_CASE("While a request is under way, a person's edits go on and are sent with the next",
          "[session][sync]") {
    World world;
    LocalRegion region(world.clock, world.random);
    LocalRegion::Wire wire(region);
    const auto anna =
        joinedSession(world.folder.path() / "anna", region.bootstrap(), "Anna", region, world.environment);
    const auto talk = anna->talk();
    REQUIRE(anna->create("service", {{"name", "Eerste"}}).ok());
    talk->wake();
    const auto request = talk->next();
    REQUIRE(request);
    CHECK_FALSE(talk->next());  // one at a time
    REQUIRE(anna->create("service", {{"name", "Tweede"}}).ok());
    talk->noteWritten();
    talk->took(wire.post(*request));
    for (int round = 0; round < 10 && anna->store().pendingCount() > 0; ++round) {
        talk->wake();
        if (const auto next = talk->next()) talk->took(wire.post(*next));
    }
    talk->settle();
    CHECK(anna->store().pendingCount() == 0);
    CHECK(talk->report().pushed == 2);
    CHECK_FALSE(talk->report().failure);
}

TEST_CASE("A request that nobody answered is tried again later, and nothing is lost", "[session][sync]") {
    World world;
    LocalRegion region(world.clock, world.random);
    const auto anna =
        joinedSession(world.folder.path() / "anna", region.bootstrap(), "Anna", region, world.environment);
    const auto talk = anna->talk();
    REQUIRE(anna->create("service", {{"name", "Eerste"}}).ok());
    talk->wake();
    REQUIRE(talk->next());
    talk->took(fail(ErrorCode::Offline, "no network"));
    CHECK(talk->report().failure->code == ErrorCode::Offline);
    CHECK(talk->dueAtMs() > world.clock.steadyMs());
    CHECK_FALSE(talk->next());
    CHECK(anna->store().pendingCount() == 1);
}
