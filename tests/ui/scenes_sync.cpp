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
    stage.waitFor([&] {
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

}  // namespace

std::vector<Scene> syncScenes() {
    return {
        {"sync", Region::Shared, page("SyncPage"), {}},
        {"conflicts-none", Region::Shared, page("ConflictsPage"), {}},
        {"conflicts", Region::Shared, conflicts, {}},
        {"conflict", Region::Shared, oneConflict, {}},
    };
}

}  // namespace veldwijzer::test
