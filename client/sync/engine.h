// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "store/store.h"
#include "sync/identity.h"
#include "sync/message.h"
#include "sync/push_builder.h"
#include "sync/refill.h"
#include "sync/retry_timer.h"
#include "sync/roster_keeper.h"

namespace veldwijzer::sync {

/// There once the server has had another log than it has now: what colleagues saw of that one can no longer
/// be held against this one. Not empty from the moment it is recognised until the server has everything back.
inline constexpr std::string_view restoredSetting = "server-restored";

/// Something that a person must know. `space` is empty when it concerns the whole region.
struct Alarm {
    std::string space;
    ErrorCode code{};
    std::string message;
};

/// What the sync line shows; derived from the outbox and the server's acknowledgements only.
struct Progress {
    bool complete = false;     ///< the last answer left nothing to send and nothing to fetch
    std::uint64_t pushed = 0;  ///< changes acknowledged since the engine began
    std::uint64_t pulled = 0;  ///< changes of others applied
    std::uint64_t rejected = 0;
    std::uint64_t behind = 0;  ///< log entries still to fetch
    /// The server's time minus this device's, from its last signed answer; 0 before there was one.
    std::int64_t clockOffsetMs = 0;
    std::optional<Error> lastFailure;  ///< of the last round; Offline is a normal state
    std::vector<Alarm> alarms;         ///< of the last round
    /// This device was removed from the region: the membership log says so, signed by who did it. Nothing is
    /// sent or fetched any more.
    bool removed = false;
    /// The server was told that this device empties itself, or could not be told.
    bool farewellSaid = false;
};

/// Decides what to say to the server and what to make of its answers. Does no I/O: the network thread carries
/// requests, the simulation carries them through a storm. Owned by the store thread.
///
///     while (auto request = engine.nextRequest())
///         if (auto response = transport.post(*request)) engine.received(*response);
///         else engine.failed(response.error());
///
/// At most one request is under way. What answers bring becomes durable together, when the sync is complete
/// or has failed and at the latest with the answer after `deferredAtMostMs`: a crash before that loses only
/// what the server tells again.
///
/// Storage faults throw StorageError out of nextRequest, received and failed: the store's transaction is then
/// rolled back and the engine must be made anew.
class Engine {
public:
    /// `serverKey` is the pin from the invitation.
    Engine(store::Store& store, const Identity& identity, RosterKeeper& keeper,
           const SigningPublicKey& serverKey, const Clock& clock, Random& random);

    /// Nothing: not due yet, or one is under way.
    std::optional<Request> nextRequest();
    void received(const Response& response);
    void failed(const Error& error);

    /// A person asks for a sync now.
    void wake() { timer_.now(); }
    void noteWritten() { timer_.written(); }
    [[nodiscard]] std::int64_t dueAtMs() const { return timer_.dueAtMs(); }
    [[nodiscard]] const Progress& progress() const { return progress_; }

private:
    struct UnderWay {
        std::string body;
        bool refills = false;  ///< asks /v1/refill
        bool farewell = false;
        std::uint64_t rosterPosition = 0;
        std::vector<PushedEnvelope> envelopes;
        std::vector<CarriedPush> carried;  ///< behind those
        std::vector<std::int64_t>
            rosterEntries;  ///< their numbers in the queue; 0: none, made for this request
    };
    /// What waits for the membership log, and new keys where they are due. Returns the spaces that nothing
    /// may be sealed for until the answer is there.
    std::set<SpaceId> addRosterEntries(wire::SyncRequest& request, UnderWay& underWay);
    /// The membership log with what waits for it, which goes into the request as far as it fits.
    roster::Roster addQueued(wire::SyncRequest& request, UnderWay& underWay, bool& all);
    /// What waits, sealed and durable first.
    void addEnvelopes(wire::SyncRequest& request, UnderWay& underWay, std::set<SpaceId> held);
    [[nodiscard]] bool wasRemoved() const;
    void addFarewell(wire::SyncRequest& request, UnderWay& underWay);
    void sayFarewell();
    void addCursors(wire::SyncRequest& request) const;
    Result<wire::SyncResponse> open(const Response& response);
    void refused(const Response& response);
    Request refillRequest();
    void takeRefill(const Response& response);
    void giveUp(const Error& error, std::int64_t waitAtLeastMs);
    void settle();
    /// True when the server turned out to be a restored one: the next answer says how things stand.
    bool take(const wire::SyncResponse& answer);
    /// True when the server turned out to be a restored one: nothing else of this answer fits.
    bool takeServerEpoch(const wire::SyncResponse& answer);
    /// Says so in every round until the restored server has everything back.
    void tellRestored();
    bool takeRoster(const wire::SyncResponse& answer);
    void takeRosterOutcome(std::int64_t queued, const wire::Outcome& outcome);
    void takeOutcomes(const wire::SyncResponse& answer);
    void takeCarriedOutcomes(const wire::SyncResponse& answer);
    void takeRejection(const PushedEnvelope& pushed, const wire::Outcome& outcome);
    /// What came by hand under an older key waits for its author to seal it again; an author who has gone on
    /// under another name never will.
    void dropOvertaken(const SpaceId& space, const std::vector<store::IncomingEnvelope>& page);
    void takePage(const wire::Page& page);
    void raise(const SpaceId* space, const Error& error);
    [[nodiscard]] WallMs serverNow() const { return clock_.wallMs() + progress_.clockOffsetMs; }

    store::Store& store_;
    const Identity& identity_;
    RosterKeeper& keeper_;
    SigningPublicKey serverKey_;
    const Clock& clock_;
    Random& random_;
    RetryTimer timer_;
    Refill refill_;
    Progress progress_;
    int clockCorrections_ = 0;

    std::optional<UnderWay> underWay_;
    bool moreToDo_ = false;
    static constexpr std::int64_t deferredAtMostMs = 2000;
    std::optional<std::int64_t> deferredSinceMs_;  ///< of the oldest answer that is not durable yet
    std::uint64_t applied_ = 0;  ///< log entries taken, our own included: whether a round got anywhere
};

}  // namespace veldwijzer::sync
