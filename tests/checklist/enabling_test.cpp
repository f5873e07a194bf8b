// SPDX-License-Identifier: EUPL-1.2
#include "make.h"

using namespace veldwijzer;
using namespace veldwijzer::checklist;
using namespace veldwijzer::checklist::test;

TEST_CASE("Every operator of enableWhen, by FHIR's own words", "[checklist]") {
    struct Row {
        const char* type;
        const char* condition;
        const char* answers;
        bool enabled;
    };
    const Row rows[] = {
        {"string", R"("operator":"exists","answerBoolean":true)", "[]", false},
        {"string", R"("operator":"exists","answerBoolean":true)", R"([{"valueString":"x"}])", true},
        {"string", R"("operator":"exists","answerBoolean":false)", "[]", true},
        {"string", R"("operator":"exists","answerBoolean":false)", R"([{"valueString":"x"}])", false},
        {"integer", R"("operator":"=","answerInteger":3)", R"([{"valueInteger":3}])", true},
        {"integer", R"("operator":"=","answerInteger":3)", R"([{"valueInteger":4}])", false},
        {"integer", R"("operator":"=","answerInteger":3)", R"([{"valueInteger":4},{"valueInteger":3}])",
         true},
        {"integer", R"("operator":"=","answerInteger":3)", "[]", false},
        {"integer", R"("operator":"!=","answerInteger":3)", R"([{"valueInteger":4}])", true},
        {"integer", R"("operator":"!=","answerInteger":3)", R"([{"valueInteger":4},{"valueInteger":3}])",
         false},
        {"integer", R"("operator":"!=","answerInteger":3)", "[]", true},
        {"integer", R"("operator":">","answerInteger":3)", R"([{"valueInteger":4}])", true},
        {"integer", R"("operator":">","answerInteger":3)", R"([{"valueInteger":3}])", false},
        {"integer", R"("operator":">","answerInteger":3)", "[]", false},
        {"integer", R"("operator":">=","answerInteger":3)", R"([{"valueInteger":3}])", true},
        {"integer", R"("operator":"<","answerInteger":3)", R"([{"valueInteger":2}])", true},
        {"integer", R"("operator":"<","answerInteger":3)", R"([{"valueInteger":3}])", false},
        {"integer", R"("operator":"<=","answerInteger":3)", R"([{"valueInteger":3}])", true},
        {"integer", R"("operator":"<=","answerInteger":3)", R"([{"valueInteger":9},{"valueInteger":2}])",
         true},
        {"boolean", R"("operator":"=","answerBoolean":true)", R"([{"valueBoolean":true}])", true},
        {"boolean", R"("operator":"=","answerBoolean":true)", R"([{"valueBoolean":false}])", false},
        {"date", R"("operator":">","answerDate":"2026-01-01")", R"([{"valueDate":"2026-01-02"}])", true},
        {"date", R"("operator":">","answerDate":"2026-01-01")", R"([{"valueDate":"2026"}])", false},
        {"choice", R"("operator":"=","answerCoding":{"system":"s","code":"a"})",
         R"([{"valueCoding":{"system":"s","code":"a","display":"A"}}])", true},
        {"choice", R"("operator":"=","answerCoding":{"system":"s","code":"a"})",
         R"([{"valueCoding":{"system":"s","code":"b"}}])", false},
        {"open-choice", R"("operator":"=","answerString":"anders")", R"([{"valueString":"anders"}])", true},
        {"quantity", R"("operator":"<","answerQuantity":{"value":5,"unit":"kg"})",
         R"([{"valueQuantity":{"value":4,"unit":"kg"}}])", true},
    };
    for (const Row& row : rows) {
        INFO(row.type << " " << row.condition << " " << row.answers);
        const Questionnaire made = templateOf(
            std::string(R"({"linkId":"q","repeats":true,"type":")") + row.type +
            R"("},{"linkId":"r","type":"string","enableWhen":[{"question":"q",)" + row.condition + "}]}");
        const Form form(made, {{"answer.q", row.answers}});
        CHECK(nodeOf(form, "r").enabled == row.enabled);
    }
}

TEST_CASE("Any and all", "[checklist]") {
    for (const bool all : {false, true}) {
        const Questionnaire made = templateOf(
            std::string(R"({"linkId":"a","type":"boolean"},{"linkId":"b","type":"boolean"},
              {"linkId":"r","type":"string","enableBehavior":")") +
            (all ? "all" : "any") + R"(","enableWhen":[{"question":"a","operator":"=","answerBoolean":true},
                                                      {"question":"b","operator":"=","answerBoolean":true}]})");
        for (const int given : {0, 1, 2, 3}) {
            Fields fields;
            give(fields, made, "a", {answerOf((given & 1) != 0)});
            give(fields, made, "b", {answerOf((given & 2) != 0)});
            CHECK(nodeOf(Form(made, fields), "r").enabled == (all ? given == 3 : given != 0));
        }
    }
}

