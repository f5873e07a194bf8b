// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <limits>
#include <memory>
#include <mutex>
#include <span>

#include "base/clock.h"
#include "base/executor.h"
#include "base/random.h"
#include "base/result.h"
#include "merge/digest.h"
#include "sqlite/database.h"
#include "store/types.h"

namespace veldwijzer::store {

/// What the store is built on. References must outlive it.
struct Ground {
    Database& db;
    std::mutex& writeMutex;  ///< over write transactions and checkpoints
    const Clock& clock;
    Random& random;
    /// Told the number of the commit that just became durable; keeps it outside the database.
    std::function<void(std::uint64_t head)> anchorHead;
    /// Called between transactions; checkpoints when the log has grown too large to wait for a quiet moment.
    std::function<void()> checkpoint;
    /// Simulations crash here (by throwing): "deferred", "before-commit", "after-commit".
    std::function<void(const char* point)> fault;
    /// May work out beside the store's thread what follows from bytes alone. The tables are that thread's.
    Executor& helpers = nobody();
};

struct BulkProgress {
    std::uint64_t records = 0;
    std::uint64_t operations = 0;
    std::uint64_t changes = 0;
};

/// Records, listings, outbox, cursors and history of one device.
///
/// Invariants:
/// - A local change enters the outbox in the transaction that changes its records: a crash loses both or
/// neither.
/// - A page moves its cursor in the transaction that applies it.
/// - For every record with unacknowledged local operations the state without them (the *base*) is kept, so
/// that a
///   rejected change can be taken out again and the rest re-authored. The digest is over the bases: two
///   devices at the same position agree, whatever waits in their outboxes.
///
/// One thread. Storage faults throw StorageError and leave the state of before the transaction.
class Store final {
public:
    /// Makes the tables when they are not there. UnsupportedVersion when a newer program made them.
    static Result<std::unique_ptr<Store>> open(Ground ground);
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    /// The number of durable commits so far, to compare with the anchor kept outside.
    [[nodiscard]] std::uint64_t head() const;

    /// Counts on from `head` when that is more: a person accepted a vault that had been rolled back.
    void raiseHead(std::uint64_t head);

    // ---- transactions
    /// Runs `work` in one write transaction; nested calls join it. Durable on return.
    /// Whatever leaves `work` by an exception rolls everything back, nested or not.
    void transact(const std::function<void()>& work);
    /// Runs `work` and leaves its transaction open for more of the kind: durable after `settle`, once it has
    /// grown large, or with the next `transact`, which commits it first; gone when the program ends before.
    /// For what the server would tell again, never for what a person was told is kept. The write mutex is
    /// held meanwhile. An exception undoes everything that was deferred.
    void defer(const std::function<void()>& work);
    void settle();

    // ---- local writes
    /// One change, one transaction. Edits that change nothing are left out; when nothing is left no change is
    /// made and the result is 0, else its seq. TooLarge past limits::operationsPerChange or changeBytes,
    /// InvalidArgument for an operation that merge::whyInvalid refuses, UnsupportedVersion for a record of a
    /// newer schema.
    Result<std::uint64_t> write(const SpaceId& space, std::span<const RecordEdit> edits);
    /// As many changes as it takes, several to a transaction; resumable because writing again changes
    /// nothing.
    Result<BulkProgress> writeBulk(const SpaceId& space, std::span<const RecordEdit> edits);

    // ---- reading
    [[nodiscard]] std::optional<StoredRecord> find(const RecordId& id) const;
    /// The ids from `first` to `last`, both included, in order; what a person's abbreviation may mean.
    [[nodiscard]] std::vector<RecordId> idsBetween(const RecordId& first, const RecordId& last,
                                                   std::size_t limit) const;
    [[nodiscard]] ListResult list(const ListQuery& query) const;
    [[nodiscard]] std::vector<std::pair<std::string, std::uint64_t>> kinds()
        const;                                                                  ///< present records by kind
    [[nodiscard]] std::vector<HistoryEntry> history(const RecordId& id) const;  ///< newest first
    [[nodiscard]] std::vector<ConflictRow> conflicts(std::size_t limit) const;
    [[nodiscard]] std::uint64_t conflictCount() const;  ///< fields in conflict
    [[nodiscard]] std::uint64_t pendingCount() const;   ///< changes the server has not acknowledged
    [[nodiscard]] std::vector<RejectedChange> rejected() const;
    void dismissRejected(std::int64_t id);
    /// Changes that hold operations which every replica refuses; kept, not applied.
    [[nodiscard]] std::uint64_t quarantinedCount() const;
    [[nodiscard]] std::optional<DeviceId> deviceOf(const ActorId& actor) const;
    /// The clamp of an operation's wall clock, for merge::ClampedTime.
    [[nodiscard]] merge::ClampedTime clampedTime(const SpaceId& space) const;

