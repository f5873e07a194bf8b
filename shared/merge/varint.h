// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/bytes.h"

/// The building stones of RECORD.md. Not for other rooms.
namespace veldwijzer::merge {

inline constexpr std::size_t varintMax = 10;

inline std::uint64_t zigzag(std::int64_t number) {
    const auto bits = static_cast<std::uint64_t>(number);
    return (bits << 1U) ^ (number < 0 ? ~std::uint64_t{0} : 0);
}
inline std::int64_t unzigzag(std::uint64_t bits) {
    return static_cast<std::int64_t>((bits >> 1U) ^ (~(bits & 1U) + 1U));
}

/// Writes into memory that the caller has measured.
class Writer {
public:
    explicit Writer(std::uint8_t* at) : at_(at) {}

    void byte(std::uint8_t value) { *at_++ = value; }
    void varint(std::uint64_t value) {
        while (value >= 0x80U) {
            *at_++ = static_cast<std::uint8_t>(value | 0x80U);
            value >>= 7U;
        }
        *at_++ = static_cast<std::uint8_t>(value);
    }
    void raw(const void* from, std::size_t size) {
        if (size != 0) std::memcpy(at_, from, size);
        at_ += size;
    }
    void sized(const void* from, std::size_t size) {
        varint(size);
        raw(from, size);
    }
    void fixed64(std::uint64_t value) {
        for (unsigned shift = 0; shift < 64; shift += 8)
            byte(static_cast<std::uint8_t>(value >> shift));
    }
    [[nodiscard]] const std::uint8_t* at() const { return at_; }

private:
    std::uint8_t* at_;
};

/// Reads bytes from anywhere. After a fault every further read yields zero or nothing; ask `ok` at the end of
/// each loop.
class Reader {
public:
    explicit Reader(ByteView bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] const std::uint8_t* at() const { return at_; }
    [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }
    void refuse() {
        ok_ = false;
        at_ = end_;
    }

    std::uint8_t byte() {
        if (at_ == end_) {
            refuse();
            return 0;
        }
        return *at_++;
    }
    [[gnu::always_inline]] std::uint64_t varint() {
        if (at_ != end_ && *at_ < 0x80U) return *at_++;
        return longVarint();
    }
    /// At most `most`; more is a fault.
    std::uint64_t varintUpTo(std::uint64_t most) {
        const std::uint64_t value = varint();
        if (value <= most) return value;
        refuse();
        return 0;
    }
    /// How many things of at least `least` bytes follow: never more than there are bytes for, so a count may
    /// be reserved without asking further.
    std::size_t count(std::size_t least) { return static_cast<std::size_t>(varintUpTo(left() / least)); }
    ByteView raw(std::size_t size) {
        if (left() < size) {
            refuse();
            return {};
        }
        const ByteView result{at_, size};
        at_ += size;
        return result;
    }
    ByteView sized() { return raw(count(1)); }
    std::uint64_t fixed64() {
        const ByteView bytes = raw(sizeof(std::uint64_t));
        std::uint64_t value = 0;
        for (std::size_t i = bytes.size(); i-- > 0;)
            value = value << 8U | bytes[i];
        return value;
    }

private:
    std::uint64_t longVarint() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint8_t next = byte();
            const std::uint64_t part = next & 0x7fU;
            // The tenth byte has room for one bit; a last byte of zero could have been left out.
            if (!ok_ || (shift == 63 && next > 1) || (shift > 0 && next == 0)) break;
            value |= part << shift;
            if (next < 0x80U) return value;
        }
        refuse();
        return 0;
    }

    const std::uint8_t* at_;
    const std::uint8_t* end_;
    bool ok_ = true;
};

}  // namespace veldwijzer::merge
