// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "store/tables.h"

namespace veldwijzer::store {

/// How far this device holds an actor's changes: in the log, by hand, or written here. Nothing of it:
/// nothing.
[[nodiscard]] std::optional<ActorHead> headAhead(const Tables& tables, const SpaceState& space,
                                                 const ActorId& actor, const DeviceId& own);

/// Whether this device holds the operation, wherever from.
[[nodiscard]] bool holdsAhead(const Tables& tables, const SpaceState& space, const merge::OperationId& named);

/// Changes of somebody else that no log has shown yet come into the records, as our own do: the bases stay
/// what the log says. So the digest stays that of the log, and the changes can be taken out again when the
/// server refuses them. Each must continue what is held of its actor, and build on nothing that is not.
///
/// What every replica refuses is left out here too; the log has the last word on it when it shows the change.
/// Within a transaction, with an empty bench.
void takeByHand(Tables& tables, const SpaceState& space, const CarriedEnvelope& envelope);

}  // namespace veldwijzer::store