    /// Where the operation's envelope stands in the server's log, of spaces where that says something
    /// (PlaceTable); nothing while it is not there, as far as the log was read here.
    [[nodiscard]] std::optional<std::uint64_t> logPositionOf(const SpaceId& space,
                                                             const merge::OperationId& operation) const;

    // ---- spaces
    /// Who this device is. Our actors derive from it, so it may change only while there are no spaces (a join
    /// that was refused and is tried with another invitation).
    void setDevice(const DeviceId& device);
    [[nodiscard]] std::optional<DeviceId> device() const;
    /// Known already: takes the type and the name.
    void addSpace(const SpaceId& id, std::uint32_t type, const std::string& name);
    [[nodiscard]] std::vector<SpaceRow> spaces() const;
    [[nodiscard]] std::optional<SpaceRow> space(const SpaceId& id) const;
    [[nodiscard]] merge::StateDigest digest(const SpaceId& space) const;
    /// Recomputed from every record; for `vault check` and tests.
    [[nodiscard]] merge::StateDigest computeDigest(const SpaceId& space) const;

    // ---- outbox
    /// Oldest first, those no envelope holds, at most so many changes and bytes (at least one, if any).
    [[nodiscard]] std::vector<PendingChange> pendingChanges(const SpaceId& space, std::size_t limit,
                                                            std::size_t bytes) const;
    /// What the server has not acknowledged, in an envelope or not, oldest first.
    [[nodiscard]] std::vector<PendingChange> unacknowledged(const SpaceId& space, std::size_t limit) const;
    /// A serialized wire::Change of ours, while this device has it: until it is acknowledged, and after that
    /// among the newest.
    [[nodiscard]] std::optional<Bytes> ownChange(const SpaceId& space, std::uint64_t seq) const;
    /// Heads of other actors applied since our previous envelope.
    [[nodiscard]] std::vector<ActorHead> unsentDependencies(const SpaceId& space) const;
    /// The envelope holds our changes firstSeq…lastSeq from now on; the dependencies count as sent.
    void freeze(const SpaceId& space, const OutgoingEnvelope& envelope);
    /// Replaces the sealed bytes of a frozen envelope (new epoch); its content id must be the same.
    void refreeze(const SpaceId& space, const OutgoingEnvelope& envelope);
    /// Envelopes that the server has not acknowledged, oldest first, until there are `limit` or their sealed
    /// bytes reach `bytes`.
    [[nodiscard]] std::vector<OutgoingEnvelope> outgoing(
        const SpaceId& space, std::size_t limit,
        std::size_t bytes = std::numeric_limits<std::size_t>::max()) const;
    /// Of the same envelopes, how much there is and whether one is not of `epoch`.
    [[nodiscard]] SealedAhead sealedAhead(const SpaceId& space, std::uint32_t epoch) const;
    /// The server has it: the outbox forgets, bases move on, our clock is clamped where it ran ahead. Where
    /// changes of others came by hand and the log has not shown them, nothing happens: the page that does
    /// acknowledges ours too.
    void acknowledge(const SpaceId& space, const Hash& contentId, WallMs serverTimeMs);
    /// The same of several, in the order of their changes: each record is looked at once.
    /// `pagesCome`: false where this device is given none any more; then nothing is left to a page.
    void acknowledge(const SpaceId& space, std::span<const TakenEnvelope> envelopes, bool pagesCome = true);
    /// The envelope's changes leave the records and go to the tray; what came after is re-authored by a new
    /// incarnation of ours. `at` is for people.
    void reject(const SpaceId& space, const Hash& contentId, std::string_view reason);
    /// What no envelope holds yet goes to the tray, as if its envelope had been rejected: the membership log
    /// says already what the server would say, and nothing can be sealed to ask it. Only when no envelope
    /// waits. Returns the number of changes.
    std::uint64_t rejectUnsealed(const SpaceId& space, std::string_view reason);
    /// Everything unacknowledged is re-authored by a new incarnation: after a clone, a restore or a fork.
    void reincarnate(const SpaceId& space);
    /// A server that lost its memory: start reading from zero, offer everything of ours it lacks.
    void rewindCursor(const SpaceId& space);

    // ---- incoming
    /// Applies envelopes (each seq once; what we hold already is skipped, our own included) and moves the
    /// cursor. ChainBroken when a seq is missing. To be called inside `transact` by whoever also has outcomes
    /// to apply.
    Result<void> applyPage(const SpaceId& space, std::span<const IncomingEnvelope> envelopes,
                           std::uint64_t position, const Hash& chain, std::uint64_t headPosition);
    [[nodiscard]] std::optional<ActorHead> actorHead(const SpaceId& space, const ActorId& actor) const;
    /// The log's chain hash after `position`, as applied here; nothing when it was not kept. Tells a forked
    /// log.
    [[nodiscard]] std::optional<Hash> chainAt(const SpaceId& space, std::uint64_t position) const;
    void noteSynced(const SpaceId& space, WallMs serverTimeMs);
    void setProblem(const SpaceId& space, std::string_view reason);

