// SPDX-License-Identifier: EUPL-1.2
// A disk that fills up under the app. No file may grow past a limit of this process: to SQLite that is a
// write that fails, as on a full disk (tests/vault has SQLITE_FULL at every single write).
#include <sys/resource.h>

#include <QSignalSpy>
#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>

#include "app/app_world.h"
#include "app/error_words.h"
#include "app/file_jobs.h"
#include "app/onboarding.h"
#include "app/passphrase_change.h"
#include "app/record_editor.h"
#include "app/record_reading.h"
#include "app/search_results.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using app::App;
namespace fs = std::filesystem;

namespace {

/// No file grows beyond `bytes` while it lives.
class FullDisk {
public:
    explicit FullDisk(std::uintmax_t bytes) {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        rlimit limit = before_;
        limit.rlim_cur = bytes;
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

std::uintmax_t sizeOf(const fs::path& path) {
    std::error_code missing;
    const auto size = fs::file_size(path, missing);
    return missing ? 0 : size;
}

/// Room for what is there and not much more.
std::uintmax_t hardlyMore(AppWorld& world) {
    const auto vault = world.folder.path() / "vault";
    return std::max(sizeOf(vault / "vault.db"), sizeOf(vault / "vault.db-wal"));
}

Result<RecordId> write(AppWorld& world, std::size_t number) {
    return ask(world.desk, [number](session::Session& session) {
        return session.create("service", {{"name", "Dienst " + std::to_string(number)},
                                          {"description", std::string(3000, 'x')}});
    });
}

/// Until the disk is full; how many were acknowledged.
std::size_t writeUntilFull(AppWorld& world, std::size_t from) {
    for (std::size_t number = from; number < from + 500; ++number) {
        const auto made = write(world, number);
        if (made) continue;
        CHECK(made.error().code == ErrorCode::Storage);
        checkWords(app::wordsFor(made.error()));
        return number - from;
    }
    FAIL("the disk never got full");
    return 0;
}

std::uint64_t services(AppWorld& world) {
    const auto count = ask(world.desk, [](session::Session& session) {
        return session.store().list({.kind = "service"}).total;
    });
    REQUIRE(count.ok());
    return *count;
}

}  // namespace

TEST_CASE("A full disk takes nothing that was acknowledged, and one can look and lock; with room it goes on",
          "[app][disk]") {
    AppWorld world;
    world.foundAndUnlock();
    for (std::size_t i = 0; i < 20; ++i)
        REQUIRE(write(world, i).ok());
    std::size_t acknowledged = 20;
    {
        const FullDisk full(hardlyMore(world) + 60'000);
        acknowledged += writeUntilFull(world, acknowledged);
        CHECK(services(world) == acknowledged);
        app::SearchResults results;
        results.setText("dienst 3");
        REQUIRE(waitFor([&] { return results.ready() || !results.errorTitle().isEmpty(); }));
        CHECK(results.errorTitle().isEmpty());
        CHECK(results.total() > 0);
        world.app.lock();
        world.desk.finish();
        world.unlock();
        CHECK(services(world) == acknowledged);
        // The sync meets it too, tells, and goes on trying.
        CHECK(waitFor([&] {
            world.desk.syncNow();
            return world.desk.syncState().pending == 0 || world.app.syncLook() == App::SyncLook::Trouble;
        }));
    }
    REQUIRE(write(world, acknowledged).ok());
    ++acknowledged;
    REQUIRE(waitFor([&] {
        world.desk.syncNow();
        return world.desk.syncState().pending == 0 && world.app.syncLook() == App::SyncLook::Fine;
    }));
    const auto bram = world.colleague(world.invite(roster::Role::Professional), "Bram");
    const auto transport = world.road.transport();
    REQUIRE_FALSE(bram->sync(*transport).failure.has_value());
    CHECK(bram->store().list({.kind = "service"}).total == acknowledged);
}

TEST_CASE("What is typed while the disk is full stays on the screen and can be saved later", "[app][disk]") {
    AppWorld world;
    world.foundAndUnlock();
    const auto id = write(world, 1);
    REQUIRE(id.ok());
    app::RecordEditor editor;
    editor.setProperty("record", app::idText(*id));
    editor.open();
    REQUIRE(waitFor([&] { return editor.ready(); }));
    QSignalSpy failed(&editor, &app::RecordEditor::failed);
    const QString typed = QString(2'000, 'y');
    int row = -1;
    for (int i = 0; i < editor.rowCount(); ++i)
        if (editor.data(editor.index(i), app::RecordEditor::FieldRole) == "description") row = i;
    REQUIRE(row >= 0);
    {
        const FullDisk full(0);
        editor.set(row, typed);
        // The draft cannot be kept: that is told while there is still time to do something.
        REQUIRE(waitFor([&] { return failed.count() > 0; }));
        checkWords(failed.first().at(0).toString(), failed.first().at(1).toString());
        failed.clear();
        editor.save();
        REQUIRE(waitFor([&] { return failed.count() > 0 && !editor.saving(); }));
        checkWords(failed.first().at(0).toString(), failed.first().at(1).toString());
        CHECK(editor.data(editor.index(row), app::RecordEditor::ValueRole) == typed);
        CHECK(editor.changed());
    }
    QSignalSpy saved(&editor, &app::RecordEditor::saved);
    editor.save();
    CHECK(waitFor([&] { return saved.count() == 1; }));
}

TEST_CASE("An import that fills the disk says so, and goes on where it was", "[app][disk]") {
    AppWorld world;
    world.foundAndUnlock();
    const auto path = world.folder.path() / "kaart.json";
    {
        std::ofstream out(path);
        out << "[";
        for (int i = 0; i < 400; ++i)
            out << (i > 0 ? "," : "") << R"({"id":"s)" << i << R"(","name":"Dienst )" << i
                << R"(","description":")" << std::string(1500, 'z') << R"("})";
        out << "]";
    }
    app::ImportJob job;
    job.look(QUrl::fromLocalFile(app::text(path.string())));
    REQUIRE(waitFor([&] { return job.step() == app::ImportJob::Step::Ready; }));
    {
        const FullDisk full(hardlyMore(world) + 100'000);
        job.start();
        REQUIRE(waitFor([&] { return job.step() != app::ImportJob::Step::Writing; }));
        CHECK(job.step() == app::ImportJob::Step::Choosing);
        CHECK(job.error().contains("Opslaan lukt niet"));
    }
    job.look(QUrl::fromLocalFile(app::text(path.string())));
    REQUIRE(waitFor([&] { return job.step() == app::ImportJob::Step::Ready; }));
    CHECK(job.error().isEmpty());
    job.start();
    REQUIRE(waitFor([&] { return job.step() == app::ImportJob::Step::Done; }));
    CHECK(services(world) == 400);
}

TEST_CASE("A passphrase that cannot be saved stays the old one", "[app][disk]") {
    AppWorld world;
    world.foundAndUnlock();
    app::PassphraseChange change;
    {
        const FullDisk full(16);
        change.change(app::text(passphrase), "kale kraai fietst morgen omhoog");
        REQUIRE(waitFor([&] { return !change.working(); }));
        checkWords(change.problemTitle(), change.problemText());
    }
    world.app.lock();
    world.desk.finish();
    world.unlock();
}

TEST_CASE("Joining on a full disk, wherever it fails, leaves no dead end", "[app][disk]") {
    const QString good = QStringLiteral("kale kraai fietst morgen omhoog");
    for (const std::uintmax_t room : {0, 100, 6'000, 30'000, 120'000, 200'000, 300'000, 450'000}) {
        CAPTURE(room);
        AppWorld world;
        auto onboarding = std::make_unique<app::Onboarding>();
        const QString link = app::text(roster::encodeLink(world.region.bootstrap()));
        onboarding->readLink(link);
        {
            const FullDisk full(room);
            onboarding->join("Anna", good);
            REQUIRE(waitFor([&] {
                return world.app.phase() == App::Phase::Open ||
                       (!onboarding->joining() && !onboarding->problemTitle().isEmpty());
            }));
            if (world.app.phase() != App::Phase::Open)
                checkWords(onboarding->problemTitle(), onboarding->problemText());
        }
        // With room, from whichever page the app shows then.
        if (world.app.phase() == App::Phase::Welcome) onboarding->join("Anna", good);
        if (world.app.phase() == App::Phase::Locked) {
            CHECK_FALSE(world.app.errorTitle().isEmpty());
            world.app.unlock(good);
            REQUIRE(waitFor([&] { return world.desk.isOpen(); }));
            onboarding = std::make_unique<app::Onboarding>();
        }
        REQUIRE(waitFor([&] {
            if (world.app.phase() == App::Phase::Joining && !onboarding->joining()) {
                if (onboarding->linkSpent())
                    onboarding->joinWith(link, "Anna");
                else
                    onboarding->retry();
            }
            return world.app.phase() == App::Phase::Open;
        }));
        CHECK(waitFor([&] { return world.app.memberName() == "Anna"; }));
    }
}

TEST_CASE("The sample on a full disk is refused in words", "[app][disk]") {
    AppWorld world;
    {
        const FullDisk full(50'000);
        world.app.openSample();
        REQUIRE(waitFor([&] { return !world.app.busy(); }));
        CHECK(world.app.phase() == App::Phase::Welcome);
        CHECK(world.app.errorName() == "storage");
        checkWords(world.app.errorTitle(), world.app.errorText());
    }
    world.app.openSample();
    CHECK(waitFor([&] { return world.app.phase() == App::Phase::Open; }));
}
