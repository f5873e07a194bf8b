// SPDX-License-Identifier: EUPL-1.2
#include "roster/test_region.h"

using namespace veldwijzer;
using namespace veldwijzer::roster;
using namespace veldwijzer::roster::test;

namespace {

wire::RosterEntry sheetEntry(Region& region, const Person& owner, const OpenInvitation& sheet) {
    const auto entry = makeInvitation(
        region.server, region.as(owner),
        {.signingKey = sheet.key.publicKey(), .boxKey = sheet.box.publicKey(), .recovery = true},
        region.seal(), region.random);
    REQUIRE(entry.ok());
    return *entry;
}

OpenInvitation sheetOf(Region& region, const Person& owner) {
    OpenInvitation sheet = region.newInvitation();
    REQUIRE(region.apply(sheetEntry(region, owner, sheet)));
    return sheet;
}

bool sealedTo(const Region& region, const OpenInvitation& sheet, const SpaceId& space, std::uint32_t epoch) {
    for (const KeyFor& key : region.server.keysFor(sheet.id))
        if (key.space == space && key.epoch == epoch) return true;
    return false;
}

}  // namespace

TEST_CASE("A recovery code lets its owner in years later, once, whatever became of the phone that made it",
          "[roster]") {
    Region region;
    const Person& owner = region.join(Role::Professional);
    const OpenInvitation sheet = sheetOf(region, owner);
    REQUIRE(region.apply(
        makeRemoveDevice(region.server, region.as(region.founder()), owner.device, region.random)));
    region.now += 3LL * 365 * 24 * 3600 * 1000;
    Person phone = region.newPerson();
    phone.member = owner.member;
    REQUIRE(region.apply(region.joinEntry(sheet, phone)));
    CHECK(region.server.device(phone.device)->member == owner.member);
    CHECK(region.server.recoveryOf(owner.member) == nullptr);
    Person second = region.newPerson();
    second.member = owner.member;
    CHECK(region.refused(region.joinEntry(sheet, second)) == ErrorCode::InvitationUsed);
}

TEST_CASE("New keys are sealed to recovery codes as to devices, and never without them", "[roster]") {
    Region region;
    const Person& owner = region.join(Role::Professional);
    const OpenInvitation sheet = sheetOf(region, owner);
    const SpaceId map = region.space(SpaceType::Map);
    const auto epoch = region.epochEntry(region.founder(), map);
    const auto without = changed(epoch, region.founder().key, [&](wire::RosterBody& body) {
        auto& keys = *body.mutable_new_epoch()->mutable_keys()->mutable_keys();
        for (int i = keys.size(); i-- > 0;)
            if (keys[i].recipient() == toString(sheet.id.view())) keys.DeleteSubrange(i, 1);
    });
    CHECK(region.refused(without) == ErrorCode::Forbidden);
    REQUIRE(region.apply(epoch));
    CHECK(sealedTo(region, sheet, map, 2));

    const SpaceId team = region.team(region.founder());
    REQUIRE(region.apply(makeSetTeamMember(region.server, region.as(region.founder()), team, owner.member,
                                           true, region.seal(), region.random)));
    CHECK(sealedTo(region, sheet, team, 1));
    const SpaceId confidential = region.space(SpaceType::Confidential);
    CHECK_FALSE(sealedTo(region, sheet, confidential, 1));
    REQUIRE(region.apply(makeSetRole(region.server, region.as(region.founder()), owner.member, Role::Editor,
                                     region.seal(), region.random)));
    CHECK(sealedTo(region, sheet, confidential, 1));
}

TEST_CASE("The newest code counts, and none of somebody who is gone", "[roster]") {
    Region region;
    const Person& owner = region.join(Role::Professional);
    const OpenInvitation old = sheetOf(region, owner);
    const OpenInvitation sheet = sheetOf(region, owner);
    Person phone = region.newPerson();
    phone.member = owner.member;
    CHECK(region.refused(region.joinEntry(old, phone)) == ErrorCode::InvitationRevoked);
    REQUIRE(region.server.recoveryOf(owner.member) != nullptr);
    CHECK(region.server.recoveryOf(owner.member)->id == sheet.id);
    REQUIRE(region.apply(
        makeRemoveMember(region.server, region.as(region.founder()), owner.member, region.random)));
    CHECK(region.refused(region.joinEntry(sheet, phone)) == ErrorCode::InvitationRevoked);
    CHECK(region.server.recoveriesOf(region.space(SpaceType::Map)).empty());
}

TEST_CASE("A code is made by its owner, for themselves, and does not expire", "[roster]") {
    Region region;
    const Person& owner = region.join(Role::Professional);
    const auto honest = sheetEntry(region, owner, region.newInvitation());
    const auto refusedWith = [&](const std::function<void(wire::NewInvitation&)>& change) {
        return region.refused(
            changed(honest, owner.key, [&](auto& body) { change(*body.mutable_invitation()); }));
    };
    CHECK(refusedWith([&](auto& i) { i.set_member(toString(region.founder().member.view())); }) ==
          ErrorCode::Forbidden);
    CHECK(refusedWith([](auto& i) { i.clear_member(); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& i) { i.set_expires_ms(5); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& i) { i.set_max_uses(2); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& i) { i.set_role(1); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& i) { i.mutable_keys()->RemoveLast(); }) == ErrorCode::Forbidden);
    REQUIRE(region.apply(honest));
}

TEST_CASE("A removed device has one thing left to say, and nobody can say it for it", "[roster]") {
    Region region;
    const Person& gone = region.join(Role::Professional);
    const Person& other = region.join(Role::Professional);
    CHECK(region.refused(makeEmptied(region.server, region.as(gone), 3, region.random)) ==
          ErrorCode::NotAMember);
    REQUIRE(region.apply(
        makeRemoveMember(region.server, region.as(region.founder()), gone.member, region.random)));
    auto forged = makeEmptied(region.server, region.as(other), 3, region.random);
    forged.set_author(toString(gone.device.view()));
    CHECK(region.refused(forged) == ErrorCode::BadSignature);
    REQUIRE(region.apply(makeEmptied(region.server, region.as(gone), 3, region.random)));
    CHECK(region.server.device(gone.device)->emptiedAt == region.server.position());
    CHECK(region.server.device(gone.device)->unsentWhenEmptied == 3);
    CHECK(region.server.device(gone.device)->removedBy == region.founder().device);
    CHECK(region.refused(makeEmptied(region.server, region.as(gone), 3, region.random)) ==
          ErrorCode::Forbidden);
}
