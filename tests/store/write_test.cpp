// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "base/limits.h"
#include "device.h"
#include "domain/kinds.h"
#include "store/change_codec.h"
#include "toy_log.h"

using namespace veldwijzer;
using namespace veldwijzer::store;
using namespace veldwijzer::store::testing;
using merge::Action;

TEST_CASE("A write is found again, listed, and waits in the outbox", "[store]") {
    Device device(1);
    CHECK(device.write(1, {assign("name", std::string("Wijkteam")), add("tags", "avond")}) == 1);
    const auto found = device.store->find(recordOf(1));
    REQUIRE(found);
    CHECK(found->pending);
    CHECK(found->space == theSpace);
    CHECK(found->visibility == merge::Visibility::Present);
    CHECK(device.text(1, "name") == "Wijkteam");
    const ListResult list = device.store->list({.kind = "service", .facets = {{"tags", "avond"}}});
    REQUIRE(list.total == 1);
    CHECK(list.rows.at(0).title == "Wijkteam");
    CHECK(device.store->pendingCount() == 1);
    CHECK(device.store->kinds() == std::vector<std::pair<std::string, std::uint64_t>>{{"service", 1}});
    // Nobody else has it: the digest, over the bases, is that of an empty space.
    CHECK(device.store->digest(theSpace) == merge::StateDigest{});
}

TEST_CASE("A write that changes nothing makes no change and no commit", "[store]") {
    Device device(1);
    device.write(1,
                 {assign("name", std::string("a")), add("tags", "x"), maximum("assured_date", "2026-02-01")});
    const std::uint64_t head = device.store->head();
    CHECK(device.write(1, {assign("name", std::string("a"))}) == 0);
    CHECK(device.write(1, {empty("phone")}) == 0);
    CHECK(device.write(1, {add("tags", "x")}) == 0);
    CHECK(device.write(1, {remove("tags", "y")}) == 0);
    CHECK(device.write(1, {maximum("assured_date", "2026-01-01")}) == 0);
    CHECK(device.write(1, {maximum("assured_date", "2026-02-01")}) == 0);
    CHECK(device.write(1, {whole(Action::Restore)}) == 0);
    CHECK(device.write(2, {whole(Action::Delete)}) == 0);
    CHECK(device.write(2, {whole(Action::Erase)}) == 0);
    CHECK(device.store->head() == head);
    CHECK(device.store->pendingCount() == 1);
    CHECK_FALSE(device.store->find(recordOf(2)));
}

TEST_CASE("Delete, restore and erase do what they say once and nothing the second time", "[store]") {
    Device device(1);
    device.write(1, {assign("name", std::string("a"))});
    CHECK(device.write(1, {whole(Action::Delete)}) == 2);
    CHECK(device.write(1, {whole(Action::Delete)}) == 0);
    CHECK(device.store->find(recordOf(1))->visibility == merge::Visibility::Deleted);
    CHECK(device.store->list({.kind = "service"}).total == 0);
    CHECK(device.write(1, {whole(Action::Restore)}) == 3);
    CHECK(device.store->list({.kind = "service"}).total == 1);
    CHECK(device.write(1, {whole(Action::Erase)}) == 4);
    CHECK(device.write(1, {assign("name", std::string("b"))}) == 0);
    CHECK(device.store->find(recordOf(1))->visibility == merge::Visibility::Erased);
    CHECK(problemsOf(device) == "");
}

TEST_CASE("Within one change a later edit builds on an earlier one, also of a record between others",
          "[store]") {
    Device device(1);
    const std::vector<RecordEdit> edits = {{recordOf(1), "service", {assign("name", std::string("a"))}},
                                           {recordOf(2), "service", {assign("name", std::string("x"))}},
                                           {recordOf(1), "service", {assign("name", std::string("b"))}}};
    REQUIRE(device.store->write(theSpace, edits).value() == 1);
    CHECK(device.text(1, "name") == "b");
    CHECK(device.store->conflictCount() == 0);

    ToyLog log;
    Device other(2);
    sync(device, log);
    sync(other, log);
    CHECK(other.text(1, "name") == "b");
    CHECK(other.store->digest(theSpace) == device.store->digest(theSpace));
    CHECK(other.store->history(recordOf(1)).size() == 2);
}

