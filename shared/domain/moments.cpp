// SPDX-License-Identifier: EUPL-1.2
#include "domain/moments.h"

#include <chrono>
#include <optional>

namespace veldwijzer::domain {
namespace {

// The first `count` characters as a number, taken from the front of `text`; nothing if one is no digit.
std::optional<unsigned> takeDigits(std::string_view& text, std::size_t count) {
    if (text.size() < count) return std::nullopt;
    unsigned number = 0;
    for (const char c : text.substr(0, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + static_cast<unsigned>(c - '0');
    }
    text.remove_prefix(count);
    return number;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

bool takeHourAndMinute(std::string_view& text) {
    const auto hour = takeDigits(text, 2);
    if (!hour || *hour > 23 || !take(text, ':')) return false;
    const auto minute = takeDigits(text, 2);
    return minute && *minute <= 59;
}

bool takeSeconds(std::string_view& text) {
    if (!take(text, ':')) return true;
    const auto second = takeDigits(text, 2);
    // 60: leap seconds exist.
    if (!second || *second > 60) return false;
    if (!take(text, '.')) return true;
    bool digits = false;
    while (takeDigits(text, 1))
        digits = true;
    return digits;
}

bool isZone(std::string_view text) {
    if (text.empty() || text == "Z") return true;
    if (!take(text, '+') && !take(text, '-')) return false;
    return takeHourAndMinute(text) && text.empty();
}

}  // namespace

bool isDate(std::string_view text) {
    const auto year = takeDigits(text, 4);
    if (!year || !take(text, '-')) return false;
    const auto month = takeDigits(text, 2);
    if (!month || !take(text, '-')) return false;
    const auto day = takeDigits(text, 2);
    if (!day || !text.empty()) return false;
    return std::chrono::year_month_day(std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                                       std::chrono::day(*day))
        .ok();
}

bool isTime(std::string_view text) {
    return takeHourAndMinute(text) && takeSeconds(text) && isZone(text);
}

bool isDateTime(std::string_view text) {
    if (!isDate(text.substr(0, dateLength))) return false;
    text.remove_prefix(dateLength);
    return text.empty() || ((take(text, 'T') || take(text, ' ')) && isTime(text));
}

}  // namespace veldwijzer::domain
