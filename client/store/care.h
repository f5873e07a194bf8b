// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "store/store.h"
#include "store/tables.h"

namespace veldwijzer::store {

/// The digest of a space, from every record's base.
[[nodiscard]] merge::StateDigest digestOfRecords(const Tables& tables, std::int64_t space);

/// Holds what is derived against what it is derived from. Reads every record; problems name ids and counts,
/// never contents.
[[nodiscard]] Store::CheckReport checkTables(const Tables& tables);

}  // namespace veldwijzer::store
