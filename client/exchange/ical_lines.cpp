// SPDX-License-Identifier: EUPL-1.2
#include "exchange/ical_lines.h"

#include <algorithm>

namespace veldwijzer::exchange {
namespace {

constexpr std::size_t octetsPerLine = 75;

std::string upper(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return result;
}

std::string withoutQuotes(std::string_view text) {
    std::string result;
    std::copy_if(text.begin(), text.end(), std::back_inserter(result), [](char c) { return c != '"'; });
    return result;
}

bool isInsideCharacter(char c) {
    return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
}

}  // namespace

std::string_view IcalLine::parameter(std::string_view wanted) const {
    for (const auto& [key, text] : parameters)
        if (key == wanted) return text;
    return {};
}

IcalLine icalLineFrom(std::string_view unfolded) {
    IcalLine line;
    line.raw = std::string(unfolded);
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    bool quoted = false;
    std::size_t colon = std::string_view::npos;
    for (std::size_t i = 0; i < unfolded.size(); ++i) {
        const char c = unfolded[i];
        if (c == '"') quoted = !quoted;
        if (quoted || (c != ';' && c != ':')) continue;
        parts.push_back(unfolded.substr(begin, i - begin));
        begin = i + 1;
        if (c == ':') {
            colon = i;
            break;
        }
    }
    if (colon == std::string_view::npos) {
        line.name = line.raw;
        return line;
    }
    line.name = upper(parts.front());
    line.value = std::string(unfolded.substr(colon + 1));
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::size_t equals = std::min(parts[i].find('='), parts[i].size());
        const std::size_t after = std::min(equals + 1, parts[i].size());
        line.parameters.emplace_back(upper(parts[i].substr(0, equals)),
                                     withoutQuotes(parts[i].substr(after)));
    }
    return line;
}

std::vector<std::string> unfoldedLines(std::string_view bytes) {
    std::vector<std::string> lines;
    bool fresh = true;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find_first_of("\r\n", at), bytes.size());
        const std::string_view line = bytes.substr(at, end - at);
        const bool goesOn = !line.empty() && (line.front() == ' ' || line.front() == '\t') && !fresh;
        if (goesOn)
            lines.back() += line.substr(1);
        else if (!line.empty())
            lines.emplace_back(line);
        fresh = line.empty() || lines.empty();
        at = end + (bytes.substr(end).starts_with("\r\n") ? 2 : 1);
    }
    return lines;
}

void appendFolded(std::string& target, std::string_view line) {
    std::size_t room = octetsPerLine;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > 1 && isInsideCharacter(line[cut]))
            --cut;
        target += line.substr(0, cut);
        target += "\r\n ";
        line.remove_prefix(cut);
        room = octetsPerLine - 1;
    }
    target += line;
    target += "\r\n";
}

std::string unescapedText(std::string_view value) {
    std::string text;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\' || i + 1 == value.size()) {
            text.push_back(value[i]);
            continue;
        }
        const char next = value[++i];
        text.push_back(next == 'n' || next == 'N' ? '\n' : next);
    }
    return text;
}

std::string escapedText(std::string_view text) {
    std::string value;
    for (const char c : text) {
        if (c == '\n') {
            value += "\\n";
        } else if (c == '\\' || c == ';' || c == ',') {
            value.push_back('\\');
            value.push_back(c);
        } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') {
            value.push_back(c);
        }
    }
    return value;
}

}  // namespace veldwijzer::exchange
