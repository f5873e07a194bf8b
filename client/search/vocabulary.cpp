// SPDX-License-Identifier: EUPL-1.2
#include "search/vocabulary.h"

#include <algorithm>
#include <bit>
#include <cstring>

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

}  // namespace

void Vocabulary::append(std::string_view lines) {
    words_ += lines;
    known_.clear();
    loaded_ = false;
}

void Vocabulary::setPassing(const std::vector<std::string>& words) {
    passing_ = "\n";
    for (const std::string& word : words)
        passing_ += word + '\n';
}

bool Vocabulary::has(std::string_view word) const {
    const std::string line = "\n" + std::string(word) + "\n";
    return findFrom(words_, line, 0) != std::string_view::npos ||
           findFrom(passing_, line, 0) != std::string_view::npos;
}

void Vocabulary::collect(std::string_view words, std::string_view part, Containing& found) const {
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
    collect(words_, part, found);
    collect(passing_, part, found);
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
    look(words_);
    look(passing_);
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second < b.second : a.first < b.first;
    });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

bool Vocabulary::add(const std::string& word) {
    if (!loaded_) {
        std::size_t start = 1;
        while (start < words_.size()) {
            const std::size_t end = words_.find('\n', start);
            known_.insert(words_.substr(start, end - start));
            start = end + 1;
        }
        loaded_ = true;
    }
    if (!known_.insert(word).second) return false;
    words_ += word;
    words_ += '\n';
    return true;
}

void Vocabulary::clear() {
    *this = Vocabulary();
}

}  // namespace veldwijzer::search
