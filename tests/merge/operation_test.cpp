// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include <limits>

#include "base/limits.h"
#include "merge/conflicts.h"
#include "merge/make.h"

using namespace veldwijzer;
using namespace veldwijzer::test;

namespace {

bool isValid(const Operation& operation, const std::string& kind = "service") {
    return !merge::whyInvalid({recordId(1), kind, {}}, operation);
}

Operation named(std::string field) {
    return assign(op(1, 1), std::move(field), "x");
}

Operation valued(Value value) {
    return make(Action::Assign, op(1, 1), "name", std::move(value));
}

}  // namespace

TEST_CASE("Ordinary operations are valid", "[merge]") {
    CHECK(isValid(assign(op(1, 1), "name", "x")));
    CHECK(isValid(clear(op(1, 1), "name")));
    CHECK(isValid(add(op(1, 1), "tags", "x")));
    CHECK(isValid(removal(op(1, 1), "tags", {})));
    CHECK(isValid(make(Action::Remove, op(1, 1), "tags", words("x"), {op(2, 1)})));
    CHECK(isValid(maximum(op(1, 1), "checked", 1)));
    CHECK(isValid(deleting(op(1, 1), {op(2, 1)})));
    CHECK(isValid(restoring(op(1, 1), {})));
    CHECK(isValid(erasing(op(1, 1))));
    CHECK(isValid(named("Größe")));
}

TEST_CASE("An unknown action is invalid, whatever schema it comes from", "[merge]") {
    for (const int action : {0, 8, 255}) {
        Operation operation = named("name");
        operation.action = static_cast<Action>(action);
        operation.schemaVersion = 99;
        CHECK_FALSE(isValid(operation));
    }
}

TEST_CASE("Names have to be short, readable and not reserved", "[merge]") {
    const std::string longest(limits::nameBytes, 'a');
    CHECK(isValid(named(longest)));
    CHECK(isValid(named("name"), longest));
    const std::vector<std::string> bad = {"",     longest + 'a', std::string("a\0b", 3),
                                          "a\nb", "\x7f",        "\xc2\x85",
                                          "\xff", "\xc2",        "\xed\xa0\x80"};
    for (const std::string& name : bad) {
        CHECK_FALSE(isValid(named(name)));
        CHECK_FALSE(isValid(named("name"), name));
    }
    CHECK_FALSE(isValid(named(std::string(merge::deletedField))));
}

TEST_CASE("Values have to fit the action", "[merge]") {
    CHECK_FALSE(isValid(make(Action::Add, op(1, 1), "tags", std::nullopt)));
    CHECK_FALSE(isValid(make(Action::Maximum, op(1, 1), "checked", std::nullopt)));
    for (const Action action : {Action::Delete, Action::Restore, Action::Erase}) {
        CHECK_FALSE(isValid(make(action, op(1, 1), "", words("x"))));
        CHECK_FALSE(isValid(make(action, op(1, 1), "name", std::nullopt)));
    }
}

TEST_CASE("Values have to be readable and not too large", "[merge]") {
    CHECK(isValid(valued(words(std::string(limits::valueBytes, 'x')))));
    CHECK_FALSE(isValid(valued(words(std::string(limits::valueBytes + 1, 'x')))));
    CHECK(isValid(valued(Value(Bytes(limits::valueBytes, 0)))));
    CHECK_FALSE(isValid(valued(Value(Bytes(limits::valueBytes + 1, 0)))));
    CHECK(isValid(valued(words(""))));
    CHECK_FALSE(isValid(valued(words("12345678\xff"))));
    CHECK_FALSE(isValid(valued(Value(merge::Json{"\xff"}))));
    CHECK_FALSE(isValid(valued(Value(merge::Json{""}))));
    CHECK_FALSE(isValid(valued(Value(std::numeric_limits<double>::quiet_NaN()))));
    CHECK_FALSE(isValid(valued(Value(std::numeric_limits<double>::infinity()))));
    CHECK(isValid(valued(Value(-0.0))));
}

TEST_CASE("Replaced operations are sorted, unique, not too many, and never of the future", "[merge]") {
    Operation operation = named("name");
    for (std::uint32_t i = 0; i < limits::replacesPerOperation; ++i)
        operation.replaces.push_back(op(0, 1, i));
    CHECK(isValid(operation));
    operation.replaces.push_back(op(0, 2));
    CHECK_FALSE(isValid(operation));
    operation.replaces = {op(3, 1), op(2, 1)};
    CHECK_FALSE(isValid(operation));
    operation.replaces = {op(2, 1), op(2, 1)};
    CHECK_FALSE(isValid(operation));

    operation.id = op(1, 5, 3);
    for (const OperationId& future : {op(1, 5, 3), op(1, 5, 4), op(1, 6, 0)}) {
        operation.replaces = {future};
        CHECK_FALSE(isValid(operation));
    }
    operation.replaces = {op(1, 5, 2)};
    CHECK(isValid(operation));
}
