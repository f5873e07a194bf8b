// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/text.h"

/// Ids as people type them: the first digits will do when no other id begins so. Private to this room.
namespace veldwijzer::session {

/// Fewer digits would soon be ambiguous, and "face" is a word.
inline constexpr std::size_t abbreviationDigits = 4;
inline constexpr std::size_t candidatesShown = 10;

template <typename Id>
struct IdRange {
    Id first;
    Id last;
};

/// The ids that begin like this; nothing when it is no beginning of an id, or too short.
template <typename Id>
std::optional<IdRange<Id>> abbreviated(std::string_view typed) {
    const std::size_t digits = 2 * Id::size;
    if (typed.size() < abbreviationDigits || typed.size() > digits) return std::nullopt;
    std::string lowest(typed);
    std::string highest(typed);
    lowest.resize(digits, '0');
    highest.resize(digits, 'f');
    const auto first = fromHex(lowest);
    const auto last = fromHex(highest);
    if (!first || !last) return std::nullopt;
    return IdRange<Id>{*Id::from(*first), *Id::from(*last)};
}

[[nodiscard]] Error notAnId(std::string_view typed);
/// Says which ones it may mean, a line each.
[[nodiscard]] Error ambiguous(std::string_view typed, const std::vector<std::string>& candidates);

}  // namespace veldwijzer::session
