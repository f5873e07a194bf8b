// SPDX-License-Identifier: EUPL-1.2
#include "ui/scenes.h"

#include "base/text.h"

namespace veldwijzer::test {
namespace {

using Region = Stage::Region;

std::function<void(Stage&)> destination(const char* name) {
    return [name](Stage& stage) { stage.go(QLatin1String(name)); };
}
std::function<void(Stage&)> page(const char* name) {
    return [name](Stage& stage) {
        stage.go(QStringLiteral("more"));
        stage.push(QLatin1String(name));
    };
}

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

const std::vector<Scene>& scenes() {
    static const std::vector<Scene> all = {
        {"welcome", Region::None, [](Stage&) {}, {}},
        {"gallery", Region::Sample, page("GalleryPage"), {}},
        {"today", Region::Sample, destination("today"), {}},
        {"map", Region::Sample, destination("map"), {}},
        {"manage", Region::Sample, destination("manage"), {}},
        {"more", Region::Sample, destination("more"), {}},
        {"sync", Region::Shared, page("SyncPage"), {}},
        {"invitations", Region::Shared, page("InvitationsPage"), {}},
        {"invite", Region::Shared, page("InvitePage"), {}},
        {"people", Region::Shared, page("PeoplePage"), {}},
        {"stale", Region::Shared, page("StalePage"), {}},
        {"duplicates", Region::Shared, page("DuplicatesPage"), {}},
        {"terms", Region::Shared, page("TermsPage"), {}},
        {"synonyms", Region::Shared, page("SynonymsPage"), {}},
        {"import", Region::Shared, page("ImportPage"), {}},
        {"export", Region::Shared, page("ExportPage"), {}},
        {"conflicts-none", Region::Shared, page("ConflictsPage"), {}},
        {"conflicts", Region::Shared, conflicts, {}},
        {"conflict", Region::Shared, oneConflict, {}},
    };
    return all;
}

}  // namespace veldwijzer::test
