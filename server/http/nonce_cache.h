// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <unordered_set>

#include "base/clock.h"
#include "base/ids.h"
#include "http/http_limits.h"

namespace veldwijzer::server {

/// Nonces of the requests that could still be played again. In memory only: the server refuses requests that
/// were stamped before it started. Thread-safe.
class NonceCache {
public:
    explicit NonceCache(std::size_t most = limits::nonces) : most_(most) {}

    enum class Verdict { Fresh, Replayed, Full };
    /// `timeMs` is the request's own stamp, within limits::requestSkewMs of `now`: that bounds for how long
    /// it must be remembered. Never forgets one that could still be played again: Full instead.
    [[nodiscard]] Verdict admit(const DeviceId& device, const std::array<std::uint8_t, 16>& nonce,
                                WallMs timeMs, WallMs now);
    [[nodiscard]] std::size_t size() const;

private:
    using Key = FixedBytes<struct NonceKeyTag, 16>;
    static constexpr std::int64_t bucketMs = 10'000;

    const std::size_t most_;
    mutable std::mutex mutex_;
    std::size_t size_ = 0;
    std::map<std::int64_t, std::unordered_set<Key, FixedBytesHash>> byTime_;  ///< stamp / bucketMs
};

}  // namespace veldwijzer::server
