// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "base/hash.h"
#include "exchange/collector.h"
#include "exchange/hsds_normalise.h"

using namespace veldwijzer;
using namespace veldwijzer::exchange;
using namespace veldwijzer::exchange::test;

TEST_CASE("A page becomes records that refer to each other", "[exchange]") {
    Collector got;
    REQUIRE(readHsds(fixture("buurt.json"), got).ok());
    CHECK(got.problems.empty());
    CHECK(got.progressGrows);
    CHECK(got.done == got.total);
    CHECK(got.count("service") == 2);
    CHECK(got.count("phone") == 1);
    CHECK(got.count("organization") == 1);

    const IncomingRecord* service = got.find("service", "s-1");
    const IncomingRecord* organization = got.find("organization", "o-1");
    const IncomingRecord* phone = got.find("phone", "p-1");
    REQUIRE(service != nullptr);
    REQUIRE(organization != nullptr);
    REQUIRE(phone != nullptr);
    CHECK(registerText(*service, "organization") == reference(*organization));
    CHECK(elements(*service, "phones") == std::vector<std::string>{reference(*phone)});
    CHECK(elements(*organization, "phones") == std::vector<std::string>{reference(*phone)});
    const IncomingRecord* place = got.find("service-at-location", "sl-1");
    REQUIRE(place != nullptr);
    CHECK(registerText(*place, "location") == reference(*got.find("location", "l-1")));
    CHECK(elements(*got.find("location", "l-1"), "addresses").size() == 1);
    // The id of an object that stands elsewhere is a reference too; its text says nothing more.
    const IncomingRecord* second = got.find("service", "s-2");
    REQUIRE(second != nullptr);
    CHECK(registerText(*second, "organization") == reference(*organization));
    CHECK(findRegister(*second, "foreign.organization_id") == nullptr);
}

TEST_CASE("Values keep their type, and unknown members stay", "[exchange]") {
    Collector got;
    REQUIRE(readHsds(fixture("buurt.json"), got).ok());
    const IncomingRecord* service = got.find("service", "s-1");
    REQUIRE(service != nullptr);
    CHECK(*findRegister(*service, "minimum_age") == merge::Value(std::int64_t{12}));
    CHECK(*findRegister(*got.find("location", "l-1"), "latitude") == merge::Value(52.5));
    CHECK(*findRegister(*service, "fees") == merge::Value(merge::Json{"null"}));
    CHECK(*findRegister(*service, "kleur") == merge::Value(std::string("groen")));
    CHECK(*findRegister(*service, "extra") == merge::Value(merge::Json{R"({"a":[true,2.5],"z":1})"}));
    CHECK(*findRegister(*service, "description") ==
          merge::Value(std::string("Elke week open. Kom gerust langs. ")));
    CHECK(std::is_sorted(service->registers.begin(), service->registers.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; }));
}

TEST_CASE("Attributes of our facets fill the service's facets and stay attributes", "[exchange]") {
    Collector got;
    REQUIRE(readHsds(fixture("buurt.json"), got).ok());
    const IncomingRecord* first = got.find("service", "s-1");
    CHECK(elements(*first, "phase") == std::vector<std::string>{"\"hulp\""});
    CHECK(elements(*first, "municipality") == std::vector<std::string>{"\"veenmonde\""});
    CHECK(elements(*first, "attributes").size() == 2);
    // By the term's id alone, wherever the term stands.
    CHECK(elements(*got.find("service", "s-2"), "phase") == std::vector<std::string>{"\"hulp\""});
    CHECK(got.count("taxonomy-term") == 2);
}

TEST_CASE("A term that comes after its use still counts", "[exchange]") {
    Collector got;
    REQUIRE(
        readText(R"([{"id":"s","name":"n","status":"active","attributes":[{"id":"a","taxonomy_term_id":"t"}]},
                         {"id":"t","name":"Hulp","code":"hulp","taxonomy":"veldwijzer:phase"}])",
                 got)
            .ok());
    CHECK(elements(*got.find("service", "s"), "phase") == std::vector<std::string>{"\"hulp\""});
}

