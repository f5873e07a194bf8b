// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/schedule.h"
#include "domain/zone.h"

/// Meetings that come again, after RFC 5545 (section 3.3.10 and 3.8.5). Pure functions; any thread.
namespace veldwijzer::domain {

/// One RRULE.
struct RecurrenceRule {
    Frequency frequency = Frequency::Daily;
    unsigned interval = 1;
    std::optional<unsigned> count;
    std::optional<Moment> until;  ///< inclusive
    std::chrono::weekday weekStart = std::chrono::Monday;
    std::vector<ByDay> byDay;
    std::vector<int> byMonthDay;     ///< negative: from the end
    std::vector<unsigned> byMonth;   ///< 1 to 12
    std::vector<int> bySetPosition;  ///< negative: from the end
};
/// "FREQ=MONTHLY;BYDAY=-1TH;COUNT=8", also with "RRULE:" before it. Nothing for a rule that this program does
/// not follow (BYWEEKNO, BYYEARDAY, BYHOUR and below, hourly and quicker): guessing would send people to an
/// empty room.
[[nodiscard]] std::optional<RecurrenceRule> recurrenceRuleFrom(std::string_view text);

/// A series: a first time, rules, times beside the rules, and times left out.
struct Recurrence {
    Moment start;
    std::chrono::seconds duration{0};
    Zone zone = Zone::amsterdam();
    std::vector<RecurrenceRule> rules;
    std::vector<Moment> more;    ///< RDATE
    std::vector<Moment> except;  ///< EXDATE; a date alone takes out that day
};

/// One time of a series. Half-open.
struct Occurrence {
    WallMs from = 0;
    WallMs to = 0;
    auto operator<=>(const Occurrence&) const = default;
};

/// The times that touch [from, to), in order, each once. The clock on the wall stays the same through clock
/// changes. At most `occurrencesAtMost`, and rules are followed through `recurrencePeriodsAtMost` periods.
[[nodiscard]] std::vector<Occurrence> occurrences(const Recurrence& series, WallMs from, WallMs to);

inline constexpr std::size_t occurrencesAtMost = 10'000;
inline constexpr std::size_t recurrencePeriodsAtMost = 60'000;

}  // namespace veldwijzer::domain
