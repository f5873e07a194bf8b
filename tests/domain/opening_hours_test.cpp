// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "domain/opening_hours.h"
#include "merge/make.h"

using namespace veldwijzer;
using domain::Schedule;

namespace {

using Members = std::vector<std::pair<std::string, merge::Value>>;

std::optional<Schedule> read(const Members& members) {
    std::vector<merge::Operation> operations;
    std::uint32_t index = 0;
    for (const auto& [field, value] : members)
        operations.push_back(test::make(merge::Action::Assign, test::op(1, ++index), field, value));
    merge::Record record;
    merge::apply(record, merge::RecordOperations{test::recordId(1), "schedule", operations});
    return domain::scheduleFrom(record);
}

merge::Value text(const char* value) {
    return merge::Value(std::string(value));
}

Schedule weekly(const char* days, const char* opens, const char* closes) {
    return *read({{"freq", text("WEEKLY")},
                  {"byday", text(days)},
                  {"opens_at", text(opens)},
                  {"closes_at", text(closes)}});
}

bool openWhen(const std::vector<Schedule>& schedules, const char* when) {
    return domain::openAt(schedules, *domain::instantFrom(when))->open;
}

}  // namespace

TEST_CASE("A service is open on its days, from opening until closing", "[hours]") {
    const std::vector<Schedule> office{weekly("MO,TU,WE,TH,FR", "09:00", "17:00")};
    CHECK(openWhen(office, "2026-11-23T09:00"));  // a Monday
    CHECK(openWhen(office, "2026-11-23T16:59:59"));
    CHECK_FALSE(openWhen(office, "2026-11-23T17:00"));
    CHECK_FALSE(openWhen(office, "2026-11-22T12:00"));
    const auto state = domain::openAt(office, *domain::instantFrom("2026-11-27T18:00"));
    CHECK(state->nextChange == domain::instantFrom("2026-11-30T09:00"));
}

TEST_CASE("Open over midnight belongs to the evening's day", "[hours]") {
    const std::vector<Schedule> night{weekly("FR,SA", "21:00", "05:00")};
    CHECK(openWhen(night, "2026-11-28T04:59"));  // Saturday morning
    CHECK(openWhen(night, "2026-11-29T04:59"));  // Sunday morning
    CHECK_FALSE(openWhen(night, "2026-11-27T04:59"));
    CHECK_FALSE(openWhen(night, "2026-11-29T21:30"));
}

TEST_CASE("Day and night, all days, is never closed for a minute and has no next change", "[hours]") {
    const std::vector<Schedule> always{weekly("MO,TU,WE,TH,FR,SA,SU", "00:00", "23:59")};
    const auto state = domain::openAt(always, *domain::instantFrom("2026-11-23T23:59:30"));
    CHECK(state->open);
    CHECK_FALSE(state->nextChange);
}

TEST_CASE("Hours on the door keep their hours when the clock changes", "[hours]") {
    const std::vector<Schedule> office{weekly("MO", "09:00", "17:00")};
    CHECK(openWhen(office, "2026-03-23T08:00Z"));        // winter: 09:00
    CHECK_FALSE(openWhen(office, "2026-03-30T06:59Z"));  // summer: 08:59
    CHECK(openWhen(office, "2026-03-30T07:00Z"));
    // The nights themselves: 29 March has no 02:30, 25 October has two.
    const std::vector<Schedule> night{weekly("SA", "22:00", "02:30")};
    CHECK(domain::openSpans(night, *domain::instantFrom("2026-03-28T12:00"),
                            *domain::instantFrom("2026-03-29T12:00")) ==
          std::vector<domain::OpenSpan>{
              {*domain::instantFrom("2026-03-28T21:00Z"), *domain::instantFrom("2026-03-29T01:30Z")}});
    CHECK(domain::openSpans(night, *domain::instantFrom("2026-10-24T12:00"),
                            *domain::instantFrom("2026-10-25T12:00")) ==
          std::vector<domain::OpenSpan>{
              {*domain::instantFrom("2026-10-24T20:00Z"), *domain::instantFrom("2026-10-25T00:30Z")}});
}

TEST_CASE("An exception closes, for a day, some hours or a holiday", "[hours]") {
    const Schedule office = weekly("MO,TU,WE,TH,FR", "09:00", "17:00");
    const auto christmas = *read({{"valid_from", text("2026-12-24")},
                                  {"valid_to", text("2027-01-01")},
                                  {"closed", merge::Value(true)}});
    const auto lunch = *read({{"freq", text("DAILY")},
                              {"opens_at", text("12:00")},
                              {"closes_at", text("13:00")},
                              {"closed", merge::Value(true)}});
    const auto oneDay = *read({{"dtstart", text("2026-11-24")}, {"closed", merge::Value(true)}});
    const std::vector<Schedule> all{office, christmas, lunch, oneDay};
    CHECK(openWhen(all, "2026-12-23T10:00"));
    CHECK_FALSE(openWhen(all, "2026-12-24T10:00"));
    CHECK_FALSE(openWhen(all, "2027-01-01T10:00"));
    CHECK(openWhen(all, "2027-01-04T10:00"));
    CHECK_FALSE(openWhen(all, "2027-01-04T12:30"));
    CHECK_FALSE(openWhen(all, "2026-11-24T10:00"));
    // A holiday of three weeks is farther than people look ahead.
    CHECK_FALSE(domain::openAt(std::vector<Schedule>{christmas}, *domain::instantFrom("2026-11-24T10:00")));
}

