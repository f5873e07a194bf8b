// SPDX-License-Identifier: EUPL-1.2
#include "domain/care.h"

#include <cstdio>

#include "domain/moments.h"

namespace veldwijzer::domain {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

std::string textOf(const merge::Record& record, std::string_view field, const merge::ClampedTime& clamped) {
    const merge::Value* value = merge::shownValue(record, field, clamped);
    const auto* text = value != nullptr ? std::get_if<std::string>(value) : nullptr;
    return text != nullptr ? *text : std::string();
}

std::optional<double> numberOf(const merge::Value* value) {
    if (value == nullptr) return std::nullopt;
    if (const auto* whole = std::get_if<std::int64_t>(value)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(value)) return *real;
    return std::nullopt;
}

}  // namespace

std::optional<sys_days> dayFrom(std::string_view text) {
    text = text.substr(0, dateLength);
    if (!isDate(text)) return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t count) {
        unsigned value = 0;
        for (const char digit : text.substr(at, count))
            value = value * 10 + static_cast<unsigned>(digit - '0');
        return value;
    };
    return year_month_day(std::chrono::year(static_cast<int>(number(0, 4))), std::chrono::month(number(5, 2)),
                          std::chrono::day(number(8, 2)));
}

std::string dayText(sys_days day) {
    const year_month_day date(day);
    char text[24];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

std::optional<sys_days> assuredOn(const merge::Record& record, const merge::ClampedTime& clamped) {
    return dayFrom(textOf(record, "assured_date", clamped));
}

bool isStale(const std::optional<sys_days>& assured, sys_days today, unsigned afterMonths) {
    if (!assured) return true;
    year_month_day end = year_month_day(*assured) + std::chrono::months(afterMonths);
    if (!end.ok()) end = end.year() / end.month() / std::chrono::last;
    return today > sys_days(end);
}

std::optional<Referrals> referralsFrom(std::span<const merge::Record> capacities) {
    std::optional<Referrals> newest;
    for (const merge::Record& capacity : capacities) {
        const auto available = numberOf(merge::shownValue(capacity, "available"));
        if (!available) continue;
        Referrals each{*available > 0, textOf(capacity, "updated", {}), textOf(capacity, "description", {})};
        if (!newest || each.updated > newest->updated) newest = std::move(each);
    }
    return newest;
}

Review reviewOf(const merge::Record& agreement, sys_days today, const merge::ClampedTime& clamped) {
    const auto by = dayFrom(textOf(agreement, "review_by", clamped));
    if (!by) return Review::Unplanned;
    if (*by < today) return Review::Due;
    return *by - today <= days(reviewSoonDays) ? Review::Soon : Review::Later;
}

bool isTooSmallToShow(const merge::Record& indicator, std::string_view field, const merge::Value& value,
                      const merge::ClampedTime& clamped) {
    if (indicator.kind != "indicator" || (field != "count" && field != "value")) return false;
    const auto number = numberOf(&value);
    if (!number) return false;
    const auto count = numberOf(merge::shownValue(indicator, "count", clamped));
    const bool countsPeople = field == "count" || textOf(indicator, "measure", clamped) == "aantal";
    return (countsPeople && *number < smallestCount) || (count && *count < smallestCount);
}

}  // namespace veldwijzer::domain
