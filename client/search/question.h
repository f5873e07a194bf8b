// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/lexicon.h"
#include "search/vocabulary.h"

namespace veldwijzer::search {

/// Words that together mean what was asked: all of them must stand in a document.
struct Alternative {
    struct Part {
        std::string word;
        bool prefix = false;
    };
    std::vector<Part> parts;
    float likeness = 1;  ///< how close it is to what was typed, 0 to 1
};

/// One thing that was asked for, and in which words it may stand.
struct Asked {
    std::string typed;
    std::vector<Alternative> alternatives;  ///< the closest first
    std::optional<std::int32_t> age;        ///< "14" may be how old somebody is
    bool namesOnly = false;                 ///< a letter or two: the beginning of a name
    bool finished = true;                   ///< not the word that is being typed
    bool phrase = false;                    ///< several words that mean one thing
};

/// How close what stands in a text is to what was typed. The numbers were found with the questions of
/// tests/data/search; their order is what matters.
namespace likeness {
inline constexpr float same = 1.0F;
inline constexpr float form = 0.95F;
inline constexpr float meaning = 0.85F;
inline constexpr float beginning = 0.8F;
inline constexpr float split = 0.75F;
inline constexpr float typo = 0.7F;
inline constexpr float ending = 0.65F;
inline constexpr float secondTypo = 0.5F;
inline constexpr float inside = 0.45F;
inline constexpr float part = 0.4F;
}  // namespace likeness

/// Other words that stand for one typed word, at most: of each sort.
inline constexpr std::size_t alternativesOfASort = 40;

/// What a text asks for. Stop words count only when there is nothing else.
[[nodiscard]] std::vector<Asked> ask(std::string_view text, const Lexicon& lexicon,
                                     const Vocabulary& vocabulary);

/// Words of the vocabulary that may be meant by a word that finds nothing (or little), as alternatives.
[[nodiscard]] std::vector<Alternative> typosOf(const std::string& typed, const Vocabulary& vocabulary);

}  // namespace veldwijzer::search
