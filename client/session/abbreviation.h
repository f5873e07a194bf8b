// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
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

/// The same for a name that more than one has.
[[nodiscard]] Error moreThanOne(std::string_view typed, const std::vector<std::string>& candidates);

/// Something that has a name and an id, for what a person typed.
template <typename Id>
struct Named {
    Id id;
    std::string name;
    std::string detail;  ///< to tell two of one name apart
};

[[nodiscard]] bool sameName(std::string_view a, std::string_view b);

/// By name as it is written, else without regard to capitals and accents, else by the beginning of an id.
/// NotFound with `hint`; InvalidArgument with the candidates.
template <typename Id>
Result<Id> meant(std::string_view typed, const std::vector<Named<Id>>& all, std::string_view what,
                 std::string_view hint) {
    std::vector<const Named<Id>*> found;
    const auto collect = [&](auto&& fits) {
        if (!found.empty()) return;
        for (const Named<Id>& each : all)
            if (fits(each)) found.push_back(&each);
    };
    collect([&](const Named<Id>& each) { return each.name == typed; });
    collect([&](const Named<Id>& each) { return sameName(each.name, typed); });
    if (const auto range = abbreviated<Id>(typed))
        collect([&](const Named<Id>& each) { return !(each.id < range->first) && !(range->last < each.id); });
    if (found.size() == 1) return found.front()->id;
    if (found.empty())
        return fail(ErrorCode::NotFound, "there is no " + std::string(what) + " \"" + std::string(typed) +
                                             "\"; " + std::string(hint));
    std::vector<std::string> candidates;
    for (const Named<Id>* each : found)
        candidates.push_back(toHex(each->id.view()) + "  " + each->name + "  " + each->detail);
    return moreThanOne(typed, candidates);
}

}  // namespace veldwijzer::session
