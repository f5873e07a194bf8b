// SPDX-License-Identifier: EUPL-1.2
#include "search/question.h"

#include <algorithm>

#include "search/words.h"

namespace veldwijzer::search {
namespace {

constexpr std::size_t prefixLetters = 3;  ///< fewer: only names begin with it
constexpr std::size_t partLetters = 4;    ///< the shortest part of a compound

/// Collects the alternatives of one asked word.
class Asking {
public:
    Asking(std::string_view typed, bool last, const Vocabulary& vocabulary)
        : last_(last), vocabulary_(vocabulary) {
        asked_.typed = typed;
        asked_.finished = !last;
    }

    void word(const std::string& word) {
        asked_.namesOnly = last_ && word.size() < prefixLetters && !isNumber(word);
        one(word, false, likeness::same);
        if (isNumber(word)) {
            if (word.size() <= 2) asked_.age = std::stoi(word);
            if (last_ && word.size() >= prefixLetters) one(word, true, likeness::beginning);
            return;
        }
        // What is being typed may be the beginning of anything; a short word that is finished hardly is.
        if (asked_.namesOnly || word.size() >= (last_ ? prefixLetters : partLetters + 1))
            one(word, true, likeness::beginning);
        for (const std::string& form : formsOf(word)) {
            one(form, false, likeness::form);
            if (form.size() > partLetters) one(form, true, likeness::beginning);
        }
        compounds(word);
    }

    void phrase(const std::vector<std::string>& words) {
        asked_.phrase = true;
        Alternative together{.parts = {}, .likeness = likeness::same};
        for (const std::string& word : words)
            if (!isStopWord(word)) together.parts.push_back({word, false});
        if (!together.parts.empty()) asked_.alternatives.push_back(std::move(together));
    }

    void meaning(const std::vector<std::string>& words, float howLike = likeness::meaning) {
        Alternative alternative{.parts = {}, .likeness = howLike};
        // A meaning stands for its compounds too: "opvang" for crisisopvang it does not, "chant" it does.
        for (const std::string& word : words)
            alternative.parts.push_back({word, word.size() > partLetters});
        asked_.alternatives.push_back(std::move(alternative));
        if (howLike == likeness::meaning && words.size() == 1 && words.front().size() >= partLetters)
            for (const std::string& longer :
                 vocabulary_.containing(words.front(), alternativesOfASort).ending)
                one(longer, false, likeness::ending);
    }

    /// A compound that nobody wrote: its parts, where the region knows them or knows what they mean.
    void partsOf(const std::string& word, const Lexicon& lexicon) {
        std::size_t known = 0;
        for (std::size_t size = word.size() - 1; size >= partLetters && known == 0; --size)
            known = part(word.substr(0, size), true, lexicon) ? size : 0;
        for (std::size_t at = 1; at + partLetters <= word.size(); ++at)
            if (part(word.substr(at), false, lexicon)) break;
    }

    /// What one means by a word that is nearly so, or another form of it.
    void nearMeanings(const std::string& word, const Lexicon& lexicon) {
        for (const auto& meaning : lexicon.meaningsNear(word))
            this->meaning(meaning, likeness::secondTypo);
    }
    bool meaningsOf(const std::string& word, const Lexicon& lexicon, float howLike) {
        std::size_t length = 0;
        const auto meanings = lexicon.meaningsAt({word}, 0, length);
        for (const auto& each : meanings)
            meaning(each, howLike);
        return !meanings.empty();
    }

    Asked finish() {
        auto& all = asked_.alternatives;
        std::stable_sort(all.begin(), all.end(),
                         [](const Alternative& a, const Alternative& b) { return a.likeness > b.likeness; });
        return std::move(asked_);
    }

private:
    void one(const std::string& word, bool prefix, float likeness) {
        asked_.alternatives.push_back({{{word, prefix}}, likeness});
    }

    void compounds(const std::string& word) {
        if (word.size() < partLetters) return;
        const auto containing = vocabulary_.containing(word, alternativesOfASort);
        for (const std::string& longer : containing.ending)
            one(longer, false, likeness::ending);
        if (word.size() > partLetters)
            for (const std::string& longer : containing.inside)
                one(longer, false, likeness::inside);
        splits(word);
    }

