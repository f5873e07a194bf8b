// SPDX-License-Identifier: EUPL-1.2
#include "roster/test_region.h"

using namespace veldwijzer;
using namespace veldwijzer::roster;
using namespace veldwijzer::roster::test;

TEST_CASE("A single-use invitation is used once", "[roster]") {
    Region region;
    const OpenInvitation invitation = region.invite(Role::Editor);
    region.joinWith(invitation);
    CHECK(region.refused(region.joinEntry(invitation, region.newPerson())) == ErrorCode::InvitationUsed);
}

TEST_CASE("An event's invitation is used as often as it allows", "[roster]") {
    Region region;
    const OpenInvitation invitation = region.invite(Role::Attendee, 5);
    for (int i = 0; i < 5; ++i)
        region.joinWith(invitation);
    CHECK(region.refused(region.joinEntry(invitation, region.newPerson())) == ErrorCode::InvitationUsed);
    CHECK(region.server.members().size() == 6);
}

TEST_CASE("An expired invitation is refused by the server; a client can't know the time of then",
          "[roster]") {
    Region region;
    const OpenInvitation invitation = region.invite(Role::Editor);
    const auto entry = region.joinEntry(invitation, region.newPerson());
    CHECK(region.server.checkInvitation(invitation.id, region.now + 3'600'000));
    CHECK(region.server.apply(entry, region.now + 3'600'001).error().code == ErrorCode::InvitationExpired);
    CHECK(Roster(region.server).apply(entry, region.now + 3'600'000));
    CHECK(region.client.apply(entry));
}

TEST_CASE("An invitation that isn't in the log lets nobody in", "[roster]") {
    Region region;
    const OpenInvitation known = region.invite(Role::Editor);
    const OpenInvitation invented = region.newInvitation();
    const Person person = region.newPerson();
    const auto honest = region.joinEntry(known, person);
    wire::RosterBody body;
    REQUIRE(body.ParseFromString(honest.body()));
    body.mutable_join()->set_invitation(toString(invented.id.view()));
    CHECK(region.refused(signEntry(body, invented.id.view(), invented.key)) == ErrorCode::InvitationUnknown);
}

TEST_CASE("Knowing an invitation's id is not holding the invitation", "[roster]") {
    Region region;
    const OpenInvitation invitation = region.invite(Role::Coordinator);
    const Person person = region.newPerson();
    const auto honest = region.joinEntry(invitation, person);
    CHECK(region.refused(changed(honest, region.serverKey, [](auto&) {})) == ErrorCode::BadSignature);
    CHECK(region.refused(changed(honest, person.key, [](auto&) {})) == ErrorCode::BadSignature);
}

TEST_CASE("Nobody joins with another's keys", "[roster]") {
    Region region;
    const OpenInvitation invitation = region.invite(Role::Editor, 10);
    const Person person = region.newPerson();
    const Person victim = region.newPerson();
    const auto refusedWith = [&](const std::function<void(wire::Join&)>& change) {
        return region.refused(changed(region.joinEntry(invitation, person), invitation.key,
                                      [&](auto& body) { change(*body.mutable_join()); }));
    };
    // The holder of the invitation puts in a key that isn't theirs, or sends someone's messages to themself.
    CHECK(refusedWith([&](auto& j) {
              j.mutable_device()->set_signing_key(toString(victim.key.publicKey().view()));
          }) == ErrorCode::BadSignature);
    CHECK(refusedWith([&](auto& j) {
              j.mutable_device()->set_box_key(toString(victim.box.publicKey().view()));
          }) == ErrorCode::BadSignature);
    CHECK(refusedWith([&](auto& j) { j.set_member(toString(victim.member.view())); }) ==
          ErrorCode::BadSignature);
    CHECK(refusedWith([](auto& j) { j.mutable_device_signature()->front() ^= 1; }) ==
          ErrorCode::BadSignature);
    CHECK(refusedWith([](auto& j) { j.set_device_signature("short"); }) == ErrorCode::BadSignature);
    CHECK(refusedWith([](auto& j) { j.mutable_device()->set_box_key(std::string(32, '\0')); }) ==
          ErrorCode::Malformed);
    CHECK(refusedWith([](auto& j) { j.mutable_device()->set_signing_key("short"); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& j) { j.set_member(std::string(16, '\0')); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& j) { j.clear_personal(); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& j) { j.mutable_personal()->set_type(1); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& j) { j.mutable_personal()->set_space(std::string(16, 'x')); }) ==
          ErrorCode::Malformed);
    CHECK(refusedWith([](auto& j) { j.mutable_personal()->mutable_keys()->clear_keys(); }) ==
          ErrorCode::Forbidden);
    CHECK(refusedWith([](auto& j) { j.set_sealed_name(std::string(sealedNameBytes + 1, 'n')); }) ==
          ErrorCode::TooLarge);
    CHECK(refusedWith([](auto& j) { j.set_invitation(std::string(16, 'x')); }) == ErrorCode::Malformed);
    CHECK(region.apply(region.joinEntry(invitation, person)));
}

TEST_CASE("A device or a member is registered once", "[roster]") {
    Region region;
    const OpenInvitation invitation = region.invite(Role::Editor, 10);
    const Person& first = region.joinWith(invitation);
    // The same device as another member.
    Person again{SigningKey::fromSeed(first.key.seed().view()), BoxKey::generate(region.random),
                 region.random.id<MemberId>(), first.device};
    CHECK(region.refused(region.joinEntry(invitation, again)) == ErrorCode::Forbidden);
    // Another device as the same member.
    Person sameMember = region.newPerson();
    sameMember.member = first.member;
    CHECK(region.refused(region.joinEntry(invitation, sameMember)) == ErrorCode::Forbidden);
    // Nor does a removal make room for the old key or id.
    REQUIRE(region.apply(
        makeRemoveMember(region.server, region.as(region.founder()), first.member, region.random)));
    const OpenInvitation later = region.invite(Role::Editor, 10);
    CHECK(region.refused(region.joinEntry(later, again)) == ErrorCode::Forbidden);
    CHECK(region.refused(region.joinEntry(later, sameMember)) == ErrorCode::Forbidden);
}

