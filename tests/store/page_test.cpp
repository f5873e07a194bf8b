// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "base/limits.h"
#include "foreign.h"
#include "store/schema.h"

using namespace veldwijzer;
using namespace veldwijzer::store;
using namespace veldwijzer::store::testing;
using merge::Action;

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
