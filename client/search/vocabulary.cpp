// SPDX-License-Identifier: EUPL-1.2
#include "search/vocabulary.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "search/document.h"
#include "search/words.h"

namespace veldwijzer::search {
namespace {

/// memmem looks through a megabyte in well under a millisecond; std::string::find does not.
std::size_t findFrom(std::string_view text, std::string_view part, std::size_t from) {
    const void* at = memmem(text.data() + from, text.size() - from, part.data(), part.size());
    return at == nullptr ? std::string_view::npos
                         : static_cast<std::size_t>(static_cast<const char*>(at) - text.data());
}

void sortByLength(std::vector<std::string>& words, std::size_t most) {
    std::sort(words.begin(), words.end(), [](const std::string& a, const std::string& b) {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    words.erase(std::unique(words.begin(), words.end()), words.end());
    if (words.size() > most) words.resize(most);
}

/// One bit a letter: words whose letters differ in many bits are far apart, and that is soon seen.
std::uint32_t lettersOf(std::string_view word) {
    std::uint32_t letters = 0;
    for (const char c : word)
        letters |= 1U << (static_cast<unsigned char>(c) & 31U);
    return letters;
}

std::string_view markOf(std::string_view word) {
    return word.starts_with(nameMark) ? nameMark : word.starts_with(tagMark) ? tagMark : std::string_view();
}

template <typename Use>
void forEachLine(std::string_view text, const Use& use) {
    for (std::size_t start = 1; start < text.size();) {
        const std::size_t end = text.find('\n', start);
        use(text.substr(start, end - start));
        start = end + 1;
    }
}

}  // namespace

void WordList::append(std::string_view lines) {
    text_ += lines;
}

std::string_view WordList::wordAt(std::uint32_t start) const {
    const std::string_view rest = std::string_view(text_).substr(start);
    return rest.substr(0, rest.find('\n'));
}

void WordList::sortNew() const {
    const auto before = [this](std::uint32_t a, std::uint32_t b) { return wordAt(a) < wordAt(b); };
    const auto old = static_cast<std::ptrdiff_t>(sorted_.size());
    for (; sortedUpTo_ < text_.size(); sortedUpTo_ = text_.find('\n', sortedUpTo_) + 1)
        sorted_.push_back(static_cast<std::uint32_t>(sortedUpTo_));
    std::sort(sorted_.begin() + old, sorted_.end(), before);
    std::inplace_merge(sorted_.begin(), sorted_.begin() + old, sorted_.end(), before);
}

std::size_t WordList::placeOf(std::string_view word) const {
    if (sortedUpTo_ < text_.size()) sortNew();
    const auto at = std::lower_bound(
        sorted_.begin(), sorted_.end(), word,
        [this](std::uint32_t start, std::string_view other) { return wordAt(start) < other; });
    return static_cast<std::size_t>(at - sorted_.begin());
}

bool WordList::has(std::string_view word) const {
    const std::size_t place = placeOf(word);
    return place < sorted_.size() && wordAt(sorted_[place]) == word;
}

std::vector<std::string_view> WordList::beginning(std::string_view beginning, std::size_t most) const {
    std::vector<std::string_view> words;
    for (std::size_t place = placeOf(beginning); place < sorted_.size() && words.size() < most; ++place) {
        const std::string_view word = wordAt(sorted_[place]);
        if (!word.starts_with(beginning)) break;
        words.push_back(word);
    }
    return words;
}

const WordList& Vocabulary::listOf(std::string_view mark) const {
    return lists_.at(mark.empty() ? 0 : mark == nameMark ? 1 : 2);
}

WordList& Vocabulary::listOf(std::string_view mark) {
    return lists_.at(mark.empty() ? 0 : mark == nameMark ? 1 : 2);
}

void Vocabulary::append(std::string_view lines) {
    // Lines of one sort follow each other mostly, and go together.
    for (std::size_t start = 0; start < lines.size();) {
        const std::string_view mark = markOf(lines.substr(start));
        std::string piece;
        while (start < lines.size() && markOf(lines.substr(start)) == mark) {
            const std::size_t end = lines.find('\n', start) + 1;
            piece += lines.substr(start + mark.size(), end - start - mark.size());
            start = end;
        }
        listOf(mark).append(piece);
    }
    known_.clear();
    loaded_ = false;
}

void Vocabulary::setPassing(const std::vector<std::string>& words) {
    passing_.clear();
    for (const std::string& word : words)
        passing_.append(word + '\n');
}

bool Vocabulary::has(std::string_view word) const {
    return lists_[0].has(word) || passing_.has(word);
}

bool Vocabulary::mayHold(std::string_view mark, std::string_view word) const {
    return isNumber(word) || listOf(mark).has(word);
}

std::vector<std::string_view> Vocabulary::beginning(std::string_view mark, std::string_view beginning,
                                                    std::size_t most) const {
    return listOf(mark).beginning(beginning, most);
}

void Vocabulary::collect(std::string_view words, std::string_view part, Containing& found) {
    std::size_t at = findFrom(words, part, 0);
    while (at != std::string_view::npos) {
        const std::size_t end = words.find('\n', at);
        const std::size_t start = words.rfind('\n', at) + 1;
        // A word that only begins so is found as a beginning.
        const std::string_view word = words.substr(start, end - start);
        if (word.size() > part.size() && word.ends_with(part))
            found.ending.emplace_back(word);
        else if (start != at)
            found.inside.emplace_back(word);
        at = findFrom(words, part, end);
    }
}

Vocabulary::Containing Vocabulary::containing(std::string_view part, std::size_t most) const {
    Containing found;
    collect(lists_[0].text(), part, found);
    collect(passing_.text(), part, found);
    sortByLength(found.ending, most);
    sortByLength(found.inside, most);
    return found;
}

std::vector<std::pair<std::string, std::size_t>> Vocabulary::near(std::string_view word,
                                                                  std::size_t steps) const {
    std::vector<std::pair<std::string, std::size_t>> found;
    const std::uint32_t letters = lettersOf(word);
    const auto look = [&](std::string_view words) {
        for (std::size_t start = 1; start < words.size();) {
            const std::size_t end = words.find('\n', start);
            const std::string_view other = words.substr(start, end - start);
            start = end + 1;
            if (other.size() + steps < word.size() || other.size() > word.size() + steps) continue;
            const auto differing = static_cast<std::size_t>(std::popcount(letters ^ lettersOf(other)));
            if (differing > 2 * steps) continue;
            const std::size_t distance = distanceBetween(word, other, steps);
            if (distance > 0 && distance <= steps) found.emplace_back(other, distance);
        }
    };
    look(lists_[0].text());
    look(passing_.text());
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second < b.second : a.first < b.first;
    });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

bool Vocabulary::add(const std::string& word) {
    const std::string_view mark = markOf(word);
    const std::string_view plain = std::string_view(word).substr(mark.size());
    if (isNumber(plain)) return false;
    if (!loaded_) {
        for (const std::string_view each : {std::string_view(), nameMark, tagMark})
            forEachLine(listOf(each).text(),
                        [&](std::string_view line) { known_.insert(std::string(each) += line); });
        loaded_ = true;
    }
    if (!known_.insert(word).second) return false;
    listOf(mark).append(std::string(plain) + '\n');
    return true;
}

void Vocabulary::clear() {
    *this = Vocabulary();
}

}  // namespace veldwijzer::search
