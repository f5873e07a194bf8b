// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "base/limits.h"
#include "device.h"
#include "store/change_codec.h"
#include "store/own_records.h"
#include "store/schema.h"
#include "toy_log.h"

using namespace veldwijzer;
using namespace veldwijzer::store;
using namespace veldwijzer::store::testing;
using merge::Action;

namespace {

/// A change by an actor that no store stands behind.
merge::Change foreignChange(std::uint64_t seq, std::vector<merge::RecordOperations> records) {
    merge::Change change;
    change.actor = idOf<ActorId>("foreign actor", {});
    change.seq = seq;
    change.wallMs = 1'700'000'000'000;
    change.records = std::move(records);
    return change;
}

merge::Operation assignment(const std::string& field, const std::string& value) {
    merge::Operation operation;
    operation.field = field;
    operation.value = value;
    return operation;
}

IncomingEnvelope envelopeOf(std::uint64_t position, std::uint64_t firstSeq, std::vector<Bytes> changes) {
    IncomingEnvelope envelope;
    envelope.position = position;
    envelope.serverTimeMs = 1'700'000'000'000;
    envelope.device = testing::deviceOf(99);
    envelope.actor = idOf<ActorId>("foreign actor", {});
    envelope.contentId = hashOf("foreign", {viewOf(std::to_string(position))});
    envelope.firstSeq = firstSeq;
    envelope.changes = std::move(changes);
    return envelope;
}

Bytes named(const std::string& name, std::uint64_t record = 1) {
    return encodeChange(foreignChange(1, {{recordOf(record), "service", {assignment("name", name)}}}))
        .value();
}

Result<void> apply(Device& device, const std::vector<IncomingEnvelope>& page, std::uint64_t position) {
    return device.store->applyPage(theSpace, page, position, ToyLog::chainAt(position), position);
}

}  // namespace

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

TEST_CASE("A page with a change missing is refused and leaves everything alone", "[store]") {
    Device device(1);
    const auto gap = apply(device, {envelopeOf(1, 1, {named("een")}), envelopeOf(2, 3, {named("drie")})}, 2);
    REQUIRE_FALSE(gap.ok());
    CHECK(gap.error().code == ErrorCode::ChainBroken);
    CHECK(device.space().position == 0);
    CHECK_FALSE(device.store->find(recordOf(1)));
}

TEST_CASE("What was applied is skipped when it comes again, alone or at the head of an envelope", "[store]") {
    Device device(1);
    REQUIRE(apply(device, {envelopeOf(1, 1, {named("een")})}, 1).ok());
    const auto digest = device.store->digest(theSpace);
    REQUIRE(apply(device, {envelopeOf(1, 1, {named("een")})}, 1).ok());
    CHECK(device.store->digest(theSpace) == digest);
    REQUIRE(apply(device, {envelopeOf(2, 1, {named("een"), named("twee", 2)})}, 2).ok());
    CHECK(device.text(2, "name") == "twee");
    CHECK(device.store->history(recordOf(1)).size() == 1);
    CHECK(device.store->actorHead(theSpace, idOf<ActorId>("foreign actor", {}))->seq == 2);
    CHECK(device.store->chainAt(theSpace, 2) == ToyLog::chainAt(2));
    CHECK_FALSE(device.store->chainAt(theSpace, 3));
}

TEST_CASE("Chain hashes are kept up to their limit", "[store]") {
    Device device(1);
    for (std::uint64_t position = 1; position <= chainPositionsKept + 10; position += 100)
        REQUIRE(apply(device, {}, position).ok());
    CHECK_FALSE(device.store->chainAt(theSpace, 1));
    CHECK(device.store->chainAt(theSpace, 0) == Hash{});
    CHECK(device.store->chainAt(theSpace, chainPositionsKept - 95));
}

TEST_CASE("Our own envelope in a page stands for the acknowledgement that was lost", "[store]") {
    ToyLog log;
    Device a(1);
    Device b(2);
    a.write(1, {assign("name", std::string("a"))});
    freezeAll(a);
    push(a, log, /*answerLost=*/true);
    sync(b, log);
    b.write(1, {assign("name", std::string("b"))});
    sync(b, log);
    CHECK(a.store->pendingCount() == 1);
    REQUIRE(pull(a, log).ok());
    CHECK(a.store->pendingCount() == 0);
    CHECK(a.text(1, "name") == "b");
    CHECK(a.store->conflictCount() == 0);
    CHECK(a.store->digest(theSpace) == b.store->digest(theSpace));
    CHECK(a.store->actorHead(theSpace, a.space().actor)->seq == 1);
}

