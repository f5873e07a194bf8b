// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "store/tables.h"

namespace veldwijzer::store {

/// Everything that happened to a record and is still known: what counts and what was replaced, newest first
/// by the time that counts (clamped), then by id.
[[nodiscard]] std::vector<HistoryEntry> historyOf(const Tables& tables, const RecordId& id);

}  // namespace veldwijzer::store
