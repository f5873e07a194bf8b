// SPDX-License-Identifier: EUPL-1.2
#include "domain/care.h"

#include <catch2/catch.hpp>

#include "domain/kinds.h"
#include "domain/taxonomies.h"
#include "merge/make.h"

using namespace veldwijzer;
using namespace veldwijzer::domain;

namespace {

using Members = std::vector<std::pair<std::string, merge::Value>>;

merge::Record recordOf(const char* kind, const Members& members, unsigned char id = 1) {
    std::vector<merge::Operation> operations;
    std::uint32_t index = 0;
    for (const auto& [field, value] : members) {
        const auto action =
            fieldTypeOf(kind, field) == FieldType::Maximum ? merge::Action::Maximum : merge::Action::Assign;
        operations.push_back(test::make(action, test::op(1, ++index), field, value));
    }
    merge::Record record;
    merge::apply(record, merge::RecordOperations{test::recordId(id), kind, operations});
    return record;
}

merge::Value text(const char* value) {
    return merge::Value(std::string(value));
}
merge::Value number(std::int64_t value) {
    return merge::Value(value);
}
std::chrono::sys_days day(const char* value) {
    return *dayFrom(value);
}

}  // namespace

TEST_CASE("An entry is stale the day after its months have passed, and when nobody ever looked", "[care]") {
    CHECK(isStale(std::nullopt, day("2026-11-23"), 6));
    CHECK_FALSE(isStale(day("2026-05-23"), day("2026-11-23"), 6));
    CHECK(isStale(day("2026-05-22"), day("2026-11-23"), 6));
    CHECK_FALSE(isStale(day("2026-05-22"), day("2026-11-23"), 7));
    // Half a year after the last of August is the last of February.
    CHECK_FALSE(isStale(day("2026-08-31"), day("2027-02-28"), 6));
    CHECK(isStale(day("2026-08-31"), day("2027-03-01"), 6));
    CHECK(assuredOn(recordOf("service", {{"assured_date", text("2026-05-01")}})) == day("2026-05-01"));
    CHECK_FALSE(assuredOn(recordOf("service", {})));
}

TEST_CASE("Whether referrals are taken is what was said last; silence is not no", "[care]") {
    CHECK_FALSE(referralsFrom({}));
    const std::vector<merge::Record> said{
        recordOf("service-capacity", {{"available", number(3)}, {"updated", text("2026-10-01T09:00:00Z")}}),
        recordOf("service-capacity",
                 {{"available", number(0)}, {"updated", text("2026-11-01")}, {"description", text("Vol.")}}),
        recordOf("service-capacity", {{"updated", text("2026-11-20")}})};
    const auto referrals = referralsFrom(said);
    REQUIRE(referrals);
    CHECK_FALSE(referrals->taken);
    CHECK(referrals->words == "Vol.");
    CHECK(referralsFrom(std::span(said).first(1))->taken);
}

TEST_CASE("An agreement warns two months before its review, and after it", "[care]") {
    const auto on = [](const char* date) {
        return reviewOf(recordOf("agreement", {{"review_by", text(date)}}), day("2026-11-23"));
    };
    CHECK(on("2026-11-22") == Review::Due);
    CHECK(on("2026-11-23") == Review::Soon);
    CHECK(on("2027-01-22") == Review::Soon);
    CHECK(on("2027-01-23") == Review::Later);
    CHECK(on("eens") == Review::Unplanned);
    CHECK(reviewOf(recordOf("agreement", {}), day("2026-11-23")) == Review::Unplanned);
}

TEST_CASE("No number about fewer than ten people is shown", "[care]") {
    const auto hides = [](const Members& members, const char* field) {
        const auto record = recordOf("indicator", members);
        return isTooSmallToShow(record, field, *merge::shownValue(record, field));
    };
    CHECK(hides({{"count", number(9)}}, "count"));
    CHECK(hides({{"count", number(0)}}, "count"));
    CHECK_FALSE(hides({{"count", number(10)}}, "count"));
    // A share of a handful is as telling as the handful.
    CHECK(hides({{"count", number(9)}, {"value", merge::Value(45.0)}, {"measure", text("percentage")}},
                "value"));
    CHECK_FALSE(hides({{"count", number(400)}, {"value", merge::Value(4.5)}, {"measure", text("percentage")}},
                      "value"));
    CHECK(hides({{"value", number(4)}, {"measure", text("aantal")}}, "value"));
    CHECK_FALSE(hides({{"count", number(9)}, {"year", number(2026)}}, "year"));
    const auto service = recordOf("service", {{"value", number(4)}});
    CHECK_FALSE(isTooSmallToShow(service, "value", number(4)));
}

TEST_CASE("Terms are data: renamed, added, put in order, and retired without being lost", "[care]") {
    const auto term = [](unsigned char id, const char* code, const char* name, const char* position,
                         bool retired) {
        Members members{{"taxonomy", text("Fase")},
                        {"code", text(code)},
                        {"name", text(name)},
                        {"retired", merge::Value(retired)}};
        if (*position != 0) members.emplace_back("position", text(position));
        return *termFrom(recordOf("taxonomy-term", members, id));
    };
    Taxonomies all;
    all.add(term(1, "hulp", "Hulp", "b", false));
    all.add(term(2, "preventie", "Voorkomen", "a", false));
    all.add(term(3, "nazorg", "(Na)zorg", "", false));
    all.add(term(4, "opsporing", "Opsporing", "c", true));
    std::string order;
    for (const Term& each : all.terms("phase"))
        order += each.code + " ";
    CHECK(order == "preventie hulp nazorg ");
    CHECK(all.label("phase", "preventie") == "Voorkomen");
    CHECK(all.label("phase", "opsporing") == "Opsporing");
    CHECK(all.label("phase", "van-gisteren") == "van-gisteren");
    CHECK(all.label("nergens", "x") == "x");
    CHECK(all.terms("nergens").empty());
    // Two devices gave one code a name: the smaller id counts on both, and one that lives goes first.
    all.add(term(5, "hulp", "Help", "b", false));
    CHECK(all.label("phase", "hulp") == "Hulp");
    all.add(term(6, "opsporing", "Onderzoek", "c", false));
    CHECK(all.label("phase", "opsporing") == "Onderzoek");
    CHECK_FALSE(termFrom(recordOf("taxonomy-term", {{"taxonomy", text("Kleur")}, {"code", text("rood")}})));
}

TEST_CASE("A facet is known by its Dutch name and by ours", "[care]") {
    for (const char* name : {"phase", "Fase", "fase", "veldwijzer:phase"})
        CHECK(facetOfTaxonomy(name) == "phase");
    CHECK(facetOfTaxonomy("Voor wie") == "audience");
    for (const char* name : {"", "tags", "name", "kleur"})
        CHECK(facetOfTaxonomy(name).empty());
}
