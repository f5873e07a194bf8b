// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>

namespace veldwijzer {

/// Randomness arrives from outside, so that a seed replays a run. Not thread-safe.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> target) = 0;

    /// Uniform in [0, bound). `bound` > 0.
    std::uint64_t below(std::uint64_t bound);

    template <typename Id>
    Id id() {
        Id result;
        fill(result.bytes);
        return result;
    }
};

/// The operating system's generator, through libsodium. The only one that makes keys outside tests.
class SystemRandom final : public Random {
public:
    SystemRandom();
    void fill(std::span<std::uint8_t> target) override;
};

/// A repeatable stream for simulations: ChaCha20 keyed by a seed. Never for real keys.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : seed_(seed) {}
    void fill(std::span<std::uint8_t> target) override;

private:
    std::uint64_t seed_;
    std::uint64_t counter_ = 0;
};

}  // namespace veldwijzer
