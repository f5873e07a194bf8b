// SPDX-License-Identifier: EUPL-1.2
#include "exchange/json_repair.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

#include "base/utf8.h"

namespace veldwijzer::exchange {
namespace {

// Windows-1252, 0x80 to 0x9f (WHATWG Encoding, windows-1252); the rest equals Latin-1.
constexpr std::array<char16_t, 32> windows1252 = {
    0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};

void appendUtf8(std::string& out, unsigned code) {
    if (code < 0x800) {
        out.push_back(static_cast<char>(0xc0U | (code >> 6U)));
    } else {
        out.push_back(static_cast<char>(0xe0U | (code >> 12U)));
        out.push_back(static_cast<char>(0x80U | ((code >> 6U) & 0x3fU)));
    }
    out.push_back(static_cast<char>(0x80U | (code & 0x3fU)));
}

// The well-formed character at the start of `text`, or nothing.
std::string_view characterAt(std::string_view text) {
    for (std::size_t length = 1; length <= std::min<std::size_t>(4, text.size()); ++length)
        if (isUtf8(text.substr(0, length))) return text.substr(0, length);
    return {};
}

bool isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// The code unit of "\uXXXX" at `i`, or -1.
int unitAt(std::string_view text, std::size_t i) {
    if (i + 6 > text.size() || text[i] != '\\' || text[i + 1] != 'u') return -1;
    if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i) + 2,
                     text.begin() + static_cast<std::ptrdiff_t>(i) + 6, isHex))
        return -1;
    return static_cast<int>(std::strtol(std::string(text.substr(i + 2, 4)).c_str(), nullptr, 16));
}

class Repair {
public:
    explicit Repair(std::string_view text) : text_(text) {}

    Repaired run() {
        while (i_ < text_.size())
            text_[i_] == '"' ? string() : outside();
        return std::move(result_);
    }

private:
    void note(const char* what) {
        if (std::find(result_.what.begin(), result_.what.end(), what) == result_.what.end())
            result_.what.emplace_back(what);
    }
    void keep(std::size_t count) {
        result_.text.append(text_.substr(i_, count));
        i_ += count;
    }

    void string() {
        keep(1);
        while (i_ < text_.size() && text_[i_] != '"') {
            const auto byte = static_cast<unsigned char>(text_[i_]);
            if (byte == '\\')
                escape();
            else if (byte < 0x20)
                control(byte);
            else
                keep(1);
        }
        if (i_ < text_.size()) keep(1);
    }

    void control(unsigned char byte) {
        static constexpr std::string_view digits = "0123456789abcdef";
        note("a line break or control character that was not escaped");
        result_.text += "\\u00";
        result_.text.push_back(digits[byte >> 4U]);
        result_.text.push_back(digits[byte & 0xfU]);
        ++i_;
    }

    void escape() {
        const int unit = unitAt(text_, i_);
        if (unit >= 0xd800 && unit <= 0xdbff) {
            const int low = unitAt(text_, i_ + 6);
            if (low >= 0xdc00 && low <= 0xdfff) return keep(12);
        }
        if (unit >= 0xd800 && unit <= 0xdfff) {
            note("half of a character (an unpaired surrogate)");
            result_.text += "\\ufffd";
            i_ += 6;
        } else if (unit >= 0) {
            keep(6);
        } else if (i_ + 1 < text_.size() &&
                   std::string_view("\"\\/bfnrt").find(text_[i_ + 1]) != std::string_view::npos) {
            keep(2);
        } else {
            note("a backslash that means nothing");
            result_.text += "\\\\";
            ++i_;
        }
    }

    void outside() {
        const std::size_t end = std::min(text_.find_first_of("\"{}[]:, \n\r\t", i_), text_.size());
        if (end == i_) {
            if (text_[i_] != ',') return keep(1);
            const std::size_t next = text_.find_first_not_of(" \n\r\t", i_ + 1);
            if (next != std::string_view::npos && text_[next] != '}' && text_[next] != ']') return keep(1);
            note("a comma with nothing after it");
            ++i_;
            return;
        }
        word(text_.substr(i_, end - i_));
        i_ = end;
    }

    void word(std::string_view word) {
        if (word == "NaN" || word == "Infinity" || word == "-Infinity") {
            note("NaN or Infinity, which JSON does not have; read as null");
            result_.text += "null";
            return;
        }
        const bool digits =
            !word.empty() && word.find_first_not_of("+-0123456789.eE") == std::string_view::npos;
        if (digits && word.size() < 1000 &&
            std::abs(std::strtod(std::string(word).c_str(), nullptr)) > 1.7e308) {
            note("a number that is too large; read as text");
            result_.text.append("\"").append(word).append("\"");
            result_.elidedMoved = true;
            return;
        }
        result_.text.append(word);
    }

    std::string_view text_;
    std::size_t i_ = 0;
    Repaired result_;
};

}  // namespace

std::size_t repairEncoding(std::string& text) {
    if (isUtf8(text)) return 0;
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    std::size_t repaired = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view character = characterAt(std::string_view(text).substr(i));
        if (!character.empty()) {
            out.append(character);
            i += character.size();
            continue;
        }
        const auto byte = static_cast<unsigned char>(text[i++]);
        appendUtf8(out, byte < 0xa0 ? windows1252[byte - 0x80U] : byte);
        ++repaired;
    }
    text = std::move(out);
    return repaired;
}

Repaired repairJson(std::string_view text) {
    return Repair(text).run();
}

}  // namespace veldwijzer::exchange
