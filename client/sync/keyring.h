// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <utility>

#include "base/ids.h"
#include "base/result.h"
#include "sealing/sealed.h"
#include "sync/identity.h"
#include "veldwijzer.pb.h"

namespace veldwijzer::sync {

/// The space keys that this device holds, by space and epoch.
class Keyring {
public:
    /// From `bytes()`; Malformed.
    static Result<Keyring> from(ByteView bytes);
    /// For the vault only: these are plain keys.
    [[nodiscard]] Unsealed bytes() const;

    void add(const SpaceId& space, std::uint32_t epoch, SealingKey key);
    /// Null when this device was never given it.
    [[nodiscard]] const SealingKey* find(const SpaceId& space, std::uint32_t epoch) const;
    /// Takes what is sealed to `recipient` in `keys` (nothing to take is fine) and, from
    /// `previous_under_this`, the epoch before. True when something was new.
    bool take(const wire::SpaceKeys& keys, ByteView recipient, const BoxKey& box);

private:
    std::map<std::pair<SpaceId, std::uint32_t>, SealingKey> keys_;
};

/// What the previous epoch's key is authenticated with when it travels under the next.
[[nodiscard]] Bytes previousKeyContext(const SpaceId& space, std::uint32_t epoch);

}  // namespace veldwijzer::sync
