// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "store/store.h"

/// How far the acknowledged state of this device reaches in a space's log. Nearly always to its cursor.
/// Beyond it where the server acknowledged an envelope whose page has not come yet, and after a server lost
/// its memory, until its log has shown again all that is here: then no colleague's digest of the state at the
/// cursor can be compared with ours.
namespace veldwijzer::sync {

/// Our state holds something of the log at `position`. Call inside a transaction of the store.
void noteStateReaches(store::Store& store, const SpaceId& space, std::uint64_t position);

/// The server lost its memory: its log owes us everything that is here. Before the cursor is rewound.
void noteStateIsOwed(store::Store& store, const SpaceId& space);
/// These were on a page of it. Both inside a transaction of the store.
void noteShown(store::Store& store, const SpaceId& space,
               const std::vector<store::IncomingEnvelope>& envelopes);

/// Whether `Store::digest` is that of the log's state at the cursor, no more and no less.
[[nodiscard]] bool stateIsThatOfCursor(const store::Store& store, const store::SpaceRow& row);

}  // namespace veldwijzer::sync
