// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>

#include "base/bytes.h"

namespace veldwijzer {

/// Fixed-size bytes with a meaning: a RecordId cannot be passed as a DeviceId.
template <typename Tag, std::size_t Size>
struct FixedBytes {
    static constexpr std::size_t size = Size;
    std::array<std::uint8_t, Size> bytes{};

    auto operator<=>(const FixedBytes&) const = default;
    [[nodiscard]] ByteView view() const { return {bytes.data(), Size}; }
    [[nodiscard]] bool isZero() const {
        return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t b) { return b == 0; });
    }
    /// Nothing unless `view` has exactly the right size.
    static std::optional<FixedBytes> from(ByteView view) {
        if (view.size() != Size) return std::nullopt;
        FixedBytes result;
        std::copy(view.begin(), view.end(), result.bytes.begin());
        return result;
    }
};

using RegionId = FixedBytes<struct RegionTag, 16>;
using SpaceId = FixedBytes<struct SpaceTag, 16>;
using RecordId = FixedBytes<struct RecordTag, 16>;
using MemberId = FixedBytes<struct MemberTag, 16>;
/// The first 16 bytes of a hash of the device's signing key: a server cannot swap the key behind it.
using DeviceId = FixedBytes<struct DeviceTag, 16>;
/// One installation of one device, derived from the device and its incarnation: see signing/identity.h.
using ActorId = FixedBytes<struct ActorTag, 16>;
using InvitationId = FixedBytes<struct InvitationTag, 16>;
using ServerId = FixedBytes<struct ServerTag, 16>;
/// BLAKE2b-256.
using Hash = FixedBytes<struct HashTag, 32>;
/// Ed25519.
using SigningPublicKey = FixedBytes<struct SigningPublicKeyTag, 32>;
using Signature = FixedBytes<struct SignatureTag, 64>;
/// X25519.
using BoxPublicKey = FixedBytes<struct BoxPublicKeyTag, 32>;

/// Ids and hashes are uniform: their first bytes are hash enough. Ids chosen by a peer are not, so
/// containers that a peer fills use ordered maps.
struct FixedBytesHash {
    template <typename Tag, std::size_t Size>
    std::size_t operator()(const FixedBytes<Tag, Size>& value) const noexcept {
        std::size_t result = 0;
        std::memcpy(&result, value.bytes.data(), sizeof result);
        return result;
    }
};

}  // namespace veldwijzer
