// SPDX-License-Identifier: EUPL-1.2
// Tables: cells, separators, encodings, foreign keys, and the words of older versions.
#include <catch2/catch.hpp>

#include "exchange/collector.h"
#include "exchange/csv_splitter.h"
#include "exchange/hsds_limits.h"
#include "exchange/hsds_normalise.h"
#include "exchange/shelf.h"

using namespace veldwijzer;
using namespace veldwijzer::exchange;
using namespace veldwijzer::exchange::test;

namespace {

struct Rows final : CsvSink {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> damages;
    void row(std::uint64_t, std::vector<CsvCell>& cells) override {
        auto& texts = rows.emplace_back();
        for (CsvCell& cell : cells)
            texts.push_back(std::move(cell.text));
    }
    void damage(std::uint64_t line, std::string problem, std::string) override {
        damages.push_back(std::to_string(line) + ": " + problem);
    }
};

Rows split(std::string_view text, std::size_t piece) {
    Rows rows;
    CsvSplitter splitter(rows);
    for (std::size_t at = 0; at < text.size(); at += piece)
        splitter.feed(text.substr(at, piece));
    splitter.finish();
    return rows;
}

using Texts = std::vector<std::vector<std::string>>;

void readFolder(const TemporaryFolder& folder, Collector& got) {
    const Result<void> read = readHsds(folder.path(), got);
    if (!read) FAIL(read.error().message);
}

}  // namespace

TEST_CASE("Rows are the same wherever the pieces are cut", "[exchange][csv]") {
    const std::string text = "\xef\xbb\xbfid,name\r\n1,\"a \"\"b\"\", c\r\nd\"\r\n\n2,x\"y\r\n3,\"\"\r4,last";
    for (const std::size_t piece : {1UL, 2UL, 3UL, 7UL, 1000UL}) {
        const Rows got = split(text, piece);
        CHECK(got.rows ==
              Texts{{"id", "name"}, {"1", "a \"b\", c\r\nd"}, {"2", "x\"y"}, {"3", ""}, {"4", "last"}});
        CHECK(got.damages.empty());
    }
}

TEST_CASE("Semicolons and tabs separate when the first line has most of them", "[exchange][csv]") {
    CHECK(split("id;name\n1;a,b\n", 5).rows == Texts{{"id", "name"}, {"1", "a,b"}});
    CHECK(split("id\tname\n1\ta;b\n", 5).rows == Texts{{"id", "name"}, {"1", "a;b"}});
}

TEST_CASE("A quote that is never closed costs its own row", "[exchange][csv]") {
    const Rows got = split("id,name\n1,\"open\n2,b\n3,c\n", 4);
    CHECK(got.rows == Texts{{"id", "name"}, {"2", "b"}, {"3", "c"}});
    REQUIRE(got.damages.size() == 1);
    CHECK(got.damages[0].find("2: A quote") == 0);
}

TEST_CASE("A quote that the quotes of a later row would close costs its own row", "[exchange][csv]") {
    const Rows got = split("id,name\n1,\"open\n2,b\n3,\"c, d\"\n4,e\n", 3);
    CHECK(got.rows == Texts{{"id", "name"}, {"2", "b"}, {"3", "c, d"}, {"4", "e"}});
    CHECK(got.damages.size() == 1);
}

TEST_CASE("Nothing but open quotes comes to an end", "[exchange][csv]") {
    std::string text = "id,name\n";
    for (int i = 0; i < 20'000; ++i)
        text += "1,\"a\n2,b\"x\n";
    CHECK(split(text, 4096).damages.size() >= 100);
}

TEST_CASE("Tables give the records that the nested form gives", "[exchange][csv]") {
    const TemporaryFolder folder;
    folder.write("services.csv", "id,organization_id,name,status,minimum_age\ns,o,Inloop,active,12\n");
    folder.write("organizations.csv", "id,name\no,Stichting\n");
    folder.write("phones.csv", "id,service_id,organization_id,number,extension\np,s,o,0990-550001,7\n");
    folder.write("locations.csv", "id,location_type,latitude\nl,physical,52.5\n");
    folder.write("addresses.csv", "id,location_id,city\na,l,Veen\n");
    folder.write("service_at_location.csv", "id,service_id,location_id\nsl,s,l\n");
    folder.write("attributes.csv", "id,link_id,link_entity,taxonomy_term_id\nat,s,service,t\n");
    folder.write("taxonomy_terms.csv", "id,code,name,taxonomy\nt,hulp,Hulp,fase\n");
    Collector csv;
    readFolder(folder, csv);
    Collector json;
    REQUIRE(readText(R"([{"id":"s","name":"Inloop","status":"active","minimum_age":12,
        "organization":{"id":"o","name":"Stichting","phones":[{"id":"p","number":"0990-550001","extension":7}]},
        "phones":[{"id":"p","number":"0990-550001","extension":7}],
        "attributes":[{"id":"at","link_entity":"service","taxonomy_term":{"id":"t","code":"hulp","name":"Hulp","taxonomy":"fase"}}],
        "service_at_locations":[{"id":"sl","location":{"id":"l","location_type":"physical","latitude":52.5,
            "addresses":[{"id":"a","city":"Veen"}]}}]}])",
                     json)
                .ok());
    INFO(csv.dump());
    CHECK(Shelf(csv.records).differences(Shelf(json.records)) == "");
    CHECK(elements(*csv.find("service", "s"), "phase") == std::vector<std::string>{"\"hulp\""});
}

