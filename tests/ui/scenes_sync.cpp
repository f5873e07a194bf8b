// SPDX-License-Identifier: EUPL-1.2
#include "base/text.h"
#include "ui/scenes.h"

namespace veldwijzer::test {
namespace {

using Region = Stage::Region;

/// Anna and the colleague both change the same service, out of reach of each other.
std::string inConflict(Stage& stage) {
    static std::string record;
    auto& bram = stage.colleague();
    const auto row =
        bram.store().list({.kind = "service", .facets = {}, .offset = 3, .limit = 1}).rows.front();
    record = toHex(row.id.view());
    if (stage.app().conflicts() > 0) return record;
    stage.goOffline(true);
    stage.desk().change(
        &stage.app(),
        [id = row.id](session::Session& session) {
            return session.set(id,
                               {{"email", "loket@veenrivier.example"},
                                {"description", "Inloop op maandag en donderdag. U kunt zo binnenlopen."}});
        },
        [](const Result<void>&) {});
    stage.settle();
    (void)bram.set(row.id, {{"email", "info@veenrivier.example"},
                            {"description", "Eerst bellen, dan plannen we samen een moment."}});
    stage.goOffline(false);
    stage.syncColleague();
    stage.await([&] {
        stage.app().syncNow();
        return stage.app().conflicts() > 0;
    });
    return record;
}
void conflicts(Stage& stage) {
    inConflict(stage);
    stage.go(QStringLiteral("more"));
    stage.push(QStringLiteral("ConflictsPage"));
}
void oneConflict(Stage& stage) {
    const std::string record = inConflict(stage);
    stage.go(QStringLiteral("more"));
    stage.push(QStringLiteral("ConflictPage"),
               {{QStringLiteral("recordId"), QString::fromStdString(record)}});
}

void online(Stage& stage) {
    stage.goOffline(false);
    stage.await([&] {
        stage.app().syncNow();
        stage.settle();
        // What was refused stays so: that is not Fine, nor does it go by waiting.
        const auto look = stage.app().syncLook();
        return look == app::App::SyncLook::Fine ||
               (stage.app().rejected() > 0 && look != app::App::SyncLook::Offline);
    });
}
void sync(Stage& stage) {
    online(stage);
    page("SyncPage")(stage);
}
void change(Stage& stage, const char* value) {
    stage.desk().change(
        &stage.app(),
        [value](session::Session& session) {
            const auto row =
                session.store().list({.kind = "service", .facets = {}, .offset = 8, .limit = 1}).rows.front();
            return session.set(row.id, {{"description", value}});
        },
        [](const Result<void>&) {});
    stage.settle();
}
void waiting(Stage& stage) {
    stage.goOffline(true);
    change(stage, "Iedere dinsdag van 10 tot 12 uur.");
    stage.app().syncNow();
    stage.settle();
    page("SyncPage")(stage);
    stage.await([&] { return stage.app().syncLook() == app::App::SyncLook::Offline; });
}
void offline(Stage& stage) {
    online(stage);
    stage.goOffline(true);
    page("SyncPage")(stage);
    stage.await([&] {
        stage.app().syncNow();
        stage.settle();
        return stage.app().syncLook() == app::App::SyncLook::Offline;
    });
}
void refused(Stage& stage) {
    stage.goOffline(true);
    stage.settle();
    if (stage.app().rejected() == 0) {
        change(stage, "Op afspraak, ook in de avond.");
        stage.desk().change(
            &stage.app(),
            [](session::Session& session) -> Result<void> {
                session.store().rejectUnsealed(session.spaceFor("service"), "forbidden");
                return {};
            },
            [](const Result<void>&) {});
        stage.settle();
    }
    page("SyncPage")(stage);
}

}  // namespace

std::vector<Scene> syncScenes() {
    return {
        {"sync-sample", Region::Sample, page("SyncPage"), {}},
        {"sync", Region::Shared, sync, {}},
        {"sync-offline", Region::Shared, offline, online},
        {"sync-waiting", Region::Shared, waiting, online},
        {"conflicts-none", Region::Shared, page("ConflictsPage"), {}},
        {"conflicts", Region::Shared, conflicts, {}},
        {"conflict", Region::Shared, oneConflict, {}},
        // What is refused stays too.
        {"sync-refused", Region::Shared, refused, online},
    };
}

}  // namespace veldwijzer::test
