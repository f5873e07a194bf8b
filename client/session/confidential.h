// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "base/result.h"
#include "session/state.h"

/// Addresses that must not get about live in a space of their own (ARCHITECTURE.md). Private to this room.
namespace veldwijzer::session {

/// The kinds whose records go with a confidential location: they tell where it is.
[[nodiscard]] bool goesWithLocation(std::string_view kind);

/// Takes a record out of the open space for good (Erase: its history goes too, everywhere) and writes what it
/// held into the confidential one, under the same id; of a location also what goes with it. One transaction.
///
/// Forbidden without the right; InvalidArgument when something in it waits in the conflict inbox: which value
/// is right has to be said before the others are gone.
Result<void> moveToConfidential(Session::State& state, const RecordId& id);

/// Where a new record must go when it belongs to this location; nothing for an open one.
[[nodiscard]] std::optional<SpaceId> confidentialSpaceOf(const Session::State& state,
                                                         const RecordId& location);
[[nodiscard]] SpaceId confidentialSpace(const Session::State& state);
[[nodiscard]] Result<void> mayKeepConfidential(const Session::State& state);

}  // namespace veldwijzer::session
