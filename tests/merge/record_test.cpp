// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "merge/make.h"

using namespace veldwijzer;
using namespace veldwijzer::test;

TEST_CASE("A later edit takes the place of the one it saw", "[merge]") {
    const Record record =
        recordOf({assign(op(1, 1), "name", "old"), assign(op(2, 1), "name", "new", {op(1, 1)})});
    REQUIRE(record.field("name")->operations.size() == 1);
    CHECK(textIn(merge::shownValue(record, "name")) == "new");
}

TEST_CASE("Concurrent edits of a register are all kept, and the latest is shown", "[merge]") {
    Operation late = assign(op(1, 1), "name", "late");
    late.wallMs = 2'000;
    Operation early = assign(op(2, 1), "name", "early");
    early.wallMs = 1'000;
    const Record record = recordOf({late, early});
    CHECK(record.field("name")->operations.size() == 2);
    CHECK(textIn(merge::shownValue(record, "name")) == "late");
}

TEST_CASE("A stamp that the server clamped counts as the smaller time", "[merge]") {
    Operation fromTheFuture = assign(op(1, 1), "name", "clock was wrong");
    fromTheFuture.wallMs = 9'000'000;
    Operation honest = assign(op(2, 1), "name", "honest");
    honest.wallMs = 1'000;
    const Record record = recordOf({fromTheFuture, honest});
    CHECK(textIn(merge::shownValue(record, "name")) == "clock was wrong");
    const auto clamp = [&](const OperationId& id, WallMs wallMs) {
        return id == fromTheFuture.id ? WallMs{500} : wallMs;
    };
    CHECK(textIn(merge::shownValue(record, "name", clamp)) == "honest");
    const auto later = [](const OperationId&, WallMs wallMs) { return wallMs + 1'000'000'000; };
    CHECK(textIn(merge::shownValue(record, "name", later)) == "clock was wrong");
}

TEST_CASE("At the same time the greater operation id is shown, on every replica", "[merge]") {
    Operation a = assign(op(1, 1), "name", "a");
    Operation b = assign(op(2, 1), "name", "b");
    a.wallMs = b.wallMs = 5;
    CHECK(textIn(merge::shownValue(recordOf({a, b}), "name")) == "b");
    CHECK(recordOf({a, b}) == recordOf({b, a}));
}

TEST_CASE("An emptied field stays as an operation without a value", "[merge]") {
    const Record record = recordOf({assign(op(1, 1), "name", "x"), clear(op(1, 2), "name", {op(1, 1)})});
    REQUIRE(record.field("name") != nullptr);
    CHECK_FALSE(record.field("name")->operations.front().value);
    CHECK(merge::shownValue(record, "name") == nullptr);
}

TEST_CASE("An add wins over a remove that had not seen it", "[merge]") {
    const Operation first = add(op(1, 1), "tags", "youth");
    const Operation again = add(op(2, 1), "tags", "youth");
    const Operation remove = removal(op(3, 1), "tags", {op(1, 1)});
    const Record record = recordOf({first, again, remove});
    REQUIRE(merge::elementsOf(record, "tags").size() == 1);
    CHECK(recordOf({first, remove, again}) == record);
    CHECK(merge::elementsOf(recordOf({first, remove}), "tags").empty());
    CHECK(recordOf({first, remove}).fields.empty());
}

TEST_CASE("An element that two people add shows once; elements are sorted", "[merge]") {
    const Record record =
        recordOf({add(op(1, 1), "tags", "b"), add(op(2, 1), "tags", "b"), add(op(3, 1), "tags", "a"),
                  make(Action::Add, op(4, 1), "tags", Value(std::int64_t{7}))});
    const auto elements = merge::elementsOf(record, "tags");
    REQUIRE(elements.size() == 3);
    CHECK(*elements[0] == Value(std::int64_t{7}));
    CHECK(textIn(elements[1]) == "a");
    CHECK(textIn(elements[2]) == "b");
}

TEST_CASE("Of maximums the greatest stays, whoever came first and whatever was seen", "[merge]") {
    const Operation low = maximum(op(1, 1), "checked", 5);
    const Operation high = maximum(op(2, 1), "checked", 9);
    const Operation lowAgain = maximum(op(3, 1), "checked", 7, {op(2, 1)});
    std::vector<merge::Superseded> superseded;
    Record record = recordOf({high});
    merge::apply(record, low, &superseded);
    merge::apply(record, lowAgain, &superseded);
    REQUIRE(superseded.size() == 2);
    CHECK(superseded[0].operation.id == low.id);
    CHECK(superseded[0].by == high.id);
    CHECK(superseded[1].by == high.id);
    CHECK(record == recordOf({low, high, lowAgain}));
    CHECK(*merge::shownValue(record, "checked") == Value(std::int64_t{9}));
}

TEST_CASE("Equal maximums: the greater id stays", "[merge]") {
    const Operation a = maximum(op(1, 1), "checked", 5);
    const Operation b = maximum(op(2, 1), "checked", 5);
    CHECK(recordOf({a, b}) == recordOf({b, a}));
    CHECK(recordOf({a, b}).field("checked")->operations.front().id == b.id);
}

TEST_CASE("Actions of one field keep to their own", "[merge]") {
    const std::vector<OperationId> all = {op(1, 1), op(1, 2), op(1, 3)};
    const std::vector<Operation> base = {assign(op(1, 1), "f", "register"), add(op(1, 2), "f", "element"),
                                         maximum(op(1, 3), "f", 3)};
    const auto after = [&](const Operation& last) {
        auto operations = base;
        operations.push_back(last);
        return recordOf(operations).field("f")->operations.size();
    };
    CHECK(after(assign(op(2, 1), "f", "x", all)) == 3);
    CHECK(after(add(op(2, 1), "f", "x", all)) == 3);
    CHECK(after(removal(op(2, 1), "f", all)) == 2);
    CHECK(after(maximum(op(2, 1), "f", 9, all)) == 3);
}

TEST_CASE("What is replaced is told with who replaced it", "[merge]") {
    Record record = recordOf({assign(op(1, 1), "name", "old"), add(op(1, 1, 1), "tags", "x")});
    std::vector<merge::Superseded> superseded;
    merge::apply(record, assign(op(2, 1), "name", "new", {op(1, 1)}), &superseded);
    merge::apply(record, removal(op(2, 1, 1), "tags", {op(1, 1, 1)}), &superseded);
    REQUIRE(superseded.size() == 2);
    CHECK(superseded[0].field == "name");
    CHECK(superseded[0].by == op(2, 1));
    CHECK(textIn(&*superseded[0].operation.value) == "old");
    CHECK(superseded[1].field == "tags");
    CHECK(superseded[1].by == op(2, 1, 1));
}

TEST_CASE("An erase ends everything, and what comes later ends at once", "[merge]") {
    Record record = recordOf({assign(op(1, 1), "name", "secret"), deleting(op(1, 2), {op(1, 1)})});
    std::vector<merge::Superseded> superseded;
    merge::apply(record, erasing(op(2, 1)), &superseded);
    CHECK(record.erased());
    CHECK(record.fields.empty());
    CHECK(record.deletes.empty());
    REQUIRE(superseded.size() == 2);
    CHECK_FALSE(superseded[0].operation.value);

    superseded.clear();
    merge::apply(record, assign(op(3, 1), "name", "late secret"), &superseded);
    merge::apply(record, restoring(op(3, 2), {op(1, 2)}), &superseded);
    CHECK(record.fields.empty());
    REQUIRE(superseded.size() == 2);
    CHECK(superseded[0].by == op(2, 1));
    CHECK_FALSE(superseded[0].operation.value);
    const std::string bytes = toString(merge::encode(record));
    CHECK(bytes.find("secret") == std::string::npos);

    merge::apply(record, erasing(op(4, 1)));
    CHECK(record.erases.size() == 2);
    CHECK(merge::visibilityOf(record, merge::DeletePolicy::EditWins) == merge::Visibility::Erased);
}

TEST_CASE("A record remembers the newest schema that wrote to it, also of what is gone", "[merge]") {
    Operation newer = add(op(1, 1), "tags", "x");
    newer.schemaVersion = 7;
    const Record record = recordOf({newer, removal(op(1, 2), "tags", {op(1, 1)})});
    CHECK(record.schemaVersion == 7);
}

TEST_CASE("A whole change fills a record as its operations one by one would", "[merge]") {
    merge::RecordOperations change{recordId(1), "service", {}};
    for (std::uint32_t i = 0; i < 20; ++i)
        change.operations.push_back(
            assign(op(1, 1, i), "field" + std::to_string((i * 7) % 20), std::to_string(i)));
    const Record slowly = recordOf(change.operations);
    Record record;
    merge::apply(record, std::move(change));
    CHECK(record == slowly);
    CHECK(merge::encode(record) == merge::encode(slowly));
}

TEST_CASE("All operation ids of a record are told sorted, deletes and restores too", "[merge]") {
    const Record record = recordOf({assign(op(3, 1), "a", "x"), add(op(1, 1), "b", "y"),
                                    deleting(op(2, 1), {op(3, 1)}), restoring(op(2, 2), {})});
    const std::vector<OperationId> expected = {op(1, 1), op(2, 1), op(2, 2), op(3, 1)};
    CHECK(merge::allOperationIds(record) == expected);
}

TEST_CASE("A set of ten thousand elements is added to and emptied in passable time", "[merge]") {
    Record record;
    record.id = recordId(1);
    std::vector<OperationId> all;
    for (std::uint32_t i = 0; i < 10'000; ++i) {
        all.push_back(op(1, 1, i));
        merge::apply(record, add(all.back(), "tags", std::to_string(i)));
    }
    CHECK(merge::elementsOf(record, "tags").size() == 10'000);
    merge::apply(record, removal(op(1, 2), "tags", all));
    CHECK(record.fields.empty());
}
