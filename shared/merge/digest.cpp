// SPDX-License-Identifier: EUPL-1.2
#include "merge/digest.h"

#include <sodium.h>

#include "base/hash.h"
#include "base/text.h"

namespace veldwijzer::merge {
namespace {

using Lanes = std::array<std::uint64_t, 8>;
using Packed = std::array<std::uint8_t, sizeof(Lanes)>;

Packed pack(const Lanes& lanes) {
    Packed bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(lanes[i / 8] >> (i % 8 * 8));
    return bytes;
}

Lanes unpack(const Packed& bytes) {
    Lanes lanes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        lanes[i / 8] |= static_cast<std::uint64_t>(bytes[i]) << (i % 8 * 8);
    return lanes;
}

void hashPart(crypto_generichash_state& state, ByteView part) {
    std::array<std::uint8_t, 8> length{};
    for (std::size_t i = 0; i < length.size(); ++i)
        length[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(part.size()) >> (i * 8));
    crypto_generichash_update(&state, length.data(), length.size());
    crypto_generichash_update(&state, part.data(), part.size());
}

Lanes lanesOf(const RecordId& id, std::string_view kind, ByteView encoded) {
    crypto_generichash_state state;
    Packed digest{};
    crypto_generichash_init(&state, nullptr, 0, digest.size());
    hashPart(state, id.view());
    hashPart(state, viewOf(kind));
    hashPart(state, encoded);
    crypto_generichash_final(&state, digest.data(), digest.size());
    return unpack(digest);
}

}  // namespace

void StateDigest::add(const RecordId& id, std::string_view kind, ByteView encoded) {
    const Lanes more = lanesOf(id, kind, encoded);
    for (std::size_t i = 0; i < lanes.size(); ++i)
        lanes[i] += more[i];
}

void StateDigest::remove(const RecordId& id, std::string_view kind, ByteView encoded) {
    const Lanes less = lanesOf(id, kind, encoded);
    for (std::size_t i = 0; i < lanes.size(); ++i)
        lanes[i] -= less[i];
}

void StateDigest::add(const StateDigest& difference) {
    for (std::size_t i = 0; i < lanes.size(); ++i)
        lanes[i] += difference.lanes[i];
}

Bytes StateDigest::bytes() const {
    const Packed packed = pack(lanes);
    return {packed.begin(), packed.end()};
}

std::optional<StateDigest> StateDigest::from(ByteView bytes) {
    Packed packed{};
    if (bytes.size() != packed.size()) return std::nullopt;
    std::copy(bytes.begin(), bytes.end(), packed.begin());
    return StateDigest{unpack(packed)};
}

std::string StateDigest::text() const {
    const Packed packed = pack(lanes);
    const Hash hash = hashOf("veldwijzer state digest", {packed});
    return toHex(ByteView(hash.bytes).first(16));
}

}  // namespace veldwijzer::merge
