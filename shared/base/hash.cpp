// SPDX-License-Identifier: EUPL-1.2
#include "base/hash.h"

#include <sodium.h>

namespace veldwijzer {
namespace {

void addPart(crypto_generichash_state& state, ByteView part) {
    std::array<std::uint8_t, 8> length{};
    auto rest = static_cast<std::uint64_t>(part.size());
    for (auto& byte : length) {
        byte = static_cast<std::uint8_t>(rest & 0xffU);
        rest >>= 8U;
    }
    crypto_generichash_update(&state, length.data(), length.size());
    crypto_generichash_update(&state, part.data(), part.size());
}

}  // namespace

Hash hashOf(std::string_view purpose, std::initializer_list<ByteView> parts) {
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, Hash::size);
    addPart(state, viewOf(purpose));
    for (const ByteView part : parts)
        addPart(state, part);
    Hash result;
    crypto_generichash_final(&state, result.bytes.data(), result.bytes.size());
    return result;
}

}  // namespace veldwijzer