TEST_CASE("Rejected changes leave the records for the tray; what came after is authored again", "[store]") {
    ToyLog log;
    Device a(1);
    Device b(2);
    a.write(1, {assign("name", std::string("begin")), assign("url", std::string("u"))});
    sync(a, log);
    a.write(1, {assign("name", std::string("rejected"))});   // 2
    a.write(3, {assign("name", std::string("never was"))});  // 3
    freezeAll(a, 2);
    a.write(1, {assign("name", std::string("after"))});  // 4 replaces 2
    a.write(1, {assign("url", std::string("v"))});       // 5
    a.write(2, {assign("name", std::string("new"))});    // 6
    const ActorId before = a.space().actor;
    const Hash rejected = a.store->outgoing(theSpace, 1).at(0).contentId;
    a.store->reject(theSpace, rejected, "forbidden");

    CHECK(a.space().actor != before);
    CHECK(a.text(1, "name") == "after");
    CHECK(a.text(1, "url") == "v");
    CHECK(a.text(2, "name") == "new");
    CHECK_FALSE(a.store->find(recordOf(3)));
    CHECK(a.store->list({.kind = "service"}).total == 2);
    CHECK(a.store->pendingCount() == 3);
    CHECK(a.store->outgoing(theSpace, 10).empty());
    const auto tray = a.store->rejected();
    REQUIRE(tray.size() == 2);
    CHECK(tray[0].reason == "forbidden");
    CHECK(tray[0].records == std::vector{recordOf(1)});
    CHECK(decodeChange(before, 2, tray[0].change).ok());
    // "after" replaces what the rejected one had replaced: no conflict, and the history knows no trace of it.
    CHECK(a.store->conflictCount() == 0);
    for (const HistoryEntry& entry : a.store->history(recordOf(1)))
        CHECK(entry.operation.value != merge::Value(std::string("rejected")));
    CHECK(problemsOf(a) == "");

    sync(a, log);
    sync(b, log);
    CHECK(b.text(1, "name") == "after");
    CHECK(b.store->conflictCount() == 0);
    CHECK(a.store->digest(theSpace) == b.store->digest(theSpace));
    a.store->dismissRejected(tray[0].id);
    CHECK(a.store->rejected().size() == 1);
    // A second word about the same envelope changes nothing.
    const ActorId now = a.space().actor;
    a.store->reject(theSpace, rejected, "forbidden");
    CHECK(a.space().actor == now);
}

TEST_CASE("Work that can never be sealed leaves the records for the tray; what the server has stays",
          "[store]") {
    ToyLog log;
    Device a(1);
    a.write(1, {assign("name", std::string("begin"))});
    sync(a, log);
    a.write(1, {assign("name", std::string("after"))});
    a.write(2, {assign("name", std::string("new"))});
    const ActorId before = a.space().actor;
    CHECK(a.store->rejectUnsealed(theSpace, "forbidden") == 2);
    CHECK(a.store->pendingCount() == 0);
    CHECK(a.text(1, "name") == "begin");
    CHECK_FALSE(a.store->find(recordOf(2)));
    REQUIRE(a.store->rejected().size() == 2);
    CHECK(a.store->rejected().front().reason == "forbidden");
    // The numbers are never used again with other content.
    CHECK(a.space().actor != before);
    CHECK(problemsOf(a) == "");
    CHECK(a.store->rejectUnsealed(theSpace, "forbidden") == 0);
    CHECK(a.store->rejected().size() == 2);

    a.write(2, {assign("name", std::string("allowed again"))});
    sync(a, log);
    CHECK(a.store->pendingCount() == 0);
    CHECK(a.text(2, "name") == "allowed again");
}

