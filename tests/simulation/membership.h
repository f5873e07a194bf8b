// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <utility>
#include <vector>

#include "roster/roster.h"
#include "simulation/device.h"

/// What a coordinator does to the membership; it is on its way with their device's next sync.
namespace veldwijzer::simulation {

/// A new epoch of that space. Its key stands in `keys` before anything is durable: a device that crashes
/// right after may still publish it. False when the coordinator does not hold the present key.
bool queueNewEpoch(Device& coordinator, const SpaceId& space,
                   std::vector<std::pair<SpaceId, SealingKey>>& keys);

/// Another role, with the keys that it gives. False when they have it already.
bool queueRole(Device& coordinator, const MemberId& member, roster::Role role);

/// The person with all their devices, or that device alone.
void queueRemoval(Device& coordinator, const Device& whose, bool person);

}  // namespace veldwijzer::simulation
