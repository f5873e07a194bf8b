// SPDX-License-Identifier: EUPL-1.2
// What was imported comes out again, and comes in again as it was.
#include <catch2/catch.hpp>
#include <cstdlib>

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
