// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "merge/record.h"
#include "store/types.h"

namespace veldwijzer::store {

/// Appends the operations that `edit` comes to on `record` as it is: none when it changes nothing. Action,
/// field, value and `replaces` are filled in; identity and time are the caller's. Pure.
///
/// - Assign names every live Assign of the field, so it settles a conflict; writing the value that is shown
///   while several are live is a decision and is written.
/// - Add of an element that is there, Remove of one that is not, Maximum of less than there is, Delete of
/// what
///   is deleted, Restore of what was never deleted: nothing. An erased record takes nothing any more.
/// - Delete and Erase name every live operation; a Delete of more than an operation may name becomes several.
void planEdit(const merge::Record& record, const FieldEdit& edit, std::vector<merge::Operation>& plan);

}  // namespace veldwijzer::store
