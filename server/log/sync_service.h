// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <unordered_map>

#include "base/clock.h"
#include "log/log.h"
#include "log/wrong_tries.h"
#include "refill.pb.h"
#include "roster/roster.h"
#include "wire/envelope.h"

namespace veldwijzer::server {

/// The rules of `POST /v1/sync` and `POST /v1/join`, without HTTP: who may push and pull, what happens to
/// each pushed entry, which pages go back.
///
/// No threads and no clock of its own. Thread-safe; `handle` and `join` block while the log makes their
/// appends durable. Several services (processes too) may work on one log: an append that was judged by an
/// outdated membership log is judged again.
///
/// What a pushed envelope meets, by Outcome.status and reason:
///   Accepted, Duplicate
///   RetryLater  sequence-gap, dependencies-missing, epoch-unknown, storage (disk full: downloads go on), and
///               epoch-old: sealed again under the current key, with the same content id, it will be taken
///   Rejected    malformed, too-large, unsupported-version, invalid-argument (another region), not-a-member,
///               forbidden, bad-signature, chain-broken (saw another membership log), sequence-fork
/// A pushed membership entry: Accepted, Duplicate, RetryLater (storage), Rejected with the roster's reason.
///
/// Pages follow the request's cursors in order, within limits::pageTargetBytes together; where nothing fitted
/// a page is empty and its head_position tells that there is more. As long as the answer's membership entries
/// do not reach roster_head, all pages are empty: whoever applied them could meet an author they do not know.
/// Page.problem: forbidden, not-a-member (removed by this very request), chain-broken (the cursor's hash is
/// not ours), server-restored (the request's server_epoch is not ours and the cursor is not at 0; envelopes
/// and membership entries of such a request are taken all the same: that is how a restored server is filled
/// up again).
class SyncService {
public:
    /// `log` must hold a region and outlive the service. Replays the membership log.
    explicit SyncService(Log& log);

    /// `from` is the device that signed the request. Errors refuse the request as a whole: NotAMember (also
    /// when removed), UnsupportedVersion, InvalidArgument (another region), TooLarge (a named limit),
    /// ChainBroken (the request's membership hash is not ours), Busy.
    [[nodiscard]] Result<wire::SyncResponse> handle(const wire::SyncRequest& request, const DeviceId& from,
                                                    WallMs now);

    /// Founding and joining. `invitation_signature` is roster::signJoinRequest's. Errors: Malformed,
    /// UnsupportedVersion, InvalidArgument, ClockSkew, BadSignature, InvitationUnknown; and, where there is
    /// no entry to judge or it founds the region, InvitationExpired, …Used, …Revoked. An entry that was
    /// judged has its Outcome in the answer: Accepted or Duplicate with the membership log after
    /// roster_position (ask with the same entry again for the next page), or Rejected and nothing else.
    [[nodiscard]] Result<wire::JoinResponse> join(const wire::JoinRequest& request, WallMs now);

    /// The key of a device that is in the roster and not removed.
    [[nodiscard]] std::optional<SigningPublicKey> signingKeyOf(const DeviceId& device);

    /// Membership entries for a server that lost its memory: each verified against those before it, but for
    /// expiry, which was judged when it first came in. Needs no proof of who asks: the entries prove
    /// themselves, and a device that joined after the backup is nobody here yet. Outside that time nothing is
    /// taken; the answer tells how far the log reaches. Errors: UnsupportedVersion, InvalidArgument,
    /// TooLarge.
    [[nodiscard]] Result<wire::RefillResponse> refill(const wire::RefillRequest& request, WallMs now);

    [[nodiscard]] const Region& region() const { return region_; }
    [[nodiscard]] ServerId serverId() const { return serverId_; }
    /// The membership as of now; a snapshot that never changes.
    [[nodiscard]] std::shared_ptr<const roster::Roster> roster();

private:
    using RosterPtr = std::shared_ptr<const roster::Roster>;

    /// What the membership log alone says of a request's envelopes.
    struct Judged {
        std::vector<wire::Outcome> outcomes;  ///< one for each envelope; empty where the log must judge too
        std::vector<Candidate> candidates;
        std::vector<std::size_t> places;  ///< of each candidate among the outcomes
    };

    /// Our copy as it is.
    RosterPtr held();
    /// What the log has beyond our copy, applied. The caller holds rosterMutex_.
    RosterPtr catchUp();
    using EntryList = google::protobuf::RepeatedPtrField<wire::RosterEntry>;
    /// What a request's membership entries come to, one after the other.
    struct RosterPush {
        std::vector<wire::Outcome> outcomes;   ///< one for each, in order
        std::vector<std::string> accepted;     ///< to be stored
        std::shared_ptr<roster::Roster> next;  ///< with them; null when none was looked at
    };
    RosterPush judgeRosterEntries(const EntryList& entries, const roster::Roster& current,
                                  std::optional<WallMs> now) const;
    /// All in one commit: a rotation of many spaces is there, or it is not.
    /// Without a time: when it expires is not asked.
    std::vector<wire::Outcome> pushRosterEntries(const EntryList& entries, std::optional<WallMs> now);
    Judged judge(const roster::Roster& roster, const wire::SyncRequest& request) const;
    Result<void> pushEnvelopes(const wire::SyncRequest& request, WallMs now, wire::SyncResponse& response);

    WrongTries wrongTries_;
    Log& log_;
    const Region region_;
    const ServerId serverId_;
    std::mutex rosterMutex_;  ///< one membership change at a time; guards `entryPositions_`
    std::unordered_map<Hash, std::uint64_t, FixedBytesHash> entryPositions_;
    std::mutex pointerMutex_;  ///< guards the pointer; what it points at never changes
    RosterPtr roster_;
};

}  // namespace veldwijzer::server
