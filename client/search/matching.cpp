// SPDX-License-Identifier: EUPL-1.2
#include "search/matching.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace veldwijzer::search {
namespace {

// Where a word stands counts more than how often: names are written to be found by, and tags by who knows
// the field.
constexpr float nameWeight = 1.0F;
constexpr float tagWeight = 0.6F;
constexpr float textWeight = 0.4F;
constexpr float codeWeight = 0.55F;
constexpr float ageWeight = 0.5F;

// Below so many documents a word finds little, and may be mistyped.
constexpr std::size_t little = 2;
constexpr std::size_t lettersToDoubt = 5;

constexpr std::size_t listsOfABeginning = 32;

bool holds(const Document& document, std::string_view mark, const Alternative::Part& part) {
    const std::string word = std::string(mark) + part.word;
    const auto at = std::lower_bound(document.words.begin(), document.words.end(), word);
    return at != document.words.end() && (*at == word || (part.prefix && at->starts_with(word)));
}

bool holds(const Document& document, std::string_view mark, const Alternative& alternative) {
    return std::all_of(alternative.parts.begin(), alternative.parts.end(),
                       [&](const Alternative::Part& part) { return holds(document, mark, part); });
}

bool names(const std::vector<std::string>& words, const Alternative& alternative) {
    return std::all_of(alternative.parts.begin(), alternative.parts.end(),
                       [&](const Alternative::Part& part) {
                           return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
                               return word == part.word || (part.prefix && word.starts_with(part.word));
                           });
                       });
}

}  // namespace

AgeFit ageFit(const Entry& entry, std::int32_t age) {
    if (entry.minimumAge < 0 && entry.maximumAge < 0) return AgeFit::Open;
    const bool fits = age >= entry.minimumAge && (entry.maximumAge < 0 || age <= entry.maximumAge);
    return fits ? AgeFit::Fits : AgeFit::Excludes;
}

Matching::Matching(IndexTables& tables, const Tail& tail, Lexicon& lexicon, std::uint8_t kind)
    : tables_(tables),
      tail_(tail),
      lexicon_(lexicon),
      firstOfTail_(static_cast<std::uint32_t>(tables.catalogue().entries().size())) {
    strength_.resize(size(), 0);
    alive_.resize(size(), 0);
    const auto& entries = tables.catalogue().entries();
    for (std::size_t i = 0; i < entries.size(); ++i)
        alive_[i] = entries[i].row != 0 && entries[i].kind == kind ? 1 : 0;
    for (const std::int64_t row : tail.stale)
        if (const auto document = tables.catalogue().documentAt(row)) alive_[*document] = 0;
    for (std::size_t i = 0; i < tail.entries.size(); ++i)
        alive_[firstOfTail_ + i] = tail.entries[i].kind == kind ? 1 : 0;
    documents_ = static_cast<std::size_t>(std::count(alive_.begin(), alive_.end(), 1));
}

const Entry* Matching::entry(std::uint32_t document) const {
    if (alive_[document] == 0) return nullptr;
    return document >= firstOfTail_ ? &tail_.entries[document - firstOfTail_]
                                    : &tables_.catalogue().entries()[document];
}

const Document* Matching::inTail(std::uint32_t document) const {
    return document < firstOfTail_ ? nullptr : &tail_.documents[document - firstOfTail_];
}

void Matching::note(std::uint32_t document, float strength) {
    if (document >= alive_.size() || alive_[document] == 0) return;
    float& best = strength_[document];
    if (best == 0) touched_.push_back(document);
    best = std::max(best, strength);
}

std::vector<Hit> Matching::find(const Asked& asked) {
    findAlternatives(asked.alternatives, asked.namesOnly);
    findCodes(asked);
    if (mayBeMistyped(asked)) {
        // Nearest first: only when one step finds nothing are two taken.
        const std::vector<Alternative> typos = typosOf(asked.typed, tables_.vocabulary());
        const auto far = std::find_if(typos.begin(), typos.end(), [](const Alternative& alternative) {
            return alternative.likeness < likeness::typo;
        });
        findAlternatives({typos.begin(), far}, false);
        if (touched_.empty()) findAlternatives({far, typos.end()}, false);
    }
    if (asked.age) findAge(*asked.age);
    std::vector<Hit> hits;
    hits.reserve(touched_.size());
    for (const std::uint32_t document : touched_) {
        hits.push_back({document, strength_[document]});
        strength_[document] = 0;
    }
    touched_.clear();
    return hits;
}

