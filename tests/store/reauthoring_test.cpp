// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <catch2/catch.hpp>

#include "device.h"
#include "store/change_codec.h"
#include "toy_log.h"

using namespace veldwijzer;
using namespace veldwijzer::store;
using namespace veldwijzer::store::testing;

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
