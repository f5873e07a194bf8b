// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>

#include "roster/roster.h"

/// Entries of the membership log, ready to apply and to push. They are made against a roster as its author
/// knows it; whether the author may do the deed is `Roster::apply`'s to say, so apply an entry to a copy of
/// the roster before pushing it.
namespace veldwijzer::roster {

/// Seals the current key of a space to somebody (sealing/box.h). The server links this folder and holds no
/// key, so the sealing comes from outside.
using SealKey = std::function<Bytes(const SpaceId& space, const BoxPublicKey& to)>;

/// A device's public keys as they stand in an entry.
struct DeviceIdentity {
    SigningPublicKey signingKey;
    BoxPublicKey boxKey;
};

struct Founding {
    MemberId member;
    DeviceIdentity device;
    Bytes sealedName;
};
/// The first entry. `region` and the server's key come from the bootstrap invitation, as does `bootstrapKey`.
[[nodiscard]] wire::RosterEntry makeGenesis(const Anchor& anchor, const Founding& founding,
                                            const SigningKey& rootKey, const SigningKey& bootstrapKey,
                                            const SealKey& seal, WallMs now, Random& random);

/// Who makes an entry: a device of the roster.
struct Author {
    const SigningKey& key;
    WallMs now = 0;
};

struct Guest {
    SigningPublicKey signingKey;  ///< of the invitation
    BoxPublicKey boxKey;
    Role role = Role::Attendee;
    WallMs expiresMs = 0;
    std::uint32_t maxUses = 1;
    bool ownDevice = false;  ///< links a further device to the author; `role` and `maxUses` then don't matter
    bool recovery = false;   ///< of a recovery code: an own device, at any time; `expiresMs` doesn't matter
};
/// NotAMember when the author isn't in the roster.
[[nodiscard]] Result<wire::RosterEntry> makeInvitation(const Roster& roster, const Author& author,
                                                       const Guest& guest, const SealKey& seal,
                                                       Random& random);
[[nodiscard]] wire::RosterEntry makeRevocation(const Roster& roster, const Author& author,
                                               const InvitationId& invitation, Random& random);

struct Joining {
    MemberId member;  ///< fresh; ignored when the invitation links a device
    BoxPublicKey boxKey;
    Bytes sealedName;
};
/// `device` signs inside, `invitation` outside. `seal` is asked for the new personal space's key only.
/// InvitationUnknown when the roster doesn't hold the invitation.
[[nodiscard]] Result<wire::RosterEntry> makeJoin(const Roster& roster, const SigningKey& invitation,
                                                 const SigningKey& device, const Joining& joining,
                                                 const SealKey& seal, WallMs now, Random& random);

/// A team with the author in it. NotAMember as above.
[[nodiscard]] Result<wire::RosterEntry> makeTeam(const Roster& roster, const Author& author,
                                                 const SpaceId& space, const Bytes& sealedName,
                                                 const SealKey& seal, Random& random);
[[nodiscard]] wire::RosterEntry makeSetTeamMember(const Roster& roster, const Author& author,
                                                  const SpaceId& team, const MemberId& member, bool present,
                                                  const SealKey& seal, Random& random);
[[nodiscard]] wire::RosterEntry makeSetRole(const Roster& roster, const Author& author,
                                            const MemberId& member, Role role, const SealKey& seal,
                                            Random& random);
[[nodiscard]] wire::RosterEntry makeRemoveMember(const Roster& roster, const Author& author,
                                                 const MemberId& member, Random& random);
[[nodiscard]] wire::RosterEntry makeRemoveDevice(const Roster& roster, const Author& author,
                                                 const DeviceId& device, Random& random);
/// Only for a device that was removed: see wire::Emptied.
[[nodiscard]] wire::RosterEntry makeEmptied(const Roster& roster, const Author& author, std::uint64_t unsent,
                                            Random& random);
/// The same entry, made by the same device after seeing the log as it is in `log`: it was made against a
/// state that is still on its way there.
[[nodiscard]] wire::RosterEntry seenFrom(const wire::RosterEntry& entry, const Roster& log,
                                         const SigningKey& key);
/// `seal` seals the NEW key; `previousUnderNew` is the present key sealed with it. Open invitations are
/// sealed to as well. Nothing when the space isn't in the roster.
[[nodiscard]] std::optional<wire::RosterEntry> makeNewEpoch(const Roster& roster, const Author& author,
                                                            const SpaceId& space, const SealKey& seal,
                                                            const Bytes& previousUnderNew, Random& random);

/// What proves to the server, before there is a device, that a JoinRequest comes from the invitation's
/// holder.
[[nodiscard]] Signature signJoinRequest(const SigningKey& invitation, const RegionId& region, WallMs timeMs,
                                        const ServerId& server);
[[nodiscard]] bool checkJoinRequest(const SigningPublicKey& invitation, const Signature& signature,
                                    const RegionId& region, WallMs timeMs, const ServerId& server);

}  // namespace veldwijzer::roster
