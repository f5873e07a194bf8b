// SPDX-License-Identifier: EUPL-1.2
#include <libical/ical.h>

#include <catch2/catch.hpp>
#include <random>

#include "domain/opening_hours.h"
#include "merge/make.h"

// Rules against libical's expansion of the same RRULE: another program, by other people, over the same tz
// database.

using namespace veldwijzer;
using domain::OpenSpan;
using domain::Schedule;

namespace {

constexpr WallMs dayMs = 24LL * 3600 * 1000;
const char* const dayNames[] = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

struct Rule {
    std::vector<std::pair<std::string, merge::Value>> members;  ///< of the schedule record
    std::string rrule;
    icaltimetype start{};       ///< local
    int opens = 0, closes = 0;  ///< minutes of the day
    std::string validTo;
    bool closed = false;
};

std::string two(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}
std::string dateText(const icaltimetype& date) {
    return std::to_string(date.year) + "-" + two(date.month) + "-" + two(date.day);
}
std::string timeText(int minutes) {
    return two(minutes / 60) + ":" + two(minutes % 60);
}

class Maker {
public:
    explicit Maker(std::uint64_t seed) : random_(seed) {}

    int upTo(int most) { return static_cast<int>(random_() % static_cast<std::uint64_t>(most + 1)); }

    Rule rule() {
        Rule made;
        made.start = icaltime_null_time();
        made.start.year = 2024 + upTo(2);
        made.start.month = 1 + upTo(11);
        made.start.day = 1 + upTo(27);
        // Many about the hours that clock changes skip and repeat.
        made.opens = upTo(2) == 0 ? 60 + 15 * upTo(8) : 15 * upTo(95);
        made.closes = upTo(2) == 0 ? 60 + 15 * upTo(8) : 15 * upTo(95);
        made.start.hour = made.opens / 60;
        made.start.minute = made.opens % 60;
        made.closed = upTo(5) == 0;
        const char* const words[] = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
        const int which = upTo(3);
        put(made, "freq", "FREQ", words[which]);
        if (const int interval = 1 + upTo(3); interval > 1) put(made, "interval", "INTERVAL", interval);
        if (which == 0 ? upTo(2) == 0 : upTo(3) != 0) byDay(made, which);
        // libical knows no year with days of the week and of the month at once.
        const bool both = which == 3 && made.rrule.find("BYDAY") != std::string::npos;
        if (which >= 2 && !both && upTo(2) == 0) byMonthDay(made);
        if (which == 1 && upTo(2) == 0) put(made, "wkst", "WKST", "MO");
        end(made);
        made.members.emplace_back("dtstart", merge::Value(dateText(made.start)));
        made.members.emplace_back("opens_at", merge::Value(timeText(made.opens)));
        made.members.emplace_back("closes_at", merge::Value(timeText(made.closes)));
        if (made.closed) made.members.emplace_back("closed", merge::Value(true));
        return made;
    }

private:
    template <typename Value>
    void put(Rule& rule, const char* member, const char* part, const Value& value) {
        std::string text;
        if constexpr (std::is_integral_v<Value>) {
            rule.members.emplace_back(member, merge::Value(static_cast<std::int64_t>(value)));
            text = std::to_string(value);
        } else {
            rule.members.emplace_back(member, merge::Value(std::string(value)));
            text = value;
        }
        rule.rrule += (rule.rrule.empty() ? "" : ";") + std::string(part) + "=" + text;
    }

    // What libical 3.0 is known to get wrong is left out: a first day that the week's rule does not name,
    // weeks that begin on another day (see the examples of RFC 5545 in opening_hours_test), and "4TU" beside
    // "WE".
    void byDay(Rule& rule, int frequency) {
        std::string days = frequency == 1 ? dayNames[icaltime_day_of_week(rule.start) - 1] : "";
        const bool ordinals = frequency >= 2 && upTo(1) == 0;
        for (int i = 0; i <= upTo(3); ++i) {
            const std::string day = dayNames[upTo(6)];
            const std::string which =
                !ordinals ? "" : std::to_string(upTo(1) == 0 ? 1 + upTo(3) : -1 - upTo(1));
            if (days.find(day) == std::string::npos) days += (days.empty() ? "" : ",") + which + day;
        }
        put(rule, "byday", "BYDAY", days);
    }

    void byMonthDay(Rule& rule) {
        std::string days = std::to_string(1 + upTo(30));
        if (upTo(1) == 0) days += "," + std::to_string(-1 - upTo(4));
        put(rule, "bymonthday", "BYMONTHDAY", days);
    }

    void end(Rule& rule) {
        const int how = upTo(3);
        if (how == 0) put(rule, "count", "COUNT", 1 + upTo(60));
        if (how == 1) {
            const std::string until = "2026-" + two(1 + upTo(11)) + "-" + two(1 + upTo(27));
            rule.members.emplace_back("until", merge::Value(until));
            rule.rrule +=
                ";UNTIL=" + until.substr(0, 4) + until.substr(5, 2) + until.substr(8, 2) + "T235959";
        }
        if (upTo(4) == 0) {
            rule.validTo = "2026-" + two(1 + upTo(11)) + "-" + two(1 + upTo(27));
            rule.members.emplace_back("valid_to", merge::Value(rule.validTo));
        }
    }

