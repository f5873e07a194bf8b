// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "foreign.h"
#include "store/own_records.h"

using namespace veldwijzer;
using namespace veldwijzer::store;
using namespace veldwijzer::store::testing;
using merge::Action;

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

namespace {

/// The foreign actor's only change, as it stands in a log.
ToyLog::Offer offerOf(std::vector<merge::Operation> operations) {
    ToyLog::Offer offer;
    offer.actor = idOf<ActorId>("foreign actor", {});
    offer.device = testing::deviceOf(99);
    offer.firstSeq = 1;
    offer.contentId = hashOf("foreign", {viewOf("1")});
    offer.changes = {
        encodeChange(foreignChange(1, {{recordOf(1), "service", std::move(operations)}})).value()};
    return offer;
}

merge::Operation naming(merge::Operation operation, std::vector<merge::OperationId> named) {
    operation.replaces = std::move(named);
    return operation;
}

void pullOneByOne(Device& device, const ToyLog& log) {
    while (device.space().position < log.size())
        REQUIRE(pull(device, log, 1).ok());
}

}  // namespace

TEST_CASE("An operation that names what the log does not hold yet is refused by every replica alike",
          "[store]") {
    ToyLog log;
    Device a(1);
    a.write(1, {assign("name", std::string("goed"))});
    const merge::OperationId later{a.space().actor, 1, 0};
    merge::Operation deleting;
    deleting.action = Action::Delete;
    const bool erases = GENERATE(false, true);
    // Somebody who guesses what the next change of a will be, and wants it gone before anybody sees it.
    REQUIRE(log.append(offerOf({naming(erases ? deleting : assignment("name", "kwaad"), {later})})) ==
            ToyLog::Answer::Accepted);
    SECTION("acknowledged before its page comes") {
        freezeAll(a);
        push(a, log);
    }
    SECTION("in the log, and the answer was lost") {
        freezeAll(a);
        push(a, log, true);
    }
    SECTION("not sent yet") {
        REQUIRE(pull(a, log).ok());
        CHECK(a.text(1, "name") == "goed");
        freezeAll(a);
        push(a, log);
    }
    pullOneByOne(a, log);
    Device inPages(2);
    pullOneByOne(inPages, log);
    Device atOnce(3);
    REQUIRE(pull(atOnce, log).ok());
    for (const Device* device : {&a, &inPages, &atOnce}) {
        CHECK(device->text(1, "name") == "goed");
        CHECK(device->store->find(recordOf(1))->visibility == merge::Visibility::Present);
        CHECK(device->store->quarantinedCount() == 1);
        CHECK(device->store->digest(theSpace) == a.store->digest(theSpace));
        CHECK(problemsOf(*device) == "");
    }
}

TEST_CASE("What stands in the log before an operation it may name, however near", "[store]") {
    ToyLog log;
    Device a(1);
    a.write(1, {assign("name", std::string("eerste"))});
    freezeAll(a);
    push(a, log);
    REQUIRE(log.append(offerOf({naming(assignment("name", "tweede"), {{a.space().actor, 1, 0}})})) ==
            ToyLog::Answer::Accepted);
    Device atOnce(2);
    REQUIRE(pull(atOnce, log).ok());
    Device inPages(3);
    pullOneByOne(inPages, log);
    pullOneByOne(a, log);
    for (const Device* device : {&a, &atOnce, &inPages}) {
        CHECK(device->text(1, "name") == "tweede");
        CHECK(device->store->quarantinedCount() == 0);
        CHECK(device->store->conflictCount() == 0);
        CHECK(device->store->digest(theSpace) == a.store->digest(theSpace));
    }
}

TEST_CASE("An operation that names an actor nobody knows does not count", "[store]") {
    ToyLog log;
    REQUIRE(log.append(offerOf({naming(assignment("name", "x"), {{idOf<ActorId>("nobody", {}), 1, 0}}),
                                assignment("status", "active")})) == ToyLog::Answer::Accepted);
    Device a(1);
    REQUIRE(pull(a, log).ok());
    CHECK(a.text(1, "name") == "(empty)");
    CHECK(a.text(1, "status") == "active");
    CHECK(a.store->quarantinedCount() == 1);
}

TEST_CASE("One id used for two kinds makes two records, the same on every device and in every order",
          "[store]") {
    ToyLog log;
    Device a(1);
    Device b(2);
    // Kinds get their local numbers in the order in which they come.
    a.write(recordOf(1), "service", {assign("name", std::string("dienst"))});
    a.write(recordOf(1), "location", {assign("name", std::string("plek"))});
    b.write(recordOf(1), "location", {assign("name", std::string("andere plek"))});
    for (int round = 0; round < 2; ++round) {
        sync(a, log);
        sync(b, log);
    }
    Device c(3);
    sync(c, log);
    for (Device* device : {&a, &b, &c}) {
        for (const char* kind : {"service", "location"}) {
            ListQuery query;
            query.kind = kind;
            CHECK(device->store->list(query).total == 1);
        }
        // The id alone means the same one everywhere; the other is in its kind's list.
        CHECK(device->store->find(recordOf(1))->record.kind == "location");
        CHECK(device->store->history(recordOf(1)).size() == 3);
        CHECK(device->store->conflictCount() == 1);
        CHECK(device->store->digest(theSpace) == a.store->digest(theSpace));
        CHECK(problemsOf(*device) == "");
    }
}
