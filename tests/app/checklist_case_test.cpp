// SPDX-License-Identifier: EUPL-1.2
// Lists over a real session: begun, answered, kept, completed, shared and erased, and what the screen says.
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <catch2/catch.hpp>

#include "app/app_world.h"
#include "app/checklist_case.h"
#include "app/checklist_lists.h"
#include "app/record_reading.h"
#include "app/template_case.h"
#include "session/checklists.h"
#include "session/people.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using app::ChecklistCase;
using app::ChecklistForm;

namespace {

QString begun(AppWorld& world, const char* title, const char* code = "K-17") {
    app::TemplateList templates;
    const QSignalSpy made(&templates, &app::TemplateList::told);
    templates.importShipped();
    if (!waitFor([&] { return made.count() > 0; })) return {};
    const auto id = ask(world.desk, [title](session::Session& session) -> Result<RecordId> {
        for (const session::TemplateSummary& each : session::Templates(session).list())
            if (each.title == title) return each.id;
        return fail(ErrorCode::NotFound, "no such template");
    });
    REQUIRE(id.ok());
    QString record;
    QObject::connect(&templates, &app::TemplateList::begun, [&](const QString& list) { record = list; });
    CHECK(templates.begin(app::idText(*id), code).isEmpty());
    REQUIRE(waitFor([&] { return !record.isEmpty(); }));
    return record;
}

session::Checklist readList(AppWorld& world, const QString& record) {
    auto list = ask(world.desk, [id = *app::idFrom(record)](session::Session& session) {
        return session::Checklists(session).read(id);
    });
    REQUIRE(list.ok());
    return std::move(*list);
}

void openIn(ChecklistCase& list, const QString& record) {
    list.setRecordId(record);
    REQUIRE(waitFor([&] { return list.loaded(); }));
}

bool keptBy(ChecklistCase& list) {
    return waitFor([&] { return list.kept() == ChecklistCase::Kept::Done; });
}

QVariant at(ChecklistCase& list, const QString& key, int role) {
    const int row = list.form()->rowOf(key);
    return row < 0 ? QVariant() : list.form()->data(list.form()->index(row), role);
}

}  // namespace

TEST_CASE("The shipped templates are chosen by situation, and once is enough", "[app][checklist]") {
    AppWorld world;
    world.foundAndUnlock("Anna");
    app::TemplateList templates;
    templates.importShipped();
    REQUIRE(waitFor([&] { return templates.rows()->count() == 6; }));
    CHECK(templates.byTask().size() == 6);
    CHECK_FALSE(templates.byTask().front().toMap()["situation"].toString().isEmpty());
    CHECK(templates.rows()->get(0)["status"] == "active");
    app::TemplateCase shown;
    const auto meldcode = [&] {
        for (int row = 0; row < templates.rows()->count(); ++row)
            if (templates.rows()->get(row)["title"] == "Meldcode-stappen")
                return templates.rows()->get(row)["id"].toString();
        return QString();
    };
    shown.setTemplateId(meldcode());
    REQUIRE(waitFor([&] { return shown.loaded(); }));
    CHECK(shown.months() == 12);
    CHECK(shown.json().contains("Questionnaire"));
    QStringList conditions;
    for (int row = 0; row < shown.rows()->count(); ++row)
        conditions << shown.rows()->get(row)["condition"].toString();
    CHECK(conditions.contains("Alleen als ‘Is er acuut gevaar?’ is Ja"));
    CHECK(conditions.contains(
        "Alleen als ‘Gaat het om een medewerker van een school en een minderjarige leerling?’ is niet Ja"));
    const QSignalSpy told(&templates, &app::TemplateList::told);
    templates.importShipped();
    REQUIRE(waitFor([&] { return told.count() == 1; }));
    CHECK(templates.rows()->count() == 6);
}

