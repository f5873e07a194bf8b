// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstring>
#include <string_view>

#include "base/limits.h"
#include "base/utf8.h"

namespace veldwijzer::merge {

/// `isUtf8`, eight bytes at a time while they are ASCII: records are read far more often than they are
/// written, and most of what they hold is ASCII.
inline bool isWellFormedText(std::string_view text) {
    constexpr std::uint64_t highBits = 0x8080808080808080U;
    std::size_t i = 0;
    for (; i + sizeof(std::uint64_t) <= text.size(); i += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + i, sizeof word);
        if ((word & highBits) != 0) break;
    }
    return isUtf8(text.substr(i));
}

/// Whether a kind or a field may be called so: not empty, not too long, UTF-8, no control characters.
inline bool isName(std::string_view name) {
    if (name.empty() || name.size() > limits::nameBytes) return false;
    bool ascii = true;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto byte = static_cast<unsigned char>(name[i]);
        if (byte < 0x20 || byte == 0x7f) return false;
        // U+0080 to U+009F are controls too: c2 80 to c2 9f.
        if (byte == 0xc2 && i + 1 < name.size() && static_cast<unsigned char>(name[i + 1]) < 0xa0)
            return false;
        if (byte >= 0x80) ascii = false;
    }
    return ascii || isUtf8(name);
}

}  // namespace veldwijzer::merge
