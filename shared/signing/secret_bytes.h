// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <span>

#include "base/bytes.h"

namespace veldwijzer {

/// Forbids core dumps for this process: a crash must not leave keys in a file. Call it first thing in main.
/// False when the system refused.
bool forbidCoreDumps();

namespace secrets {
/// Zeroed memory with guard pages around it, kept out of swap where the system allows. Each piece costs whole
/// pages: meant for keys, not for contents.
std::uint8_t* allocate(std::size_t size);
/// Wipes and frees; nothing on null.
void release(std::uint8_t* memory) noexcept;
}  // namespace secrets

/// Secret bytes in guarded, locked memory (sodium_malloc), wiped when they go. Move-only; never printed.
/// One that was moved from may only be assigned to or destroyed.
template <std::size_t Size>
class SecretBytes {
public:
    SecretBytes() : memory_(secrets::allocate(Size)) {}  ///< zeroes
    explicit SecretBytes(std::span<const std::uint8_t, Size> bytes) : SecretBytes() {
        std::copy(bytes.begin(), bytes.end(), memory_.get());
    }
    SecretBytes(SecretBytes&&) noexcept = default;
    SecretBytes& operator=(SecretBytes&&) noexcept = default;
    [[nodiscard]] SecretBytes copy() const { return SecretBytes(view()); }
    [[nodiscard]] std::span<std::uint8_t, Size> mutableView() {
        return std::span<std::uint8_t, Size>(memory_.get(), Size);
    }
    [[nodiscard]] std::span<const std::uint8_t, Size> view() const {
        return std::span<const std::uint8_t, Size>(memory_.get(), Size);
    }

private:
    struct Free {
        void operator()(std::uint8_t* memory) const noexcept { secrets::release(memory); }
    };
    std::unique_ptr<std::uint8_t, Free> memory_;
};

}  // namespace veldwijzer
