// SPDX-License-Identifier: EUPL-1.2
#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "log/founding.h"
#include "log/sqlite_log.h"
#include "sealing/box.h"
#include "server/log_contract.h"
#include "support/temporary_folder.h"

namespace veldwijzer::server::test {
namespace {

TEST_CASE("A log in memory keeps the contract of the log", "[server][log]") {
    checkLogContract([] { return SqliteLog::inMemory(); });
}

TEST_CASE("A log in a file keeps the contract of the log", "[server][log]") {
    const veldwijzer::test::TemporaryFolder folder;
    checkLogContract([&] { return SqliteLog::open(folder.path() / "log.sqlite"); });
}

TEST_CASE("A log of a newer program is refused and not touched", "[server][log]") {
    const veldwijzer::test::TemporaryFolder folder;
    const auto file = folder.path() / "log.sqlite";
    { const auto log = SqliteLog::open(file); }
    {
        Database db = Database::open(file.string());
        db.execute("PRAGMA user_version = 2");
    }
    try {
        const auto log = SqliteLog::open(file);
        FAIL("opened");
    } catch (const StorageError& error) {
        CHECK(error.code() == ErrorCode::UnsupportedVersion);
    }
}

TEST_CASE("Past the queue for the writer an append hears that the server is busy", "[server][log]") {
    const veldwijzer::test::TemporaryFolder folder;
    const auto file = folder.path() / "log.sqlite";
    const auto log = SqliteLog::open(file);
    Database blocker = Database::open(file.string());
    blocker.execute("BEGIN IMMEDIATE");

    constexpr int tooMany = 20;
    constexpr int callers = 1 + static_cast<int>(SqliteLog::maxWaitingAppends) + tooMany;
    std::atomic<int> busy{0};
    std::atomic<int> accepted{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < callers; ++i)
        threads.emplace_back([&, i] {
            SeededRandom random(static_cast<std::uint64_t>(i));
            Candidate candidate;
            candidate.header.device = random.id<DeviceId>();
            candidate.header.firstSeq = candidate.header.lastSeq = 1;
            candidate.header.contentId = random.id<Hash>();
            const auto result = log->append(0, {&candidate, 1}, 5);
            if (result && result->outcomes.at(0).verdict == Verdict::Accepted) ++accepted;
            if (!result && result.error().code == ErrorCode::Busy) ++busy;
        });
    while (busy < tooMany)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    blocker.execute("ROLLBACK");
    for (std::thread& thread : threads)
        thread.join();
    CHECK(busy == tooMany);
    CHECK(accepted == callers - tooMany);
    // One commit for the first caller, one for all who waited meanwhile.
    CHECK(log->counts().transactions == 2);
    CHECK(log->counts().calls == callers - tooMany);
}

TEST_CASE("The bootstrap key that the server keeps is the one that the link's secret stands for",
          "[server]") {
    SeededRandom random(3);
    const auto log = SqliteLog::inMemory();
    const auto link =
        foundRegion(*log, SigningKey::generate(random), "Noord", "https://example.org", random, 5);
    CHECK(log->bootstrap().key == invitationKeysOf(std::span(link.secret)).signing.publicKey());
    CHECK(log->bootstrap().expiresMs == 5 + bootstrapLifeMs);
    CHECK_FALSE(link.rootFingerprint);

    const auto renewed = renewBootstrap(*log, random, 10);
    REQUIRE(renewed);
    CHECK(renewed->secret != link.secret);
    CHECK(log->bootstrap().key == invitationKeysOf(std::span(renewed->secret)).signing.publicKey());
}

}  // namespace
}  // namespace veldwijzer::server::test
