// SPDX-License-Identifier: EUPL-1.2
#include "roster/test_region.h"

#include <sstream>

#include "base/text.h"

namespace veldwijzer::roster::test {
namespace {

template <typename Id>
std::string hex(const Id& id) {
    return toHex(id.view()).substr(0, 12);
}

void describeSpace(std::ostream& out, const Space& space) {
    out << "space " << hex(space.id) << ' ' << static_cast<int>(space.type) << ' ' << hex(space.owner) << ' '
        << space.epoch << ' ' << space.createdAt << ' ' << space.epochDue << ' ' << toHex(space.sealedName);
    for (const MemberId& member : space.members)
        out << " m" << hex(member);
    for (const TeamChange& change : space.teamHistory)
        out << " t" << change.position << hex(change.member) << change.present;
    for (const std::uint64_t since : space.epochsSince)
        out << " e" << since;
    for (const wire::SpaceKeys& keys : space.keys)
        out << " k" << toHex(viewOf(keys.SerializeAsString()));
    out << '\n';
}

}  // namespace

std::string describe(const Roster& roster) {
    std::ostringstream out;
    out << roster.position() << ' ' << toHex(roster.head().view()) << ' ' << roster.founded() << '\n';
    for (const auto& [id, device] : roster.devices())
        out << "device " << hex(id) << ' ' << hex(device.member) << ' ' << hex(device.signingKey) << ' '
            << hex(device.boxKey) << ' ' << device.addedAt << ' ' << device.removed << device.removedAt
            << '\n';
    for (const auto& [id, member] : roster.members()) {
        out << "member " << hex(id) << ' ' << static_cast<int>(member.role) << ' ' << member.removed
            << member.removedAt << ' ' << toHex(member.sealedName);
        for (const RoleSince& since : member.roles)
            out << " r" << since.position << ':' << static_cast<int>(since.role);
        for (const DeviceId& device : member.devices)
            out << " d" << hex(device);
        out << '\n';
    }
    for (const auto& [id, space] : roster.spaces())
        describeSpace(out, space);
    for (const auto& [id, invitation] : roster.invitations()) {
        out << "invitation " << hex(id) << ' ' << static_cast<int>(invitation.role) << ' '
            << invitation.expiresMs << ' ' << invitation.uses << '/' << invitation.maxUses << ' '
            << invitation.revoked << hex(invitation.author) << invitation.keys.size() << '\n';
    }
    return out.str();
}

Region::Region(std::uint64_t seed, bool found)
    : random(seed),
      serverKey(SigningKey::generate(random)),
      bootstrapKey(SigningKey::generate(random)),
      rootKey(SigningKey::generate(random)),
      id(random.id<RegionId>()),
      server(serverAnchor()),
      client(clientAnchor()) {
    people.push_back(newPerson());
    if (found) REQUIRE(apply(genesis()));
}

Anchor Region::serverAnchor() const {
    return {id, serverKey.publicKey(), std::nullopt, bootstrapKey.publicKey()};
}

Anchor Region::clientAnchor() const {
    return {id, serverKey.publicKey(), rootFingerprintOf(rootKey.publicKey()), std::nullopt};
}

Person Region::newPerson() {
    SigningKey key = SigningKey::generate(random);
    const DeviceId device = deviceIdOf(key.publicKey());
    return {std::move(key), BoxKey::generate(random), random.id<MemberId>(), device};
}

wire::RosterEntry Region::genesis() {
    const Person& person = founder();
    return makeGenesis(serverAnchor(),
                       {person.member, {person.key.publicKey(), person.box.publicKey()}, noise(40)}, rootKey,
                       bootstrapKey, seal(), now, random);
}

wire::RosterEntry Region::sign(const wire::RosterBody& body, const Person& person) const {
    return signEntry(body, person.device.view(), person.key);
}

Result<void> Region::apply(const wire::RosterEntry& entry) {
    const std::string before = describe(server);
    Result<void> onServer = server.apply(entry, now);
    // The client asks no clock, so it may let pass what the server refused; then it must not see it at all.
    if (!onServer) {
        CHECK(describe(server) == before);
        Roster copy = client;
        const Result<void> onClient = copy.apply(entry);
        if (!onClient) CHECK(onClient.error().code == onServer.error().code);
        if (!onClient) CHECK(describe(copy) == before);
        CHECK_FALSE(onServer.error().message.empty());
        return onServer;
    }
    const Result<void> onClient = client.apply(entry);
    REQUIRE(onClient);
    CHECK(server.head() == client.head());
    return onServer;
}

ErrorCode Region::refused(const wire::RosterEntry& entry) {
    const Result<void> result = apply(entry);
    REQUIRE_FALSE(result);
    return result.error().code;
}

OpenInvitation Region::newInvitation() {
    std::array<std::uint8_t, 16> secret{};
    random.fill(secret);
    InvitationKeys keys = invitationKeysOf(secret);
    const InvitationId invitation = invitationIdOf(keys.signing.publicKey());
    return {std::move(keys.signing), std::move(keys.box), invitation};
}

wire::RosterEntry Region::invitationEntry(const Person& author, const OpenInvitation& invitation, Role role,
                                          std::uint32_t uses, std::int64_t lifeMs) {
    Guest guest;
    guest.signingKey = invitation.key.publicKey();
    guest.boxKey = invitation.box.publicKey();
    guest.role = role;
    guest.expiresMs = now + lifeMs;
    guest.maxUses = uses;
    return *makeInvitation(server, as(author), guest, seal(), random);
}

OpenInvitation Region::invite(Role role, std::uint32_t uses) {
    OpenInvitation invitation = newInvitation();
    REQUIRE(apply(invitationEntry(founder(), invitation, role, uses)));
    return invitation;
}

OpenInvitation Region::linkFor(const Person& owner) {
    OpenInvitation invitation = newInvitation();
    Guest guest;
    guest.signingKey = invitation.key.publicKey();
    guest.boxKey = invitation.box.publicKey();
    guest.expiresMs = now + limits::invitationMinMs;
    guest.ownDevice = true;
    REQUIRE(apply(*makeInvitation(server, as(owner), guest, seal(), random)));
    return invitation;
}

wire::RosterEntry Region::joinEntry(const OpenInvitation& invitation, const Person& person) {
    return *makeJoin(server, invitation.key, person.key, {person.member, person.box.publicKey(), noise(40)},
                     seal(), now, random);
}

Person& Region::joinWith(const OpenInvitation& invitation) {
    Person person = newPerson();
    REQUIRE(apply(joinEntry(invitation, person)));
    person.member = server.device(person.device)->member;
    people.push_back(std::move(person));
    return people.back();
}

Person& Region::join(Role role) {
    return joinWith(invite(role));
}

SpaceId Region::team(const Person& author) {
    const auto space = random.id<SpaceId>();
    REQUIRE(apply(*makeTeam(server, as(author), space, noise(20), seal(), random)));
    return space;
}

wire::RosterEntry Region::epochEntry(const Person& author, const SpaceId& space) {
    return *makeNewEpoch(server, as(author), space, seal(), noise(keyUnderKeyBytes), random);
}

Bytes Region::noise(std::size_t size) {
    Bytes bytes(size);
    random.fill(bytes);
    return bytes;
}

wire::RosterEntry changed(const wire::RosterEntry& entry, const SigningKey& key,
                          const std::function<void(wire::RosterBody&)>& change) {
    wire::RosterBody body;
    REQUIRE(body.ParseFromString(entry.body()));
    change(body);
    return signEntry(body, viewOf(entry.author()), key);
}

}  // namespace veldwijzer::roster::test