TEST_CASE("What is chosen is kept at once, what is typed after a pause, and only then it says so",
          "[app][checklist]") {
    AppWorld world;
    world.foundAndUnlock("Anna");
    const QString record = begun(world, "Meldcode-stappen");
    ChecklistCase list;
    openIn(list, record);
    CHECK(list.title() == "Meldcode-stappen");
    CHECK(list.caseCode() == "K-17");
    CHECK(list.state() == ChecklistCase::State::InProgress);
    CHECK_FALSE(list.shared());
    CHECK(list.kept() == ChecklistCase::Kept::Nothing);
    list.form()->choose("gevaar", 1);
    CHECK(list.kept() == ChecklistCase::Kept::Waiting);
    REQUIRE(keptBy(list));
    CHECK(readList(world, record).fields.at("answer.gevaar").find("nee") != std::string::npos);
    for (const char* typed : {"B", "Bl", "Blauwe plek"})
        list.form()->write("stap-1.zelf-gezien", typed);
    CHECK(list.kept() == ChecklistCase::Kept::Waiting);
    CHECK(readList(world, record).fields.count("answer.stap-1.zelf-gezien") == 0);
    REQUIRE(keptBy(list));
    CHECK(readList(world, record).fields.at("answer.stap-1.zelf-gezien") ==
          R"([{"valueString":"Blauwe plek"}])");
}

TEST_CASE("Locking and leaving write the last keystroke", "[app][checklist]") {
    AppWorld world;
    world.foundAndUnlock("Anna");
    const QString record = begun(world, "Meldcode-stappen");
    {
        ChecklistCase list;
        openIn(list, record);
        list.form()->write("stap-1.zelf-gezien", "Voor het vergrendelen");
        world.app.lock();
        world.desk.finish();
        world.unlock();
    }
    CHECK(readList(world, record).fields.at("answer.stap-1.zelf-gezien").find("Voor het vergr") !=
          std::string::npos);
    {
        ChecklistCase list;
        openIn(list, record);
        list.form()->write("stap-1.vermoeden", "Net voor het weggaan");
    }
    CHECK(readList(world, record).fields.at("answer.stap-1.vermoeden").find("Net voor") != std::string::npos);
}

TEST_CASE("Half a date waits in the vault as it was typed, and keeps the list from being completed",
          "[app][checklist]") {
    AppWorld world;
    world.foundAndUnlock("Anna");
    const QString record = begun(world, "Overdracht en terugkoppeling");
    {
        ChecklistCase list;
        openIn(list, record);
        list.form()->write("terug-voor", "1-3");
        list.form()->leave("terug-voor");
        REQUIRE(keptBy(list));
    }
    ChecklistCase again;
    openIn(again, record);
    CHECK(at(again, "terug-voor", ChecklistForm::ValueRole) == "1-3");
    CHECK_FALSE(at(again, "terug-voor", ChecklistForm::ErrorRole).toString().isEmpty());
    again.form()->write("terug-voor", "1-3-2027");
    REQUIRE(keptBy(again));
    CHECK(readList(world, record).fields.at("answer.terug-voor") == R"([{"valueDate":"2027-03-01"}])");
}

TEST_CASE("A row is added, taken away and brought back with what stood in it", "[app][checklist]") {
    AppWorld world;
    world.foundAndUnlock("Anna");
    const QString record = begun(world, "Kort geleden gebeurd");
    ChecklistCase list;
    openIn(list, record);
    QString first;
    QObject::connect(&list, &ChecklistCase::rowAdded, [&](const QString& key) { first = key; });
    list.form()->addRow("afspraak+");
    REQUIRE(waitFor([&] { return !first.isEmpty(); }));
    list.form()->write(first, "Morgen bellen");
    REQUIRE(keptBy(list));
    const QString row = "afspraak" + first.mid(first.indexOf('@')) + "#";
    list.form()->removeRow(row);
    CHECK(list.form()->rowOf(first) < 0);
    REQUIRE(waitFor([&] { return !list.working(); }));
    const QString before = std::exchange(first, QString());
    list.form()->undoRemoveRow();
    REQUIRE(waitFor([&] { return !first.isEmpty(); }));
    CHECK(first != before);
    CHECK(at(list, first, ChecklistForm::ValueRole) == "Morgen bellen");
}

