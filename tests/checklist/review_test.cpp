// SPDX-License-Identifier: EUPL-1.2
#include "checklist/review.h"
#include "make.h"

using namespace veldwijzer;
using namespace veldwijzer::checklist;
using namespace veldwijzer::checklist::test;

TEST_CASE("What is wrong with an answer is named", "[checklist]") {
    struct Row {
        const char* item;
        const char* answers;
        const char* finding;  ///< empty: none
    };
    const Row rows[] = {
        {R"("type":"string","required":true)", "[]", "missing"},
        {R"("type":"string","required":true)", R"([{"valueString":"x"}])", ""},
        {R"("type":"string")", "[]", ""},
        {R"("type":"string","required":true,"readOnly":true)", "[]", ""},
        {R"("type":"attachment","required":true)", "[]", ""},
        {R"("type":"display","required":true)", "[]", ""},
        {R"("type":"string")", R"([{"valueString":"x"},{"valueString":"y"}])", "too-many"},
        {R"("type":"string","repeats":true)", R"([{"valueString":"x"},{"valueString":"y"}])", ""},
        {R"("type":"string","maxLength":3)", R"([{"valueString":"äöü"}])", ""},
        {R"("type":"string","maxLength":3)", R"([{"valueString":"abcd"}])", "too-long"},
        {R"("type":"integer")", R"([{"valueString":"3"}])", "wrong-type"},
        {R"("type":"date")", R"([{"valueDate":"2026-02-30"}])", "wrong-type"},
        {R"("type":"date")", R"([{"valueDate":"2026-02"}])", ""},
        {R"("type":"time")", R"([{"valueTime":"24:00:00"}])", "wrong-type"},
        {R"("type":"choice","answerOption":[{"valueCoding":{"code":"a"}}])",
         R"([{"valueCoding":{"code":"b"}}])", "not-an-option"},
        {R"("type":"choice","answerOption":[{"valueCoding":{"code":"a"}}])",
         R"([{"valueCoding":{"code":"a"}}])", ""},
        {R"("type":"choice","answerOption":[{"valueCoding":{"code":"a"}}])", R"([{"valueString":"a"}])",
         "not-an-option"},
        {R"("type":"open-choice","answerOption":[{"valueCoding":{"code":"a"}}])",
         R"([{"valueString":"eigen"}])", ""},
        {R"("type":"open-choice","answerOption":[{"valueCoding":{"code":"a"}}])",
         R"([{"valueCoding":{"code":"b"}}])", "not-an-option"},
        {R"("type":"choice","answerValueSet":"http://elsewhere")", R"([{"valueCoding":{"code":"z"}}])", ""},
        {R"("type":"integer","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueInteger":1}])",
         R"([{"valueInteger":0}])", "out-of-range"},
        {R"("type":"integer","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueInteger":1}])",
         R"([{"valueInteger":2}])", "out-of-range"},
        {R"("type":"string")", R"({"valueString":"no list"})", "unreadable"},
    };
    for (const Row& row : rows) {
        INFO(row.item << " " << row.answers);
        std::string item = R"({"linkId":"q",)";
        item.append(row.item).append("}");
        const Questionnaire made = templateOf(item);
        const auto findings = review(Form(made, {{"answer.q", row.answers}}));
        const bool fine = std::string_view(row.finding).empty();
        REQUIRE(findings.size() == (fine ? 0U : 1U));
        if (!fine) CHECK(nameOf(findings[0].what) == row.finding);
        CHECK(mayComplete(findings) == fine);
    }
}

TEST_CASE("Required counts only where a question counts", "[checklist]") {
    const Questionnaire made = templateOf(R"({"linkId":"a","type":"boolean"},
        {"linkId":"b","type":"string","required":true,"enableWhen":[{"question":"a","operator":"=","answerBoolean":true}]})");
    Fields fields;
    CHECK(mayComplete(review(Form(made, fields))));
    give(fields, made, "a", {answerOf(true)});
    CHECK_FALSE(mayComplete(review(Form(made, fields))));
    CHECK(progressOf(Form(made, fields)).firstMissing == 1);
    give(fields, made, "b", {text("x")});
    CHECK(mayComplete(review(Form(made, fields))));
    const Progress progress = progressOf(Form(made, fields));
    CHECK((progress.questions == 2 && progress.answered == 2 && progress.required == 1 &&
           progress.requiredAnswered == 1));
    CHECK(progress.firstMissing == none);
}

TEST_CASE("Of a required group something must be answered; of what repeats at least one row", "[checklist]") {
    const Questionnaire made = templateOf(R"(
        {"linkId":"g","type":"group","required":true,"item":[{"linkId":"q","type":"string"}]},
        {"linkId":"r","type":"group","required":true,"repeats":true,"item":[{"linkId":"s","type":"string","required":true}]},
        {"linkId":"d","type":"group","required":true,"item":[{"linkId":"t","type":"display"}]})");
    Fields fields;
    CHECK(review(Form(made, fields)).size() == 2);
    give(fields, made, "q", {text("x")});
    fields.emplace("row.r@00000001", "A");
    CHECK(review(Form(made, fields)).size() == 2);  // the list, and the question of its row
    give(fields, made, "s", {text("y")}, {"00000001"});
    CHECK(review(Form(made, fields)).empty());
}

TEST_CASE("Answers to nothing in the template are kept and stand in nobody's way", "[checklist]") {
    const Questionnaire made = templateOf(R"({"linkId":"q","type":"string"},{"linkId":"g","type":"group"})");
    const Form form(made, {{"answer.weg", R"([{"valueString":"x"}])"},
                           {"answer.g", R"([{"valueString":"x"}])"},
                           {"answer.q@00000001", R"([{"valueString":"x"}])"},
                           {"title", "no answer at all"}});
    CHECK(form.strangers().size() == 3);
    CHECK(review(form).size() == 3);
    CHECK(mayComplete(review(form)));
}

TEST_CASE("A published instrument's own score is added up", "[checklist]") {
    const std::string options =
        R"("type":"choice","answerOption":[
            {"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":0}],"valueCoding":{"code":"n"}},
            {"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":3}],"valueCoding":{"code":"y"}}])";
    std::string items = R"({"linkId":"a",)";
    items.append(options).append(R"(},{"linkId":"b",)").append(options);
    items.append(R"x(},{"linkId":"c","type":"choice","answerOption":[{"valueCoding":{"code":"n"}}]},
        {"linkId":"sum","type":"decimal","required":true,"extension":[
            {"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
             "valueExpression":{"language":"text/fhirpath","expression":"%a.sum()"}}]})x");
    const Questionnaire made = templateOf(items);
    Fields fields;
    give(fields, made, "a", {answer(R"({"valueCoding":{"code":"y"}})")});
    auto score = scoreOf(Form(made, fields));
    REQUIRE(score);
    CHECK((score->sum == 3 && score->most == 6 && score->answered == 1 && score->questions == 2));
    CHECK_FALSE(scoreField(Form(made, fields)));  // half of it is no result
    give(fields, made, "b", {answer(R"({"valueCoding":{"code":"y"}})")});
    const auto field = scoreField(Form(made, fields));
    REQUIRE(field);
    CHECK(field->first == "answer.sum");
    CHECK(field->second == R"([{"valueDecimal":6}])");
    CHECK(mayComplete(review(Form(made, fields))));  // nobody is asked to add up
    const Questionnaire ours = templateOf(R"({"linkId":"q","type":"string"})");
    CHECK_FALSE(scoreOf(Form(ours, {})));
}
