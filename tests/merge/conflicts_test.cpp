// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "base/random.h"
#include "merge/conflicts.h"
#include "merge/make.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using merge::Conflict;
using merge::DeletePolicy;

namespace {

std::vector<Conflict> inboxOf(const std::vector<Operation>& operations,
                              DeletePolicy policy = DeletePolicy::EditWins) {
    const Record record = recordOf(operations);
    std::vector<Conflict> conflicts = merge::conflictsOf(record, policy);
    REQUIRE(merge::hasConflict(record, policy) == !conflicts.empty());
    return conflicts;
}

}  // namespace

TEST_CASE("Concurrent different values of one field are a conflict, the shown one first", "[merge]") {
    Operation shown = assign(op(1, 1), "name", "shown");
    shown.wallMs = 9'000'000'000'000;
    const auto conflicts = inboxOf({assign(op(3, 1), "name", "c"), shown, assign(op(2, 1), "name", "b")});
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].field == "name");
    REQUIRE(conflicts[0].values.size() == 3);
    CHECK(textIn(&*conflicts[0].values[0].value) == "shown");
    CHECK(conflicts[0].values[1].id == op(2, 1));
    CHECK(conflicts[0].values[2].id == op(3, 1));
}

TEST_CASE("Concurrent equal values are no conflict, and stand once in one", "[merge]") {
    CHECK(inboxOf({assign(op(1, 1), "name", "a"), assign(op(2, 1), "name", "a")}).empty());
    const auto conflicts = inboxOf(
        {assign(op(1, 1), "name", "a"), assign(op(2, 1), "name", "a"), assign(op(3, 1), "name", "b")});
    REQUIRE(conflicts.size() == 1);
    REQUIRE(conflicts[0].values.size() == 2);
    CHECK(conflicts[0].values[0].id == op(3, 1));
    CHECK(conflicts[0].values[1].id == op(2, 1));
}

TEST_CASE("The value that leads the inbox is the value that is shown", "[merge]") {
    SeededRandom random(7);
    for (int run = 0; run < 500; ++run) {
        std::vector<Operation> operations;
        for (std::uint8_t author = 1; author <= 6; ++author) {
            operations.push_back(assign(op(author, 1), "name", std::to_string(random.below(3))));
            operations.back().wallMs = static_cast<WallMs>(random.below(3));
        }
        const Record record = recordOf(operations);
        const auto clamp = [&](const OperationId& id, WallMs) {
            return static_cast<WallMs>(id.actor.bytes[0] % 2);
        };
        for (const merge::ClampedTime& clamped : {merge::ClampedTime(), merge::ClampedTime(clamp)}) {
            const auto conflicts = merge::conflictsOf(record, DeletePolicy::EditWins, clamped);
            if (conflicts.empty()) continue;
            REQUIRE(conflicts[0].values[0].value == *merge::shownValue(record, "name", clamped));
        }
    }
}

TEST_CASE("A write and a concurrent emptying are a conflict", "[merge]") {
    const auto conflicts = inboxOf({assign(op(1, 1), "name", "a"), assign(op(2, 1), "name", "b", {op(1, 1)}),
                                    clear(op(3, 1), "name", {op(1, 1)})});
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].values.size() == 2);
    CHECK(inboxOf({clear(op(1, 1), "name"), clear(op(2, 1), "name")}).empty());
}

TEST_CASE("Sets and maximums have no conflicts", "[merge]") {
    CHECK(inboxOf({add(op(1, 1), "tags", "a"), add(op(2, 1), "tags", "b"), maximum(op(1, 2), "checked", 1),
                   maximum(op(2, 2), "checked", 2)})
              .empty());
}

TEST_CASE("One choice that saw all values settles a conflict", "[merge]") {
    std::vector<Operation> history = {assign(op(1, 1), "name", "a"), assign(op(2, 1), "name", "b")};
    history.push_back(assign(op(1, 2), "name", "third", {op(1, 1), op(2, 1)}));
    CHECK(inboxOf(history).empty());
    SECTION("and two different choices are a new conflict") {
        history.push_back(assign(op(2, 2), "name", "fourth", {op(1, 1), op(2, 1)}));
        CHECK(inboxOf(history).size() == 1);
    }
    SECTION("and two equal choices are none") {
        history.push_back(assign(op(2, 2), "name", "third", {op(1, 1), op(2, 1)}));
        CHECK(inboxOf(history).empty());
    }
}

TEST_CASE("A delete that met an unseen edit stands in the inbox with both sides", "[merge]") {
    const std::vector<Operation> history = {assign(op(1, 1), "name", "a"), assign(op(1, 1, 1), "zip", "1"),
                                            deleting(op(2, 1), {op(1, 1), op(1, 1, 1)}),
                                            assign(op(3, 1), "name", "b", {op(1, 1)})};
    const auto back = inboxOf(history);
    REQUIRE(back.size() == 1);
    CHECK(back[0].field == merge::deletedField);
    REQUIRE(back[0].values.size() == 2);
    CHECK(back[0].values[0].field == "name");
    CHECK(textIn(&*back[0].values[0].value) == "b");
    CHECK(back[0].values[1].action == Action::Delete);
    CHECK_FALSE(back[0].values[1].value);

    const auto cancelled = inboxOf(history, DeletePolicy::DeleteWins);
    REQUIRE(cancelled.size() == 1);
    CHECK(cancelled[0].values[0].action == Action::Delete);
    CHECK(cancelled[0].values[1].field == "name");
}

TEST_CASE("A deleted record has no conflicts; brought back, it has those it had", "[merge]") {
    std::vector<Operation> history = {assign(op(1, 1), "aaa", "a"), assign(op(2, 1), "aaa", "b"),
                                      assign(op(1, 1, 1), "zzz", "a"), assign(op(2, 1, 1), "zzz", "b")};
    CHECK(inboxOf(history).size() == 2);
    history.push_back(deleting(op(3, 1), merge::allOperationIds(recordOf(history))));
    CHECK(inboxOf(history).empty());
    history.push_back(add(op(4, 1), "tags", "unseen"));
    const auto conflicts = inboxOf(history);
    REQUIRE(conflicts.size() == 3);
    CHECK(conflicts[0].field == "aaa");
    CHECK(conflicts[1].field == merge::deletedField);
    CHECK(conflicts[2].field == "zzz");
    CHECK(inboxOf(history, DeletePolicy::DeleteWins).size() == 1);
    history.push_back(erasing(op(5, 1)));
    CHECK(inboxOf(history).empty());
}

TEST_CASE("A conflict of ten thousand values is told in passable time", "[merge]") {
    std::vector<Operation> history;
    for (std::uint32_t i = 0; i < 10'000; ++i)
        history.push_back(assign(op(1, 1, i), "name", std::to_string(i % 5'000)));
    CHECK(inboxOf(history)[0].values.size() == 5'000);
}
