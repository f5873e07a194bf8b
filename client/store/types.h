// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "merge/conflicts.h"
#include "merge/record.h"
#include "signing/identity.h"

namespace veldwijzer::store {

/// What a person (or an import) wants; the store fills in which operations it replaces.
struct FieldEdit {
    merge::Action action = merge::Action::Assign;
    std::string field;                  ///< empty for Delete, Restore, Erase
    std::optional<merge::Value> value;  ///< Assign without a value empties the field
};
struct RecordEdit {
    RecordId record;
    std::string kind;
    std::vector<FieldEdit> edits;
};

/// One space on this device.
struct SpaceRow {
    SpaceId id;
    std::uint32_t type = 0;  ///< roster::SpaceType
    std::string name;        ///< "map", "team/NAME", "personal"
    Incarnation incarnation;
    ActorId actor;                   ///< ours, here
    std::uint64_t lastSeq = 0;       ///< of our newest change
    std::uint64_t frozenSeq = 0;     ///< up to where our changes stand in envelopes
    std::uint64_t ackedSeq = 0;      ///< up to where the server acknowledged
    Hash lastContentId;              ///< of our newest envelope; zero before the first
    std::uint64_t position = 0;      ///< of the server's log, applied up to and including
    Hash chain;                      ///< the log's chain hash there
    std::uint64_t headPosition = 0;  ///< the log's end, as last heard
    WallMs lastSyncMs = 0;           ///< server time of the last completed sync; 0 is never
    std::string problem;             ///< errorName of what stopped this space; empty is fine
};

/// A local change that no envelope holds yet.
/// An envelope of ours that the server has, and when it took it.
struct TakenEnvelope {
    Hash contentId;
    WallMs serverTimeMs = 0;
};

struct PendingChange {
    std::uint64_t seq = 0;
    Bytes change;  ///< serialized wire::Change
};

/// A sealed envelope on its way. Frozen durably before it is first offered, so that every retry sends the
/// same.
struct OutgoingEnvelope {
    std::uint64_t firstSeq = 0;
    std::uint64_t lastSeq = 0;
    std::uint32_t epoch = 1;
    Hash contentId;
    Bytes batch;     ///< packed wire::ChangeBatch, to seal again under a new epoch
    Bytes envelope;  ///< serialized wire::Envelope
};

/// The epoch of what was sealed when the server had another log than it has now: to be sealed again.
inline constexpr std::uint32_t sealedForLostLog = 0;

struct SealedAhead {
    std::size_t bytes = 0;    ///< sealed
    bool olderEpoch = false;  ///< one has to be sealed again
};

struct ActorHead {
    ActorId actor;
    DeviceId device;
    std::uint64_t seq = 0;
    Hash contentId;
};

/// A change from a verified, unsealed envelope.
struct IncomingEnvelope {
    std::uint64_t position = 0;
    WallMs serverTimeMs = 0;
    DeviceId device;
    ActorId actor;
    Hash contentId;
    Hash chain;               ///< the log's chain hash after this entry
    std::uint32_t epoch = 0;  ///< of the key that it was sealed with
    std::uint64_t firstSeq = 0;
    std::vector<Bytes> changes;  ///< serialized wire::Change, seq firstSeq…
    /// Set where the space is own-records-only: operations on records not bound to this member are
    /// quarantined.
    std::optional<MemberId> ownRecordsOf;
};

/// How far an author had seen another actor's changes.
struct SeenHead {
    ActorId actor;
    std::uint64_t seq = 0;
};

/// A verified envelope of somebody else that came by hand, in no log yet. `opened` has no position, no server
/// time and no chain.
struct CarriedEnvelope {
    IncomingEnvelope opened;
    std::uint32_t epoch = 1;
    std::vector<SeenHead> dependencies;
    Bytes envelope;  ///< serialized wire::Envelope, to be carried further
};

/// A rejected change, kept where its author sees it.
struct RejectedChange {
    std::int64_t id = 0;
    SpaceId space;
    std::string reason;  ///< errorName
    WallMs at = 0;
    std::vector<RecordId> records;
    Bytes change;  ///< serialized wire::Change
};

struct ListRow {
    RecordId id;
    std::string kind;
    std::string title;
    bool conflict = false;
};
struct ListQuery {
    std::string kind;
    std::vector<std::pair<std::string, std::string>> facets{};  ///< all must hold: (facet, code)
    std::size_t offset = 0;
    std::size_t limit = 50;
};
struct ListResult {
    std::uint64_t total = 0;
    std::vector<ListRow> rows;  ///< by title, then id
};

struct StoredRecord {
    SpaceId space;
    merge::Record record;
    merge::Visibility visibility = merge::Visibility::Present;
    bool pending = false;  ///< has changes that the server has not acknowledged
};

struct HistoryEntry {
    std::string field;  ///< "" for whole-record operations
    merge::LiveOperation operation;
    bool live = false;
    std::optional<merge::OperationId> replacedBy;
};

struct ConflictRow {
    SpaceId space;
    RecordId id;
    std::string kind;
    std::string title;
    std::vector<merge::Conflict> conflicts;
};

}  // namespace veldwijzer::store
