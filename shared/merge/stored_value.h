// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bit>
#include <cmath>
#include <optional>

#include "merge/names.h"
#include "merge/value.h"
#include "merge/varint.h"

/// Values as they stand in a record's bytes (RECORD.md). Not for other rooms.
namespace veldwijzer::merge {

inline std::string_view readText(Reader& in) {
    const std::string_view text = textOf(in.sized());
    if (!isWellFormedText(text)) in.refuse();
    return text;
}

/// The value of that type, which is not 0; what may not stand in a record is refused.
inline void readValue(Reader& in, unsigned type, std::optional<Value>& value) {
    switch (type) {
        case 1: {
            const std::uint8_t byte = in.byte();
            if (byte > 1) return in.refuse();
            value.emplace(byte == 1);
            return;
        }
        case 2:
            value.emplace(unzigzag(in.varint()));
            return;
        case 3: {
            const auto number = std::bit_cast<double>(in.fixed64());
            if (!std::isfinite(number)) return in.refuse();
            value.emplace(number);
            return;
        }
        case 4:
            value.emplace(std::in_place_type<std::string>, readText(in));
            return;
        case 5:
            value.emplace(toBytes(in.sized()));
            return;
        case 6:
            value.emplace(RecordId::from(in.raw(RecordId::size)).value_or(RecordId{}));
            return;
        case 7: {
            const std::string_view text = readText(in);
            if (text.empty()) return in.refuse();
            value.emplace(Json{std::string(text)});
            return;
        }
        default:
            return in.refuse();
    }
}

/// Passes over a value of that type.
inline void skipValue(Reader& in, unsigned type) {
    switch (type) {
        case 0:
            return;
        case 1:
            in.byte();
            return;
        case 2:
            in.varint();
            return;
        case 3:
            in.raw(sizeof(std::uint64_t));
            return;
        case 4:
        case 5:
        case 7:
            in.sized();
            return;
        case 6:
            in.raw(RecordId::size);
            return;
        default:
            return in.refuse();
    }
}

}  // namespace veldwijzer::merge
