// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>
#include <memory>

#include "ledger.h"
#include "settings.h"
#include "simulated_disk.h"
#include "vault/connection.h"
#include "vault/sealed_vfs.h"

using namespace veldwijzer;
using namespace veldwijzer::vault;
using namespace veldwijzer::vault::test;

namespace {

constexpr const char* path = "/vault.db";
constexpr std::int64_t transactionsPerRun = 40;

struct Key {
    DataKey key;
    VaultId id;
};

std::shared_ptr<PageCipher> cipherFor(const Key& key, Random& random) {
    return std::make_shared<PageCipher>(key.key, key.id, random);
}

Files freshVault(const Key& key, Random& random) {
    SimulatedDisk disk;
    const SealedVfs vfs(cipherFor(key, random), SealedVfs::Mode::Creating, disk.vfs());
    createDatabase(path, vfs.name());
    return disk.files();
}

/// Writes, copies the log and reopens at random, and returns everything that reached the disk.
std::vector<DiskEvent> work(const Files& start, const Key& key, Durability durability, Random& random) {
    SimulatedDisk disk(start);
    const SealedVfs vfs(cipherFor(key, random), SealedVfs::Mode::Existing, disk.vfs());
    auto db = std::make_unique<Database>(openWriter(path, vfs.name(), durability));
    // A small cache spills pages into the log before the commit, and rewrites frames.
    db->execute(random.below(2) == 0 ? "PRAGMA cache_size=8" : "PRAGMA cache_size=200");
    if (ledger::head(*db) == 0) {
        db->execute("DROP TABLE IF EXISTS head");
        ledger::makeTables(*db);
    }
    const std::int64_t first = ledger::head(*db) + 1;
    for (std::int64_t number = first; number < first + transactionsPerRun; ++number) {
        Transaction transaction(*db);
        ledger::write(*db, number);
        transaction.commit();
        disk.acknowledge(number);
        if (random.below(6) == 0)
            sqlite3_wal_checkpoint_v2(db->handle(), "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
        if (random.below(20) == 0) {
            db.reset();
            db = std::make_unique<Database>(openWriter(path, vfs.name(), durability));
        }
    }
    db.reset();
    return disk.events();
}

struct Outcome {
    std::uint64_t points = 0;
    std::uint64_t lost = 0;
    std::uint64_t corrupt = 0;
    std::string firstProblem;
};

/// Opens what a power cut left, as the program would.
void inspect(const Files& files, const Key& key, std::int64_t acknowledged, Random& random,
             Outcome& outcome) {
    ++outcome.points;
    std::string problem;
    try {
        SimulatedDisk disk(files);
        const SealedVfs vfs(cipherFor(key, random), SealedVfs::Mode::Existing, disk.vfs());
        Database db = openWriter(path, vfs.name());
        problem = ledger::problem(db);
        if (problem.empty() && ledger::head(db) < acknowledged) ++outcome.lost;
    } catch (const StorageError& error) {
        problem = error.what();
    }
    if (problem.empty()) return;
    ++outcome.corrupt;
    if (outcome.firstProblem.empty()) outcome.firstProblem = problem;
}

/// Cuts the power after every event of a run, and starts the next run from one of the disks that were left.
Outcome cutEverywhere(std::uint64_t points, Durability durability, std::uint64_t seedNumber) {
    SeededRandom random(seedNumber);
    Key key;
    random.fill(key.key.mutableView());
    key.id = random.id<VaultId>();
    Files start = freshVault(key, random);
    Outcome outcome;
    std::int64_t acknowledged = 0;
    while (outcome.points < points) {
        const std::vector<DiskEvent> events = work(start, key, durability, random);
        DiskImage image(start);
        const std::size_t survivor = random.below(events.size());
        Files next;
        std::int64_t acknowledgedThen = acknowledged;
        for (std::size_t i = 0; i < events.size(); ++i) {
            image.apply(events[i]);
            if (events[i].kind == DiskEvent::Kind::Acknowledge) acknowledged = events[i].offset;
            const Files left = image.afterPowerCut(random);
            inspect(left, key, acknowledged, random, outcome);
            if (i == survivor) {
                next = left;
                acknowledgedThen = acknowledged;
            }
        }
        // A run that lost something cannot be continued from: its acknowledgements would count twice.
        if (outcome.lost + outcome.corrupt > 0) {
            next = freshVault(key, random);
            acknowledgedThen = 0;
        }
        start = std::move(next);
        acknowledged = acknowledgedThen;
    }
    return outcome;
}

}  // namespace

TEST_CASE("No power cut loses an acknowledged transaction or a page", "[vault][slow]") {
    const std::uint64_t seedNumber = seed();
    const std::uint64_t points = runs(6000);
    const Outcome outcome = cutEverywhere(points, Durability::Full, seedNumber);
    INFO("VELDWIJZER_SEED=" << seedNumber << ", " << outcome.points
                            << " points; first: " << outcome.firstProblem);
    CHECK(outcome.points >= points);
    CHECK(outcome.lost == 0);
    CHECK(outcome.corrupt == 0);
    WARN(outcome.points << " power cuts at FULL: " << outcome.lost << " lost, " << outcome.corrupt
                        << " corrupt");
}

TEST_CASE("The same cuts with weaker syncing do lose transactions, so the simulation can tell",
          "[vault][slow]") {
    const std::uint64_t seedNumber = seed();
    const Outcome outcome = cutEverywhere(runs(1000), Durability::Normal, seedNumber);
    INFO("VELDWIJZER_SEED=" << seedNumber << ", " << outcome.points
                            << " points; first: " << outcome.firstProblem);
    CHECK(outcome.lost > 0);
    // Weaker syncing shortens the history; it must not bend it.
    CHECK(outcome.corrupt == 0);
    WARN(outcome.points << " power cuts at NORMAL: " << outcome.lost << " lost, " << outcome.corrupt
                        << " corrupt");
}
