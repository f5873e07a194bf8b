// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "store/store.h"

/// The server acknowledges an envelope of ours as soon as it stands in the log; the page that reaches so far
/// may come later. In between, the acknowledged state of this device is ahead of its cursor, and no
/// colleague's digest of the state at that cursor can be compared with it.
namespace veldwijzer::sync {

/// An envelope of ours stands at `position` of the space's log. Call inside a transaction of the store.
void noteAcknowledged(store::Store& store, const SpaceId& space, std::uint64_t position);

/// Whether `Store::digest` is that of the log's state at the cursor, no more and no less.
[[nodiscard]] bool stateIsThatOfCursor(const store::Store& store, const store::SpaceRow& row);

}  // namespace veldwijzer::sync
