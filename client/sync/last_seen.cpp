// SPDX-License-Identifier: EUPL-1.2
#include "sync/last_seen.h"

#include "base/text.h"
#include "signing/number_bytes.h"

namespace veldwijzer::sync {
namespace {

std::string settingOf(const DeviceId& device) {
    return "last-seen/" + toHex(device.view());
}

}  // namespace

void noteSeen(store::Store& store, const DeviceId& device, WallMs serverTimeMs) {
    const auto known = lastSeen(store, device);
    if (serverTimeMs <= 0 || (known && *known >= serverTimeMs)) return;
    store.setSetting(settingOf(device), numberBytes(serverTimeMs));
}

std::optional<WallMs> lastSeen(const store::Store& store, const DeviceId& device) {
    const auto bytes = store.setting(settingOf(device));
    if (!bytes || bytes->size() != 8) return std::nullopt;
    return static_cast<WallMs>(numberFrom(std::span<const std::uint8_t, 8>(bytes->data(), 8)));
}

}  // namespace veldwijzer::sync
