// SPDX-License-Identifier: EUPL-1.2
#include "roster/entries.h"

#include <algorithm>

#include "base/ensure.h"
#include "roster/rules.h"
#include "signing/identity.h"
#include "signing/number_bytes.h"

namespace veldwijzer::roster {
namespace {

struct Receiver {
    ByteView id;
    BoxPublicKey boxKey;
};

template <typename Id>
std::string text(const Id& id) {
    return toString(id.view());
}

// The log wants the keys sorted by recipient.
void fillKeys(wire::SpaceKeys& target, const SpaceId& space, std::uint32_t epoch,
              std::vector<Receiver> receivers, const SealKey& seal) {
    std::sort(receivers.begin(), receivers.end(),
              [](const Receiver& a, const Receiver& b) { return textOf(a.id) < textOf(b.id); });
    target.set_space(text(space));
    target.set_epoch(epoch);
    for (const Receiver& receiver : receivers) {
        auto* key = target.add_keys();
        key->set_recipient(toString(receiver.id));
        key->set_sealed(toString(seal(space, receiver.boxKey)));
    }
}

std::vector<Receiver> receiversOf(const Roster& roster, const std::vector<DeviceId>& devices) {
    std::vector<Receiver> receivers;
    receivers.reserve(devices.size());
    for (const DeviceId& id : devices)
        if (const Device* device = roster.device(id); device != nullptr && !device->removed)
            receivers.push_back({device->id.view(), device->boxKey});
    return receivers;
}

// The devices of one person, and their recovery code, which is sealed to like one.
std::vector<Receiver> receiversOf(const Roster& roster, const Member& member) {
    std::vector<Receiver> receivers = receiversOf(roster, member.devices);
    if (const Invitation* recovery = roster.recoveryOf(member.id))
        receivers.push_back({recovery->id.view(), recovery->boxKey});
    return receivers;
}

void fillDevice(wire::DeviceKeys& target, const DeviceIdentity& device) {
    target.set_signing_key(text(device.signingKey));
    target.set_box_key(text(device.boxKey));
}

void fillPersonal(wire::NewSpace& target, const RegionId& region, const MemberId& member,
                  const DeviceId& device, const BoxPublicKey& boxKey, const SealKey& seal) {
    const SpaceId space = personalSpace(region, member);
    target.set_space(text(space));
    target.set_type(static_cast<std::uint32_t>(SpaceType::Personal));
    target.set_owner(text(member));
    fillKeys(*target.mutable_keys(), space, 1, {{device.view(), boxKey}}, seal);
}

wire::RosterEntry signedByDevice(const wire::RosterBody& body, const Author& author) {
    return signEntry(body, deviceIdOf(author.key.publicKey()).view(), author.key);
}

Result<const Member*> memberOf(const Roster& roster, const Author& author) {
    const Device* device = roster.device(deviceIdOf(author.key.publicKey()));
    if (device == nullptr || device->removed)
        return fail(ErrorCode::NotAMember, "This device is not, or no longer, a member of the region.");
    return roster.member(device->member);
}

// The spaces whose keys a guest is to have. A newcomer holds what their role holds in the shared spaces of
// every region; a further device holds what the author's device holds.
std::vector<SpaceId> spacesFor(const Roster& roster, const Guest& guest, const DeviceId& author) {
    if (guest.ownDevice || guest.recovery) return roster.keyHeldBy(author);
    std::vector<SpaceId> spaces;
    for (const SpaceType type : regionSpaceTypes) {
        const SpaceId space = regionSpace(roster.anchor().region, type);
        if (holdsKey(guest.role, type) && roster.space(space) != nullptr) spaces.push_back(space);
    }
    return spaces;
}

}  // namespace

wire::RosterEntry makeGenesis(const Anchor& anchor, const Founding& founding, const SigningKey& rootKey,
                              const SigningKey& bootstrapKey, const SealKey& seal, WallMs now,
                              Random& random) {
    wire::RosterBody body = newBody(Roster(anchor), now, random);
    wire::Genesis& genesis = *body.mutable_genesis();
    genesis.set_root_key(text(rootKey.publicKey()));
    genesis.set_server_key(text(anchor.serverKey));
    genesis.set_bootstrap_signature(
        text(bootstrapKey.sign(foundingPurpose, {anchor.region.view(), rootKey.publicKey().view()})));
    genesis.set_member(text(founding.member));
    fillDevice(*genesis.mutable_device(), founding.device);
    genesis.set_sealed_name(toString(founding.sealedName));
    const DeviceId device = deviceIdOf(founding.device.signingKey);
    for (const SpaceType type : regionSpaceTypes) {
        wire::NewSpace& space = *genesis.add_spaces();
        const SpaceId id = regionSpace(anchor.region, type);
        space.set_space(text(id));
        space.set_type(static_cast<std::uint32_t>(type));
        fillKeys(*space.mutable_keys(), id, 1, {{device.view(), founding.device.boxKey}}, seal);
    }
    fillPersonal(*genesis.add_spaces(), anchor.region, founding.member, device, founding.device.boxKey, seal);
    return signEntry(body, {}, rootKey);
}

Result<wire::RosterEntry> makeInvitation(const Roster& roster, const Author& author, const Guest& guest,
                                         const SealKey& seal, Random& random) {
    const Result<const Member*> self = memberOf(roster, author);
    if (!self) return self.error();
    wire::RosterBody body = newBody(roster, author.now, random);
    wire::NewInvitation& message = *body.mutable_invitation();
    const bool own = guest.ownDevice || guest.recovery;
    message.set_signing_key(text(guest.signingKey));
    message.set_box_key(text(guest.boxKey));
    message.set_role(static_cast<std::uint32_t>(own ? (*self)->role : guest.role));
    message.set_expires_ms(guest.recovery ? 0 : guest.expiresMs);
    message.set_max_uses(own ? 1 : guest.maxUses);
    if (own) message.set_member(text((*self)->id));
    message.set_recovery(guest.recovery);
    const InvitationId id = invitationIdOf(guest.signingKey);
    for (const SpaceId& space : spacesFor(roster, guest, deviceIdOf(author.key.publicKey())))
        fillKeys(*message.add_keys(), space, roster.space(space)->epoch, {{id.view(), guest.boxKey}}, seal);
    return signedByDevice(body, author);
}

wire::RosterEntry makeRevocation(const Roster& roster, const Author& author, const InvitationId& invitation,
                                 Random& random) {
    wire::RosterBody body = newBody(roster, author.now, random);
    body.mutable_revoke_invitation()->set_invitation(text(invitation));
    return signedByDevice(body, author);
}

Result<wire::RosterEntry> makeJoin(const Roster& roster, const SigningKey& invitation,
                                   const SigningKey& device, const Joining& joining, const SealKey& seal,
                                   WallMs now, Random& random) {
    const InvitationId id = invitationIdOf(invitation.publicKey());
    const Invitation* found = roster.invitation(id);
    if (found == nullptr)
        return fail(ErrorCode::InvitationUnknown,
                    "This region knows no such invitation. Ask the coordinator for a new one.");
    const RegionId& region = roster.anchor().region;
    const MemberId member = found->linksTo.value_or(joining.member);
    wire::RosterBody body = newBody(roster, now, random);
    wire::Join& join = *body.mutable_join();
    join.set_invitation(text(id));
    join.set_member(text(member));
    fillDevice(*join.mutable_device(), {device.publicKey(), joining.boxKey});
    if (!found->linksTo) {
        join.set_sealed_name(toString(joining.sealedName));
        fillPersonal(*join.mutable_personal(), region, member, deviceIdOf(device.publicKey()), joining.boxKey,
                     seal);
    }
    join.set_device_signature(
        text(device.sign(joiningPurpose, {region.view(), id.view(), member.view(), device.publicKey().view(),
                                          joining.boxKey.view()})));
    return signEntry(body, id.view(), invitation);
}

Result<wire::RosterEntry> makeTeam(const Roster& roster, const Author& author, const SpaceId& space,
                                   const Bytes& sealedName, const SealKey& seal, Random& random) {
    const Result<const Member*> self = memberOf(roster, author);
    if (!self) return self.error();
    wire::RosterBody body = newBody(roster, author.now, random);
    wire::NewSpace& message = *body.mutable_new_space();
    message.set_space(text(space));
    message.set_type(static_cast<std::uint32_t>(SpaceType::Team));
    message.set_sealed_name(toString(sealedName));
    fillKeys(*message.mutable_keys(), space, 1, receiversOf(roster, **self), seal);
    return signedByDevice(body, author);
}

wire::RosterEntry makeSetTeamMember(const Roster& roster, const Author& author, const SpaceId& team,
                                    const MemberId& member, bool present, const SealKey& seal,
                                    Random& random) {
    wire::RosterBody body = newBody(roster, author.now, random);
    wire::SetSpaceMember& message = *body.mutable_set_space_member();
    message.set_space(text(team));
    message.set_member(text(member));
    message.set_present(present);
    const Member* who = roster.member(member);
    const Space* space = roster.space(team);
    if (present && who != nullptr && space != nullptr)
        fillKeys(*message.mutable_keys(), team, space->epoch, receiversOf(roster, *who), seal);
    return signedByDevice(body, author);
}

wire::RosterEntry makeSetRole(const Roster& roster, const Author& author, const MemberId& member, Role role,
                              const SealKey& seal, Random& random) {
    wire::RosterBody body = newBody(roster, author.now, random);
    wire::SetRole& message = *body.mutable_set_role();
    message.set_member(text(member));
    message.set_role(static_cast<std::uint32_t>(role));
    // Region spaces only: nobody comes into a team by a change of role. In the order of their ids.
    if (const Member* who = roster.member(member))
        for (const Space* space : roster.sharedSpaces())
            if (space->type != SpaceType::Team && holdsKey(role, space->type) &&
                !holdsKey(who->role, space->type))
                fillKeys(*message.add_keys(), space->id, space->epoch, receiversOf(roster, *who), seal);
    return signedByDevice(body, author);
}

wire::RosterEntry makeRemoveMember(const Roster& roster, const Author& author, const MemberId& member,
                                   Random& random) {
    wire::RosterBody body = newBody(roster, author.now, random);
    body.mutable_remove_member()->set_member(text(member));
    return signedByDevice(body, author);
}

wire::RosterEntry makeRemoveDevice(const Roster& roster, const Author& author, const DeviceId& device,
                                   Random& random) {
    wire::RosterBody body = newBody(roster, author.now, random);
    body.mutable_remove_device()->set_device(text(device));
    return signedByDevice(body, author);
}

wire::RosterEntry makeEmptied(const Roster& roster, const Author& author, std::uint64_t unsent,
                              Random& random) {
    wire::RosterBody body = newBody(roster, author.now, random);
    body.mutable_emptied()->set_unsent(unsent);
    return signedByDevice(body, author);
}

wire::RosterEntry seenFrom(const wire::RosterEntry& entry, const Roster& log, const SigningKey& key) {
    wire::RosterBody body;
    ENSURE(body.ParseFromString(entry.body()));
    body.set_seen_position(log.position());
    body.set_seen_hash(toString(log.head().view()));
    return signEntry(body, viewOf(entry.author()), key);
}

std::optional<wire::RosterEntry> makeNewEpoch(const Roster& roster, const Author& author,
                                              const SpaceId& space, const SealKey& seal,
                                              const Bytes& previousUnderNew, Random& random) {
    const Space* found = roster.space(space);
    if (found == nullptr) return std::nullopt;
    std::vector<Receiver> receivers = receiversOf(roster, roster.holdersOf(space));
    for (const InvitationId& id : roster.invitationsHolding(space)) {
        const Invitation& invitation = *roster.invitation(id);
        if (invitation.recovery || invitation.expiresMs >= author.now)
            receivers.push_back({invitation.id.view(), invitation.boxKey});
    }
    wire::RosterBody body = newBody(roster, author.now, random);
    wire::SpaceKeys& keys = *body.mutable_new_epoch()->mutable_keys();
    fillKeys(keys, space, found->epoch + 1, std::move(receivers), seal);
    keys.set_previous_under_this(toString(previousUnderNew));
    return signedByDevice(body, author);
}

Signature signJoinRequest(const SigningKey& invitation, const RegionId& region, WallMs timeMs,
                          const ServerId& server) {
    return invitation.sign(joinRequestPurpose, {region.view(), numberBytes(timeMs), server.view()});
}

bool checkJoinRequest(const SigningPublicKey& invitation, const Signature& signature, const RegionId& region,
                      WallMs timeMs, const ServerId& server) {
    return verify(invitation, signature, joinRequestPurpose,
                  {region.view(), numberBytes(timeMs), server.view()});
}

}  // namespace veldwijzer::roster
