// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "search/matching.h"
#include "search/search_index.h"

namespace veldwijzer::search {

/// What a document scored on the text alone.
struct Scored {
    std::uint32_t document = 0;
    float score = 0;  ///< 0 to about 1
};

/// Puts together what each asked thing found.
///
/// A thing that few documents match tells more (the idf of BM25); where it stands and how close it is to what
/// was typed is the strength of its hit. Frequency within a text and the text's length are left out: the
/// texts of a social map are short, and whoever repeats a word should not win by it.
///
/// A document is found when it matches everything asked for. When fewer than `enoughTogether` do, also those
/// that match a fifth, by what the words tell, count: a person who types a sentence should not end with
/// nothing, and most words of a sentence stand nowhere.
class Scoring {
public:
    Scoring(Matching& matching, const std::vector<Asked>& asked);

    [[nodiscard]] const std::vector<Scored>& found() const { return found_; }
    [[nodiscard]] bool allWords() const { return allWords_; }
    [[nodiscard]] const std::vector<std::string>& unknownWords() const { return unknown_; }

private:
    std::vector<Scored> found_;
    std::vector<std::string> unknown_;
    bool allWords_ = true;
};

inline constexpr std::size_t enoughTogether = 3;

/// How much better or worse a document is than its text says: phase, distance, how long ago somebody looked,
/// whether it still exists. About 1.
[[nodiscard]] float standing(const Entry& entry, const Query& query, std::optional<double> kilometres,
                             const std::vector<float>& codeStanding);
/// By number of a code: what having it is worth.
[[nodiscard]] std::vector<float> codeStandings(const std::vector<domain::FacetCode>& codes);
[[nodiscard]] std::optional<double> kilometresTo(const Entry& entry, const std::optional<Point>& near);

}  // namespace veldwijzer::search