    /// "mannenopvang" is asked by who looks for "opvang voor mannen".
    void splits(const std::string& word) {
        for (std::size_t at = partLetters - 1; at + partLetters <= word.size(); ++at) {
            const std::string tail = word.substr(at);
            if (!vocabulary_.has(tail)) continue;
            for (const std::string_view link : {"", "s", "en", "e"}) {
                if (at < link.size() + partLetters - 1) continue;
                if (word.compare(at - link.size(), link.size(), link) != 0) continue;
                const std::string head = word.substr(0, at - link.size());
                if (isStopWord(head) || !vocabulary_.has(head)) continue;
                asked_.alternatives.push_back(
                    {{{head, head.size() > partLetters}, {tail, false}}, likeness::split});
            }
        }
    }

    bool part(const std::string& text, bool beginning, const Lexicon& lexicon) {
        if (isStopWord(text)) return false;
        const bool meant = meaningsOf(text, lexicon, likeness::part);
        const bool known = vocabulary_.has(text);
        if (known) one(text, beginning && text.size() > partLetters, likeness::part);
        return meant || known;
    }

    bool last_;
    const Vocabulary& vocabulary_;
    Asked asked_;
};

/// A finished word that stands nowhere and that nobody explained.
void unknownWord(Asking& asking, const std::string& word, const Lexicon& lexicon,
                 const Vocabulary& vocabulary) {
    if (isNumber(word)) return;
    for (const std::string& form : formsOf(word))
        asking.meaningsOf(form, lexicon, likeness::meaning);
    if (vocabulary.has(word) || word.size() <= partLetters) return;
    asking.nearMeanings(word, lexicon);
    asking.partsOf(word, lexicon);
}

bool isOpenEnded(std::string_view text) {
    return !text.empty() && text.back() != ' ';
}

}  // namespace

std::vector<Asked> ask(std::string_view text, const Lexicon& lexicon, const Vocabulary& vocabulary) {
    const std::vector<std::string> words = wordsOf(text, wordsPerQuestion);
    const bool onlyStopWords = std::all_of(words.begin(), words.end(), isStopWord);
    std::vector<Asked> all;
    for (std::size_t at = 0; at < words.size();) {
        std::size_t length = 0;
        const auto meanings = lexicon.meaningsAt(words, at, length);
        if (length == 0 && isStopWord(words[at]) && !onlyStopWords) {
            ++at;
            continue;
        }
        const std::size_t taken = std::max<std::size_t>(length, 1);
        const bool last = at + taken == words.size() && isOpenEnded(text);
        Asking asking(words[at], last, vocabulary);
        if (taken == 1)
            asking.word(words[at]);
        else
            asking.phrase({words.begin() + static_cast<std::ptrdiff_t>(at),
                           words.begin() + static_cast<std::ptrdiff_t>(at + taken)});
        for (const auto& meaning : meanings)
            asking.meaning(meaning);
        if (length == 0 && !last) unknownWord(asking, words[at], lexicon, vocabulary);
        all.push_back(asking.finish());
        if (onlyStopWords) all.back().namesOnly = true;
        at += taken;
    }
    return all;
}

std::vector<Alternative> typosOf(const std::string& typed, const Vocabulary& vocabulary) {
    std::vector<Alternative> alternatives;
    if (typed.size() < partLetters || isNumber(typed)) return alternatives;
    const std::size_t steps = typed.size() < 8 ? 1 : 2;
    for (const auto& [word, distance] : vocabulary.near(typed, steps)) {
        if (alternatives.size() == alternativesOfASort) break;
        // Four letters are near to everything; a letter that was left out is what happens to them.
        if (typed.size() == partLetters && word.size() <= typed.size()) continue;
        alternatives.push_back({{{word, false}}, distance == 1 ? likeness::typo : likeness::secondTypo});
    }
    return alternatives;
}

}  // namespace veldwijzer::search
