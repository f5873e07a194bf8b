// SPDX-License-Identifier: EUPL-1.2
#include "app/sync_overview.h"

#include <catch2/catch.hpp>

#include "app/app_world.h"

using namespace veldwijzer;
using namespace veldwijzer::test;

TEST_CASE("What waits is told in words until the server has acknowledged it", "[app][sync]") {
    AppWorld world;
    world.foundAndUnlock("Anna");
    world.road.online = false;
    const auto service = ask(world.desk, [](session::Session& session) {
        return session.create("service", {{"name", "Inloop"}, {"email", "inloop@voorbeeld.nl"}});
    });
    REQUIRE(service.ok());
    app::SyncOverview overview;
    REQUIRE(waitFor([&] { return overview.rows()->count() == 1; }));
    const QVariantMap row = overview.rows()->get(0);
    CHECK(row["title"] == "Inloop");
    CHECK(row["kind"] == "dienst");
    CHECK(row["what"] == "E-mail, Naam van de dienst");
    CHECK(row["since"] == "zojuist");
    CHECK(overview.more() == 0);
    REQUIRE_FALSE(overview.spaces().isEmpty());

    const auto invited = ask(world.desk, [](session::Session& session) {
        return session.invite(roster::Role::Professional, 1, 24LL * 3600 * 1000);
    });
    REQUIRE(invited.ok());
    emit world.desk.changed();
    CHECK(waitFor([&] { return overview.membership() == 1; }));

    world.road.online = true;
    CHECK(waitFor([&] {
        world.desk.syncNow();
        return overview.rows()->count() == 0 && overview.membership() == 0;
    }));
}
