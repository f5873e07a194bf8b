// SPDX-License-Identifier: EUPL-1.2
#include "roster/test_region.h"

using namespace veldwijzer;
using namespace veldwijzer::roster;
using namespace veldwijzer::roster::test;

namespace {

wire::RosterEntry setTeam(Region& region, const Person& author, const SpaceId& team, const Person& whom,
                          bool present) {
    return makeSetTeamMember(region.server, region.as(author), team, whom.member, present, region.seal(),
                             region.random);
}

}  // namespace

TEST_CASE("A team has its maker in it, and those who are added", "[roster]") {
    Region region;
    const Person& editor = region.join(Role::Editor);
    const SpaceId team = region.team(region.founder());
    CHECK(region.server.space(team)->members == std::vector{region.founder().member});
    REQUIRE(region.apply(setTeam(region, region.founder(), team, editor, true)));
    CHECK(region.server.mayWrite(editor.device, team));
    CHECK(region.server.keysFor(editor.device).size() == 2);  // personal and the team
    REQUIRE(region.apply(setTeam(region, region.founder(), team, editor, false)));
    CHECK_FALSE(region.server.mayRead(editor.device, team));
    CHECK(region.server.space(team)->epochDue);
}

TEST_CASE("Who may make teams, and put people in and out", "[roster]") {
    Region region;
    const Person& editor = region.join(Role::Editor);
    const Person& attendee = region.join(Role::Attendee);
    const Person& coordinator = region.join(Role::Coordinator);
    CHECK(region.refused(*makeTeam(region.server, region.as(editor), region.random.id<SpaceId>(), {},
                                   region.seal(), region.random)) == ErrorCode::Forbidden);
    const SpaceId team = region.team(region.founder());
    CHECK(region.refused(setTeam(region, editor, team, editor, true)) == ErrorCode::Forbidden);
    CHECK(region.refused(setTeam(region, region.founder(), team, attendee, true)) == ErrorCode::Forbidden);
    // A coordinator outside the team has no key to give, not even to themself.
    CHECK(region.refused(setTeam(region, coordinator, team, coordinator, true)) == ErrorCode::Forbidden);
    REQUIRE(region.apply(setTeam(region, region.founder(), team, editor, true)));
    CHECK(region.refused(setTeam(region, region.founder(), team, editor, true)) == ErrorCode::Malformed);
    CHECK(region.refused(setTeam(region, editor, team, region.founder(), false)) == ErrorCode::Forbidden);
    CHECK(region.apply(setTeam(region, editor, team, editor, false)));
    CHECK(region.refused(setTeam(region, region.founder(), team, region.founder(), false)) ==
          ErrorCode::Forbidden);
    CHECK(region.refused(setTeam(region, region.founder(), region.space(SpaceType::Map), editor, false)) ==
          ErrorCode::Forbidden);
    CHECK(region.refused(setTeam(region, region.founder(), team, region.newPerson(), true)) ==
          ErrorCode::NotAMember);
}

TEST_CASE("A team's space is like no other", "[roster]") {
    Region region;
    const auto id = region.random.id<SpaceId>();
    const auto honest = *makeTeam(region.server, region.as(region.founder()), id, region.noise(30),
                                  region.seal(), region.random);
    const auto refusedWith = [&](const std::function<void(wire::NewSpace&)>& change) {
        return region.refused(
            changed(honest, region.founder().key, [&](auto& body) { change(*body.mutable_new_space()); }));
    };
    CHECK(refusedWith([](auto& s) { s.set_type(1); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& s) { s.set_type(7); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& s) { s.set_owner(std::string(16, 'x')); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& s) { s.mutable_keys()->set_previous_under_this("x"); }) ==
          ErrorCode::Malformed);
    CHECK(refusedWith([](auto& s) { s.mutable_keys()->set_epoch(2); }) == ErrorCode::EpochOld);
    CHECK(refusedWith([](auto& s) { s.mutable_keys()->clear_keys(); }) == ErrorCode::Forbidden);
    CHECK(refusedWith([](auto& s) { s.set_sealed_name(std::string(sealedNameBytes + 1, 'n')); }) ==
          ErrorCode::TooLarge);
    CHECK(refusedWith([&](auto& s) {
              s.set_space(toString(region.space(SpaceType::Map).view()));
              s.mutable_keys()->set_space(s.space());
          }) == ErrorCode::Forbidden);
    CHECK(region.apply(honest));
}

