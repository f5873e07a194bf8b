// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "base/limits.h"
#include "device.h"
#include "merge/plain_record.h"
#include "merge/record.h"
#include "store/change_codec.h"
#include "store/change_scan.h"
#include "veldwijzer.pb.h"

using namespace veldwijzer;
using namespace veldwijzer::store;
using namespace veldwijzer::store::testing;
using merge::Action;

namespace {

const auto author = idOf<ActorId>("author", {});
const auto colleague = idOf<ActorId>("colleague", {});

merge::Change sample() {
    merge::Change change;
    change.actor = author;
    change.seq = 7;
    change.wallMs = -5;
    change.schemaVersion = 1;
    const std::vector<std::optional<merge::Value>> values = {merge::Value(true),
                                                             merge::Value(std::int64_t{-9}),
                                                             merge::Value(1.5),
                                                             merge::Value(std::string("é")),
                                                             merge::Value(Bytes{0, 255}),
                                                             merge::Value(recordOf(3)),
                                                             merge::Value(merge::Json{"{}"}),
                                                             merge::Value(std::string()),
                                                             std::nullopt};
    std::uint32_t index = 0;
    for (std::uint64_t record = 1; record <= 2; ++record) {
        merge::RecordOperations target{recordOf(record), record == 1 ? "service" : "location", {}};
        for (const auto& value : values) {
            merge::Operation operation;
            operation.id = {author, 7, index++};
            operation.field = "field" + std::to_string(index);
            operation.value = value;
            operation.wallMs = -5;
            operation.replaces = {{author, 3, 4}, {colleague, 1'000'000, 0}};
            std::sort(operation.replaces.begin(), operation.replaces.end());
            target.operations.push_back(operation);
        }
        merge::Operation operation;
        operation.id = {author, 7, index++};
        operation.action = Action::Delete;
        operation.wallMs = -5;
        operation.replaces = {{author, 7, 0}};
        target.operations.push_back(operation);
        change.records.push_back(target);
    }
    // And one that only makes a record: a field twice, a set, every kind of value.
    merge::RecordOperations plain{recordOf(3), "service", {}};
    for (const auto& value : values) {
        merge::Operation operation;
        operation.id = {author, 7, index++};
        operation.action = value && index % 3 == 0 ? Action::Add : Action::Assign;
        operation.field = "field" + std::to_string(index % 4);
        operation.value = value;
        operation.wallMs = -5;
        plain.operations.push_back(operation);
    }
    change.records.push_back(plain);
    return change;
}

bool same(const merge::Operation& a, const merge::Operation& b) {
    const bool sameValue =
        a.value.has_value() == b.value.has_value() && (!a.value || merge::compare(*a.value, *b.value) == 0);
    return a.id == b.id && a.action == b.action && a.field == b.field && sameValue &&
           a.replaces == b.replaces && a.wallMs == b.wallMs && a.schemaVersion == b.schemaVersion;
}

// What is plain comes to the same as bytes: the operations, and the record that they make.
void checkPlain(const Bytes& bytes, const merge::Change& apart) {
    merge::Change change;
    change.actor = author;
    change.seq = 7;
    REQUIRE(scanChange(bytes, change, Plain::AsBytes));
    REQUIRE(change.records.size() == apart.records.size());
    for (std::size_t r = 0; r < apart.records.size(); ++r) {
        const auto& expected = apart.records[r];
        auto& target = change.records[r];
        if (!target.plain.empty()) {
            merge::Record record;
            record.id = expected.record;
            record.kind = expected.kind;
            for (const merge::Operation& operation : expected.operations) {
                CHECK_FALSE(merge::whyInvalid(expected, operation));
                merge::apply(record, operation);
            }
            CHECK(merge::encode(record) == target.plain);
        }
        merge::takeApart(target);
        REQUIRE(target.operations.size() == expected.operations.size());
        for (std::size_t o = 0; o < expected.operations.size(); ++o)
            CHECK(same(target.operations[o], expected.operations[o]));
    }
}

wire::Change sampleMessage() {
    wire::Change message;
    const Bytes bytes = encodeChange(sample()).value();
    REQUIRE(message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())));
    return message;
}

ErrorCode errorOf(const wire::Change& message) {
    const std::string bytes = message.SerializeAsString();
    const auto change = decodeChange(author, 7, viewOf(bytes));
    REQUIRE_FALSE(change.ok());
    return change.error().code;
}

}  // namespace

