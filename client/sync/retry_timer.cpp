// SPDX-License-Identifier: EUPL-1.2
#include "sync/retry_timer.h"

#include <algorithm>

namespace veldwijzer::sync {

std::int64_t RetryTimer::jittered(std::int64_t ms) {
    const std::int64_t quarter = ms / 4;
    return ms - quarter +
           static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>(2 * quarter + 1)));
}

void RetryTimer::again() {
    failures_ = 0;
    dueAtMs_ = clock_.steadyMs();
}

void RetryTimer::done() {
    failures_ = 0;
    dueAtMs_ = clock_.steadyMs() + jittered(pollMs);
}

void RetryTimer::failed(std::int64_t atLeastMs) {
    failures_ = std::min(failures_ + 1, 16);
    const std::int64_t doubled = std::min(longestRetryMs, firstRetryMs << (failures_ - 1));
    dueAtMs_ = clock_.steadyMs() + std::max(jittered(doubled), std::min(atLeastMs, longestRetryMs));
}

void RetryTimer::written() {
    if (!backingOff()) dueAtMs_ = std::min(dueAtMs_, clock_.steadyMs() + afterWriteMs);
}

void RetryTimer::now() {
    dueAtMs_ = clock_.steadyMs();
}

}  // namespace veldwijzer::sync
