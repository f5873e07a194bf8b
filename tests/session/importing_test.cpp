// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>
#include <fstream>

#include "support/local_region.h"
#include "support/temporary_folder.h"

using namespace veldwijzer;
using namespace veldwijzer::test;

namespace {

struct OneDevice {
    TemporaryFolder folder;
    FakeClock clock;
    SeededRandom random{1};
    session::Environment environment{clock, random};
    LocalRegion region{clock, random};
    std::unique_ptr<session::Session> anna =
        joinedSession(folder.path() / "anna", region.bootstrap(), "Anna", region, environment);

    std::filesystem::path file(const std::string& name, const std::string& text) {
        const auto path = folder.path() / name;
        std::ofstream(path) << text;
        return path;
    }
};

std::uint64_t total(const std::map<std::string, std::uint64_t>& counts) {
    std::uint64_t sum = 0;
    for (const auto& [kind, count] : counts)
        sum += count;
    return sum;
}

constexpr const char* twoServices = R"([
  {"id": "s1", "name": "Eerste hulp", "status": "active", "organization": {"id": "o1", "name": "Stichting Een"}},
  {"id": "s2", "name": "Tweede hulp", "status": "active", "organization": {"id": "o1", "name": "Stichting Een"}}
])";

}  // namespace

TEST_CASE("Importing twice writes only once", "[session][import]") {
    OneDevice one;
    const auto path = one.file("kaart.json", twoServices);
    const auto first = one.anna->importHsds(path);
    REQUIRE(first.ok());
    CHECK(first->created.at("service") == 2);
    CHECK(first->created.at("organization") == 1);
    const auto pending = one.anna->status().pending;
    const auto second = one.anna->importHsds(path);
    REQUIRE(second.ok());
    CHECK(total(second->created) == 0);
    CHECK(total(second->updated) == 0);
    CHECK(second->unchanged.at("service") == 2);
    CHECK(one.anna->status().pending == pending);
}

TEST_CASE("A newer file updates what differs and leaves the rest", "[session][import]") {
    OneDevice one;
    REQUIRE(one.anna->importHsds(one.file("kaart.json", twoServices)).ok());
    std::string newer = twoServices;
    newer.replace(newer.find("Tweede"), 6, "Derde ");
    const auto report = one.anna->importHsds(one.file("kaart2.json", newer));
    REQUIRE(report.ok());
    CHECK(total(report->created) == 0);
    CHECK(report->updated.at("service") == 1);
    CHECK(report->unchanged.at("service") == 1);
}

TEST_CASE("What people deleted stays deleted when a file still has it, and the report says so",
          "[session][import]") {
    OneDevice one;
    const auto path = one.file("kaart.json", twoServices);
    REQUIRE(one.anna->importHsds(path).ok());
    const auto services = one.anna->store().list({.kind = "service", .facets = {}, .offset = 0, .limit = 10});
    REQUIRE(services.total == 2);
    REQUIRE(one.anna->remove(services.rows.front().id).ok());
    const auto report = one.anna->importHsds(path);
    REQUIRE(report.ok());
    CHECK(one.anna->store().list({.kind = "service", .facets = {}, .offset = 0, .limit = 10}).total == 1);
    CHECK(one.anna->status().conflicts == 0);
    const bool said =
        std::any_of(report->problems.begin(), report->problems.end(), [](const exchange::Problem& problem) {
            return problem.problem.find("deleted") != std::string::npos;
        });
    CHECK(said);
}

TEST_CASE("A file that is something else is refused by name, and nothing is written", "[session][import]") {
    OneDevice one;
    const auto refused = one.anna->importHsds(one.file("x.json", "%PDF-1.7 …"));
    REQUIRE_FALSE(refused.ok());
    CHECK(one.anna->status().pending == 0);
}
