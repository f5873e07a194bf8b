// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "base/limits.h"
#include "exchange/collector.h"
#include "exchange/hsds_limits.h"
#include "exchange/hsds_normalise.h"

using namespace veldwijzer;
using namespace veldwijzer::exchange;
using namespace veldwijzer::exchange::test;

TEST_CASE("Every oddity of a bad file is named by row, and the good rows are read", "[exchange]") {
    Collector got;
    REQUIRE(readHsds(fixture("vol_fouten.json"), got).ok());
    CHECK(got.says(2, {"status", "\"open\"", "not one of active"}));
    CHECK(got.says(2, {"name is missing"}));
    CHECK(got.says(2, {"minimum_age is above maximum_age"}));
    CHECK(got.says(2, {"organization", "\"nergens\"", "not in these files"}));
    CHECK(got.says(3, {"assured_date", "\"gisteren\"", "not a date"}));
    CHECK(got.says(3, {"last_modified", "2026-13-40"}));
    CHECK(got.says(3, {"minimum_age", "\"twaalf\""}));
    CHECK(got.says(4, {"number", "quotes"}));
    CHECK(got.says(4, {"phones", "not objects"}));
    CHECK(got.says(4, {"schedules", "not a list of objects"}));
    CHECK(got.says(4, {"contacts", "one object, not a list"}));
    CHECK(got.says(5, {"latitude", "100"}));
    CHECK(got.says(5, {"longitude", "-200.5"}));
    CHECK(got.says(5, {"location_type", "ergens"}));
    CHECK(got.says(6, {"row 1 has the same id"}));
    CHECK(got.says(7, {"Without an id: 3 objects"}));
    CHECK(got.says(8, {"not JSON", "Not imported"}));
    CHECK(got.says(9, {"not an object"}));
    CHECK(got.says(10, {"nothing by which to know it"}));
    CHECK(got.says(11, {"description", "HTML"}));
    for (const Problem& problem : got.problems)
        CHECK(problem.file == "vol_fouten.json");
    CHECK(got.count("service") == 7);
    // The values stay as they were.
    CHECK(registerText(*got.find("location", "l-1"), "latitude") == "100");
    CHECK(registerText(*got.find("phone", "p-1"), "number") == "\"\\\"0990-55 00 02\\\"\"");
    CHECK(registerText(*got.find("service", "f-3"), "foreign.assured_date") == "\"gisteren\"");
    CHECK(findRegister(*got.find("service", "f-3"), "assured_date") == nullptr);
    CHECK(registerText(*got.find("service", "f-4"), "foreign.schedules") == "\"op afspraak\"");
    // Its first row had no status; the second one did.
    CHECK_FALSE(got.says(1, {"status is missing"}));
}

TEST_CASE("A page that miscounts itself is told so", "[exchange]") {
    const std::string items =
        R"([{"id":"a","name":"A","status":"active"},{"id":"b","name":"B","status":"active"}])";
    const auto problems = [&](const std::string& header) {
        Collector got;
        REQUIRE(readText("{" + header + ",\"contents\":" + items + "}", got).ok());
        CHECK(got.count("service") == 2);
        for (const Problem& problem : got.problems)
            CHECK(problem.row == 0);
        return got.problems.size();
    };
    CHECK(problems(R"("total_items":2,"total_pages":1,"page_number":1,"size":2,"empty":false)") == 0);
    CHECK(problems(R"("total_items":31)") == 1);
    CHECK(problems(R"("total_items":31,"size":31,"total_pages":1,"page_number":1)") == 1);
    CHECK(problems(R"("total_items":2,"size":1)") == 1);
    CHECK(problems(R"("total_items":2,"empty":true)") == 1);
    CHECK(problems(R"("total_items":2,"ons_eigen":true)") == 1);
    CHECK(problems(R"("total_items":4,"size":2,"total_pages":2,"page_number":1)") == 1);
    CHECK(problems(R"("total_items":10,"size":4,"total_pages":3,"page_number":3)") == 1);
}

