// SPDX-License-Identifier: EUPL-1.2
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <functional>

#include "ledger.h"
#include "settings.h"
#include "temporary_folder.h"
#include "vault/internal.h"

using namespace veldwijzer;
using namespace veldwijzer::vault;
using namespace veldwijzer::vault::test;

namespace {

constexpr std::string_view passphrase = "een lange wachtzin";
constexpr std::uint64_t acknowledgementsAwaited = 8;
constexpr std::uint64_t killedWithinUs = 5'000;

/// The child: transactions without end, each acknowledged through the pipe once it is committed and anchored.
[[noreturn]] void writeUntilKilled(const std::filesystem::path& dir, const DataKey& key, int pipe) {
    SystemRandom random;
    auto vault = Access::openWithKey(dir, key, random);
    if (!vault) _exit(2);
    Database& db = (*vault)->database();
    for (std::int64_t number = ledger::head(db) + 1;; ++number) {
        {
            const std::lock_guard guard((*vault)->writeMutex());
            Transaction transaction(db);
            ledger::write(db, number);
            transaction.commit();
            if (number % 30 == 0)
                sqlite3_wal_checkpoint_v2(db.handle(), "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
        }
        (*vault)->anchorHead(static_cast<std::uint64_t>(number));
        if (::write(pipe, &number, sizeof number) != sizeof number) _exit(3);
    }
}

std::int64_t lastNumberFrom(int pipe, std::int64_t otherwise) {
    std::int64_t number = 0;
    std::int64_t last = otherwise;
    while (::read(pipe, &number, sizeof number) == sizeof number)
        last = number;
    return last;
}

/// One child, killed at a random moment; the last acknowledged transaction.
std::int64_t killOnce(const std::filesystem::path& dir, const DataKey& key, std::int64_t before,
                      Random& random) {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::close(ends[0]);
        writeUntilKilled(dir, key, ends[1]);
    }
    ::close(ends[1]);
    // Counted in transactions and not in time alone, so that a busy machine kills no earlier.
    std::int64_t acknowledged = before;
    for (std::uint64_t left = random.below(acknowledgementsAwaited); left > 0; --left)
        if (::read(ends[0], &acknowledged, sizeof acknowledged) != sizeof acknowledged) break;
    ::usleep(static_cast<useconds_t>(random.below(killedWithinUs)));
    ::kill(child, SIGKILL);
    acknowledged = lastNumberFrom(ends[0], acknowledged);
    ::close(ends[0]);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    // It went by our hand, not by its own failure.
    REQUIRE(WIFSIGNALED(status));
    return acknowledged;
}

}  // namespace

TEST_CASE("No kill -9 loses an acknowledged transaction", "[vault][slow]") {
    const std::uint64_t cycles = runs(500);
    const std::uint64_t seedNumber = seed();
    INFO("VELDWIJZER_SEED=" << seedNumber);
    SeededRandom chance(seedNumber);
    SystemRandom random;
    const TemporaryFolder folder;
    const auto dir = folder / "vault";
    {
        auto made = Vault::create(dir, passphrase, kdfFloor, random);
        REQUIRE(made);
        ledger::makeTables((*made)->database());
    }
    auto key = Access::dataKey(dir, passphrase);
    REQUIRE(key);
    std::int64_t acknowledged = 0;
    std::uint64_t lost = 0;
    for (std::uint64_t cycle = 0; cycle < cycles; ++cycle) {
        acknowledged = killOnce(dir, *key, acknowledged, chance);
        auto vault = Access::openWithKey(dir, *key, random);
        if (!vault) FAIL("cycle " << cycle << ": " << vault.error().message);
        Database& db = (*vault)->database();
        const std::int64_t found = ledger::head(db);
        if (found < acknowledged) ++lost;
        // The note outside the database may lag, never run ahead.
        if ((*vault)->anchoredHead() > static_cast<std::uint64_t>(found))
            FAIL("cycle " << cycle << ": the anchor ran ahead");
        if (static_cast<std::int64_t>((*vault)->anchoredHead()) < acknowledged)
            FAIL("cycle " << cycle << ": the anchor lost a note");
        if (const std::string problem = ledger::problem(db); !problem.empty())
            FAIL("cycle " << cycle << ": " << problem);
    }
    CHECK(lost == 0);
    CHECK(acknowledged > static_cast<std::int64_t>(cycles / 10));
    WARN(cycles << " times killed, " << acknowledged << " transactions acknowledged, " << lost << " lost");
}
