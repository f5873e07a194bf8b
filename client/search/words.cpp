// SPDX-License-Identifier: EUPL-1.2
#include "search/words.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/utf8.h"
#include "store/title_key.h"

namespace veldwijzer::search {
namespace {

bool isWordByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The bytes that one character past ASCII takes, and whether it separates words: U+0080 to U+00BF and
/// U+2000 to U+2FFF are signs, dashes, quotes and arrows. What is no UTF-8 goes byte by byte.
std::size_t foreignBytes(std::string_view text, bool& separates) {
    const auto lead = static_cast<unsigned char>(text.front());
    separates = lead == 0xC2 || lead == 0xE2;
    const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return std::min(size, text.size());
}

bool isVowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/// psycholog → psycholoog, misdrijv → misdrijf, pakk → pak: how a stem is written when its ending is gone.
void addStem(std::vector<std::string>& forms, std::string stem) {
    if (stem.size() < 3) return;
    const auto add = [&](std::string form) {
        if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
    };
    const std::size_t n = stem.size();
    std::string hard = stem;
    if (hard.back() == 'v') hard.back() = 'f';
    if (hard.back() == 'z') hard.back() = 's';
    add(hard);
    if (stem[n - 1] == stem[n - 2] && !isVowel(stem[n - 1])) add(stem.substr(0, n - 1));
    // One vowel between consonants was two before the ending came.
    if (!isVowel(hard[n - 1]) && isVowel(hard[n - 2]) && hard[n - 2] != 'i' && !isVowel(hard[n - 3]))
        add(hard.substr(0, n - 1) + hard[n - 2] + hard[n - 1]);
}

bool endsWith(std::string_view word, std::string_view ending) {
    return word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending;
}

}  // namespace

std::vector<std::string> wordsOf(std::string_view text, std::size_t most) {
    std::vector<std::string> words;
    const std::string plain = store::titleKey(text);
    std::string word;
    const auto close = [&] {
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    };
    std::string_view rest = plain;
    while (!rest.empty() && words.size() < most) {
        const char c = rest.front();
        std::size_t bytes = 1;
        bool separates = false;
        if (static_cast<unsigned char>(c) < 0x80)
            separates = !isWordByte(c);
        else
            bytes = foreignBytes(rest, separates);
        if (separates)
            close();
        else if (word.size() + bytes <= wordBytes)
            word.append(rest.substr(0, bytes));
        rest.remove_prefix(bytes);
    }
    if (words.size() < most) close();
    return words;
}

bool isStopWord(std::string_view word) {
    // Function words of Dutch: articles, pronouns, auxiliaries, conjunctions, prepositions and
    // adverbs that only hold a sentence together; nothing that could be the subject of a question.
    static const std::unordered_set<std::string_view> words = {
        "aan",      "al",      "alle",   "alles",  "als",     "ben",    "bij",       "bijvoorbeeld",
        "daar",     "dan",     "dat",    "de",     "deed",    "deze",   "die",       "dit",
        "doe",      "doen",    "doet",   "door",   "dus",     "een",    "eigenlijk", "elk",
        "elkaar",   "elke",    "en",     "er",     "even",    "gaan",   "gaat",      "gedaan",
        "gehad",    "geweest", "ging",   "had",    "hadden",  "heb",    "hebben",    "heeft",
        "heel",     "hem",     "hen",    "het",    "hier",    "hij",    "hoe",       "hun",
        "iedereen", "iemand",  "iets",   "ik",     "in",      "is",     "je",        "jij",
        "jou",      "jouw",    "jullie", "kan",    "kon",     "konden", "kun",       "kunnen",
        "kunt",     "maar",    "mag",    "me",     "meer",    "men",    "met",       "mij",
        "mijn",     "mocht",   "moest",  "moet",   "moeten",  "mogen",  "na",        "naar",
        "net",      "niemand", "niet",   "niets",  "niks",    "nog",    "of",        "om",
        "omdat",    "onder",   "ons",    "onze",   "ook",     "op",     "over",      "pas",
        "s",        "sinds",   "steeds", "te",     "toch",    "toen",   "tot",       "u",
        "uit",      "uw",      "van",    "vanaf",  "vanwege", "voor",   "waar",      "waarmee",
        "waarom",   "wanneer", "want",   "waren",  "was",     "wat",    "we",        "wel",
        "welk",     "welke",   "werd",   "werden", "wie",     "wij",    "wil",       "wilde",
        "willen",   "word",    "worden", "wordt",  "ze",      "zich",   "zichzelf",  "zij",
        "zijn",     "zo",      "zoiets", "zou",    "zouden",  "zullen"};
    constexpr std::size_t longest = 12;
    return word.size() <= longest && words.contains(word);
}

bool isNumber(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> formsOf(const std::string& word) {
    std::vector<std::string> forms;
    const auto without = [&](std::string_view ending) {
        if (endsWith(word, ending)) addStem(forms, word.substr(0, word.size() - ending.size()));
    };
    if (word.size() < 4 || (word.back() >= '0' && word.back() <= '9')) return forms;
    for (const std::string_view ending :
         {"eren", "etje", "tjes", "tje", "jes", "je", "ingen", "ing", "en", "es", "s", "e", "t"})
        without(ending);
    std::erase(forms, word);
    return forms;
}

std::size_t distanceBetween(std::string_view a, std::string_view b, std::size_t most) {
    const std::size_t longer = std::max(a.size(), b.size());
    if (longer - std::min(a.size(), b.size()) > most || longer > wordBytes) return most + 1;
    std::array<std::size_t, wordBytes + 1> before{};
    std::array<std::size_t, wordBytes + 1> last{};
    std::array<std::size_t, wordBytes + 1> now{};
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t other = a[i - 1] == b[j - 1] ? 0 : 1;
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + other});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
            least = std::min(least, now[j]);
        }
        if (least > most) return most + 1;
        before = last;
        last = now;
    }
    return std::min(last[b.size()], most + 1);
}

}  // namespace veldwijzer::search
