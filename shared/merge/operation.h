// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "merge/value.h"

namespace veldwijzer::merge {

/// Unique for ever. `index` counts through the whole change.
struct OperationId {
    ActorId actor;
    std::uint64_t seq = 0;
    std::uint32_t index = 0;
    auto operator<=>(const OperationId&) const = default;
};

/// What an operation does. Numbers stand on the wire and in records: append only.
enum class Action : std::uint8_t {
    Assign = 1,   ///< multi-value register; without a value the field is emptied
    Add = 2,      ///< set: the element is present while any live operation adds it
    Remove = 3,   ///< set: drops the additions it names; nothing of itself stays
    Maximum = 4,  ///< the greatest value wins
    Delete = 5,   ///< the record; `replaces` names every operation of the record that the author saw
    Restore = 6,  ///< replaces the Delete operations it names
    Erase = 7,    ///< terminal: all values go, nothing comes after
};

struct Operation {
    OperationId id;
    Action action = Action::Assign;
    std::string field;  ///< empty for Delete, Restore, Erase
    std::optional<Value> value;
    std::vector<OperationId> replaces;  ///< sorted, unique
    WallMs wallMs = 0;                  ///< of its change, as its author's clock said
    std::uint32_t schemaVersion = 1;    ///< of its change
};

/// Operations on one record within one change.
struct RecordOperations {
    RecordId record;
    std::string kind;
    std::vector<Operation> operations{};
    /// Instead of `operations`, when these only make a new record: its bytes. See plain_record.h.
    Bytes plain{};
};

/// One local transaction of one actor in one space.
struct Change {
    ActorId actor;
    std::uint64_t seq = 0;
    WallMs wallMs = 0;
    std::uint32_t schemaVersion = 1;
    std::vector<RecordOperations> records;
};

/// The rule for a bad operation depends only on the operation and its schema version, so that every
/// replica quarantines the same ones: kept, not applied. Returns why, or nothing if it is fine.
std::optional<std::string> whyInvalid(const RecordOperations& target, const Operation& operation);
/// The same of one that replaces nothing; `value` null: none.
std::optional<std::string> whyInvalid(std::string_view kind, Action action, std::string_view field,
                                      const Value* value);

}  // namespace veldwijzer::merge