TEST_CASE("Another's taxonomy fills no facet", "[exchange]") {
    Collector got;
    REQUIRE(readText(R"([{"id":"s","name":"n","status":"active","attributes":[
        {"id":"a","taxonomy_term":{"id":"t","code":"hulp","name":"Hulp","taxonomy":"openeligibility"}},
        {"id":"b","taxonomy_term":{"id":"u","code":"x","name":"X","taxonomy":"tags"}}]}])",
                     got)
                .ok());
    const IncomingRecord* service = got.find("service", "s");
    CHECK(service->sets.size() == 1);
    CHECK(service->sets.front().first == "attributes");
}

TEST_CASE("The same id makes the same record everywhere, in every file", "[exchange]") {
    Collector one;
    Collector other;
    REQUIRE(readText(R"([{"id":"s-1","name":"A","status":"active"}])", one, "a.json").ok());
    REQUIRE(readText(R"({"name":"B","status":"active","id":"s-1"})", other, "b.json").ok());
    CHECK(one.records.front().id == other.records.front().id);
    CHECK(one.records.front().id == importedId("service", "s-1"));
    CHECK(one.records.front().id ==
          idOf<RecordId>("veldwijzer import", {viewOf("hsds"), viewOf("service"), viewOf("s-1")}));
    CHECK_FALSE(importedId("service", "s-1") == importedId("phone", "s-1"));
    CHECK(importedId("service", "veldwijzer:000102030405060708090a0b0c0d0e0f") ==
          importedId("phone", "veldwijzer:000102030405060708090a0b0c0d0e0f"));
}

TEST_CASE("Our own ids are the records themselves", "[exchange]") {
    Collector got;
    REQUIRE(readText(R"([{"id":"veldwijzer:000102030405060708090a0b0c0d0e0f","name":"A","status":"active"}])",
                     got)
                .ok());
    CHECK(toHex(got.records.front().id.view()) == "000102030405060708090a0b0c0d0e0f");
    CHECK(findRegister(got.records.front(), sourceIdField) == nullptr);
}

TEST_CASE("Number ids and text ids of the same digits are one", "[exchange]") {
    Collector got;
    REQUIRE(
        readText(
            R"([{"id":12,"name":"A","status":"active","organization_id":"7"},{"id":7,"name":"O","website":"x.example.nl"}])",
            got)
            .ok());
    CHECK(got.records.front().id == importedId("service", "12"));
    CHECK(*findRegister(got.records.front(), sourceIdField) == merge::Value(std::int64_t{12}));
    CHECK(*findRegister(got.records.front(), "organization") ==
          merge::Value(importedId("organization", "7")));
    CHECK_FALSE(got.says(1, {"not in these files"}));
}

TEST_CASE("Objects without an id keep theirs when they are read again or moved", "[exchange]") {
    const std::string text =
        R"([{"name":"Zonder","status":"active","phones":[{"number":"1"},{"number":"2"}]},{"id":"x","name":"X","status":"active","phones":[{"number":"1"}]}])";
    Collector one;
    REQUIRE(readText(text, one).ok());
    CHECK(one.count("phone") == 3);
    CHECK(one.says(1, {"Without an id: 3 objects"}));
    CHECK(one.says(2, {"Without an id: 1 object."}));
    Collector again;
    REQUIRE(readText(text, again).ok());
    CHECK(one.dump() == again.dump());
    // Another row before it, and a corrected number: the same record.
    Collector moved;
    REQUIRE(
        readText(
            R"([{"id":"nieuw","name":"N","status":"active"},{"name":"Zonder","status":"active","phones":[{"number":"1"},{"number":"3"}]}])",
            moved)
            .ok());
    const auto idsOf = [](const Collector& c) {
        std::vector<RecordId> ids;
        for (const IncomingRecord& r : c.records)
            if (findRegister(r, sourceIdField) == nullptr) ids.push_back(r.id);
        return ids;
    };
    const std::vector<RecordId> before = idsOf(one);
    for (const RecordId& id : idsOf(moved))
        CHECK(std::find(before.begin(), before.end(), id) != before.end());
}