    std::mt19937_64 random_;
};

Schedule scheduleOf(const Rule& rule) {
    std::vector<merge::Operation> operations;
    std::uint32_t index = 0;
    for (const auto& [field, value] : rule.members)
        operations.push_back(test::make(merge::Action::Assign, test::op(1, ++index), field, value));
    merge::Record record;
    merge::apply(record, merge::RecordOperations{test::recordId(1), "schedule", operations});
    const auto schedule = domain::scheduleFrom(record);
    INFO(rule.rrule);
    REQUIRE(schedule);
    return *schedule;
}

icaltimezone* amsterdam() {
    static icaltimezone* zone = [] {
        icaltimezone_set_builtin_tzdata(0);  // the system's
        return icaltimezone_get_builtin_timezone("Europe/Amsterdam");
    }();
    return zone;
}

// Where the clock change of 2024 to 2026 skips or repeats local times libical 3.0 takes the second of two and
// the offset after the gap; RFC 5545 (3.3.5) wants the first, and the offset of before.
bool isOddHour(const icaltimetype& local) {
    const std::string date = dateText(local);
    for (const char* change :
         {"2024-03-31", "2024-10-27", "2025-03-30", "2025-10-26", "2026-03-29", "2026-10-25"})
        if (date == change && local.hour == 2) return true;
    return false;
}

WallMs instant(const icaltimetype& local) {
    if (isOddHour(local)) {
        const int offsetHours = local.month == 3 ? 1 : 2;
        return static_cast<WallMs>(icaltime_as_timet(local) - offsetHours * 3600) * 1000;
    }
    return static_cast<WallMs>(icaltime_as_timet_with_zone(local, amsterdam())) * 1000;
}

std::vector<OpenSpan> expansion(const Rule& rule, WallMs to) {
    std::vector<OpenSpan> spans;
    icalrecurrencetype recurrence = icalrecurrencetype_from_string(rule.rrule.c_str());
    INFO(rule.rrule);
    REQUIRE(recurrence.freq != ICAL_NO_RECURRENCE);
    icalrecur_iterator* at = icalrecur_iterator_new(recurrence, rule.start);
    if (at == nullptr) return spans;  // a rule that never holds, such as the last Monday on a 7th
    for (icaltimetype next = icalrecur_iterator_next(at); !icaltime_is_null_time(next);
         next = icalrecur_iterator_next(at)) {
        if (!rule.validTo.empty() && dateText(next) > rule.validTo) break;
        const WallMs from = instant(next);
        if (from > to) break;
        icaltimetype close = next;
        close.hour = rule.closes / 60;
        close.minute = rule.closes % 60;
        if (rule.closes <= rule.opens) icaltime_adjust(&close, 1, 0, 0, 0);
        const WallMs until = instant(close);
        if (from < until) spans.push_back({from, until});
    }
    icalrecur_iterator_free(at);
    icalrecurrencetype_clear(&recurrence);
    return spans;
}

bool inAny(const std::vector<OpenSpan>& spans, WallMs at) {
    return std::any_of(spans.begin(), spans.end(),
                       [&](const OpenSpan& span) { return span.from <= at && at < span.to; });
}

}  // namespace

TEST_CASE("Opening hours are libical's expansion of the same rules, over a year and its clock changes",
          "[hours][random]") {
    REQUIRE(amsterdam() != nullptr);
    const std::uint64_t seed = test::seedOf("opening hours");
    const WallMs from = *domain::instantFrom("2026-01-01");
    const WallMs to = *domain::instantFrom("2027-01-01");
    for (std::size_t run = 0; run < test::runsOf(120); ++run) {
        Maker maker(seed + run);
        std::vector<Rule> rules;
        std::vector<Schedule> schedules;
        std::vector<OpenSpan> open;
        std::vector<OpenSpan> closed;
        std::string all;
        for (int i = 0; i <= maker.upTo(3); ++i) {
            rules.push_back(maker.rule());
            schedules.push_back(scheduleOf(rules.back()));
            auto& target = rules.back().closed ? closed : open;
            for (const OpenSpan& span : expansion(rules.back(), to))
                target.push_back(span);
            all += "\n" + dateText(rules.back().start) + " " + timeText(rules.back().opens) + "-" +
                   timeText(rules.back().closes) + " " + rules.back().rrule +
                   (rules.back().closed ? " CLOSED" : "");
        }
        const std::vector<OpenSpan> spans = domain::openSpans(schedules, from, to);
        INFO("seed " << seed + run << all);
        // Every instant at which anything begins or ends, and just before it.
        std::vector<WallMs> moments{from, to - 1};
        for (const auto& list : {open, closed, spans})
            for (const OpenSpan& span : list)
                for (const WallMs at : {span.from - 1, span.from, span.to - 1, span.to})
                    if (at >= from && at < to) moments.push_back(at);
        for (const WallMs at : moments) {
            const bool expected = inAny(open, at) && !inAny(closed, at);
            if (inAny(spans, at) != expected) {
                INFO(domain::localText(at));
                REQUIRE(inAny(spans, at) == expected);
            }
        }
        for (std::size_t i = 1; i < spans.size(); ++i)
            REQUIRE(spans[i - 1].to < spans[i].from);
        const WallMs at = from + maker.upTo(364) * dayMs + maker.upTo(86'399) * 1000;
        const auto state = domain::openAt(schedules, at);
        if (state) REQUIRE(state->open == (inAny(open, at) && !inAny(closed, at)));
    }
}
