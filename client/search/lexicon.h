// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/kinds.h"
#include "store/store.h"

namespace veldwijzer::search {

/// Read of each kind, at most.
inline constexpr std::size_t lexiconRecords = 5000;

/// What the region says words mean: its synonyms and the names of its facet codes. Records like any others
/// (kinds `synonym` and `taxonomy-term`), read whole: there are hundreds or a few
/// thousand, and a change counts at once.
class Lexicon {
public:
    void load(const store::Store& store);

    /// Meanings of a word or of several after each other, each a row of words. From `at`, the longest that is
    /// known; `length` becomes how many words it takes, 0 when none is known.
    [[nodiscard]] std::vector<std::vector<std::string>> meaningsAt(const std::vector<std::string>& words,
                                                                   std::size_t at, std::size_t& length) const;
    /// Meanings of the words of one word each that were nearly typed so (distanceBetween).
    [[nodiscard]] std::vector<std::vector<std::string>> meaningsNear(const std::string& word) const;
    /// Words by which people call a facet code: those of the code itself and of its name.
    [[nodiscard]] const std::vector<std::string>& wordsOfCode(const domain::FacetCode& code);

    /// A record of this kind is part of it.
    [[nodiscard]] static bool holds(std::string_view kind) {
        return kind == "synonym" || kind == "taxonomy-term";
    }

private:
    std::map<std::vector<std::string>, std::vector<std::vector<std::string>>> meanings_;
    std::size_t longest_ = 0;
    std::map<domain::FacetCode, std::string> names_;
    std::map<domain::FacetCode, std::vector<std::string>> codeWords_;
};

}  // namespace veldwijzer::search
