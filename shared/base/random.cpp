// SPDX-License-Identifier: EUPL-1.2
#include "base/random.h"

#include <sodium.h>

#include <array>
#include <cstring>

#include "base/ensure.h"

namespace veldwijzer {

std::uint64_t Random::below(std::uint64_t bound) {
    ENSURE(bound > 0);
    // Values under `skip` would make the first results likelier than the last.
    const std::uint64_t skip = (0 - bound) % bound;
    for (;;) {
        std::array<std::uint8_t, 8> bytes{};
        fill(bytes);
        std::uint64_t value = 0;
        std::memcpy(&value, bytes.data(), sizeof value);
        if (value >= skip) return value % bound;
    }
}

SystemRandom::SystemRandom() {
    ENSURE(sodium_init() >= 0);
}

void SystemRandom::fill(std::span<std::uint8_t> target) {
    randombytes_buf(target.data(), target.size());
}

void SeededRandom::fill(std::span<std::uint8_t> target) {
    if (target.empty()) return;  // libsodium wants a pointer even for nothing
    std::array<std::uint8_t, crypto_stream_chacha20_KEYBYTES> key{};
    std::memcpy(key.data(), &seed_, sizeof seed_);
    std::array<std::uint8_t, crypto_stream_chacha20_NONCEBYTES> nonce{};
    static_assert(sizeof counter_ == crypto_stream_chacha20_NONCEBYTES);
    std::memcpy(nonce.data(), &counter_, sizeof counter_);
    ++counter_;
    crypto_stream_chacha20(target.data(), target.size(), nonce.data(), key.data());
}

}  // namespace veldwijzer
