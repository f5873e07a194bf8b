// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/ids.h"
#include "sealing/box.h"
#include "signing/identity.h"
#include "signing/keys.h"

namespace veldwijzer::sync {

/// Who this device is. Lives in the vault; move-only because of the keys.
struct Identity {
    MemberId member;
    SigningKey signing;
    BoxKey box;

    [[nodiscard]] DeviceId device() const { return deviceIdOf(signing.publicKey()); }
};

}  // namespace veldwijzer::sync
