// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace veldwijzer::merge {

inline constexpr std::size_t suggestedWordsMax = 20'000;
/// Inserted and deleted words together; the work grows with its square.
inline constexpr std::size_t suggestedChangesMax = 1'000;

/// A suggestion for the conflict inbox, never applied by itself: `ours` and `theirs` both grew from `base`;
/// word by word, both changes together. Nothing when they touch the same or adjoining words (two observations
/// must not interleave), or when a text is longer than 20,000 words, or when one of them differs from `base`
/// by more than 1,000. White space goes with the word behind it; the same change on both sides counts once.
std::optional<std::string> suggestMerge(std::string_view base, std::string_view ours,
                                        std::string_view theirs);

}  // namespace veldwijzer::merge
