// SPDX-License-Identifier: EUPL-1.2
#include "vault/vault.h"

#include <catch2/catch.hpp>

#include "base/limits.h"
#include "fixtures.h"

using namespace veldwijzer;
using namespace veldwijzer::vault;
using namespace veldwijzer::vault::test;

TEST_CASE("What was written is there after locking and opening again", "[vault]") {
    const TemporaryFolder folder;
    {
        const auto vault = makeVault(folder / "v");
        ledger::makeTables(vault->database());
        for (int i = 0; i < 100; ++i)
            writeNext(*vault);
        CHECK(vault->anchoredHead() == 0);
    }
    SystemRandom random;
    auto opened = Vault::open(folder / "v", passphrase, random);
    REQUIRE(opened);
    CHECK(ledger::head((*opened)->database()) == 100);
    CHECK(ledger::problem((*opened)->database()) == "");
    CHECK((*opened)->anchoredHead() == 100);
}

TEST_CASE("A vault is made once, and opened by one at a time", "[vault]") {
    const TemporaryFolder folder;
    SystemRandom random;
    CHECK(refusal(folder / "v") == ErrorCode::VaultMissing);
    auto vault = makeVault(folder / "v");
    CHECK(refusal(folder / "v") == ErrorCode::VaultInUse);
    auto again = Vault::create(folder / "v", passphrase, kdfFloor, random);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::VaultExists);
    vault.reset();
    auto third = Vault::create(folder / "v", passphrase, kdfFloor, random);
    REQUIRE_FALSE(third);
    CHECK(third.error().code == ErrorCode::VaultExists);
    CHECK(Vault::open(folder / "v", passphrase, random).ok());
}

TEST_CASE("A passphrase is neither too short, nor too long, nor untypable", "[vault]") {
    const TemporaryFolder folder;
    SystemRandom random;
    const auto code = [&](const std::string& tried) {
        auto made = Vault::create(folder / "v", tried, kdfFloor, random);
        REQUIRE_FALSE(made);
        return made.error().code;
    };
    CHECK(code("") == ErrorCode::WeakPassphrase);
    CHECK(code(std::string(limits::passphraseMinCharacters - 1, 'a')) == ErrorCode::WeakPassphrase);
    // Nine characters, though eighteen bytes.
    CHECK(code("ééééééééé") == ErrorCode::WeakPassphrase);
    CHECK(code(std::string(limits::passphraseMaxBytes + 1, 'a')) == ErrorCode::TooLarge);
    CHECK(code("tien tekens \xff") == ErrorCode::InvalidArgument);
    CHECK_FALSE(std::filesystem::exists(folder / "v"));
    CHECK(Vault::create(folder / "v", std::string(limits::passphraseMaxBytes, 'a'), kdfFloor, random).ok());
}

TEST_CASE("A derivation cheaper than the floor or dearer than the ceiling is never made", "[vault]") {
    const TemporaryFolder folder;
    SystemRandom random;
    for (const KdfCost cost : {KdfCost{2, kdfFloor.memoryBytes}, KdfCost{3, kdfFloor.memoryBytes - 1},
                               KdfCost{kdfCeiling.passes + 1, kdfFloor.memoryBytes},
                               KdfCost{3, kdfCeiling.memoryBytes + 1}, KdfCost{}}) {
        auto made = Vault::create(folder / "v", passphrase, cost, random);
        REQUIRE_FALSE(made);
        CHECK(made.error().code == ErrorCode::InvalidArgument);
    }
}

