// SPDX-License-Identifier: EUPL-1.2
#include "roster/test_region.h"

using namespace veldwijzer;
using namespace veldwijzer::roster;
using namespace veldwijzer::roster::test;

TEST_CASE("A coordinator invites with every role", "[roster]") {
    Region region;
    for (const Role role : {Role::Coordinator, Role::Editor, Role::Professional, Role::Attendee})
        CHECK(region.server.member(region.join(role).member)->role == role);
    CHECK(region.server.members().size() == 5);
}

TEST_CASE("Nobody but a coordinator invites", "[roster]") {
    Region region;
    for (const Role role : {Role::Editor, Role::Professional, Role::Attendee}) {
        const Person& person = region.join(role);
        const OpenInvitation invitation = region.newInvitation();
        CHECK(region.refused(region.invitationEntry(person, invitation, Role::Attendee)) ==
              ErrorCode::Forbidden);
    }
}

TEST_CASE("An invitation holds exactly the keys of its role", "[roster]") {
    Region region;
    const OpenInvitation invitation = region.newInvitation();
    const auto refusedWith = [&](const std::function<void(wire::NewInvitation&)>& change) {
        return region.refused(changed(region.invitationEntry(region.founder(), invitation, Role::Attendee),
                                      region.founder().key,
                                      [&](auto& body) { change(*body.mutable_invitation()); }));
    };
    CHECK(refusedWith([](auto& i) { i.mutable_keys()->RemoveLast(); }) == ErrorCode::Forbidden);
    CHECK(refusedWith([](auto& i) { *i.add_keys() = i.keys(0); }) == ErrorCode::Forbidden);
    CHECK(refusedWith([&](auto& i) {
              *i.add_keys() = i.keys(0);
              i.mutable_keys(2)->set_space(toString(region.space(SpaceType::Map).view()));
          }) == ErrorCode::Forbidden);
    CHECK(refusedWith([](auto& i) {
              i.mutable_keys(0)->mutable_keys(0)->set_recipient(std::string(16, 'x'));
          }) == ErrorCode::Forbidden);
    CHECK(refusedWith([](auto& i) { i.mutable_keys(0)->set_epoch(2); }) == ErrorCode::EpochOld);
    CHECK(refusedWith([](auto& i) { i.mutable_keys(0)->set_previous_under_this("x"); }) ==
          ErrorCode::Malformed);
    // An attendee's keys under a professional's role: too few.
    CHECK(refusedWith([](auto& i) { i.set_role(3); }) == ErrorCode::Forbidden);
    CHECK(refusedWith([](auto& i) { i.set_role(0); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& i) { i.set_role(5); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& i) { i.set_signing_key("short"); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& i) { i.set_box_key(std::string(32, '\0')); }) == ErrorCode::Malformed);
    CHECK(region.apply(region.invitationEntry(region.founder(), invitation, Role::Attendee)));
    CHECK(region.refused(region.invitationEntry(region.founder(), invitation, Role::Attendee)) ==
          ErrorCode::Forbidden);
}

