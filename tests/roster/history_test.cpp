// SPDX-License-Identifier: EUPL-1.2
#include "roster/test_region.h"

using namespace veldwijzer;
using namespace veldwijzer::roster;
using namespace veldwijzer::roster::test;

TEST_CASE("An old envelope is judged by the roster of then", "[roster]") {
    Region region;
    const SpaceId map = region.space(SpaceType::Map);
    const Person& person = region.join(Role::Editor);
    const std::uint64_t joined = region.server.position();
    REQUIRE(region.apply(makeSetRole(region.server, region.as(region.founder()), person.member,
                                     Role::Attendee, region.seal(), region.random)));
    const std::uint64_t demoted = region.server.position();
    REQUIRE(region.apply(makeSetRole(region.server, region.as(region.founder()), person.member, Role::Editor,
                                     region.seal(), region.random)));
    const std::uint64_t raised = region.server.position();
    REQUIRE(region.apply(
        makeRemoveMember(region.server, region.as(region.founder()), person.member, region.random)));
    const std::uint64_t removed = region.server.position();

    const auto codeAt = [&](std::uint64_t position) -> std::optional<ErrorCode> {
        const auto result = region.client.mayWrite(person.device, map, position);
        return result ? std::nullopt : std::optional(result.error().code);
    };
    CHECK(codeAt(0) == ErrorCode::NotAMember);
    CHECK(codeAt(joined - 1) == ErrorCode::NotAMember);
    CHECK(codeAt(joined) == std::nullopt);
    CHECK(codeAt(demoted) == ErrorCode::Forbidden);
    CHECK(codeAt(raised) == std::nullopt);
    CHECK(codeAt(removed) == ErrorCode::NotAMember);
    CHECK(codeAt(removed + 1) == ErrorCode::DependenciesMissing);
    CHECK(codeAt(UINT64_MAX) == ErrorCode::DependenciesMissing);
}

TEST_CASE("A device that was removed counts until then, and a team only while one is in it", "[roster]") {
    Region region;
    const Person& editor = region.join(Role::Editor);
    const std::uint64_t before = region.server.position();
    const SpaceId team = region.team(region.founder());
    const auto set = [&](bool present) {
        REQUIRE(region.apply(makeSetTeamMember(region.server, region.as(region.founder()), team,
                                               editor.member, present, region.seal(), region.random)));
        return region.server.position();
    };
    const std::uint64_t in = set(true);
    const std::uint64_t out = set(false);
    const std::uint64_t back = set(true);
    REQUIRE(region.apply(makeRemoveDevice(region.server, region.as(editor), editor.device, region.random)));
    CHECK_FALSE(region.server.mayWrite(editor.device, team, before));
    CHECK_FALSE(region.server.mayWrite(editor.device, team, in - 1));
    CHECK(region.server.mayWrite(editor.device, team, in));
    CHECK_FALSE(region.server.mayWrite(editor.device, team, out));
    CHECK(region.server.mayWrite(editor.device, team, back));
    CHECK_FALSE(region.server.mayWrite(editor.device, team, back + 1));
    CHECK(region.server.rightsAt(editor.device, team, back)->read);
    CHECK_FALSE(region.server.rightsAt(editor.device, team, out)->read);
}

TEST_CASE("What a colleague saw of the log is compared with ours", "[roster]") {
    Region region;
    region.join(Role::Editor);
    for (std::uint64_t position = 0; position <= region.server.position(); ++position) {
        CHECK(region.client.checkSeen(position, *region.server.hashAt(position)));
        CHECK(region.client.checkSeen(position, *Hash::from(Bytes(32, 0xee))).error().code ==
              ErrorCode::ChainBroken);
    }
    CHECK(region.client.checkSeen(region.server.position() + 1, Hash{}).error().code ==
          ErrorCode::DependenciesMissing);
}

TEST_CASE("A server that shows two histories is found out by the first that meets both", "[roster]") {
    Region region;
    const OpenInvitation invitation = region.invite(Role::Editor, 2);
    Roster mine = region.client;
    Roster theirs = region.client;
    const Person one = region.newPerson();
    const Person two = region.newPerson();
    const auto joinOne = *makeJoin(mine, invitation.key, one.key, {one.member, one.box.publicKey(), {}},
                                   region.seal(), region.now, region.random);
    const auto joinTwo = *makeJoin(theirs, invitation.key, two.key, {two.member, two.box.publicKey(), {}},
                                   region.seal(), region.now, region.random);
    REQUIRE(mine.apply(joinOne));
    REQUIRE(theirs.apply(joinTwo));
    CHECK(mine.checkSeen(theirs.position(), theirs.head()).error().code == ErrorCode::ChainBroken);
    // An entry made on their history doesn't fit on ours.
    const auto next = makeRevocation(theirs, region.as(region.founder()), invitation.id, region.random);
    CHECK(mine.apply(next).error().code == ErrorCode::ChainBroken);
    CHECK(theirs.apply(next));
}

TEST_CASE("Entries can't be left out, swapped or repeated", "[roster]") {
    Region region;
    std::vector<wire::RosterEntry> log{region.genesis()};
    Roster full(region.clientAnchor());
    REQUIRE(full.apply(log[0]));
    const auto add = [&](const wire::RosterEntry& entry) {
        REQUIRE(full.apply(entry));
        log.push_back(entry);
    };
    const Author founder = region.as(region.founder());
    for (int i = 0; i < 6; ++i)
        add(*makeTeam(full, founder, region.random.id<SpaceId>(), {}, region.seal(), region.random));
    for (std::size_t at = 0; at + 1 < log.size(); ++at) {
        Roster without(region.clientAnchor());
        Roster swapped(region.clientAnchor());
        Roster repeated(region.clientAnchor());
        for (std::size_t i = 0; i < at; ++i) {
            REQUIRE(without.apply(log[i]));
            REQUIRE(swapped.apply(log[i]));
            REQUIRE(repeated.apply(log[i]));
        }
        const ErrorCode expected = at == 0 ? ErrorCode::Forbidden : ErrorCode::ChainBroken;
        CHECK(without.apply(log[at + 1]).error().code == expected);
        CHECK(swapped.apply(log[at + 1]).error().code == expected);
        REQUIRE(repeated.apply(log[at]));
        CHECK(repeated.apply(log[at]).error().code == ErrorCode::Replayed);
    }
}
