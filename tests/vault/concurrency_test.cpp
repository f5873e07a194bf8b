// SPDX-License-Identifier: EUPL-1.2
#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "fixtures.h"

using namespace veldwijzer;
using namespace veldwijzer::vault;
using namespace veldwijzer::vault::test;

namespace {

/// Reads whole snapshots until told to stop; the first thing that was wrong.
std::string readSnapshots(Vault& vault, const std::atomic<bool>& stop, std::atomic<int>& snapshots) {
    try {
        Database reader = vault.openReader();
        std::int64_t before = 0;
        while (!stop.load()) {
            reader.execute("BEGIN");
            const std::int64_t head = ledger::head(reader);
            if (head < before) return "a reader went back in time";
            before = head;
            if (std::string problem = ledger::problem(reader); !problem.empty()) return problem;
            if (ledger::head(reader) != head) return "a snapshot moved";
            reader.execute("COMMIT");
            snapshots.fetch_add(1);
        }
    } catch (const StorageError& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("Readers see whole transactions while the log grows, is copied and starts afresh", "[vault]") {
    const TemporaryFolder folder;
    const auto vault = makeVault(folder / "v");
    ledger::makeTables(vault->database());
    std::atomic<bool> stop{false};
    std::atomic<int> snapshots{0};
    std::string problems[2];
    std::thread readers[2];
    for (std::size_t i = 0; i < 2; ++i)
        readers[i] = std::thread([&, i] { problems[i] = readSnapshots(*vault, stop, snapshots); });
    std::string writerProblem;
    try {
        // At least as long as it takes for readers and checkpoints to meet.
        for (int i = 0; i < 300 || (snapshots.load() < 40 && i < 3000); ++i) {
            writeNext(*vault);
            if (i % 5 != 0) continue;
            const std::lock_guard guard(vault->writeMutex());
            sqlite3_wal_checkpoint_v2(vault->database().handle(), "main",
                                      i % 10 == 0 ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_RESTART,
                                      nullptr, nullptr);
        }
        if (auto report = vault->check(); !report || !report->sound())
            writerProblem = "the check found something";
    } catch (const StorageError& error) {
        writerProblem = error.what();
    }
    stop.store(true);
    for (std::thread& reader : readers)
        reader.join();
    CHECK(writerProblem == "");
    CHECK(problems[0] == "");
    CHECK(problems[1] == "");
    CHECK(snapshots.load() > 0);
    CHECK(ledger::problem(vault->database()) == "");
}

TEST_CASE("The passphrase changes and the vault is checked while others read and write", "[vault]") {
    const TemporaryFolder folder;
    const auto vault = makeVault(folder / "v");
    ledger::makeTables(vault->database());
    writeNext(*vault);
    std::atomic<bool> stop{false};
    std::atomic<int> snapshots{0};
    std::string problem;
    std::thread reader([&] { problem = readSnapshots(*vault, stop, snapshots); });
    bool allSound = true;
    bool changed = false;
    std::thread checker([&] {
        SystemRandom random;
        changed = vault->changePassphrase(passphrase, "een andere wachtzin", kdfFloor, random).ok();
        for (int i = 0; i < 10; ++i) {
            auto report = vault->check();
            allSound = allSound && report && report->sound();
        }
    });
    for (int i = 0; i < 100; ++i)
        writeNext(*vault);
    checker.join();
    stop.store(true);
    reader.join();
    CHECK(changed);
    CHECK(allSound);
    CHECK(problem == "");
}
