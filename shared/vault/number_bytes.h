// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>

namespace veldwijzer::vault {

/// All numbers in the vault's files are little-endian, whatever the machine.
template <typename Number>
void putLittleEndian(std::uint8_t* target, Number value) {
    for (std::size_t i = 0; i < sizeof value; ++i)
        target[i] = static_cast<std::uint8_t>(value >> (8 * i));
}

template <typename Number>
[[nodiscard]] Number getLittleEndian(const std::uint8_t* source) {
    Number value = 0;
    for (std::size_t i = 0; i < sizeof value; ++i)
        value = static_cast<Number>(value | static_cast<Number>(static_cast<Number>(source[i]) << (8 * i)));
    return value;
}

}  // namespace veldwijzer::vault