TEST_CASE("Namesakes without an id stay two", "[exchange]") {
    Collector got;
    REQUIRE(
        readText(
            R"([{"name":"Spreekuur","status":"active","email":"a@example.nl"},{"name":"Spreekuur","status":"active","email":"b@example.nl"}])",
            got)
            .ok());
    CHECK(got.count("service") == 2);
}

TEST_CASE("A repeated id is one record: what only one says is united, what differs is kept beside it",
          "[exchange]") {
    Collector got;
    REQUIRE(readText(
                R"([{"id":"s","name":"Een","status":"active","email":null,"phones":[{"id":"p","number":"1"}]},
                         {"id":"s","name":"Twee","status":"active","email":"a@example.nl","url":"https://example.nl","phones":[{"id":"q","number":"2"}]},
                         {"id":"s","name":"Twee","status":"active"}])",
                got)
                .ok());
    REQUIRE(got.count("service") == 1);
    const IncomingRecord* service = got.find("service", "s");
    CHECK(registerText(*service, "name") == "\"Een\"");
    CHECK(registerText(*service, "email") == "\"a@example.nl\"");
    CHECK(registerText(*service, "url") == "\"https://example.nl\"");
    CHECK(elements(*service, "phones").size() == 2);
    CHECK(elements(*service, otherValuesField) ==
          std::vector<std::string>{R"({"member":"name","value":"Twee"})"});
    CHECK(got.says(2, {"row 1 has the same id"}));
    CHECK(got.says(2, {"name", "Twee", "Een", "kept beside it"}));
    CHECK(got.says(3, {"row 1 has the same id"}));
}

TEST_CASE("A repeated id with the same content is one record; nested it needs no word", "[exchange]") {
    Collector got;
    REQUIRE(
        readText(R"([{"id":"s","name":"Een","status":"active"},{"status":"active","name":"Een","id":"s"}])",
                 got)
            .ok());
    CHECK(got.records.size() == 1);
    REQUIRE(got.problems.size() == 1);
    CHECK(got.says(2, {"says the same"}));
}

TEST_CASE("The greatest date of assurance counts, and the other is kept", "[exchange]") {
    Collector got;
    REQUIRE(
        readText(
            R"([{"id":"s","name":"n","status":"active","assured_date":"2025-01-01"},{"id":"s","name":"n","status":"active","assured_date":"2026-01-01"}])",
            got)
            .ok());
    CHECK(registerText(*got.find("service", "s"), "assured_date") == "\"2026-01-01\"");
    CHECK(elements(*got.find("service", "s"), otherValuesField) ==
          std::vector<std::string>{R"({"member":"assured_date","value":"2025-01-01"})"});
}

TEST_CASE("A member that stands twice in an object loses neither value", "[exchange]") {
    Collector got;
    REQUIRE(readText(R"([{"id":"s","name":"Een","name":"Twee","status":"active","id":"t"}])", got).ok());
    const IncomingRecord* service = got.find("service", "s");
    REQUIRE(service != nullptr);
    CHECK(registerText(*service, "name") == "\"Een\"");
    CHECK(elements(*service, otherValuesField) ==
          std::vector<std::string>{R"({"member":"name","value":"Twee"})"});
    CHECK(registerText(*service, "id") == "\"t\"");
    CHECK(got.says(1, {"stands there twice"}));
}

