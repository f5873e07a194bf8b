// SPDX-License-Identifier: EUPL-1.2
#include "checklist/typed_answer.h"
#include "make.h"

using namespace veldwijzer;
using namespace veldwijzer::checklist;
using namespace veldwijzer::checklist::test;

TEST_CASE("An answer keeps its JSON as it was written", "[checklist]") {
    const std::string field =
        R"([{"valueDecimal":1.10},{"valueString":"a\"],{b"},{"valueCoding":{"code":"x","display":"X, [y]"}}])";
    const auto answers = answersFrom(field);
    REQUIRE(answers);
    REQUIRE(answers->size() == 3);
    CHECK((*answers)[0].text == "1.10");
    CHECK((*answers)[0].number == Approx(1.1));
    CHECK((*answers)[1].text == "a\"],{b");
    CHECK((*answers)[2].coding.display == "X, [y]");
    CHECK(fieldText(*answers) == field);
    CHECK(fieldText(*answersFrom(noAnswers)) == noAnswers);
}

TEST_CASE("What is no answer is refused", "[checklist]") {
    for (const char* bad : {"", "{}", "[1]", "[{}]", R"([{"valueString":1}])", R"([{"valueInteger":1.5}])",
                            R"([{"valueString":"a","valueDate":"2026"}])", R"([{"value":)",
                            R"([{"valueBoolean":"true"}])", R"([{"valueDecimal":1e400}])"}) {
        INFO(bad);
        CHECK_FALSE(answersFrom(bad));
    }
}

TEST_CASE("Answers compare as FHIR says", "[checklist]") {
    struct Row {
        const char* left;
        const char* right;
        Order order;
    };
    const Row rows[] = {
        {R"({"valueInteger":3})", R"({"valueDecimal":3.0})", Order::Equal},
        {R"({"valueInteger":3})", R"({"valueDecimal":3.5})", Order::Less},
        {R"({"valueDecimal":-1})", R"({"valueInteger":-2})", Order::Greater},
        {R"({"valueBoolean":true})", R"({"valueBoolean":true})", Order::Equal},
        {R"({"valueDate":"2026-03-01"})", R"({"valueDate":"2026-02-28"})", Order::Greater},
        {R"({"valueDate":"2026"})", R"({"valueDate":"2025-12-31"})", Order::Greater},
        {R"({"valueDate":"2026"})", R"({"valueDate":"2026-03"})", Order::Unknown},
        {R"({"valueDate":"2026"})", R"({"valueDate":"2026"})", Order::Equal},
        {R"({"valueDateTime":"2026-03-01T12:00:00+01:00"})", R"({"valueDateTime":"2026-03-01T11:00:00Z"})",
         Order::Equal},
        {R"({"valueDateTime":"2026-03-01T12:00:00.5Z"})", R"({"valueDateTime":"2026-03-01T12:00:00Z"})",
         Order::Greater},
        {R"({"valueDateTime":"2026-03-01T12:00:00Z"})", R"({"valueDate":"2026-03-01"})", Order::Unknown},
        {R"({"valueTime":"09:30:00"})", R"({"valueTime":"09:30:00.000"})", Order::Equal},
        {R"({"valueString":"a"})", R"({"valueString":"b"})", Order::Less},
        {R"({"valueString":"a"})", R"({"valueBoolean":true})", Order::Unknown},
        {R"({"valueCoding":{"system":"s","code":"a"}})", R"({"valueCoding":{"code":"a"}})", Order::Equal},
        {R"({"valueCoding":{"system":"s","code":"a"}})", R"({"valueCoding":{"system":"t","code":"a"}})",
         Order::Unknown},
        {R"({"valueCoding":{"code":"a"}})", R"({"valueCoding":{"code":"b"}})", Order::Unknown},
        {R"({"valueQuantity":{"value":2,"unit":"kg"}})", R"({"valueQuantity":{"value":1,"unit":"kg"}})",
         Order::Greater},
        {R"({"valueQuantity":{"value":2,"unit":"kg"}})", R"({"valueQuantity":{"value":1,"unit":"g"}})",
         Order::Unknown},
        {R"({"valueDate":"2026-13-41"})", R"({"valueDate":"2026-01-01"})", Order::Unknown},
    };
    for (const Row& row : rows) {
        INFO(row.left << " and " << row.right);
        CHECK(compare(answer(row.left), answer(row.right)) == row.order);
        const Order back = compare(answer(row.right), answer(row.left));
        if (row.order == Order::Unknown || row.order == Order::Equal)
            CHECK(back == row.order);
        else
            CHECK(static_cast<int>(back) == -static_cast<int>(row.order));
    }
}