    // ---- by hand
    /// Takes changes of others that no log has shown yet: they are shown, our next envelopes build on them,
    /// and the bases and digests stay what the log says until it shows them. False when this device has them
    /// already. DependenciesMissing when something that they build on is not here; SequenceFork when others
    /// with their numbers are; NotFound for an unknown space.
    Result<bool> takeByHand(const SpaceId& space, const CarriedEnvelope& envelope);
    /// Those that the log has not shown yet, in the order in which they came.
    [[nodiscard]] std::vector<CarriedEnvelope> carried(const SpaceId& space) const;
    /// Of those, what the server was not given, sealed under `epoch`, until there are `limit` or they reach
    /// `bytes`.
    [[nodiscard]] std::vector<CarriedEnvelope> carriedToOffer(const SpaceId& space, std::uint32_t epoch,
                                                              std::size_t limit, std::size_t bytes) const;
    [[nodiscard]] std::uint64_t carriedCount() const;  ///< changes
    /// The server has it; its page will come.
    void noteCarriedOffered(const SpaceId& space, const Hash& contentId);
    /// The server will never take that actor's changes from `seq` on: they go to the tray with what builds on
    /// them, and ours is authored again.
    void dropCarried(const SpaceId& space, const ActorId& actor, std::uint64_t seq, std::string_view reason);
    /// Everybody's heads as far as they are acknowledged or the log has shown them, ours included.
    [[nodiscard]] std::vector<ActorHead> actorHeads(const SpaceId& space) const;
    /// How far an actor's changes are here: in the log, by hand or written here.
    [[nodiscard]] std::optional<ActorHead> headAhead(const SpaceId& space, const ActorId& actor) const;
    /// Every envelope of ours that is here, acknowledged or not, oldest first; of the former the newest.
    [[nodiscard]] std::vector<OutgoingEnvelope> heldEnvelopes(const SpaceId& space) const;

    // ---- small things kept beside (identity, keys, membership log); bytes are the caller's
    [[nodiscard]] std::optional<Bytes> setting(std::string_view key) const;
    void setSetting(std::string_view key, ByteView value);
    [[nodiscard]] std::vector<Bytes> rosterEntries() const;
    void appendRosterEntry(ByteView entry);
    void queueRosterEntry(ByteView entry);  ///< made here, not in the log yet
    [[nodiscard]] std::vector<std::pair<std::int64_t, Bytes>> queuedRosterEntries() const;
    void replaceQueuedRosterEntry(std::int64_t id, ByteView entry);
    void dropQueuedRosterEntry(std::int64_t id);

    // ---- for what is derived from records outside the store: the search index
    /// A record where it is stored, read for an index.
    struct RowRecord {
        SpaceId space;
        merge::Record record;
        merge::ClampedTime clamped;
        bool shown = false;  ///< lists show it: it is there, not deleted, not erased
    };
    struct ChangedRow {
        std::int64_t row = 0;
        RecordId id;       ///< zero when the record is gone
        std::string kind;  ///< empty when the record is gone
        /// The first eight bytes of the id of a record that was taken out of this row, in memory order; 0:
        /// none.
        std::uint64_t gone = 0;
    };
    /// Rows that differ from what was settled, ascending; one may come twice.
    [[nodiscard]] std::vector<ChangedRow> changedRows(std::size_t limit) const;
    /// How many, counted no further than `limit`.
    [[nodiscard]] std::size_t changedCount(std::size_t limit) const;
    /// All changed rows up to and including this one were read. In the transaction that keeps what was made
    /// of them.
    void settleChanged(std::int64_t lastRow);
    /// What was made of them is of no use any more: every row counts as changed.
    void unsettleAll();
    /// Nothing when no record is stored there.
    [[nodiscard]] std::optional<RowRecord> readRow(std::int64_t row) const;
    /// Of every record with this id, whatever its space and kind.
    [[nodiscard]] std::vector<std::int64_t> rowsOf(const RecordId& id) const;
    /// For tables of the caller's own, which must begin with a name of its own; written inside `transact`.
    [[nodiscard]] Database& database();
    /// Hands that may help whoever stands on this store.
    [[nodiscard]] Executor& helpers() const;

    // ---- care
    struct CheckReport {
        bool digestsMatch = true;
        bool listingsMatch = true;
        std::vector<std::string> problems;
    };
    [[nodiscard]] CheckReport check() const;

private:
    struct Parts;
    explicit Store(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace veldwijzer::store
