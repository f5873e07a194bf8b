// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "base/random.h"
#include "merge/make.h"
#include "merge/text_merge.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using merge::suggestMerge;

namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

}  // namespace

TEST_CASE("Two changes in different places are suggested together", "[merge]") {
    CHECK(suggestMerge("open on monday and tuesday", "open on friday and tuesday",
                       "open on monday and tuesday evening") == "open on friday and tuesday evening");
    CHECK(suggestMerge("a b c d e", "b c d e", "a b c d") == "b c d");
    CHECK(suggestMerge("one two three", "zero one two three", "one two four") == "zero one two four");
    CHECK(suggestMerge("a\n\nb  c\td\n", "x\n\nb  c\td\n", "a\n\nb  c\ty\n") == "x\n\nb  c\ty\n");
}

TEST_CASE("Changes to the same or adjoining words are never woven", "[merge]") {
    CHECK_FALSE(suggestMerge("a b c", "a x c", "a y c"));
    CHECK_FALSE(suggestMerge("a b c d", "a x c d", "a b y d"));
    CHECK_FALSE(suggestMerge("a b", "a b ours", "a b theirs"));
    CHECK_FALSE(suggestMerge("a b c", "", "a b c d"));
    CHECK_FALSE(suggestMerge("", "ours", "theirs"));
}

TEST_CASE("The same change on both sides counts once, and one side unchanged yields the other", "[merge]") {
    CHECK(suggestMerge("a b c d e", "a X c d e", "a X c d Y") == "a X c d Y");
    CHECK(suggestMerge("a b", "a b c", "a b c") == "a b c");
    CHECK(suggestMerge("a b", "a b", "theirs") == "theirs");
    CHECK(suggestMerge("a b", "ours", "a b") == "ours");
    CHECK(suggestMerge("", "", "") == "");
}

TEST_CASE("Texts that are too long, or differ too much, have no suggestion", "[merge]") {
    const std::vector<std::string> longest(merge::suggestedWordsMax, "w");
    auto longer = longest;
    longer.emplace_back("w");
    CHECK(suggestMerge(joined(longest), joined(longest), joined(longest)) == joined(longest));
    CHECK_FALSE(suggestMerge("", joined(longer), ""));

    std::vector<std::string> base;
    std::vector<std::string> other;
    for (std::size_t i = 0; i < merge::suggestedChangesMax; ++i) {
        base.push_back("b" + std::to_string(i));
        other.push_back("o" + std::to_string(i));
    }
    CHECK_FALSE(suggestMerge(joined(base), joined(other), joined(base)));
    other.resize(merge::suggestedChangesMax / 2);
    base.resize(merge::suggestedChangesMax / 2);
    CHECK(suggestMerge(joined(base), joined(other), joined(base)) == joined(other));
}

TEST_CASE("Changes well apart always merge to what applying both gives", "[merge]") {
    SeededRandom random(seedOf("text merge"));
    for (std::size_t run = 0; run < runsOf(2'000); ++run) {
        std::vector<std::string> base;
        for (std::uint64_t i = 0; i < 20 + random.below(30); ++i)
            base.push_back("w" + std::to_string(i));
        auto ours = base;
        auto theirs = base;
        auto both = base;
        const std::size_t ourPlace = random.below(base.size() / 2 - 3);
        const std::size_t theirPlace = base.size() / 2 + random.below(base.size() / 2);
        const auto change = [&](std::vector<std::string>& text, std::size_t place, std::uint64_t how,
                                const std::string& word) {
            const auto at = text.begin() + static_cast<std::ptrdiff_t>(place);
            if (how == 0) *at = word;
            if (how == 1) text.insert(at + 1, word);
            if (how == 2) text.erase(at);
        };
        const std::uint64_t ourHow = random.below(3);
        const std::uint64_t theirHow = random.below(3);
        change(ours, ourPlace, ourHow, "ours");
        change(theirs, theirPlace, theirHow, "theirs");
        change(both, theirPlace, theirHow, "theirs");
        change(both, ourPlace, ourHow, "ours");
        // The first word has no white space in front; taking it away makes the next one look different.
        if (ourPlace == 0 && ourHow == 2) continue;
        const auto merged = suggestMerge(joined(base), joined(ours), joined(theirs));
        REQUIRE(merged);
        REQUIRE(*merged == joined(both));
        REQUIRE(suggestMerge(joined(base), joined(theirs), joined(ours)) == merged);
    }
}

TEST_CASE("Any three texts give a suggestion of whole words or none", "[merge]") {
    SeededRandom random(seedOf("text merge of anything"));
    const auto any = [&] {
        std::string text;
        for (std::uint64_t i = 0; i < random.below(12); ++i)
            text +=
                std::string("a ").substr(random.below(2)) + static_cast<char>('a' + random.below(4)) + ' ';
        return text;
    };
    for (std::size_t run = 0; run < runsOf(20'000); ++run) {
        const std::string base = any();
        const std::string ours = any();
        const std::string theirs = any();
        const auto merged = suggestMerge(base, ours, theirs);
        if (ours == base) REQUIRE(merged == theirs);
        if (theirs == base) REQUIRE(merged == ours);
        if (ours == theirs) REQUIRE(merged == ours);
        if (merged) REQUIRE(merged->size() <= base.size() + ours.size() + theirs.size());
    }
}
