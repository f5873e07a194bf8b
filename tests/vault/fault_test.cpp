// SPDX-License-Identifier: EUPL-1.2
// A disk that is full or fails, at every write and every sync.
#include <catch2/catch.hpp>

#include "ledger.h"
#include "simulated_disk.h"
#include "vault/connection.h"
#include "vault/sealed_vfs.h"

using namespace veldwijzer;
using namespace veldwijzer::vault;
using namespace veldwijzer::vault::test;

namespace {

constexpr const char* path = "/vault.db";

struct Setting {
    SeededRandom random{11};
    DataKey key;
    VaultId id;
    Files start;

    Setting() {
        random.fill(key.mutableView());
        id = random.id<VaultId>();
        SimulatedDisk disk;
        {
            const SealedVfs creating(cipher(), SealedVfs::Mode::Creating, disk.vfs());
            createDatabase(path, creating.name());
        }
        const SealedVfs vfs(cipher(), SealedVfs::Mode::Existing, disk.vfs());
        Database db = openWriter(path, vfs.name());
        ledger::makeTables(db);
        start = disk.files();
    }
    std::shared_ptr<PageCipher> cipher() { return std::make_shared<PageCipher>(key, id, random); }
};

/// True when the transaction was committed and the log copied; false when storage failed on the way.
bool step(Database& db, std::int64_t number, std::int64_t& acknowledged) {
    try {
        Transaction transaction(db);
        ledger::write(db, number);
        transaction.commit();
        acknowledged = number;
        if (number % 4 != 0) return true;
        const int code =
            sqlite3_wal_checkpoint_v2(db.handle(), "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
        if (code != SQLITE_OK) throwSqlite(db.handle(), code, "copying");
        return true;
    } catch (const StorageError& error) {
        CHECK(error.code() == ErrorCode::Storage);
        CHECK_THAT(error.what(), Catch::Contains("is safe"));
        return false;
    }
}

/// Works until the fault strikes, then once the disk is well again goes on with the same connection; then
/// opens anew both what was on the disk at the fault and what is there at the end.
bool strikeAt(Setting& setting, std::size_t operation, SimulatedDisk::Fault fault) {
    SimulatedDisk disk(setting.start);
    std::int64_t acknowledged = 0;
    Files atFault;
    std::int64_t acknowledgedAtFault = 0;
    {
        const SealedVfs vfs(setting.cipher(), SealedVfs::Mode::Existing, disk.vfs());
        Database db = openWriter(path, vfs.name());
        db.execute("PRAGMA cache_size=10");
        disk.failAfter(operation, fault);
        for (std::int64_t number = 1; number <= 24; ++number) {
            if (step(db, number, acknowledged)) continue;
            atFault = disk.files();
            acknowledgedAtFault = acknowledged;
            if (fault.lasting) CHECK_FALSE(step(db, acknowledged + 1, acknowledged));
            disk.heal();
            CHECK(ledger::problem(db) == "");
            CHECK(ledger::head(db) == acknowledged);
            number = acknowledged;
        }
        CHECK(ledger::problem(db) == "");
        CHECK(ledger::head(db) == 24);
    }
    const auto expectFrom = [&](const Files& files, std::int64_t atLeast) {
        SimulatedDisk after(files);
        const SealedVfs vfs(setting.cipher(), SealedVfs::Mode::Existing, after.vfs());
        Database db = openWriter(path, vfs.name());
        CHECK(ledger::problem(db) == "");
        CHECK(ledger::head(db) >= atLeast);
    };
    expectFrom(disk.files(), 24);
    if (!disk.faultStruck()) return false;
    if (!atFault.empty()) expectFrom(atFault, acknowledgedAtFault);
    return true;
}

void strikeEverywhere(SimulatedDisk::Fault fault, std::size_t every) {
    Setting setting;
    std::size_t operation = 0;
    std::size_t struck = 0;
    for (;; operation += every) {
        INFO("operation " << operation);
        if (!strikeAt(setting, operation, fault)) break;
        ++struck;
    }
    CHECK(struck > 10);
}

}  // namespace

TEST_CASE("A disk that fills up, at any write, costs that transaction only", "[vault]") {
    SimulatedDisk::Fault fault;
    fault.code = SQLITE_FULL;
    strikeEverywhere(fault, 3);
    fault.partly = 100;
    strikeEverywhere(fault, 7);
    fault.lasting = true;
    strikeEverywhere(fault, 7);
}

TEST_CASE("An I/O error, at any write, costs that transaction only", "[vault]") {
    SimulatedDisk::Fault fault;
    fault.code = SQLITE_IOERR_WRITE;
    fault.partly = 2000;
    strikeEverywhere(fault, 3);
    fault.lasting = true;
    strikeEverywhere(fault, 7);
}

TEST_CASE("A sync that fails, anywhere, is never acknowledged", "[vault]") {
    SimulatedDisk::Fault fault;
    fault.code = SQLITE_IOERR_FSYNC;
    fault.onSync = true;
    strikeEverywhere(fault, 1);
    fault.lasting = true;
    strikeEverywhere(fault, 2);
}
