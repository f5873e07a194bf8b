// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace veldwijzer::search {

/// Every plain word that the index holds, as one text to look through: finding the words with "hulp" in them
/// is one pass over a few hundred kilobytes, so no second index over parts of words is kept. Words of
/// documents that are gone stay until the index is made anew; they find nothing.
class Vocabulary {
public:
    /// Words, each with a line end behind it.
    void append(std::string_view lines);
    /// Words of the tail, which the index does not hold yet, in place of the ones before.
    void setPassing(const std::vector<std::string>& words);
    [[nodiscard]] bool has(std::string_view word) const;
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

    /// True the first time: for collecting what is new while documents are added.
    bool add(const std::string& word);

private:
    void collect(std::string_view words, std::string_view part, Containing& found) const;

    std::string words_ = "\n";
    std::string passing_ = "\n";
    std::unordered_set<std::string> known_;  ///< filled when words are added
    bool loaded_ = false;                    ///< `known_` is what `words_` says
};

}  // namespace veldwijzer::search
