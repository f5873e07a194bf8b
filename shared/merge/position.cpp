// SPDX-License-Identifier: EUPL-1.2
#include "merge/position.h"

#include <algorithm>

namespace veldwijzer::merge {
namespace {

// In the order of their bytes.
constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::size_t radix = digits.size();
/// The first digits count up at the end of a list and down at its start: 62^4 items before they run out.
constexpr std::size_t headLength = 4;
constexpr std::size_t suffixLength = 5;

bool isPlace(std::string_view text) {
    return !text.empty() && text.find_first_not_of(digits) == std::string_view::npos;
}

std::size_t digitAt(std::string_view place, std::size_t i) {
    return i < place.size() ? digits.find(place[i]) : 0;
}

std::size_t headOf(std::string_view place) {
    std::size_t head = 0;
    for (std::size_t i = 0; i < headLength; ++i)
        head = head * radix + digitAt(place, i);
    return head;
}

std::string headText(std::size_t head) {
    std::string text(headLength, digits[0]);
    for (std::size_t i = headLength; i-- > 0; head /= radix)
        text[i] = digits[head % radix];
    return text;
}

constexpr std::size_t headEnd = radix * radix * radix * radix;

// Never ends in 0, so that there is always room in front of it.
std::string suffix(Random& random) {
    std::string text;
    for (std::size_t i = 0; i + 1 < suffixLength; ++i)
        text.push_back(digits[random.below(radix)]);
    text.push_back(digits[1 + random.below(radix - 1)]);
    return text;
}

// Digits strictly between, no beginning of `after`, so that whatever is appended stays below it. An empty
// `after` is the end. Nothing when there is no room, as between "a" and "a0".
std::optional<std::string> middle(std::string_view before, std::string_view after) {
    bool bounded = !after.empty();
    std::string result;
    for (std::size_t i = 0;; ++i) {
        if (bounded && i >= after.size()) return std::nullopt;
        const std::size_t low = digitAt(before, i);
        const std::size_t high = bounded ? digitAt(after, i) : radix;
        if (high < low) return std::nullopt;
        if (high - low >= 2) {
            result.push_back(digits[low + (high - low) / 2]);
            return result;
        }
        result.push_back(digits[low]);
        // One apart: below `after` from here on whatever follows.
        if (high != low) bounded = false;
    }
}

}  // namespace

std::string positionBetween(std::optional<std::string_view> before, std::optional<std::string_view> after,
                            Random& random) {
    // An empty text is the start or the end from here on.
    const std::string_view low = before && isPlace(*before) ? *before : std::string_view();
    const std::string_view high = after && isPlace(*after) ? *after : std::string_view();
    if (low.empty() && high.empty()) return headText(headEnd / 2) + suffix(random);
    if (high.empty() && headOf(low) + 1 < headEnd) return headText(headOf(low) + 1) + suffix(random);
    // The head stays above 0: "0000" and a suffix would leave little room in front.
    if (low.empty() && headOf(high) > 1) return headText(headOf(high) - 1) + suffix(random);
    return middle(low, high).value_or(std::string(low)) + suffix(random);
}

}  // namespace veldwijzer::merge