TEST_CASE("A region has at most so many teams that one request can name them all", "[roster]") {
    Region region;
    while (region.server.sharedSpaces().size() < sharedSpacesPerRegion)
        region.team(region.founder());
    CHECK(region.refused(*makeTeam(region.server, region.as(region.founder()), region.random.id<SpaceId>(),
                                   {}, region.seal(), region.random)) == ErrorCode::TooLarge);
}

TEST_CASE("Who becomes an attendee leaves the teams", "[roster]") {
    Region region;
    const Person& editor = region.join(Role::Editor);
    const SpaceId team = region.team(region.founder());
    REQUIRE(region.apply(setTeam(region, region.founder(), team, editor, true)));
    REQUIRE(region.apply(makeSetRole(region.server, region.as(region.founder()), editor.member,
                                     Role::Attendee, region.seal(), region.random)));
    CHECK(region.server.space(team)->members.size() == 1);
    CHECK(region.server.space(team)->epochDue);
    REQUIRE(region.apply(makeSetRole(region.server, region.as(region.founder()), editor.member, Role::Editor,
                                     region.seal(), region.random)));
    CHECK_FALSE(region.server.mayRead(editor.device, team));
}

TEST_CASE("A new epoch is one further and sealed to exactly those who may hold it", "[roster]") {
    Region region;
    const Person& editor = region.join(Role::Editor);
    const SpaceId map = region.space(SpaceType::Map);
    const auto honest = region.epochEntry(region.founder(), map);
    const auto refusedWith = [&](const std::function<void(wire::SpaceKeys&)>& change) {
        return region.refused(changed(honest, region.founder().key, [&](auto& body) {
            change(*body.mutable_new_epoch()->mutable_keys());
        }));
    };
    CHECK(refusedWith([](auto& k) { k.set_epoch(1); }) == ErrorCode::EpochOld);
    CHECK(refusedWith([](auto& k) { k.set_epoch(3); }) == ErrorCode::EpochOld);
    CHECK(refusedWith([](auto& k) { k.mutable_keys()->RemoveLast(); }) == ErrorCode::Forbidden);
    CHECK(refusedWith([](auto& k) { k.mutable_keys()->SwapElements(0, 1); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& k) { *k.add_keys() = k.keys(1); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& k) {
              *k.add_keys() = k.keys(1);
              k.mutable_keys(2)->set_recipient(std::string(16, '\xff'));
          }) == ErrorCode::Forbidden);
    CHECK(refusedWith([](auto& k) { k.clear_previous_under_this(); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& k) { k.set_space(std::string(16, 'x')); }) == ErrorCode::Forbidden);
    CHECK(region.refused(region.epochEntry(editor, map)) == ErrorCode::Forbidden);
    REQUIRE(region.apply(honest));
    CHECK(region.server.space(map)->epoch == 2);
    CHECK(region.server.space(map)->epochsSince == std::vector<std::uint64_t>{1, region.server.position()});
}

TEST_CASE("A rotation that missed a newcomer asks to be made again", "[roster]") {
    Region region;
    const SpaceId map = region.space(SpaceType::Map);
    const OpenInvitation invitation = region.invite(Role::Editor);
    const auto rotation = region.epochEntry(region.founder(), map);
    const auto another = region.epochEntry(region.founder(), map);
    region.joinWith(invitation);
    CHECK(region.refused(rotation) == ErrorCode::EpochOld);
    REQUIRE(region.apply(region.epochEntry(region.founder(), map)));
    CHECK(region.refused(another) == ErrorCode::EpochOld);
}

