// SPDX-License-Identifier: EUPL-1.2
#include <QKeyEvent>
#include <QSignalSpy>
#include <catch2/catch.hpp>

#include "app/app_world.h"
#include "app/auto_lock.h"
#include "app/single_instance.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using app::App;
using app::AutoLock;

namespace {

constexpr std::int64_t minute = 60'000;

/// Only the day on the wall goes on: as after a laptop slept.
class SleepingClock final : public Clock {
public:
    [[nodiscard]] WallMs wallMs() const override { return wall; }
    [[nodiscard]] std::int64_t steadyMs() const override { return steady; }
    std::int64_t wall = 1'700'000'000'000;
    std::int64_t steady = 0;
};

struct Lock {
    SleepingClock clock;
    AutoLock lock{(application(), clock), [] { return AutoLock::Times{10 * minute, 2 * minute}; }};
    QSignalSpy due{&lock, &AutoLock::due};
    bool isDue() {
        due.clear();
        lock.look();
        return due.count() > 0;
    }
    void press() {
        QKeyEvent key(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier);
        QCoreApplication::sendEvent(&application(), &key);
    }
};

}  // namespace

TEST_CASE("An app that nobody touches locks; a key puts it off", "[app][locking]") {
    Lock world;
    world.lock.start();
    world.clock.steady += 9 * minute;
    CHECK_FALSE(world.isDue());
    world.press();
    world.clock.steady += 9 * minute;
    CHECK_FALSE(world.isDue());
    world.clock.steady += minute;
    CHECK(world.isDue());
}

TEST_CASE("The first key after the laptop slept comes too late", "[app][locking]") {
    Lock world;
    world.lock.start();
    world.clock.wall += 60 * minute;
    world.due.clear();
    world.press();
    CHECK(world.due.count() == 1);
}

TEST_CASE("A hidden window locks sooner, counted from when it was hidden", "[app][locking]") {
    Lock world;
    world.lock.start();
    world.clock.steady += 5 * minute;
    world.lock.setHidden(true);
    CHECK_FALSE(world.isDue());
    world.clock.steady += minute;
    CHECK_FALSE(world.isDue());
    world.lock.setHidden(false);
    world.press();
    world.lock.setHidden(true);
    world.clock.steady += 2 * minute;
    CHECK(world.isDue());
}

TEST_CASE("The open region closes by itself after the time that was chosen", "[app][locking]") {
    AppWorld world;
    world.foundAndUnlock();
    const QSignalSpy kept(&world.app, &App::aboutToLock);
    const QSignalSpy itself(&world.app, &App::lockedItself);
    world.app.settings().setLockIdleMinutes(5);
    world.clock.advance(6 * minute);
    REQUIRE(waitFor([&] { return world.app.phase() == App::Phase::Locked; }));
    CHECK(kept.count() == 1);
    CHECK(itself.count() == 1);
}

TEST_CASE("After five wrong passphrases the next try has to wait", "[app][locking]") {
    AppWorld world;
    world.found();
    for (int i = 0; i < App::freeTries; ++i) {
        CHECK(world.app.waitSeconds() == 0);
        world.app.unlock("steeds een andere zin");
        REQUIRE(waitFor([&] { return !world.app.busy(); }));
    }
    CHECK(world.app.waitSeconds() > 0);
    world.app.unlock("correct paard batterij nietje");
    CHECK_FALSE(world.app.busy());
    REQUIRE(waitFor([&] { return world.app.waitSeconds() == 0; }));
    world.unlock();
}

TEST_CASE("A second start hands its link to the first and ends", "[app][instance]") {
    application();
    const TemporaryFolder folder;
    const auto vault = folder.path() / "vault";
    app::SingleInstance first(vault);
    REQUIRE_FALSE(first.handOver({}));
    const QSignalSpy again(&first, &app::SingleInstance::startedAgain);
    bool taken = false;
    std::thread other([&] { taken = app::SingleInstance(vault).handOver("veldwijzer:join/abc"); });
    CHECK(waitFor([&] { return again.count() == 1; }));
    other.join();
    CHECK(taken);
    CHECK(again.first().first().toString() == "veldwijzer:join/abc");
    app::SingleInstance elsewhere(folder.path() / "another");
    CHECK_FALSE(elsewhere.handOver({}));
}
