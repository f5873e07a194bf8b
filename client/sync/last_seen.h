// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "base/clock.h"
#include "store/store.h"

/// When the server last took something of a device, as far as this device knows: a colleague who is not seen
/// any more may have lost their phone, or the server may be keeping their work from us.
namespace veldwijzer::sync {

/// Keeps the latest. In a transaction of the store.
void noteSeen(store::Store& store, const DeviceId& device, WallMs serverTimeMs);
[[nodiscard]] std::optional<WallMs> lastSeen(const store::Store& store, const DeviceId& device);

}  // namespace veldwijzer::sync
