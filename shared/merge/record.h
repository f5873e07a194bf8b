// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "merge/operation.h"

namespace veldwijzer::merge {

/// An operation that still counts: not replaced by another.
struct LiveOperation {
    OperationId id;
    Action action = Action::Assign;
    WallMs wallMs = 0;
    std::optional<Value> value;
    /// Only a Delete keeps its list: it tells which edits its author had not seen.
    std::vector<OperationId> saw;
    bool operator==(const LiveOperation&) const = default;
};

/// What happened to an operation that stopped counting: for the history.
struct Superseded {
    std::string field;  ///< "" for whole-record operations
    LiveOperation operation;
    OperationId by;
};

struct Field {
    std::string name;
    std::vector<LiveOperation> operations;  ///< sorted by operation id
    bool operator==(const Field&) const = default;
};

/// The unit of storage and of merging: for each field the operations not replaced by another.
/// One is the normal case; more than one is a set or a conflict.
///
/// The replica invariant: two replicas that have applied the same set of operations, in any order that
/// respects causality, hold records with byte-identical `encode()`.
struct Record {
    RecordId id;
    std::string kind;
    /// The greatest schema version of any operation ever applied: newer than ours means read-only.
    std::uint32_t schemaVersion = 0;
    /// Sorted by name; no empty ones.
    std::vector<Field> fields;
    /// Live Delete and Restore operations, sorted by id. A Restore stays, so that a concurrent second Delete
    /// meets it as an edit that its author had not seen.
    std::vector<LiveOperation> deletes;
    /// Erase operations, sorted by id. Not empty: `fields` and `deletes` are empty, for ever.
    std::vector<LiveOperation> erases;

    [[nodiscard]] const Field* field(std::string_view name) const;
    [[nodiscard]] bool erased() const { return !erases.empty(); }
    bool operator==(const Record&) const = default;
};

/// What a delete does when it meets an edit that its author had not seen.
enum class DeletePolicy : std::uint8_t {
    EditWins,    ///< social map: the record is back, whole, and flagged
    DeleteWins,  ///< programme: cancelled stays cancelled, with a notice
};

enum class Visibility : std::uint8_t {
    Present,
    Deleted,
    PresentDespiteDelete,  ///< EditWins met an unseen edit: in the conflict inbox
    DeletedDespiteEdit,    ///< DeleteWins met an unseen edit: in the conflict inbox as a notice
    Erased,
};

/// Applies one valid operation (see whyInvalid). Idempotent for operations that are live.
/// The caller sees to it that causally earlier operations came first and none comes twice.
/// What stops counting is appended to `superseded` (may be null); what an Erase ends goes there without its
/// value, because the values have to go everywhere.
///
/// Each action of a field keeps to its own: an Assign replaces Assigns, an Add or Remove replaces Adds. What
/// a Maximum names is ignored: among Maximums the greatest by (value, id) counts, whoever saw what. Delete
/// and Restore replace Deletes and Restores.
void apply(Record& record, const Operation& operation, std::vector<Superseded>* superseded = nullptr);
void apply(Record& record, Operation&& operation, std::vector<Superseded>* superseded = nullptr);

/// All operations that one change makes on `record`, in order; the values move. An empty record takes its id
/// and kind from `target`, and this is the fast way to fill it.
void apply(Record& record, RecordOperations&& target, std::vector<Superseded>* superseded = nullptr);

/// Deleted when a live Delete exists and every live operation of the fields, and every live Restore, was seen
/// by one live Delete or another. Together, not one alone: when two people delete at the same time and each
/// had made an edit that the other had not seen, both edits were deleted by somebody who knew them.
[[nodiscard]] Visibility visibilityOf(const Record& record, DeletePolicy policy);

/// Every live operation id of the record (fields and deletes), sorted: what a Delete or Erase made now must
/// name. More than limits::replacesPerOperation go into several Deletes of one change, each naming a part.
[[nodiscard]] std::vector<OperationId> allOperationIds(const Record& record);

/// The shown time of an operation: its own wall clock, or less where the server's envelope clamps it.
using ClampedTime = std::function<WallMs(const OperationId&, WallMs)>;

/// The value to show for a register or maximum: of the distinct live values the one whose operation is
/// greatest by (clamped time, actor, seq, index). Null when the field is absent or emptied.
[[nodiscard]] const Value* shownValue(const Record& record, std::string_view field,
                                      const ClampedTime& clamped = {});

/// The elements of a set, sorted by `compare`, each once.
[[nodiscard]] std::vector<const Value*> elementsOf(const Record& record, std::string_view field);

/// Canonical bytes: storage format and digest input at once. See RECORD.md.
[[nodiscard]] Bytes encode(const Record& record);
/// The same into a buffer that is used again; what it held is replaced.
void encodeInto(const Record& record, Bytes& target);
/// `id` and `kind` are not in the bytes; they are the key that the bytes are stored under.
[[nodiscard]] Result<Record> decode(RecordId id, std::string_view kind, ByteView bytes);

}  // namespace veldwijzer::merge