TEST_CASE("What an acknowledged change of ours ended stays in the history when a later one is refused",
          "[store]") {
    ToyLog log;
    Device a(1);
    Device b(2);
    b.write(1, {maximum("assured_date", "2026-04-02"), maximum("last_checked", "2026-04-04")});
    sync(b, log);
    a.write(1, {maximum("assured_date", "2026-04-04"), maximum("last_checked", "2026-04-02")});
    freezeAll(a);
    a.write(1, {maximum("assured_date", "2026-04-09"), maximum("last_checked", "2026-04-09")});
    freezeAll(a);
    const auto waiting = a.store->outgoing(theSpace, 2);
    // The colleague's values come while both of ours wait; of those the second seems to end all.
    REQUIRE(pull(a, log).ok());
    REQUIRE(log.append(offerOf(a, waiting.at(0))) == ToyLog::Answer::Accepted);
    a.store->acknowledge(theSpace, waiting.at(0).contentId, log.timeMs);
    a.store->reject(theSpace, waiting.at(1).contentId, "forbidden");

    const auto told = [&](const char* field, const char* value, bool live) {
        const auto history = a.store->history(recordOf(1));
        return std::any_of(history.begin(), history.end(), [&](const HistoryEntry& entry) {
            return entry.field == field && entry.operation.value == merge::Value(std::string(value)) &&
                   entry.live == live;
        });
    };
    CHECK(told("assured_date", "2026-04-04", true));
    CHECK(told("assured_date", "2026-04-02", false));
    CHECK(told("last_checked", "2026-04-04", true));
    CHECK(told("last_checked", "2026-04-02", false));
    CHECK(problemsOf(a) == "");
}

TEST_CASE("A rejection after a colleague's edit arrived keeps the colleague's edit and its history",
          "[store]") {
    ToyLog log;
    Device a(1);
    Device b(2);
    a.write(1, {assign("name", std::string("begin"))});
    sync(a, log);
    sync(b, log);
    a.write(1, {assign("name", std::string("rejected"))});
    freezeAll(a);
    b.write(1, {assign("name", std::string("van b"))});
    sync(b, log);
    REQUIRE(pull(a, log).ok());
    CHECK(a.store->conflictCount() == 1);
    a.store->reject(theSpace, a.store->outgoing(theSpace, 1).at(0).contentId, "forbidden");
    CHECK(a.text(1, "name") == "van b");
    CHECK(a.store->conflictCount() == 0);
    CHECK(a.store->history(recordOf(1)).size() == 2);
    CHECK_FALSE(a.store->find(recordOf(1))->pending);
    CHECK(a.store->digest(theSpace) == b.store->digest(theSpace));
    CHECK(problemsOf(a) == "");
}

TEST_CASE("A new incarnation writes everything pending again and never uses an id twice", "[store]") {
    ToyLog log;
    Device a(1);
    Device b(2);
    a.write(1, {assign("name", std::string("een"))});
    sync(a, log);
    a.write(1, {assign("name", std::string("twee"))});
    a.write(1, {assign("name", std::string("drie")), add("tags", "x")});
    freezeAll(a);
    push(a, log, /*answerLost=*/true);  // the server has these under the old name
    const ActorId old = a.space().actor;
    a.store->reincarnate(theSpace);
    CHECK(a.space().lastSeq == 2);
    CHECK(a.space().frozenSeq == 0);
    CHECK(a.store->deviceOf(old) == testing::deviceOf(1));
    CHECK(a.store->actorHead(theSpace, old)->seq == 1);
    CHECK(a.store->pendingCount() == 2);
    for (int round = 0; round < 2; ++round) {
        sync(a, log);
        sync(b, log);
    }
    CHECK(a.store->pendingCount() == 0);
    // Both names' operations live side by side with equal values: nothing to decide.
    CHECK(a.text(1, "name") == "drie");
    CHECK(a.store->conflictCount() == 0);
    CHECK(a.store->digest(theSpace) == b.store->digest(theSpace));
    CHECK(problemsOf(a) == "");
}

TEST_CASE("A copy of this device wrote under our name: its changes are taken in, ours go out under a new one",
          "[store]") {
    TemporaryFolder folder;
    const std::string path = (folder.path / "a.db").string();
    const std::string copyPath = (folder.path / "copy.db").string();
    ToyLog log;
    {
        Device a(1, path);
        a.write(1, {assign("name", std::string("een"))});
        sync(a, log);
    }
    std::filesystem::copy_file(path, copyPath);
    Device a(1, path, 1);
    Device copy(1, copyPath, 2);
    REQUIRE(a.space().actor == copy.space().actor);
    a.write(1, {assign("name", std::string("van het toestel"))});
    copy.write(1, {assign("url", std::string("van de kopie"))});
    copy.write(2, {assign("name", std::string("ook van de kopie"))});
    sync(copy, log);
    const ActorId shared = copy.space().actor;

    SECTION("and nothing of ours was sealed yet") {
        REQUIRE(pull(a, log).ok());
    }
    SECTION("and the server refused ours first") {
        freezeAll(a);
        push(a, log);
        CHECK(a.space().actor != shared);
        REQUIRE(pull(a, log).ok());
    }
    CHECK(a.space().actor != shared);
    CHECK(a.text(1, "name") == "van het toestel");
    CHECK(a.text(1, "url") == "van de kopie");
    CHECK(a.text(2, "name") == "ook van de kopie");
    CHECK(a.store->pendingCount() == 1);
    sync(a, log);
    sync(copy, log);
    CHECK(copy.text(1, "name") == "van het toestel");
    CHECK(a.store->digest(theSpace) == copy.store->digest(theSpace));
    CHECK(a.store->conflictCount() == 0);
    CHECK(problemsOf(a) == "");
}