TEST_CASE("A change comes back from its bytes as it was", "[store]") {
    const merge::Change change = sample();
    const Bytes bytes = encodeChange(change).value();
    CHECK(encodeChange(change).value() == bytes);
    const merge::Change back = decodeChange(author, 7, bytes).value();
    CHECK(back.wallMs == change.wallMs);
    REQUIRE(back.records.size() == change.records.size());
    for (std::size_t r = 0; r < back.records.size(); ++r) {
        CHECK(back.records[r].record == change.records[r].record);
        CHECK(back.records[r].kind == change.records[r].kind);
        REQUIRE(back.records[r].operations.size() == change.records[r].operations.size());
        for (std::size_t o = 0; o < back.records[r].operations.size(); ++o)
            CHECK(same(back.records[r].operations[o], change.records[r].operations[o]));
    }
    // Names and actors stand in it once.
    CHECK(sampleMessage().actors_size() == 2);
}

TEST_CASE("A change that breaks a rule of the format is refused, not believed", "[store]") {
    wire::Change message = sampleMessage();
    SECTION("an actor of the wrong size") {
        message.set_actors(0, "short");
    }
    SECTION("a record id of the wrong size") {
        message.mutable_records(0)->set_record("short");
    }
    SECTION("a kind beyond the names") {
        message.mutable_records(0)->set_kind(10'000);
    }
    SECTION("a field beyond the names") {
        message.mutable_records(0)->mutable_operations(0)->set_field(10'000);
    }
    SECTION("an empty name") {
        message.set_names(0, "");
    }
    SECTION("a long name") {
        message.set_names(0, std::string(limits::nameBytes + 1, 'a'));
    }
    SECTION("a reference of the wrong size") {
        message.mutable_records(0)->mutable_operations(0)->mutable_value()->set_reference("short");
    }
    SECTION("an action out of range") {
        message.mutable_records(0)->mutable_operations(0)->set_action(300);
    }
    SECTION("replaced operations cut off") {
        message.mutable_records(0)->mutable_operations(0)->add_replaces(1);
    }
    SECTION("a replaced operation of nobody") {
        message.mutable_records(0)->mutable_operations(0)->set_replaces(0, 99);
    }
    SECTION("a replaced operation without a place") {
        message.mutable_records(0)->mutable_operations(0)->set_replaces(2, 1ULL << 32U);
    }
    CHECK(errorOf(message) == ErrorCode::Malformed);
}

TEST_CASE("Names and texts that are not UTF-8 are refused", "[store]") {
    Bytes bytes = encodeChange(sample()).value();
    for (const std::string_view text : {"field1", "\xC3\xA9"}) {
        Bytes bad = bytes;
        const auto at = textOf(bad).find(text);
        REQUIRE(at != std::string_view::npos);
        bad[at] = 0xFF;
        CHECK_FALSE(decodeChange(author, 7, bad).ok());
    }
}

TEST_CASE("A change past a limit is refused, one at the limit is read", "[store]") {
    merge::Change change;
    change.records.push_back({recordOf(1), "service", {}});
    merge::Operation operation;
    operation.field = "name";
    change.records[0].operations.assign(limits::operationsPerChange, operation);
    const Bytes most = encodeChange(change).value();
    CHECK(decodeChange(author, 1, most).ok());
    change.records[0].operations.push_back(operation);
    CHECK(encodeChange(change).error().code == ErrorCode::TooLarge);

    wire::Change message;
    REQUIRE(message.ParseFromArray(most.data(), static_cast<int>(most.size())));
    *message.add_records() = message.records(0);
    CHECK(errorOf(message) == ErrorCode::TooLarge);

    message = sampleMessage();
    auto* replaces = message.mutable_records(0)->mutable_operations(0)->mutable_replaces();
    replaces->Clear();
    for (std::uint64_t i = 0; i < limits::replacesPerOperation; ++i)
        for (const std::uint64_t part : {std::uint64_t{0}, i, std::uint64_t{0}})
            replaces->Add(part);
    CHECK(decodeChange(author, 7, viewOf(message.SerializeAsString())).ok());
    for (int i = 0; i < 3; ++i)
        replaces->Add(0);
    CHECK(errorOf(message) == ErrorCode::TooLarge);

    CHECK(decodeChange(author, 7, Bytes(limits::changeBytes + 1)).error().code == ErrorCode::TooLarge);
}

TEST_CASE("What a newer version adds is kept as an operation that is refused by rule", "[store]") {
    wire::Change message = sampleMessage();
    message.mutable_records(0)->mutable_operations(0)->set_action(99);
    message.mutable_records(0)->mutable_operations(1)->mutable_value()->Clear();
    message.mutable_records(0)->mutable_operations(1)->mutable_value();
    std::string bytes = message.SerializeAsString();
    // A field of the message that we have never heard of: number 1000, varint.
    bytes += std::string("\xC0\x3E\x01", 3);
    const auto change = decodeChange(author, 7, viewOf(bytes));
    REQUIRE(change.ok());
    const auto& target = change->records.at(0);
    CHECK(merge::whyInvalid(target, target.operations.at(0)));
    CHECK(merge::whyInvalid(target, target.operations.at(1)));
    CHECK_FALSE(merge::whyInvalid(target, target.operations.at(2)));
}

TEST_CASE("A change is written as protobuf would write it", "[store]") {
    CHECK(toBytes(viewOf(sampleMessage().SerializeAsString())) == encodeChange(sample()).value());
}

TEST_CASE("The short cut reads what protobuf's reader reads, and leaves the rest to it", "[store]") {
    const Bytes good = encodeChange(sample()).value();
    merge::Change scanned;
    REQUIRE(scanChange(good, scanned, Plain::AsBytes));
    CHECK_FALSE(scanned.records.back().plain.empty());
    scanned = {};
    REQUIRE(scanChange(good, scanned, Plain::TakenApart));
    SeededRandom random(fromEnvironment("VELDWIJZER_SEED", 1));
    std::size_t taken = 0;
    for (std::uint64_t run = 0; run < fromEnvironment("VELDWIJZER_RUNS", 20'000); ++run) {
        Bytes bytes = good;
        for (std::uint64_t i = 0; i <= random.below(3); ++i) {
            const auto at = static_cast<std::ptrdiff_t>(random.below(bytes.size()));
            switch (random.below(3)) {
                case 0:
                    bytes[static_cast<std::size_t>(at)] = static_cast<std::uint8_t>(random.below(256));
                    break;
                case 1:
                    bytes.erase(bytes.begin() + at);
                    break;
                default:
                    bytes.insert(bytes.begin() + at, static_cast<std::uint8_t>(random.below(256)));
                    break;
            }
        }
        merge::Change fast;
        fast.actor = author;
        fast.seq = 7;
        if (!scanChange(bytes, fast, Plain::TakenApart)) continue;
        ++taken;
        checkPlain(bytes, fast);
        const auto careful = decodeChangeMessage(author, 7, bytes);
        REQUIRE(careful.ok());
        CHECK(fast.wallMs == careful->wallMs);
        CHECK(fast.schemaVersion == careful->schemaVersion);
        REQUIRE(fast.records.size() == careful->records.size());
        for (std::size_t r = 0; r < fast.records.size(); ++r) {
            CHECK(fast.records[r].record == careful->records[r].record);
            CHECK(fast.records[r].kind == careful->records[r].kind);
            REQUIRE(fast.records[r].operations.size() == careful->records[r].operations.size());
            for (std::size_t o = 0; o < fast.records[r].operations.size(); ++o)
                CHECK(same(fast.records[r].operations[o], careful->records[r].operations[o]));
        }
    }
    CHECK(taken > 0);
}

TEST_CASE("Bytes with any bit flipped or cut off anywhere are read or refused, never worse", "[store]") {
    const Bytes good = encodeChange(sample()).value();
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        Bytes bad = good;
        bad[bit / 8] = static_cast<std::uint8_t>(bad[bit / 8] ^ (1U << (bit % 8)));
        if (const auto change = decodeChange(author, 7, bad)) CHECK(encodeChange(*change).ok());
    }
    for (std::size_t size = 0; size < good.size(); ++size) {
        const auto change = decodeChange(author, 7, ByteView(good).first(size));
        static_cast<void>(change);
    }
}

TEST_CASE("Values come back from their bytes", "[store]") {
    for (const auto& target : sample().records) {
        for (const auto& operation : target.operations) {
            if (operation.value) CHECK(decodeValue(encodeValue(*operation.value)) == operation.value);
        }
    }
    CHECK_FALSE(decodeValue({}));
    CHECK_FALSE(decodeValue(viewOf("\xff\xff")));
}
