// SPDX-License-Identifier: EUPL-1.2
// What was imported comes out again, and comes in again as it was.
#include <catch2/catch.hpp>
#include <cstdlib>

#include <array>

#include "base/random.h"
#include "exchange/collector.h"
#include "exchange/hsds_export.h"
#include "exchange/shelf.h"

using namespace veldwijzer;
using namespace veldwijzer::exchange;
using namespace veldwijzer::exchange::test;

namespace {

std::vector<IncomingRecord> readAll(const std::filesystem::path& path) {
    Collector got;
    const Result<void> read = readHsds(path, got);
    if (!read) FAIL_CHECK(read.error().message);
    return std::move(got.records);
}

// Exports, reads the export, and compares record by record.
void goesRound(const std::vector<IncomingRecord>& records, bool csv) {
    const Shelf shelf(records);
    const TemporaryFolder folder;
    const auto to = folder.path() / "out";
    const Result<ExportReport> written = csv ? exportHsdsCsv(shelf, to) : exportHsdsJson(shelf, to);
    REQUIRE(written.ok());
    CHECK(written->done == shelf.size());
    const Shelf again(readAll(to));
    CHECK(again.differences(shelf) == "");
    CHECK(again.digest() == shelf.digest());
    CHECK(written->digest == shelf.digest());
}

}  // namespace

TEST_CASE("A file of the field survives export and import, as JSON and as CSV", "[exchange][export]") {
    for (const char* name : {"buurt.json", "vol_fouten.json"}) {
        INFO(name);
        for (const bool csv : {false, true})
            goesRound(readAll(fixture(name)), csv);
    }
}

TEST_CASE("The sample region survives export and import, as JSON and as CSV", "[exchange][export]") {
    const auto records =
        readAll(std::filesystem::path(VELDWIJZER_SOURCE_DIR) / "deploy/sample/veenrivier.json");
    for (const bool csv : {false, true})
        goesRound(records, csv);
}

namespace {

/// Records that nobody would make: any value under any name, references to anything.
class Oddities {
public:
    explicit Oddities(std::uint64_t seed) : random_(seed) {
        for (RecordId& id : ids_)
            id = random_.id<RecordId>();
    }

    std::vector<IncomingRecord> records() {
        static const std::vector<std::string> kinds = {
            "service",   "organization",  "phone",    "location",
            "attribute", "taxonomy-term", "taxonomy", "service-at-location",
            "agreement", "url",           "metadata", "../kwaad",
            "services",  "language"};
        std::vector<IncomingRecord> all;
        for (std::size_t i = 0; i + 2 < ids_.size(); ++i) {
            IncomingRecord record{ids_[i], pick(kinds), {}, {}};
            for (std::uint64_t n = random_.below(9); n > 0; --n)
                if (const std::string name = pick(names()); findRegister(record, name) == nullptr)
                    putRegister(record, name, value());
            for (std::uint64_t n = random_.below(5); n > 0; --n) {
                const std::string name = pick(names());
                for (std::uint64_t m = random_.below(4); m > 0; --m)
                    addElement(record, name, value());
            }
            finish(record);
            all.push_back(std::move(record));
        }
        return all;
    }

private:
    template <typename T>
    const T& pick(const std::vector<T>& list) {
        return list[static_cast<std::size_t>(random_.below(list.size()))];
    }

    static const std::vector<std::string>& names() {
        static const std::vector<std::string> list = {"name",
                                                      "description",
                                                      "id",
                                                      "organization",
                                                      "organization_id",
                                                      "foreign.organization_id",
                                                      "phones",
                                                      "foreign.phones",
                                                      "import.original.description",
                                                      "import.original.name",
                                                      "source_id",
                                                      "link",
                                                      "foreign.link_id",
                                                      "link_entity",
                                                      "attributes",
                                                      "taxonomy_term",
                                                      "taxonomy",
                                                      "code",
                                                      "phase",
                                                      "tags",
                                                      "import.exact",
                                                      "import.kind",
                                                      "foreign.import.exact",
                                                      "import.other_values",
                                                      "import.source",
                                                      " x ",
                                                      "é",
                                                      "column 2",
                                                      "service",
                                                      "foreign.service_id",
                                                      "location",
                                                      "locations",
                                                      "minimum_age",
                                                      "latitude",
                                                      "closed",
                                                      "url",
                                                      "website",
                                                      "language",
                                                      "regular_schedules",
                                                      "parent",
                                                      "foreign.",
                                                      "foreign.id",
                                                      "import.elsewhere",
                                                      "additional_urls",
                                                      "service_at_locations",
                                                      "eligibility",
                                                      "vocabulary",
                                                      "position",
                                                      "status",
                                                      "languages"};
        return list;
    }

    merge::Value value() {
        static const std::vector<std::string> texts = {"hulp",
                                                       "<b>vet</b>",
                                                       "**vet**",
                                                       "",
                                                       " ",
                                                       "12",
                                                       "007",
                                                       "true",
                                                       "a\nb",
                                                       "\"q\"",
                                                       "a,b;c",
                                                       "null",
                                                       "service",
                                                       "veldwijzer:00",
                                                       "phase",
                                                       "fase",
                                                       std::string("a\0b", 3),
                                                       "=1+1",
                                                       "\xef\xbb\xbf"};
        switch (random_.below(8)) {
            case 0:
                return random_.below(2) == 0;
            case 1:
                return static_cast<std::int64_t>(random_.below(200)) - 100;
            case 2:
                return static_cast<double>(random_.below(1000)) / 8;
            case 3:
                return Bytes{1, 2, 3};
            case 4:
                return merge::Json{
                    pick(std::vector<std::string>{"null", "[]", R"({"a":[1,null]})", R"("x")", "geen json"})};
            case 5:
            case 6:
                return ids_[static_cast<std::size_t>(random_.below(ids_.size()))];
            default:
                return pick(texts);
        }
    }

    SeededRandom random_;
    std::array<RecordId, 14> ids_{};
};

std::uint64_t fromEnvironment(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text != nullptr ? std::strtoull(text, nullptr, 10) : otherwise;
}

}  // namespace

TEST_CASE("Any records survive export and import", "[exchange][export]") {
    const std::uint64_t seed = fromEnvironment("VELDWIJZER_SEED", 20261123);
    for (std::uint64_t run = 0; run < fromEnvironment("VELDWIJZER_RUNS", 60); ++run) {
        INFO("VELDWIJZER_SEED=" << seed + run << " VELDWIJZER_RUNS=1");
        const auto records = Oddities(seed + run).records();
        for (const bool csv : {false, true}) {
            INFO((csv ? "csv" : "json"));
            goesRound(records, csv);
        }
    }
}

// Files that are not ours to ship: VELDWIJZER_HSDS_SAMPLES names a folder of them.
TEST_CASE("Every file in the folder of samples survives export and import", "[exchange][export]") {
    const char* samples = std::getenv("VELDWIJZER_HSDS_SAMPLES");
    if (samples == nullptr) return;
    for (const auto& entry : std::filesystem::directory_iterator(samples)) {
        INFO(entry.path());
        for (const bool csv : {false, true})
            goesRound(readAll(entry.path()), csv);
    }
}
