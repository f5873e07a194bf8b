// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include <set>

#include "merge/make.h"
#include "merge/position.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using merge::positionBetween;

namespace {

using Places = std::vector<std::string>;

// Inserts a new place in front of the one at `at` (the end of the list: behind the last).
std::string insertAt(Places& places, std::size_t at, Random& random) {
    const auto place = [&](std::size_t i) { return std::optional<std::string_view>(places[i]); };
    const std::string made = positionBetween(at > 0 ? place(at - 1) : std::nullopt,
                                             at < places.size() ? place(at) : std::nullopt, random);
    const bool behind = at == 0 || places[at - 1] < made;
    const bool inFront = at == places.size() || made < places[at];
    if (!behind || !inFront || made.back() == '0') FAIL("a wrong place: " << made);
    places.insert(places.begin() + static_cast<std::ptrdiff_t>(at), made);
    return made;
}

std::size_t longest(const Places& places) {
    std::size_t length = 0;
    for (const std::string& place : places)
        length = std::max(length, place.size());
    return length;
}

}  // namespace

TEST_CASE("Thousands of items added at the end or the start keep short places", "[merge]") {
    SeededRandom random(seedOf("places at the ends"));
    Places behind;
    Places before;
    for (std::size_t i = 0; i < 5'000; ++i) {
        insertAt(behind, behind.size(), random);
        insertAt(before, 0, random);
    }
    CHECK(longest(behind) == 9);
    CHECK(longest(before) == 9);
}

TEST_CASE("Thousands of items inserted anywhere sort where they were put", "[merge]") {
    SeededRandom random(seedOf("places anywhere"));
    Places places;
    for (std::size_t i = 0; i < 5'000; ++i)
        insertAt(places, random.below(places.size() + 1), random);
    CHECK(std::is_sorted(places.begin(), places.end()));
    CHECK(longest(places) < 40);
}

TEST_CASE("Always inserting at one spot in between grows slowly", "[merge]") {
    SeededRandom random(seedOf("places at one spot"));
    constexpr std::size_t inserts = 3'000;
    const auto lengthWhen = [&](auto&& spotOf) {
        Places places;
        insertAt(places, 0, random);
        insertAt(places, 1, random);
        for (std::size_t i = 0; i < inserts; ++i)
            insertAt(places, spotOf(i, places.size()), random);
        return longest(places);
    };
    CHECK(lengthWhen([](std::size_t, std::size_t) { return std::size_t{1}; }) < inserts / 4);
    CHECK(lengthWhen([](std::size_t, std::size_t size) { return size - 1; }) < inserts / 4);
    CHECK(lengthWhen([](std::size_t i, std::size_t) { return 1 + i / 2; }) < inserts / 4);
}

TEST_CASE("Two people who insert at the same spot get different places with room between", "[merge]") {
    SeededRandom random(seedOf("places of two people"));
    for (int run = 0; run < 2'000; ++run) {
        Places places;
        insertAt(places, 0, random);
        insertAt(places, 1, random);
        const std::string mine = positionBetween(places[0], places[1], random);
        const std::string yours = positionBetween(places[0], places[1], random);
        REQUIRE(mine != yours);
        const std::string between = positionBetween(std::min(mine, yours), std::max(mine, yours), random);
        REQUIRE(std::min(mine, yours) < between);
        REQUIRE(between < std::max(mine, yours));
    }
}

TEST_CASE("The last place of all and the first of all still have neighbours", "[merge]") {
    SeededRandom random(1);
    CHECK(positionBetween("zzzz", std::nullopt, random) > "zzzz");
    CHECK(positionBetween("zzzzzzzzz", std::nullopt, random) > "zzzzzzzzz");
    CHECK(positionBetween(std::nullopt, "0000001", random) < "0000001");
    CHECK(positionBetween(std::nullopt, "0001", random) < "0001");
    CHECK(positionBetween(std::nullopt, "1", random) < "1");
    CHECK(positionBetween("a", std::nullopt, random) > "a");
    CHECK(positionBetween("a", "a1", random) < "a1");
}

TEST_CASE("A peer's text that is no place, or leaves no room, does no harm", "[merge]") {
    SeededRandom random(seedOf("places of peers"));
    CHECK(positionBetween("a", "a0", random) > "a");
    CHECK(positionBetween("a", "a00000", random) > "a");
    CHECK(positionBetween("b", "a", random) > "b");
    CHECK(positionBetween("a", "a", random) > "a");
    CHECK(positionBetween(std::nullopt, "0", random).size() < 20);
    CHECK(positionBetween("", "", random).size() == 9);
    CHECK(positionBetween("\xff\x01", "a\n", random).size() == 9);
    CHECK(positionBetween("\xc3\xa9", std::nullopt, random).size() == 9);
    for (int run = 0; run < 20'000; ++run) {
        const auto any = [&] {
            std::string text(random.below(6), '0');
            for (char& c : text)
                c = "0019azZ~"[random.below(8)];
            return text;
        };
        const std::string before = any();
        const std::string after = any();
        const std::string made = positionBetween(before, after, random);
        REQUIRE(made.size() <= 20);
        REQUIRE(made.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") ==
                std::string::npos);
    }
}
