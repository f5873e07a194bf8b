// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "app/app_world.h"
#include "app/edit_row.h"
#include "app/map_shapes.h"
#include "app/personal_book.h"
#include "app/record_editor.h"
#include "app/record_reading.h"
#include "app/remarks.h"
#include "app/search_results.h"
#include "app/service_detail.h"
#include "app/words.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using app::SearchResults;

namespace {

RecordId makeService(AppWorld& world, const std::string& name) {
    return *ask(world.desk, [name](session::Session& session) {
        return session.create("service", {{"name", name}, {"description", "Opvang en gesprek"}});
    });
}

}  // namespace

TEST_CASE("The newest question is what is shown, whatever was asked before", "[app][map]") {
    AppWorld world;
    world.foundAndUnlock();
    for (int i = 0; i < 120; ++i)
        makeService(world, "Inloop " + std::to_string(i));
    makeService(world, "Nachtopvang");
    SearchResults results;
    REQUIRE(waitFor([&] { return results.ready(); }));
    CHECK(results.total() == 121);
    for (const char* typed : {"n", "na", "nac", "nacht", "nachtopvang"})
        results.setText(typed);
    REQUIRE(waitFor([&] { return results.total() == 1; }));
    CHECK(results.data(results.index(0), SearchResults::TitleRole) == "Nachtopvang");
    CHECK(results.totalText() == "1 dienst gevonden");

    results.clearAll();
    REQUIRE(waitFor([&] { return results.total() == 121; }));
    // A row past the first window comes when the list asks for it.
    CHECK_FALSE(results.data(results.index(100), SearchResults::LoadedRole).toBool());
    CHECK(waitFor([&] { return results.data(results.index(100), SearchResults::LoadedRole).toBool(); }));
}

TEST_CASE("A favourite, a note and a remark are kept where they belong", "[app][map]") {
    AppWorld world;
    world.foundAndUnlock();
    const RecordId id = makeService(world, "Steunpunt");
    app::ServiceDetail detail;
    detail.setRecord(app::idText(id));
    REQUIRE(waitFor([&] { return detail.ready(); }));
    CHECK(detail.entry().value("title") == "Steunpunt");

    detail.setFavourite(true);
    detail.saveNote("Bel na tienen");
    REQUIRE(waitFor([&] { return detail.favourite() && detail.note() == "Bel na tienen"; }));
    const auto space = ask(world.desk, [](session::Session& session) {
        const auto rows = session.store().list({.kind = "note", .facets = {}, .offset = 0, .limit = 10}).rows;
        return rows.size() == 1 && session.store().find(rows[0].id)->space == session.spaceFor("note") &&
               session.spaceFor("note") != session.spaceFor("service");
    });
    CHECK(*space);

    const auto remarks = [&] {
        return ask(world.desk,
                   [id](session::Session& session) { return app::openRemarks(session, id).size(); });
    };
    detail.remark("Het nummer is veranderd");
    REQUIRE(waitFor([&] { return *remarks() == 1; }));
    world.clock.advance(1000);
    detail.assure();
    CHECK(waitFor([&] { return *remarks() == 0; }));
    detail.setFavourite(false);
    CHECK(waitFor([&] { return !detail.favourite(); }));
}

TEST_CASE("A form writes only what changed and keeps a draft through a lock", "[app][map]") {
    AppWorld world;
    world.foundAndUnlock();
    const RecordId id = makeService(world, "Spreekuur");
    const auto rowOf = [](const app::RecordEditor& editor, const char* field) {
        for (int i = 0; i < editor.rowCount(); ++i)
            if (editor.data(editor.index(i), app::RecordEditor::FieldRole) == field) return i;
        return -1;
    };
    app::RecordEditor editor;
    editor.setProperty("record", app::idText(id));
    editor.open();
    REQUIRE(waitFor([&] { return editor.ready(); }));
    editor.set(rowOf(editor, "email"), "geen adres");
    CHECK(editor.wrong());
    editor.set(rowOf(editor, "email"), "spreekuur@voorbeeld.nl");
    CHECK_FALSE(editor.wrong());
    world.app.lock();
    world.unlock();

    app::RecordEditor again;
    again.setProperty("record", app::idText(id));
    again.open();
    REQUIRE(waitFor([&] { return again.ready(); }));
    REQUIRE(again.draftWaits());
    again.resumeDraft();
    bool saved = false;
    QObject::connect(&again, &app::RecordEditor::saved, [&] { saved = true; });
    again.save();
    REQUIRE(waitFor([&] { return saved; }));
    const auto fields =
        ask(world.desk, [id](session::Session& session) { return session.store().history(id).size(); });
    CHECK(*fields == 3);  // the name and the description it was made with, and the address
}

TEST_CASE("Points that lie together on the map are one pin, and an outline goes around them", "[app][map]") {
    const std::vector<QPointF> points{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {5, 5}};
    CHECK(app::hullOf(points).size() == 4);
    CHECK(app::clustersOf(points, 100).size() == 1);
    CHECK(app::clustersOf(points, 100).front().points.size() == 5);
    CHECK(app::clustersOf(points, 2).size() == 5);
    // Astride the edge of two squares, and far enough from each other in two.
    CHECK(app::clustersOf({{98, 50}, {104, 50}}, 100).size() == 1);
    CHECK(app::clustersOf({{50, 50}, {150, 50}}, 100).size() == 2);
    CHECK(app::softOutline(points, 3).startsWith("M "));
    CHECK(app::softOutline({}, 3).isEmpty());
}
