// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace veldwijzer {

/// Milliseconds since 1970-01-01 UTC. May be wrong by years on a device; nothing is lost by that.
using WallMs = std::int64_t;

/// Time arrives from outside.
class Clock {
public:
    virtual ~Clock() = default;
    /// What the device believes the time is; may jump either way.
    [[nodiscard]] virtual WallMs wallMs() const = 0;
    /// Milliseconds since some start; never goes back. For delays and timeouts.
    [[nodiscard]] virtual std::int64_t steadyMs() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] WallMs wallMs() const override;
    [[nodiscard]] std::int64_t steadyMs() const override;
};

/// A clock that stands still until told otherwise, for tests and simulations.
class FakeClock final : public Clock {
public:
    explicit FakeClock(WallMs wall = 1'700'000'000'000) : wall_(wall) {}
    [[nodiscard]] WallMs wallMs() const override { return wall_; }
    [[nodiscard]] std::int64_t steadyMs() const override { return steady_; }
    void advance(std::int64_t ms) {
        wall_ += ms;
        steady_ += ms;
    }
    void setWall(WallMs wall) { wall_ = wall; }

private:
    WallMs wall_;
    std::int64_t steady_ = 0;
};

/// "2026-03-01T12:00:00.000Z".
std::string formatUtc(WallMs wall);

}  // namespace veldwijzer