TEST_CASE("A change that passes a limit is refused whole", "[store]") {
    Device device(1);
    std::vector<RecordEdit> edits = {{recordOf(1), "service", {}}};
    for (std::size_t i = 0; i < limits::operationsPerChange; ++i)
        edits.front().edits.push_back(add("tags", std::to_string(i)));
    CHECK(device.store->write(theSpace, edits).value() == 1);

    edits.front().record = recordOf(2);
    edits.front().edits.push_back(add("tags", "one too many"));
    CHECK(device.store->write(theSpace, edits).error().code == ErrorCode::TooLarge);
    CHECK_FALSE(device.store->find(recordOf(2)));

    edits.front().edits.assign(1, assign("name", std::string(limits::valueBytes + 1, 'a')));
    CHECK(device.store->write(theSpace, edits).error().code == ErrorCode::InvalidArgument);
    edits.front().edits.assign(1, assign("name", std::string(limits::valueBytes, 'a')));
    CHECK(device.store->write(theSpace, edits).ok());

    edits.front().edits.clear();
    for (std::size_t i = 0; i < limits::changeBytes / limits::valueBytes; ++i)
        edits.front().edits.push_back(assign("f" + std::to_string(i), std::string(limits::valueBytes, 'b')));
    CHECK(device.store->write(theSpace, edits).error().code == ErrorCode::TooLarge);
    CHECK(device.store->pendingCount() == 2);
    CHECK(problemsOf(device) == "");
}

TEST_CASE("Invalid edits are refused with a reason, unknown kinds and fields work", "[store]") {
    Device device(1);
    const auto write = [&](const std::string& kind, FieldEdit edit) {
        const std::vector<RecordEdit> edits = {{recordOf(1), kind, {std::move(edit)}}};
        return device.store->write(theSpace, edits);
    };
    CHECK(write("", assign("name", std::string("a"))).error().code == ErrorCode::InvalidArgument);
    CHECK(write("service", assign("", std::string("a"))).error().code == ErrorCode::InvalidArgument);
    CHECK(write("service", assign("name", std::string("\xff"))).error().code == ErrorCode::InvalidArgument);
    CHECK(write("service", {Action::Add, "tags", std::nullopt}).error().code == ErrorCode::InvalidArgument);
    CHECK(device.store->kinds().empty());

    CHECK(write("kind-of-the-future", assign("field-of-the-future", merge::Json{"{}"})).ok());
    CHECK(device.store->list({.kind = "kind-of-the-future"}).total == 1);
    CHECK(device.store->write(otherSpace, {}).error().code == ErrorCode::NotFound);
}

TEST_CASE("A record that a newer program wrote is read, merged and shown, but not written", "[store]") {
    Device device(1);
    merge::Change change;
    change.actor = idOf<ActorId>("newer", {});
    change.seq = 1;
    change.schemaVersion = domain::currentSchemaVersion + 1;
    merge::Operation operation;
    operation.field = "name";
    operation.value = std::string("nieuw");
    change.records.push_back({recordOf(1), "service", {operation}});
    IncomingEnvelope envelope;
    envelope.position = 1;
    envelope.actor = change.actor;
    envelope.firstSeq = 1;
    envelope.changes = {encodeChange(change).value()};
    REQUIRE(device.store->applyPage(theSpace, std::vector{envelope}, 1, {}, 1).ok());
    CHECK(device.text(1, "name") == "nieuw");
    const std::vector<RecordEdit> edits = {{recordOf(1), "service", {assign("name", std::string("oud"))}}};
    CHECK(device.store->write(theSpace, edits).error().code == ErrorCode::UnsupportedVersion);
    CHECK(device.store->pendingCount() == 0);
}

TEST_CASE("A bulk write takes as many changes as it needs, and again nothing", "[store]") {
    Device device(1);
    std::vector<RecordEdit> edits;
    for (std::uint64_t i = 0; i < 300; ++i) {
        RecordEdit& edit = edits.emplace_back(RecordEdit{recordOf(i), "service", {}});
        for (int f = 0; f < 20; ++f)
            edit.edits.push_back(assign("field" + std::to_string(f), "value " + std::to_string(i)));
    }
    const BulkProgress first = device.store->writeBulk(theSpace, edits).value();
    CHECK(first.records == 300);
    CHECK(first.operations == 6000);
    CHECK(first.changes >= 6);
    CHECK(first.changes <= 10);
    CHECK(device.store->pendingCount() == first.changes);
    const std::uint64_t head = device.store->head();
    const BulkProgress second = device.store->writeBulk(theSpace, edits).value();
    CHECK(second.changes == 0);
    CHECK(device.store->head() == head);
    edits[7].edits[3].value = std::string("other");
    CHECK(device.store->writeBulk(theSpace, edits).value().operations == 1);
    CHECK(problemsOf(device) == "");
}

