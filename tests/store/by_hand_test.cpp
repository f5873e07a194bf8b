// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "by_hand.h"

using namespace veldwijzer;
using namespace veldwijzer::store;
using namespace veldwijzer::store::testing;

TEST_CASE("What came by hand is shown at once, and the digest stays that of the log", "[store]") {
    ToyLog log;
    Device a(1);
    Device b(2);
    a.write(1, {assign("name", std::string("begin"))});
    sync(a, log);
    sync(b, log);
    const auto before = b.store->digest(theSpace);
    a.write(1, {assign("name", std::string("by hand"))});
    a.write(2, {assign("name", std::string("new by hand"))});
    REQUIRE(carry(a, b) == 1);

    CHECK(b.text(1, "name") == "by hand");
    CHECK(b.text(2, "name") == "new by hand");
    CHECK(b.store->list({.kind = "service"}).total == 2);
    CHECK(b.store->carriedCount() == 2);
    CHECK(b.store->digest(theSpace) == before);
    CHECK(problemsOf(b) == "");
    CHECK(carry(a, b) == 0);

    b.open();  // as after a crash
    CHECK(b.text(1, "name") == "by hand");
    CHECK(problemsOf(b) == "");

    sync(a, log);
    sync(b, log);
    CHECK(b.store->carriedCount() == 0);
    CHECK(b.store->digest(theSpace) == a.store->digest(theSpace));
    CHECK(b.store->history(recordOf(1)).size() == a.store->history(recordOf(1)).size());
    CHECK(problemsOf(b) == "");
}

TEST_CASE("An edit on top of what came by hand waits for it, and replaces it in the end", "[store]") {
    ToyLog log;
    Device a(1);
    Device b(2);
    Device c(3);
    a.write(1, {assign("name", std::string("from a"))});
    REQUIRE(carry(a, b) == 1);
    b.write(1, {assign("name", std::string("b on top"))});
    CHECK(b.store->conflictCount() == 0);
    freezeAll(b);
    push(b, log);
    CHECK(b.store->pendingCount() == 1);  // the server lacks what it builds on

    SECTION("its author brings it") {
        sync(a, log);
    }
    SECTION("whoever carries it brings it") {
        pushCarried(b, log);
    }
    sync(b, log);
    sync(b, log);
    sync(c, log);
    CHECK(b.store->pendingCount() == 0);
    CHECK(c.text(1, "name") == "b on top");
    CHECK(c.store->conflictCount() == 0);
    sync(a, log);
    CHECK(a.text(1, "name") == "b on top");
    CHECK(a.store->digest(theSpace) == c.store->digest(theSpace));
    CHECK(b.store->digest(theSpace) == c.store->digest(theSpace));
}

TEST_CASE("Round about through a third device nothing comes twice", "[store]") {
    ToyLog log;
    Device a(1);
    Device b(2);
    Device c(3);
    a.write(1, {assign("name", std::string("a")), add("tags", "x")});
    REQUIRE(carry(a, b) == 1);
    b.write(1, {assign("name", std::string("b"))});
    REQUIRE(carry(b, c) == 2);
    c.write(1, {assign("name", std::string("c"))});
    REQUIRE(carry(c, a) == 2);  // its own it knows
    CHECK(a.text(1, "name") == "c");
    for (int round = 0; round < 4; ++round)
        for (Device* device : {&c, &b, &a}) {
            pushCarried(*device, log);
            sync(*device, log);
        }
    CHECK(log.size() == 3);
    for (Device* device : {&a, &b, &c}) {
        CHECK(device->text(1, "name") == "c");
        CHECK(device->store->carriedCount() == 0);
        CHECK(device->store->pendingCount() == 0);
        CHECK(device->store->conflictCount() == 0);
        CHECK(device->store->digest(theSpace) == a.store->digest(theSpace));
        CHECK(problemsOf(*device) == "");
    }
}

TEST_CASE("What builds on a change that is missing here is refused by name and leaves nothing", "[store]") {
    Device a(1);
    Device b(2);
    a.write(1, {assign("name", std::string("one"))});
    freezeAll(a);
    a.write(1, {assign("name", std::string("two"))});
    freezeAll(a);
    const auto second = carriedFrom(a, a.store->heldEnvelopes(theSpace).at(1));
    const auto taken = b.store->takeByHand(theSpace, second);
    REQUIRE_FALSE(taken.ok());
    CHECK(taken.error().code == ErrorCode::DependenciesMissing);
    CHECK_FALSE(b.store->find(recordOf(1)));
    CHECK(b.store->carriedCount() == 0);
    CHECK(carry(a, b) == 2);
    CHECK(b.text(1, "name") == "two");
}