TEST_CASE("From complete to amended, on paper, kept longer and erased", "[app][checklist]") {
    AppWorld world;
    world.foundAndUnlock("Anna");
    const QString record = begun(world, "Is ons team klaar?");
    ChecklistCase list;
    openIn(list, record);
    list.complete();
    CHECK(list.state() == ChecklistCase::State::InProgress);
    CHECK(list.form()->troubles() > 0);
    while (list.form()->findTrouble() >= 0) {
        const int row = list.form()->findTrouble();
        const QString key = list.form()->data(list.form()->index(row), ChecklistForm::KeyRole).toString();
        const int input = list.form()->data(list.form()->index(row), ChecklistForm::InputRole).toInt();
        INFO(key.toStdString());
        const int before = list.form()->troubles();
        if (input == ChecklistForm::Options)
            list.form()->choose(key, 0);
        else
            list.form()->write(key, input == ChecklistForm::Day ? "1-3-2027" : "iets");
        REQUIRE(list.form()->troubles() < before);
    }
    const QSignalSpy completed(&list, &ChecklistCase::completed);
    list.complete();
    REQUIRE(
        waitFor([&] { return completed.count() == 1 && list.state() == ChecklistCase::State::Completed; }));
    CHECK_FALSE(list.mayAnswer());
    CHECK(list.form()->fixed());
    REQUIRE(list.seals().size() == 1);
    CHECK(list.seals().front().toMap()["intact"].toBool());

    const QString pdf = app::text((world.folder.path() / "lijst.pdf").string());
    list.savePdf(QUrl::fromLocalFile(pdf));
    CHECK(waitFor([&] { return QFile::exists(pdf); }));

    CHECK_FALSE(list.extend("1-1-2020", "daarom").isEmpty());
    CHECK_FALSE(list.extend("1-1-2040", " ").isEmpty());
    const QString until = list.retainUntil();
    CHECK(list.extend("1-1-2040", "De rechter vraagt erom").isEmpty());
    REQUIRE(waitFor([&] { return list.retainUntil() != until; }));

    list.amend("Een antwoord klopte niet");
    REQUIRE(waitFor([&] { return list.state() == ChecklistCase::State::Amending; }));
    CHECK(list.reason() == "Een antwoord klopte niet");
    list.form()->choose("kennis.signalen", 1);
    REQUIRE(keptBy(list));
    list.complete();
    REQUIRE(waitFor([&] { return list.state() == ChecklistCase::State::Amended; }));

    app::ChecklistAccess access;
    access.setRecordId(record);
    REQUIRE(waitFor([&] { return access.rows()->count() >= 4; }));
    CHECK_FALSE(access.rows()->get(0)["what"].toString().isEmpty());

    app::ChecklistList lists;
    REQUIRE(waitFor([&] { return lists.done().size() == 1; }));
    CHECK(lists.rows()->count() == 0);
    const QSignalSpy erased(&list, &ChecklistCase::erased);
    list.erase();
    REQUIRE(waitFor([&] { return erased.count() == 1 && lists.done().isEmpty(); }));
    CHECK(waitFor([&] { return list.gone(); }));
}

TEST_CASE("A list moves to a team and back, and says who can read it", "[app][checklist]") {
    AppWorld world;
    world.foundAndUnlock("Anna");
    REQUIRE(ask(world.desk, [](session::Session& session) {
                return session::People(session).newTeam("Noord");
            }).ok());
    REQUIRE(waitFor([&] {
        world.desk.syncNow();
        const auto left = ask(world.desk, [](session::Session& session) { return session.status().pending; });
        return left && *left == 0;
    }));
    const QString record = begun(world, "Meldcode-stappen");
    ChecklistCase list;
    openIn(list, record);
    list.form()->choose("gevaar", 1);
    REQUIRE(keptBy(list));
    app::TeamChoice teams;
    REQUIRE(waitFor([&] { return teams.rows()->count() == 1; }));
    CHECK(teams.rows()->get(0)["name"] == "Noord");
    CHECK(teams.rows()->get(0)["count"] == 1);
    list.share(teams.rows()->get(0)["id"].toString());
    REQUIRE(waitFor([&] { return list.loaded() && list.shared(); }));
    CHECK(list.audience() == "Noord");
    CHECK(list.sharedByYou());
    CHECK(list.recordId() != record);
    CHECK(at(list, "gevaar", ChecklistForm::ChosenRole).value<QList<int>>() == QList<int>{1});
    list.takeBack();
    REQUIRE(waitFor([&] { return list.loaded() && !list.shared(); }));
    CHECK_FALSE(list.gone());
}
