// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace veldwijzer::search {

/// Words as one text, a line each, to look through and to look up.
class WordList {
public:
    /// Words, each with a line end behind it.
    void append(std::string_view lines);
    void clear() { *this = WordList(); }

    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] bool has(std::string_view word) const;
    /// Words that begin so, in order, at most so many; valid until words are added.
    [[nodiscard]] std::vector<std::string_view> beginning(std::string_view beginning, std::size_t most) const;

private:
    [[nodiscard]] std::string_view wordAt(std::uint32_t start) const;
    /// The place in `sorted_` of the first word that is not before this one.
    [[nodiscard]] std::size_t placeOf(std::string_view word) const;
    void sortNew() const;

    std::string text_ = "\n";
    mutable std::vector<std::uint32_t> sorted_;  ///< where words begin
    mutable std::size_t sortedUpTo_ = 1;         ///< the rest is sorted when first asked for
};

/// Every word that the index holds: the plain ones as one text to look through, so that finding the words
/// with "hulp" in them is one pass over a few hundred kilobytes and no second index over parts of words is
/// kept; and those of names and tags, so that nobody asks the index for what it does not have. Numbers are
/// left out: a map has as many as telephones. Words of documents that are gone stay until the index is made
/// anew; they find nothing.
class Vocabulary {
public:
    /// Words, marked and plain, each with a line end behind it.
    void append(std::string_view lines);
    /// Plain words of the tail, which the index does not hold yet, in place of the ones before.
    void setPassing(const std::vector<std::string>& words);
    /// A plain word, of the index or the tail.
    [[nodiscard]] bool has(std::string_view word) const;
    /// The index may have the word with this mark before it.
    [[nodiscard]] bool mayHold(std::string_view mark, std::string_view word) const;
    /// Its words with this mark, without it, that begin so; as WordList::beginning has them.
    [[nodiscard]] std::vector<std::string_view> beginning(std::string_view mark, std::string_view beginning,
                                                          std::size_t most) const;
    /// Words that end in `part`, or have it inside, longer than it; at most `most`, the shortest first.
    struct Containing {
        std::vector<std::string> ending;
        std::vector<std::string> inside;
    };
    [[nodiscard]] Containing containing(std::string_view part, std::size_t most) const;
    /// Words so few steps away (distanceBetween), the nearest first.
    [[nodiscard]] std::vector<std::pair<std::string, std::size_t>> near(std::string_view word,
                                                                        std::size_t steps) const;
    void clear();

    /// True the first time, and never for a number: for collecting what is new while documents are added.
    bool add(const std::string& word);

private:
    static void collect(std::string_view words, std::string_view part, Containing& found);
    [[nodiscard]] const WordList& listOf(std::string_view mark) const;
    [[nodiscard]] WordList& listOf(std::string_view mark);

    std::array<WordList, 3> lists_;  ///< plain, names, tags
    WordList passing_;
    std::unordered_set<std::string> known_;  ///< filled when words are added
    bool loaded_ = false;                    ///< `known_` is what the lists say
};

}  // namespace veldwijzer::search
