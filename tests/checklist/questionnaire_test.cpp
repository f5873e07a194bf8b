// SPDX-License-Identifier: EUPL-1.2
#include <set>

#include "checklist/conditions.h"
#include "make.h"

using namespace veldwijzer;
using namespace veldwijzer::checklist;
using namespace veldwijzer::checklist::test;

TEST_CASE("A template is read into items in reading order", "[checklist]") {
    const Questionnaire made = templateOf(R"(
        {"linkId":"g","type":"group","text":"Groep","item":[
            {"linkId":"q","type":"choice","prefix":"1.","answerOption":[{"valueInteger":1,"initialSelected":true}],
             "item":[{"linkId":"q.help","type":"display","text":"Zo bedoelen we het.","extension":[
                {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
                 "valueCodeableConcept":{"coding":[{"code":"help"}]}}]}]},
            {"linkId":"rows","type":"group","repeats":true,"item":[{"linkId":"in","type":"string"}]}]},
        {"linkId":"card","type":"display","extension":[
            {"url":"https://veldwijzer.example/fhir/urgent","valueBoolean":true},
            {"url":"https://veldwijzer.example/fhir/contact-card","valueCode":"alarm"},
            {"url":"https://veldwijzer.example/fhir/contact-card","valueCode":"veilig-thuis"}]},
        {"linkId":"odd","type":"hologram"})");
    REQUIRE(made.items.size() == 7);
    CHECK(made.items[0].end == 5);
    CHECK(made.items[1].help == "Zo bedoelen we het.");
    CHECK(made.items[2].isHelp);
    CHECK_FALSE(made.items[1].hasRows);
    CHECK(made.items[3].hasRows);
    CHECK(made.items[4].parent == 3);
    CHECK(made.items[5].isUrgent);
    CHECK(made.items[5].contacts == std::vector<ContactCard>{{"alarm"}, {"veilig-thuis"}});
    CHECK(made.items[6].type == ItemType::Unknown);
    CHECK(made.items[6].typeName == "hologram");
    CHECK(initialFields(made) == Fields{{"answer.q", R"([{"valueInteger":1}])"}});
}

TEST_CASE("Lists of answers that the template carries are found, others are typed", "[checklist]") {
    const auto made = questionnaireFrom(R"({"resourceType":"Questionnaire","contained":[
        {"resourceType":"ValueSet","id":"a","url":"http://x/a","expansion":{"contains":[{"system":"s","code":"1","display":"Een"}]}},
        {"resourceType":"ValueSet","id":"b","compose":{"include":[{"system":"http://x/cs"}]}},
        {"resourceType":"CodeSystem","url":"http://x/cs","concept":[{"code":"p","concept":[{"code":"q"}]}]},
        {"resourceType":"ValueSet","url":"http://x/c","compose":{"include":[{"system":"s","concept":[{"code":"7"}]}]}}],
        "item":[{"linkId":"1","type":"choice","answerValueSet":"http://x/a|2"},{"linkId":"2","type":"choice","answerValueSet":"#b"},
                {"linkId":"3","type":"choice","answerValueSet":"http://x/c"},{"linkId":"4","type":"choice","answerValueSet":"http://y"}]})");
    REQUIRE(made);
    CHECK(made->items[0].options.at(0).value.coding == Coding{"s", "1", "Een"});
    CHECK(made->items[1].options.size() == 2);
    CHECK(made->items[2].options.at(0).value.coding.code == "7");
    CHECK(made->items[3].optionsUnknown);
    CHECK_FALSE(made->items[0].optionsUnknown);
}

TEST_CASE("Items with one linkId are told apart", "[checklist]") {
    const Questionnaire made = templateOf(R"(
        {"linkId":"a","type":"group","item":[{"linkId":"phone","type":"string"}]},
        {"linkId":"b","type":"group","item":[{"linkId":"phone","type":"string"},{"linkId":"phone","type":"string"}]},
        {"type":"string"}, {"linkId":"met spatie","type":"string"})");
    std::set<std::string> paths, keys;
    for (const Item& item : made.items) {
        paths.insert(item.path);
        keys.insert(item.key);
        CHECK(item.key.size() <= keyBytes);
    }
    CHECK(paths.size() == made.items.size());
    CHECK(keys.size() == made.items.size());
    CHECK(made.find("a/phone").value() == 1);
    CHECK(made.find("b/phone").value() == 3);
    CHECK(made.find("phone").error().code == ErrorCode::InvalidArgument);
    CHECK(made.find("fax").error().code == ErrorCode::NotFound);
    CHECK(made.items[6].key.starts_with('#'));
    CHECK(made.remarks.size() == 4);
}

TEST_CASE("Limits of a template are met", "[checklist]") {
    const auto nested = [](std::size_t depth, const char* more) {
        std::string text = R"({"resourceType":"Questionnaire")";
        for (std::size_t i = 0; i < depth; ++i)
            text += R"(,"item":[{"linkId":"g)" + std::to_string(i) + R"(","type":"group")" + more;
        for (std::size_t i = 0; i < depth; ++i)
            text += "}]";
        return text + "}";
    };
    CHECK(questionnaireFrom(nested(depthAtMost + 1, "")));
    CHECK(questionnaireFrom(nested(depthAtMost + 2, "")).error().code == ErrorCode::TooLarge);
    CHECK(questionnaireFrom(nested(rowsNestedAtMost, R"(,"repeats":true)")));
    CHECK(questionnaireFrom(nested(rowsNestedAtMost + 1, R"(,"repeats":true)")).error().code ==
          ErrorCode::TooLarge);
    std::string many = R"({"resourceType":"Questionnaire","item":[{"linkId":"0"})";
    for (std::size_t i = 1; i < itemsAtMost; ++i)
        many += R"(,{"linkId":")" + std::to_string(i) + "\"}";
    CHECK(questionnaireFrom(many + "]}"));
    CHECK(questionnaireFrom(many + R"(,{"linkId":"x"}]})").error().code == ErrorCode::TooLarge);
    for (const char* bad :
         {"", "[]", R"({"resourceType":"Patient"})", R"({"resourceType":"Questionnaire","item":[1]})"})
        CHECK(questionnaireFrom(bad).error().code == ErrorCode::Malformed);
}

TEST_CASE("Conditions can be said in words", "[checklist]") {
    const Questionnaire made = templateOf(R"(
        {"linkId":"q","prefix":"1.","text":"Is er gevaar?","type":"choice","answerOption":[{"valueCoding":{"code":"ja","display":"Ja"}}]},
        {"linkId":"r","type":"string","enableBehavior":"all","enableWhen":[
            {"question":"q","operator":"=","answerCoding":{"code":"ja"}},
            {"question":"q","operator":"exists","answerBoolean":false},
            {"question":"weg","operator":"!=","answerString":"x"}]})");
    const Conditions words = conditionsOf(made, 1);
    CHECK(words.all);
    REQUIRE(words.conditions.size() == 3);
    CHECK(words.conditions[0].questionText == "1. Is er gevaar?");
    CHECK(words.conditions[0].answerText == "Ja");
    CHECK_FALSE(words.conditions[1].exists);
    CHECK(words.conditions[2].question == none);
    CHECK(words.conditions[2].questionText == "weg");
    CHECK(made.remarks.size() == 1);
}
