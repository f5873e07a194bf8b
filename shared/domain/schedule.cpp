// SPDX-License-Identifier: EUPL-1.2
#include "domain/schedule.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "domain/moments.h"

namespace veldwijzer::domain {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 7> dayNames{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

std::string upper(std::string_view text) {
    std::string result;
    for (const char c : text)
        if (c != ' ') result.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    return result;
}

std::optional<int> wholeNumber(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<ByDay> byDayFrom(std::string_view word) {
    if (word.size() < 2) return std::nullopt;
    const auto found = std::find(dayNames.begin(), dayNames.end(), word.substr(word.size() - 2));
    if (found == dayNames.end()) return std::nullopt;
    ByDay day{0, weekday(static_cast<unsigned>(found - dayNames.begin()))};
    if (word.size() == 2) return day;
    const auto which = wholeNumber(word.substr(0, word.size() - 2));
    if (!which || *which == 0 || *which < -53 || *which > 53) return std::nullopt;
    day.which = *which;
    return day;
}

// A list with commas: all of it or nothing.
template <typename Item, typename Parse>
bool parseList(std::string_view text, std::vector<Item>& items, Parse&& parse) {
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const auto item = parse(text.substr(0, comma));
        if (!item || items.size() >= scheduleRulesAtMost) return false;
        items.push_back(*item);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return true;
}

int digits(std::string_view text, std::size_t at) {
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

struct DoorTime {
    seconds ofDay{0};
    std::optional<seconds> offset{};
};

std::optional<DoorTime> timeFrom(std::string_view text) {
    if (text == "24:00" || text == "24:00:00") return DoorTime{hours(24), std::nullopt};
    if (!isTime(text)) return std::nullopt;
    DoorTime time{hours(digits(text, 0)) + minutes(digits(text, 3)), std::nullopt};
    if (text.size() >= 8 && text[5] == ':') time.ofDay += seconds(digits(text, 6));
    if (text.ends_with('Z')) time.offset = seconds(0);
    const std::size_t sign = text.find_first_of("+-");
    if (sign != std::string_view::npos) {
        time.offset = hours(digits(text, sign + 1)) + minutes(digits(text, sign + 4));
        if (text[sign] == '-') time.offset = -*time.offset;
    }
    return time;
}

std::optional<seconds> unlessAmsterdam(std::optional<seconds> offset) {
    if (offset == hours(1) || offset == hours(2)) return std::nullopt;
    return offset;
}

/// Reads one record; any member that can't be read makes the whole unknown.
class Reading {
public:
    Reading(const merge::Record& record, const merge::ClampedTime& clamped)
        : record_(record), clamped_(clamped) {}

    std::optional<Schedule> run() {
        readDates();
        readRule();
        readTimes();
        if (!known_) return std::nullopt;
        return std::move(schedule_);
    }

private:
    [[nodiscard]] const merge::Value* value(std::string_view field) const {
        return merge::shownValue(record_, field, clamped_);
    }
    [[nodiscard]] std::string text(std::string_view field) const {
        const merge::Value* found = value(field);
        const auto* string = found != nullptr ? std::get_if<std::string>(found) : nullptr;
        return string != nullptr ? *string : std::string();
    }
    [[nodiscard]] std::optional<double> number(std::string_view field) const {
        const merge::Value* found = value(field);
        if (found == nullptr) return std::nullopt;
        if (const auto* whole = std::get_if<std::int64_t>(found)) return static_cast<double>(*whole);
        if (const auto* real = std::get_if<double>(found)) return *real;
        const auto typed = wholeNumber(text(field));
        return typed ? std::optional<double>(*typed) : std::nullopt;
    }
    std::optional<sys_days> date(std::string_view field) {
        const std::string typed = text(field).substr(0, dateLength);
        if (typed.empty()) return std::nullopt;
        if (!isDate(typed)) {
            known_ = false;
            return std::nullopt;
        }
        return year_month_day(std::chrono::year(digits(typed, 0) * 100 + digits(typed, 2)),
                              std::chrono::month(static_cast<unsigned>(digits(typed, 5))),
                              std::chrono::day(static_cast<unsigned>(digits(typed, 8))));
    }
    std::optional<unsigned> countingFrom1(std::string_view field, unsigned most) {
        const auto given = number(field);
        if (!given) return std::nullopt;
        if (!(*given >= 1 && *given <= most)) {
            known_ = false;
            return std::nullopt;
        }
        return static_cast<unsigned>(*given);
    }

    void readDates() {
        schedule_.validFrom = date("valid_from");
        schedule_.validTo = date("valid_to");
        schedule_.start = date("dtstart");
        schedule_.until = date("until");
        const merge::Value* closed = value("closed");
        schedule_.closed = closed != nullptr && *closed == merge::Value(true);
    }

    void readRule() {
        schedule_.interval = countingFrom1("interval", scheduleIntervalAtMost).value_or(1);
        schedule_.count = countingFrom1("count", scheduleCountAtMost);
        if (!text("byweekno").empty() || !text("byyearday").empty()) known_ = false;
        known_ &= parseList(upper(text("byday")), schedule_.byDay, byDayFrom);
        std::string monthDays = upper(text("bymonthday"));
        if (const auto one = number("bymonthday"); one && monthDays.empty())
            monthDays = std::to_string(static_cast<int>(*one));
        known_ &= parseList(monthDays, schedule_.byMonthDay, wholeNumber);
        known_ &= std::all_of(schedule_.byMonthDay.begin(), schedule_.byMonthDay.end(),
                              [](int day) { return day != 0 && day >= -31 && day <= 31; });
        if (const std::string first = upper(text("wkst")); !first.empty()) {
            const auto day = byDayFrom(first);
            known_ &= day && day->which == 0;
            if (known_) schedule_.weekStart = day->day;
        }
        readFrequency();
        // Every other week, but from which? (valid_from is where files without dtstart begin.)
        if (!schedule_.start) schedule_.start = schedule_.validFrom;
        if ((schedule_.interval > 1 || schedule_.count) && !schedule_.start) known_ = false;
        const bool needsStart = schedule_.byDay.empty() && schedule_.frequency != Frequency::Daily &&
                                (schedule_.byMonthDay.empty() || schedule_.frequency == Frequency::Yearly);
        if (needsStart && !schedule_.start) known_ = false;
    }

    void readFrequency() {
        const std::string word = upper(text("freq"));
        if (word == "DAILY") {
            schedule_.frequency = Frequency::Daily;
        } else if (word == "WEEKLY") {
            schedule_.frequency = Frequency::Weekly;
        } else if (word == "MONTHLY") {
            schedule_.frequency = Frequency::Monthly;
        } else if (word == "YEARLY") {
            schedule_.frequency = Frequency::Yearly;
        } else if (!word.empty()) {
            known_ = false;
        } else if (!schedule_.byDay.empty()) {
            schedule_.frequency = Frequency::Weekly;
        } else if (!schedule_.byMonthDay.empty()) {
            schedule_.frequency = Frequency::Monthly;
        } else if (schedule_.start) {
            schedule_.frequency = Frequency::Once;
        } else {
            // A period with times, or a holiday: every day of it.
            schedule_.frequency = Frequency::Daily;
            known_ &= schedule_.validFrom && schedule_.validTo;
        }
    }

    void readTimes() {
        const std::string opens = text("opens_at");
        const std::string closes = text("closes_at");
        if (opens.empty() && closes.empty()) {
            schedule_.wholeDay = schedule_.closed;
            known_ &= schedule_.closed;
            return;
        }
        const auto from = timeFrom(opens);
        const auto to = timeFrom(closes);
        if (!from || !to) {
            known_ = false;
            return;
        }
        schedule_.opens = from->ofDay;
        schedule_.closes = to->ofDay;
        std::optional<seconds> offset = from->offset ? from->offset : to->offset;
        if (const auto zone = number("timezone"); zone && !offset && *zone >= -14 && *zone <= 14)
            offset =
                std::chrono::duration_cast<seconds>(std::chrono::duration<double, std::ratio<3600>>(*zone));
        schedule_.offset = unlessAmsterdam(offset);
    }

    const merge::Record& record_;
    const merge::ClampedTime& clamped_;
    Schedule schedule_;
    bool known_ = true;
};

bool isMultiple(std::int64_t distance, unsigned interval) {
    return distance >= 0 && distance % interval == 0;
}

sys_days weekOf(sys_days day, weekday start) {
    return day - (weekday(day) - start);
}

bool isMonthDay(const Schedule& schedule, year_month_day date) {
    const int last =
        static_cast<int>(static_cast<unsigned>((date.year() / date.month() / std::chrono::last).day()));
    const int day = static_cast<int>(static_cast<unsigned>(date.day()));
    return std::any_of(schedule.byMonthDay.begin(), schedule.byMonthDay.end(),
                       [&](int wanted) { return day == (wanted > 0 ? wanted : last + 1 + wanted); });
}

// The first or the last Monday: of its month, or of its year.
bool isNth(sys_days day, sys_days first, sys_days last, int which) {
    const auto nth = which > 0 ? (day - first).count() / 7 + 1 : -((last - day).count() / 7 + 1);
    return nth == which;
}

bool isByDay(const Schedule& schedule, sys_days day, year_month_day date) {
    return std::any_of(schedule.byDay.begin(), schedule.byDay.end(), [&](const ByDay& wanted) {
        if (weekday(day) != wanted.day) return false;
        if (wanted.which == 0) return true;
        if (schedule.frequency == Frequency::Monthly)
            return isNth(day, sys_days(date.year() / date.month() / 1),
                         sys_days(date.year() / date.month() / std::chrono::last), wanted.which);
        if (schedule.frequency == Frequency::Yearly)
            return isNth(day, sys_days(date.year() / 1 / 1), sys_days(date.year() / 12 / 31), wanted.which);
        return true;  // "1MO" of a week means nothing more
    });
}

// Whether the day lies in a day, week, month or year that the interval does not skip.
bool isInTurn(const Schedule& schedule, sys_days day, year_month_day date) {
    if (!schedule.start) return true;
    const sys_days start = *schedule.start;
    const year_month_day first(start);
    switch (schedule.frequency) {
        case Frequency::Once:
            return day == start;
        case Frequency::Daily:
            return isMultiple((day - start).count(), schedule.interval);
        case Frequency::Weekly:
            return isMultiple(
                (weekOf(day, schedule.weekStart) - weekOf(start, schedule.weekStart)).count() / 7,
                schedule.interval);
        case Frequency::Monthly:
            return isMultiple((date.year() / date.month() - first.year() / first.month()).count(),
                              schedule.interval);
        case Frequency::Yearly:
            return isMultiple((date.year() - first.year()).count(), schedule.interval);
    }
    return false;
}

// What RFC 5545 takes from DTSTART when the rule names no days.
bool isLikeStart(const Schedule& schedule, sys_days day, year_month_day date) {
    if (!schedule.byDay.empty() || !schedule.start) return true;
    const year_month_day first(*schedule.start);
    // HSDS has no BYMONTH: the month of a yearly day is that of the start.
    if (!schedule.byMonthDay.empty())
        return schedule.frequency != Frequency::Yearly || date.month() == first.month();
    switch (schedule.frequency) {
        case Frequency::Weekly:
            return weekday(day) == weekday(*schedule.start);
        case Frequency::Monthly:
            return date.day() == first.day();
        case Frequency::Yearly:
            return date.day() == first.day() && date.month() == first.month();
        default:
            return true;
    }
}

}  // namespace

std::optional<Schedule> scheduleFrom(const merge::Record& record, const merge::ClampedTime& clamped) {
    return Reading(record, clamped).run();
}

bool fallsOn(const Schedule& schedule, sys_days day) {
    if (schedule.validFrom && day < *schedule.validFrom) return false;
    if (schedule.validTo && day > *schedule.validTo) return false;
    if (schedule.until && day > *schedule.until) return false;
    if (schedule.start && day < *schedule.start) return false;
    const year_month_day date(day);
    if (!isInTurn(schedule, day, date) || !isLikeStart(schedule, day, date)) return false;
    if (!schedule.byMonthDay.empty() && !isMonthDay(schedule, date)) return false;
    return schedule.byDay.empty() || isByDay(schedule, day, date);
}

}  // namespace veldwijzer::domain
