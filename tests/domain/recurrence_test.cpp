// SPDX-License-Identifier: EUPL-1.2
#include <libical/ical.h>

#include <catch2/catch.hpp>
#include <random>

#include "domain/programme.h"
#include "domain/recurrence.h"
#include "merge/make.h"

// Series of meetings, beside libical's expansion of the same rules over the same tz database.

using namespace veldwijzer;
using namespace veldwijzer::domain;

namespace {

const Zone& amsterdam() {
    return Zone::amsterdam();
}

Recurrence seriesOf(const std::string& start, const std::string& rule, std::chrono::seconds duration) {
    Recurrence series;
    series.start = *momentFrom(start);
    series.duration = duration;
    if (!rule.empty()) {
        INFO(rule);
        const auto read = recurrenceRuleFrom(rule);
        REQUIRE(read);
        series.rules.push_back(*read);
    }
    return series;
}

WallMs at(const std::string& text) {
    return momentFrom(text)->instantIn(amsterdam());
}

std::vector<std::string> startsOf(const Recurrence& series, const std::string& from, const std::string& to) {
    std::vector<std::string> texts;
    for (const Occurrence& occurrence : occurrences(series, at(from), at(to)))
        texts.push_back(textOf(occurrence.from, series.zone));
    return texts;
}

using Texts = std::vector<std::string>;

std::vector<WallMs> expansionOf(const std::string& start, const std::string& rule, WallMs to) {
    icaltimezone_set_builtin_tzdata(0);  // the system's
    icaltimezone* zone = icaltimezone_get_builtin_timezone("Europe/Amsterdam");
    std::string plain;
    std::copy_if(start.begin(), start.end(), std::back_inserter(plain),
                 [](char c) { return c != '-' && c != ':'; });
    icalrecurrencetype recurrence = icalrecurrencetype_from_string(rule.c_str());
    INFO(rule);
    REQUIRE(recurrence.freq != ICAL_NO_RECURRENCE);
    std::vector<WallMs> instants;
    icalrecur_iterator* iterator = icalrecur_iterator_new(recurrence, icaltime_from_string(plain.c_str()));
    if (iterator == nullptr) return instants;
    for (icaltimetype next = icalrecur_iterator_next(iterator); !icaltime_is_null_time(next);
         next = icalrecur_iterator_next(iterator)) {
        const WallMs instant = static_cast<WallMs>(icaltime_as_timet_with_zone(next, zone)) * 1000;
        if (instant >= to) break;
        instants.push_back(instant);
    }
    icalrecur_iterator_free(iterator);
    icalrecurrencetype_clear(&recurrence);
    return instants;
}

}  // namespace

TEST_CASE("A quarterly meeting keeps its hour through both clock changes", "[recurrence]") {
    const Recurrence series =
        seriesOf("2026-01-08T13:30:00", "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TH", std::chrono::minutes(90));
    CHECK(startsOf(series, "2026-01-01", "2027-01-01") ==
          Texts{"2026-01-08T13:30:00+01:00", "2026-04-09T13:30:00+02:00", "2026-07-09T13:30:00+02:00",
                "2026-10-08T13:30:00+02:00"});
    for (const Occurrence& occurrence : occurrences(series, at("2026-01-01"), at("2027-01-01")))
        CHECK(occurrence.to - occurrence.from == 90 * 60 * 1000);
}

TEST_CASE("A monthly meeting skips what was excepted, and adds what was added", "[recurrence]") {
    Recurrence series = seriesOf("2026-02-03T09:00:00", "FREQ=MONTHLY;BYDAY=1TU", std::chrono::hours(1));
    series.except = {*momentFrom("2026-03-03T09:00:00"), *momentFrom("2026-05-05"),
                     *momentFrom("2026-06-02T07:00:00Z")};
    series.more = {*momentFrom("2026-05-07T10:00:00"), *momentFrom("2026-05-07T10:00:00+02:00")};
    CHECK(startsOf(series, "2026-02-01", "2026-08-01") ==
          Texts{"2026-02-03T09:00:00+01:00", "2026-04-07T09:00:00+02:00", "2026-05-07T10:00:00+02:00",
                "2026-07-07T09:00:00+02:00"});
}

TEST_CASE("A time that the clock change skips is read with the offset of before it", "[recurrence]") {
    const Recurrence series = seriesOf("2026-03-28T02:30:00", "FREQ=DAILY;COUNT=3", std::chrono::minutes(30));
    CHECK(startsOf(series, "2026-03-01", "2026-04-02") ==
          Texts{"2026-03-28T02:30:00+01:00", "2026-03-29T03:30:00+02:00", "2026-03-30T02:30:00+02:00"});
    const Recurrence autumn = seriesOf("2026-10-24T02:30:00", "FREQ=DAILY;COUNT=3", std::chrono::minutes(30));
    CHECK(startsOf(autumn, "2026-10-01", "2026-11-02") ==
          Texts{"2026-10-24T02:30:00+02:00", "2026-10-25T02:30:00+02:00", "2026-10-26T02:30:00+01:00"});
}

TEST_CASE("A whole day has as many hours as it has", "[recurrence]") {
    const Recurrence series = seriesOf("2026-03-28", "FREQ=DAILY;COUNT=3", std::chrono::hours(24));
    std::vector<WallMs> hours;
    for (const Occurrence& day : occurrences(series, at("2026-03-01"), at("2026-04-02")))
        hours.push_back((day.to - day.from) / 3'600'000);
    CHECK(hours == std::vector<WallMs>{24, 23, 24});
}