TEST_CASE("What is below something disabled does not count, and its answers do not either", "[checklist]") {
    const Questionnaire made = templateOf(R"(
        {"linkId":"a","type":"boolean"},
        {"linkId":"g","type":"group","enableWhen":[{"question":"a","operator":"=","answerBoolean":true}],
         "item":[{"linkId":"b","type":"boolean","item":[{"linkId":"c","type":"string"}]}]},
        {"linkId":"d","type":"string","enableWhen":[{"question":"b","operator":"=","answerBoolean":true}]},
        {"linkId":"e","type":"string","enableWhen":[{"question":"b","operator":"exists","answerBoolean":false}]})");
    Fields fields;
    give(fields, made, "a", {answerOf(false)});
    give(fields, made, "b", {answerOf(true)});
    const Form off(made, fields);
    CHECK_FALSE(nodeOf(off, "g").enabled);
    CHECK_FALSE(nodeOf(off, "c").enabled);
    CHECK_FALSE(nodeOf(off, "d").enabled);
    CHECK(nodeOf(off, "e").enabled);
    CHECK(nodeOf(off, "b").answers.size() == 1);  // it stays, for when it counts again
    give(fields, made, "a", {answerOf(true)});
    const Form on(made, fields);
    CHECK(nodeOf(on, "c").enabled);
    CHECK(nodeOf(on, "d").enabled);
    CHECK_FALSE(nodeOf(on, "e").enabled);
}

TEST_CASE("In a row the question of the same row is meant", "[checklist]") {
    const Questionnaire made = templateOf(R"(
        {"linkId":"before","type":"string","enableWhen":[{"question":"q","operator":"=","answerString":"ja"}]},
        {"linkId":"g","type":"group","repeats":true,"item":[{"linkId":"q","type":"string"},
            {"linkId":"r","type":"string","enableWhen":[{"question":"q","operator":"=","answerString":"ja"}]}]},
        {"linkId":"behind","type":"string","enableWhen":[{"question":"q","operator":"=","answerString":"ja"}]})");
    Fields fields{{"row.g@00000001", "A"}, {"row.g@00000002", "B"}};
    give(fields, made, "q", {text("ja")}, {"00000001"});
    give(fields, made, "q", {text("nee")}, {"00000002"});
    const Form form(made, fields);
    CHECK(nodeOf(form, "r", {"00000001"}).enabled);
    CHECK_FALSE(nodeOf(form, "r", {"00000002"}).enabled);
    CHECK(nodeOf(form, "before").enabled);           // the first behind it
    CHECK_FALSE(nodeOf(form, "behind").enabled);     // the last before it
    fields.insert_or_assign("row.g@00000001", "C");  // moved to the end
    const Form moved(made, fields);
    CHECK_FALSE(nodeOf(moved, "before").enabled);
    CHECK(nodeOf(moved, "behind").enabled);
}

TEST_CASE("An answer brings back the row that somebody else took away", "[checklist]") {
    const Questionnaire made =
        templateOf(R"({"linkId":"g","type":"group","repeats":true,"item":[{"linkId":"q","type":"string"}]})");
    Fields fields{{"row.g@00000001", ""}, {"row.g@00000002", "B"}};
    CHECK(Form(made, fields).rowsOf(0).size() == 1);
    give(fields, made, "q", {text("toch")}, {"00000001"});
    const Form form(made, fields);
    REQUIRE(form.rowsOf(0).size() == 2);
    CHECK(form.nodes()[form.rowsOf(0)[1]].rows == Rows{"00000001"});
}

TEST_CASE("Questions that wait for each other have an outcome that does not depend on the order",
          "[checklist]") {
    const std::string a =
        R"({"linkId":"a","type":"string","enableWhen":[{"question":"b","operator":"exists","answerBoolean":true}]})";
    const std::string b =
        R"({"linkId":"b","type":"string","enableWhen":[{"question":"a","operator":"exists","answerBoolean":true}]})";
    const std::string self =
        R"({"linkId":"s","type":"string","enableWhen":[{"question":"s","operator":"exists","answerBoolean":true}]})";
    for (const std::string& items : {a + "," + b + "," + self, self + "," + b + "," + a}) {
        const Questionnaire made = templateOf(items);
        CHECK(made.remarks.size() == 3);
        Fields fields;
        CHECK_FALSE(nodeOf(Form(made, fields), "a").enabled);
        give(fields, made, "a", {text("x")});
        CHECK_FALSE(nodeOf(Form(made, fields), "a").enabled);
        CHECK(nodeOf(Form(made, fields), "b").enabled);
        give(fields, made, "b", {text("y")});
        give(fields, made, "s", {text("z")});
        CHECK(nodeOf(Form(made, fields), "a").enabled);
        CHECK(nodeOf(Form(made, fields), "b").enabled);
        CHECK(nodeOf(Form(made, fields), "s").enabled);
    }
}

TEST_CASE("A chain of thousands of conditions is followed", "[checklist]") {
    std::string items = R"({"linkId":"0","type":"string"})";
    for (std::size_t i = 1; i < itemsAtMost; ++i)
        items += R"(,{"linkId":")" + std::to_string(i) + R"(","type":"string","enableWhen":[{"question":")" +
                 std::to_string(i - 1) + R"(","operator":"exists","answerBoolean":true}]})";
    const Questionnaire made = templateOf(items);
    Fields fields;
    for (const Item& item : made.items)
        fields[answerField(item, {})] = R"([{"valueString":"x"}])";
    CHECK(Form(made, fields).nodes().back().enabled);
    fields["answer.0"] = "[]";
    CHECK_FALSE(Form(made, fields).nodes().back().enabled);
}

TEST_CASE("More rows than a form may hold are not shown, and it says so", "[checklist]") {
    const Questionnaire made =
        templateOf(R"({"linkId":"g","type":"group","repeats":true,"item":[{"linkId":"q","type":"string"}]})");
    Fields fields;
    for (std::size_t i = 0; i <= rowsAtMost; ++i)
        fields.emplace("row.g@" + std::to_string(10'000'000 + i), "A");
    const Form form(made, fields);
    CHECK(form.rowsOf(0).size() == rowsAtMost);
    CHECK(form.cutShort());
}
