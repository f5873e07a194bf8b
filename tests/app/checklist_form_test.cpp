// SPDX-License-Identifier: EUPL-1.2
// A list on screen, over the checklists that come with the program: what is asked, what appears, what is
// kept.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "app/app_world.h"
#include "app/checklist_answers.h"
#include "app/checklist_form.h"
#include "app/words.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using app::ChecklistForm;

namespace {

std::string templateText(const std::string& name) {
    std::ifstream file(VELDWIJZER_TEMPLATES + ("/" + name + ".json"));
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

app::CallLine lineOf(const std::string& code) {
    return {
        .code = app::text(code), .name = app::text(code), .number = "0800-0000", .note = {}, .source = {}};
}

/// A form over a template, and what it told to keep.
struct Filling {
    explicit Filling(const std::string& json) {
        application();
        auto read = checklist::questionnaireFrom(json);
        REQUIRE(read.ok());
        form.begin(
            std::make_shared<const checklist::Questionnaire>(std::move(*read)),
            [](const checklist::ContactCard& card) { return std::optional(lineOf(card.code)); }, random);
        QObject::connect(&form, &ChecklistForm::answered, [this](const app::ChecklistGiven& given) {
            kept[given.field] = checklist::fieldText(given.answers);
            unfinished = given.unfinished;
            ++told;
        });
        form.show({}, {}, {});
    }
    [[nodiscard]] QVariant at(const QString& key, int role) const {
        const int row = form.rowOf(key);
        return row < 0 ? QVariant() : form.data(form.index(row), role);
    }
    [[nodiscard]] bool shown(const QString& key) const { return form.rowOf(key) >= 0; }
    /// The option with these words.
    void choose(const QString& key, const QString& words) {
        const auto options = at(key, ChecklistForm::OptionsRole).toStringList();
        REQUIRE(options.contains(words));
        form.choose(key, static_cast<int>(options.indexOf(words)));
    }
    SystemRandom random;
    ChecklistForm form;
    checklist::Fields kept;
    int told = 0;
    bool unfinished = false;
};

const char small[] = R"({"resourceType":"Questionnaire","item":[
 {"linkId":"d","type":"date","text":"Dag?"},{"linkId":"m","type":"dateTime","text":"Moment?"},
 {"linkId":"n","type":"integer","text":"Hoeveel?","extension":[
   {"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueInteger":10}]},
 {"linkId":"k","type":"decimal","text":"Getal?"},{"linkId":"t","type":"time","text":"Tijd?"},
 {"linkId":"b","type":"boolean","text":"Klopt dat?"},{"linkId":"x","type":"string","text":"Woorden?","repeats":true},
 {"linkId":"q","type":"quantity","text":"Gewicht?"},{"linkId":"u","type":"url","text":"Adres?"},
 {"linkId":"a","type":"attachment","text":"Foto?"},
 {"linkId":"o","type":"open-choice","text":"Wie?","answerOption":[{"valueString":"Ik"},{"valueString":"Jij"}]},
 {"linkId":"c","type":"choice","text":"Wat?","repeats":true,"answerOption":[{"valueString":"Een"},{"valueString":"Twee"},
   {"valueString":"Geen","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive","valueBoolean":true}]}]}]})";

}  // namespace

TEST_CASE("Danger shows whom to call at once, and takes it away again", "[app][checklist]") {
    Filling list(templateText("meldcode-stappen"));
    CHECK(list.form.urgent().isEmpty());
    CHECK_FALSE(list.shown("gevaar.bel-nu"));
    const QSignalSpy urgent(&list.form, &ChecklistForm::urgentChanged);
    list.choose("gevaar", "Ja");
    REQUIRE(list.form.urgent().size() == 1);
    CHECK(urgent.count() == 1);
    CHECK(list.form.rowOf("gevaar.bel-nu") == list.form.rowOf("gevaar") + 1);
    const auto cards = list.form.urgent().front().toMap()["cards"].toList();
    REQUIRE(cards.size() == 2);
    CHECK(cards[0].toMap()["name"] == "alarm");
    CHECK(cards[1].toMap()["dial"] == "08000000");
    list.choose("gevaar", "Weet ik niet");
    CHECK(list.form.urgent().isEmpty());
    CHECK(list.shown("gevaar.twijfel"));
}

