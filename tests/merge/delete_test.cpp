// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "base/limits.h"
#include "merge/conflicts.h"
#include "merge/make.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using merge::DeletePolicy;
using merge::Visibility;

namespace {

Visibility underEditWins(const std::vector<Operation>& operations) {
    return merge::visibilityOf(recordOf(operations), DeletePolicy::EditWins);
}
Visibility underDeleteWins(const std::vector<Operation>& operations) {
    return merge::visibilityOf(recordOf(operations), DeletePolicy::DeleteWins);
}

// Every order of `operations` that keeps each behind what it names must come to the same bytes.
void checkAllOrders(std::vector<Operation> operations) {
    const Bytes expected = merge::encode(recordOf(operations));
    const auto byId = [](const Operation& a, const Operation& b) { return a.id < b.id; };
    std::sort(operations.begin(), operations.end(), byId);
    do {
        bool causal = true;
        for (std::size_t i = 0; i < operations.size(); ++i) {
            for (std::size_t later = i + 1; later < operations.size(); ++later) {
                const auto& named = operations[i].replaces;
                if (std::binary_search(named.begin(), named.end(), operations[later].id)) causal = false;
            }
        }
        if (causal) REQUIRE(merge::encode(recordOf(operations)) == expected);
    } while (std::next_permutation(operations.begin(), operations.end(), byId));
}

const Operation written = assign(op(1, 1), "name", "x");

}  // namespace

TEST_CASE("A delete that saw everything deletes, and the values stay for a restore", "[merge]") {
    const std::vector<Operation> history = {written, deleting(op(2, 1), {op(1, 1)})};
    CHECK(underEditWins(history) == Visibility::Deleted);
    CHECK(underDeleteWins(history) == Visibility::Deleted);
    CHECK(recordOf(history).fields.size() == 1);
    CHECK_FALSE(merge::hasConflict(recordOf(history), DeletePolicy::EditWins));
}

TEST_CASE("An edit that the deleter had not seen brings the record back, whole", "[merge]") {
    const std::vector<Operation> history = {written, assign(op(1, 1, 1), "phone", "1"),
                                            deleting(op(2, 1), {op(1, 1), op(1, 1, 1)}),
                                            assign(op(3, 1), "phone", "2", {op(1, 1, 1)})};
    CHECK(underEditWins(history) == Visibility::PresentDespiteDelete);
    CHECK(underDeleteWins(history) == Visibility::DeletedDespiteEdit);
    const Record record = recordOf(history);
    CHECK(textIn(merge::shownValue(record, "name")) == "x");
    CHECK(textIn(merge::shownValue(record, "phone")) == "2");
    checkAllOrders(history);
}

TEST_CASE("Deleting again after the edit, having seen it, settles it", "[merge]") {
    std::vector<Operation> history = {written, deleting(op(2, 1), {op(1, 1)}),
                                      assign(op(3, 1), "phone", "2")};
    history.push_back(deleting(op(2, 2), merge::allOperationIds(recordOf(history))));
    CHECK(underEditWins(history) == Visibility::Deleted);
    CHECK(recordOf(history).deletes.size() == 1);
    checkAllOrders(history);
}

TEST_CASE("A restore that saw the delete undoes it, and a delete that saw the restore stands", "[merge]") {
    std::vector<Operation> history = {written, deleting(op(2, 1), {op(1, 1)}),
                                      restoring(op(3, 1), {op(2, 1)})};
    CHECK(underEditWins(history) == Visibility::Present);
    CHECK(underDeleteWins(history) == Visibility::Present);
    history.push_back(deleting(op(4, 1), merge::allOperationIds(recordOf(history))));
    CHECK(underEditWins(history) == Visibility::Deleted);
    CHECK(recordOf(history).deletes.size() == 1);
    checkAllOrders(history);
}

TEST_CASE("A second delete, made while another restored, meets the restore as an unseen edit", "[merge]") {
    const std::vector<Operation> history = {written, deleting(op(2, 1), {op(1, 1)}),
                                            restoring(op(3, 1), {op(2, 1)}),
                                            deleting(op(4, 1), {op(1, 1), op(2, 1)})};
    CHECK(underEditWins(history) == Visibility::PresentDespiteDelete);
    CHECK(underDeleteWins(history) == Visibility::DeletedDespiteEdit);
    checkAllOrders(history);
}

