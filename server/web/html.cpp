// SPDX-License-Identifier: EUPL-1.2
#include "web/html.h"

#include "base/utf8.h"

namespace veldwijzer::server {
namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd";

/// The ASCII letter of "\xc3\x80" to "\xc3\xbf" (U+00C0 to U+00FF); 0: none.
char plainLetter(unsigned char second) {
    constexpr std::string_view letters = "aaaaaaaceeeeiiii?nooooo?ouuuuy??aaaaaaaceeeeiiii?nooooo?ouuuuy?y";
    const char letter = letters[second - 0x80U];
    return letter == '?' ? '\0' : letter;
}

}  // namespace

std::string escapedHtml(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    const bool whole = isUtf8(text);
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f || (byte >= 0x80 && !whole))
                    out += replacement;
                else
                    out.push_back(c);
        }
    }
    return out;
}

std::string escapedQuery(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
            out.push_back(c);
        } else {
            out.push_back('%');
            out.push_back(digits[byte >> 4U]);
            out.push_back(digits[byte & 0xfU]);
        }
    }
    return out;
}

std::string folded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const auto byte = static_cast<unsigned char>(c);
        if (c >= 'A' && c <= 'Z') {
            out.push_back(static_cast<char>(c - 'A' + 'a'));
        } else if (byte == 0xc3 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) >= 0x80 &&
                   static_cast<unsigned char>(text[i + 1]) <= 0xbf) {
            const char letter = plainLetter(static_cast<unsigned char>(text[++i]));
            if (letter != '\0') {
                out.push_back(letter);
            } else {
                out.push_back(c);
                out.push_back(text[i]);
            }
        } else {
            out.push_back(c);
        }
    }
    return out;
}

}  // namespace veldwijzer::server
