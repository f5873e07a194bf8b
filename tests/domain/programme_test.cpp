// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include <random>

#include "domain/programme.h"
#include "domain/programme_changes.h"
#include "merge/make.h"

using namespace veldwijzer;
using namespace veldwijzer::domain;

namespace {

constexpr WallMs minute = 60'000;
constexpr WallMs hour = 60 * minute;

WallMs at(const std::string& text) {
    return momentFrom("2026-11-26T" + text)->instantIn(Zone::amsterdam());
}

ProgrammeItem item(std::uint8_t id, const std::string& from, const std::string& to,
                   std::optional<std::uint8_t> room = std::nullopt) {
    ProgrammeItem made{.id = test::recordId(id),
                       .event = std::nullopt,
                       .title = "s" + std::to_string(id),
                       .start = at(from),
                       .end = at(to),
                       .room = std::nullopt,
                       .track = std::nullopt};
    if (room) made.room = test::recordId(*room);
    return made;
}

std::vector<std::string> titlesOf(const std::vector<ProgrammeItem>& items) {
    std::vector<std::string> titles;
    for (const ProgrammeItem& each : items)
        titles.push_back(each.title);
    return titles;
}
using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("Now is what has begun and is not over; next is all that begins soonest", "[programme]") {
    std::vector<ProgrammeItem> day{item(1, "09:00", "09:30"), item(2, "11:00", "12:15", 1),
                                   item(3, "11:00", "12:15", 2), item(4, "09:00", "17:00"),
                                   item(5, "12:15", "13:30")};
    CHECK(titlesOf(nowAndNext(day, at("09:10")).now) == Titles{"s1", "s4"});
    CHECK(titlesOf(nowAndNext(day, at("09:10")).next) == Titles{"s2", "s3"});
    CHECK(titlesOf(nowAndNext(day, at("09:30")).now) == Titles{"s4"});  // over at its end
    CHECK(titlesOf(nowAndNext(day, at("11:00")).now) == Titles{"s2", "s3", "s4"});
    CHECK(nowAndNext(day, at("17:00")).now.empty());
    CHECK(nowAndNext(day, at("17:00")).next.empty());
    day[1].cancelled = true;
    CHECK(titlesOf(nowAndNext(day, at("09:10")).next) == Titles{"s3"});
    CHECK(titlesOf(nowAndNext(day, at("11:10")).now) == Titles{"s3", "s4"});
}

TEST_CASE("My day tells what overlaps and where there is time", "[programme]") {
    std::vector<ProgrammeItem> mine{item(2, "11:00", "12:15"), item(1, "09:00", "10:00"),
                                    item(3, "12:00", "13:00"), item(4, "13:10", "14:00")};
    const DayPlan plan = planOf(mine);
    CHECK(plan.overlaps ==
          std::vector<Overlap>{{test::recordId(2), test::recordId(3), at("12:00"), at("12:15")}});
    // Ten minutes are for walking there.
    CHECK(plan.gaps == std::vector<Gap>{{test::recordId(1), test::recordId(2), at("10:00"), at("11:00")}});
    mine[2].cancelled = true;
    CHECK(planOf(mine).overlaps.empty());
    CHECK(planOf(mine).gaps.back() == Gap{test::recordId(2), test::recordId(4), at("12:15"), at("13:10")});
}

TEST_CASE("A short item inside a long one is an overlap, and no gap follows before the long one ends",
          "[programme]") {
    const std::vector<ProgrammeItem> mine{item(1, "09:00", "12:00"), item(2, "09:30", "10:00"),
                                          item(3, "12:00", "13:00")};
    CHECK(planOf(mine).overlaps.size() == 1);
    CHECK(planOf(mine).gaps.empty());
}

TEST_CASE("Two at once in one room clash; in two rooms they do not", "[programme]") {
    const std::vector<ProgrammeItem> day{item(1, "11:00", "12:00", 1), item(2, "11:30", "12:30", 1),
                                         item(3, "11:30", "12:30", 2), item(4, "12:30", "13:00", 1),
                                         item(5, "11:30", "12:30")};
    CHECK(roomClashes(day) ==
          std::vector<Overlap>{{test::recordId(1), test::recordId(2), at("11:30"), at("12:00")}});
}

TEST_CASE("Overlaps of random days are those that comparing every pair finds", "[programme][random]") {
    const std::uint64_t seed = test::seedOf("programme");
    for (std::size_t run = 0; run < test::runsOf(200); ++run) {
        INFO("VELDWIJZER_SEED=" << seed + run);
        std::mt19937_64 random(seed + run);
        std::vector<ProgrammeItem> items;
        for (std::uint8_t i = 1; i <= 1 + random() % 30; ++i) {
            ProgrammeItem made = item(i, "09:00", "09:00", static_cast<std::uint8_t>(random() % 3));
            made.start += static_cast<WallMs>(random() % 32) * 15 * minute;
            made.end = made.start + static_cast<WallMs>(random() % 6) * 15 * minute;
            made.cancelled = random() % 8 == 0;
            items.push_back(made);
        }
        std::size_t pairs = 0;
        std::size_t clashes = 0;
        for (std::size_t i = 0; i < items.size(); ++i)
            for (std::size_t j = i + 1; j < items.size(); ++j) {
                if (items[i].cancelled || items[j].cancelled) continue;
                if (items[i].start >= items[j].end || items[j].start >= items[i].end) continue;
                ++pairs;
                clashes += items[i].room == items[j].room ? 1 : 0;
            }
        CHECK(planOf(items).overlaps.size() == pairs);
        CHECK(roomClashes(items).size() == clashes);
    }
}

TEST_CASE("Durations are read as frab and as iCalendar write them", "[programme]") {
    using std::chrono::seconds;
    CHECK(durationFrom("00:45") == seconds(2700));
    CHECK(durationFrom("26:00") == seconds(93600));
    CHECK(durationFrom("00:00:30") == seconds(30));
    CHECK(durationFrom("PT1H30M") == seconds(5400));
    CHECK(durationFrom("P1DT2H") == seconds(93600));
    CHECK(durationFrom("P2W") == seconds(14 * 86400));
    for (const char* odd :
         {"", "45", "-00:30", "P", "PT", "1H", "00:60", "99999:00", "P99999D", "PT5D", ":30"})
        CHECK_FALSE(durationFrom(odd));
    CHECK(durationText(seconds(2700)) == "00:45");
    CHECK(durationText(seconds(93630)) == "26:00:30");
}

TEST_CASE("What changed is what differs for who comes", "[programme]") {
    const RecordId id = test::recordId(1);
    const SessionFacts plain{"Signaleren", at("11:00"), at("12:00"), test::recordId(7), 12, false};
    CHECK_FALSE(changeBetween(id, plain, plain));
    CHECK(changeBetween(id, std::nullopt, plain)->kinds == std::vector{ChangeKind::Added});
    CHECK(changeBetween(id, plain, std::nullopt)->kinds == std::vector{ChangeKind::Cancelled});
    SessionFacts other = plain;
    other.start += hour;
    other.room = test::recordId(8);
    other.title = "Signaleren en dan";
    other.capacity = 10;
    CHECK(changeBetween(id, plain, other)->kinds == std::vector{ChangeKind::Moved, ChangeKind::OtherRoom,
                                                                ChangeKind::Renamed,
                                                                ChangeKind::OtherCapacity});
    SessionFacts off = plain;
    off.cancelled = true;
    CHECK(changeBetween(id, plain, off)->kinds == std::vector{ChangeKind::Cancelled});
    CHECK(changeBetween(id, off, plain)->kinds == std::vector{ChangeKind::Back});
    CHECK_FALSE(changeBetween(id, std::nullopt, off));
    CHECK_FALSE(changeBetween(id, off, std::nullopt));
}

TEST_CASE("A record as of then holds what had come then, whatever came since", "[programme]") {
    using test::op;
    const auto live = [](merge::OperationId id, const char* value) {
        return merge::LiveOperation{.id = id,
                                    .action = merge::Action::Assign,
                                    .wallMs = 1,
                                    .value = merge::Value(std::string(value)),
                                    .saw = {}};
    };
    const std::vector<PastOperation> history{
        {"title", live(op(1, 1), "Oud"), op(2, 1)},
        {"title", live(op(2, 1), "Nieuw"), std::nullopt},
        {"start", live(op(1, 1, 1), "2026-11-26T09:00:00"), std::nullopt},
    };
    const auto then = recordAsOf(test::recordId(1), "session", history,
                                 [](const merge::OperationId& id) { return id.actor == test::actor(1); });
    REQUIRE(then);
    CHECK(test::textIn(merge::shownValue(*then, "title")) == "Oud");
    const auto now =
        recordAsOf(test::recordId(1), "session", history, [](const merge::OperationId&) { return true; });
    CHECK(test::textIn(merge::shownValue(*now, "title")) == "Nieuw");
    CHECK_FALSE(
        recordAsOf(test::recordId(1), "session", history, [](const merge::OperationId&) { return false; }));
}
