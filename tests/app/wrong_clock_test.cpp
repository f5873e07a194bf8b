// SPDX-License-Identifier: EUPL-1.2
// A device whose clock is years off, either way, or whose time zone is another.
#include <catch2/catch.hpp>
#include <ctime>

#include "app/app_world.h"
#include "app/error_words.h"
#include "app/onboarding.h"
#include "app/sync_overview.h"
#include "domain/opening_hours.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using app::App;

namespace {

constexpr std::int64_t day = 24LL * 3600 * 1000;
constexpr std::int64_t year = 365 * day;

void syncedAll(AppWorld& world) {
    REQUIRE(waitFor([&] {
        world.desk.syncNow();
        return world.desk.syncState().pending == 0;
    }));
}

RecordId newService(AppWorld& world, const std::string& name) {
    const auto made = ask(world.desk, [name](session::Session& session) {
        return session.create("service", {{"name", name}});
    });
    REQUIRE(made.ok());
    return *made;
}

std::string nameOf(const session::Session& session, const RecordId& id) {
    const auto stored = session.store().find(id);
    if (!stored) return {};
    const merge::Value* value = merge::shownValue(stored->record, "name");
    return value == nullptr ? std::string() : std::get<std::string>(*value);
}

}  // namespace

TEST_CASE("A clock that is years off is told; work goes on, and nobody is overruled by it later",
          "[app][clock]") {
    const std::int64_t wrong = GENERATE(20 * year, -9 * year);
    CAPTURE(wrong / year);
    AppWorld world;
    world.foundAndUnlock("Anna");
    const auto bram = world.colleague(world.invite(roster::Role::Editor), "Bram");
    const auto transport = world.road.transport();

    world.app.lock();
    world.setClockWrongBy(wrong);
    world.unlock();
    const RecordId id = newService(world, "Van Anna");
    syncedAll(world);
    app::SyncOverview overview;
    REQUIRE(waitFor([&] { return !overview.alarms().isEmpty(); }));
    CHECK(world.app.syncLook() == App::SyncLook::Trouble);
    const QVariantMap alarm = overview.alarms().first().toMap();
    CHECK(alarm["name"] == "clock-skew");
    CHECK(alarm["title"] == world.app.syncText());
    checkWords(alarm["title"].toString(), alarm["text"].toString());

    // A colleague whose clock is right changes it afterwards: that is what both see.
    // What waits is counted a moment later than it is written, so only he can tell that it has arrived.
    REQUIRE(waitFor([&] {
        world.desk.syncNow();
        return !bram->sync(*transport).failure && nameOf(*bram, id) == "Van Anna";
    }));
    REQUIRE(bram->set(id, {{"name", "Van Bram"}}).ok());
    REQUIRE_FALSE(bram->sync(*transport).failure.has_value());
    REQUIRE(waitFor([&] {
        world.desk.syncNow();
        const auto name = ask(world.desk, [id](session::Session& session) { return nameOf(session, id); });
        return name.ok() && *name == "Van Bram";
    }));

    // And with the clock put right, Anna's next word counts.
    world.setClockWrongBy(0);
    REQUIRE(waitFor([&] {
        world.desk.syncNow();
        return world.app.syncLook() == App::SyncLook::Fine && overview.alarms().isEmpty();
    }));
    REQUIRE(ask(world.desk, [id](session::Session& session) {
                return session.set(id, {{"name", "Weer van Anna"}});
            }).ok());
    REQUIRE(waitFor([&] {
        world.desk.syncNow();
        return !bram->sync(*transport).failure && nameOf(*bram, id) == "Weer van Anna";
    }));
    CHECK(world.app.conflicts() == 0);
}

TEST_CASE("A device whose clock is years off can join", "[app][clock]") {
    const std::int64_t wrong = GENERATE(20 * year, -9 * year);
    CAPTURE(wrong / year);
    AppWorld world;
    world.setClockWrongBy(wrong);
    app::Onboarding onboarding;
    onboarding.readLink(app::text(roster::encodeLink(world.region.bootstrap())));
    onboarding.join("Anna", "kale kraai fietst morgen omhoog");
    CHECK(waitFor([&] { return world.app.phase() == App::Phase::Open; }));
    CHECK(waitFor([&] { return world.app.syncLook() == App::SyncLook::Trouble; }));
}

TEST_CASE("Some minutes off are nobody's business", "[app][clock]") {
    AppWorld world;
    world.setClockWrongBy(4 * 60'000);
    world.foundAndUnlock();
    syncedAll(world);
    CHECK(waitFor([&] { return world.app.syncLook() == App::SyncLook::Fine; }));
}

TEST_CASE("Times are those of the region, whatever zone the device thinks it is in", "[app][clock]") {
    application();
    const WallMs at = *domain::instantFrom("2026-11-23T13:16");
    const WallMs now = *domain::instantFrom("2026-11-23T20:00");
    const QByteArray before = qgetenv("TZ");
    for (const char* zone : {"Pacific/Auckland", "America/Los_Angeles", "UTC", "Nowhere/AtAll"}) {
        CAPTURE(zone);
        qputenv("TZ", zone);
        ::tzset();
        CHECK(app::momentText(at, now) == "13:16");
        CHECK(app::momentText(at, now + day) == "gisteren 13:16");
        CHECK(domain::localText(at) == "2026-11-23 13:16");
    }
    if (before.isEmpty())
        qunsetenv("TZ");
    else
        qputenv("TZ", before);
    ::tzset();
}
