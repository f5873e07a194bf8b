// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bit>
#include <cstdint>

#include "base/bytes.h"

/// Small numbers in few bytes (LEB128, zigzag where they may be negative), for what the index keeps of a
/// document.
namespace veldwijzer::search {

inline void putNumber(Bytes& bytes, std::uint64_t number) {
    while (number >= 0x80U) {
        bytes.push_back(static_cast<std::uint8_t>(number | 0x80U));
        number >>= 7U;
    }
    bytes.push_back(static_cast<std::uint8_t>(number));
}

inline void putSigned(Bytes& bytes, std::int64_t number) {
    putNumber(bytes, (static_cast<std::uint64_t>(number) << 1U) ^ (number < 0 ? ~std::uint64_t{0} : 0));
}

/// Reads what putNumber and putSigned wrote; after a fault zeros, and `ok` says so.
class Unpacking {
public:
    explicit Unpacking(ByteView bytes) : bytes_(bytes) {}

    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] bool atEnd() const { return bytes_.empty(); }
    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (bytes_.empty()) break;
            const std::uint8_t next = bytes_.front();
            bytes_ = bytes_.subspan(1);
            value |= std::uint64_t{next & 0x7fU} << shift;
            if (next < 0x80U) return value;
        }
        ok_ = false;
        return 0;
    }
    std::int64_t signedNumber() {
        const std::uint64_t value = number();
        return static_cast<std::int64_t>((value >> 1U) ^ ((value & 1U) != 0 ? ~std::uint64_t{0} : 0));
    }
    /// A count of things that take at least a byte each.
    std::size_t count() {
        const std::uint64_t value = number();
        if (value > bytes_.size()) ok_ = false;
        return ok_ ? static_cast<std::size_t>(value) : 0;
    }
    ByteView raw(std::size_t size) {
        if (bytes_.size() < size) {
            ok_ = false;
            return {};
        }
        const ByteView taken = bytes_.first(size);
        bytes_ = bytes_.subspan(size);
        return taken;
    }

private:
    ByteView bytes_;
    bool ok_ = true;
};

}  // namespace veldwijzer::search
