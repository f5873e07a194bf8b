// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "device.h"
#include "toy_log.h"

using namespace veldwijzer;
using namespace veldwijzer::store;
using namespace veldwijzer::store::testing;

namespace {

/// Three pages of a colleague's work, each touching the same records.
void fillLog(ToyLog& log, Device& colleague) {
    for (const char* value : {"a", "b", "c"}) {
        for (std::uint64_t record = 0; record < 5; ++record)
            colleague.write(record, {assign("name", std::string(value)), add("tags", value)});
        sync(colleague, log);
    }
}

void pullOneByOne(Device& device, const ToyLog& log, std::size_t pages) {
    for (std::size_t i = 0; i < pages; ++i)
        device.store->defer([&] { CHECK(pull(device, log, 1).ok()); });
}

}  // namespace

TEST_CASE("What was deferred can be read at once, is gone after a crash, and comes again", "[store]") {
    ToyLog log;
    Device a(1);
    fillLog(log, a);
    Device b(2);
    pullOneByOne(b, log, log.size());
    CHECK(b.store->changedCount(10) == 5);
    CHECK(b.store->rowsOf(recordOf(3)).size() == 1);
    CHECK(b.text(3, "name") == "c");
    CHECK(b.store->digest(theSpace) == a.store->digest(theSpace));
    b.open();
    CHECK(b.space().position == 0);
    CHECK(b.text(3, "name") == "(no record)");

    pullOneByOne(b, log, log.size());
    b.store->settle();
    b.open();
    CHECK(b.space().position == log.size());
    CHECK(b.text(3, "name") == "c");
    CHECK(b.store->digest(theSpace) == a.store->digest(theSpace));
    CHECK(b.store->history(recordOf(3)).size() == a.store->history(recordOf(3)).size());
    CHECK(problemsOf(b) == "");
}

TEST_CASE("Many answers make one commit, and one that a person waits for takes them along", "[store]") {
    ToyLog log;
    Device a(1);
    fillLog(log, a);
    Device b(2);
    const std::uint64_t before = b.store->head();
    pullOneByOne(b, log, log.size());
    CHECK(b.anchored == before);
    b.write(3, {assign("name", std::string("d"))});
    CHECK(b.store->head() == before + 2);
    CHECK(b.anchored == before + 2);
    b.open();
    CHECK(b.space().position == log.size());
    CHECK(b.text(3, "name") == "d");
}

TEST_CASE("A write that fails leaves what was deferred before it", "[store]") {
    ToyLog log;
    Device a(1);
    fillLog(log, a);
    Device b(2);
    pullOneByOne(b, log, 2);
    CHECK_THROWS_AS(b.store->transact([] { throw StorageError(ErrorCode::Storage, "no"); }), StorageError);
    CHECK(b.space().position == 2);
    CHECK(pull(b, log).ok());
    CHECK(b.store->digest(theSpace) == a.store->digest(theSpace));
}

TEST_CASE("An answer that fails takes all that was deferred along", "[store]") {
    ToyLog log;
    Device a(1);
    fillLog(log, a);
    Device b(2);
    pullOneByOne(b, log, 2);
    CHECK_THROWS_AS(b.store->defer([] { throw StorageError(ErrorCode::Storage, "no"); }), StorageError);
    CHECK(b.space().position == 0);
    CHECK(b.text(3, "name") == "(no record)");
    CHECK(pull(b, log).ok());
    CHECK(b.store->digest(theSpace) == a.store->digest(theSpace));
}

TEST_CASE("Acknowledgements and a colleague's edits of the same records meet on the bench", "[store]") {
    ToyLog log;
    Device a(1);
    Device b(2);
    for (std::uint64_t record = 0; record < 5; ++record)
        a.write(record, {assign("name", std::string("a")), add("tags", "x")});
    sync(a, log);
    sync(b, log);
    for (std::uint64_t record = 0; record < 5; ++record) {
        a.write(record, {assign("name", std::string("from a"))});
        b.write(record, {assign("name", std::string("from b"))});
    }
    b.write(4, {whole(merge::Action::Erase)});
    sync(a, log);
    freezeAll(b, 1);
    b.store->defer([&] { CHECK(pull(b, log).ok()); });
    b.store->defer([&] { push(b, log); });
    b.store->defer([&] { CHECK(pull(b, log).ok()); });
    b.store->settle();
    b.open();
    sync(a, log);
    CHECK(b.store->pendingCount() == 0);
    CHECK(b.store->digest(theSpace) == a.store->digest(theSpace));
    CHECK(b.store->conflictCount() == 4);
    CHECK(problemsOf(b) == "");
    CHECK(b.store->history(recordOf(4)).size() == 1);
}
