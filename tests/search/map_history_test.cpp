// SPDX-License-Identifier: EUPL-1.2
// As property_test, by what people do with a whole map: files imported, records made one, left out, brought
// back, and two devices that meet.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "search/naive_search.h"
#include "support/local_region.h"
#include "support/temporary_folder.h"

using namespace veldwijzer;
using namespace veldwijzer::search;
using namespace veldwijzer::search::testing;
using namespace veldwijzer::test;

namespace {

const std::vector<std::string> words = {"aardappel", "bromfiets", "citroen",
                                        "dakgoot",   "emmertje",  "gordijn"};
const std::vector<std::string> phases = {"preventie", "hulp", "nazorg"};
constexpr WallMs monday = 1'795'392'000'000;  // 23 November 2026
constexpr std::size_t services = 14;

std::uint64_t given(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

class Chance {
public:
    explicit Chance(std::uint64_t seed) : random_(seed) {}
    std::size_t below(std::size_t limit) { return random_.below(limit); }
    const std::string& anyOf(const std::vector<std::string>& all) { return all[below(all.size())]; }

private:
    SeededRandom random_;
};

/// A file as somebody's system has it today: some services, in today's words.
nlohmann::json mapOf(Chance& chance) {
    nlohmann::json all = nlohmann::json::array();
    for (std::size_t i = 0; i < services; ++i) {
        if (chance.below(4) == 0) continue;
        const std::string number = std::to_string(i);
        nlohmann::json service = {{"id", "service-" + number},
                                  {"name", chance.anyOf(words) + " " + chance.anyOf(words)},
                                  {"description", chance.anyOf(words)},
                                  {"phase", {chance.anyOf(phases)}},
                                  {"status", "active"}};
        service["organization"] = {{"id", "organization-" + std::to_string(i % 3)},
                                   {"name", words[i % 3] + " stichting"}};
        if (chance.below(2) == 0)
            service["schedules"] = {{{"id", "schedule-" + number},
                                     {"freq", "WEEKLY"},
                                     {"byday", chance.anyOf({"MO", "TU,WE"})},
                                     {"opens_at", "09:00"},
                                     {"closes_at", "17:00"}}};
        all.push_back(std::move(service));
    }
    return {
        {"total_items", all.size()}, {"total_pages", 1}, {"page_number", 1}, {"contents", std::move(all)}};
}

struct People {
    explicit People(std::uint64_t seed) : chance(seed), random(seed) {}

    TemporaryFolder folder;
    FakeClock clock{monday};
    Chance chance;
    SeededRandom random;
    session::Environment environment{clock, random};
    LocalRegion region{clock, random};
    std::unique_ptr<session::Session> anna =
        joinedSession(folder.path() / "anna", region.bootstrap(), "Anna", region, environment);
    std::unique_ptr<session::Session> bram = joinedSession(
        folder.path() / "bram", invited(*anna, region, roster::Role::Editor), "Bram", region, environment);

    static std::vector<RecordId> idsIn(const session::Session& who) {
        RecordId last;
        last.bytes.fill(0xFF);
        return who.store().idsBetween({}, last, 100'000);
    }
    std::optional<RecordId> someService(const session::Session& who) {
        const auto rows = who.store().list({.kind = "service", .facets = {}, .offset = 0, .limit = 100}).rows;
        if (rows.empty()) return std::nullopt;
        return rows[chance.below(rows.size())].id;
    }

    void import(session::Session& who) {
        std::ofstream(folder.path() / "map.json", std::ios::trunc) << mapOf(chance).dump();
        REQUIRE(who.importHsds(folder.path() / "map.json").ok());
    }

    void step(session::Session& who) {
        const auto one = someService(who);
        const auto other = someService(who);
        const std::size_t what = chance.below(10);
        if (what == 0 || !one || !other) return import(who);
        if (what == 1 && *one != *other) REQUIRE(who.makeOne(*one, *other).ok());
        if (what == 2) REQUIRE(who.remove(*one).ok());
        if (what == 3) REQUIRE(who.restore(*one).ok());
        if (what == 4) {
            REQUIRE(anna->sync(region.wire()).complete);
            REQUIRE(bram->sync(region.wire()).complete);
        }
        if (what == 5) who.keepSearchUp([] { return false; });
        if (what > 5) REQUIRE(who.set(*one, {{"name", chance.anyOf(words)}}).ok());
    }

    void check(session::Session& who) {
        Query query;
        query.limit = 1000;
        query.at = monday + static_cast<WallMs>(chance.below(72)) * 3'600'000;
        query.openNow = chance.below(3) == 0;
        if (chance.below(3) > 0) query.text = chance.anyOf(words);
        if (chance.below(2) == 0) query.filters.emplace_back("phase", chance.anyOf(phases));
        Oracle oracle(who.store(), idsIn(who));
        const auto says = oracle.answer(query);
        const auto answer = who.search(query);
        REQUIRE(answer.ok());
        INFO("asked \"" << query.text << '"');
        CHECK(idsOf(*answer) == says.found);
        CHECK(answer->openNow == says.open);
        CHECK(answer->facets == says.facets);
    }
};

}  // namespace

TEST_CASE("Imports, two records made one and syncs leave searches equal to a naive walk", "[search]") {
    const std::uint64_t seed = given("VELDWIJZER_SEED", Catch::rngSeed());
    const std::uint64_t runs = given("VELDWIJZER_RUNS", 2);
    for (std::uint64_t run = 0; run < runs; ++run) {
        INFO("VELDWIJZER_SEED=" << seed + run << " VELDWIJZER_RUNS=1");
        People people(seed + run);
        people.import(*people.anna);
        for (int step = 0; step < 60; ++step) {
            session::Session& who = people.chance.below(2) == 0 ? *people.anna : *people.bram;
            people.step(who);
            people.check(who);
        }
    }
}
