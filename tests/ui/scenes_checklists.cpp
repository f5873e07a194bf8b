// SPDX-License-Identifier: EUPL-1.2
// Signalling: templates, filling in, sharing, what is left of it.
#include "app/checklist_case.h"
#include "app/checklist_form.h"
#include "app/checklist_lists.h"
#include "app/checklist_preview.h"
#include "app/record_reading.h"
#include "app/template_case.h"
#include "session/checklists.h"
#include "ui/hands.h"
#include "ui/scenes.h"

namespace veldwijzer::test {
namespace {

using Region = Stage::Region;
using app::ChecklistForm;

std::function<void(Stage&)> preview(const char* name, bool oneByOne = false) {
    return page("ChecklistPreviewPage", {{"shipped", QLatin1String(name)}, {"oneByOne", oneByOne}});
}
ChecklistForm& previewed(Stage& stage) {
    return *shownModel<app::ChecklistPreview>(stage)->form();
}
/// One question of each type that there is.
constexpr char everyType[] =
    R"({"resourceType":"Questionnaire","title":"Alle soorten vragen","version":"1.0","item":[
 {"linkId":"d","type":"date","text":"Een datum?"},{"linkId":"m","type":"dateTime","text":"Een datum en een tijd?"},
 {"linkId":"t","type":"time","text":"Een tijd?"},{"linkId":"b","type":"boolean","text":"Ja of nee?"},
 {"linkId":"n","type":"integer","text":"Een heel getal?"},{"linkId":"k","type":"decimal","text":"Een getal?"},
 {"linkId":"s","type":"string","text":"Een korte tekst?"},{"linkId":"l","type":"text","text":"Een lange tekst?"},
 {"linkId":"u","type":"url","text":"Een webadres?"},{"linkId":"q","type":"quantity","text":"Een getal met een eenheid?"},
 {"linkId":"x","type":"string","repeats":true,"text":"Meer dan één tekst?"},
 {"linkId":"o","type":"open-choice","text":"Een keuze, of eigen woorden?","answerOption":[{"valueString":"De buurvrouw"},{"valueString":"De leerkracht"}]},
 {"linkId":"c","type":"choice","repeats":true,"text":"Meer dan één keuze?","answerOption":[{"valueString":"Een gesprek met de betrokkene"},{"valueString":"Een gesprek met de ouders"}]},
 {"linkId":"a","type":"attachment","text":"Een foto?"}]})";
void everyInput(Stage& stage) {
    page("ChecklistPreviewPage", {{"json", QString::fromUtf8(everyType)}})(stage);
    ChecklistForm& form = previewed(stage);
    form.write(QStringLiteral("d"), QStringLiteral("31-2-2026"));
    form.leave(QStringLiteral("d"));
    form.addEntry(QStringLiteral("x"), QStringLiteral("Eerste"));
    form.write(QStringLiteral("o"), QStringLiteral("De huisarts"));
    form.choose(QStringLiteral("c"), 0);
    stage.settle(200);
}
void everyInputBelow(Stage& stage) {
    everyInput(stage);
    for (QQuickItem* item : shownItems(stage.window().contentItem()))
        if (item->inherits("QQuickListView")) QMetaObject::invokeMethod(item, "positionViewAtEnd");
    stage.settle(200);
}
void danger(Stage& stage) {
    preview("meldcode-stappen")(stage);
    previewed(stage).choose(QStringLiteral("gevaar"), 0);
    stage.settle(200);
}
void oneQuestion(Stage& stage) {
    preview("kort-geleden-gebeurd", true)(stage);
    previewed(stage).setPage(2);
    previewed(stage).choose(QStringLiteral("tijd"), 0);
    stage.settle(200);
}

void manageTemplates(Stage& stage) {
    page("TemplatesPage", {}, "manage")(stage);
}

