// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include <limits>

#include "base/text.h"
#include "merge/make.h"
#include "merge/world.h"

using namespace veldwijzer;
using namespace veldwijzer::test;

namespace {

Result<Record> decoded(ByteView bytes) {
    return merge::decode(recordId(1), "service", bytes);
}

Bytes spaced(std::string hex) {
    std::erase(hex, ' ');
    return *fromHex(hex);
}

bool isRefused(const std::string& hex) {
    const Result<Record> record = decoded(spaced(hex));
    return !record && record.error().code == ErrorCode::Malformed;
}

// A record with every action and every kind of value.
Record variedRecord() {
    return recordOf({
        assign(op(1, 1, 0), "name", "Veilig Thuis \xc3\xa9\xc3\xa9n"),
        clear(op(2, 300, 70'000), "emptied"),
        make(Action::Assign, op(1, 1, 1), "boolean", Value(true)),
        make(Action::Assign, op(1, 1, 2), "integer", Value(std::numeric_limits<std::int64_t>::min())),
        make(Action::Assign, op(1, 1, 3), "number", Value(51.44)),
        make(Action::Assign, op(1, 1, 4), "bytes", Value(Bytes{0, 1, 255})),
        make(Action::Assign, op(1, 1, 5), "reference", Value(recordId(9))),
        make(Action::Assign, op(1, 1, 6), "json", Value(merge::Json{R"({"a":1})"})),
        maximum(op(3, 7), "checked", 42),
        add(op(1, 2), "tags", "a"),
        add(op(2, 301), "tags", "b"),
        assign(op(4, 1), "name", "another"),
        deleting(op(5, 9), {op(1, 1, 0), op(6, 1, 1), op(6, 2, 0)}),
        restoring(op(6, std::numeric_limits<std::uint64_t>::max(), 0xffffffffU), {}),
    });
}

Record erasedRecord() {
    return recordOf({assign(op(1, 1), "name", "x"), erasing(op(2, 1)), erasing(op(3, 1))});
}

// What decodes is the one way to write what it says: the round trip through Record is exact.
void checkStrict(ByteView bytes) {
    const Result<Record> record = decoded(bytes);
    if (!record) return;
    // Asked plainly first: this runs some hundred thousand times.
    const Bytes again = merge::encode(*record);
    const bool same = std::equal(again.begin(), again.end(), bytes.begin(), bytes.end());
    if (!same) FAIL("not canonical: " << toHex(bytes));
}

}  // namespace

TEST_CASE("The bytes of a record are those that RECORD.md describes", "[merge]") {
    Operation operation = assign(op(1, 3, 200), "name", "hi");
    operation.wallMs = -1;
    operation.schemaVersion = 2;
    CHECK(merge::encode(recordOf({operation})) ==
          spaced("01 02"                                // format, schema version
                 "01 01010101010101010101010101010101"  // one actor
                 "01 00 03 01"                          // one stamp: actor 0, seq 3, clock -1
                 "01 04 6e616d65 01"                    // one field, "name", one operation
                 "14 00 c801 02 6869"                   // Assign of a text, stamp 0, index 200
                 "00 00"));                             // no deletes, no erases
}

TEST_CASE("Every kind of value and operation is read back as it was written", "[merge]") {
    for (const Record& record : {variedRecord(), erasedRecord(), recordOf({})}) {
        const Bytes bytes = merge::encode(record);
        const Result<Record> back = decoded(bytes);
        REQUIRE(back);
        CHECK(*back == record);
        CHECK(merge::encode(*back) == bytes);
    }
}

TEST_CASE("A buffer that held something longer is replaced", "[merge]") {
    Bytes buffer(10'000, 0xee);
    merge::encodeInto(variedRecord(), buffer);
    CHECK(buffer == merge::encode(variedRecord()));
}

TEST_CASE("Operations of one change share one stamp", "[merge]") {
    Record record;
    for (std::uint32_t i = 0; i < 20; ++i)
        merge::apply(record, assign(op(1, 1, i), "f" + std::to_string(i), ""));
    // 2 + actor 17 + stamp 9 + count 1 + per field name 3 or 4 + count 1 + operation 4 + ends 2
    CHECK(merge::encode(record).size() == 2 + 17 + 9 + 1 + 10 * 8 + 10 * 9 + 2);
}

TEST_CASE("A clock that differs within one change is kept all the same", "[merge]") {
    Operation a = assign(op(1, 1, 0), "a", "x");
    Operation b = assign(op(1, 1, 1), "b", "y");
    a.wallMs = std::numeric_limits<WallMs>::min();
    b.wallMs = std::numeric_limits<WallMs>::max();
    const Record record = recordOf({a, b});
    REQUIRE(decoded(merge::encode(record)));
    CHECK(*decoded(merge::encode(record)) == record);
}

TEST_CASE("A record of a newer format is told apart from a damaged one", "[merge]") {
    Bytes bytes = merge::encode(variedRecord());
    bytes[0] = 2;
    CHECK(decoded(bytes).error().code == ErrorCode::UnsupportedVersion);
    bytes[0] = 0;
    CHECK(decoded(bytes).error().code == ErrorCode::Malformed);
    CHECK(decoded({}).error().code == ErrorCode::Malformed);
}

TEST_CASE("Bytes that say it another way are refused", "[merge]") {
    const std::string one(32, '1');
    const std::string two(32, '2');
    const std::string stamp = " 01 000102";  // of actor 0, seq 1, clock 1
    const std::string start = "01 01 01" + one + stamp;
    const std::string field = "01 0161 01 14 00 00 0178";  // "a" = "x"
    const std::string end = "00 00";
    REQUIRE(decoded(spaced(start + field + end)));
    REQUIRE(decoded(spaced(start + "01 0161 02 10 00 00 10 00 01" + end)));
    REQUIRE(decoded(spaced(start + "00 01 50 00 00 01 000100 00")));

    SECTION("around the record") {
        CHECK(isRefused(start + field + "00"));
        CHECK(isRefused(start + field + end + "00"));
        CHECK(isRefused("01 8100 01" + one + stamp + field + end));        // a longer varint
        CHECK(isRefused("01 ffffffff1f 01" + one + stamp + field + end));  // a schema past 32 bits
    }
    SECTION("in the tables") {
        CHECK(isRefused("01 01 02" + one + two + stamp + field + end));  // an actor nobody uses
        CHECK(isRefused("01 01 02" + two + one + " 02 000102 010102 01 0161 02 10 00 00 10 01 00" + end));
        CHECK(isRefused("01 01 01" + one + " 02 000102 000202" + field + end));  // a stamp nobody uses
        CHECK(isRefused("01 01 01" + one + " 01 010102" + field + end));         // an actor past the table
        CHECK(isRefused(start + "01 0161 01 14 01 00 0178" + end));              // a stamp past the table
    }
    SECTION("in names and values") {
        CHECK(isRefused(start + "01 00 01 14 00 00 0178" + end));
        CHECK(isRefused(start + "01 0101 01 14 00 00 0178" + end));
        CHECK(isRefused(start + "01 01ff 01 14 00 00 0178" + end));
        CHECK(isRefused(start + "01 0161 01 14 00 00 01ff" + end));              // not UTF-8
        CHECK(isRefused(start + "01 0161 01 11 00 00 02" + end));                // a boolean of 2
        CHECK(isRefused(start + "01 0161 01 13 00 00 000000000000f07f" + end));  // infinite
        CHECK(isRefused(start + "01 0161 01 17 00 00 00" + end));                // JSON that is empty
        CHECK(isRefused(start + "01 0161 01 18 00 00 00" + end));                // an unknown type
    }
    SECTION("in fields") {
        CHECK(isRefused(start + "02 0162 01 10 00 00 0161 01 10 00 01" + end));  // unsorted
        CHECK(isRefused(start + "02 0161 01 10 00 00 0161 01 10 00 01" + end));  // twice
        CHECK(isRefused(start + "01 0161 00" + end));                            // no operation
        CHECK(isRefused(start + "01 0161 02 10 00 01 10 00 00" + end));          // operations unsorted
        CHECK(isRefused(start + "01 0161 02 10 00 00 10 00 00" + end));          // an operation twice
        CHECK(isRefused(start + "01 0161 01 34 00 00 0178" + end));              // a Remove cannot live
        CHECK(isRefused(start + "01 0161 01 50 00 00 00" + end));                // a Delete in a field
        CHECK(isRefused(start + "01 0161 01 20 00 00" + end));                   // an Add without value
        CHECK(isRefused(start + "01 0161 01 40 00 00" + end));                   // a Maximum without value
        CHECK(isRefused(start + "01 0161 02 41 00 00 00 41 00 01 01" + end));    // two maximums
    }
    SECTION("in deletes and erases") {
        CHECK(isRefused(start + "00 01 51 00 00 01 00 00"));             // a Delete with a value
        CHECK(isRefused(start + "00 01 50 00 00 02 000100 000100 00"));  // seen twice
        CHECK(isRefused(start + "00 01 50 00 00 01 010100 00"));         // seen of no actor
        CHECK(isRefused(start + "00 01 70 00 00 00"));                   // an Erase among the deletes
        CHECK(isRefused(start + "00 00 01 60 00 00"));                   // a Restore among the erases
        CHECK(isRefused(start + "01 0161 01 10 00 00 00 01 70 00 01"));  // a field beside an Erase
    }
}

TEST_CASE("Counts that promise more than there are bytes are refused at once", "[merge]") {
    const std::string one(32, '1');
    const std::string most = " ffffffffffffffffff01";
    const std::string start = "01 01 01" + one + " 01 000102";
    CHECK(isRefused("01 01" + most));
    CHECK(isRefused("01 01 01" + one + most));
    CHECK(isRefused(start + most));
    CHECK(isRefused(start + "01" + most));
    CHECK(isRefused(start + "01 0161" + most));
    CHECK(isRefused(start + "01 0161 01 14 00 00" + most));
    CHECK(isRefused(start + "00" + most));
    CHECK(isRefused(start + "00 01 50 00 00" + most));
    CHECK(isRefused(start + "00 00" + most));
    CHECK(isRefused("01 01 ffffffffffffffffff02"));  // no number of 64 bits
    CHECK(isRefused("01 01 ffffffffffffffffffff01"));
}

TEST_CASE("Any byte changed or cut off never crashes, and what still reads is canonical", "[merge]") {
    for (const Record& record : {variedRecord(), erasedRecord()}) {
        const Bytes bytes = merge::encode(record);
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            REQUIRE_FALSE(decoded(ByteView(bytes).first(i)));
            Bytes damaged = bytes;
            for (const unsigned flip : {1U, 2U, 4U, 8U, 16U, 32U, 64U, 128U, 3U, 0x7fU, 0xffU}) {
                damaged[i] = static_cast<std::uint8_t>(bytes[i] ^ flip);
                checkStrict(damaged);
            }
        }
    }
}

TEST_CASE("Random damage never crashes, and what still reads is canonical", "[merge]") {
    const std::uint64_t seed = seedOf("damaged records");
    SeededRandom random(seed);
    World world(seed, 4, [](Record& record, const Operation& operation) { merge::apply(record, operation); });
    world.run(150);
    world.deliverAll();
    std::vector<Bytes> samples = {merge::encode(variedRecord()), merge::encode(erasedRecord())};
    for (const auto& [id, record] : world.replicas().front().records)
        samples.push_back(merge::encode(record));
    for (std::size_t run = 0; run < runsOf(20'000); ++run) {
        Bytes bytes = samples[random.below(samples.size())];
        const std::uint64_t edits = 1 + random.below(4);
        for (std::uint64_t edit = 0; edit < edits && !bytes.empty(); ++edit) {
            const auto at = static_cast<std::ptrdiff_t>(random.below(bytes.size()));
            const auto byte = static_cast<std::uint8_t>(random.below(random.below(2) == 0 ? 8 : 256));
            switch (random.below(4)) {
                case 0:
                    bytes.erase(bytes.begin() + at);
                    break;
                case 1:
                    bytes.insert(bytes.begin() + at, byte);
                    break;
                case 2:
                    bytes.resize(static_cast<std::size_t>(at));
                    break;
                default:
                    bytes[static_cast<std::size_t>(at)] = byte;
                    break;
            }
        }
        checkStrict(bytes);
    }
}

TEST_CASE("Random bytes never crash", "[merge]") {
    SeededRandom random(seedOf("random records"));
    for (std::size_t run = 0; run < runsOf(20'000); ++run) {
        Bytes bytes(1 + random.below(200));
        random.fill(bytes);
        for (std::uint8_t& byte : bytes)
            byte = static_cast<std::uint8_t>(random.below(2) == 0 ? byte : byte % 5);
        if (bytes.size() > 2) bytes[0] = 1;
        checkStrict(bytes);
    }
}
