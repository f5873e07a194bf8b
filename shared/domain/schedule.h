// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "merge/record.h"

/// One rule of opening hours, as HSDS's schedule writes it after iCalendar's RRULE (RFC 5545).
namespace veldwijzer::domain {

enum class Frequency : std::uint8_t { Once, Daily, Weekly, Monthly, Yearly };

/// "MO", or of months and years also "1MO" (the first) and "-1FR" (the last).
struct ByDay {
    int which = 0;  ///< 0: every
    std::chrono::weekday day;
    bool operator==(const ByDay&) const = default;
};

struct Schedule {
    std::optional<std::chrono::sys_days> validFrom, validTo;  ///< both inclusive; local dates
    std::optional<std::chrono::sys_days> start;               ///< dtstart: where interval and count begin
    std::optional<std::chrono::sys_days> until;               ///< inclusive
    Frequency frequency = Frequency::Weekly;
    unsigned interval = 1;
    std::optional<unsigned> count;
    std::chrono::weekday weekStart = std::chrono::Monday;
    std::vector<ByDay> byDay;
    std::vector<int> byMonthDay;  ///< negative: from the end
    /// Of the day. Closing at or before opening is on the next day; 23:59 is midnight.
    std::chrono::seconds opens{0}, closes{0};
    bool closed = false;    ///< an exception: then it is closed, whatever the others say
    bool wholeDay = false;  ///< of a closed exception without times
    /// Without one the times are those of Europe/Amsterdam, through its clock changes.
    std::optional<std::chrono::seconds> offset;
    bool operator==(const Schedule&) const = default;
};

/// Nothing when the record does not say when it is open: no times, or a rule that this program does not know
/// (BYWEEKNO, BYYEARDAY, a frequency or day that is no word of RFC 5545, an interval without a beginning).
/// Guessing would send people to a closed door.
///
/// An offset that Amsterdam has in winter or summer (+01:00, +02:00, `timezone` 1 or 2) is read as the hours
/// on the door: no office opens an hour later because the clock changed. Others (Z among them) are meant.
[[nodiscard]] std::optional<Schedule> scheduleFrom(const merge::Record& record,
                                                   const merge::ClampedTime& clamped = {});

/// Whether the rule names this day (a local date), leaving out `count`.
[[nodiscard]] bool fallsOn(const Schedule& schedule, std::chrono::sys_days day);

inline constexpr unsigned scheduleIntervalAtMost = 1000;
inline constexpr unsigned scheduleCountAtMost = 10'000;
inline constexpr std::size_t scheduleRulesAtMost = 64;  ///< days in BYDAY or BYMONTHDAY

}  // namespace veldwijzer::domain