TEST_CASE("A vault restored from an old copy learns what it wrote since and takes a new name", "[store]") {
    TemporaryFolder folder;
    const std::string path = (folder.path / "a.db").string();
    const std::string backup = (folder.path / "backup.db").string();
    ToyLog log;
    {
        Device a(1, path);
        a.write(1, {assign("name", std::string("een"))});
        sync(a, log);
    }
    std::filesystem::copy_file(path, backup);
    ActorId used;
    {
        Device a(1, path);
        a.write(1, {assign("name", std::string("twee"))});
        sync(a, log);
        used = a.space().actor;
    }
    Device restored(1, backup, 2);
    sync(restored, log);
    CHECK(restored.text(1, "name") == "twee");
    CHECK(restored.space().actor != used);
    restored.write(1, {assign("name", std::string("drie"))});
    sync(restored, log);
    CHECK(restored.store->pendingCount() == 0);
    CHECK(restored.store->conflictCount() == 0);
}

TEST_CASE("Erase takes values out of record, history, lists, tray and quarantine", "[store]") {
    TemporaryFolder folder;
    const std::string path = (folder.path / "a.db").string();
    ToyLog log;
    Device a(1, path);
    a.db.execute("PRAGMA secure_delete = ON");
    Device b(2);
    const std::string secret = "KANARIE";
    a.write(1, {assign("name", secret + " een"), add("tags", secret)});
    a.write(1, {assign("name", secret + " twee")});
    sync(a, log);
    sync(b, log);
    a.write(1, {assign("url", secret + " geweigerd")});
    freezeAll(a);
    a.store->reject(theSpace, a.store->outgoing(theSpace, 1).at(0).contentId, "forbidden");
    REQUIRE(a.store->rejected().size() == 1);
    b.write(1, {whole(Action::Erase)});
    sync(b, log);
    sync(a, log);
    for (Device* device : {&a, &b}) {
        CHECK(device->store->find(recordOf(1))->visibility == merge::Visibility::Erased);
        CHECK(device->store->list({.kind = "service"}).total == 0);
        CHECK(device->store->list({.kind = "service", .facets = {{"tags", secret}}}).total == 0);
        CHECK(device->store->rejected().empty());
        CHECK(device->store->history(recordOf(1)).size() == 1);
        CHECK(problemsOf(*device) == "");
    }
    CHECK(a.store->digest(theSpace) == b.store->digest(theSpace));
    a.db.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    std::string file;
    {
        std::FILE* in = std::fopen(path.c_str(), "rb");
        REQUIRE(in != nullptr);
        char buffer[4096];
        for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, in)) > 0;)
            file.append(buffer, got);
        std::fclose(in);
    }
    CHECK(file.find(secret) == std::string::npos);
}