TEST_CASE("An invitation lives between 15 minutes and 14 days", "[roster]") {
    Region region;
    const auto outcome = [&](std::int64_t lifeMs) {
        return region.apply(
            region.invitationEntry(region.founder(), region.newInvitation(), Role::Editor, 1, lifeMs));
    };
    CHECK(outcome(limits::invitationMinMs));
    CHECK(outcome(limits::invitationMaxMs));
    CHECK(outcome(limits::invitationMinMs - 1).error().code == ErrorCode::InvalidArgument);
    CHECK(outcome(limits::invitationMaxMs + 1).error().code == ErrorCode::InvalidArgument);
    CHECK(outcome(-1).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("The server judges the expiry by its own clock, whatever the author's says", "[roster]") {
    Region region;
    const WallMs honest = region.now;
    region.now = honest + 400LL * 24 * 3600 * 1000;
    const auto fromTheFuture = region.invitationEntry(region.founder(), region.newInvitation(), Role::Editor);
    region.now = honest;
    CHECK(region.server.apply(fromTheFuture, honest).error().code == ErrorCode::InvalidArgument);
    const auto old = region.invitationEntry(region.founder(), region.newInvitation(), Role::Editor);
    CHECK(region.server.apply(old, honest + 3'600'001).error().code == ErrorCode::InvitationExpired);
    // Made without a network and delivered half an hour later: good for what is left.
    const auto late = region.invitationEntry(region.founder(), region.newInvitation(), Role::Editor);
    CHECK(region.server.apply(late, honest + 1'800'000));
}

TEST_CASE("Times that would overflow are refused", "[roster]") {
    Region region;
    for (const std::int64_t made : {INT64_MIN, std::int64_t{-1}, INT64_MAX}) {
        for (const std::int64_t expires : {INT64_MIN, std::int64_t{-1}, INT64_MAX}) {
            const auto entry =
                changed(region.invitationEntry(region.founder(), region.newInvitation(), Role::Editor),
                        region.founder().key, [&](auto& body) {
                            body.set_wall_ms(made);
                            body.mutable_invitation()->set_expires_ms(expires);
                        });
            CHECK_FALSE(region.apply(entry));
        }
    }
}

TEST_CASE("An invitation has 1 to 10,000 uses", "[roster]") {
    Region region;
    const auto outcome = [&](std::uint32_t uses) {
        return region.apply(
            region.invitationEntry(region.founder(), region.newInvitation(), Role::Attendee, uses));
    };
    CHECK(outcome(1));
    CHECK(outcome(limits::invitationMaxUses));
    CHECK(outcome(0).error().code == ErrorCode::InvalidArgument);
    CHECK(outcome(limits::invitationMaxUses + 1).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("A withdrawn invitation lets nobody in", "[roster]") {
    Region region;
    const OpenInvitation invitation = region.invite(Role::Editor, 2);
    region.joinWith(invitation);
    CHECK(region.server.checkInvitation(invitation.id));
    REQUIRE(region.apply(
        makeRevocation(region.server, region.as(region.founder()), invitation.id, region.random)));
    CHECK(region.server.checkInvitation(invitation.id).error().code == ErrorCode::InvitationRevoked);
    CHECK(region.refused(region.joinEntry(invitation, region.newPerson())) == ErrorCode::InvitationRevoked);
}

TEST_CASE("Only a coordinator or its author withdraws an invitation", "[roster]") {
    Region region;
    const OpenInvitation invitation = region.invite(Role::Editor);
    const Person& professional = region.join(Role::Professional);
    CHECK(region.refused(makeRevocation(region.server, region.as(professional), invitation.id,
                                        region.random)) == ErrorCode::Forbidden);
    const OpenInvitation own = region.linkFor(professional);
    CHECK(region.apply(makeRevocation(region.server, region.as(professional), own.id, region.random)));
    CHECK(region.refused(makeRevocation(region.server, region.as(professional), InvitationId{},
                                        region.random)) == ErrorCode::InvitationUnknown);
}

TEST_CASE("The invitations of a coordinator who was demoted or removed let nobody in", "[roster]") {
    Region region;
    const Person& second = region.join(Role::Coordinator);
    const OpenInvitation first = region.newInvitation();
    REQUIRE(region.apply(region.invitationEntry(second, first, Role::Editor)));
    SECTION("demoted") {
        REQUIRE(region.apply(makeSetRole(region.server, region.as(region.founder()), second.member,
                                         Role::Editor, region.seal(), region.random)));
    }
    SECTION("removed") {
        REQUIRE(region.apply(
            makeRemoveMember(region.server, region.as(region.founder()), second.member, region.random)));
    }
    CHECK(region.refused(region.joinEntry(first, region.newPerson())) == ErrorCode::InvitationRevoked);
}

TEST_CASE("A member links a further device to themself, and to nobody else", "[roster]") {
    Region region;
    const Person& professional = region.join(Role::Professional);
    const OpenInvitation link = region.linkFor(professional);
    const Person& second = region.joinWith(link);
    CHECK(second.member == professional.member);
    CHECK(region.server.members().size() == 2);
    CHECK(region.server.mayRead(second.device, personalSpace(region.id, professional.member)));
    CHECK(region.refused(region.joinEntry(link, region.newPerson())) == ErrorCode::InvitationUsed);

    const OpenInvitation stolen = region.newInvitation();
    Guest guest;
    guest.signingKey = stolen.key.publicKey();
    guest.boxKey = stolen.box.publicKey();
    guest.expiresMs = region.now + limits::invitationMinMs;
    guest.ownDevice = true;
    const auto honest =
        *makeInvitation(region.server, region.as(region.founder()), guest, region.seal(), region.random);
    const auto forOther = changed(honest, region.founder().key, [&](auto& body) {
        body.mutable_invitation()->set_member(toString(professional.member.view()));
    });
    CHECK(region.refused(forOther) == ErrorCode::Forbidden);
    const auto asEditor =
        changed(honest, region.founder().key, [](auto& body) { body.mutable_invitation()->set_role(2); });
    CHECK(region.refused(asEditor) == ErrorCode::Malformed);
    const auto twice =
        changed(honest, region.founder().key, [](auto& body) { body.mutable_invitation()->set_max_uses(2); });
    CHECK(region.refused(twice) == ErrorCode::Malformed);
    const auto withoutPersonal = changed(honest, region.founder().key, [](auto& body) {
        body.mutable_invitation()->mutable_keys()->RemoveLast();
    });
    CHECK(region.refused(withoutPersonal) == ErrorCode::Forbidden);
}

TEST_CASE("A person has at most 16 devices at a time", "[roster]") {
    Region region;
    for (std::size_t i = 1; i < devicesPerMember; ++i)
        region.joinWith(region.linkFor(region.founder()));
    const OpenInvitation link = region.linkFor(region.founder());
    CHECK(region.refused(region.joinEntry(link, region.newPerson())) == ErrorCode::TooLarge);
    const DeviceId lost = region.people.back().device;
    REQUIRE(region.apply(makeRemoveDevice(region.server, region.as(region.founder()), lost, region.random)));
    CHECK(region.apply(region.joinEntry(link, region.newPerson())));
}
