// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

#include "base/clock.h"
#include "base/random.h"

namespace veldwijzer::sync {

/// When to try again. Driven by time only: a new local write brings a sync forward when all is well, but
/// never hammers a server that is away. Steady milliseconds.
class RetryTimer {
public:
    static constexpr std::int64_t firstRetryMs = 2'000;
    static constexpr std::int64_t longestRetryMs = 5 * 60 * 1000;
    static constexpr std::int64_t pollMs = 60'000;
    static constexpr std::int64_t afterWriteMs = 2'000;

    RetryTimer(const Clock& clock, Random& random) : clock_(clock), random_(random) {}

    [[nodiscard]] bool due() const { return clock_.steadyMs() >= dueAtMs_; }
    [[nodiscard]] std::int64_t dueAtMs() const { return dueAtMs_; }
    [[nodiscard]] bool backingOff() const { return failures_ > 0; }

    /// More to do: at once.
    void again();
    /// All done: poll later.
    void done();
    /// It failed; `atLeastMs` is what the server asked for.
    void failed(std::int64_t atLeastMs = 0);
    /// Something was written here. Ignored while backing off.
    void written();
    /// A person asks: now, whatever happened before.
    void now();

private:
    /// `ms` ± 25 %: ten thousand phones that lost the same server do not return at the same moment.
    [[nodiscard]] std::int64_t jittered(std::int64_t ms);

    const Clock& clock_;
    Random& random_;
    std::int64_t dueAtMs_ = 0;
    int failures_ = 0;
};

}  // namespace veldwijzer::sync
