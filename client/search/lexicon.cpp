// SPDX-License-Identifier: EUPL-1.2
#include "search/lexicon.h"

#include <algorithm>

#include "search/words.h"

namespace veldwijzer::search {
namespace {

template <typename Use>
void forEach(const store::Store& store, const std::string& kind, const Use& use) {
    const auto listed = store.list({.kind = kind, .facets = {}, .offset = 0, .limit = lexiconRecords});
    for (const store::ListRow& row : listed.rows) {
        const auto stored = store.find(row.id);
        if (stored && stored->record.kind == kind) use(stored->record, store.clampedTime(stored->space));
    }
}

std::string textOf(const merge::Record& record, std::string_view field, const merge::ClampedTime& clamped) {
    const merge::Value* value = merge::shownValue(record, field, clamped);
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
    return text == nullptr ? std::string() : *text;
}

/// The facet that a taxonomy's name stands for, as the reader of HSDS has it.
std::string facetOf(std::string taxonomy) {
    constexpr std::string_view ours = "veldwijzer:";
    if (taxonomy.starts_with(ours)) taxonomy.erase(0, ours.size());
    std::transform(taxonomy.begin(), taxonomy.end(), taxonomy.begin(), [](char c) {
        if (c == ' ' || c == '-') return '_';
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return taxonomy;
}

}  // namespace

void Lexicon::load(const store::Store& store) {
    *this = Lexicon();
    forEach(store, "synonym", [&](const merge::Record& record, const merge::ClampedTime& clamped) {
        const std::vector<std::string> word = wordsOf(textOf(record, "term", clamped), wordsPerQuestion);
        if (word.empty()) return;
        for (const merge::Value* element : merge::elementsOf(record, "stands_for")) {
            const auto* text = std::get_if<std::string>(element);
            std::vector<std::string> meaning =
                text == nullptr ? std::vector<std::string>() : wordsOf(*text, wordsPerQuestion);
            std::erase_if(meaning, [](const std::string& part) { return isStopWord(part); });
            if (!meaning.empty()) meanings_[word].push_back(std::move(meaning));
        }
        longest_ = std::max(longest_, word.size());
    });
    forEach(store, "taxonomy-term", [&](const merge::Record& record, const merge::ClampedTime& clamped) {
        const std::string facet = facetOf(textOf(record, "taxonomy", clamped));
        names_[{facet, textOf(record, "code", clamped)}] += " " + textOf(record, "name", clamped);
    });
}

std::vector<std::vector<std::string>> Lexicon::meaningsAt(const std::vector<std::string>& words,
                                                          std::size_t at, std::size_t& length) const {
    for (length = std::min(longest_, words.size() - at); length > 0; --length) {
        const auto from = words.begin() + static_cast<std::ptrdiff_t>(at);
        const auto found =
            meanings_.find(std::vector<std::string>(from, from + static_cast<std::ptrdiff_t>(length)));
        if (found != meanings_.end()) return found->second;
    }
    return {};
}

std::vector<std::vector<std::string>> Lexicon::meaningsNear(const std::string& word) const {
    constexpr std::size_t lettersForTwo = 8;
    std::vector<std::vector<std::string>> found;
    std::size_t least = word.size() < lettersForTwo ? 1 : 2;
    for (const auto& [known, meanings] : meanings_) {
        if (known.size() != 1) continue;
        const std::size_t distance = distanceBetween(word, known.front(), least);
        if (distance > least) continue;
        if (distance < least) found.clear();
        least = distance;
        found.insert(found.end(), meanings.begin(), meanings.end());
    }
    return found;
}

const std::vector<std::string>& Lexicon::wordsOfCode(const domain::FacetCode& code) {
    const auto [at, isNew] = codeWords_.try_emplace(code);
    if (isNew) {
        const auto name = names_.find(code);
        std::vector<std::string> words =
            wordsOf(code.code + " " + (name == names_.end() ? std::string() : name->second));
        std::erase_if(words, [](const std::string& word) { return isStopWord(word); });
        at->second = std::move(words);
    }
    return at->second;
}

}  // namespace veldwijzer::search
