// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/random.h"
#include "base/result.h"
#include "signing/keys.h"
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
    Personal = 7,
    Confidential = 8  ///< addresses that must not get about, such as a shelter's
};
/// The spaces that a region is founded with. The last came later: a region founded before it has none.
inline constexpr std::array regionSpaceTypes{SpaceType::Map,         SpaceType::Templates,
                                             SpaceType::Programme,   SpaceType::Participation,
                                             SpaceType::Suggestions, SpaceType::Confidential};
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
/// Who reads or writes a space holds its key: one can't seal without it. The server gives its log to readers
/// only, so an attendee holds the key of participation and still pulls nothing from it.
[[nodiscard]] bool holdsKey(Role role, SpaceType type);

struct Device {
    DeviceId id;
    MemberId member;
    SigningPublicKey signingKey;
    BoxPublicKey boxKey;
    std::uint64_t addedAt = 0;  ///< position in the log
    bool removed = false;
    std::uint64_t removedAt = 0;          ///< 0 while it isn't
    DeviceId removedBy;                   ///< the device that signed the removal
    InvitationId joinedWith;              ///< zero for the founder's
    std::uint64_t emptiedAt = 0;          ///< where it confirmed that it emptied itself; 0 while it has not
    std::uint64_t unsentWhenEmptied = 0;  ///< changes that it said it had not sent
};
struct RoleSince {
    std::uint64_t position = 0;
    Role role = Role::Attendee;
};
struct Member {
    MemberId id;
    Role role = Role::Attendee;
    Bytes sealedName;
    bool removed = false;
    std::uint64_t removedAt = 0;           ///< 0 while not
    std::vector<RoleSince> roles;          ///< oldest first, the present one last
    std::vector<DeviceId> devices;         ///< every one they ever had
    std::optional<InvitationId> recovery;  ///< the newest recovery code; see `recoveryOf`
};
struct TeamChange {
    std::uint64_t position = 0;
    MemberId member;
    bool present = false;
};
struct Space {
    SpaceId id;
    SpaceType type = SpaceType::Map;
    MemberId owner;                 ///< of a personal space
    std::vector<MemberId> members;  ///< of a team
    Bytes sealedName;
    std::uint32_t epoch = 1;
    /// Every SpaceKeys entry so far, oldest first, for finding one's own key; see `Roster::keysFor`.
    std::vector<wire::SpaceKeys> keys;
    std::uint64_t createdAt = 0;
    WallMs epochMadeMs = 0;                  ///< when the present epoch was made, by its author's clock
    std::vector<std::uint64_t> epochsSince;  ///< [epoch - 1] is the position where that epoch began
    std::vector<TeamChange> teamHistory;     ///< oldest first
    /// Somebody who held the current key has lost the right to it: a new epoch should follow.
    bool epochDue = false;
};
/// A space key sealed to somebody.
struct KeyFor {
    SpaceId space;
    std::uint32_t epoch = 0;
    Bytes sealed;
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
    bool recovery = false;            ///< of a recovery code: it does not expire
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
    /// Errors: Malformed, TooLarge, UnsupportedVersion, BadSignature, NotAMember, Forbidden, Invitation…,
    /// ChainBroken (seen hash), Replayed, ServerChanged (another server's founding), EpochOld (made before an
    /// epoch or a device that the author had not seen: fetch, and make it again).
    Result<void> apply(const wire::RosterEntry& entry, std::optional<WallMs> serverTimeMs = std::nullopt);

    /// The same for an entry that this program applied before and kept where nobody else writes (the vault,
    /// the server's own database): every rule again, but not the signatures, which take most of the time of a
    /// long log. Never for anything that came over the network or in a file.
    Result<void> reload(const wire::RosterEntry& entry);

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

    /// The region's spaces and the teams, in the order of their ids; never the personal ones.
    [[nodiscard]] std::vector<const Space*> sharedSpaces() const;

    // Questions about now. NotAMember or Forbidden, with a message.
    [[nodiscard]] Result<void> mayRead(const DeviceId& device, const SpaceId& space) const;
    [[nodiscard]] Result<void> mayWrite(const DeviceId& device, const SpaceId& space) const;
    /// The spaces that a device may pull.
    [[nodiscard]] std::vector<SpaceId> readableBy(const DeviceId& device) const;
    /// The spaces whose keys a device holds: what it may pull and what it may only push to.
    [[nodiscard]] std::vector<SpaceId> keyHeldBy(const DeviceId& device) const;
    /// The devices that hold a space's key, sorted; the recipients of a new epoch, with the recovery codes of
    /// their owners.
    [[nodiscard]] std::vector<DeviceId> holdersOf(const SpaceId& space) const;
    /// The recovery codes that give a space's key.
    [[nodiscard]] std::vector<InvitationId> recoveriesOf(const SpaceId& space) const;
    /// A member's recovery code, while it can be used; null otherwise. It is sealed to like a device of
    /// theirs.
    [[nodiscard]] const Invitation* recoveryOf(const MemberId& member) const;
    /// Somebody lost the right to this space and still has its key: nothing more may be sealed with it. Never
    /// of a space that more devices hold than one epoch can be sealed to, or nobody could write there again.
    [[nodiscard]] bool awaitsEpoch(const SpaceId& space) const;
    /// Whether a device may give a space its next epoch: coordinators at any time; when somebody lost the
    /// right to it, whoever holds the key and is not an attendee; in a team and a personal space those who
    /// are in it.
    [[nodiscard]] Result<void> mayRenew(const DeviceId& device, const SpaceId& space) const;

