// SPDX-License-Identifier: EUPL-1.2
#include "base/utf8.h"

#include <cstdint>

namespace veldwijzer {
namespace {

std::uint8_t at(std::string_view text, std::size_t i) {
    return i < text.size() ? static_cast<std::uint8_t>(text[i]) : std::uint8_t{0};
}

bool isTail(std::uint8_t byte) {
    return (byte & 0xc0U) == 0x80U;
}

// Length of the well-formed character at `i`, or 0. Ranges of the second byte: Unicode 15, table 3-7.
std::size_t characterLength(std::string_view text, std::size_t i) {
    const std::uint8_t lead = at(text, i);
    const std::uint8_t second = at(text, i + 1);
    if (lead < 0x80) return 1;
    if (lead < 0xc2 || lead > 0xf4) return 0;
    if (lead < 0xe0) return isTail(second) ? 2 : 0;
    if (lead < 0xf0) {
        const bool secondFits = lead == 0xe0   ? second >= 0xa0 && second <= 0xbf
                                : lead == 0xed ? second >= 0x80 && second <= 0x9f
                                               : isTail(second);
        return secondFits && isTail(at(text, i + 2)) ? 3 : 0;
    }
    const bool secondFits = lead == 0xf0   ? second >= 0x90 && second <= 0xbf
                            : lead == 0xf4 ? second >= 0x80 && second <= 0x8f
                                           : isTail(second);
    return secondFits && isTail(at(text, i + 2)) && isTail(at(text, i + 3)) ? 4 : 0;
}

}  // namespace

bool isUtf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = characterLength(text, i);
        if (length == 0 || i + length > text.size()) return false;
        i += length;
    }
    return true;
}

std::string_view utf8Prefix(std::string_view text, std::size_t maxBytes) {
    if (text.size() <= maxBytes) return text;
    std::size_t end = maxBytes;
    while (end > 0 && isTail(at(text, end)))
        --end;
    return text.substr(0, end);
}

}  // namespace veldwijzer
