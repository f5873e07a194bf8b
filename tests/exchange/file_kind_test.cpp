// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "exchange/collector.h"
#include "exchange/file_kind.h"
#include "exchange/hsds_limits.h"

using namespace veldwijzer;
using namespace veldwijzer::exchange;
using namespace veldwijzer::exchange::test;
using namespace std::string_literals;

namespace {
void refuses(std::string_view text, const std::string& word) {
    Collector got;
    const Result<void> read = readText(text, got);
    INFO(text.substr(0, 60));
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == ErrorCode::Malformed);
    INFO(read.error().message);
    CHECK(read.error().message.find(word) != std::string::npos);
    CHECK(read.error().message.find("Nothing was imported") != std::string::npos);
    CHECK(got.records.empty());
}
}  // namespace

TEST_CASE("A file of another format is refused by its name", "[exchange]") {
    refuses("%PDF-1.7\n...", "PDF");
    refuses("PK\x03\x04zzz", "zip");
    refuses("\x1f\x8b\x08 ", "gzip");
    refuses("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "iCalendar");
    refuses("<!--\nBEGIN:VCALENDAR\nEND:VCALENDAR\n-->", "iCalendar");
    refuses("<?xml version='1.0'?><schedule><version>1</version></schedule>", "frab");
    refuses("<!DOCTYPE html><html><body>Niet gevonden</body></html>", "web page");
    refuses("id,name,status\n1,Inloop,active\n", "CSV");
    refuses(R"({"resourceType":"Questionnaire","id":"x","name":"y","status":"active"})", "FHIR");
    refuses(R"([{"resourceType":"Patient","id":"x","name":"y"}])", "FHIR");
    refuses(R"({"schedule":{"version":"1","conference":{"days":[]}}})", "frab");
    refuses(R"({"type":"FeatureCollection","features":[]})", "GeoJSON");
    refuses(R"({"openapi":"3.0.0","info":{}})", "API");
    refuses("\xff\xfe{\0\"\0"s, "UTF-16");
    refuses("{\0\"\0i\0d\0\"\0"s, "UTF-16");
    refuses("", "empty");
    refuses("   \n", "empty");
    refuses("zomaar wat tekst", "not JSON");
    refuses("42", "not JSON");
}

TEST_CASE("JSON that holds nothing of HSDS is refused", "[exchange]") {
    refuses(R"({"foo":1})", "nothing in it could be used");
    refuses("[1,2,3]", "nothing in it could be used");
    refuses(R"({"id":"s","name":"half )", "ends in the middle");
}

TEST_CASE("A path that is no file is refused", "[exchange]") {
    Collector got;
    const Result<void> missing = readHsds("/nonexistent/veldwijzer.json", got);
    REQUIRE_FALSE(missing.ok());
    CHECK(missing.error().code == ErrorCode::NotFound);
    const Result<void> device = readHsds("/dev/null", got);
    REQUIRE_FALSE(device.ok());
    CHECK(device.error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("A file beyond the limit is refused before it is read", "[exchange]") {
    const TemporaryFolder folder;
    const auto path = folder.write("groot.json", "[");
    // Sparse: takes no room on the disk.
    std::filesystem::resize_file(path, limits::importFileBytes + 1);
    Collector got;
    const Result<void> read = readHsds(path, got);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == ErrorCode::TooLarge);
}

TEST_CASE("A folder without anything to read is refused", "[exchange]") {
    const TemporaryFolder folder;
    Collector got;
    const Result<void> empty = readHsds(folder.path(), got);
    REQUIRE_FALSE(empty.ok());
    CHECK(empty.error().message.find("no .json files and no .csv files") != std::string::npos);
    folder.write("leesmij.txt", "hallo");
    CHECK_FALSE(readHsds(folder.path(), got).ok());
    folder.write("datapackage.json", R"({"name":"x","resources":[]})");
    const Result<void> package = readHsds(folder.path(), got);
    REQUIRE_FALSE(package.ok());
    CHECK(package.error().message.find("no tables") != std::string::npos);
    folder.write("klanten.csv", "klant;bedrag\n1;2\n");
    const Result<void> other = readHsds(folder.path(), got);
    REQUIRE_FALSE(other.ok());
    CHECK(other.error().message.find("of a table of HSDS") != std::string::npos);
}

TEST_CASE("In a folder, what cannot be used is reported and the rest is read", "[exchange]") {
    const TemporaryFolder folder;
    folder.write("a.json", R"([{"id":"s-1","name":"Een","status":"active"}])");
    folder.write("b.json", R"({"resourceType":"Questionnaire"})");
    folder.write("c.JSON", R"({"id":"s-2","name":"Twee","status":"active"})");
    folder.write("leesmij.txt", "hallo");
    Collector got;
    REQUIRE(readHsds(folder.path(), got).ok());
    CHECK(got.count("service") == 2);
    CHECK(got.says(0, {"FHIR", "Left alone"}));
    CHECK(got.says(0, {"Not a .json or .csv file"}));
}
