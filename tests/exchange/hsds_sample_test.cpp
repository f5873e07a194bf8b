// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>
#include <set>

#include "domain/kinds.h"
#include "exchange/collector.h"

using namespace veldwijzer;
using namespace veldwijzer::exchange;
using namespace veldwijzer::exchange::test;

TEST_CASE("The sample region imports without a single problem and uses every facet", "[exchange]") {
    Collector got;
    REQUIRE(
        readHsds(std::filesystem::path(VELDWIJZER_SOURCE_DIR) / "deploy/sample/veenrivier.json", got).ok());
    for (const Problem& problem : got.problems)
        FAIL_CHECK(problem.row << ": " << problem.problem);
    CHECK(got.count("organization") >= 150);
    CHECK(got.count("service") >= 300);

    std::map<std::string, std::set<std::string>> used;
    for (const IncomingRecord& record : got.records)
        if (record.kind == "service")
            for (const auto& [name, values] : record.sets)
                for (const merge::Value& value : values)
                    if (const auto* code = std::get_if<std::string>(&value)) used[name].insert(*code);
    for (const domain::FieldSpec& field : domain::commonFields())
        if (field.facet && field.type == domain::FieldType::Set && field.name != "tags") {
            INFO(field.name);
            CHECK(used[std::string(field.name)].size() >= 2);
        }
}

TEST_CASE("The sample region has nothing that could be real but the national lines", "[exchange]") {
    Collector got;
    REQUIRE(
        readHsds(std::filesystem::path(VELDWIJZER_SOURCE_DIR) / "deploy/sample/veenrivier.json", got).ok());
    const std::set<std::string> national = {"112",       "0900-8844",      "0800-0188",
                                            "0800-2000", "0900-0101",      "0800-0432",
                                            "113",       "0900-111 3 111", "0800-2666436"};
    std::set<std::string> seen;
    for (const IncomingRecord& record : got.records) {
        if (record.kind == "phone") {
            const std::string number = std::get<std::string>(*findRegister(record, "number"));
            if (national.count(number) > 0)
                seen.insert(number);
            else
                CHECK(number.substr(0, 3) == "099");
        }
        for (const char* field : {"email", "assurer_email"})
            if (const merge::Value* value = findRegister(record, field)) {
                const std::string email = std::get<std::string>(*value);
                CHECK(email.substr(email.size() - 11) == ".example.nl");
            }
        if (record.kind == "address")
            CHECK(std::get<std::string>(*findRegister(record, "postal_code")).front() == '0');
        for (const auto& [name, value] : record.registers)
            if (const auto* text = std::get_if<std::string>(&value))
                CHECK(text->find("zedenwetgeving") == std::string::npos);
    }
    CHECK(seen == national);
}