TEST_CASE("What a person types becomes an answer, or is told what was expected", "[checklist]") {
    struct Row {
        const char* item;
        const char* typed;
        const char* json;  ///< null: refused
    };
    const char* choice =
        R"({"linkId":"q","type":"choice","answerOption":[{"valueCoding":{"system":"s","code":"ja","display":"Ja, nu"}},
            {"valueCoding":{"code":"nee","display":"Nee"}},{"valueString":"Misschien"}]})";
    const char* open = R"({"linkId":"q","type":"open-choice","answerOption":[{"valueCoding":{"code":"a"}}]})";
    const Row rows[] = {
        {R"({"linkId":"q","type":"boolean"})", "Ja", R"({"valueBoolean":true})"},
        {R"({"linkId":"q","type":"boolean"})", "no", R"({"valueBoolean":false})"},
        {R"({"linkId":"q","type":"boolean"})", "wellicht", nullptr},
        {R"({"linkId":"q","type":"decimal"})", "1,50", R"({"valueDecimal":1.50})"},
        {R"({"linkId":"q","type":"decimal"})", "1e999", nullptr},
        {R"({"linkId":"q","type":"integer"})", "-12", R"({"valueInteger":-12})"},
        {R"({"linkId":"q","type":"integer"})", "1.5", nullptr},
        {R"({"linkId":"q","type":"integer"})", "2147483648", nullptr},
        {R"({"linkId":"q","type":"date"})", "1-3-2026", R"({"valueDate":"2026-03-01"})"},
        {R"({"linkId":"q","type":"date"})", "2026-03", R"({"valueDate":"2026-03"})"},
        {R"({"linkId":"q","type":"date"})", "30-2-2026", nullptr},
        {R"({"linkId":"q","type":"time"})", "9:30", R"({"valueTime":"09:30:00"})"},
        {R"({"linkId":"q","type":"time"})", "25:00", nullptr},
        {R"({"linkId":"q","type":"dateTime"})", "2026-03-01 9:30",
         R"({"valueDateTime":"2026-03-01T09:30:00+01:00"})"},
        {R"({"linkId":"q","type":"dateTime"})", "2026-03-01T09:30:00Z",
         R"({"valueDateTime":"2026-03-01T09:30:00Z"})"},
        {R"({"linkId":"q","type":"url"})", "https://a.example", R"({"valueUri":"https://a.example"})"},
        {R"({"linkId":"q","type":"text"})", " twee\nregels ", R"({"valueString":" twee\nregels "})"},
        {R"({"linkId":"q","type":"quantity"})", "2,5 kg", R"({"valueQuantity":{"unit":"kg","value":2.5}})"},
        {choice, "ja", R"({"valueCoding":{"code":"ja","display":"Ja, nu","system":"s"}})"},
        {choice, "s|ja", R"({"valueCoding":{"code":"ja","display":"Ja, nu","system":"s"}})"},
        {choice, "ja, nu", R"({"valueCoding":{"code":"ja","display":"Ja, nu","system":"s"}})"},
        {choice, "misschien", R"({"valueString":"Misschien"})"},
        {choice, "anders", nullptr},
        {open, "anders", R"({"valueString":"anders"})"},
        {open, "a", R"({"valueCoding":{"code":"a"}})"},
        {R"({"linkId":"q","type":"choice","answerValueSet":"http://elsewhere"})", "Eigen woorden",
         R"({"valueCoding":{"display":"Eigen woorden"}})"},
        {R"({"linkId":"q","type":"attachment"})", "foto.jpg", nullptr},
        {R"({"linkId":"q","type":"group"})", "x", nullptr},
        {R"({"linkId":"q","type":"string"})", "   ", nullptr},
        {R"({"linkId":"q","type":"string"})", "\xff", nullptr},
    };
    for (const Row& row : rows) {
        INFO(row.item << " <- " << row.typed);
        const Questionnaire questionnaire = templateOf(row.item);
        const auto typed = typedAnswer(questionnaire.items[0], row.typed,
                                       [](std::string_view) { return std::string("+01:00"); });
        REQUIRE(typed.ok() == (row.json != nullptr));
        if (typed) CHECK(typed->json == row.json);
    }
    const Questionnaire questionnaire = templateOf(R"({"linkId":"q","type":"text"})");
    CHECK(typedAnswer(questionnaire.items[0], std::string(typedBytesAtMost, 'a')));
    CHECK(typedAnswer(questionnaire.items[0], std::string(typedBytesAtMost + 1, 'a')).error().code ==
          ErrorCode::TooLarge);
}