TEST_CASE("A bulk write cuts one large record into several changes", "[store]") {
    Device device(1);
    std::vector<RecordEdit> edits = {{recordOf(1), "service", {}}};
    for (int i = 0; i < 2500; ++i)
        edits[0].edits.push_back(add("tags", "tag " + std::to_string(i)));
    for (int i = 0; i < 40; ++i)
        edits[0].edits.push_back(assign("long" + std::to_string(i), std::string(limits::valueBytes, 'a')));
    const auto written = device.store->writeBulk(theSpace, edits);
    REQUIRE(written.ok());
    CHECK(written->operations == 2540);
    CHECK(merge::elementsOf(device.store->find(recordOf(1))->record, "tags").size() == 2500);
}

TEST_CASE("A bulk write that was interrupted is finished by writing again", "[store]") {
    Device device(1);
    std::vector<RecordEdit> edits;
    for (std::uint64_t i = 0; i < 20'000; ++i)
        edits.push_back({recordOf(i), "service", {assign("name", "name " + std::to_string(i))}});
    device.crashPoint = "before-commit";
    CHECK_THROWS_AS(device.store->writeBulk(theSpace, edits), Crash);
    CHECK(device.store->pendingCount() == 0);
    device.crashPoint = "after-commit";
    CHECK_THROWS_AS(device.store->writeBulk(theSpace, edits), Crash);
    CHECK(device.store->pendingCount() > 0);
    device.open();
    const auto rest = device.store->writeBulk(theSpace, edits);
    REQUIRE(rest.ok());
    CHECK(rest->operations < 20'000);
    CHECK(device.store->list({.kind = "service"}).total == 20'000);
    CHECK(problemsOf(device) == "");
}

TEST_CASE("Keeping the value that shows settles a conflict; both devices then agree", "[store]") {
    ToyLog log;
    Device a(1);
    Device b(2);
    a.write(1, {assign("name", std::string("start"))});
    sync(a, log);
    sync(b, log);
    a.write(1, {assign("name", std::string("van a"))});
    b.write(1, {assign("name", std::string("van b"))});
    sync(a, log);
    sync(b, log);
    sync(a, log);
    for (Device* device : {&a, &b}) {
        CHECK(device->store->conflictCount() == 1);
        const auto inbox = device->store->conflicts(10);
        REQUIRE(inbox.size() == 1);
        CHECK(inbox[0].conflicts.at(0).field == "name");
        CHECK(inbox[0].conflicts.at(0).values.size() == 2);
        CHECK(device->store->list({.kind = "service"}).rows.at(0).conflict);
    }
    CHECK(a.text(1, "name") == b.text(1, "name"));
    a.write(1, {assign("name", a.text(1, "name"))});
    CHECK(a.store->conflictCount() == 0);
    sync(a, log);
    sync(b, log);
    CHECK(b.store->conflictCount() == 0);
    CHECK(b.store->conflicts(10).empty());
    CHECK_FALSE(b.store->list({.kind = "service"}).rows.at(0).conflict);
    CHECK(a.store->digest(theSpace) == b.store->digest(theSpace));
}

TEST_CASE("History tells what counts and what was replaced, newest first", "[store]") {
    ToyLog log;
    Device a(1);
    Device b(2);
    for (const char* name : {"een", "twee", "drie"}) {
        a.write(1, {assign("name", std::string(name))});
        a.clock.advance(1000);
    }
    sync(a, log);
    sync(b, log);
    for (Device* device : {&a, &b}) {
        const auto history = device->store->history(recordOf(1));
        REQUIRE(history.size() == 3);
        CHECK(std::get<std::string>(*history[0].operation.value) == "drie");
        CHECK(history[0].live);
        CHECK_FALSE(history[0].replacedBy);
        CHECK(std::get<std::string>(*history[2].operation.value) == "een");
        CHECK_FALSE(history[2].live);
        CHECK(history[2].replacedBy == history[1].operation.id);
        CHECK(device->store->deviceOf(history[0].operation.id.actor) == testing::deviceOf(1));
    }
}
