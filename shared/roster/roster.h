// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "veldwijzer.pb.h"

/// The membership log: who may do what, since when. Server and clients run the same code over it: the server
/// to decide who may push and pull, the clients so that the server cannot invent a member.
namespace veldwijzer::roster {

// Numbers stand on the wire: append only.
enum class Role : std::uint32_t { Coordinator = 1, Editor = 2, Professional = 3, Attendee = 4 };
enum class SpaceType : std::uint32_t {
    Map = 1,
    Templates = 2,
    Programme = 3,
    Participation = 4,
    Suggestions = 5,
    Team = 6,
    Personal = 7
};
[[nodiscard]] std::string_view roleName(Role role);  ///< "coordinator"
[[nodiscard]] std::optional<Role> roleFrom(std::string_view name);
[[nodiscard]] std::string_view spaceTypeName(SpaceType type);  ///< "map"; for a team "team"

/// The one table of rights: role × space type. For participation and suggestions `write` means own records
/// only (checked on every replica from the signature). Teams and personal spaces go by their list of members.
struct Rights {
    bool read = false;
    bool write = false;
    bool ownRecordsOnly = false;
};
[[nodiscard]] Rights rightsOf(Role role, SpaceType type);

struct Device {
    DeviceId id;
    MemberId member;
    SigningPublicKey signingKey;
    BoxPublicKey boxKey;
    std::uint64_t addedAt = 0;  ///< position in the log
    bool removed = false;
};
struct Member {
    MemberId id;
    Role role = Role::Attendee;
    Bytes sealedName;
    bool removed = false;
};
struct Space {
    SpaceId id;
    SpaceType type = SpaceType::Map;
    MemberId owner;                 ///< of a personal space
    std::vector<MemberId> members;  ///< of a team
    Bytes sealedName;
    std::uint32_t epoch = 1;
    /// Every SpaceKeys entry so far, oldest first, for finding one's own key.
    std::vector<wire::SpaceKeys> keys;
};
struct Invitation {
    InvitationId id;
    SigningPublicKey signingKey;
    BoxPublicKey boxKey;
    Role role = Role::Attendee;
    WallMs expiresMs = 0;
    std::uint32_t maxUses = 1;
    std::uint32_t uses = 0;
    bool revoked = false;
    std::optional<MemberId> linksTo;  ///< a further device of this member
    DeviceId author;
    std::vector<wire::SpaceKeys> keys;
};

/// What the verifier was told outside the log.
struct Anchor {
    RegionId region;
    SigningPublicKey serverKey;
    /// Fingerprint of the root key; nothing only on the device that makes the region and on a server without
    /// one.
    std::optional<Hash> rootFingerprint;
    /// The bootstrap invitation's key, on the server and on the device that redeems it: Genesis must be
    /// signed by it.
    std::optional<SigningPublicKey> bootstrapKey;
};

/// The state after a prefix of the log. Copyable value; not thread-safe.
class Roster {
public:
    explicit Roster(Anchor anchor) : anchor_(std::move(anchor)) {}

    /// Verifies one entry against this state and, if it is right, becomes the state after it. On an error
    /// nothing has changed. `serverTimeMs` bounds invitations on the server (expiry); clients pass nothing:
    /// expiry was the server's to judge, and a client joining the log later cannot know the time of then.
    /// Errors: Malformed, BadSignature, NotAMember, Forbidden, Invitation…, ChainBroken (seen hash),
    /// Replayed.
    Result<void> apply(const wire::RosterEntry& entry, std::optional<WallMs> serverTimeMs = std::nullopt);

    [[nodiscard]] std::uint64_t position() const { return hashes_.size(); }
    [[nodiscard]] Hash head() const;                                         ///< chain hash; zero when empty
    [[nodiscard]] std::optional<Hash> hashAt(std::uint64_t position) const;  ///< 0 is zero
    [[nodiscard]] const Anchor& anchor() const { return anchor_; }
    [[nodiscard]] bool founded() const { return rootKey_.has_value(); }
    [[nodiscard]] std::optional<SigningPublicKey> rootKey() const { return rootKey_; }

    [[nodiscard]] const Device* device(const DeviceId& id) const;
    [[nodiscard]] const Member* member(const MemberId& id) const;
    [[nodiscard]] const Space* space(const SpaceId& id) const;
    [[nodiscard]] const Invitation* invitation(const InvitationId& id) const;
    [[nodiscard]] const std::map<DeviceId, Device>& devices() const { return devices_; }
    [[nodiscard]] const std::map<MemberId, Member>& members() const { return members_; }
    [[nodiscard]] const std::map<SpaceId, Space>& spaces() const { return spaces_; }
    [[nodiscard]] const std::map<InvitationId, Invitation>& invitations() const { return invitations_; }

    // Questions about now. NotAMember or Forbidden, with a message.
    [[nodiscard]] Result<void> mayRead(const DeviceId& device, const SpaceId& space) const;
    [[nodiscard]] Result<void> mayWrite(const DeviceId& device, const SpaceId& space) const;
    /// The spaces that a device may pull.
    [[nodiscard]] std::vector<SpaceId> readableBy(const DeviceId& device) const;

private:
    Anchor anchor_;
    std::optional<SigningPublicKey> rootKey_;
    std::vector<Hash> hashes_;
    std::map<DeviceId, Device> devices_;
    std::map<MemberId, Member> members_;
    std::map<SpaceId, Space> spaces_;
    std::map<InvitationId, Invitation> invitations_;
};

[[nodiscard]] Hash rootFingerprintOf(const SigningPublicKey& rootKey);
/// The spaces every region has; their ids follow from the region's.
[[nodiscard]] SpaceId regionSpace(const RegionId& region, SpaceType type);
[[nodiscard]] SpaceId personalSpace(const RegionId& region, const MemberId& member);
/// `body` must carry region, seen position and hash, time and nonce; see `newBody`.
[[nodiscard]] wire::RosterBody newBody(const Roster& roster, WallMs now, Random& random);
[[nodiscard]] wire::RosterEntry signEntry(const wire::RosterBody& body, ByteView author,
                                          const class ::veldwijzer::SigningKey& key);

}  // namespace veldwijzer::roster
