// SPDX-License-Identifier: EUPL-1.2
// What a coordinator looks after.
#include <fstream>

#include "app/file_jobs.h"
#include "app/invitations.h"
#include "base/text.h"
#include "ui/hands.h"
#include "ui/scenes.h"

namespace veldwijzer::test {
namespace {

using Region = Stage::Region;

std::function<void(Stage&)> manage(const char* name) {
    return page(name, {}, "manage");
}
void newTerm(Stage& stage) {
    manage("TermsPage")(stage);
    press(stage, QStringLiteral("Begrip toevoegen"));
    stage.settle(300);
}

void inviteCode(Stage& stage) {
    manage("InvitePage")(stage);
    auto* invitations = shownModel<app::Invitations>(stage);
    invitations->make(QStringLiteral("professional"), 10, 48);
    stage.await([&] { return !invitations->link().isEmpty(); });
}
void withdraw(Stage& stage) {
    inviteCode(stage);
    manage("InvitationsPage")(stage);
    press(stage, QStringLiteral("Intrekken"));
    stage.settle(300);
}

/// Two remarks, by the colleague and by Anna; once.
void remarks(Stage& stage) {
    if (stage.colleague().store().list({.kind = "suggestion", .facets = {}, .offset = 0, .limit = 1}).total ==
        0) {
        const auto rows =
            stage.colleague().store().list({.kind = "service", .facets = {}, .offset = 5, .limit = 2}).rows;
        (void)stage.colleague().create("suggestion",
                                       {{"record", toHex(rows[0].id.view())},
                                        {"text",
                                         "Zij nemen op woensdag de telefoon niet meer op. Het nummer van de "
                                         "andere vestiging werkt wel."}});
        stage.syncColleague();
        stage.desk().change(
            &stage.app(),
            [about = toHex(rows[1].id.view())](session::Session& session) -> Result<void> {
                const auto own = session.create(
                    "suggestion", {{"record", about}, {"text", "Dit loket is per 1 november verhuisd."}});
                return own ? Result<void>() : Result<void>(own.error());
            },
            [](const Result<void>&) {});
        stage.app().syncNow();
        stage.settle();
    }
    manage("RemarksPage")(stage);
    stage.await([&] {
        stage.app().syncNow();
        return stage.named(QStringLiteral("Het klopt nu")) != nullptr;
    });
}

/// A file with a service that is there, some that are not, and what does not fit.
QUrl file() {
    static const TemporaryFolder folder;
    const auto path = folder.path() / "sociale-kaart-polderland.json";
    if (!std::filesystem::exists(path))
        std::ofstream(path)
            << R"([{"id":"p1","name":"Inloop Polderhuis","status":"active","email":"geen adres",)"
            << R"("schedules":[{"id":"h1","freq":"SOMS"}]},{"id":"p2","name":"Maatschappelijk werk Polder",)"
            << R"("status":"active","minimum_age":"oud"},{"id":"p3","status":"active"}])";
    return QUrl::fromLocalFile(app::text(path.string()));
}
app::ImportJob* looked(Stage& stage) {
    manage("ImportPage")(stage);
    auto* job = shownModel<app::ImportJob>(stage);
    job->look(file());
    stage.await([&] { return job->step() == app::ImportJob::Step::Ready; });
    return job;
}
void preview(Stage& stage) {
    looked(stage);
}
void writing(Stage& stage) {
    auto* job = looked(stage);
    stage.hold();
    job->start();
    stage.settle();
}
void imported(Stage& stage) {
    auto* job = looked(stage);
    job->start();
    stage.await([&] { return job->step() == app::ImportJob::Step::Done; });
}
void notAFile(Stage& stage) {
    manage("ImportPage")(stage);
    auto* job = shownModel<app::ImportJob>(stage);
    job->look(QUrl(QStringLiteral("file:///nergens/kaart.json")));
    stage.await([&] { return !job->error().isEmpty(); });
}
void exported(Stage& stage) {
    static const TemporaryFolder folder;
    manage("ExportPage")(stage);
    auto* job = shownModel<app::ExportJob>(stage);
    job->run(QUrl::fromLocalFile(app::text(folder.path().string())), false);
    stage.await([&] { return job->done(); });
}
void editTerm(Stage& stage) {
    manage("TermsPage")(stage);
    stage.await([&] { return stage.named(QStringLiteral("Hulp")) != nullptr; });
    press(stage, QStringLiteral("Hulp"));
    stage.settle(300);
}
void release(Stage& stage) {
    stage.release();
}

}  // namespace

std::vector<Scene> manageScenes() {
    return {
        {"manage", Region::Sample, destination("manage"), {}},
        {"invitations-sample", Region::Sample, manage("InvitationsPage"), {}},
        {"remarks-none", Region::Empty, manage("RemarksPage"), {}},
        {"stale-none", Region::Empty, manage("StalePage"), {}},
        {"duplicates-none", Region::Empty, manage("DuplicatesPage"), {}},
        {"terms-none", Region::Empty, manage("TermsPage"), {}},
        {"synonyms-none", Region::Empty, manage("SynonymsPage"), {}},
        {"invitations", Region::Shared, manage("InvitationsPage"), {}},
        {"invitation-withdraw", Region::Shared, withdraw, closeSheets},
        {"invite", Region::Shared, manage("InvitePage"), {}},
        {"invite-code", Region::Shared, inviteCode, {}},
        {"people", Region::Shared, manage("PeoplePage"), {}},
        {"remarks", Region::Shared, remarks, {}},
        {"stale", Region::Shared, manage("StalePage"), {}},
        {"duplicates", Region::Shared, manage("DuplicatesPage"), {}},
        {"terms", Region::Shared, manage("TermsPage"), {}},
        {"term", Region::Shared, editTerm, closeSheets},
        {"term-new", Region::Shared, newTerm, closeSheets},
        {"synonyms", Region::Shared, manage("SynonymsPage"), {}},
        {"import", Region::Shared, manage("ImportPage"), {}},
        {"import-wrong", Region::Shared, notAFile, {}},
        {"import-preview", Region::Shared, preview, {}},
        {"import-writing", Region::Shared, writing, release},
        {"import-done", Region::Shared, imported, {}},
        {"export", Region::Shared, manage("ExportPage"), {}},
        {"export-done", Region::Shared, exported, {}},
    };
}

}  // namespace veldwijzer::test