    // Questions about the state after `position` entries: a replica judges an envelope by the roster that its
    // author had seen, so that a later change of role takes nothing back. DependenciesMissing when this log
    // does not reach that far yet.
    [[nodiscard]] Result<Rights> rightsAt(const DeviceId& device, const SpaceId& space,
                                          std::uint64_t position) const;
    [[nodiscard]] Result<void> mayWrite(const DeviceId& device, const SpaceId& space,
                                        std::uint64_t position) const;
    /// Whether `hash` is this log's at `position`: ChainBroken when the author saw another history.
    [[nodiscard]] Result<void> checkSeen(std::uint64_t position, const Hash& hash) const;

    /// Every key sealed to a device or invitation, oldest first: what its box key opens.
    [[nodiscard]] std::vector<KeyFor> keysFor(const DeviceId& device) const;
    [[nodiscard]] std::vector<KeyFor> keysFor(const InvitationId& invitation) const;
    /// Nothing if that invitation can be redeemed now; Invitation… otherwise.
    [[nodiscard]] Result<void> checkInvitation(const InvitationId& invitation,
                                               std::optional<WallMs> serverTimeMs = std::nullopt) const;
    /// The invitations that can still be redeemed and give this space's key.
    [[nodiscard]] std::vector<InvitationId> invitationsHolding(const SpaceId& space) const;

private:
    struct Step;  // one entry on its way in; see step.h
    // Each checks everything first and changes the state only then.
    Result<void> applyGenesis(const Step& step);
    Result<void> applyInvitation(const Step& step);
    Result<void> applyRevocation(const Step& step);
    Result<void> applyJoin(const Step& step);
    Result<void> applyNewSpace(const Step& step);
    Result<void> applySetRole(const Step& step);
    Result<void> applyRemoveMember(const Step& step);
    Result<void> applyRemoveDevice(const Step& step);
    Result<void> applySetSpaceMember(const Step& step);
    Result<void> applyNewEpoch(const Step& step);
    Result<void> applyEmptied(const Step& step);
    Result<void> dispatch(Step& step);
    Result<void> accept(const wire::RosterEntry& entry, std::optional<WallMs> serverTimeMs, bool known);

    Result<void> checkPlace(const Step& step) const;
    Result<void> findAuthor(Step& step) const;
    Result<void> checkGenesis(const Step& step) const;
    Result<void> checkFounder(const Step& step) const;
    Result<void> checkRegionSpaces(const Step& step) const;
    Result<void> checkLink(const Step& step, const MemberId& member, std::optional<Role> role) const;
    Result<void> checkInvitationKeys(const Step& step, const Invitation& invitation) const;
    Result<void> checkPersonal(const wire::NewSpace& message, const MemberId& member,
                               const DeviceId& device) const;
    Result<void> checkNewMember(const Step& step, const DeviceId& device) const;
    Result<void> checkFurtherDevice(const Step& step, const Invitation& invitation) const;
    Result<void> checkCoordinatorRemains(const MemberId& without, const DeviceId* device) const;
    Result<void> checkGainedKeys(const Step& step, const Member& member,
                                 const std::vector<Space*>& gained) const;
    Result<void> checkEpochKeys(const Step& step, const Space& space) const;

    [[nodiscard]] bool isCoordinator(const Step& step) const;
    [[nodiscard]] bool stillEntitled(const Invitation& invitation) const;
    [[nodiscard]] bool invitationHolds(const InvitationId& invitation, const Space& space) const;
    [[nodiscard]] bool memberHolds(const Member& member, const Space& space) const;
    [[nodiscard]] std::vector<DeviceId> liveDevices(const Member& member) const;
    [[nodiscard]] std::vector<std::array<std::uint8_t, 16>> receiversOf(const Member& member) const;
    [[nodiscard]] std::vector<const Space*> spacesAround(const MemberId& member) const;
    [[nodiscard]] std::vector<KeyFor> keysSealedTo(ByteView recipient,
                                                   const std::vector<const Space*>& spaces) const;
    void addSpace(const wire::NewSpace& message, const Step& step);
    void addMember(const MemberId& id, Role role, const std::string& sealedName, std::uint64_t position);
    void addDevice(const MemberId& member, const wire::DeviceKeys& keys, std::uint64_t position,
                   const InvitationId& with);
    void changeRole(Member& member, Role role, std::uint64_t position);
    void removeDevice(const DeviceId& id, const Step& step);
    void leaveTeams(const MemberId& member, std::uint64_t position);
    void setInTeam(Space& team, const MemberId& member, bool present, std::uint64_t position);

    Anchor anchor_;
    std::optional<SigningPublicKey> rootKey_;
    std::vector<Hash> hashes_;
    std::map<DeviceId, Device> devices_;
    std::map<MemberId, Member> members_;
    std::map<SpaceId, Space> spaces_;
    std::map<InvitationId, Invitation> invitations_;
    std::unordered_set<Hash, FixedBytesHash> bodies_;  // of every entry so far, against replay
    std::set<SpaceId> sharedSpaces_;                   // all but the personal ones, which may be many
    std::set<MemberId> coordinators_;
};

[[nodiscard]] Hash rootFingerprintOf(const SigningPublicKey& rootKey);
/// The spaces every region has; their ids follow from the region's.
[[nodiscard]] SpaceId regionSpace(const RegionId& region, SpaceType type);
[[nodiscard]] SpaceId personalSpace(const RegionId& region, const MemberId& member);
/// A body with region, seen position and hash, time and nonce; the caller adds what it is about. See
/// entries.h.
[[nodiscard]] wire::RosterBody newBody(const Roster& roster, WallMs now, Random& random);
[[nodiscard]] wire::RosterEntry signEntry(const wire::RosterBody& body, ByteView author,
                                          const SigningKey& key);

}  // namespace veldwijzer::roster