TEST_CASE("HTML and Markdown are read as text, with the original beside it", "[exchange]") {
    Collector got;
    REQUIRE(
        readText(
            R"([{"id":"s","name":"Caf&eacute;","status":"active","description":"<p>Kom <b>langs</b></p>","alert":"**Dicht**"}])",
            got)
            .ok());
    const IncomingRecord* service = got.find("service", "s");
    CHECK(registerText(*service, "name") == "\"Café\"");
    CHECK(registerText(*service, "import.original.name") == "\"Caf&eacute;\"");
    CHECK(registerText(*service, "description") == "\"Kom langs\"");
    CHECK(registerText(*service, "import.original.description") == "\"<p>Kom <b>langs</b></p>\"");
    CHECK(registerText(*service, "alert") == "\"Dicht\"");
    CHECK(got.says(1, {"description", "HTML", "original is kept"}));
    CHECK(got.says(1, {"alert", "Markdown"}));
}

TEST_CASE("A member whose place is taken keeps its value elsewhere", "[exchange]") {
    Collector got;
    REQUIRE(
        readText(
            R"([{"id":"s","name":"n","status":"active","domain":"zorg","phase":["hulp","nazorg"],"phones":"0990","organization":null,
                          "source_id":"x","deleted":true,"import.iets":1,"import.original.name":"<b>n</b>","import.other_values":[{"member":"a","value":1}]}])",
            got)
            .ok());
    const IncomingRecord* service = got.find("service", "s");
    CHECK(registerText(*service, "foreign.domain") == "\"zorg\"");
    CHECK(elements(*service, "phase") == std::vector<std::string>{"\"hulp\"", "\"nazorg\""});
    CHECK(registerText(*service, "foreign.phones") == "\"0990\"");
    CHECK(registerText(*service, "foreign.organization") == "null");
    CHECK(registerText(*service, "foreign.source_id") == "\"x\"");
    CHECK(registerText(*service, "foreign.deleted") == "true");
    CHECK(registerText(*service, "foreign.import.iets") == "1");
    CHECK(registerText(*service, "import.original.name") == "\"<b>n</b>\"");
    CHECK(elements(*service, otherValuesField) == std::vector<std::string>{R"({"member":"a","value":1})"});
    CHECK(got.says(1, {"phones", "not a list of objects"}));
}

TEST_CASE("Ids of attributes and metadata lead to what their words name", "[exchange]") {
    Collector got;
    REQUIRE(readText(R"([{"id":"s","name":"n","status":"active",
        "attributes":[{"id":"a","link_id":"s","link_entity":"service"},{"id":"b","link_id":"s","link_entity":"iets"}],
        "metadata":[{"id":"m","resource_id":"sl","resource_type":"service_at_location"}]}])",
                     got)
                .ok());
    // Its parent is in the file, so it stands in the parent's set, as if it were nested there.
    CHECK(findRegister(*got.find("attribute", "a"), "link") == nullptr);
    CHECK(elements(*got.find("service", "s"), "attributes").size() == 2);
    CHECK(findRegister(*got.find("attribute", "b"), "link") == nullptr);
    CHECK(registerText(*got.find("attribute", "b"), "foreign.link_id") == "\"s\"");
    CHECK(*findRegister(*got.find("metadata", "m"), "resource") ==
          merge::Value(importedId("service-at-location", "sl")));
    CHECK(got.says(1, {"resource", "not in these files"}));
}

TEST_CASE("Organizations, locations and terms may be items of their own", "[exchange]") {
    Collector got;
    REQUIRE(
        readText(R"([{"id":"o","name":"O","website":"https://example.nl","programs":[{"id":"p","name":"P"}]},
                         {"id":"l","name":"L","location_type":"physical"},
                         {"id":"t","name":"T","parent_id":"u"},{"id":"u","name":"U","taxonomy_detail":{"id":"tx","name":"Tx","version":"2"}},
                         {"id":"sl","service_id":"s","location_id":"l"}])",
                 got)
            .ok());
    CHECK(got.count("organization") == 1);
    CHECK(got.count("program") == 1);
    CHECK(got.count("location") == 1);
    CHECK(got.count("taxonomy-term") == 2);
    CHECK(got.count("taxonomy") == 1);
    CHECK(got.count("service-at-location") == 1);
    CHECK(*findRegister(*got.find("taxonomy-term", "t"), "parent") ==
          merge::Value(importedId("taxonomy-term", "u")));
}