TEST_CASE("An instance that was moved is shown where it went, and the series without it", "[recurrence]") {
    using test::assign;
    using test::op;
    merge::Record series;
    merge::apply(series, merge::RecordOperations{test::recordId(1),
                                                 "session",
                                                 {assign(op(1, 1, 1), "title", "Kerngroep"),
                                                  assign(op(1, 1, 2), "start", "2026-10-05T09:00:00"),
                                                  assign(op(1, 1, 3), "duration", "01:00"),
                                                  assign(op(1, 1, 4), "rrule", "FREQ=MONTHLY;BYDAY=1MO")}});
    const std::vector<WallMs> moved{at("2026-11-02T09:00:00")};
    std::vector<std::string> starts;
    for (const ProgrammeItem& item : itemsOf(series, at("2026-10-01"), at("2027-01-01"), moved))
        starts.push_back(textOf(item.start, amsterdam()));
    CHECK(starts == Texts{"2026-10-05T09:00:00+02:00", "2026-12-07T09:00:00+01:00"});
}

TEST_CASE("A rule that this program does not follow is no rule, and its first time remains", "[recurrence]") {
    for (const char* rule : {"", "FREQ=HOURLY", "FREQ=SOMETIMES", "FREQ=YEARLY;BYWEEKNO=20", "INTERVAL=2",
                             "FREQ=WEEKLY;BYDAY=2MO", "FREQ=DAILY;BYHOUR=9", "FREQ=DAILY;INTERVAL=0",
                             "FREQ=DAILY;INTERVAL=99999999999", "FREQ=DAILY;COUNT=-1",
                             "FREQ=DAILY;UNTIL=tomorrow", "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ", ";=;"}) {
        INFO(rule);
        CHECK_FALSE(recurrenceRuleFrom(rule));
    }
    merge::Record record;
    merge::apply(record,
                 merge::RecordOperations{test::recordId(1),
                                         "session",
                                         {test::assign(test::op(1, 1, 1), "start", "2026-10-05T09:00:00"),
                                          test::assign(test::op(1, 1, 2), "rrule", "FREQ=HOURLY")}});
    CHECK(hasUnknownRule(record));
    CHECK(itemsOf(record, at("2026-10-01"), at("2026-12-01")).size() == 1);
}

TEST_CASE("What would never end is bounded", "[recurrence]") {
    const Recurrence daily = seriesOf("1900-01-01T09:00:00", "FREQ=DAILY", std::chrono::hours(1));
    CHECK(occurrences(daily, at("1990-01-01"), at("2100-01-01")).size() <= occurrencesAtMost + 1);
    CHECK(startsOf(daily, "2026-11-28", "2026-11-29") == Texts{"2026-11-28T09:00:00+01:00"});
    const Recurrence never =
        seriesOf("2026-01-01T09:00:00", "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2", std::chrono::hours(1));
    CHECK(occurrences(never, at("2026-01-01"), at("2100-01-01")).size() == 1);  // only its first time
}

TEST_CASE("Series are libical's expansion of the same rules, over four years and their clock changes",
          "[recurrence][random]") {
    const std::uint64_t seed = test::seedOf("recurrence");
    const char* const names[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    const WallMs to = at("2029-01-01");
    for (std::size_t run = 0; run < test::runsOf(300); ++run) {
        std::mt19937_64 random(seed + run);
        const auto upTo = [&](unsigned most) { return static_cast<unsigned>(random() % (most + 1)); };
        const auto number = [](unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); };
        // From 04:00 on: for hours that a clock change skips or repeats libical has rules of its own.
        const std::string start = "2025-" + number(1 + upTo(11)) + "-" + number(1 + upTo(27)) + "T" +
                                  number(4 + upTo(19)) + ":" + number(15 * upTo(3)) + ":00";
        const unsigned kind = upTo(6);
        std::string rule;
        if (kind == 0) rule = "FREQ=DAILY;INTERVAL=" + std::to_string(1 + upTo(9));
        if (kind == 1) {
            // libical leaves out a first day that the week's rule does not name.
            const auto day = std::chrono::weekday(
                std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(momentFrom(start)->reading)));
            rule = "FREQ=WEEKLY;INTERVAL=" + std::to_string(1 + upTo(3)) +
                   ";BYDAY=" + names[day.iso_encoding() - 1];
        }
        if (kind == 2)
            rule = "FREQ=MONTHLY;INTERVAL=" + std::to_string(1 + upTo(4)) +
                   ";BYDAY=" + std::to_string(1 + upTo(3)) + names[upTo(6)];
        if (kind == 3) rule = std::string("FREQ=MONTHLY;BYDAY=-1") + names[upTo(6)];
        if (kind == 4) rule = "FREQ=MONTHLY;BYMONTHDAY=" + std::to_string(1 + upTo(30));
        if (kind == 5)
            rule = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=" + std::string(upTo(1) ? "-1" : "2");
        if (kind == 6)
            rule = "FREQ=YEARLY;BYMONTH=" + std::to_string(1 + upTo(11)) +
                   ";BYDAY=" + std::to_string(1 + upTo(3)) + names[upTo(6)];
        if (upTo(2) == 0) rule += ";COUNT=" + std::to_string(1 + upTo(20));
        INFO("VELDWIJZER_SEED=" << seed + run << " " << start << " " << rule);
        std::vector<WallMs> ours;
        for (const Occurrence& each : occurrences(seriesOf(start, rule, std::chrono::hours(1)), 0, to))
            ours.push_back(each.from);
        std::vector<WallMs> theirs = expansionOf(start, rule, to);
        // The first time counts whatever the rule says; libical's iterator tells only what fits the rule.
        const WallMs first = at(start);
        if (theirs.empty() || theirs.front() != first) {
            theirs.insert(theirs.begin(), first);
        }
        CHECK(ours == theirs);
    }
}
