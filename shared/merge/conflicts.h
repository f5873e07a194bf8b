// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "merge/record.h"

namespace veldwijzer::merge {

/// The name under which a delete that met an unseen edit stands in the inbox. No field may be called so.
inline constexpr std::string_view deletedField = "deleted";

struct ConflictingValue {
    OperationId id;
    std::optional<Value> value;  ///< nothing: emptied (or, for `deletedField`, the delete or restore)
    WallMs wallMs = 0;           ///< as the author's clock said
    Action action = Action::Assign;
    std::string field;  ///< the field that it wrote; empty for a delete or a restore
};

/// A field that holds two or more concurrent, different values; or a delete and an unseen edit.
struct Conflict {
    std::string field;
    /// The shown one first, then by operation id; equal values once. For `deletedField`: the live deletes and
    /// every operation that none of them saw, those that decide what is shown first.
    std::vector<ConflictingValue> values;
};

/// Pure data; sorted by field. A deleted or erased record has none: what its deletes saw they replaced
/// knowingly. Under DeleteWins a deleted record that met an unseen edit has only the notice of that.
[[nodiscard]] std::vector<Conflict> conflictsOf(const Record& record, DeletePolicy policy,
                                                const ClampedTime& clamped = {});

/// The same question for an index: cheaper, no copies.
[[nodiscard]] bool hasConflict(const Record& record, DeletePolicy policy);

}  // namespace veldwijzer::merge