/// The shipped templates are there, and one list that was begun; once for each stage.
QString begun(Stage& stage, const char* title) {
    QString record;
    stage.go(QStringLiteral("signal"));
    stage.waitFor([&] { return shownModel<app::TemplateList>(stage) != nullptr; });
    stage.desk().change(
        &stage.app(),
        [title](session::Session& session) -> Result<RecordId> {
            session::Checklists lists(session);
            for (const session::ListSummary& list : lists.list())
                if (list.title == title && list.state == session::ListState::InProgress) return list.id;
            for (const session::TemplateSummary& each : session::Templates(session).list())
                if (each.title == title && each.status == "active") return lists.fill(each.id, "K-2026-17");
            return fail(ErrorCode::NotFound, "no such template");
        },
        [&record](const Result<RecordId>& id) { record = id ? app::idText(*id) : QStringLiteral("none"); });
    stage.waitFor([&] { return !record.isEmpty(); });
    return record;
}
void shipped(Stage& stage) {
    stage.go(QStringLiteral("more"));
    stage.push(QStringLiteral("TemplatesPage"));
    auto* templates = shownModel<app::TemplateList>(stage);
    stage.waitFor([&] { return templates->loaded(); });
    if (templates->rows()->count() == 0) templates->importShipped();
    stage.waitFor([&] { return templates->rows()->count() >= 6 && !templates->working(); });
    stage.settle(200);
}
void templatePage(Stage& stage) {
    shipped(stage);
    press(stage, QStringLiteral("Meldcode-stappen"));
    stage.waitFor([&] { return shownModel<app::TemplateCase>(stage) != nullptr; });
    stage.settle(200);
}
void signal(Stage& stage) {
    shipped(stage);
    begun(stage, "Meldcode-stappen");
    stage.go(QStringLiteral("today"));
    stage.go(QStringLiteral("signal"));
    stage.settle(200);
}
void start(Stage& stage) {
    signal(stage);
    press(stage, QStringLiteral("Kort geleden gebeurd"));
    stage.settle(200);
}
app::ChecklistCase& opened(Stage& stage, const char* title = "Meldcode-stappen") {
    shipped(stage);
    const QString record = begun(stage, title);
    stage.go(QStringLiteral("signal"));
    stage.push(QStringLiteral("ChecklistPage"), {{"recordId", record}});
    app::ChecklistCase* list = nullptr;
    stage.waitFor([&] {
        list = shownModel<app::ChecklistCase>(stage);
        return list != nullptr && list->loaded();
    });
    return *list;
}
void filling(Stage& stage) {
    app::ChecklistCase& list = opened(stage);
    if (list.form()->filled() == 0) list.form()->choose(QStringLiteral("gevaar"), 1);
    stage.waitFor([&] { return list.kept() != app::ChecklistCase::Kept::Waiting; });
    stage.settle(200);
}
void missing(Stage& stage) {
    filling(stage);
    press(stage, QStringLiteral("Afronden"));
    stage.settle(300);
}
void listMenu(Stage& stage) {
    filling(stage);
    openSheet(stage, QStringLiteral("Meldcode-stappen"));
}
void erasing(Stage& stage) {
    filling(stage);
    openSheet(stage, QStringLiteral("Nu wissen"));
}
void sharing(Stage& stage) {
    app::ChecklistCase& list = opened(stage);
    stage.push(QStringLiteral("ChecklistSharePage"), {{"list", QVariant::fromValue(&list)}});
    stage.settle(200);
}
void accesses(Stage& stage) {
    const app::ChecklistCase& list = opened(stage);
    stage.push(QStringLiteral("ChecklistAccessPage"), {{"recordId", list.recordId()}});
    stage.settle(200);
}
/// Whatever is asked gets its first answer, until the list can be completed.
void completed(Stage& stage) {
    app::ChecklistCase& list = opened(stage, "Is ons team klaar?");
    ChecklistForm& form = *list.form();
    form.setOneByOne(false);
    while (form.findTrouble() >= 0) {
        const QModelIndex at = form.index(form.findTrouble());
        const QString key = form.data(at, ChecklistForm::KeyRole).toString();
        if (form.data(at, ChecklistForm::InputRole).toInt() == ChecklistForm::Options)
            form.choose(key, 0);
        else
            form.write(key, QStringLiteral("1-3-2027"));
        form.leave(key);
    }
    list.complete();
    stage.waitFor([&] { return list.state() == app::ChecklistCase::State::Completed; });
    stage.settle(200);
}

}  // namespace

std::vector<Scene> checklistScenes() {
    return {
        {"checklists-none", Region::Empty, destination("signal"), {}},
        {"templates-none", Region::Empty, manageTemplates, {}},
        {"templates", Region::Sample, shipped, {}},
        {"template", Region::Sample, templatePage, {}},
        {"checklists", Region::Sample, signal, {}},
        {"checklist-start", Region::Sample, start, {}},
        {"checklist", Region::Sample, filling, {}},
        {"checklist-missing", Region::Sample, missing, {}},
        {"checklist-menu", Region::Sample, listMenu, closeSheets},
        {"checklist-erase", Region::Sample, erasing, closeSheets},
        {"checklist-share", Region::Sample, sharing, {}},
        {"checklist-access", Region::Sample, accesses, {}},
        {"checklist-completed", Region::Sample, completed, {}},
        {"checklist-preview", Region::Sample, preview("meldcode-stappen"), {}},
        {"checklist-danger", Region::Sample, danger, {}},
        {"checklist-every-type", Region::Sample, everyInput, {}},
        {"checklist-every-type-below", Region::Sample, everyInputBelow, {}},
        {"checklist-one-by-one", Region::Sample, oneQuestion, {}},
    };
}

}  // namespace veldwijzer::test
