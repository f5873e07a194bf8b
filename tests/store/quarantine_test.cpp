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
