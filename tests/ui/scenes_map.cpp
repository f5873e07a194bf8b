// SPDX-License-Identifier: EUPL-1.2
// The social map: looking for something, an entry, writing in it.
#include <QSignalSpy>
#include <stdexcept>

#include "app/record_editor.h"
#include "app/search_results.h"
#include "app/service_detail.h"
#include "base/text.h"
#include "ui/hands.h"
#include "ui/scenes.h"

namespace veldwijzer::test {
namespace {

using Region = Stage::Region;

app::SearchResults* openMap(Stage& stage) {
    stage.go(QStringLiteral("map"));
    auto* results = shownOf(stage, "SocialMapPage").findChild<app::SearchResults*>();
    if (results == nullptr) throw std::runtime_error("the social map has no results");
    return results;
}
void map(Stage& stage) {
    const auto* results = openMap(stage);
    stage.await([&] { return results->ready(); });
}

std::function<void(Stage&)> asked(const char* words, const char* place = "") {
    return [words, place](Stage& stage) {
        auto* results = openMap(stage);
        QSignalSpy answered(results, &app::SearchResults::answered);
        results->setText(QString::fromUtf8(words));
        results->setPlace(QString::fromUtf8(place));
        if (*place != 0) results->setSort(app::SearchResults::Sort::Distance);
        stage.await([&] { return !answered.isEmpty(); });
    };
}
void openFilters(Stage& stage) {
    auto* results = openMap(stage);
    stage.await([&] { return results->ready(); });
    results->setOpenNow(true);
    stage.settle();
    openSheet(stage, QStringLiteral("Filters"));
}
void sorting(Stage& stage) {
    map(stage);
    openSheet(stage, QStringLiteral("Sorteren"));
}
void drawn(Stage& stage) {
    map(stage);
    shownOf(stage, "SocialMapPage").setProperty("onMap", true);
    stage.settle(300);
}

/// What the scenes below are about: a service that says a lot of itself.
QString service(Stage& stage, const char* title = "De Kindertelefoon") {
    QString found;
    stage.desk().ask(
        &stage.app(),
        [title](session::Session& session) {
            search::Query query;
            query.text = title;
            return session.search(query);
        },
        [&](const Result<search::Answer>& answer) {
            if (answer.ok() && !answer->found.empty())
                found = QString::fromStdString(toHex(answer->found.front().id.view()));
        });
    stage.await([&] { return !found.isEmpty(); });
    return found;
}
/// On a wide screen beside the list, else as a page of its own.
void detail(Stage& stage) {
    const QString record = service(stage);
    map(stage);
    QMetaObject::invokeMethod(&shownOf(stage, "SocialMapPage"), "show", Q_ARG(QString, record));
    stage.settle();
    const auto* entry = stage.window().findChild<app::ServiceDetail*>();
    stage.await([&] { return entry != nullptr && entry->property("ready").toBool(); });
}
std::function<void(Stage&)> sheetOfDetail(const char* title) {
    return [title](Stage& stage) {
        detail(stage);
        openSheet(stage, QString::fromUtf8(title));
    };
}
app::RecordEditor* edited(Stage& stage) {
    app::RecordEditor* form = nullptr;
    stage.await([&] {
        for (auto* each : stage.window().findChildren<app::RecordEditor*>())
            if (each->property("ready").toBool()) form = each;
        return form != nullptr;
    });
    return form;
}
app::RecordEditor* openEditor(Stage& stage) {
    const QString record = service(stage);
    stage.go(QStringLiteral("map"));
    stage.push(QStringLiteral("EditPage"), {{QStringLiteral("record"), record}});
    return edited(stage);
}
void edit(Stage& stage) {
    openEditor(stage);
}
int rowOf(const app::RecordEditor& form, const QString& label) {
    for (int row = 0; row < form.rowCount(); ++row)
        if (form.data(form.index(row), app::RecordEditor::LabelRole).toString() == label) return row;
    throw std::runtime_error("no field " + label.toStdString());
}
void editWrong(Stage& stage) {
    auto* form = openEditor(stage);
    form->set(rowOf(*form, QStringLiteral("E-mail")), QStringLiteral("geen adres"));
    stage.settle();
}
void leaving(Stage& stage) {
    auto* form = openEditor(stage);
    form->set(rowOf(*form, QStringLiteral("E-mail")), QStringLiteral("hulp@veenrivier.example"));
    stage.settle();
    openSheet(stage, QStringLiteral("Nog niet bewaard"));
}
void letGo(Stage& stage) {
    closeSheets(stage);
    edited(stage)->dropDraft();
    stage.go(QStringLiteral("map"));
}
void history(Stage& stage) {
    const QString record = service(stage);
    stage.go(QStringLiteral("map"));
    stage.push(QStringLiteral("HistoryPage"), {{QStringLiteral("record"), record}});
}
void favourites(Stage& stage) {
    detail(stage);
    stage.window().findChild<app::ServiceDetail*>()->setProperty("favourite", true);
    stage.settle();
    page("FavouritesPage", {}, "map")(stage);
}

}  // namespace

std::vector<Scene> mapScenes() {
    return {
        {"map", Region::Sample, map, {}},
        {"map-search", Region::Sample, asked("opvang vanavond"), {}},
        {"map-near", Region::Sample, asked("gesprek", "Veenmonde"), {}},
        {"map-nothing", Region::Sample, asked("xylofoonles"), {}},
        {"map-filters", Region::Sample, openFilters, closeSheets},
        {"map-sorting", Region::Sample, sorting, closeSheets},
        {"map-drawn", Region::Sample, drawn, {}},
        {"map-empty", Region::Empty, map, {}},
        {"detail", Region::Sample, detail, {}},
        {"detail-wrong", Region::Sample, sheetOfDetail("Klopt niet meer"), closeSheets},
        {"detail-note", Region::Sample, sheetOfDetail("Notitie voor uzelf"), closeSheets},
        {"edit", Region::Sample, edit, {}},
        {"edit-wrong", Region::Sample, editWrong, letGo},
        {"edit-leaving", Region::Sample, leaving, letGo},
        {"edit-new", Region::Sample, page("EditPage", {{"kind", "service"}}, "map"), {}},
        {"history", Region::Sample, history, {}},
        {"favourites-none", Region::Empty, page("FavouritesPage", {}, "map"), {}},
        {"favourites", Region::Sample, favourites, {}},
    };
}

}  // namespace veldwijzer::test