TEST_CASE("Who is sent away finds the invitation that let them in closed; who leaves closes nothing",
          "[roster]") {
    Region region;
    const OpenInvitation invitation = region.invite(Role::Editor, 10);
    const Person& leaver = region.joinWith(invitation);
    const Person& sentAway = region.joinWith(invitation);
    REQUIRE(region.apply(makeRemoveMember(region.server, region.as(leaver), leaver.member, region.random)));
    const Person& late = region.joinWith(invitation);
    CHECK(region.server.member(late.member) != nullptr);
    REQUIRE(region.apply(
        makeRemoveMember(region.server, region.as(region.founder()), sentAway.member, region.random)));
    CHECK(region.refused(region.joinEntry(invitation, region.newPerson())) == ErrorCode::InvitationRevoked);
}

TEST_CASE("A linked device joins its owner only, and brings no name and no space", "[roster]") {
    Region region;
    const OpenInvitation link = region.linkFor(region.founder());
    const Person device = region.newPerson();
    const auto honest = region.joinEntry(link, device);
    const auto named =
        changed(honest, link.key, [](auto& body) { body.mutable_join()->set_sealed_name("x"); });
    CHECK(region.refused(named) == ErrorCode::Malformed);
    const OpenInvitation ordinary = region.invite(Role::Editor);
    const auto asOrdinary = region.joinEntry(ordinary, device);
    wire::RosterBody body;
    REQUIRE(body.ParseFromString(asOrdinary.body()));
    body.mutable_join()->set_invitation(toString(link.id.view()));
    // Signed for the other invitation, so the device's own signature doesn't fit.
    CHECK(region.refused(signEntry(body, link.id.view(), link.key)) == ErrorCode::BadSignature);
    CHECK(region.apply(honest));
}

TEST_CASE("Somebody who joined unseals what the invitation and later epochs hold for them", "[roster]") {
    Region region;
    std::map<SpaceId, SealingKey> keys;
    const auto sealing = [&](const SpaceId& space, const BoxPublicKey& to) {
        if (!keys.contains(space)) region.random.fill(keys[space].mutableView());
        return sealKeyTo(to, keys.at(space));
    };
    const OpenInvitation invitation = region.newInvitation();
    Guest guest;
    guest.signingKey = invitation.key.publicKey();
    guest.boxKey = invitation.box.publicKey();
    guest.role = Role::Professional;
    guest.expiresMs = region.now + limits::invitationMinMs;
    REQUIRE(region.apply(
        *makeInvitation(region.server, region.as(region.founder()), guest, sealing, region.random)));
    // A rotation while the invitation is on its way.
    keys.erase(region.space(SpaceType::Map));
    REQUIRE(
        region.apply(*makeNewEpoch(region.server, region.as(region.founder()), region.space(SpaceType::Map),
                                   sealing, region.noise(keyUnderKeyBytes), region.random)));
    const Person person = region.newPerson();
    REQUIRE(region.apply(*makeJoin(region.client, invitation.key, person.key,
                                   {person.member, person.box.publicKey(), {}}, sealing, region.now,
                                   region.random)));
    const std::vector<KeyFor> fromInvitation = region.client.keysFor(invitation.id);
    CHECK(fromInvitation.size() == 6);  // five, and the map's second epoch
    for (const KeyFor& each : fromInvitation)
        CHECK(invitation.box.openKey(each.sealed));
    CHECK(fromInvitation.back().space == region.space(SpaceType::Map));
    CHECK(fromInvitation.back().epoch == 2);
    const std::vector<KeyFor> own = region.client.keysFor(person.device);
    REQUIRE(own.size() == 1);
    CHECK(own[0].space == personalSpace(region.id, person.member));
    CHECK(person.box.openKey(own[0].sealed));
    CHECK(region.client.keysFor(DeviceId{}).empty());
    CHECK(region.client.keysFor(InvitationId{}).empty());
}

TEST_CASE("The sizes that the log demands are those that sealing makes", "[roster]") {
    Region region;
    SealingKey key;
    CHECK(sealKeyTo(region.founder().box.publicKey(), key).size() == sealedKeyBytes);
    CHECK(seal(key, key.view(), {}, region.random).bytes.size() == keyUnderKeyBytes);
}

TEST_CASE("A request to join is bound to invitation, region, time and server", "[roster]") {
    Region region;
    const OpenInvitation invitation = region.newInvitation();
    const ServerId server = serverIdOf(region.serverKey.publicKey());
    const Signature signature = signJoinRequest(invitation.key, region.id, region.now, server);
    const SigningPublicKey& key = invitation.key.publicKey();
    CHECK(checkJoinRequest(key, signature, region.id, region.now, server));
    CHECK_FALSE(checkJoinRequest(key, signature, region.id, region.now + 1, server));
    CHECK_FALSE(checkJoinRequest(key, signature, RegionId{}, region.now, server));
    CHECK_FALSE(checkJoinRequest(key, signature, region.id, region.now, ServerId{}));
    CHECK_FALSE(checkJoinRequest(region.rootKey.publicKey(), signature, region.id, region.now, server));
}
