// SPDX-License-Identifier: EUPL-1.2
#include "domain/recurrence.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <string>

namespace veldwijzer::domain {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::milliseconds;
using std::chrono::month;
using std::chrono::months;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::years;

// ---------------------------------------------------------------- reading a rule

constexpr std::array<std::string_view, 7> dayNames{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

std::optional<int> wholeNumber(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<weekday> weekdayFrom(std::string_view name) {
    const auto found = std::find(dayNames.begin(), dayNames.end(), name);
    if (found == dayNames.end()) return std::nullopt;
    return weekday(static_cast<unsigned>(found - dayNames.begin()));
}

std::optional<ByDay> byDayFrom(std::string_view word) {
    if (word.size() < 2) return std::nullopt;
    const auto name = weekdayFrom(word.substr(word.size() - 2));
    if (!name) return std::nullopt;
    if (word.size() == 2) return ByDay{0, *name};
    const auto which = wholeNumber(word.substr(0, word.size() - 2));
    if (!which || *which == 0 || *which < -53 || *which > 53) return std::nullopt;
    return ByDay{*which, *name};
}

/// A list with commas: all of it or nothing.
template <typename Item, typename Parse>
bool readList(std::string_view text, std::vector<Item>& items, Parse&& parse) {
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const auto item = parse(text.substr(0, comma));
        if (!item || items.size() >= scheduleRulesAtMost) return false;
        items.push_back(static_cast<Item>(*item));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return !items.empty();
}

auto numberWithin(int least, int most) {
    return [least, most](std::string_view text) -> std::optional<int> {
        const auto number = wholeNumber(text);
        const bool fits = number && *number != 0 && *number >= least && *number <= most;
        return fits ? number : std::nullopt;
    };
}

/// "20261231", "20261231T235959", "20261231T235959Z".
std::optional<Moment> untilFrom(std::string_view text) {
    if (text.size() != 8 && text.size() != 15 && text.size() != 16) return std::nullopt;
    std::string iso = std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" +
                      std::string(text.substr(6, 2));
    if (text.size() > 8)
        iso += "T" + std::string(text.substr(9, 2)) + ":" + std::string(text.substr(11, 2)) + ":" +
               std::string(text.substr(13));
    return momentFrom(iso);
}

std::optional<Frequency> frequencyFrom(std::string_view name) {
    if (name == "DAILY") return Frequency::Daily;
    if (name == "WEEKLY") return Frequency::Weekly;
    if (name == "MONTHLY") return Frequency::Monthly;
    if (name == "YEARLY") return Frequency::Yearly;
    return std::nullopt;
}

bool readPart(std::string_view name, std::string_view value, RecurrenceRule& rule) {
    const auto number = wholeNumber(value);
    if (name == "INTERVAL") {
        if (!number || *number < 1 || *number > static_cast<int>(scheduleIntervalAtMost)) return false;
        rule.interval = static_cast<unsigned>(*number);
        return true;
    }
    if (name == "COUNT") {
        if (!number || *number < 1 || *number > static_cast<int>(scheduleCountAtMost)) return false;
        rule.count = static_cast<unsigned>(*number);
        return true;
    }
    if (name == "UNTIL") return (rule.until = untilFrom(value)).has_value();
    if (name == "BYDAY") return readList(value, rule.byDay, byDayFrom);
    if (name == "BYMONTHDAY") return readList(value, rule.byMonthDay, numberWithin(-31, 31));
    if (name == "BYMONTH") return readList(value, rule.byMonth, numberWithin(1, 12));
    if (name == "BYSETPOS") return readList(value, rule.bySetPosition, numberWithin(-366, 366));
    if (name == "WKST") {
        const auto start = weekdayFrom(value);
        if (start) rule.weekStart = *start;
        return start.has_value();
    }
    return name.starts_with("X-");
}

// ---------------------------------------------------------------- the days of a period

sys_days firstOf(year_month date) {
    return sys_days(date / day(1));
}

/// The first day of the period in which `any` lies: of its week, month or year.
sys_days periodOf(const RecurrenceRule& rule, sys_days any) {
    const year_month_day date(any);
    switch (rule.frequency) {
        case Frequency::Weekly:
            return any - (weekday(any) - rule.weekStart);
        case Frequency::Monthly:
            return firstOf(date.year() / date.month());
        case Frequency::Yearly:
            return firstOf(date.year() / month(1));
        default:
            return any;
    }
}

sys_days periodsLater(const RecurrenceRule& rule, sys_days start, int periods) {
    const year_month_day date(start);
    switch (rule.frequency) {
        case Frequency::Weekly:
            return start + days(7) * periods;
        case Frequency::Monthly:
            return firstOf(year_month(date.year(), date.month()) + months(periods));
        case Frequency::Yearly:
            return firstOf((date.year() + years(periods)) / month(1));
        default:
            return start + days(periods);
    }
}

/// "The second Friday", "the last but one": of [from, to), which holds `date`.
bool isWhich(int which, sys_days date, sys_days from, sys_days to) {
    const int number = which > 0 ? static_cast<int>((date - from).count() / 7) + 1
                                 : -(static_cast<int>((to - date).count() - 1) / 7 + 1);
    return number == which;
}

bool fitsWeekday(const RecurrenceRule& rule, sys_days date, bool withinMonth) {
    const year_month_day parts(date);
    const year_month thisMonth(parts.year(), parts.month());
    const sys_days from = withinMonth ? firstOf(thisMonth) : firstOf(parts.year() / month(1));
    const sys_days to =
        withinMonth ? firstOf(thisMonth + months(1)) : firstOf((parts.year() + years(1)) / month(1));
    return std::any_of(rule.byDay.begin(), rule.byDay.end(), [&](const ByDay& by) {
        return by.day == weekday(date) && (by.which == 0 || isWhich(by.which, date, from, to));
    });
}

bool fitsMonthDay(const RecurrenceRule& rule, sys_days date) {
    const year_month_day parts(date);
    const auto length = static_cast<int>(
        (firstOf(year_month(parts.year(), parts.month()) + months(1)) - firstOf(parts.year() / parts.month()))
            .count());
    const auto number = static_cast<int>(static_cast<unsigned>(parts.day()));
    return std::any_of(rule.byMonthDay.begin(), rule.byMonthDay.end(),
                       [&](int by) { return by > 0 ? by == number : length + 1 + by == number; });
}

bool fits(const RecurrenceRule& rule, sys_days date, const year_month_day& first) {
    const year_month_day parts(date);
    const auto inMonth = static_cast<unsigned>(parts.month());
    if (!rule.byMonth.empty() &&
        std::find(rule.byMonth.begin(), rule.byMonth.end(), inMonth) == rule.byMonth.end())
        return false;
    if (!rule.byMonthDay.empty() && !fitsMonthDay(rule, date)) return false;
    const bool withinMonth = rule.frequency == Frequency::Monthly || !rule.byMonth.empty();
    if (!rule.byDay.empty() && !fitsWeekday(rule, date, withinMonth)) return false;
    if (!rule.byDay.empty() || !rule.byMonthDay.empty()) return true;
    // What the rule leaves open is as it was the first time.
    switch (rule.frequency) {
        case Frequency::Weekly:
            return weekday(date) == weekday(sys_days(first));
        case Frequency::Monthly:
            return parts.day() == first.day();
        case Frequency::Yearly:
            return parts.day() == first.day() && (!rule.byMonth.empty() || parts.month() == first.month());
        default:
            return true;
    }
}

std::vector<sys_days> daysOf(const RecurrenceRule& rule, sys_days start, const year_month_day& first) {
    std::vector<sys_days> found;
    for (sys_days date = start; date < periodsLater(rule, start, 1); date += days(1))
        if (fits(rule, date, first)) found.push_back(date);
    if (rule.bySetPosition.empty()) return found;
    std::set<sys_days> chosen;
    for (const int position : rule.bySetPosition) {
        const int index = position > 0 ? position - 1 : static_cast<int>(found.size()) + position;
        if (index >= 0 && index < static_cast<int>(found.size()))
            chosen.insert(found[static_cast<std::size_t>(index)]);
    }
    return {chosen.begin(), chosen.end()};
}

// ---------------------------------------------------------------- a series

sys_days dayOf(ClockSeconds reading) {
    return std::chrono::floor<days>(std::chrono::sys_seconds(reading));
}

bool isPast(const Moment& until, ClockSeconds reading, const Zone& zone) {
    if (until.wholeDay) return dayOf(reading) > dayOf(until.reading);
    if (until.offset) return zone.instantOf(reading) > until.instantIn(zone);
    return reading > until.reading;
}

/// Times of one rule, as readings; those before `from` only where they have to be counted.
void addRule(const Recurrence& series, const RecurrenceRule& rule, ClockSeconds from, ClockSeconds to,
             std::set<ClockSeconds>& readings) {
    const sys_days firstDay = dayOf(series.start.reading);
    const year_month_day first(firstDay);
    const seconds ofDay = series.start.reading - firstDay.time_since_epoch();
    const int step = static_cast<int>(rule.interval);
    sys_days period = periodOf(rule, firstDay);
    const int periodDays = rule.frequency == Frequency::Weekly ? 7 : 1;
    const bool canSkip = rule.frequency == Frequency::Daily || rule.frequency == Frequency::Weekly;
    if (canSkip && !rule.count && dayOf(from) > period)
        period += days(periodDays * step) * ((dayOf(from) - period).count() / (periodDays * step));
    unsigned counted = 0;
    for (std::size_t i = 0; i < recurrencePeriodsAtMost; ++i) {
        for (const sys_days date : daysOf(rule, period, first)) {
            const ClockSeconds reading = date.time_since_epoch() + ofDay;
            if (reading < series.start.reading) continue;
            if (rule.until && isPast(*rule.until, reading, series.zone)) return;
            if (rule.count && counted++ >= *rule.count) return;
            if (reading >= to || readings.size() >= occurrencesAtMost) return;
            if (reading >= from) readings.insert(reading);
        }
        period = periodsLater(rule, period, step);
        if (period.time_since_epoch() > to) return;
    }
}

bool isExcepted(const Recurrence& series, ClockSeconds reading) {
    return std::any_of(series.except.begin(), series.except.end(), [&](const Moment& except) {
        if (except.wholeDay) return dayOf(except.reading) == dayOf(reading);
        return except.instantIn(series.zone) == series.zone.instantOf(reading);
    });
}

Occurrence occurrenceAt(const Recurrence& series, ClockSeconds reading) {
    const WallMs from = series.zone.instantOf(reading);
    // A day has as many hours as it has; a meeting lasts as long as it lasts.
    if (series.start.wholeDay)
        return {from, series.zone.instantOf(reading + std::max<seconds>(series.duration, days(1)))};
    return {from, from + milliseconds(series.duration).count()};
}

}  // namespace

std::optional<RecurrenceRule> recurrenceRuleFrom(std::string_view text) {
    if (text.starts_with("RRULE:")) text.remove_prefix(6);
    RecurrenceRule rule;
    bool hasFrequency = false;
    while (!text.empty()) {
        const std::string_view part = text.substr(0, text.find(';'));
        text.remove_prefix(std::min(part.size() + 1, text.size()));
        if (part.empty()) continue;
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        const std::string_view name = part.substr(0, equals);
        const std::string_view value = part.substr(equals + 1);
        if (name == "FREQ") {
            const auto frequency = frequencyFrom(value);
            if (!frequency) return std::nullopt;
            rule.frequency = *frequency;
            hasFrequency = true;
        } else if (!readPart(name, value, rule)) {
            return std::nullopt;
        }
    }
    const bool numbered =
        std::any_of(rule.byDay.begin(), rule.byDay.end(), [](const ByDay& by) { return by.which != 0; });
    const bool mayNumber = rule.frequency == Frequency::Monthly || rule.frequency == Frequency::Yearly;
    if (!hasFrequency || (numbered && !mayNumber)) return std::nullopt;
    if (rule.frequency == Frequency::Weekly && !rule.byMonthDay.empty()) return std::nullopt;
    return rule;
}

std::vector<Occurrence> occurrences(const Recurrence& series, WallMs from, WallMs to) {
    if (from >= to) return {};
    // A little more at both ends: clocks change, and what began earlier may still go on.
    const ClockSeconds firstReading =
        series.zone.readingAt(from) - std::max<seconds>(series.duration, days(1)) - days(1);
    const ClockSeconds lastReading = series.zone.readingAt(to) + days(1);
    const ClockSeconds start = series.start.offset
                                   ? series.zone.readingAt(series.start.instantIn(series.zone))
                                   : series.start.reading;
    Recurrence local = series;
    local.start.reading = start;
    std::set<ClockSeconds> readings{start};
    for (const RecurrenceRule& rule : local.rules)
        addRule(local, rule, firstReading, lastReading, readings);
    for (const Moment& more : local.more)
        readings.insert(more.offset ? local.zone.readingAt(more.instantIn(local.zone)) : more.reading);
    std::set<Occurrence> found;
    for (const ClockSeconds reading : readings) {
        const Occurrence at = occurrenceAt(local, reading);
        const bool touches = at.from < to && (at.to > from || at.from >= from);
        if (touches && !isExcepted(local, reading)) found.insert(at);
    }
    return {found.begin(), found.end()};
}

}  // namespace veldwijzer::domain
