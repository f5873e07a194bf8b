// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace veldwijzer::merge {

/// A suggestion for the conflict inbox, never applied by itself: `ours` and `theirs` both grew from `base`;
/// word by word, both changes together. Nothing when they touch the same or adjoining words (two observations
/// must not interleave), or when a text is longer than 20,000 words.
std::optional<std::string> suggestMerge(std::string_view base, std::string_view ours,
                                        std::string_view theirs);

}  // namespace veldwijzer::merge