TEST_CASE("Calibration stays between floor and ceiling, however fast or slow the clock runs", "[vault]") {
    struct StepClock final : Clock {
        explicit StepClock(std::int64_t by) : step(by) {}
        [[nodiscard]] WallMs wallMs() const override { return 0; }
        [[nodiscard]] std::int64_t steadyMs() const override { return now += step; }
        std::int64_t step;
        mutable std::int64_t now = 0;
    };
    for (const std::int64_t derivationTakes : {0, 1, 10, 200, 1000, 100'000}) {
        const KdfCost cost = calibrate(StepClock(derivationTakes));
        CHECK(cost.passes >= kdfFloor.passes);
        CHECK(cost.memoryBytes >= kdfFloor.memoryBytes);
        CHECK(cost.passes <= kdfCeiling.passes);
        CHECK(cost.memoryBytes <= kdfCeiling.memoryBytes);
    }
    CHECK(calibrate(StepClock(100)).memoryBytes > kdfFloor.memoryBytes);
}

TEST_CASE("The passphrase changes, and only the new one opens afterwards", "[vault]") {
    const TemporaryFolder folder;
    SystemRandom random;
    {
        const auto vault = makeVault(folder / "v");
        ledger::makeTables(vault->database());
        writeNext(*vault);
        const auto code = [&](std::string_view oldOne, std::string_view newOne) {
            Result<void> changed = vault->changePassphrase(oldOne, newOne, kdfFloor, random);
            REQUIRE_FALSE(changed);
            return changed.error().code;
        };
        CHECK(code("niet de wachtzin", "een nieuwe wachtzin") == ErrorCode::WrongPassphrase);
        CHECK(code(passphrase, "kort") == ErrorCode::WeakPassphrase);
        CHECK(vault->changePassphrase(passphrase, "een nieuwe wachtzin", kdfFloor, random).ok());
        writeNext(*vault);
    }
    CHECK(refusal(folder / "v") == ErrorCode::WrongPassphrase);
    auto opened = Vault::open(folder / "v", "een nieuwe wachtzin", random);
    REQUIRE(opened);
    CHECK(ledger::head((*opened)->database()) == 2);
}

TEST_CASE("A checkpoint comes when the log is large, and not before", "[vault]") {
    const TemporaryFolder folder;
    const auto vault = makeVault(folder / "v");
    Database& db = vault->database();
    db.execute("CREATE TABLE t(bytes BLOB)");
    const auto mainSize = [&] { return std::filesystem::file_size(folder / "v/vault.db"); };
    const auto before = mainSize();
    const Bytes large(walCheckpointBytes / 4);
    for (int i = 0; i < 3; ++i) {
        db.prepare("INSERT INTO t VALUES(?)").bind(1, ByteView(large)).run();
        vault->checkpointIfLarge();
    }
    CHECK(mainSize() == before);
    db.prepare("INSERT INTO t VALUES(?)").bind(1, ByteView(large)).run();
    vault->checkpointIfLarge(walMostBytes);
    CHECK(mainSize() == before);
    vault->checkpointIfLarge();
    CHECK(mainSize() > walCheckpointBytes);
    // The log starts afresh, so it does not grow for ever.
    for (int i = 0; i < 12; ++i) {
        db.prepare("UPDATE t SET bytes=? WHERE rowid=?")
            .bind(1, ByteView(large))
            .bind(2, std::int64_t{1 + i % 4})
            .run();
        vault->checkpointIfLarge();
    }
    CHECK(std::filesystem::file_size(folder / "v/vault.db-wal") < 2 * walCheckpointBytes);
}

TEST_CASE("A sound vault checks as sound, with every page read", "[vault]") {
    const TemporaryFolder folder;
    const auto vault = makeVault(folder / "v");
    ledger::makeTables(vault->database());
    for (int i = 0; i < 60; ++i)
        writeNext(*vault);
    auto report = vault->check();
    REQUIRE(report);
    CHECK(report->problems == std::vector<std::string>{});
    CHECK(report->pagesRead == std::filesystem::file_size(folder / "v/vault.db") / pageSize);
    // The vault goes on as before.
    writeNext(*vault);
    CHECK(ledger::problem(vault->database()) == "");
}

TEST_CASE("A check names the page that was changed, also one that no table uses", "[vault]") {
    const TemporaryFolder folder;
    const auto vault = makeVault(folder / "v");
    Database& db = vault->database();
    db.execute("CREATE TABLE t(bytes BLOB)");
    db.execute("INSERT INTO t VALUES(zeroblob(200000))");
    db.execute("DELETE FROM t");
    REQUIRE(vault->check()->sound());
    Bytes file = readAll(folder / "v/vault.db");
    REQUIRE(file.size() > 20 * pageSize);
    file[10 * pageSize + 5] ^= 1;
    writeAll(folder / "v/vault.db", file);
    auto report = vault->check();
    REQUIRE(report);
    REQUIRE(report->problems.size() == 1);
    CHECK_THAT(report->problems.front(), Catch::StartsWith("page 11 of"));
}

TEST_CASE("Noting the head goes up only", "[vault]") {
    const TemporaryFolder folder;
    SystemRandom random;
    {
        const auto vault = makeVault(folder / "v");
        vault->anchorHead(5);
        vault->anchorHead(3);
        vault->anchorHead(9);
        vault->anchorHead(9);
    }
    {
        auto opened = Vault::open(folder / "v", passphrase, random);
        REQUIRE(opened);
        CHECK((*opened)->anchoredHead() == 9);
        (*opened)->anchorHead(1);
        (*opened)->anchorHead(10);
    }
    auto opened = Vault::open(folder / "v", passphrase, random);
    REQUIRE(opened);
    CHECK((*opened)->anchoredHead() == 10);
}

TEST_CASE("A reader that outlives its vault fails, and reads nothing", "[vault]") {
    const TemporaryFolder folder;
    auto vault = makeVault(folder / "v");
    ledger::makeTables(vault->database());
    for (int i = 0; i < 40; ++i)
        writeNext(*vault);
    auto reader = std::make_unique<Database>(vault->openReader());
    vault.reset();
    try {
        reader->prepare("SELECT sum(length(bytes)) FROM rows").step();
        FAIL("it read on");
    } catch (const StorageError& error) {
        CHECK(error.code() == ErrorCode::Storage);
    }
    reader.reset();
    SystemRandom random;
    auto opened = Vault::open(folder / "v", passphrase, random);
    REQUIRE(opened);
    CHECK(ledger::problem((*opened)->database()) == "");
}

TEST_CASE("A reader cannot write", "[vault]") {
    const TemporaryFolder folder;
    const auto vault = makeVault(folder / "v");
    ledger::makeTables(vault->database());
    Database reader = vault->openReader();
    CHECK_THROWS_AS(reader.execute("UPDATE head SET number=7"), StorageError);
    CHECK(ledger::head(reader) == 0);
}

TEST_CASE("Full-text search, large sorts and temporary tables work inside the vault", "[vault]") {
    const TemporaryFolder folder;
    const auto vault = makeVault(folder / "v");
    Database& db = vault->database();
    db.execute("CREATE VIRTUAL TABLE f USING fts5(body)");
    db.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, body TEXT)");
    {
        Transaction transaction(db);
        for (std::int64_t i = 0; i < 3000; ++i) {
            const std::string body = "woord" + std::to_string(i % 300) + " en woord" + std::to_string(i % 7);
            db.prepare("INSERT INTO f(rowid, body) VALUES(?,?)")
                .bind(1, i)
                .bind(2, std::string_view(body))
                .run();
            db.prepare("INSERT INTO t(id, body) VALUES(?,?)")
                .bind(1, i)
                .bind(2, std::string_view(body))
                .run();
        }
        transaction.commit();
    }
    db.execute("INSERT INTO f(f) VALUES('optimize')");
    db.execute("INSERT INTO f(f) VALUES('integrity-check')");
    const auto count = [&db](std::string_view sql) {
        Statement statement = db.prepare(sql);
        REQUIRE(statement.step());
        return statement.integer(0);
    };
    CHECK(count("SELECT count(*) FROM f WHERE f MATCH 'woord299'") == 10);
    db.execute("PRAGMA cache_size=10");
    db.execute(
        "CREATE TEMP TABLE s AS SELECT a.body AS x FROM t a, t b WHERE b.id < 20 ORDER BY a.body || b.body");
    CHECK(count("SELECT count(*) FROM s") == 60'000);
    db.execute("DELETE FROM t WHERE id % 2");
    db.execute("VACUUM");
    CHECK(vault->check()->sound());
}
