// SPDX-License-Identifier: EUPL-1.2
#include "exchange/markdown_text.h"

#include <algorithm>
#include <array>

namespace veldwijzer::exchange {
namespace {

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// Bytes above ASCII are parts of letters here: "café_s" is a word.
bool isWord(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// One line without its markers inside. Linear: the search for each kind of closing marker never starts
/// again before where it failed.
class Line {
public:
    explicit Line(std::string_view text) : text_(text) {}

    std::string run() {
        while (i_ < text_.size()) {
            if (escaped() || link() || emphasis("**") || emphasis("__") || emphasis("*") || emphasis("_") ||
                emphasis("`"))
                continue;
            out_.push_back(text_[i_++]);
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

    bool escaped() {
        if (at(i_) != '\\' || std::string_view("*_`[]()#>\\").find(at(i_ + 1)) == std::string_view::npos)
            return false;
        if (i_ + 1 >= text_.size()) return false;
        out_.push_back(text_[i_ + 1]);
        i_ += 2;
        return true;
    }

    // [text](address), and ![picture](address) of which the text stays.
    bool link() {
        const bool picture = at(i_) == '!' && at(i_ + 1) == '[';
        if (!picture && at(i_) != '[') return false;
        const std::size_t textStart = i_ + (picture ? 2 : 1);
        const std::size_t textEnd = next(middle_, "](", textStart);
        if (textEnd == std::string_view::npos) return false;
        const std::size_t end = next(end_, ")", textEnd + 2);
        if (end == std::string_view::npos) return false;
        const std::string_view text = text_.substr(textStart, textEnd - textStart);
        if (text.find('[') != std::string_view::npos) return false;
        std::string_view address = text_.substr(textEnd + 2, end - textEnd - 2);
        address = address.substr(0, address.find(' '));
        out_.append(text);
        if (!picture && address != text && address.rfind("http", 0) == 0)
            out_.append(" (").append(address).append(")");
        i_ = end + 1;
        return true;
    }

    std::size_t next(std::size_t& cached, std::string_view what, std::size_t from) const {
        if (cached == std::string_view::npos || cached >= from) return cached;
        cached = text_.find(what, from);
        return cached;
    }

    bool emphasis(std::string_view marker) {
        if (text_.substr(i_, marker.size()) != marker) return false;
        const std::size_t start = i_ + marker.size();
        // A marker belongs to the word behind it: "5 * 3" and "snake_case" have none.
        if (isSpace(at(start)) || at(start) == '\0' || at(start) == marker[0]) return false;
        if (i_ > 0 && isWord(text_[i_ - 1])) return false;
        std::size_t& none = noCloser_[static_cast<std::size_t>(kindOf(marker))];
        if (none <= start) return false;
        const std::size_t end = closer(marker, start);
        if (end == std::string_view::npos) {
            none = start;
            return false;
        }
        out_ += Line(text_.substr(start, end - start)).run();
        i_ = end + marker.size();
        return true;
    }

    [[nodiscard]] std::size_t closer(std::string_view marker, std::size_t from) const {
        for (std::size_t end = text_.find(marker, from); end != std::string_view::npos;
             end = text_.find(marker, end + 1)) {
            if (end > from && !isSpace(text_[end - 1]) && !isWord(at(end + marker.size()))) return end;
        }
        return std::string_view::npos;
    }

    static int kindOf(std::string_view marker) {
        if (marker.size() == 2) return marker[0] == '*' ? 0 : 1;
        return marker[0] == '*' ? 2 : marker[0] == '_' ? 3 : 4;
    }

    std::string_view text_;
    std::size_t i_ = 0;
    std::string out_;
    std::size_t middle_ = 0;
    std::size_t end_ = 0;
    /// No closing marker of this kind stands after this place.
    std::array<std::size_t, 5> noCloser_ = {std::string_view::npos, std::string_view::npos,
                                            std::string_view::npos, std::string_view::npos,
                                            std::string_view::npos};
};

// "---", "***", "===" on a line of its own: a rule, or the line under a heading.
bool isRule(std::string_view line) {
    return line.size() >= 3 && std::string_view("-*=_").find(line[0]) != std::string_view::npos &&
           line.find_first_not_of(line[0]) == std::string_view::npos;
}

// A space and then a letter or an opening of emphasis.
bool startsWord(std::string_view text) {
    return text.size() >= 2 && text[0] == ' ' &&
           ((isWord(text[1]) && !(text[1] >= '0' && text[1] <= '9')) || text[1] == '*' || text[1] == '[');
}

std::string lineWithout(std::string_view line) {
    const std::size_t start = std::min(line.find_first_not_of(" \t"), line.size());
    std::string_view body = line.substr(start);
    const std::string_view trimmed = body.substr(0, body.find_last_not_of(" \t\r") + 1);
    if (isRule(trimmed)) return "";
    const std::size_t hashes = std::min(body.find_first_not_of('#'), body.size());
    // "> 18 jaar" and "# 3" say something, and "+ 31 …" is a telephone number.
    if (hashes >= 1 && hashes <= 6 && startsWord(body.substr(hashes)))
        return Line(body.substr(hashes + 1)).run();
    if (body.substr(0, 1) == ">" && startsWord(body.substr(1))) return Line(body.substr(2)).run();
    if (body.substr(0, 2) == "* ") return "- " + Line(body.substr(2)).run();
    return std::string(line.substr(0, start)) + Line(body).run();
}

}  // namespace

std::string withoutMarkdown(std::string_view source) {
    if (source.find_first_of("*_`[#>\\=-") == std::string_view::npos) return std::string(source);
    std::string out;
    while (true) {
        const std::size_t end = source.find('\n');
        out += lineWithout(source.substr(0, end));
        if (end == std::string_view::npos) return out;
        out.push_back('\n');
        source.remove_prefix(end + 1);
    }
}

}  // namespace veldwijzer::exchange
