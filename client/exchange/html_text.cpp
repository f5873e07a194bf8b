// SPDX-License-Identifier: EUPL-1.2
#include "exchange/html_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace veldwijzer::exchange {
namespace {

// Longer "tags" are text that happens to hold '<' and '>'.
constexpr std::size_t tagBytes = 4000;

// The entities that Dutch and English descriptions use.
constexpr std::array<std::pair<std::string_view, std::string_view>, 46> entities = {{
    {"amp", "&"},    {"lt", "<"},     {"gt", ">"},     {"quot", "\""},  {"apos", "'"},   {"nbsp", " "},
    {"eacute", "é"}, {"euml", "ë"},   {"egrave", "è"}, {"ecirc", "ê"},  {"iuml", "ï"},   {"ouml", "ö"},
    {"uuml", "ü"},   {"auml", "ä"},   {"aacute", "á"}, {"agrave", "à"}, {"acirc", "â"},  {"oacute", "ó"},
    {"ograve", "ò"}, {"ocirc", "ô"},  {"uacute", "ú"}, {"ccedil", "ç"}, {"ntilde", "ñ"}, {"iacute", "í"},
    {"Eacute", "É"}, {"Euml", "Ë"},   {"Iuml", "Ï"},   {"Ouml", "Ö"},   {"Uuml", "Ü"},   {"szlig", "ß"},
    {"ndash", "–"},  {"mdash", "—"},  {"lsquo", "‘"},  {"rsquo", "’"},  {"ldquo", "“"},  {"rdquo", "”"},
    {"bdquo", "„"},  {"hellip", "…"}, {"bull", "•"},   {"euro", "€"},   {"pound", "£"},  {"copy", "©"},
    {"deg", "°"},    {"frac12", "½"}, {"middot", "·"}, {"shy", ""},
}};

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

void appendCode(std::string& out, std::uint32_t code) {
    if (code < 0x80) {
        out.push_back(static_cast<char>(code));
        return;
    }
    const int tails = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    const std::uint32_t lead = tails == 1 ? 0xc0U : tails == 2 ? 0xe0U : 0xf0U;
    out.push_back(static_cast<char>(lead | (code >> (6U * static_cast<unsigned>(tails)))));
    for (int i = tails - 1; i >= 0; --i)
        out.push_back(static_cast<char>(0x80U | ((code >> (6U * static_cast<unsigned>(i))) & 0x3fU)));
}

bool isCharacter(std::uint32_t code) {
    return (code >= 0x20 || code == '\n' || code == '\t') && code != 0x7f &&
           (code < 0xd800 || code > 0xdfff) && code <= 0x10ffff;
}

class HtmlText {
public:
    explicit HtmlText(std::string_view source) : source_(source) {}

    std::string run() {
        while (i_ < source_.size()) {
            const char c = source_[i_];
            if ((c == '<' && (tag() || comment())) || (c == '&' && entity())) continue;
            out_.push_back(c);
            ++i_;
        }
        return std::move(out_);
    }

private:
    // "<p …>", "</p>", "<br/>": a letter must follow, so that "leeftijd <18" stays.
    bool tag() {
        std::size_t start = i_ + 1;
        const bool closing = start < source_.size() && source_[start] == '/';
        if (closing) ++start;
        if (start >= source_.size() || !isLetter(source_[start])) return false;
        const std::size_t end = nextAngle(start);
        if (end == std::string_view::npos || end - i_ > tagBytes) return false;
        std::size_t nameEnd = start;
        while (nameEnd < end &&
               (isLetter(source_[nameEnd]) || (source_[nameEnd] >= '0' && source_[nameEnd] <= '9')))
            ++nameEnd;
        // "<jan@example.nl>" is an address, not a tag.
        if (source_[nameEnd] != '>' && source_[nameEnd] != '/' && source_[nameEnd] != ' ' &&
            source_[nameEnd] != '\n' && source_[nameEnd] != '\t')
            return false;
        const std::string name = lower(source_.substr(start, nameEnd - start));
        const std::string_view inside = source_.substr(nameEnd, end - nameEnd);
        i_ = end + 1;
        write(name, inside, closing);
        return true;
    }

