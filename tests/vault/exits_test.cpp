// SPDX-License-Identifier: EUPL-1.2
// The ways in which plain content could leave a vault.
#include <sys/stat.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "fixtures.h"

using namespace veldwijzer;
using namespace veldwijzer::vault;
using namespace veldwijzer::vault::test;

namespace {

constexpr std::string_view canary = "KANARIEPIETENGEHEIM";

bool contains(const Bytes& bytes, std::string_view text) {
    return std::search(bytes.begin(), bytes.end(), text.begin(), text.end()) != bytes.end();
}

void expectNoCanary(const std::filesystem::path& folder) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        ++files;
        INFO(entry.path());
        const Bytes bytes = readAll(entry.path());
        CHECK_FALSE(contains(bytes, canary));
        CHECK_FALSE(contains(bytes, "SQLite format"));
        CHECK_FALSE(contains(bytes, "geheime_tabel"));
    }
    CHECK(files >= 4);
}

/// Files this process has open that no folder shows any more: SQLite's temporary files are like that.
std::size_t deletedFilesOpen() {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
        std::error_code ignored;
        const std::string target = std::filesystem::read_symlink(entry.path(), ignored).string();
        if (target.ends_with("(deleted)")) ++count;
    }
    return count;
}

void writeCanaries(Database& db) {
    db.execute("PRAGMA cache_size=10");
    db.execute("CREATE TABLE geheime_tabel(id INTEGER PRIMARY KEY, body TEXT)");
    db.execute("CREATE INDEX i ON geheime_tabel(body)");
    db.execute("CREATE VIRTUAL TABLE f USING fts5(body)");
    Transaction transaction(db);
    for (int i = 0; i < 2000; ++i) {
        const std::string body = std::string(canary) + std::to_string(i * 7919 % 2000);
        db.prepare("INSERT INTO geheime_tabel(body) VALUES(?)").bind(1, std::string_view(body)).run();
        db.prepare("INSERT INTO f(body) VALUES(?)").bind(1, std::string_view(body)).run();
    }
    // A savepoint in a large transaction wants a statement journal; a large sort wants a file.
    db.execute("SAVEPOINT s");
    db.execute("UPDATE geheime_tabel SET body = body || 'x'");
    db.execute("ROLLBACK TO s");
    db.execute(
        "CREATE TEMP TABLE sorted AS SELECT a.body FROM geheime_tabel a, geheime_tabel b WHERE b.id < 20 "
        "ORDER BY a.body || b.body");
    CHECK(deletedFilesOpen() == 0);
    transaction.commit();
}

bool refused(Database& db, const char* sql) {
    try {
        db.execute(sql);
        return false;
    } catch (const StorageError&) {
        return true;
    }
}

}  // namespace

TEST_CASE("No file of a vault, and no temporary file, holds content in the clear", "[vault]") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder / "temporary");
    ::setenv("SQLITE_TMPDIR", (folder / "temporary").c_str(), 1);
    {
        const auto vault = makeVault(folder / "v");
        writeCanaries(vault->database());
        vault->anchorHead(3);
        expectNoCanary(folder / "v");
        CHECK(std::filesystem::file_size(folder / "v/vault.db-wal") > 100'000);
        vault->database().execute("VACUUM");
        CHECK(deletedFilesOpen() == 0);
        REQUIRE(vault->check()->sound());
        expectNoCanary(folder / "v");
    }
    ::unsetenv("SQLITE_TMPDIR");
    expectNoCanary(folder / "v");
    CHECK(std::filesystem::is_empty(folder / "temporary"));
    CHECK_FALSE(contains(readAll(folder / "v/keys"), passphrase));
}

TEST_CASE("The same page is never sealed twice into the same bytes", "[vault]") {
    const TemporaryFolder folder;
    const auto vault = makeVault(folder / "v");
    Database& db = vault->database();
    db.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, bytes BLOB)");
    for (int i = 0; i < 20; ++i)
        db.execute("REPLACE INTO t VALUES(1, zeroblob(3000))");
    const Bytes log = readAll(folder / "v/vault.db-wal");
    std::vector<Bytes> pieces;
    for (std::size_t at = 0; at + 64 <= log.size(); at += 64)
        pieces.emplace_back(log.begin() + static_cast<std::ptrdiff_t>(at),
                            log.begin() + static_cast<std::ptrdiff_t>(at + 64));
    std::sort(pieces.begin(), pieces.end());
    CHECK(std::adjacent_find(pieces.begin(), pieces.end()) == pieces.end());
}

