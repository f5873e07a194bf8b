// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

#include "merge/make.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using merge::compare;

TEST_CASE("Values are ordered by kind of value, then by value", "[merge]") {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const std::vector<Value> sorted = {
        Value(false),
        Value(true),
        Value(std::numeric_limits<std::int64_t>::min()),
        Value(std::int64_t{-1}),
        Value(std::int64_t{0}),
        Value(std::numeric_limits<std::int64_t>::max()),
        Value(-infinity),
        Value(-1.5),
        Value(-std::numeric_limits<double>::denorm_min()),
        Value(-0.0),
        Value(0.0),
        Value(1e-300),
        Value(2.0),
        Value(infinity),
        Value(std::nan("")),
        words(""),
        words("A"),
        words("a"),
        words("\xc3\xa9"),
        Value(Bytes{}),
        Value(Bytes{0}),
        Value(Bytes{0, 0}),
        Value(Bytes{1}),
        Value(Bytes{0xff}),
        Value(recordId(1)),
        Value(recordId(200)),
        Value(merge::Json{"1"}),
        Value(merge::Json{"{}"}),
    };
    for (std::size_t a = 0; a < sorted.size(); ++a) {
        for (std::size_t b = 0; b < sorted.size(); ++b) {
            const int expected = a < b ? -1 : (a > b ? 1 : 0);
            REQUIRE(compare(sorted[a], sorted[b]) == expected);
        }
    }
}

TEST_CASE("Every NaN is the same value", "[merge]") {
    CHECK(compare(Value(std::nan("")), Value(-std::nan("7"))) == 0);
}

TEST_CASE("A value's size is that of its content", "[merge]") {
    CHECK(merge::sizeOf(Value(true)) == 1);
    CHECK(merge::sizeOf(Value(std::int64_t{1})) == 8);
    CHECK(merge::sizeOf(words("\xc3\xa9")) == 2);
    CHECK(merge::sizeOf(Value(recordId(1))) == 16);
    CHECK(merge::sizeOf(Value(merge::Json{"[1]"})) == 3);
}
