// SPDX-License-Identifier: EUPL-1.2
#include <QSignalSpy>
#include <catch2/catch.hpp>

#include "app/app_world.h"
#include "app/words.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using app::App;

TEST_CASE("The right passphrase opens the region, and says whose it is", "[app][opening]") {
    AppWorld world;
    CHECK(world.app.phase() == App::Phase::Welcome);
    world.found("Anna");
    CHECK(world.app.phase() == App::Phase::Locked);
    world.unlock();
    CHECK(world.app.phase() == App::Phase::Open);
    CHECK(world.app.regionName() == "Regio Proef");
    CHECK(world.app.memberName() == "Anna");
    CHECK(world.app.coordinator());
    CHECK_FALSE(world.app.sample());
    CHECK(waitFor([&] { return world.app.syncLook() == App::SyncLook::Fine; }));
}

TEST_CASE("A wrong passphrase opens nothing and says so", "[app][opening]") {
    AppWorld world;
    world.found();
    world.app.unlock("iets heel anders dan dat");
    CHECK(world.app.busy());
    REQUIRE(waitFor([&] { return !world.app.busy(); }));
    CHECK(world.app.phase() == App::Phase::Locked);
    CHECK(world.app.errorName() == "wrong-passphrase");
    CHECK_FALSE(world.app.errorTitle().isEmpty());
    world.unlock();
    CHECK(world.app.errorTitle().isEmpty());
}

TEST_CASE("Locking drops everything at once; what was written is there again", "[app][opening]") {
    AppWorld world;
    world.foundAndUnlock();
    const auto service = ask(world.desk, [](session::Session& session) {
        return session.create("service", {{"name", "Inloop"}});
    });
    REQUIRE(service.ok());
    bool warned = false;
    QObject::connect(&world.app, &App::aboutToLock, [&] { warned = world.desk.isOpen(); });
    world.app.lock();
    CHECK(warned);
    CHECK(world.app.phase() == App::Phase::Locked);
    CHECK(world.app.memberName().isEmpty());
    CHECK_FALSE(world.desk.isOpen());
    bool answered = false;
    world.desk.ask(
        &world.desk, [](session::Session& session) { return session.joined(); },
        [&](const Result<bool>&) { answered = true; });
    world.desk.finish();
    CHECK_FALSE(answered);
    world.unlock();
    const auto found = ask(world.desk, [id = *service](session::Session& session) {
        return session.store().find(id).has_value();
    });
    REQUIRE(found.ok());
    CHECK(*found);
}

TEST_CASE("Who leaves while the vault is being opened finds it closed", "[app][opening]") {
    AppWorld world;
    world.found();
    QSignalSpy opened(&world.desk, &app::Desk::opened);
    world.app.unlock(app::text(passphrase));
    world.app.lock();
    REQUIRE(waitFor([&] { return !world.app.busy(); }));
    CHECK(opened.isEmpty());
    CHECK(world.app.phase() == App::Phase::Locked);
    CHECK(world.app.errorTitle().isEmpty());
    world.unlock();
    CHECK(world.app.phase() == App::Phase::Open);
}

TEST_CASE("A change is delivered, heard and sent", "[app][opening]") {
    AppWorld world;
    world.foundAndUnlock();
    const QSignalSpy changed(&world.desk, &app::Desk::changed);
    bool done = false;
    world.desk.change(
        &world.desk,
        [](session::Session& session) {
            return session.create("service", {{"name", "Inloop"}});
        },
        [&](const Result<RecordId>& made) { done = made.ok(); });
    REQUIRE(waitFor([&] { return done && changed.count() > 0; }));
    CHECK(waitFor([&] { return world.desk.syncState().pending == 0; }));
}

TEST_CASE("The sample region opens without a server and is gone when it is closed", "[app][opening]") {
    AppWorld world;
    world.app.openSample();
    REQUIRE(
        waitFor([&] { return world.app.phase() == App::Phase::Open && !world.app.regionName().isEmpty(); }));
    CHECK(world.app.sample());
    CHECK(world.app.syncLook() == App::SyncLook::Local);
    const auto services =
        ask(world.desk, [](session::Session& session) { return session.openServices(0).services; });
    REQUIRE(services.ok());
    CHECK(*services > 100);
    world.app.lock();
    CHECK(world.app.phase() == App::Phase::Welcome);
    CHECK(world.road.posts == 0);
}

TEST_CASE("Who lost the passphrase begins again, and the old vault can be put back", "[app][opening]") {
    AppWorld world;
    world.found();
    world.app.setVaultAside();
    CHECK(world.app.phase() == App::Phase::Welcome);
    std::filesystem::path aside;
    for (const auto& each : std::filesystem::directory_iterator(world.folder.path()))
        if (each.path().filename().string().starts_with("vault.aside-")) aside = each.path();
    REQUIRE_FALSE(aside.empty());
    std::filesystem::rename(aside, world.folder.path() / "vault");
    world.unlock();
    world.app.setVaultAside();  // not while it is open
    CHECK(world.app.phase() == App::Phase::Open);

    // Twice in one minute: each keeps its own name.
    std::filesystem::create_directories(aside / "an older vault");
    world.app.lock();
    world.app.setVaultAside();
    CHECK(world.app.phase() == App::Phase::Welcome);
    CHECK(std::filesystem::exists(aside / "an older vault"));
    CHECK(std::filesystem::exists(aside.string() + "-2"));
}

TEST_CASE("A vault that is older than it should be opens only when a person says so", "[app][opening]") {
    AppWorld world;
    world.foundAndUnlock();
    world.app.lock();
    world.desk.finish();
    const auto vault = world.folder.path() / "vault", copy = world.folder.path() / "copy";
    std::filesystem::copy(vault, copy, std::filesystem::copy_options::recursive);
    world.unlock();
    REQUIRE(ask(world.desk, [](session::Session& session) {
                return session.create("service", {{"name", "Later"}});
            }).ok());
    world.app.lock();
    world.desk.finish();
    // All but the head comes back from the copy.
    for (const auto& each : std::filesystem::directory_iterator(copy))
        if (each.path().filename() != "head")
            std::filesystem::copy_file(each.path(), vault / each.path().filename(),
                                       std::filesystem::copy_options::overwrite_existing);
    world.app.unlock(app::text(passphrase));
    REQUIRE(waitFor([&] { return !world.app.busy(); }));
    CHECK(world.app.errorName() == "vault-rolled-back");
    CHECK(world.app.phase() == App::Phase::Locked);
    world.app.unlock(app::text(passphrase), App::Despite::Rollback);
    CHECK(waitFor([&] { return world.app.phase() == App::Phase::Open; }));
}