    // Positions only grow, so the search for '>' as a whole is linear too.
    std::size_t nextAngle(std::size_t from) {
        if (angle_ == std::string_view::npos || angle_ >= from) return angle_;
        angle_ = source_.find('>', from);
        return angle_;
    }

    bool comment() {
        if (source_.substr(i_, 4) != "<!--") return false;
        const std::size_t end = source_.find("-->", i_ + 4);
        i_ = end == std::string_view::npos ? source_.size() : end + 3;
        return true;
    }

    void write(const std::string& name, std::string_view inside, bool closing) {
        if (name == "script" || name == "style") {
            if (!closing) skipTo("</" + name);
        } else if (name == "a") {
            link(inside, closing);
        } else if (name == "li") {
            out_ += closing ? "" : "\n- ";
        } else if (name == "p" || name == "div" || name == "ul" || name == "ol" || name == "table" ||
                   name == "section" ||
                   (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')) {
            out_ += "\n\n";
        } else if (name == "br" || name == "tr" || name == "hr") {
            out_ += "\n";
        } else if (name == "td" || name == "th") {
            out_ += " ";
        }
    }

    void skipTo(const std::string& closing) {
        while (i_ < source_.size()) {
            const std::size_t open = source_.find('<', i_);
            if (open == std::string_view::npos) break;
            i_ = open;
            if (lower(source_.substr(open, closing.size())) == closing) return;  // the tag itself comes next
            ++i_;
        }
        i_ = source_.size();
    }

    void link(std::string_view inside, bool closing) {
        if (!closing) {
            address_.clear();
            linkStart_ = out_.size();
            const std::size_t at = lower(inside).find("href=");
            if (at == std::string::npos) return;
            std::string_view value = inside.substr(at + 5);
            const bool isQuoted = !value.empty() && (value[0] == '"' || value[0] == '\'');
            const std::size_t end = isQuoted ? value.find(value[0], 1) : value.find_first_of(" \t\n/");
            address_ = value.substr(isQuoted ? 1 : 0,
                                    end == std::string_view::npos ? end : end - (isQuoted ? 1 : 0));
            return;
        }
        // Only addresses that a person can follow; "javascript:" is for nobody.
        const bool web = address_.rfind("http", 0) == 0;
        const bool other = address_.rfind("mailto:", 0) == 0 || address_.rfind("tel:", 0) == 0;
        const std::string shown = other ? address_.substr(address_.find(':') + 1) : address_;
        if ((web || other) && linkStart_ <= out_.size() && out_.find(shown, linkStart_) == std::string::npos)
            out_.append(" (").append(shown).append(")");
        address_.clear();
    }

    bool entity() {
        const std::size_t end = source_.substr(i_, 12).find(';');
        if (end == std::string_view::npos || end < 2) return false;
        const std::string_view name = source_.substr(i_ + 1, end - 1);
        if (name[0] == '#') {
            const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
            const std::string_view digits = name.substr(hex ? 2 : 1);
            std::uint32_t code = 0;
            const auto [stop, failed] =
                std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
            if (failed != std::errc{} || stop != digits.data() + digits.size() || !isCharacter(code))
                return false;
            appendCode(out_, code == 0xa0 ? ' ' : code);
        } else {
            const auto* const found = std::find_if(entities.begin(), entities.end(),
                                                   [&](const auto& entry) { return entry.first == name; });
            if (found == entities.end()) return false;
            out_ += found->second;
        }
        i_ += end + 1;
        return true;
    }

    std::string_view source_;
    std::size_t i_ = 0;
    std::size_t angle_ = 0;
    std::string out_;
    std::string address_;
    std::size_t linkStart_ = 0;
};

}  // namespace

std::string withoutHtml(std::string_view source) {
    if (source.find_first_of("<&") == std::string_view::npos) return std::string(source);
    return HtmlText(source).run();
}

}  // namespace veldwijzer::exchange
