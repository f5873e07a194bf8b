// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "merge/record.h"

namespace veldwijzer::merge {

/// The name under which a delete that met an unseen edit stands in the inbox: not a field.
inline constexpr std::string_view deletedField = "deleted";

struct ConflictingValue {
    OperationId id;
    std::optional<Value> value;  ///< nothing: emptied (or, for `deletedField`, the delete)
    WallMs wallMs = 0;           ///< as the author's clock said
};

/// A field that holds two or more concurrent, different values; or a delete and an unseen edit.
struct Conflict {
    std::string field;
    std::vector<ConflictingValue> values;  ///< the shown one first, then by operation id; equal values once
};

/// Pure data; sorted by field.
[[nodiscard]] std::vector<Conflict> conflictsOf(const Record& record, DeletePolicy policy,
                                                const ClampedTime& clamped = {});

/// The same question for an index: cheaper, no copies.
[[nodiscard]] bool hasConflict(const Record& record, DeletePolicy policy);

}  // namespace veldwijzer::merge
