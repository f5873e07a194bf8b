// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Dutch text as the index knows it: plain words, without case and accents.
namespace veldwijzer::search {

/// A longer word is cut: nobody types more, and a text without spaces must not fill the index.
inline constexpr std::size_t wordBytes = 40;
/// Words of one text that count; the rest of a longer one is not searched.
inline constexpr std::size_t wordsPerText = 4000;
/// Words of one question that count.
inline constexpr std::size_t wordsPerQuestion = 12;

/// The words of a text in order: lower case, without accents, the ij as i and j, cut at everything that is no
/// letter or digit. "Één-op-één, café's" is een, op, een, cafes.
[[nodiscard]] std::vector<std::string> wordsOf(std::string_view text, std::size_t most = wordsPerText);

/// Words that stand in every sentence ("de", "voor", "ik") and tell nothing about what is asked.
[[nodiscard]] bool isStopWord(std::string_view word);

/// Digits only.
[[nodiscard]] bool isNumber(std::string_view word);

/// Other forms in which a Dutch word may stand in a text: without the ending of a plural, a diminutive or a
/// verb, with the vowels and consonants that come with it ("psychologen": psycholoog). Guesses; the index
/// says which of them exist. Without the word itself; none shorter than 3 letters.
[[nodiscard]] std::vector<std::string> formsOf(const std::string& word);

/// Steps from one word to another: a letter more, less or other, two neighbours swapped (optimal string
/// alignment). More than `most` is `most` + 1.
[[nodiscard]] std::size_t distanceBetween(std::string_view a, std::string_view b, std::size_t most);

}  // namespace veldwijzer::search