TEST_CASE("After a removal the new epoch leaves them out, and clears the mark", "[roster]") {
    Region region;
    const Person& editor = region.join(Role::Editor);
    const SpaceId map = region.space(SpaceType::Map);
    REQUIRE(region.apply(
        makeRemoveMember(region.server, region.as(region.founder()), editor.member, region.random)));
    REQUIRE(region.apply(region.epochEntry(region.founder(), map)));
    CHECK_FALSE(region.server.space(map)->epochDue);
    for (const KeyFor& key : region.server.keysFor(editor.device))
        CHECK(key.space != map);
}

TEST_CASE("Invitations that are open get the new key, others may not", "[roster]") {
    Region region;
    const SpaceId map = region.space(SpaceType::Map);
    const OpenInvitation open = region.invite(Role::Editor);
    const OpenInvitation revoked = region.invite(Role::Editor);
    const OpenInvitation attendee = region.invite(Role::Attendee);
    const auto all = region.epochEntry(region.founder(), map);
    REQUIRE(
        region.apply(makeRevocation(region.server, region.as(region.founder()), revoked.id, region.random)));
    CHECK(region.refused(all) == ErrorCode::EpochOld);
    REQUIRE(region.apply(region.epochEntry(region.founder(), map)));
    CHECK(region.server.keysFor(open.id).size() == 7);
    CHECK(region.server.keysFor(revoked.id).size() == 6);
    CHECK(region.server.keysFor(attendee.id).size() == 2);
    const auto forAttendee =
        changed(region.epochEntry(region.founder(), map), region.founder().key, [&](wire::RosterBody& body) {
            auto& keys = *body.mutable_new_epoch()->mutable_keys();
            for (auto& key : *keys.mutable_keys())
                if (key.recipient() == toString(open.id.view()))
                    key.set_recipient(toString(attendee.id.view()));
            std::sort(keys.mutable_keys()->pointer_begin(), keys.mutable_keys()->pointer_end(),
                      [](const auto* a, const auto* b) { return a->recipient() < b->recipient(); });
        });
    CHECK(region.refused(forAttendee) == ErrorCode::Forbidden);
}

TEST_CASE("When an epoch is due anybody who holds the key and is not an attendee may make it", "[roster]") {
    Region region;
    const Person& editor = region.join(Role::Editor);
    const Person& professional = region.join(Role::Professional);
    const Person& attendee = region.join(Role::Attendee);
    const Person& leaver = region.join(Role::Professional);
    const SpaceId programme = region.space(SpaceType::Programme);
    CHECK(region.refused(region.epochEntry(professional, programme)) == ErrorCode::Forbidden);
    REQUIRE(region.apply(makeRemoveMember(region.server, region.as(leaver), leaver.member, region.random)));
    CHECK(region.server.awaitsEpoch(programme));
    CHECK(region.refused(region.epochEntry(attendee, programme)) == ErrorCode::Forbidden);
    CHECK(region.refused(region.epochEntry(professional, region.space(SpaceType::Confidential))) ==
          ErrorCode::Forbidden);
    REQUIRE(region.apply(region.epochEntry(professional, programme)));
    CHECK_FALSE(region.server.awaitsEpoch(programme));
    CHECK(region.refused(region.epochEntry(professional, programme)) == ErrorCode::Forbidden);
    CHECK(region.apply(region.epochEntry(editor, region.space(SpaceType::Map))));
}

TEST_CASE("Only who holds the old key makes the new one", "[roster]") {
    Region region;
    const Person& editor = region.join(Role::Editor);
    const Person& outside = region.join(Role::Coordinator);
    const SpaceId team = region.team(region.founder());
    REQUIRE(region.apply(setTeam(region, region.founder(), team, editor, true)));
    CHECK(region.refused(region.epochEntry(outside, team)) == ErrorCode::Forbidden);
    CHECK(region.apply(region.epochEntry(editor, team)));
    const SpaceId own = personalSpace(region.id, editor.member);
    CHECK(region.refused(region.epochEntry(region.founder(), own)) == ErrorCode::Forbidden);
    CHECK(region.apply(region.epochEntry(editor, own)));
}
