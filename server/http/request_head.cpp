// SPDX-License-Identifier: EUPL-1.2
#include "http/request_head.h"

#include <algorithm>
#include <string>

#include "http/http_limits.h"

namespace veldwijzer::server {
namespace {

bool hasBareLineFeed(std::string_view head) {
    for (std::size_t i = 0; i < head.size(); ++i) {
        if (head[i] == '\0') return true;
        if (head[i] == '\n' && (i == 0 || head[i - 1] != '\r')) return true;
    }
    return false;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isName(std::string_view text, std::string_view name) {
    return text.size() == name.size() &&
           std::equal(text.begin(), text.end(), name.begin(), [](char a, char b) { return lower(a) == b; });
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

/// Digits only; anything too long to count is as large as can be.
std::optional<std::size_t> lengthFrom(std::string_view text) {
    if (text.empty() || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    if (text.size() > 12) return SIZE_MAX;
    return static_cast<std::size_t>(std::stoull(std::string(text)));
}

/// One header line. False: refuse.
bool takeLine(std::string_view line, RequestHead& head, std::optional<std::size_t>& length) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    const std::string_view name = line.substr(0, colon);
    if (name.find_first_of(" \t") != std::string_view::npos) return false;
    // cpp-httplib would apply it to the refusal too.
    if (isName(name, "range")) return false;
    if (isName(name, "transfer-encoding")) head.bodyWithheld = true;
    if (!isName(name, "content-length")) return true;
    if (length) return false;
    length = lengthFrom(trimmed(line.substr(colon + 1)));
    return length.has_value();
}

}  // namespace

HeadResult readHead(std::string_view bytes) {
    const std::string_view start = bytes.substr(0, limits::headerBytes);
    const std::size_t end = start.find("\r\n\r\n");
    if (end == std::string_view::npos) {
        if (bytes.size() >= limits::headerBytes) return {std::nullopt, 431};
        return {};
    }
    const std::string_view lines = bytes.substr(0, end + 2);
    if (hasBareLineFeed(lines)) return {std::nullopt, 400};
    RequestHead head;
    head.headBytes = end + 4;
    std::optional<std::size_t> length;
    std::size_t at = lines.find("\r\n") + 2;  // after the request line
    while (at < lines.size()) {
        const std::size_t next = lines.find("\r\n", at);
        if (!takeLine(lines.substr(at, next - at), head, length)) return {std::nullopt, 400};
        at = next + 2;
    }
    if (length > limits::bodyBytes) head.bodyWithheld = true;
    if (!head.bodyWithheld) head.bodyBytes = length.value_or(0);
    return {head, 0};
}

}  // namespace veldwijzer::server
