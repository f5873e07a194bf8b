// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace veldwijzer {

/// Numbers inside hashes and signatures are eight bytes, little-endian.
inline std::array<std::uint8_t, 8> numberBytes(std::uint64_t number) {
    std::array<std::uint8_t, 8> bytes{};
    for (auto& byte : bytes) {
        byte = static_cast<std::uint8_t>(number & 0xffU);
        number >>= 8U;
    }
    return bytes;
}
inline std::array<std::uint8_t, 8> numberBytes(std::int64_t number) {
    return numberBytes(static_cast<std::uint64_t>(number));
}

inline std::uint64_t numberFrom(std::span<const std::uint8_t, 8> bytes) {
    std::uint64_t number = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        number = (number << 8U) | bytes[i];
    return number;
}

}  // namespace veldwijzer
