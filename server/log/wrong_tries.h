// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstdint>
#include <mutex>

#include "base/clock.h"

namespace veldwijzer::server {

/// Counts invitations and recovery codes that the region does not know. Their secrets have 128 bits and
/// cannot be guessed; this keeps anybody from trying all the same, and costs nobody who holds a real one
/// anything. Any thread.
class WrongTries {
public:
    static constexpr std::int64_t atOnce = 30;
    static constexpr std::int64_t oneMoreAfterMs = 2'000;

    /// Whether one more may be answered; otherwise the asker is told to come back.
    bool take(WallMs now) {
        const std::lock_guard lock(mutex_);
        const std::int64_t passed = std::max<std::int64_t>(0, now - sinceMs_);
        left_ = std::min(atOnce, left_ + passed / oneMoreAfterMs);
        if (now < sinceMs_ || passed >= oneMoreAfterMs) sinceMs_ = now;
        if (left_ == 0) return false;
        --left_;
        return true;
    }

private:
    std::mutex mutex_;
    std::int64_t left_ = atOnce;
    WallMs sinceMs_ = 0;
};

}  // namespace veldwijzer::server