TEST_CASE("Every other week counts from the beginning", "[hours]") {
    const std::vector<Schedule> group{*read({{"freq", text("WEEKLY")},
                                             {"byday", text("TU")},
                                             {"interval", merge::Value(std::int64_t{2})},
                                             {"dtstart", text("2026-11-03")},
                                             {"opens_at", text("19:00")},
                                             {"closes_at", text("21:00")}})};
    CHECK(openWhen(group, "2026-11-17T20:00"));
    CHECK_FALSE(openWhen(group, "2026-11-10T20:00"));
    CHECK_FALSE(openWhen(group, "2026-10-20T20:00"));
}

TEST_CASE("The day on which weeks begin decides what every other week is", "[hours]") {
    // The last example of RFC 5545, 3.8.5.3: four Tuesdays and Sundays from 5 August 1997.
    const auto days = [](const char* weekStart) {
        std::string found;
        const auto schedule = *read({{"freq", text("WEEKLY")},
                                     {"interval", merge::Value(std::int64_t{2})},
                                     {"count", merge::Value(std::int64_t{4})},
                                     {"byday", text("TU,SU")},
                                     {"wkst", text(weekStart)},
                                     {"dtstart", text("1997-08-05")},
                                     {"opens_at", text("09:00")},
                                     {"closes_at", text("10:00")}});
        for (const auto& span :
             domain::openSpans(std::vector<Schedule>{schedule}, *domain::instantFrom("1997-08-01"),
                               *domain::instantFrom("1998-01-01")))
            found += domain::localText(span.from).substr(5, 5) + " ";
        return found;
    };
    CHECK(days("MO") == "08-05 08-10 08-19 08-24 ");
    CHECK(days("SU") == "08-05 08-17 08-19 08-31 ");
}

TEST_CASE("Offsets that Amsterdam has are the hours on the door; others are meant", "[hours]") {
    for (const char* offset : {"", "+01:00", "+02:00"}) {
        const std::vector<Schedule> office{
            weekly("MO", (std::string("09:00") + offset).c_str(), (std::string("17:00") + offset).c_str())};
        CHECK(openWhen(office, "2026-07-06T09:00"));
        CHECK(openWhen(office, "2026-12-07T09:00"));
        CHECK_FALSE(openWhen(office, "2026-12-07T08:59"));
    }
    const std::vector<Schedule> utc{weekly("MO", "09:00Z", "17:00Z")};
    CHECK_FALSE(openWhen(utc, "2026-07-06T10:59"));
    CHECK(openWhen(utc, "2026-07-06T11:00"));
    CHECK(openWhen(utc, "2026-12-07T10:00"));
}

TEST_CASE("What does not say when it is open is not guessed", "[hours]") {
    CHECK_FALSE(read({}));
    CHECK_FALSE(read({{"freq", text("WEEKLY")}, {"byday", text("MO")}}));
    CHECK_FALSE(read({{"freq", text("WEEKLY")}, {"opens_at", text("09:00")}, {"closes_at", text("17:00")}}));
    for (const Members& odd :
         {Members{{"byday", text("MAANDAG")}}, Members{{"byday", text("MO,XX")}},
          Members{{"freq", text("SOMETIMES")}}, Members{{"byweekno", text("4")}},
          Members{{"interval", merge::Value(std::int64_t{2})}},
          Members{{"interval", merge::Value(std::int64_t{0})}}, Members{{"opens_at", text("negen uur")}},
          Members{{"dtstart", text("volgende week")}}, Members{{"bymonthday", text("32")}},
          Members{{"count", merge::Value(1e300)}},
          Members{{"byday", merge::Value(std::string(10'000, ',') + "MO")}}}) {
        Members members{{"freq", text("WEEKLY")},
                        {"byday", text("MO")},
                        {"opens_at", text("09:00")},
                        {"closes_at", text("17:00")}};
        for (const auto& [name, value] : odd) {
            std::erase_if(members, [&name = name](const auto& member) { return member.first == name; });
            members.emplace_back(name, value);
        }
        INFO(odd.front().first);
        CHECK_FALSE(read(members));
    }
    CHECK_FALSE(domain::openAt({}, 0));
}

TEST_CASE("A count far in the past and a span of centuries stay bounded", "[hours]") {
    const std::vector<Schedule> old{*read({{"freq", text("DAILY")},
                                           {"dtstart", text("1990-01-01")},
                                           {"count", merge::Value(std::int64_t{10'000})},
                                           {"opens_at", text("09:00")},
                                           {"closes_at", text("17:00")}})};
    CHECK(domain::openSpans(old, 0, INT64_MAX / 4).size() <= domain::spanDaysAtMost + 1U);
    CHECK_FALSE(openWhen(old, "2026-01-01T10:00"));
    CHECK(openWhen(old, "2017-05-18T10:00"));
    CHECK_FALSE(openWhen(old, "2017-05-19T10:00"));
}

TEST_CASE("Local moments are read and written in Amsterdam's time", "[hours]") {
    CHECK(domain::localText(*domain::instantFrom("2026-07-01T00:30")) == "2026-07-01 00:30");
    CHECK(*domain::instantFrom("2026-07-01T00:30") == *domain::instantFrom("2026-06-30T22:30Z"));
    CHECK(*domain::instantFrom("2026-07-01T00:30+02:00") == *domain::instantFrom("2026-07-01 00:30:00"));
    CHECK(*domain::instantFrom("2026-12-01") == *domain::instantFrom("2026-11-30T23:00Z"));
    for (const char* odd : {"", "morgen", "2026-13-01", "2026-02-30T10:00", "2026-02-03T25:00"})
        CHECK_FALSE(domain::instantFrom(odd));
}