TEST_CASE("Pages of one list count together", "[exchange]") {
    const TemporaryFolder folder;
    folder.write(
        "1.json",
        R"({"total_items":3,"total_pages":2,"page_number":1,"size":2,"contents":[{"id":"a","name":"A","status":"active"},{"id":"b","name":"B","status":"active"}]})");
    folder.write(
        "2.json",
        R"({"total_items":3,"total_pages":2,"page_number":2,"size":2,"contents":[{"id":"c","name":"C","status":"active","organization_id":"o"}]})");
    folder.write("3.json", R"({"id":"o","name":"O","website":"https://example.nl"})");
    Collector got;
    REQUIRE(readHsds(folder.path(), got).ok());
    INFO(got.dump());
    CHECK(got.problems.empty());
    CHECK(got.count("service") == 3);
}

TEST_CASE("An empty page is fine", "[exchange]") {
    Collector got;
    REQUIRE(
        readText(R"({"total_items":0,"total_pages":0,"page_number":1,"size":0,"empty":true,"contents":[]})",
                 got)
            .ok());
    CHECK(got.records.empty());
    CHECK(got.problems.empty());
    CHECK(got.done == got.total);
}

TEST_CASE("A text beyond the limit is left out and reported; the item stays", "[exchange]") {
    const std::string most(limits::valueBytes, 'a');
    Collector fits;
    REQUIRE(
        readText(R"([{"id":"s","name":"n","status":"active","description":")" + most.substr(16) + R"("}])",
                 fits)
            .ok());
    CHECK(fits.problems.empty());
    for (const std::size_t bytes : {limits::valueBytes + 1, 7 * limits::valueBytes, 10 * limits::mib}) {
        Collector got;
        REQUIRE(readText(R"([{"id":"s","name":"n","status":"active","description":")" +
                             std::string(bytes, 'a') + R"(","url":"https://example.nl"}])",
                         got)
                    .ok());
        CHECK(got.says(1, {"description", std::to_string(limits::valueBytes)}));
        const IncomingRecord* service = got.find("service", "s");
        REQUIRE(service != nullptr);
        CHECK(findRegister(*service, "description") == nullptr);
        CHECK(registerText(*service, "url") == "\"https://example.nl\"");
    }
    Collector nested;
    REQUIRE(readText(R"([{"id":"s","name":"n","status":"active","x":{"y":[")" +
                         std::string(10 * limits::mib, 'a') + R"("]}}])",
                     nested)
                .ok());
    CHECK(nested.says(1, {"\"x\"", "longer than"}));
    // Wherever it stands: as an id, a foreign key, a list of objects, one of our sets.
    const std::string huge = '"' + std::string(7 * limits::valueBytes, 'a') + '"';
    for (const std::string& member :
         {"\"id\":" + huge, "\"organization_id\":" + huge, "\"phones\":[" + huge + "]",
          "\"phase\":[" + huge + "]", "\"assured_date\":" + huge, huge + ":1"}) {
        Collector got;
        REQUIRE(readText(R"([{"name":"n","status":"active",)" + member + "}]", got).ok());
        INFO(member.substr(0, 20));
        CHECK(got.count("service") == 1);
        CHECK(std::any_of(got.problems.begin(), got.problems.end(), [](const Problem& p) {
            return p.problem.find("longer than") != std::string::npos ||
                   p.problem.find("member's name") != std::string::npos;
        }));
    }
}

TEST_CASE("Names that cannot be fields are kept among the other values", "[exchange]") {
    Collector got;
    const std::string longName(limits::nameBytes + 1, 'n');
    REQUIRE(readText(R"([{"id":"s","name":"n","status":"active","":1,"a\u0001b":2,")" + longName + R"(":3}])",
                     got)
                .ok());
    CHECK(elements(*got.find("service", "s"), otherValuesField).size() == 3);
    CHECK(got.problems.size() == 3);
}

TEST_CASE("A NUL character is marked, and the original kept", "[exchange]") {
    Collector got;
    REQUIRE(readText(R"([{"id":"s","name":"voor\u0000na","status":"active"}])", got).ok());
    CHECK(registerText(*got.find("service", "s"), "name") == "\"voor\xef\xbf\xbdna\"");
    CHECK(*findRegister(*got.find("service", "s"), "import.original.name") ==
          merge::Value(merge::Json{"\"voor\\u0000na\""}));
    CHECK(got.says(1, {"NUL"}));
}