TEST_CASE("A clock that runs ahead is clamped by the server's, on its own device too", "[store]") {
    ToyLog log;
    Device a(1);
    Device b(2);
    a.write(1, {assign("name", std::string("begin"))});
    sync(a, log);
    sync(b, log);
    a.clock.setWall(log.timeMs + 1000LL * 3600 * 24 * 365);
    a.write(1, {assign("name", std::string("uit de toekomst"))});
    b.clock.setWall(log.timeMs + limits::clockAheadMs);
    log.timeMs += 1;
    b.write(1, {assign("name", std::string("van nu"))});
    sync(a, log);
    REQUIRE(pull(a, log).ok());
    log.timeMs += 10;
    sync(b, log);
    sync(a, log);
    // Clamped to a moment after b's: shown first all the same, but not for a year.
    const auto clamped = a.store->clampedTime(theSpace);
    REQUIRE(clamped);
    const auto found = a.store->find(recordOf(1));
    for (const merge::LiveOperation& live : found->record.field("name")->operations)
        CHECK(clamped(live.id, live.wallMs) <= log.timeMs + limits::clockAheadMs);
    CHECK(a.text(1, "name") == b.text(1, "name"));
    CHECK(a.store->digest(theSpace) == b.store->digest(theSpace));
    CHECK(problemsOf(a) == "");
    CHECK(problemsOf(b) == "");
    b.clock.advance(60'000);
    log.timeMs += 60'000;
    Device c(3);
    sync(c, log);
    CHECK(c.text(1, "name") == a.text(1, "name"));
}

TEST_CASE("Times at the ends of the number line do no harm", "[store]") {
    Device device(1);
    merge::Change change = foreignChange(1, {{recordOf(1), "service", {assignment("name", "a")}}});
    for (const WallMs wall : {std::numeric_limits<WallMs>::min(), std::numeric_limits<WallMs>::max()}) {
        change.wallMs = wall;
        IncomingEnvelope envelope = envelopeOf(change.seq, change.seq, {encodeChange(change).value()});
        for (const WallMs server : {std::numeric_limits<WallMs>::min(), std::numeric_limits<WallMs>::max()}) {
            envelope.serverTimeMs = server;
            envelope.firstSeq = change.seq++;
            REQUIRE(apply(device, {envelope}, change.seq).ok());
        }
    }
    CHECK(problemsOf(device) == "");
}

TEST_CASE("Operations that every replica refuses are kept in quarantine and the rest counts", "[store]") {
    Device device(1);
    merge::Operation bad = assignment("deleted", "reserved name");
    merge::Operation unknown = assignment("name", "x");
    unknown.action = static_cast<Action>(77);
    const merge::Change mixed = foreignChange(1, {{recordOf(1), "service", {bad, assignment("name", "goed")}},
                                                  {recordOf(2), "service", {unknown}}});
    REQUIRE(apply(device,
                  {envelopeOf(1, 1,
                              {encodeChange(mixed).value(), toBytes(viewOf("no change at all")),
                               named("ook goed", 3)})},
                  1)
                .ok());
    CHECK(device.text(1, "name") == "goed");
    CHECK_FALSE(device.store->find(recordOf(2)));
    CHECK(device.text(3, "name") == "ook goed");
    CHECK(device.store->quarantinedCount() == 2);
    CHECK(device.store->actorHead(theSpace, idOf<ActorId>("foreign actor", {}))->seq == 3);
    CHECK(problemsOf(device) == "");
    // The second of the two operations on record 1 keeps its place in the change.
    CHECK(device.store->find(recordOf(1))->record.field("name")->operations.at(0).id.index == 1);
}

TEST_CASE("In an own-records space a change of another member's record does not count", "[store]") {
    Device device(1);
    const auto member = idOf<MemberId>("member", {});
    const auto stranger = idOf<MemberId>("stranger", {});
    SeededRandom random(5);
    const RecordId own = ownRecordId(member, random);
    CHECK(isOwnRecord(own, member));
    CHECK_FALSE(isOwnRecord(own, stranger));
    CHECK(ownRecordId(member, own) == own);
    const RecordId foreign = ownRecordId(stranger, random);
    const merge::Change change =
        foreignChange(1, {{own, "participation", {assignment("name", "mijn")}},
                          {foreign, "participation", {assignment("name", "niet mijn")}}});
    IncomingEnvelope envelope = envelopeOf(1, 1, {encodeChange(change).value()});
    envelope.ownRecordsOf = member;
    REQUIRE(apply(device, {envelope}, 1).ok());
    CHECK(device.store->find(own));
    CHECK_FALSE(device.store->find(foreign));
    CHECK(device.store->quarantinedCount() == 1);
}

TEST_CASE("A server restored from a backup is given again what it lacks", "[store]") {
    ToyLog log;
    Device a(1);
    Device b(2);
    for (int i = 0; i < 10; ++i) {
        a.write(static_cast<std::uint64_t>(i), {assign("name", "name " + std::to_string(i))});
        sync(a, log);
        sync(b, log);
    }
    b.write(1, {assign("name", std::string("van b"))});
    sync(b, log);
    sync(a, log);
    log.restore(4);
    for (Device* device : {&a, &b})
        device->store->rewindCursor(theSpace);
    CHECK(a.space().position == 0);
    CHECK(a.store->pendingCount() > 0);
    for (int round = 0; round < 3; ++round) {
        sync(a, log);
        sync(b, log);
    }
    CHECK(a.store->pendingCount() == 0);
    CHECK(b.store->pendingCount() == 0);
    Device c(3);
    sync(c, log);
    CHECK(c.text(1, "name") == "van b");
    CHECK(c.text(9, "name") == "name 9");
    CHECK(c.store->digest(theSpace) == a.store->digest(theSpace));
    CHECK(c.store->digest(theSpace) == b.store->digest(theSpace));
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