TEST_CASE("A condition adds and removes its own rows only, and lists are not made anew", "[app][checklist]") {
    Filling list(templateText("meldcode-stappen"));
    const QAbstractItemModelTester tester(&list.form, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QSignalSpy reset(&list.form, &ChecklistForm::modelReset);
    const QSignalSpy added(&list.form, &ChecklistForm::rowsInserted);
    const QSignalSpy changed(&list.form, &ChecklistForm::dataChanged);
    CHECK(list.shown("stap-1"));
    list.choose("school-medewerker", "Ja");
    CHECK_FALSE(list.shown("stap-1"));
    CHECK_FALSE(list.shown("stap-5.opnieuw"));
    CHECK(list.shown("school-medewerker.anders"));
    list.choose("school-medewerker", "Nee");
    CHECK(list.shown("stap-5.opnieuw"));
    CHECK(reset.count() == 0);
    CHECK(added.count() > 0);
    for (const auto& change : changed)
        CHECK_FALSE(change[2].value<QList<int>>().contains(ChecklistForm::OptionsRole));
}

TEST_CASE("An answer tells its field and text, and chosen again it is taken back", "[app][checklist]") {
    Filling list(templateText("meldcode-stappen"));
    list.choose("gevaar", "Nee");
    REQUIRE(list.kept.size() == 1);
    CHECK(list.kept.begin()->second.find("\"code\":\"nee\"") != std::string::npos);
    CHECK(list.at("gevaar", ChecklistForm::ChosenRole).value<QList<int>>() == QList<int>{1});
    CHECK(list.form.filled() == 1);
    list.choose("gevaar", "Nee");
    CHECK(list.kept.begin()->second == checklist::noAnswers);
    CHECK(list.form.filled() == 0);
}

TEST_CASE("Typed answers are kept as FHIR has them and read back as they are typed", "[app][checklist]") {
    Filling list(small);
    const auto field = [&](const QString& key) { return list.kept[list.form.fieldOf(key)]; };
    list.form.write("d", "1-3-2026");
    CHECK(field("d") == R"([{"valueDate":"2026-03-01"}])");
    list.form.write("m", "1-7-2026 9:30");
    CHECK(field("m") == R"([{"valueDateTime":"2026-07-01T09:30:00+02:00"}])");
    list.form.write("k", "12,5");
    CHECK(field("k") == R"([{"valueDecimal":12.5}])");
    list.form.write("t", "9:05");
    CHECK(field("t") == R"([{"valueTime":"09:05:00"}])");
    list.form.write("q", "80");
    list.form.writeUnit("q", "kg");
    CHECK(field("q") == R"([{"valueQuantity":{"unit":"kg","value":80}}])");
    for (const char* key : {"d", "m", "k", "t", "q"})
        list.form.leave(key);
    CHECK(list.at("d", ChecklistForm::ValueRole) == "1-3-2026");
    CHECK(list.at("m", ChecklistForm::ValueRole) == "1-7-2026 09:30");
    CHECK(list.at("t", ChecklistForm::ValueRole) == "09:05");
    CHECK(list.at("q", ChecklistForm::ValueRole) == "80");
    CHECK(list.at("q", ChecklistForm::UnitRole) == "kg");
    list.form.write("d", "");
    CHECK(field("d") == checklist::noAnswers);
}

TEST_CASE("What is no date yet is kept as it is typed, and said when the person is done",
          "[app][checklist]") {
    Filling list(small);
    list.form.write("d", "1-3");
    CHECK(list.unfinished);
    CHECK(list.at("d", ChecklistForm::ErrorRole).toString().isEmpty());
    list.form.leave("d");
    CHECK(list.at("d", ChecklistForm::ErrorRole).toString().contains("1-3-2026"));
    CHECK(list.at("d", ChecklistForm::ValueRole) == "1-3");
    list.form.show({}, {}, {}, {{"d", "2-3"}});
    CHECK(list.at("d", ChecklistForm::ValueRole) == "2-3");
    list.form.write("d", "2-3-2026");
    CHECK_FALSE(list.unfinished);
    list.form.write("n", "11");
    list.form.leave("n");
    CHECK(list.at("n", ChecklistForm::ErrorRole).toString().contains("10"));
}

TEST_CASE("Own words, several options and one that stands alone", "[app][checklist]") {
    Filling list(small);
    list.form.choose("o", 0);
    list.form.write("o", "De buurvrouw");
    CHECK(list.at("o", ChecklistForm::ChosenRole).value<QList<int>>().isEmpty());
    CHECK(list.at("o", ChecklistForm::ValueRole) == "De buurvrouw");
    list.form.choose("c", 0);
    list.form.choose("c", 1);
    CHECK(list.at("c", ChecklistForm::ChosenRole).value<QList<int>>() == QList<int>{0, 1});
    list.form.choose("c", 2);
    CHECK(list.at("c", ChecklistForm::ChosenRole).value<QList<int>>() == QList<int>{2});
    list.form.choose("c", 1);
    CHECK(list.at("c", ChecklistForm::ChosenRole).value<QList<int>>() == QList<int>{1});
    list.form.addEntry("x", "een");
    list.form.addEntry("x", "twee");
    list.form.removeEntry("x", 0);
    CHECK(list.at("x", ChecklistForm::EntriesRole).toStringList() == QStringList{"twee"});
    list.form.choose("b", 0);
    CHECK(list.kept[list.form.fieldOf("b")] == R"([{"valueBoolean":false}])");
    CHECK(list.at("a", ChecklistForm::InputRole) == ChecklistForm::Kept);
}

TEST_CASE("Rows of a list come, go with all that stands in them, and come back", "[app][checklist]") {
    Filling list(templateText("kort-geleden-gebeurd"));
    const QString first = list.form.addRow("afspraak+");
    REQUIRE_FALSE(first.isEmpty());
    list.form.write(first, "Morgen bellen");
    const QString second = list.form.addRow("afspraak+");
    list.form.write(second, "Huisarts vragen");
    list.form.leave(second);
    CHECK(list.form.rowOf(first) < list.form.rowOf(second));
    const QString row = "afspraak" + first.mid(first.indexOf('@')) + "#";
    CHECK(list.at(row, ChecklistForm::NumberRole) == 1);
    list.form.removeRow(row);
    CHECK_FALSE(list.shown(first));
    CHECK(list.shown(second));
    list.form.undoRemoveRow();
    CHECK(list.form.rowOf(first) < list.form.rowOf(second));
    CHECK(list.at(first, ChecklistForm::ValueRole) == "Morgen bellen");
}

TEST_CASE("Where rows are made elsewhere, they are asked for with what stood in them", "[app][checklist]") {
    Filling list(templateText("kort-geleden-gebeurd"));
    list.form.setRowsElsewhere(true);
    std::string wanted;
    std::vector<app::ChecklistGiven> back;
    QObject::connect(&list.form, &ChecklistForm::rowWanted,
                     [&](const std::string& item, const checklist::Rows&) { wanted = item; });
    QObject::connect(&list.form, &ChecklistForm::rowWantedBack,
                     [&](const std::string&, const checklist::Rows&,
                         const std::vector<app::ChecklistGiven>& answers) { back = answers; });
    CHECK(list.form.addRow("afspraak+").isEmpty());
    CHECK(wanted == "afspraak");
    list.form.show(
        {{"row.afspraak@00000001", "a"}, {"answer.afspraak.wat@00000001", R"([{"valueString":"Bellen"}])"}},
        {}, {});
    CHECK(list.form.firstIn({"00000001"}) == "afspraak.wat@00000001");
    list.form.removeRow("afspraak@00000001#");
    CHECK_FALSE(list.shown("afspraak.wat@00000001"));
    list.form.undoRemoveRow();
    REQUIRE(back.size() == 1);
    CHECK(back[0].item == "afspraak.wat");
    CHECK(back[0].answers[0].text == "Bellen");
}

TEST_CASE("One question a page: every question once, with what leads to it and what it shows",
          "[app][checklist]") {
    for (const char* name : {"meldcode-stappen", "kort-geleden-gebeurd", "is-ons-team-klaar"}) {
        Filling list(templateText(name));
        std::vector<QString> whole;
        for (int row = 0; row < list.form.rowCount(); ++row)
            whole.push_back(list.form.data(list.form.index(row), ChecklistForm::KeyRole).toString());
        list.form.setOneByOne(true);
        std::vector<QString> paged;
        for (int page = 0; page < list.form.pages(); ++page) {
            list.form.setPage(page);
            int questions = 0;
            for (int row = 0; row < list.form.rowCount(); ++row) {
                paged.push_back(list.form.data(list.form.index(row), ChecklistForm::KeyRole).toString());
                const int kind = list.form.data(list.form.index(row), ChecklistForm::KindRole).toInt();
                if (kind == ChecklistForm::Question || kind == ChecklistForm::AddRow) ++questions;
            }
            INFO(name << ", page " << page);
            CHECK(questions == 1);
        }
        CHECK(paged == whole);
    }
}

TEST_CASE("A page stays where it is when an answer brings a card", "[app][checklist]") {
    Filling list(templateText("meldcode-stappen"));
    list.form.setOneByOne(true);
    CHECK(list.form.page() == 0);
    list.choose("gevaar", "Ja");
    CHECK(list.form.page() == 0);
    CHECK(list.shown("gevaar.bel-nu"));
    CHECK_FALSE(list.shown("kort-geleden"));
}

TEST_CASE("What is missing is marked when asked for, and found", "[app][checklist]") {
    Filling list(templateText("meldcode-stappen"));
    const int before = list.form.missing();
    CHECK(before > 5);
    CHECK(list.at("gevaar", ChecklistForm::ErrorRole).toString().isEmpty());
    list.form.markMissing();
    CHECK_FALSE(list.at("gevaar", ChecklistForm::ErrorRole).toString().isEmpty());
    CHECK(list.form.findTrouble() == list.form.rowOf("gevaar"));
    list.choose("gevaar", "Nee");
    CHECK(list.form.missing() == before - 1);
    list.form.setOneByOne(true);
    list.form.setPage(list.form.pages() - 1);
    CHECK(list.form.findTrouble() == 0);
    CHECK(list.shown("kort-geleden"));
    CHECK(list.form.page() == 1);
}

TEST_CASE("What is not kept yet stands over what is", "[app][checklist]") {
    Filling list(small);
    list.form.write("x", "");
    list.form.write("u", "https://a.example");
    const std::string field = list.form.fieldOf("u");
    list.form.leave("u");
    list.form.show({{field, R"([{"valueUri":"https://b.example"}])"}}, {}, {});
    CHECK(list.at("u", ChecklistForm::ValueRole) == "https://b.example");
    list.form.show({{field, R"([{"valueUri":"https://b.example"}])"}}, {},
                   {{field, R"([{"valueUri":"https://c.example"}])"}});
    CHECK(list.at("u", ChecklistForm::ValueRole) == "https://c.example");
    app::ChecklistClash clash{{{1, "a", "Anna", "9:00"}, {2, "b", "Bram", "9:01"}}};
    list.form.show({{field, R"([{"valueUri":"https://b.example"}])"}}, {{field, clash}}, {});
    CHECK(list.form.clashes() == 1);
    CHECK(list.at("u", ChecklistForm::ClashRole).toList().size() == 2);
    CHECK(list.form.troubles() == 1);
}

TEST_CASE("A list that is locked takes no answers", "[app][checklist]") {
    Filling list(templateText("meldcode-stappen"));
    list.form.setFixed(true);
    list.form.choose("gevaar", 0);
    list.form.write("stap-1.zelf-gezien", "iets");
    CHECK(list.form.addRow("stap-2.overleg+").isEmpty());
    CHECK(list.told == 0);
    CHECK(list.at("gevaar", ChecklistForm::FixedRole).toBool());
}
