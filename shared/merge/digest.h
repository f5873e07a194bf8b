// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/ids.h"
#include "merge/record.h"

namespace veldwijzer::merge {

/// The digest of a space's state: the sum, lane by lane (8 lanes of 64 bits, modulo 2^64), of a
/// BLAKE2b-512 of each record (kind, id, canonical bytes). Adding and removing a record cost one hash, so a
/// digest is kept with every write; two replicas compare 64 bytes instead of their records.
/// It finds accidents; it does not withstand a member who forges records to keep a sum.
struct StateDigest {
    std::array<std::uint64_t, 8> lanes{};

    void add(const RecordId& id, std::string_view kind, ByteView encoded);
    void remove(const RecordId& id, std::string_view kind, ByteView encoded);
    /// What was added to and removed from another, which began at nothing.
    void add(const StateDigest& difference);

    [[nodiscard]] Bytes bytes() const;  ///< 64 bytes, lanes little-endian
    [[nodiscard]] static std::optional<StateDigest> from(ByteView bytes);
    /// 32 hexadecimal digits for people and scripts: a hash of the lanes.
    [[nodiscard]] std::string text() const;
    bool operator==(const StateDigest&) const = default;
};

}  // namespace veldwijzer::merge
