// SPDX-License-Identifier: EUPL-1.2
#include "app/remark_list.h"

#include <catch2/catch.hpp>

#include "app/app_world.h"
#include "app/record_reading.h"

using namespace veldwijzer;
using namespace veldwijzer::test;

namespace {

/// Both write as the app does; the day stays the same.
RecordId remarkOn(AppWorld& world, const RecordId& service, const char* words) {
    const auto made = ask(world.desk, [&](session::Session& session) {
        return session.create("suggestion", {{"record", app::utf8(app::idText(service))}, {"text", words}});
    });
    REQUIRE(made.ok());
    emit world.desk.changed();
    return *made;
}

}  // namespace

TEST_CASE("What is not right any more stands in the list until somebody finds it right or takes it back",
          "[app][manage]") {
    AppWorld world;
    world.foundAndUnlock("Anna");
    const auto service = ask(world.desk, [](session::Session& session) {
        return session.create("service", {{"name", "Inloop de Brug"}});
    });
    REQUIRE(service.ok());
    app::RemarkList remarks;
    REQUIRE(waitFor([&] { return remarks.loaded(); }));
    CHECK(remarks.rows()->count() == 0);

    remarkOn(world, *service, "Het nummer bestaat niet meer");
    world.clock.advance(1000);
    remarkOn(world, *service, "Zij zijn verhuisd");
    REQUIRE(waitFor([&] { return remarks.rows()->count() == 2; }));
    const QVariantMap newest = remarks.rows()->get(0);
    CHECK(newest["words"] == "Zij zijn verhuisd");
    CHECK(newest["title"] == "Inloop de Brug");
    CHECK(newest["record"] == app::idText(*service));
    CHECK(newest["mine"].toBool());
    CHECK(newest["assurable"].toBool());

    remarks.withdraw(newest["id"].toString());
    REQUIRE(waitFor([&] { return remarks.rows()->count() == 1; }));
    world.clock.advance(1000);
    remarks.settle(newest["record"].toString());
    REQUIRE(waitFor([&] { return remarks.rows()->count() == 0; }));
}
