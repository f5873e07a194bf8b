// SPDX-License-Identifier: EUPL-1.2
// The questions of tests/data/search/questions.json, as people of the field type them.
#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

#include "search/region.h"

using namespace veldwijzer;
using namespace veldwijzer::test;

namespace {

bool isRight(const std::string& title, const nlohmann::json& right) {
    for (const std::string name : right) {
        if (name == title) return true;
        if (name.back() == '*' && title.starts_with(name.substr(0, name.size() - 1))) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("Nine in ten questions of the field have the right offer among the first three", "[search]") {
    SampleRegion region;
    std::ifstream file(std::string(SOURCE_FOLDER) + "/tests/data/search/questions.json");
    const nlohmann::json questions = nlohmann::json::parse(file)["questions"];
    REQUIRE(questions.size() >= 60);
    std::size_t right = 0;
    std::string misses;
    for (const nlohmann::json& question : questions) {
        search::Query query;
        query.text = question["ask"];
        query.limit = 3;
        const auto answer = region.session().search(query);
        REQUIRE(answer.ok());
        bool found = false;
        std::string shown;
        for (const search::Found& one : answer->found) {
            found = found || isRight(one.title, question["right"]);
            shown += "\n      " + one.title;
        }
        if (found)
            ++right;
        else
            misses += "  " + query.text + shown + "\n";
    }
    std::printf("questions: %zu of %zu right; missed:\n%s", right, questions.size(), misses.c_str());
    CHECK(right * 10 >= questions.size() * 9);
}
