// SPDX-License-Identifier: EUPL-1.2
#include "domain/opening_hours.h"

#include <date/tz.h>

#include <algorithm>
#include <cstdio>

#include "domain/moments.h"

namespace veldwijzer::domain {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;
using Instant = std::chrono::sys_seconds;

// Read once; the tz database is the system's, so that a change of law needs no new program.
const date::time_zone& amsterdam() {
    static const date::time_zone& zone = *date::locate_zone("Europe/Amsterdam");
    return zone;
}

Instant instantOf(sys_days day, seconds ofDay, const std::optional<seconds>& offset) {
    const seconds local = day.time_since_epoch() + ofDay;
    if (offset) return Instant(local - *offset);
    const date::local_info info = amsterdam().get_info(date::local_seconds(local));
    // In a gap `first` is the time before it, in an overlap the summer time that ends.
    return Instant(local - info.first.offset);
}

WallMs wall(Instant instant) {
    return milliseconds(instant.time_since_epoch()).count();
}

Instant floorOf(WallMs at) {
    return std::chrono::floor<seconds>(std::chrono::sys_time<milliseconds>(milliseconds(at)));
}

OpenSpan spanOn(const Schedule& schedule, sys_days day) {
    if (schedule.wholeDay)
        return {wall(instantOf(day, seconds(0), std::nullopt)),
                wall(instantOf(day + days(1), seconds(0), std::nullopt))};
    constexpr seconds lastMinute = hours(23) + minutes(59);
    seconds closes = schedule.closes >= lastMinute ? seconds(hours(24)) : schedule.closes;
    if (closes <= schedule.opens) closes += days(1);
    const sys_days last = day + std::chrono::floor<days>(closes);
    return {wall(instantOf(day, schedule.opens, schedule.offset)),
            wall(instantOf(last, closes - std::chrono::floor<days>(closes), schedule.offset))};
}

// Occurrences before the first day we look at, as far as a count needs to know.
unsigned countedBefore(const Schedule& schedule, sys_days first) {
    if (!schedule.count) return 0;
    unsigned counted = 0;
    for (sys_days day = *schedule.start; day < first && counted < *schedule.count; day += days(1))
        if (fallsOn(schedule, day)) ++counted;
    return counted;
}

void addSpans(const Schedule& schedule, sys_days first, sys_days last, std::vector<OpenSpan>& spans) {
    unsigned counted = countedBefore(schedule, first);
    for (sys_days day = first; day <= last; day += days(1)) {
        if (schedule.count && counted >= *schedule.count) return;
        if (!fallsOn(schedule, day)) continue;
        ++counted;
        const OpenSpan span = spanOn(schedule, day);
        if (span.from < span.to) spans.push_back(span);
    }
}

std::vector<OpenSpan> united(std::vector<OpenSpan> spans) {
    std::sort(spans.begin(), spans.end(),
              [](const OpenSpan& a, const OpenSpan& b) { return a.from < b.from; });
    std::vector<OpenSpan> result;
    for (const OpenSpan& span : spans) {
        if (!result.empty() && span.from <= result.back().to)
            result.back().to = std::max(result.back().to, span.to);
        else
            result.push_back(span);
    }
    return result;
}

std::vector<OpenSpan> without(const std::vector<OpenSpan>& open, const std::vector<OpenSpan>& closed) {
    std::vector<OpenSpan> result;
    for (OpenSpan span : open) {
        for (const OpenSpan& hole : closed) {
            if (hole.to <= span.from || hole.from >= span.to) continue;
            if (hole.from > span.from) result.push_back({span.from, hole.from});
            span.from = hole.to;
        }
        if (span.from < span.to) result.push_back(span);
    }
    return result;
}

}  // namespace

sys_days localDayOf(WallMs at) {
    const Instant instant = floorOf(at);
    return std::chrono::floor<days>(instant + amsterdam().get_info(instant).offset);
}

std::vector<OpenSpan> openSpans(std::span<const Schedule> schedules, WallMs from, WallMs to) {
    constexpr WallMs dayMs = 24LL * 3600 * 1000;
    to = std::min(to, from + spanDaysAtMost * dayMs);
    if (from >= to) return {};
    // A day more at both ends: open over midnight, and offsets other than Amsterdam's.
    const sys_days first = localDayOf(from) - days(2);
    const sys_days last = localDayOf(to) + days(1);
    std::vector<OpenSpan> open;
    std::vector<OpenSpan> closed;
    for (const Schedule& schedule : schedules)
        addSpans(schedule, first, last, schedule.closed ? closed : open);
    std::vector<OpenSpan> spans;
    for (OpenSpan span : without(united(std::move(open)), united(std::move(closed)))) {
        span = {std::max(span.from, from), std::min(span.to, to)};
        if (span.from < span.to) spans.push_back(span);
    }
    return spans;
}

std::optional<Openness> openAt(std::span<const Schedule> schedules, WallMs at) {
    const bool any = std::any_of(schedules.begin(), schedules.end(),
                                 [](const Schedule& schedule) { return !schedule.closed; });
    if (!any) return std::nullopt;
    const WallMs end = at + milliseconds(days(lookAheadDays)).count();
    const std::vector<OpenSpan> spans = openSpans(schedules, at, end);
    if (spans.empty()) return Openness{};
    if (spans.front().from > at) return Openness{false, spans.front().from};
    return Openness{true, spans.front().to < end ? std::optional(spans.front().to) : std::nullopt};
}

std::string localText(WallMs at) {
    const Instant instant = floorOf(at);
    const auto local = instant + amsterdam().get_info(instant).offset;
    const auto day = std::chrono::floor<days>(local);
    const std::chrono::year_month_day date(day);
    const auto ofDay = std::chrono::duration_cast<minutes>(local - day).count();
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u %02d:%02d", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(ofDay / 60), static_cast<int>(ofDay % 60));
    return text;
}

std::optional<WallMs> instantFrom(std::string_view text) {
    if (!isDateTime(text)) return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t count) {
        int value = 0;
        for (std::size_t i = at; i < at + count; ++i)
            value = value * 10 + (text[i] - '0');
        return value;
    };
    const std::chrono::year_month_day date(std::chrono::year(number(0, 4)),
                                           std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                           std::chrono::day(static_cast<unsigned>(number(8, 2))));
    seconds ofDay{0};
    std::optional<seconds> offset;
    if (text.size() > dateLength) {
        ofDay = hours(number(11, 2)) + minutes(number(14, 2));
        const std::string_view rest = text.substr(16);
        if (rest.starts_with(':')) ofDay += seconds(number(17, 2));
        if (rest.ends_with('Z')) offset = seconds(0);
        if (const std::size_t sign = rest.find_first_of("+-"); sign != std::string_view::npos) {
            offset = hours(number(17 + sign, 2)) + minutes(number(20 + sign, 2));
            if (rest[sign] == '-') offset = -*offset;
        }
    }
    return wall(instantOf(sys_days(date), ofDay, offset));
}

}  // namespace veldwijzer::domain
