// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "device.h"
#include "toy_log.h"

using namespace veldwijzer;
using namespace veldwijzer::store;
using namespace veldwijzer::store::testing;

TEST_CASE("An acknowledged record is no longer pending and counts in the digest", "[store]") {
    ToyLog log;
    Device a(1);
    a.write(1, {assign("name", std::string("a"))});
    a.write(2, {assign("name", std::string("b"))});
    freezeAll(a);
    // Written after the envelope was sealed: only that stays pending.
    a.write(2, {assign("name", std::string("c"))});
    push(a, log);
    CHECK_FALSE(a.store->find(recordOf(1))->pending);
    CHECK(a.store->find(recordOf(2))->pending);
    CHECK(a.store->pendingCount() == 1);
    CHECK(a.store->digest(theSpace) == a.store->computeDigest(theSpace));
    Device b(2);
    sync(b, log);
    CHECK(b.text(2, "name") == "b");
    CHECK(a.text(2, "name") == "c");
    CHECK(a.store->digest(theSpace) == b.store->digest(theSpace));
    // Told twice, it is nothing new.
    const auto before = a.space();
    a.store->acknowledge(theSpace, before.lastContentId, log.timeMs);
    CHECK(a.space().ackedSeq == before.ackedSeq);
}

TEST_CASE("A frozen envelope stays the same over restarts, and may be sealed again", "[store]") {
    Device a(1);
    a.write(1, {assign("name", std::string("a"))});
    freezeAll(a);
    const auto before = a.store->outgoing(theSpace, 10);
    a.open();
    auto after = a.store->outgoing(theSpace, 10);
    REQUIRE(after.size() == 1);
    CHECK(after[0].contentId == before.at(0).contentId);
    CHECK(after[0].batch == before.at(0).batch);
    after[0].epoch = 2;
    after[0].envelope = toBytes(viewOf("sealed again"));
    a.store->refreeze(theSpace, after[0]);
    CHECK(a.store->outgoing(theSpace, 10).at(0).epoch == 2);
    CHECK(a.store->outgoing(theSpace, 10).at(0).envelope == after[0].envelope);
    CHECK(a.store->pendingChanges(theSpace, 10, 1000).empty());
}

TEST_CASE("Pending changes come oldest first, within count and bytes, and at least one", "[store]") {
    Device a(1);
    for (int i = 0; i < 5; ++i)
        a.write(1, {assign("name", std::string(1000, static_cast<char>('a' + i)))});
    CHECK(a.store->pendingChanges(theSpace, 3, 1 << 20).size() == 3);
    CHECK(a.store->pendingChanges(theSpace, 100, 2500).size() == 2);
    const auto one = a.store->pendingChanges(theSpace, 100, 1);
    REQUIRE(one.size() == 1);
    CHECK(one[0].seq == 1);
}

TEST_CASE("Dependencies are the heads applied since the previous envelope", "[store]") {
    ToyLog log;
    Device a(1);
    Device b(2);
    a.write(1, {assign("name", std::string("a"))});
    sync(a, log);
    sync(b, log);
    REQUIRE(b.store->unsentDependencies(theSpace).size() == 1);
    CHECK(b.store->unsentDependencies(theSpace)[0].actor == a.space().actor);
    CHECK(b.store->unsentDependencies(theSpace)[0].seq == 1);
    b.write(1, {assign("name", std::string("b"))});
    freezeAll(b);
    CHECK(b.store->unsentDependencies(theSpace).empty());
    b.store->reincarnate(theSpace);
    // The new actor has named nobody.
    CHECK_FALSE(b.store->unsentDependencies(theSpace).empty());
}
