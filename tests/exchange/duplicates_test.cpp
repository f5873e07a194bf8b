// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "exchange/collector.h"
#include "exchange/duplicates.h"
#include "exchange/shelf.h"

using namespace veldwijzer;
using namespace veldwijzer::exchange;
using namespace veldwijzer::exchange::test;

namespace {
std::vector<Duplicate> among(const std::string& organizations) {
    Collector got;
    const Result<void> read = readText(organizations, got, "organizations.json");
    REQUIRE(read.ok());
    return findDuplicates(Shelf(got.records)).found;
}
}  // namespace

TEST_CASE("The same name with the same telephone is proposed, with the reasons", "[exchange][duplicates]") {
    const auto found = among(R"([
        {"id":"a","name":"Stichting De Brug","phones":[{"id":"p","number":"0990-55 00 01"}]},
        {"id":"b","name":"de brug","phones":[{"id":"q","number":"+31 990 550001"}]},
        {"id":"c","name":"Het Anker","phones":[{"id":"r","number":"0990-550099"}]}])");
    REQUIRE(found.size() == 1);
    CHECK(found[0].score == 80);
    CHECK(found[0].reasons == std::vector<std::string>{"same name", "same telephone number 0990550001"});
}

TEST_CASE("A name that is nearly the same is proposed where the postcode is the same",
          "[exchange][duplicates]") {
    const auto found = among(R"([
        {"id":"a","name":"Coöperatie Samenwonen","locations":[{"id":"l","addresses":[{"id":"x","postal_code":"0123 AB"}]}]},
        {"id":"b","name":"Cooperatie Samenwoonen","locations":[{"id":"m","addresses":[{"id":"y","postal_code":"0123ab"}]}]}])");
    REQUIRE(found.size() == 1);
    CHECK(found[0].reasons == std::vector<std::string>{"name alike", "same postcode 0123AB"});
}

TEST_CASE("Services of one house are no duplicates, and one name in two places is none",
          "[exchange][duplicates]") {
    Collector got;
    REQUIRE(readText(R"([
        {"id":"a","name":"Opvang","status":"active","phones":[{"id":"p","number":"0990-550001"}]},
        {"id":"b","name":"Dagbesteding","status":"active","phones":[{"id":"q","number":"0990-550001"}]}])",
                     got)
                .ok());
    CHECK(findDuplicates(Shelf(got.records)).found.empty());
    CHECK(among(R"([
        {"id":"a","name":"Inloop","locations":[{"id":"l","addresses":[{"id":"x","postal_code":"0123 AB"}]}]},
        {"id":"b","name":"Inloop","locations":[{"id":"m","addresses":[{"id":"y","postal_code":"0456 CD"}]}]}])")
              .empty());
}

TEST_CASE("What everybody shares is no reason to compare everybody", "[exchange][duplicates]") {
    std::string all = "[";
    for (int i = 0; i < 3000; ++i)
        all += std::string(i == 0 ? "" : ",") + R"({"id":")" + std::to_string(i) + R"(","name":"Huis )" +
               std::to_string(i * 7919) + R"(","phones":[{"id":"p)" + std::to_string(i) +
               R"(","number":"0800-2000123"}]})";
    Collector got;
    REQUIRE(readText(all + "]", got, "organizations.json").ok());
    const Duplicates found = findDuplicates(Shelf(got.records));
    CHECK(found.found.empty());
    CHECK(found.commonKeys == 1);
}

TEST_CASE("What a person told apart is not proposed again", "[exchange][duplicates]") {
    Collector got;
    REQUIRE(readText(R"([{"id":"a","name":"De Brug","website":"https://brug.example.nl"},
                         {"id":"b","name":"De Brug","website":"www.brug.example.nl"}])",
                     got, "organizations.json")
                .ok());
    REQUIRE(findDuplicates(Shelf(got.records)).found.size() == 1);
    addElement(got.records[1], notDuplicateField, got.records[0].id);
    CHECK(findDuplicates(Shelf(got.records)).found.empty());
}
