// SPDX-License-Identifier: EUPL-1.2
#include "cli/typed.h"

#include <charconv>

namespace veldwijzer::cli {

std::optional<std::int64_t> parseDuration(std::string_view text) {
    constexpr std::int64_t minuteMs = 60'000;
    constexpr std::int64_t mostMs = std::int64_t{3653} * 24 * 60 * minuteMs;
    if (text.size() < 2) return std::nullopt;
    std::int64_t unitMs = 0;
    switch (text.back()) {
        case 'm':
            unitMs = minuteMs;
            break;
        case 'h':
            unitMs = 60 * minuteMs;
            break;
        case 'd':
            unitMs = 24 * 60 * minuteMs;
            break;
        default:
            return std::nullopt;
    }
    const char* end = text.data() + text.size() - 1;
    std::uint32_t count = 0;
    const auto read = std::from_chars(text.data(), end, count);
    if (read.ec != std::errc{} || read.ptr != end || count == 0 || count > mostMs / unitMs)
        return std::nullopt;
    return static_cast<std::int64_t>(count) * unitMs;
}

std::optional<std::pair<std::string, std::string>> parseAssignment(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) return std::nullopt;
    return std::pair{std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))};
}

}  // namespace veldwijzer::cli