TEST_CASE("A restore has to name both of two concurrent deletes", "[merge]") {
    std::vector<Operation> history = {written, deleting(op(2, 1), {op(1, 1)}),
                                      deleting(op(3, 1), {op(1, 1)})};
    CHECK(underEditWins(history) == Visibility::Deleted);
    auto half = history;
    half.push_back(restoring(op(4, 1), {op(2, 1)}));
    CHECK(underEditWins(half) == Visibility::PresentDespiteDelete);
    history.push_back(restoring(op(4, 1), {op(2, 1), op(3, 1)}));
    CHECK(underEditWins(history) == Visibility::Present);
    checkAllOrders(half);
    checkAllOrders(history);
}

TEST_CASE("Two deletes, each after an own edit that the other had not seen, delete together", "[merge]") {
    std::vector<Operation> history = {written, assign(op(2, 1), "a", "1"), assign(op(3, 1), "b", "2"),
                                      deleting(op(2, 2), {op(1, 1), op(2, 1)}),
                                      deleting(op(3, 2), {op(1, 1), op(3, 1)})};
    CHECK(underEditWins(history) == Visibility::Deleted);
    checkAllOrders(history);
    history.push_back(assign(op(4, 1), "c", "seen by neither"));
    CHECK(underEditWins(history) == Visibility::PresentDespiteDelete);
}

TEST_CASE("A delete may be as large as the record: parts count together", "[merge]") {
    std::vector<Operation> history;
    const auto count = static_cast<std::uint32_t>(limits::replacesPerOperation + 10);
    for (std::uint32_t i = 0; i < count; ++i)
        history.push_back(add(op(1, 1, i), "tags", std::to_string(i)));
    const std::vector<OperationId> all = merge::allOperationIds(recordOf(history));
    const auto half = all.begin() + static_cast<std::ptrdiff_t>(limits::replacesPerOperation);
    history.push_back(deleting(op(2, 1, 0), {all.begin(), half}));
    CHECK(underEditWins(history) == Visibility::PresentDespiteDelete);
    history.push_back(deleting(op(2, 1, 1), {half, all.end()}));
    CHECK(underEditWins(history) == Visibility::Deleted);
}

TEST_CASE("A removal from a set is no edit that brings a record back", "[merge]") {
    const std::vector<Operation> history = {written, add(op(1, 2), "tags", "x"),
                                            deleting(op(2, 1), {op(1, 1), op(1, 2)}),
                                            removal(op(3, 1), "tags", {op(1, 2)})};
    CHECK(underEditWins(history) == Visibility::Deleted);
    checkAllOrders(history);
}

TEST_CASE("Emptying a field that somebody deletes with the record is an unseen edit", "[merge]") {
    const std::vector<Operation> history = {written, deleting(op(2, 1), {op(1, 1)}),
                                            clear(op(3, 1), "name", {op(1, 1)})};
    CHECK(underEditWins(history) == Visibility::PresentDespiteDelete);
}

TEST_CASE("A maximum that lost is no edit that brings a record back, one that won is", "[merge]") {
    std::vector<Operation> history = {maximum(op(1, 1), "checked", 5), deleting(op(2, 1), {op(1, 1)})};
    auto lost = history;
    lost.push_back(maximum(op(3, 1), "checked", 4));
    CHECK(underEditWins(lost) == Visibility::Deleted);
    history.push_back(maximum(op(3, 1), "checked", 6));
    CHECK(underEditWins(history) == Visibility::PresentDespiteDelete);
    checkAllOrders(lost);
    checkAllOrders(history);
}

TEST_CASE("A record that nothing was written to can be deleted and is present without", "[merge]") {
    CHECK(underEditWins({}) == Visibility::Present);
    CHECK(underEditWins({deleting(op(1, 1), {})}) == Visibility::Deleted);
}

TEST_CASE("An erase wins over deletes, restores and edits in any order", "[merge]") {
    const std::vector<Operation> history = {written, deleting(op(2, 1), {op(1, 1)}),
                                            restoring(op(3, 1), {op(2, 1)}), erasing(op(4, 1)),
                                            assign(op(5, 1), "name", "y")};
    CHECK(underEditWins(history) == Visibility::Erased);
    CHECK(underDeleteWins(history) == Visibility::Erased);
    checkAllOrders(history);
}