/// It finds nothing, or little, or a finished word that stands nowhere as it was typed.
bool Matching::mayBeMistyped(const Asked& asked) {
    if (asked.namesOnly || asked.phrase) return false;
    if (touched_.empty()) return true;
    if (asked.typed.size() < lettersToDoubt) return false;
    const bool meant = std::any_of(asked.alternatives.begin(), asked.alternatives.end(),
                                   [](const Alternative& one) { return one.likeness == likeness::meaning; });
    return touched_.size() <= little || (asked.finished && !meant && !tables_.vocabulary().has(asked.typed));
}

void Matching::findAlternatives(const std::vector<Alternative>& alternatives, bool namesOnly) {
    constexpr std::array<Column, 3> columns = {
        {{nameMark, nameWeight}, {tagMark, tagWeight}, {"", textWeight}}};
    for (const Column& column : columns) {
        if (namesOnly && column.mark.empty()) continue;
        for (const Alternative& alternative : alternatives)
            findInIndex(alternative, column);
        findInTail(alternatives, column);
    }
}

void Matching::findInIndex(const Alternative& alternative, const Column& column) {
    const float strength = alternative.likeness * column.weight;
    if (alternative.parts.size() == 1) {
        forLists(alternative.parts.front(), column.mark, [&](const std::vector<std::uint32_t>& documents) {
            for (const std::uint32_t document : documents)
                note(document, strength);
        });
        return;
    }
    std::vector<std::uint32_t> together;
    for (std::size_t i = 0; i < alternative.parts.size(); ++i) {
        std::vector<std::uint32_t> some;
        forLists(alternative.parts[i], column.mark, [&](const std::vector<std::uint32_t>& documents) {
            some.insert(some.end(), documents.begin(), documents.end());
        });
        std::sort(some.begin(), some.end());
        some.erase(std::unique(some.begin(), some.end()), some.end());
        if (i == 0) {
            together = std::move(some);
        } else {
            std::vector<std::uint32_t> both;
            std::set_intersection(together.begin(), together.end(), some.begin(), some.end(),
                                  std::back_inserter(both));
            together = std::move(both);
        }
        if (together.empty()) return;
    }
    for (const std::uint32_t document : together)
        note(document, strength);
}

/// The index's lists of the documents that a part stands in: one for each word that begins so, for those are
/// the lists that the next letters need too; or one for all, where they are many, or numbers.
template <typename Use>
void Matching::forLists(const Alternative::Part& part, std::string_view mark, const Use& use) {
    const Vocabulary& vocabulary = tables_.vocabulary();
    const std::string word = std::string(mark) + part.word;
    if (!part.prefix) {
        if (vocabulary.mayHold(mark, part.word)) use(tables_.documentsWith(word, false));
        return;
    }
    if (part.word.front() >= '0' && part.word.front() <= '9') return use(tables_.documentsWith(word, true));
    const auto words = vocabulary.beginning(mark, part.word, listsOfABeginning + 1);
    if (words.size() > listsOfABeginning) return use(tables_.documentsWith(word, true));
    for (const std::string_view each : words)
        use(tables_.documentsWith(std::string(mark) += each, false));
}

void Matching::findInTail(const std::vector<Alternative>& alternatives, const Column& column) {
    for (std::size_t i = 0; i < tail_.documents.size(); ++i)
        for (const Alternative& alternative : alternatives)
            if (holds(tail_.documents[i], column.mark, alternative))
                note(firstOfTail_ + static_cast<std::uint32_t>(i), alternative.likeness * column.weight);
}

/// Facet codes by their names: kept out of the documents, so that a term that is renamed changes no document.
void Matching::findCodes(const Asked& asked) {
    if (asked.namesOnly) return;
    const auto& codes = tables_.catalogue().codes();
    std::vector<float> strengths(codes.size(), 0);
    bool any = false;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const std::vector<std::string>& words = lexicon_.wordsOfCode(codes[i]);
        for (const Alternative& alternative : asked.alternatives) {
            if (alternative.likeness < likeness::beginning) break;
            if (!names(words, alternative)) continue;
            strengths[i] = alternative.likeness * codeWeight;
            any = true;
            break;
        }
    }
    if (!any) return;
    for (std::uint32_t document = 0; document < size(); ++document) {
        const Entry* found = entry(document);
        if (found == nullptr) continue;
        for (const std::uint32_t code : found->codes)
            if (strengths[code] > 0) note(document, strengths[code]);
    }
}

void Matching::findAge(std::int32_t age) {
    for (std::uint32_t document = 0; document < size(); ++document) {
        const Entry* found = entry(document);
        if (found != nullptr && ageFit(*found, age) == AgeFit::Fits) note(document, ageWeight);
    }
}

}  // namespace veldwijzer::search