TEST_CASE("A table in Windows-1252 with semicolons is read, and said so once", "[exchange][csv]") {
    const TemporaryFolder folder;
    folder.write("services.csv", "id;name;status\r\n1;Caf\xe9 Zee;active\r\n2;Co\xf6peratie;active\r\n");
    Collector got;
    readFolder(folder, got);
    CHECK(registerText(*got.find("service", "1"), "name") == "\"Café Zee\"");
    CHECK(registerText(*got.find("service", "2"), "name") == "\"Coöperatie\"");
    CHECK(got.problems.size() == 1);
    CHECK(got.says(1, {"not UTF-8", "Windows-1252"}));
}

TEST_CASE("Tables of HSDS 1.x and 2.0 are read in the words of 3.x", "[exchange][csv]") {
    const TemporaryFolder folder;
    folder.write("services.csv", "id,organization_id,name,status\ns,o,Inloop,active\n");
    folder.write("organizations.csv", "id,name,url\no,Stichting,https://o.example.nl\n");
    folder.write("locations.csv", "id,organization_id,name\nl,o,Pand\n");
    folder.write("physical_addresses.csv", "id,location_id,address_1,city\npa,l,Kade 1,Veen\n");
    folder.write("postal_addresses.csv", "id,location_id,address_1,city\npo,l,Postbus 1,Veen\n");
    folder.write("services_at_location.csv", "id,service_id,location_id\nsl,s,l\n");
    folder.write("regular_schedules.csv",
                 "id,service_id,weekday,opens_at,closes_at\nr1,s,Monday,09:00,17:00\nr2,s,5,09:00,12:00\n");
    folder.write("holiday_schedules.csv",
                 "id,service_id,closed,start_date,end_date\nh,s,TRUE,2026-12-25,2026-12-26\n");
    folder.write("eligibility.csv", "id,service_id,eligibility\ne,s,Vanaf 12 jaar\n");
    folder.write("languages.csv", "service_id,language\ns,nl\n");
    folder.write("taxonomy.csv", "id,name,parent_id,vocabulary\nt,Hulp,,fase\n");
    folder.write("services_taxonomy.csv", "id,service_id,taxonomy_id\nst,s,t\n");
    Collector got;
    readFolder(folder, got);
    INFO(got.dump());
    const IncomingRecord* service = got.find("service", "s");
    REQUIRE(service != nullptr);
    CHECK(registerText(*service, "eligibility_description") == "\"Vanaf 12 jaar\"");
    CHECK(elements(*service, "schedules").size() == 3);
    CHECK(elements(*service, "languages").size() == 1);
    CHECK(elements(*service, "service_at_locations").size() == 1);
    CHECK(elements(*service, "phase") == std::vector<std::string>{"\"Hulp\""});
    CHECK(registerText(*got.find("schedule", "r1"), "byday") == "\"MO\"");
    CHECK(registerText(*got.find("schedule", "r2"), "byday") == "\"FR\"");
    CHECK(registerText(*got.find("schedule", "r1"), "freq") == "\"WEEKLY\"");
    CHECK(registerText(*got.find("schedule", "h"), "closed") == "true");
    CHECK(registerText(*got.find("schedule", "h"), "dtstart") == "\"2026-12-25\"");
    CHECK(registerText(*got.find("address", "pa"), "address_type") == "\"physical\"");
    CHECK(registerText(*got.find("address", "po"), "address_type") == "\"postal\"");
    CHECK(elements(*got.find("location", "l"), "addresses").size() == 2);
    CHECK(registerText(*got.find("organization", "o"), "website") == "\"https://o.example.nl\"");
    CHECK(got.count("taxonomy-term") == 1);
    CHECK(got.says(1, {"HSDS 2.0 or 1.x", "schedule"}));
}

TEST_CASE("Nested HSDS 2.0 is read in the words of 3.x", "[exchange]") {
    Collector got;
    REQUIRE(
        readText(
            R"([{"id":"s","name":"n","status":"active","eligibilitys":[{"id":"e","eligibility":"18+","minimum_age":18}],
        "regular_schedules":[{"id":"r","weekday":"Tuesday","opens_at":"09:00"}],
        "languages":[{"id":"la","language":"Dutch"}],
        "service_at_locations":[{"id":"sl","location":{"id":"l","name":"L","physical_addresses":[{"id":"a","city":"Veen"}]}}],
        "service_taxonomys":[{"id":"st","taxonomy":{"id":"t","name":"Hulp","vocabulary":"fase"}}]}])",
            got)
            .ok());
    INFO(got.dump());
    const IncomingRecord* service = got.find("service", "s");
    CHECK(registerText(*service, "eligibility_description") == "\"18+\"");
    CHECK(registerText(*service, "minimum_age") == "18");
    CHECK(registerText(*got.find("schedule", "r"), "byday") == "\"TU\"");
    CHECK(registerText(*got.find("address", "a"), "address_type") == "\"physical\"");
    CHECK(registerText(*got.find("language", "la"), "name") == "\"Dutch\"");
    CHECK(elements(*service, "phase") == std::vector<std::string>{"\"Hulp\""});
}

TEST_CASE("Rows without an id find themselves again", "[exchange][csv]") {
    const TemporaryFolder folder;
    folder.write("services.csv", "name,status\nInloop,active\nInloop,active\nTweede,active\n");
    Collector once;
    readFolder(folder, once);
    Collector twice;
    readFolder(folder, twice);
    CHECK(once.count("service") == 3);
    CHECK(once.dump() == twice.dump());
}