TEST_CASE("What the server never takes goes to the tray with what builds on it; our own edit stays",
          "[store]") {
    ToyLog log;
    Device a(1);
    Device b(2);
    b.write(1, {assign("name", std::string("begin"))});
    sync(b, log);
    sync(a, log);
    a.write(1, {assign("name", std::string("refused"))});
    a.write(3, {assign("name", std::string("never was"))});
    REQUIRE(carry(a, b) == 1);
    b.write(1, {assign("name", std::string("b after it"))});
    b.write(2, {assign("name", std::string("b's own"))});
    freezeAll(b);
    const auto carried = b.store->carried(theSpace).at(0);
    b.store->dropCarried(theSpace, carried.opened.actor, carried.opened.firstSeq, "forbidden");

    CHECK(b.store->rejected().size() == 2);
    CHECK(b.store->rejected().at(0).reason == "forbidden");
    CHECK_FALSE(b.store->find(recordOf(3)));
    CHECK(b.text(1, "name") == "b after it");
    CHECK(problemsOf(b) == "");
    sync(b, log);
    Device c(3);
    sync(c, log);
    CHECK(c.text(1, "name") == "b after it");
    CHECK(c.text(2, "name") == "b's own");
    CHECK(c.store->conflictCount() == 0);
    CHECK(c.store->digest(theSpace) == b.store->digest(theSpace));
}

TEST_CASE("What builds on a lost change goes even where more of its author's was refused further on",
          "[store]") {
    ToyLog log;
    Device a(1);
    Device b(2);
    b.write(1, {assign("name", std::string("ours, not acknowledged"))});
    freezeAll(b);
    REQUIRE(carry(b, a) == 1);
    for (const char* word : {"one", "two", "three"}) {
        a.write(1, {assign("name", std::string(word))});
        freezeAll(a);
    }
    REQUIRE(carry(a, b) == 3);
    const auto last = b.store->carried(theSpace).at(2);
    b.store->dropCarried(theSpace, last.opened.actor, last.opened.firstSeq, "forbidden");
    // The first of the three builds on a change of ours that has another name now.
    CHECK(b.store->carriedCount() == 0);
    CHECK(b.text(1, "name") == "ours, not acknowledged");
    REQUIRE(b.store->rejected().size() == 3);
    CHECK(b.store->rejected().at(0).reason == "dependencies-missing");
    CHECK(b.store->rejected().at(2).reason == "forbidden");
    CHECK(problemsOf(b) == "");
}

TEST_CASE("Where the log holds other changes under the same numbers, the log is right", "[store]") {
    ToyLog log;
    Device a(1);
    Device b(2);
    a.write(1, {assign("name", std::string("by hand"))});
    REQUIRE(carry(a, b) == 1);
    // The same actor in the log with other content, as a restored copy of that device writes it.
    CarriedEnvelope twin = b.store->carried(theSpace).at(0);
    IncomingEnvelope inLog = twin.opened;
    Device other(7);
    other.write(5, {assign("name", std::string("in the log"))});
    inLog.changes = {other.store->unacknowledged(theSpace, 1).at(0).change};
    inLog.contentId = idOf<Hash>("other content", {});
    inLog.position = 1;
    inLog.chain = ToyLog::chainAt(1);
    inLog.serverTimeMs = log.timeMs;
    REQUIRE(b.store->applyPage(theSpace, {&inLog, 1}, 1, ToyLog::chainAt(1), 1).ok());
    CHECK(b.text(5, "name") == "in the log");
    CHECK_FALSE(b.store->find(recordOf(1)));
    CHECK(b.store->carriedCount() == 0);
    CHECK(b.store->rejected().size() == 1);
    CHECK(b.store->rejected().at(0).reason == "sequence-fork");
    CHECK(problemsOf(b) == "");
}

namespace {

/// Four devices that write, meet, meet the server, are thrown back and refused.
class Gathering {
public:
    explicit Gathering(std::uint64_t seed) : dice_(seed) {
        for (std::uint64_t i = 1; i <= 4; ++i)
            devices_.push_back(std::make_unique<Device>(i, ":memory:", seed));
    }

    void step() {
        Device& device = any();
        switch (dice_.below(10)) {
            case 0:
            case 1:
            case 2:
            case 3:
                return write(device);
            case 4:
            case 5:
                carry(device, any());
                return;
            case 6:
                return exchange(device, dice_.below(3) == 0);
            case 7:
                if (dice_.below(8) == 0) device.store->reincarnate(theSpace);
                return;
            case 8:
                if (dice_.below(12) == 0) refused_.insert(*device.store->device());
                return;
            default:
                if (dice_.below(3) == 0) device.open();
                return;
        }
    }

