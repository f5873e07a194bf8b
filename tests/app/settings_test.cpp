// SPDX-License-Identifier: EUPL-1.2
#include <QFile>
#include <QSignalSpy>
#include <catch2/catch.hpp>

#include "app/app_world.h"
#include "app/passphrase_change.h"
#include "app/settings.h"
#include "app/words.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using app::Settings;

TEST_CASE("What a person chose is there again, before unlocking", "[app][settings]") {
    application();
    const TemporaryFolder folder;
    const auto file = folder.path() / "vault.ini";
    {
        Settings settings(file);
        CHECK(settings.language().isEmpty());
        CHECK(settings.lockIdleMinutes() == Settings::lockIdleMinutesUsual);
        const QSignalSpy heard(&settings, &Settings::languageChanged);
        settings.setLanguage("en");
        settings.setLanguage("en");
        CHECK(heard.count() == 1);
        settings.setLook(Settings::Look::Dark);
        settings.setTextScale(1.5);
        settings.setReducedMotion(true);
        settings.setLockIdleMinutes(5);
        settings.setLockHiddenMinutes(0);
    }
    const Settings again(file);
    CHECK(again.languageInUse() == "en");
    CHECK(again.dark());
    CHECK(again.textScale() == 1.5);
    CHECK(again.reducedMotion());
    CHECK(again.lockIdleMinutes() == 5);
    CHECK(again.lockHiddenMinutes() == 0);
}

TEST_CASE("A settings file full of nonsense is brought within bounds", "[app][settings]") {
    application();
    const TemporaryFolder folder;
    const auto file = folder.path() / "vault.ini";
    QFile nonsense(app::text(file.string()));
    REQUIRE(nonsense.open(QIODevice::WriteOnly));
    nonsense.write(
        "[General]\nlanguage=xx\nlook=7\ntextScale=nan\nlockIdleMinutes=100000\nlockHiddenMinutes=-4\nwindow="
        "no\n");
    nonsense.close();
    const Settings settings(file);
    CHECK(settings.language().isEmpty());
    CHECK(settings.look() == Settings::Look::System);
    CHECK(settings.textScale() == 1.0);
    CHECK(settings.lockIdleMinutes() == Settings::lockMinutesMax);
    CHECK(settings.lockHiddenMinutes() == 0);
    CHECK(settings.window().isEmpty());
}

TEST_CASE("A changed passphrase opens the vault and the old one does not", "[app][settings]") {
    AppWorld world;
    world.foundAndUnlock();
    app::PassphraseChange change;
    const QSignalSpy done(&change, &app::PassphraseChange::done);
    change.change(app::text(passphrase), "te makkelijk");
    CHECK(change.problemTitle() != QString());
    change.change("niet de oude wachtzin", "kale kraai fietst morgen omhoog");
    REQUIRE(waitFor([&] { return !change.working(); }));
    CHECK(done.count() == 0);
    change.change(app::text(passphrase), "kale kraai fietst morgen omhoog");
    REQUIRE(waitFor([&] { return done.count() == 1; }));
    world.app.lock();
    world.app.unlock(app::text(passphrase));
    REQUIRE(waitFor([&] { return !world.app.busy(); }));
    CHECK(world.app.errorName() == "wrong-passphrase");
    world.app.unlock("kale kraai fietst morgen omhoog");
    CHECK(waitFor([&] { return world.app.phase() == app::App::Phase::Open; }));
}
