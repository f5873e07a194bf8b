// SPDX-License-Identifier: EUPL-1.2
#include "store/title_key.h"

#include <array>

#include "base/utf8.h"

namespace veldwijzer::store {
namespace {

// U+00C0 to U+017F, the Latin letters of western and central Europe, each as its plain lower-case form.
// A dot: stays as it is (multiplication and division sign).
constexpr std::array<std::string_view, 0x180 - 0xC0> latin = {
    // U+00C0
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",   //
    "d", "n", "o", "o", "o", "o", "o", ".", "o", "u", "u", "u", "u", "y", "th", "ss",  //
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",   //
    "d", "n", "o", "o", "o", "o", "o", ".", "o", "u", "u", "u", "u", "y", "th", "y",   //
    // U+0100
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",    //
    "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",    //
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",    //
    "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l",  //
    "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",    //
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",  //
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",    //
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s"};

/// One character and its bytes; `text` is valid UTF-8 and not empty.
struct Character {
    char32_t code = 0;
    std::string_view bytes;
};

Character firstOf(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t code = size == 1 ? lead : lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i)
        code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    return {code, text.substr(0, size)};
}

bool isSilent(char32_t code) {
    const bool combining = code >= 0x300 && code < 0x370;
    const bool apostrophe = code == '\'' || code == '`' || code == 0xB4 || code == 0x2018 || code == 0x2019;
    const bool quote = code == '"' || code == 0x201C || code == 0x201D || code == 0x201E;
    const bool softHyphen = code == 0xAD;
    return combining || apostrophe || quote || softHyphen;
}

bool isLetterOrDigit(char32_t code) {
    return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9') || code >= 0xC0;
}

char32_t lowerAscii(char32_t code) {
    return code >= 'A' && code <= 'Z' ? code + ('a' - 'A') : code;
}

}  // namespace

std::string titleKey(std::string_view title) {
    if (!isUtf8(title)) return std::string(title);
    std::string key;
    key.reserve(title.size());
    while (!title.empty()) {
        // Most of what people write.
        if (const char c = title.front(); (c >= 'a' && c <= 'z') || (c == ' ' && !key.empty())) {
            key += c;
            title.remove_prefix(1);
            continue;
        }
        const auto [code, bytes] = firstOf(title);
        title.remove_prefix(bytes.size());
        const char32_t lower = lowerAscii(code);
        if (isSilent(lower) || (key.empty() && !isLetterOrDigit(lower))) continue;
        if (lower >= 0xC0 && lower < 0x180 && latin[lower - 0xC0] != ".")
            key += latin[lower - 0xC0];
        else if (lower < 0x80)
            key += static_cast<char>(lower);
        else
            key += bytes;
    }
    return key;
}

}  // namespace veldwijzer::store
