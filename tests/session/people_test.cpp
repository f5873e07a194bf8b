// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "base/text.h"
#include "session/three.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using session::People;

TEST_CASE("Everybody is shown with their role, their devices and when they were last heard of", "[people]") {
    Three three;
    const WallMs written = three.clock.wallMs();
    REQUIRE(three.bram->create("service", {{"name", "Inloop"}}).ok());
    three.syncAll();
    const auto people = People(*three.anna).members();
    REQUIRE(people.size() == 3);
    CHECK(people.front().you);
    const session::Person& bram = named(people, "Bram");
    CHECK(bram.role == "editor");
    REQUIRE(bram.devices.size() == 1);
    CHECK_FALSE(bram.devices.front().here);
    REQUIRE(bram.lastSeenMs.has_value());
    CHECK(*bram.lastSeenMs >= written);
    // She has written nothing since she joined, and nobody can know what she reads.
    CHECK(named(people, "Carla").lastSeenMs <= bram.lastSeenMs);
}

TEST_CASE("People are meant by a name, whatever its capitals, or by the beginning of an id", "[people]") {
    Three three;
    three.syncAll();
    const People people(*three.anna);
    const MemberId bram = three.member("Bram");
    CHECK(people.memberFrom("bram").value() == bram);
    CHECK(people.memberFrom(toHex(bram.view()).substr(0, 10)).value() == bram);
    CHECK(people.memberFrom("Dirk").error().code == ErrorCode::NotFound);
    const auto second = three.join("Bram", roster::Role::Professional);
    REQUIRE(three.sync(*three.anna).complete);
    const auto ambiguous = people.memberFrom("Bram");
    REQUIRE_FALSE(ambiguous.ok());
    CHECK(ambiguous.error().message.find(toHex(bram.view())) != std::string::npos);
}

TEST_CASE("A new role counts on every device after its sync, and the last coordinator stays one",
          "[people]") {
    Three three;
    three.syncAll();
    REQUIRE(People(*three.anna).setRole(three.member("Carla"), roster::Role::Editor).ok());
    three.syncAll();
    CHECK(three.carla->status().role == "editor");
    CHECK(spaceNamed(*three.carla, "confidential").has_value());

    People anna(*three.anna);
    CHECK(anna.setRole(three.member("Anna"), roster::Role::Editor).error().code == ErrorCode::Forbidden);
    CHECK(anna.remove(three.member("Anna")).error().code == ErrorCode::Forbidden);
    CHECK(People(*three.bram).setRole(three.member("Carla"), roster::Role::Coordinator).error().code ==
          ErrorCode::Forbidden);
    CHECK(People(*three.bram).remove(three.member("Carla")).error().code == ErrorCode::Forbidden);
}

TEST_CASE("Deeds without a network build on each other", "[people]") {
    Three three;
    three.syncAll();
    three.region.wire().online = false;
    People anna(*three.anna);
    const auto team = anna.newTeam("Noord");
    REQUIRE(team.ok());
    REQUIRE(anna.addToTeam(*team, three.member("Bram")).ok());
    REQUIRE(anna.setRole(three.member("Bram"), roster::Role::Coordinator).ok());
    REQUIRE(anna.setRole(three.member("Anna"), roster::Role::Professional).ok());
    CHECK(three.sync(*three.anna).failure.has_value());
    three.region.wire().online = true;
    three.syncAll();
    CHECK(three.bram->status().role == "coordinator");
    CHECK(three.anna->status().role == "professional");
    CHECK(spaceNamed(*three.bram, "team/Noord").has_value());
}

TEST_CASE("A team's space is there for those in it and for nobody else", "[people]") {
    Three three;
    three.syncAll();
    People anna(*three.anna);
    const auto team = anna.newTeam("Zedenteam");
    REQUIRE(team.ok());
    CHECK(anna.newTeam("zedenteam").error().code == ErrorCode::InvalidArgument);
    three.syncAll();
    CHECK(spaceNamed(*three.anna, "team/Zedenteam").has_value());
    CHECK_FALSE(spaceNamed(*three.bram, "team/Zedenteam").has_value());
    CHECK(People(*three.bram).newTeam("Eigen").error().code == ErrorCode::Forbidden);

    REQUIRE(anna.addToTeam(*anna.teamFrom("zedenteam"), three.member("Bram")).ok());
    three.syncAll();
    CHECK(spaceNamed(*three.bram, "team/Zedenteam").has_value());
    CHECK(People(*three.bram).teams().front().yours);
    CHECK_FALSE(People(*three.carla).teams().front().yours);

    REQUIRE(People(*three.bram).removeFromTeam(*team, three.member("Bram")).ok());
    three.syncAll();
    CHECK(anna.teams().front().members.size() == 1);
    CHECK(anna.removeFromTeam(*team, three.member("Anna")).error().code == ErrorCode::Forbidden);
}
