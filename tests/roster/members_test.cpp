// SPDX-License-Identifier: EUPL-1.2
#include "roster/test_region.h"

using namespace veldwijzer;
using namespace veldwijzer::roster;
using namespace veldwijzer::roster::test;

namespace {

wire::RosterEntry setRole(Region& region, const Person& author, const Person& whom, Role role) {
    return makeSetRole(region.server, region.as(author), whom.member, role, region.seal(), region.random);
}
wire::RosterEntry remove(Region& region, const Person& author, const Person& whom) {
    return makeRemoveMember(region.server, region.as(author), whom.member, region.random);
}
wire::RosterEntry removeDevice(Region& region, const Person& author, const Person& whom) {
    return makeRemoveDevice(region.server, region.as(author), whom.device, region.random);
}

}  // namespace

TEST_CASE("A change of role takes effect, with the keys that it gives", "[roster]") {
    Region region;
    const Person& person = region.join(Role::Attendee);
    const SpaceId map = region.space(SpaceType::Map);
    CHECK_FALSE(region.server.mayRead(person.device, map));
    REQUIRE(region.apply(setRole(region, region.founder(), person, Role::Professional)));
    CHECK(region.server.mayWrite(person.device, map));
    CHECK(region.server.keysFor(person.device).size() == 4);  // personal; map, templates, suggestions
    CHECK_FALSE(region.server.space(map)->epochDue);
    REQUIRE(region.apply(setRole(region, region.founder(), person, Role::Attendee)));
    CHECK_FALSE(region.server.mayRead(person.device, map));
    CHECK(region.server.space(map)->epochDue);
    CHECK_FALSE(region.server.space(region.space(SpaceType::Programme))->epochDue);
}

TEST_CASE("A change of role brings exactly the keys that it gives", "[roster]") {
    Region region;
    const Person& person = region.join(Role::Attendee);
    const auto honest = setRole(region, region.founder(), person, Role::Editor);
    const auto refusedWith = [&](const std::function<void(wire::SetRole&)>& change) {
        return region.refused(
            changed(honest, region.founder().key, [&](auto& body) { change(*body.mutable_set_role()); }));
    };
    CHECK(refusedWith([](auto& r) { r.mutable_keys()->RemoveLast(); }) == ErrorCode::Forbidden);
    CHECK(refusedWith([](auto& r) { *r.add_keys() = r.keys(0); }) == ErrorCode::Forbidden);
    CHECK(refusedWith([](auto& r) { r.mutable_keys(0)->clear_keys(); }) == ErrorCode::Forbidden);
    CHECK(refusedWith([](auto& r) { r.mutable_keys(0)->set_previous_under_this("x"); }) ==
          ErrorCode::Malformed);
    CHECK(refusedWith([](auto& r) { r.set_role(9); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& r) { r.set_member(std::string(16, 'x')); }) == ErrorCode::NotAMember);
    CHECK(region.apply(honest));
}

TEST_CASE("Only a coordinator changes roles, not even one's own", "[roster]") {
    Region region;
    for (const Role role : {Role::Editor, Role::Professional, Role::Attendee}) {
        const Person& person = region.join(role);
        CHECK(region.refused(setRole(region, person, person, Role::Coordinator)) == ErrorCode::Forbidden);
        CHECK(region.refused(setRole(region, person, region.founder(), Role::Attendee)) ==
              ErrorCode::Forbidden);
    }
}

TEST_CASE("A region always keeps a coordinator who has a device", "[roster]") {
    Region region;
    const Person& founder = region.founder();
    CHECK(region.refused(setRole(region, founder, founder, Role::Editor)) == ErrorCode::Forbidden);
    CHECK(region.refused(remove(region, founder, founder)) == ErrorCode::Forbidden);
    CHECK(region.refused(removeDevice(region, founder, founder)) == ErrorCode::Forbidden);
    const Person& second = region.join(Role::Coordinator);
    // The second one's only device goes: the first is again the last who can act.
    REQUIRE(region.apply(removeDevice(region, second, second)));
    CHECK(region.refused(remove(region, founder, founder)) == ErrorCode::Forbidden);
    const Person& third = region.join(Role::Coordinator);
    REQUIRE(region.apply(remove(region, founder, founder)));
    CHECK(region.refused(remove(region, third, third)) == ErrorCode::Forbidden);
}

TEST_CASE("A coordinator with two devices may lose one", "[roster]") {
    Region region;
    const Person& second = region.joinWith(region.linkFor(region.founder()));
    REQUIRE(region.apply(removeDevice(region, second, region.founder())));
    CHECK(region.refused(removeDevice(region, second, second)) == ErrorCode::Forbidden);
}

TEST_CASE("Removing a member removes their devices, and their rights at once", "[roster]") {
    Region region;
    const Person& person = region.join(Role::Editor);
    const Person& phone = region.joinWith(region.linkFor(person));
    REQUIRE(region.apply(remove(region, region.founder(), person)));
    for (const Person* device : {&person, &phone}) {
        CHECK(region.server.device(device->device)->removed);
        CHECK(region.server.mayRead(device->device, region.space(SpaceType::Map)).error().code ==
              ErrorCode::NotAMember);
        CHECK(region.refused(setRole(region, *device, *device, Role::Coordinator)) == ErrorCode::NotAMember);
    }
    for (const SpaceType type : {SpaceType::Map, SpaceType::Templates, SpaceType::Programme,
                                 SpaceType::Participation, SpaceType::Suggestions})
        CHECK(region.server.space(region.space(type))->epochDue);
    CHECK(region.refused(remove(region, region.founder(), person)) == ErrorCode::NotAMember);
    CHECK(region.refused(setRole(region, region.founder(), person, Role::Editor)) == ErrorCode::NotAMember);
}

TEST_CASE("One may leave, and remove one's own devices, but nobody else's", "[roster]") {
    Region region;
    const Person& editor = region.join(Role::Editor);
    const Person& phone = region.joinWith(region.linkFor(editor));
    const Person& other = region.join(Role::Professional);
    CHECK(region.refused(removeDevice(region, other, phone)) == ErrorCode::Forbidden);
    CHECK(region.refused(remove(region, other, editor)) == ErrorCode::Forbidden);
    REQUIRE(region.apply(removeDevice(region, editor, phone)));
    CHECK(region.server.space(personalSpace(region.id, editor.member))->epochDue);
    CHECK(region.refused(removeDevice(region, editor, phone)) == ErrorCode::NotAMember);
    CHECK(region.apply(remove(region, editor, editor)));
    CHECK(region.apply(removeDevice(region, region.founder(), other)));
}

TEST_CASE("An unknown device is named to a coordinator, not to anyone who asks", "[roster]") {
    Region region;
    const Person nobody = region.newPerson();
    const Person& editor = region.join(Role::Editor);
    CHECK(region.refused(removeDevice(region, region.founder(), nobody)) == ErrorCode::NotAMember);
    CHECK(region.refused(removeDevice(region, editor, nobody)) == ErrorCode::Forbidden);
}