TEST_CASE("Only the owner may read a vault's files", "[vault]") {
    const TemporaryFolder folder;
    const auto vault = makeVault(folder / "v");
    ledger::makeTables(vault->database());
    struct ::stat found {};
    for (const char* name : {"v", "v/keys", "v/head", "v/lock", "v/vault.db", "v/vault.db-wal"}) {
        INFO(name);
        REQUIRE(::stat((folder / name).c_str(), &found) == 0);
        CHECK((found.st_mode & 077) == 0);
    }
}

TEST_CASE("Statements that would carry content out of the vault, or weaken it, are refused", "[vault]") {
    const TemporaryFolder folder;
    const auto vault = makeVault(folder / "v");
    Database& db = vault->database();
    ledger::makeTables(db);
    Database reader = vault->openReader();
    const std::string out = (folder / "out.db").string();
    for (Database* connection : {&db, &reader}) {
        CHECK(refused(*connection, ("ATTACH '" + out + "' AS o").c_str()));
        CHECK(refused(*connection, ("ATTACH 'file:" + out + "?vfs=unix' AS o").c_str()));
        CHECK(refused(*connection, "ATTACH ':memory:' AS o"));
        CHECK(refused(*connection, ("ATTACH '' || '" + out + "' AS o").c_str()));
        CHECK(refused(*connection, ("VACUUM INTO '" + out + "'").c_str()));
        CHECK(refused(*connection, "PRAGMA temp_store=FILE"));
        CHECK(refused(*connection, "PRAGMA TEMP_STORE=1"));
        CHECK(refused(*connection, "PRAGMA main.journal_mode=DELETE"));
        CHECK(refused(*connection, "PRAGMA synchronous=OFF"));
        CHECK(refused(*connection, "PRAGMA secure_delete=OFF"));
        CHECK(refused(*connection, "PRAGMA mmap_size=1000000"));
        CHECK(refused(*connection, "PRAGMA wal_checkpoint"));
        CHECK(refused(*connection, "PRAGMA wal_checkpoint(TRUNCATE)"));
        CHECK(refused(*connection, "PRAGMA wal_autocheckpoint=1"));
        CHECK(refused(*connection, "PRAGMA locking_mode=EXCLUSIVE"));
        CHECK(refused(*connection, "SELECT load_extension('x')"));
    }
    CHECK_FALSE(std::filesystem::exists(out));
    Statement mode = db.prepare("PRAGMA journal_mode");
    REQUIRE(mode.step());
    CHECK(mode.text(0) == "wal");
    Statement synchronous = db.prepare("PRAGMA synchronous");
    REQUIRE(synchronous.step());
    CHECK(synchronous.integer(0) == 2);
}

TEST_CASE("A journal that somebody laid beside the vault is not played back", "[vault]") {
    const TemporaryFolder folder;
    {
        const auto vault = makeVault(folder / "v");
        ledger::makeTables(vault->database());
        writeNext(*vault);
    }
    // A hot rollback journal: its magic, one page, and that page.
    Bytes journal{0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, 0, 0, 0, 1};
    journal.resize(512 + 4 + pageSize + 4);
    journal[512 + 3] = 1;
    writeAll(folder / "v/vault.db-journal", journal);
    SystemRandom random;
    auto opened = Vault::open(folder / "v", passphrase, random);
    REQUIRE(opened);
    CHECK(ledger::head((*opened)->database()) == 1);
}

// SQLite's backup interface copies pages past the VFS into any other connection. There is nothing to hook, so
// the rule is that nobody calls it.
TEST_CASE("Nothing in the program calls SQLite's backup or serialize interface", "[vault]") {
    const std::filesystem::path root(VELDWIJZER_SOURCE_DIR);
    std::size_t sources = 0;
    for (const char* room : {"shared", "client", "server"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / room)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".h") continue;
            ++sources;
            const Bytes bytes = readAll(entry.path());
            const bool serverLog = entry.path().string().find("/server/") != std::string::npos;
            INFO(entry.path());
            // The server's database holds sealed bytes only; it may be backed up as it is.
            if (!serverLog) CHECK_FALSE(contains(bytes, "sqlite3_backup_init"));
            CHECK_FALSE(contains(bytes, "sqlite3_serialize"));
        }
    CHECK(sources > 30);
}
