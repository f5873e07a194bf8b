// SPDX-License-Identifier: EUPL-1.2
// Files that mean harm, or come to the same: each ends in bounded memory and time, and says what it seems to
// be.
#include <zip.h>

#include <catch2/catch.hpp>

#include "exchange/collector.h"
#include "exchange/hsds_limits.h"

using namespace veldwijzer;
using namespace veldwijzer::exchange;
using namespace veldwijzer::exchange::test;
using namespace std::string_literals;

namespace {

struct Entry {
    std::string name;
    std::string text;
    bool encrypted = false;
};

std::filesystem::path writeZip(const TemporaryFolder& folder, const std::vector<Entry>& entries) {
    const auto path = folder.path() / "kaart.zip";
    int code = 0;
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    REQUIRE(archive != nullptr);
    for (const Entry& entry : entries) {
        zip_source_t* source = zip_source_buffer(archive, entry.text.data(), entry.text.size(), 0);
        const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
        REQUIRE(index >= 0);
        if (entry.encrypted)
            REQUIRE(zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_128,
                                            "geheim") == 0);
    }
    REQUIRE(zip_close(archive) == 0);
    return path;
}

// The size that the zip's directory claims for the entry, wherever it stands.
void claimSize(const std::filesystem::path& path, std::uint32_t really, std::uint32_t claimed) {
    std::string bytes = textOfFile(path);
    const auto four = [](std::uint32_t number) {
        std::string text;
        for (int shift = 0; shift < 32; shift += 8)
            text.push_back(static_cast<char>(number >> shift));
        return text;
    };
    const std::string from = four(really);
    const std::string to = four(claimed);
    int count = 0;
    for (std::size_t at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + 4), ++count)
        bytes.replace(at, 4, to);
    REQUIRE(count >= 1);
    std::ofstream(path, std::ios::binary) << bytes;
}

const std::string service = R"([{"id":"s","name":"n","status":"active"}])";

std::string refusal(const std::filesystem::path& path) {
    Collector got;
    const Result<void> read = readHsds(path, got);
    REQUIRE_FALSE(read.ok());
    CHECK(got.records.empty());
    CHECK(read.error().message.find("Nothing was imported") != std::string::npos);
    return read.error().message;
}

}  // namespace

TEST_CASE("A zip of files reads like a folder of them", "[exchange][zip]") {
    const TemporaryFolder folder;
    Collector got;
    REQUIRE(readHsds(writeZip(folder, {{"hsds/services.csv", "id,name,status\ns,Inloop,active\n"},
                                       {"hsds/phones.csv", "id,service_id,number\np,s,0990-550001\n"},
                                       {"hsds/datapackage.json", "{}"},
                                       {"leesmij.txt", "hallo"}}),
                     got)
                .ok());
    CHECK(elements(*got.find("service", "s"), "phones").size() == 1);
    CHECK(got.says(0, {"Not a .json or .csv file"}));
    CHECK(got.problems.size() == 1);
    CHECK(got.done == got.total);
}

TEST_CASE("Names in a zip lead nowhere, and of two alike the first counts", "[exchange][zip]") {
    const TemporaryFolder folder;
    Collector got;
    REQUIRE(readHsds(writeZip(folder, {{"../../../../tmp/veldwijzer-kwaad/services.json", service},
                                       {"/etc/services.json", R"([{"id":"x","name":"x","status":"active"}])"},
                                       {"..\\..\\organizations.json", R"([{"id":"o","name":"o"}])"}}),
                     got)
                .ok());
    CHECK_FALSE(std::filesystem::exists("/tmp/veldwijzer-kwaad"));
    CHECK(got.count("service") == 1);
    CHECK(got.count("organization") == 1);
    CHECK(got.says(0, {"another file of this name"}));
}

