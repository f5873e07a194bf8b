// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include <algorithm>
#include <deque>
#include <functional>
#include <set>

#include "device.h"
#include "domain/kinds.h"
#include "store/change_codec.h"
#include "store/title_key.h"
#include "toy_log.h"

using namespace veldwijzer;
using namespace veldwijzer::store;
using namespace veldwijzer::store::testing;
using merge::Action;

namespace {

constexpr std::uint64_t recordCount = 6;
const std::vector<std::string> crashPoints = {"before-commit", "after-commit", "deferred"};
const std::vector<std::string> kindNames = {"service", "session", "kind-of-the-future"};

/// One history: devices that write, sync, lose answers, are rejected, crash and start again, over one log.
class History {
public:
    explicit History(std::uint64_t seed) : random_(seed) {
        const std::uint64_t count = 2 + random_.below(2);
        for (std::uint64_t i = 0; i < count; ++i)
            devices_.emplace_back(i, ":memory:", seed);
    }

    void run(std::uint64_t steps) {
        for (std::uint64_t i = 0; i < steps; ++i) {
            step(devices_[random_.below(devices_.size())]);
            log_.timeMs += static_cast<WallMs>(random_.below(60'000));
        }
    }

    /// Faults are over: everything drains, with no new write.
    void settle() {
        for (int round = 0; round < 6; ++round) {
            for (Device& device : devices_)
                sync(device, log_);
        }
    }

    std::deque<Device>& devices() { return devices_; }

private:
    void step(Device& device) {
        device.clock.advance(static_cast<std::int64_t>(random_.below(20'000)));
        if (random_.below(40) == 0) device.clock.setWall(log_.timeMs + jump());
        if (random_.below(12) == 0) device.crashPoint = crashPoints[random_.below(crashPoints.size())];
        try {
            act(device);
        } catch (const Crash&) {
            device.open();
        }
        device.crashPoint.clear();
    }

    WallMs jump() { return (static_cast<WallMs>(random_.below(20)) - 10) * 365 * 24 * 3600 * 1000; }

    void act(Device& device) {
        const std::uint64_t choice = random_.below(100);
        if (choice < 55)
            write(device);
        else if (choice < 65)
            freezeAll(device, 1 + random_.below(4));
        else if (choice < 77)
            durableOrNot(device, [&] { push(device, log_, /*answerLost=*/random_.below(4) == 0); });
        else if (choice < 92)
            durableOrNot(device, [&] { pullSome(device); });
        else if (choice < 96)
            durableOrNot(device, [&] { rejectOne(device); });
        else if (choice < 98)
            device.store->reincarnate(theSpace);
        else
            device.open();
    }

    /// Several in a row stay one open transaction, until something durable comes or the device starts again.
    void durableOrNot(Device& device, const std::function<void()>& work) {
        if (random_.below(3) == 0) return work();
        device.store->defer(work);
        if (random_.below(8) == 0) device.store->settle();
        if (random_.below(8) == 0) CHECK(problemsOf(device) == "");
    }

    void pullSome(Device& device) {
        const std::uint64_t from = device.space().position;
        const auto page = log_.after(from, 1 + random_.below(6));
        // Now and then a page that was applied already comes again, behind the new one.
        const auto apply = [&] {
            const auto to = from + page.size();
            const bool applied =
                device.store->applyPage(theSpace, page, to, ToyLog::chainAt(to), log_.size()).ok();
            REQUIRE(applied);
        };
        apply();
        if (random_.below(5) == 0) apply();
    }

    void rejectOne(Device& device) {
        const auto waiting = device.store->outgoing(theSpace, 256);
        if (waiting.empty()) return;
        // A server does not reject what it holds.
        const OutgoingEnvelope& chosen = waiting[random_.below(waiting.size())];
        if (log_.holds(device.space().actor, chosen.firstSeq)) return;
        const std::size_t before = device.store->rejected().size();
        const std::uint64_t pending = device.store->pendingCount();
        device.store->reject(theSpace, chosen.contentId, "forbidden");
        const std::size_t trayed = device.store->rejected().size() - before;
        CHECK(trayed == chosen.lastSeq - chosen.firstSeq + 1);
        CHECK(device.store->pendingCount() == pending - trayed);
    }

    void write(Device& device) {
        std::vector<RecordEdit> edits;
        for (std::uint64_t i = 0; i <= random_.below(3); ++i) {
            const std::uint64_t number = random_.below(recordCount);
            RecordEdit& edit = edits.emplace_back(RecordEdit{recordOf(number), kindNames[number % 3], {}});
            for (std::uint64_t e = 0; e <= random_.below(3); ++e)
                edit.edits.push_back(someEdit());
        }
        // Apart from the check: a crash must come through.
        const bool written = device.store->write(theSpace, edits).ok();
        REQUIRE(written);
    }

    FieldEdit someEdit() {
        const std::string value = std::string(1, static_cast<char>('a' + random_.below(6)));
        switch (random_.below(24)) {
            case 0:
                return whole(Action::Delete);
            case 1:
                return whole(Action::Restore);
            case 2:
                return random_.below(6) == 0 ? whole(Action::Erase) : whole(Action::Delete);
            case 3:
            case 4:
            case 5:
                return maximum("assured_date", "2026-01-0" + std::to_string(1 + random_.below(9)));
            case 6:
            case 7:
            case 8:
                return add("tags", value);
            case 9:
            case 10:
                return remove("tags", value);
            case 11:
                return testing::empty("name");
            case 12:
            case 13:
                return assign("status", value);
            case 14:
            case 15:
                return assign("description", value + value);
            case 16:
                return assign("title", value);
            default:
                return assign("name", value);
        }
    }

    SeededRandom random_;
    ToyLog log_;
    std::deque<Device> devices_;
};

/// What lists must say, from the records one by one.
void checkListings(const Device& device) {
    for (const std::string& kind : kindNames) {
        struct Row {
            std::string key;
            RecordId id;
            std::string title;
            bool conflict;
        };
        std::vector<Row> expected;
        for (std::uint64_t number = 0; number < recordCount; ++number) {
            const auto found = device.store->find(recordOf(number));
            if (!found || found->record.kind != kind) continue;
            if (found->visibility != merge::Visibility::Present &&
                found->visibility != merge::Visibility::PresentDespiteDelete)
                continue;
            const std::string title = domain::titleOf(found->record, device.store->clampedTime(theSpace));
            expected.push_back({titleKey(title), found->record.id, title,
                                merge::hasConflict(found->record, domain::deletePolicyOf(kind))});
        }
        std::sort(expected.begin(), expected.end(),
                  [](const Row& a, const Row& b) { return a.key != b.key ? a.key < b.key : a.id < b.id; });
        const ListResult list = device.store->list({.kind = kind});
        REQUIRE(list.total == expected.size());
        REQUIRE(list.rows.size() == expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            CHECK(list.rows[i].id == expected[i].id);
            CHECK(list.rows[i].title == expected[i].title);
            CHECK(list.rows[i].conflict == expected[i].conflict);
        }
    }
}

void checkConflicts(const Device& device) {
    std::uint64_t fields = 0;
    for (const ConflictRow& row : device.store->conflicts(1000))
        fields += row.conflicts.size();
    CHECK(device.store->conflictCount() == fields);
}

/// Every operation that an acknowledged or waiting change made is current, or known to be replaced.
void checkNothingLost(const Device& device, const std::set<merge::OperationId>& written) {
    std::set<merge::OperationId> known;
    bool erased = false;
    for (std::uint64_t number = 0; number < recordCount; ++number) {
        const auto found = device.store->find(recordOf(number));
        erased = erased || (found && found->visibility == merge::Visibility::Erased);
        for (const HistoryEntry& entry : device.store->history(recordOf(number)))
            known.insert(entry.operation.id);
    }
    if (erased) return;
    for (const merge::OperationId& id : written)
        CHECK(known.count(id) == 1);
}

/// The operations of what waits in the outbox, but for removals, which leave nothing of themselves.
std::set<merge::OperationId> waitingOperations(const Device& device) {
    std::set<merge::OperationId> ids;
    const SpaceRow space = device.space();
    for (const PendingChange& pending : device.store->pendingChanges(theSpace, 100'000, 1 << 30)) {
        const auto change = decodeChange(space.actor, pending.seq, pending.change);
        REQUIRE(change.ok());
        for (const auto& target : change->records)
            for (const auto& operation : target.operations)
                if (operation.action != Action::Remove) ids.insert(operation.id);
    }
    return ids;
}

void checkDevice(const Device& device) {
    REQUIRE(problemsOf(device) == "");
    REQUIRE(device.store->quarantinedCount() == 0);
    CHECK(device.store->digest(theSpace) == device.store->computeDigest(theSpace));
    checkListings(device);
    checkConflicts(device);
    checkNothingLost(device, waitingOperations(device));
}

}  // namespace

TEST_CASE("After any history the digest, the lists and the inbox are what the records say, and devices agree",
          "[store]") {
    const std::uint64_t first = fromEnvironment("VELDWIJZER_SEED", 1);
    const std::uint64_t runs = fromEnvironment("VELDWIJZER_RUNS", 150);
    for (std::uint64_t seed = first; seed < first + runs; ++seed) {
        INFO("VELDWIJZER_SEED=" << seed << " VELDWIJZER_RUNS=1");
        History history(seed);
        for (int part = 0; part < 3; ++part) {
            history.run(40);
            for (const Device& device : history.devices())
                checkDevice(device);
        }
        history.settle();
        const Device& one = history.devices().front();
        for (const Device& device : history.devices()) {
            checkDevice(device);
            CHECK(device.store->pendingCount() == 0);
            CHECK(device.store->digest(theSpace) == one.store->digest(theSpace));
            CHECK(device.store->conflictCount() == one.store->conflictCount());
            for (std::uint64_t number = 0; number < recordCount; ++number) {
                const auto here = device.store->find(recordOf(number));
                const auto there = one.store->find(recordOf(number));
                REQUIRE(here.has_value() == there.has_value());
                if (here) CHECK(merge::encode(here->record) == merge::encode(there->record));
            }
        }
    }
}
