// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "checklist/review.h"
#include "exchange/fhir_json.h"
#include "exchange/fhir_questionnaire.h"
#include "exchange/fhir_response.h"
#include "exchange/incoming.h"

using namespace veldwijzer;
using namespace veldwijzer::exchange;

namespace {

const std::filesystem::path data = std::filesystem::path(VELDWIJZER_SOURCE_DIR) / "tests" / "data" / "fhir";

Node file(const char* name) {
    auto node = readFhirFile(data / name);
    if (!node) FAIL(node.error().message);
    return std::move(*node);
}

TemplateReading read(const Node& node) {
    auto reading = readQuestionnaire(node, "test.json");
    if (!reading) FAIL(reading.error().message);
    return std::move(*reading);
}

nlohmann::json parsed(const Node& node) {
    return nlohmann::json::parse(jsonText(node));
}

bool tells(const std::vector<Problem>& report, const std::string& words) {
    return std::any_of(report.begin(), report.end(), [&](const Problem& problem) {
        return problem.problem.find(words) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("A Questionnaire comes out again as it came in", "[exchange][fhir]") {
    const Node original = file("wandeling.json");
    const TemplateReading reading = read(original);
    CHECK(reading.records.items.size() == 14);
    const Node written = questionnaireOf(reading.records);
    CHECK(parsed(written) == parsed(original));
    // Digits too, which a reader of JSON does not see.
    CHECK(canonicalText(written) == canonicalText(original));
    CHECK(prettyText(written).find("1.10") != std::string::npos);
    const auto again = fhirFrom(prettyText(written));
    REQUIRE(again);
    CHECK(read(*again).records.questionnaire.id == reading.records.questionnaire.id);
}

TEST_CASE("What cannot be filled in is told, kept, and keeps nobody from completing", "[exchange][fhir]") {
    const TemplateReading reading = read(file("wandeling.json"));
    CHECK(reading.questions == 9);
    CHECK(tells(reading.report, "'foto' asks for an attachment"));
    CHECK(tells(reading.report, "'gids' asks for a reference"));
    CHECK(tells(reading.report, "'required' is not what FHIR R4 has there"));
    CHECK(reading.report.size() == 3);
}

TEST_CASE("What people changed since is in the file", "[exchange][fhir]") {
    TemplateReading reading = read(file("wandeling.json"));
    for (auto& [field, value] : reading.records.questionnaire.registers)
        if (field == "retention_months") value = std::int64_t{12};
    // Two items change places.
    auto& items = reading.records.items;
    const auto placeOf = [&](const char* linkId) -> merge::Value& {
        for (IncomingRecord& item : items)
            if (*findRegister(item, "link_id") == merge::Value(std::string(linkId)))
                for (auto& [field, value] : item.registers)
                    if (field == "position") return value;
        throw std::logic_error(linkId);
    };
    std::swap(placeOf("foto"), placeOf("afstand"));
    const auto written = parsed(questionnaireOf(reading.records));
    CHECK(written["extension"][1]["valueInteger"] == 12);
    CHECK(written["extension"][1]["id"] == "r1");
    CHECK(written["item"][2]["linkId"] == "foto");
    CHECK(written["item"][3]["linkId"] == "afstand");
}

TEST_CASE("Items whose parents are gone or go round in a circle are written at the end", "[exchange][fhir]") {
    TemplateReading reading = read(file("wandeling.json"));
    auto& items = reading.records.items;
    const RecordId first = items[1].id;
    const RecordId second = items[2].id;
    const auto setParent = [](IncomingRecord& item, const RecordId& parent) {
        for (auto& [field, value] : item.registers)
            if (field == "parent") value = parent;
    };
    setParent(items[1], second);
    setParent(items[2], first);
    const auto written = parsed(questionnaireOf(reading.records));
    CHECK(written.dump().find("Welke dag?") != std::string::npos);
    CHECK(written.dump().find("Welk weer?") != std::string::npos);
}

TEST_CASE("A QuestionnaireResponse is held against its template and comes out as it came in",
          "[exchange][fhir]") {
    const TemplateReading reading = read(file("wandeling.json"));
    const auto questionnaire = checklist::questionnaireFrom(templateCopy(reading.records));
    REQUIRE(questionnaire);
    CHECK(canonicalOf(reading.records.questionnaire) == "https://example.org/wandeling|1.2");
    const Node original = file("wandeling-antwoord.json");
    const auto response = readResponse(original, *questionnaire, "test.json");
    REQUIRE(response);
    CHECK(response->report.empty());
    const checklist::Form form(*questionnaire, response->fields);
    CHECK(checklist::review(form).empty());
    CHECK(form.rowsOf(form.find(questionnaire->find("dier").value(), {})).size() == 2);
    const Node written = responseOf(form, {.id = "other",
                                           .canonical = "other",
                                           .status = "completed",
                                           .authored = "",
                                           .caseCode = "",
                                           .foreign = response->foreign.front(),
                                           .kept = response->kept});
    CHECK(parsed(written) == parsed(original));
    CHECK(canonicalText(written) == canonicalText(original));
}

TEST_CASE("Of a response that does not fit nothing is lost, and it is told", "[exchange][fhir]") {
    const TemplateReading reading = read(file("wandeling.json"));
    const auto questionnaire = checklist::questionnaireFrom(templateCopy(reading.records));
    const auto original = fhirFrom(R"({"resourceType":"QuestionnaireResponse","status":"in-progress","item":[
        {"linkId":"dag","answer":[{"valueDate":"2026-11-01"}]},
        {"linkId":"verhaal","answer":[{"valueString":"a"}]},
        {"linkId":"verhaal","answer":[{"valueString":"b"}]},
        {"linkId":"afstand","answer":[{"valueQuantity":"ver"},{}]}, 7]})");
    REQUIRE(original);
    const auto response = readResponse(*original, *questionnaire, "test.json");
    REQUIRE(response);
    CHECK(response->report.size() == 5);
    const checklist::Form form(*questionnaire, response->fields);
    const auto written = parsed(responseOf(form, {.id = "x",
                                                  .canonical = "",
                                                  .status = "in-progress",
                                                  .authored = "",
                                                  .caseCode = "Z-1",
                                                  .foreign = response->foreign.front(),
                                                  .kept = response->kept}));
    CHECK(written["identifier"]["value"] == "Z-1");
    CHECK(written.dump().find("2026-11-01") != std::string::npos);
    CHECK(written.dump().find("\"b\"") != std::string::npos);
}

TEST_CASE("Files that are no FHIR, or too much of it, are refused with a word about what they are",
          "[exchange][fhir]") {
    struct Row {
        std::string text;
        ErrorCode code;
        const char* words;
    };
    std::string deep = R"({"resourceType":"Questionnaire","item":)";
    deep.append(fhirDepth, '[').append(fhirDepth, ']').append("}");
    const Row rows[] = {
        {"", ErrorCode::Malformed, "an empty file"},
        {"%PDF-1.4", ErrorCode::Malformed, "a PDF document"},
        {"<Questionnaire xmlns=\"http://hl7.org/fhir\"/>", ErrorCode::Malformed, "FHIR (XML)"},
        {R"({"features":[],"type":"x"})", ErrorCode::Malformed, "GeoJSON"},
        {"{\"resourceType\":\"Questionnaire\"", ErrorCode::Malformed, ""},
        {"{\"resourceType\":\"\xff\"}", ErrorCode::Malformed, "UTF-8"},
        {deep, ErrorCode::TooLarge, "deeper"},
    };
    for (const Row& row : rows) {
        INFO(row.text.substr(0, 60));
        const auto result = fhirFrom(row.text);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == row.code);
        CHECK(result.error().message.find(row.words) != std::string::npos);
    }
    CHECK(readFhirFile(data / "not-there.json").error().code == ErrorCode::NotFound);
    for (const char* bad : {R"({"resourceType":"Bundle"})", R"({"resourceType":"Questionnaire"})",
                            R"({"resourceType":"Questionnaire","item":[7]})",
                            R"({"resourceType":"Questionnaire","item":{}})"}) {
        INFO(bad);
        CHECK_FALSE(readQuestionnaire(*fhirFrom(bad), "x"));
    }
}

TEST_CASE("A member that is larger than a field comes back in one piece", "[exchange][fhir]") {
    std::string narrative;
    while (narrative.size() < 5 * fhirPieceBytes)
        narrative += "é wandeling ";
    nlohmann::json original = parsed(file("wandeling.json"));
    original["text"]["div"] = narrative;
    original["item"][0]["text"] = narrative;
    const TemplateReading reading = read(*fhirFrom(original.dump()));
    for (const auto& [field, value] : reading.records.questionnaire.registers)
        CHECK(merge::sizeOf(value) <= fhirPieceBytes + 16);
    CHECK(parsed(questionnaireOf(reading.records)) == original);
    CHECK(templateCopy(reading.records).find("generated") == std::string::npos);
    // What would not fit in one change is left out, and told.
    while (narrative.size() < fhirRecordBytes)
        narrative += narrative;
    original["text"]["div"] = narrative;
    CHECK(tells(read(*fhirFrom(original.dump())).report, "'text' comes twice, is too large"));
}