    void settle() {
        for (int round = 0; round < 12; ++round)
            for (auto& device : devices_)
                exchange(*device, false);
    }

    void judge() {
        const Device& first = *devices_.front();
        for (const auto& device : devices_) {
            CHECK(problemsOf(*device) == "");
            CHECK(device->store->pendingCount() == 0);
            CHECK(device->store->carriedCount() == 0);
            CHECK(device->store->digest(theSpace) == first.store->digest(theSpace));
            CHECK(device->store->computeDigest(theSpace) == device->store->digest(theSpace));
            for (std::uint64_t record = 1; record <= records; ++record) {
                const auto ours = device->store->find(recordOf(record));
                const auto theirs = first.store->find(recordOf(record));
                REQUIRE(ours.has_value() == theirs.has_value());
                if (!ours) continue;
                CHECK(merge::encode(ours->record) == merge::encode(theirs->record));
                CHECK_FALSE(ours->pending);
            }
        }
        for (const std::string& word : told_)
            if (!isSomewhere(word)) FAIL_CHECK("nobody has " << word << " any more");
    }

private:
    static constexpr std::uint64_t records = 3;

    Device& any() { return *devices_[dice_.below(devices_.size())]; }

    void write(Device& device) {
        const std::uint64_t record = 1 + dice_.below(records);
        const std::string word = "w" + std::to_string(++words_);
        switch (dice_.below(12)) {
            case 0:
                device.write(record, {whole(merge::Action::Delete)});
                return;
            case 1:
                device.write(record, {remove("tags", "w" + std::to_string(1 + dice_.below(words_)))});
                return;
            case 2:
            case 3:
            case 4:
                device.write(record, {add("tags", word)});
                break;
            default:
                device.write(record, {assign(dice_.below(2) == 0 ? "name" : "url", word)});
        }
        told_.push_back(word);
    }

    /// One turn with the server: ours, what we carry, and its page.
    void exchange(Device& device, bool answerLost) {
        freezeAll(device, 1 + dice_.below(3));
        for (const OutgoingEnvelope& envelope : device.store->outgoing(theSpace, 256)) {
            if (refused_.contains(*device.store->device())) {
                device.store->reject(theSpace, envelope.contentId, "forbidden");
                break;
            }
            if (!offer(device, envelope, answerLost)) break;
        }
        pushCarried(device, log_, refused_);
        if (!pull(device, log_, 1 + dice_.below(4))) FAIL("a page was refused");
        while (device.space().position < log_.size())
            if (!pull(device, log_, 3)) FAIL("a page was refused");
    }

    bool offer(Device& device, const OutgoingEnvelope& envelope, bool answerLost) {
        switch (log_.append(offerOf(device, envelope))) {
            case ToyLog::Answer::Accepted:
            case ToyLog::Answer::Duplicate:
                if (!answerLost) device.store->acknowledge(theSpace, envelope.contentId, log_.timeMs);
                return true;
            case ToyLog::Answer::Fork:
                device.store->reincarnate(theSpace);
                return false;
            default:
                return false;
        }
    }

    [[nodiscard]] bool isSomewhere(const std::string& word) const {
        const merge::Value value(word);
        for (const auto& device : devices_) {
            for (std::uint64_t record = 1; record <= records; ++record)
                for (const HistoryEntry& entry : device->store->history(recordOf(record)))
                    if (entry.operation.value == value) return true;
            for (const RejectedChange& change : device->store->rejected())
                if (textOf(change.change).find(word) != std::string_view::npos) return true;
        }
        return false;
    }

    SeededRandom dice_;
    ToyLog log_;
    std::vector<std::unique_ptr<Device>> devices_;
    std::set<DeviceId> refused_;
    std::uint64_t words_ = 0;
    std::vector<std::string> told_;
};

}  // namespace

TEST_CASE("Whoever meets whom, and whatever the server refuses, all come to agree and no word is lost",
          "[store]") {
    const std::uint64_t seed = fromEnvironment("VELDWIJZER_SEED", 1);
    const std::uint64_t runs = fromEnvironment("VELDWIJZER_RUNS", 60);
    for (std::uint64_t run = seed; run < seed + runs; ++run) {
        INFO("VELDWIJZER_SEED=" << run << " VELDWIJZER_RUNS=1");
        Gathering gathering(run);
        for (int step = 0; step < 120; ++step)
            gathering.step();
        gathering.settle();
        gathering.judge();
    }
}
