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

TEST_CASE("A preview says what is new, changed and gone, and writes nothing", "[session][import]") {
    OneDevice one;
    REQUIRE(one.anna->importHsds(one.file("kaart.json", twoServices)).ok());
    const std::string before = one.anna->contentDigest();
    const auto pending = one.anna->status().pending;
    const auto path = one.file("kaart2.json", R"([
      {"id": "s2", "name": "Tweede hulp, nu anders", "status": "active", "organization": {"id": "o1", "name": "Stichting Een"}},
      {"id": "s3", "name": "Derde hulp", "status": "active"}])");
    const auto preview = one.anna->importHsds(path, session::ImportOptions{.preview = true, .source = {}});
    REQUIRE(preview.ok());
    CHECK(preview->preview);
    CHECK(preview->created.at("service") == 1);
    CHECK(preview->updated.at("service") == 1);
    CHECK(preview->unchanged.at("organization") == 1);
    REQUIRE(preview->gone.size() == 1);
    CHECK(preview->gone[0].title == "Eerste hulp");
    CHECK(one.anna->contentDigest() == before);
    CHECK(one.anna->status().pending == pending);
    const auto real = one.anna->importHsds(path);
    REQUIRE(real.ok());
    CHECK(real->created == preview->created);
    CHECK(real->updated == preview->updated);
    CHECK(real->goneCount == 1);
    // What is gone from the file stays on the map until a person decides.
    CHECK(one.anna->store().list({.kind = "service", .facets = {}, .offset = 0, .limit = 10}).total == 3);
}

TEST_CASE("Records of another source are not gone from this one's file", "[session][import]") {
    OneDevice one;
    REQUIRE(one.anna
                ->importHsds(one.file("a.json", twoServices),
                             session::ImportOptions{.preview = false, .source = "stad"})
                .ok());
    const auto path = one.file("b.json", R"([{"id": "x", "name": "Ander", "status": "active"}])");
    const auto other =
        one.anna->importHsds(path, session::ImportOptions{.preview = false, .source = "regio"});
    REQUIRE(other.ok());
    CHECK(other->goneCount == 0);
    const auto again = one.anna->importHsds(path, session::ImportOptions{.preview = true, .source = "stad"});
    REQUIRE(again.ok());
    CHECK(again->goneCount == 2);
}

TEST_CASE("A date of assurance in the future is refused, and kept as text", "[session][import]") {
    OneDevice one;
    const auto path = one.file(
        "k.json", R"([{"id": "s", "name": "Hulp", "status": "active", "assured_date": "2999-01-01"}])");
    const auto report = one.anna->importHsds(path);
    REQUIRE(report.ok());
    const auto id =
        one.anna->store().list({.kind = "service", .facets = {}, .offset = 0, .limit = 1}).rows.at(0).id;
    const auto stored = one.anna->store().find(id);
    CHECK(merge::shownValue(stored->record, "assured_date") == nullptr);
    CHECK(*merge::shownValue(stored->record, "foreign.assured_date") ==
          merge::Value(std::string("2999-01-01")));
    REQUIRE(report->problems.size() == 1);
    CHECK(report->problems[0].problem.find("assured_date") != std::string::npos);
    const auto again = one.anna->importHsds(path);
    REQUIRE(again.ok());
    CHECK(again->unchanged.at("service") == 1);
}

TEST_CASE("What one region exports, an empty one imports to the same content", "[session][export]") {
    OneDevice one;
    REQUIRE(one.anna->importHsds(one.file("kaart.json", twoServices)).ok());
    const auto id =
        one.anna->create("service", {{"name", "Hier bedacht"}, {"description", "<b>niet</b> strippen"}});
    REQUIRE(id.ok());
    REQUIRE(one.anna->set(*id, {{"id", "eigenwijs"}, {"minimum_age", "12"}}).ok());
    REQUIRE(one.anna->addElement(*id, "phase", "hulp").ok());
    REQUIRE(one.anna->addElement(*id, "tags", "avond").ok());
    for (const auto form : {session::Session::ExportForm::Json, session::Session::ExportForm::Csv}) {
        const auto to = one.folder.path() / (form == session::Session::ExportForm::Csv ? "csv" : "json");
        const auto written = one.anna->exportHsds(to, form);
        REQUIRE(written.ok());
        CHECK(written->written.digest == one.anna->contentDigest());
        OneDevice other;
        const auto read = other.anna->importHsds(to);
        REQUIRE(read.ok());
        CHECK(other.anna->contentDigest() == one.anna->contentDigest());
        CHECK_FALSE(one.anna->exportHsds(to, form).ok());  // not empty any more
    }
}

TEST_CASE("Made one by a person, two records lose nothing; told apart, they are not proposed again",
          "[session][duplicates]") {
    OneDevice one;
    REQUIRE(one.anna
                ->importHsds(one.file("k.json", R"([
      {"id": "s", "name": "Hulp", "status": "active", "organization": {"id": "b", "name": "De Brug", "website": "https://brug.example.nl",
        "email": "b@brug.example.nl", "phones": [{"id": "p", "number": "0990-550001"}]}},
      {"id": "t", "name": "Anders", "status": "active", "organization": {"id": "a", "name": "Stichting De Brug", "website": "https://brug.example.nl",
        "email": "a@brug.example.nl", "legal_status": "stichting"}}])"))
                .ok());
    auto found = one.anna->duplicates().found;
    REQUIRE(found.size() == 1);
    REQUIRE(one.anna->tellApart(found[0].first, found[0].second).ok());
    CHECK(one.anna->duplicates().found.empty());
    const bool firstIsA = found[0].firstTitle == "Stichting De Brug";
    const RecordId a = firstIsA ? found[0].first : found[0].second;
    const RecordId b = firstIsA ? found[0].second : found[0].first;
    REQUIRE(one.anna->makeOne(a, b).ok());
    const auto kept = one.anna->store().find(a);
    CHECK(merge::elementsOf(kept->record, "phones").size() == 1);
    CHECK(merge::elementsOf(kept->record, "import.other_values").size() == 3);  // name, email, source_id
    CHECK(*merge::shownValue(kept->record, "email") == merge::Value(std::string("a@brug.example.nl")));
    CHECK(one.anna->store().find(b)->visibility == merge::Visibility::Deleted);
    for (const auto& row :
         one.anna->store().list({.kind = "service", .facets = {}, .offset = 0, .limit = 9}).rows)
        CHECK(*merge::shownValue(one.anna->store().find(row.id)->record, "organization") == merge::Value(a));
    CHECK_FALSE(one.anna->makeOne(a, a).ok());
    CHECK_FALSE(one.anna->makeOne(a, b).ok());
}