TEST_CASE("A row that is not UTF-8 or not quite JSON is mended and named", "[exchange]") {
    Collector got;
    REQUIRE(readText("[{\"id\":\"s\",\"name\":\"Caf\xe9\",\"status\":\"active\"},\n{\"id\":\"t\",\"name\":"
                     "\"een\ntwee\",\"status\":\"active\",\"minimum_age\":NaN,}]",
                     got)
                .ok());
    CHECK(registerText(*got.find("service", "s"), "name") == "\"Café\"");
    CHECK(got.says(1, {"Windows-1252"}));
    CHECK(registerText(*got.find("service", "t"), "name") == "\"een\\ntwee\"");
    CHECK(got.says(2, {"line break"}));
    CHECK(got.says(2, {"NaN"}));
    CHECK(got.says(2, {"comma"}));
}

TEST_CASE("A circle of parents is named and does no harm", "[exchange]") {
    Collector got;
    REQUIRE(readText(R"([{"id":"a","name":"A","website":"https://a.example.nl","parent_organization_id":"b"},
                         {"id":"b","name":"B","website":"https://b.example.nl","parent_organization_id":"a"},
                         {"id":"c","name":"C","website":"https://c.example.nl","parent_organization_id":"c"},
                         {"id":"d","name":"D","website":"https://d.example.nl","parent_organization_id":"c"}])",
                     got)
                .ok());
    CHECK(got.says(1, {"its own parent"}));
    CHECK(got.says(2, {"its own parent"}));
    CHECK(got.says(3, {"its own parent"}));
    CHECK_FALSE(got.says(4, {"its own parent"}));
}

TEST_CASE("Two ids for one organisation: the object counts, the other id stays", "[exchange]") {
    Collector got;
    REQUIRE(
        readText(
            R"([{"id":"s","name":"n","status":"active","organization_id":"y","organization":{"id":"x","name":"X"}}])",
            got)
            .ok());
    CHECK(*findRegister(*got.find("service", "s"), "organization") ==
          merge::Value(importedId("organization", "x")));
    CHECK(registerText(*got.find("service", "s"), "foreign.organization_id") == "\"y\"");
    CHECK(got.says(1, {"organization_id", "\"y\"", "\"x\""}));
}

TEST_CASE("One id for two kinds of thing is reported, not mixed", "[exchange]") {
    Collector got;
    REQUIRE(
        readText(
            R"([{"id":"veldwijzer:000102030405060708090a0b0c0d0e0f","name":"n","status":"active","phones":[{"id":"veldwijzer:000102030405060708090a0b0c0d0e0f","number":"1"}]}])",
            got)
            .ok());
    CHECK(got.records.size() == 1);
    CHECK(got.says(1, {"has the id of a"}));
}

TEST_CASE("Members, elements and other values of one record have a limit, and what is beyond is named",
          "[exchange]") {
    std::string many = R"([{"id":"s","name":"n","status":"active")";
    for (std::size_t i = 0; i < limits::hsdsMembers + 5; ++i)
        many += ",\"m" + std::to_string(i) + "\":1";
    Collector got;
    REQUIRE(readText(many + "}]", got).ok());
    CHECK(got.says(1, {"members"}));
    CHECK(got.find("service", "s")->registers.size() <= limits::hsdsMembers);

    std::string repeated = "[";
    for (std::size_t i = 0; i < limits::hsdsOtherValues + 5; ++i)
        repeated += std::string(i == 0 ? "" : ",") + R"({"id":"s","status":"active","name":"n)" +
                    std::to_string(i) + "\"}";
    Collector others;
    REQUIRE(readText(repeated + "]", others).ok());
    CHECK(elements(*others.find("service", "s"), otherValuesField).size() == limits::hsdsOtherValues);
    CHECK(others.says(limits::hsdsOtherValues + 5, {"is not kept"}));
}

TEST_CASE("Problems beyond the limit of a file are counted", "[exchange]") {
    std::string text = "[";
    for (std::size_t i = 0; i < limits::hsdsProblemsPerFile + 7; ++i)
        text += "0,";
    Collector got;
    REQUIRE(readText(text + R"({"id":"s","name":"n","status":"active"}])", got).ok());
    CHECK(got.problems.size() == limits::hsdsProblemsPerFile + 1);
    CHECK(got.says(0, {"7 more problems"}));
    CHECK(got.count("service") == 1);
}
