// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "device.h"
#include "toy_log.h"

using namespace veldwijzer;
using namespace veldwijzer::store;
using namespace veldwijzer::store::testing;

namespace {

std::int64_t pagesOf(Database& db) {
    Statement row = db.prepare("PRAGMA page_count");
    return row.step() ? row.integer(0) : 0;
}

void limitPages(Database& db, std::int64_t pages) {
    db.execute(("PRAGMA max_page_count = " + std::to_string(pages)).c_str());
}

}  // namespace

TEST_CASE("A full disk throws, and everything is as it was; with room again work goes on", "[store]") {
    Device device(1);
    device.write(1, {assign("name", std::string("a"))});
    const std::uint64_t head = device.store->head();
    limitPages(device.db, pagesOf(device.db) + 4);
    const auto fill = [&] {
        for (std::uint64_t i = 0; i < 1000; ++i)
            device.write(2, {assign("f" + std::to_string(i), std::string(4000, 'x'))});
    };
    CHECK_THROWS_AS(fill(), StorageError);
    const std::uint64_t pending = device.store->pendingCount();
    CHECK(device.store->head() == head + pending - 1);
    CHECK(device.space().lastSeq == pending);
    CHECK(device.store->pendingChanges(theSpace, 10'000, 1 << 30).size() == pending);
    CHECK(device.text(1, "name") == "a");
    CHECK(problemsOf(device) == "");

    limitPages(device.db, 1'000'000);
    CHECK(device.write(1, {assign("name", std::string("b"))}) == pending + 1);
    CHECK(device.text(1, "name") == "b");
}

TEST_CASE("A disk that fills up while a page is applied keeps the cursor with its page", "[store]") {
    ToyLog log;
    Device a(1);
    for (std::uint64_t i = 0; i < 40; ++i)
        a.write(i, {assign("name", std::string(3000, 'a'))});
    sync(a, log);
    Device b(2);
    for (std::int64_t room = 1; room < 60; room += 7) {
        limitPages(b.db, pagesOf(b.db) + room);
        try {
            if (pull(b, log).ok()) break;
        } catch (const StorageError&) {
            CHECK(b.space().position == 0);
            CHECK(b.store->list({.kind = "service"}).total == 0);
            CHECK(b.store->digest(theSpace) == merge::StateDigest{});
        }
    }
    limitPages(b.db, 1'000'000);
    REQUIRE(pull(b, log).ok());
    CHECK(b.store->digest(theSpace) == a.store->digest(theSpace));
    CHECK(problemsOf(b) == "");
}