TEST_CASE("A zip that unpacks to a gigabyte is not unpacked", "[exchange][zip]") {
    const TemporaryFolder folder;
    const std::uint32_t size = 2'000'003;
    const auto path = writeZip(folder, {{"services.json", std::string(size, ' ')}});
    CHECK(std::filesystem::file_size(path) < 10'000);
    claimSize(path, size, 1024U * 1024U * 1024U);
    CHECK(refusal(path).find("unpacks to more than 512 MiB") != std::string::npos);
}

TEST_CASE("A zip that unpacks to more than it claims is read no further", "[exchange][zip]") {
    const TemporaryFolder folder;
    const std::string text = service + std::string(3'000'017, ' ');
    const auto path = writeZip(folder, {{"services.json", text}});
    claimSize(path, static_cast<std::uint32_t>(text.size()), 1000);
    Collector got;
    const Result<void> read = readHsds(path, got);
    if (read) CHECK(got.says(0, {"damaged"}));
    CHECK(got.total <= 2000);
}

TEST_CASE("Zips of other things are refused by what they seem to be", "[exchange][zip]") {
    const TemporaryFolder folder;
    CHECK(refusal(writeZip(folder, {{"services.json", service, true}})).find("encrypted") !=
          std::string::npos);
    CHECK(refusal(writeZip(folder, {{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}}))
              .find("Office") != std::string::npos);
    CHECK(refusal(writeZip(folder, {{"mimetype", "x"}, {"META-INF/manifest.xml", "<x/>"}}))
              .find("OpenDocument") != std::string::npos);
    CHECK(refusal(writeZip(folder, {{"foto.png", "x"}})).find("without .json or .csv") != std::string::npos);
    const std::string whole = textOfFile(writeZip(folder, {{"services.json", service}}));
    CHECK(refusal(folder.write("half.zip", whole.substr(0, whole.size() - 30))).find("damaged or cut off") !=
          std::string::npos);
}

TEST_CASE("A row with a million columns costs no more than its first ones", "[exchange][csv]") {
    const TemporaryFolder folder;
    const auto path = folder.write(
        "services.csv", "id,name,status\ns,n,active" + std::string(1'000'000, ',') + "\nt,m,active\n");
    Collector got;
    REQUIRE(readHsds(path, got).ok());
    CHECK(got.count("service") == 2);
    CHECK(got.says(1, {"1000003 columns"}));
}

TEST_CASE("A cell of ten megabytes is not held, and the rest is read", "[exchange][csv]") {
    const TemporaryFolder folder;
    for (const std::size_t size : {limits::hsdsRawTextBytes + 1, 10 * limits::mib}) {
        const auto path = folder.write("services.csv", "id,name,status,description\ns,n,active,\"" +
                                                           std::string(size, 'a') + "\"\nt,m,active,x\n");
        Collector got;
        REQUIRE(readHsds(path, got).ok());
        CHECK(got.find("service", "t") != nullptr);
        CHECK_FALSE(got.problems.empty());
    }
}

TEST_CASE("Cells with NUL and script are made harmless, and kept", "[exchange][csv]") {
    const TemporaryFolder folder;
    const auto path = folder.write(
        "services.csv",
        "id,name,status,description\ns,n,active,<script>alert(1)</script><b>Hulp</b>\nt,m,active,a\0b\n"s);
    Collector got;
    REQUIRE(readHsds(path, got).ok());
    CHECK(registerText(*got.find("service", "s"), "description") == "\"Hulp\"");
    CHECK(got.says(1, {"HTML"}));
    CHECK(got.says(2, {"NUL"}));
}

TEST_CASE("Parents in a circle are read, and named", "[exchange][csv]") {
    const TemporaryFolder folder;
    folder.write("organizations.csv", "id,name,parent_organization_id\na,A,b\nb,B,c\nc,C,a\n");
    folder.write("taxonomy_terms.csv", "id,name,parent_id\nt,T,t\n");
    Collector got;
    REQUIRE(readHsds(folder.path(), got).ok());
    CHECK(got.count("organization") == 3);
    for (const std::uint64_t row : {1U, 2U, 3U})
        CHECK(got.says(row, {"organization", "its own parent"}));
    CHECK(got.says(1, {"taxonomy-term", "its own parent"}));
}

TEST_CASE("Our own words in a foreign file can do no harm", "[exchange]") {
    Collector got;
    REQUIRE(
        readText(
            R"([{"id":"s","name":"n","status":"active","import.exact":{"registers":{"assured_date":"zzzz","deleted":true,"":1,
        "name":{"reference":"kort"},"url":{"json":""},"alert":["x"]},"sets":{"phones":"x","tags":[{"bytes":"zz"}]},"anders":1}},
        {"id":"t","name":"m","status":"active","import.exact":"x"}])",
            got)
            .ok());
    const IncomingRecord* record = got.find("service", "s");
    REQUIRE(record != nullptr);
    CHECK(registerText(*record, "name") == "\"n\"");
    CHECK(findRegister(*record, "assured_date") == nullptr);
    CHECK(findRegister(*record, "deleted") == nullptr);
    CHECK(record->sets.empty());
    CHECK(got.says(1, {"import.exact"}));
    CHECK(got.says(2, {"import.exact"}));
}

TEST_CASE("A table that is no text is refused by what it seems to be", "[exchange][csv]") {
    const TemporaryFolder folder;
    CHECK(refusal(folder.write("services.csv", "%PDF-1.7")).find("PDF") != std::string::npos);
    CHECK(refusal(folder.write("services.csv", "\xff\xfei\0d\0,\0"s)).find("UTF-16") != std::string::npos);
    CHECK(refusal(folder.write("services.csv", "<html><body>Inloggen</body></html>")).find("web page") !=
          std::string::npos);
    CHECK(refusal(folder.write("services.csv", "")).find("empty") != std::string::npos);
}
