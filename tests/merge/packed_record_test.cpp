// SPDX-License-Identifier: EUPL-1.2
#include "merge/packed_record.h"

#include <catch2/catch.hpp>

#include "merge/conflicts.h"
#include "merge/record_part.h"
#include "merge/world.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using merge::PackedRecord;

namespace {

PackedRecord packed(const Record& record, const Bytes& bytes) {
    Result<PackedRecord> result = PackedRecord::of(record.id, record.kind, bytes);
    REQUIRE(result);
    return *std::move(result);
}

Bytes bytesOf(const PackedRecord& record) {
    Bytes bytes(7, 0xee);
    record.encodeInto(bytes);
    return bytes;
}

std::vector<OperationId> idsOf(const std::vector<merge::Superseded>& superseded) {
    std::vector<OperationId> ids;
    for (const merge::Superseded& one : superseded)
        ids.push_back(one.operation.id);
    return ids;
}

// Before and after, each told as what differs from the other.
void checkParts(const Bytes& before, const Bytes& after, const PackedRecord& changed) {
    const std::vector<std::string> fields = changed.touchedFields();
    const Bytes there = merge::partOf(changed, fields);
    if (merge::withPart(before, there).value() != after) FAIL("a part does not lead to the record");
    if (changed.isMoreThanFields()) return;
    Result<PackedRecord> was = PackedRecord::of({}, {}, before);
    REQUIRE(was);
    const Bytes back = merge::partOf(*was, fields);
    if (merge::withPart(after, back).value() != before) FAIL("a part does not lead back");
    if (merge::fieldsIn(back).value() != fields) FAIL("a part tells other fields");
}

// merge::apply, and beside it the same on the record's bytes: both must come to the same.
void applyBothWays(Record& record, const Operation& operation) {
    const Bytes before = merge::encode(record);
    PackedRecord other = packed(record, before);
    std::vector<merge::Superseded> ended;
    std::vector<merge::Superseded> endedPacked;
    merge::apply(record, operation, &ended);
    other.apply(operation, &endedPacked);
    const bool sameBytes = bytesOf(other) == merge::encode(record);
    const bool sameEnded = idsOf(ended) == idsOf(endedPacked);
    if (!sameBytes || !sameEnded) FAIL("packed and plain differ");
    for (const auto policy : {merge::DeletePolicy::EditWins, merge::DeletePolicy::DeleteWins}) {
        if (merge::visibilityOf(record, policy) != merge::visibilityOf(other.loose(), policy) ||
            merge::conflictsOf(record, policy).size() != merge::conflictsOf(other.loose(), policy).size())
            FAIL("what is loose shows other conflicts than the whole");
    }
    checkParts(before, bytesOf(other), other);
    if (!(other.whole() == record)) FAIL("taken apart, it is another record");
}

Record ofTwoChanges() {
    return recordOf({assign(op(3, 1, 0), "name", "Veilig Thuis"), assign(op(3, 1, 1), "url", "https://x"),
                     add(op(3, 1, 2), "tags", "a"), add(op(4, 2, 0), "tags", "b"),
                     assign(op(4, 2, 1), "email", "a@b.nl")});
}

}  // namespace

TEST_CASE("A record that is edited in its bytes is what it would be taken apart, over random histories",
          "[merge]") {
    const std::uint64_t seed = seedOf("packed records");
    const std::size_t runs = runsOf(60);
    for (std::size_t i = 0; i < runs; ++i) {
        World world(seed + i, 4, applyBothWays);
        world.run(100);
        world.deliverAll();
    }
}

TEST_CASE("An edit leaves the fields that it does not name packed", "[merge]") {
    const Record record = ofTwoChanges();
    const Bytes bytes = merge::encode(record);
    PackedRecord edited = packed(record, bytes);
    CHECK(bytesOf(edited) == bytes);
    CHECK(edited.loose().fields.empty());
    edited.apply(assign(op(1, 9), "url", "https://y", {op(3, 1, 1)}), nullptr);
    CHECK(edited.loose().fields.size() == 1);
    CHECK(edited.wasLoosened("url"));
    CHECK_FALSE(edited.wasLoosened("name"));
    CHECK(textIn(merge::shownValue(edited.whole(), "url")) == "https://y");
    CHECK(textIn(merge::shownValue(edited.whole(), "name")) == "Veilig Thuis");
}

TEST_CASE("A field that an edit empties of its last element is known to have been touched", "[merge]") {
    const Record record = ofTwoChanges();
    const Bytes bytes = merge::encode(record);
    PackedRecord edited = packed(record, bytes);
    edited.apply(removal(op(1, 9), "tags", {op(3, 1, 2), op(4, 2, 0)}), nullptr);
    CHECK(edited.loose().field("tags") == nullptr);
    CHECK(edited.wasLoosened("tags"));
}

TEST_CASE("Fields in conflict and whole deleted records are loose from the start", "[merge]") {
    Record record = ofTwoChanges();
    merge::apply(record, assign(op(7, 1), "name", "Anders"));
    const Bytes disputed = merge::encode(record);
    CHECK(packed(record, disputed).loose().fields.size() == 1);
    merge::apply(record, deleting(op(8, 1), {op(3, 1, 0)}));
    const Bytes deleted = merge::encode(record);
    CHECK(packed(record, deleted).loose() == record);
}

TEST_CASE("Bytes that are no record are refused, cut off anywhere", "[merge]") {
    const Record record = ofTwoChanges();
    const Bytes bytes = merge::encode(record);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK_FALSE(PackedRecord::of(record.id, record.kind, ByteView(bytes).first(size)));
}

TEST_CASE("A part tells of a field, also that it is gone, and takes no more than that", "[merge]") {
    const Record record = ofTwoChanges();
    const Bytes before = merge::encode(record);
    PackedRecord edited = packed(record, before);
    edited.apply(removal(op(1, 9), "tags", {op(3, 1, 2), op(4, 2, 0)}), nullptr);
    edited.apply(assign(op(1, 9, 1), "url", "https://y", {op(3, 1, 1)}), nullptr);
    const Bytes part = merge::partOf(edited, edited.touchedFields());
    CHECK(part.size() < 80);
    CHECK(merge::fieldsIn(part).value() == std::vector<std::string>{"tags", "url"});
    CHECK(merge::withPart(before, part).value() == bytesOf(edited));
    CHECK(merge::withPart({}, merge::wholePart(before)).value() == before);
    CHECK(merge::withPart(before, merge::wholePart({})).value().empty());
}
