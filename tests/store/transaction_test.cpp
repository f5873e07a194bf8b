// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "device.h"
#include "toy_log.h"

using namespace veldwijzer;
using namespace veldwijzer::store;
using namespace veldwijzer::store::testing;

TEST_CASE("A crash before the commit loses the edit whole, a crash after it keeps it whole", "[store]") {
    TemporaryFolder folder;
    const std::string path = (folder.path / "store.db").string();
    std::uint64_t head = 0;
    {
        Device device(1, path);
        device.write(1, {assign("name", std::string("a"))});
        head = device.store->head();
        device.crashPoint = "before-commit";
        CHECK_THROWS_AS(device.write(1, {assign("name", std::string("b"))}), Crash);
        // The same store goes on, without a restart.
        CHECK(device.text(1, "name") == "a");
        CHECK(device.store->head() == head);
        CHECK(device.store->pendingCount() == 1);
        device.crashPoint = "after-commit";
        CHECK_THROWS_AS(device.write(1, {assign("name", std::string("c"))}), Crash);
        CHECK(device.store->head() == head + 1);
        CHECK(device.anchored == head);
    }
    Device device(1, path);
    CHECK(device.text(1, "name") == "c");
    CHECK(device.store->head() == head + 1);
    CHECK(device.store->pendingCount() == 2);
    CHECK(device.store->pendingChanges(theSpace, 10, 1 << 20).size() == 2);
    CHECK(problemsOf(device) == "");
}

TEST_CASE("A crash while a page is applied moves neither records nor cursor", "[store]") {
    for (const char* point : {"before-commit", "after-commit"}) {
        ToyLog log;
        Device a(1);
        Device b(2);
        a.write(1, {assign("name", std::string("a"))});
        b.write(1, {assign("name", std::string("b"))});
        sync(a, log);
        b.crashPoint = point;
        CHECK_THROWS_AS(pull(b, log), Crash);
        const bool applied = std::string(point) == "after-commit";
        b.open();
        CHECK(b.space().position == (applied ? 1 : 0));
        CHECK(b.store->history(recordOf(1)).size() == (applied ? 2 : 1));
        CHECK(b.store->digest(theSpace) == b.store->computeDigest(theSpace));
        sync(b, log);
        sync(a, log);
        CHECK(a.store->digest(theSpace) == b.store->digest(theSpace));
        CHECK(a.store->conflictCount() == 1);
    }
}

TEST_CASE("An exception in a nested transaction undoes the outer one, even when it is swallowed", "[store]") {
    Device device(1);
    const auto swallow = [&] {
        device.store->setSetting("outer", viewOf("x"));
        try {
            device.store->transact([&] {
                device.store->setSetting("inner", viewOf("x"));
                throw Crash();
            });
        } catch (const Crash&) {  // NOLINT: the point of the test
        }
    };
    CHECK_THROWS_AS(device.store->transact(swallow), StorageError);
    CHECK_FALSE(device.store->setting("outer"));
    CHECK_FALSE(device.store->setting("inner"));
    device.store->transact([&] { device.store->setSetting("outer", viewOf("y")); });
    CHECK(device.store->setting("outer") == toBytes(viewOf("y")));
}

TEST_CASE("Every commit is counted and anchored; one that changes nothing is not made", "[store]") {
    Device device(1);
    const std::uint64_t head = device.store->head();
    CHECK(device.anchored == head);
    device.store->setSetting("key", viewOf("value"));
    CHECK(device.store->head() == head + 1);
    device.store->transact([&] {
        device.write(1, {assign("name", std::string("a"))});
        device.store->setSetting("key", viewOf("other"));
        device.store->noteSynced(theSpace, 5);
    });
    CHECK(device.store->head() == head + 2);
    device.store->transact([] {});
    CHECK(device.store->head() == head + 2);
    CHECK(device.anchored == head + 2);
    device.open();
    CHECK(device.store->head() == head + 2);
    CHECK(device.space().lastSyncMs == 5);
}

TEST_CASE("What is deferred waits for the next commit, unless there is too much of it", "[store]") {
    Device device(1);
    const std::uint64_t head = device.store->head();
    const auto deferred = [&](int record, std::size_t bytes) {
        device.store->defer([&] { device.write(record, {assign("name", std::string(bytes, 'x'))}); });
    };
    deferred(1, 1000);
    CHECK(device.store->head() == head);
    // Pieces that one value takes, until they are more than a transaction should hold.
    constexpr std::size_t piece = 60'000;
    int record = 2;
    for (; device.store->head() == head && record < 400; ++record)
        deferred(record, piece);
    CHECK(static_cast<std::size_t>(record) * piece > std::size_t{12} << 20U);
    CHECK(device.store->head() == head + 1);
    deferred(record, 1000);
    CHECK(device.store->head() == head + 1);
    device.store->settle();
    CHECK(device.store->head() == head + 2);
}

TEST_CASE("Spaces keep their own records, outboxes and digests", "[store]") {
    Device device(1);
    device.store->addSpace(otherSpace, 7, "personal");
    device.write(1, {assign("name", std::string("a"))});
    const std::vector<RecordEdit> edits = {{recordOf(2), "service", {assign("name", std::string("b"))}}};
    CHECK(device.store->write(otherSpace, edits).value() == 1);
    CHECK(device.store->find(recordOf(2))->space == otherSpace);
    REQUIRE(device.store->spaces().size() == 2);
    CHECK(device.store->spaces()[0].actor != device.store->spaces()[1].actor);
    CHECK(device.store->pendingCount() == 2);
    device.store->addSpace(otherSpace, 7, "renamed");
    CHECK(device.store->space(otherSpace)->name == "renamed");
    CHECK(device.store->space(otherSpace)->lastSeq == 1);
    CHECK(device.store->spaces().size() == 2);
    device.store->setProblem(otherSpace, "chain-broken");
    device.open();
    CHECK(device.store->space(otherSpace)->problem == "chain-broken");
    CHECK(device.store->space(theSpace)->problem.empty());
}

TEST_CASE("Settings and the membership log are kept in order", "[store]") {
    Device device(1);
    device.store->setSetting("identity", viewOf("secret"));
    device.store->appendRosterEntry(viewOf("first"));
    device.store->appendRosterEntry(viewOf("second"));
    device.store->queueRosterEntry(viewOf("mine"));
    device.open();
    CHECK(device.store->setting("identity") == toBytes(viewOf("secret")));
    CHECK_FALSE(device.store->setting("other"));
    CHECK(device.store->rosterEntries() == std::vector{toBytes(viewOf("first")), toBytes(viewOf("second"))});
    const auto queued = device.store->queuedRosterEntries();
    REQUIRE(queued.size() == 1);
    device.store->dropQueuedRosterEntry(queued[0].first);
    device.store->queueRosterEntry(viewOf("next"));
    CHECK(device.store->queuedRosterEntries().at(0).first != queued[0].first);
}

TEST_CASE("Tables of a newer program are left alone", "[store]") {
    Device device(1);
    device.store.reset();
    device.db.execute("PRAGMA user_version = 999");
    const auto opened = Store::open({.db = device.db,
                                     .writeMutex = device.mutex,
                                     .clock = device.clock,
                                     .random = device.random,
                                     .anchorHead = {},
                                     .checkpoint = {},
                                     .fault = {}});
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == ErrorCode::UnsupportedVersion);
}
