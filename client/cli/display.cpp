// SPDX-License-Identifier: EUPL-1.2
#include "cli/display.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/utf8.h"

namespace veldwijzer::cli {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

/// The first character of `text`, which is not empty; nothing when its bytes aren't UTF-8.
std::optional<std::string_view> firstCharacter(std::string_view text) {
    const auto lead = static_cast<std::uint8_t>(text[0]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const std::string_view character = text.substr(0, length);
    if (character.size() < length || !isUtf8(character)) return std::nullopt;
    return character;
}

std::uint32_t codePointOf(std::string_view character) {
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<std::uint8_t>(character[i]));
    };
    switch (character.size()) {
        case 1:
            return byte(0);
        case 2:
            return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
        case 3:
            return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
        default:
            return (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    }
}

bool between(std::uint32_t code, std::uint32_t first, std::uint32_t last) {
    return first <= code && code <= last;
}

/// C1 controls drive a terminal as escapes do; the others reorder or break what stands beside them.
bool misleads(std::uint32_t code) {
    return between(code, 0x80, 0x9F) || code == 0x061C || code == 0x200E || code == 0x200F ||
           between(code, 0x2028, 0x202E) || between(code, 0x2066, 0x2069);
}

std::string symbolFor(std::uint32_t control) {
    // U+2400 and on are pictures of the control characters; U+2421 of DEL.
    const std::uint32_t code = control == 0x7F ? 0x2421 : 0x2400 + control;
    return {static_cast<char>(0xE0 | code >> 12), static_cast<char>(0x80 | (code >> 6 & 0x3F)),
            static_cast<char>(0x80 | (code & 0x3F))};
}

}  // namespace

std::string harmless(std::string_view text, Lines lines) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const auto character = firstCharacter(text);
        if (!character) {
            result += replacement;
            text.remove_prefix(1);
            continue;
        }
        text.remove_prefix(character->size());
        const std::uint32_t code = codePointOf(*character);
        if (code == '\n') {
            result += lines == Lines::Keep ? '\n' : ' ';
        } else if (code == '\t' || (code == '\r' && text.starts_with('\n'))) {
            result += code == '\t' ? " " : "";
        } else if (code < 0x20 || code == 0x7F) {
            result += symbolFor(code);
        } else {
            result += misleads(code) ? replacement : *character;
        }
    }
    return result;
}

std::size_t widthOf(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<std::uint8_t>(c) & 0xC0) != 0x80;  // every byte but the continuing ones
    }));
}

void Table::row(std::vector<std::string> cells) {
    for (std::string& cell : cells)
        cell = harmless(cell);
    rows_.push_back(std::move(cells));
}

void Table::print(std::ostream& out, std::string_view indent) const {
    std::vector<std::size_t> widths;
    for (const auto& cells : rows_) {
        widths.resize(std::max(widths.size(), cells.size()));
        for (std::size_t i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(cells[i]));
    }
    for (const auto& cells : rows_) {
        out << indent;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            out << cells[i];
            const bool last = std::all_of(cells.begin() + static_cast<std::ptrdiff_t>(i) + 1, cells.end(),
                                          [](const std::string& cell) { return cell.empty(); });
            if (last) break;  // no white space at the end of a line
            out << std::string(widths[i] - widthOf(cells[i]) + 2, ' ');
        }
        out << '\n';
    }
}

}  // namespace veldwijzer::cli
