// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/random.h"

namespace veldwijzer::merge {

/// A place in an ordered list (fractional index): text that sorts bytewise between `before` and `after`
/// (nothing: the start or the end), ending in a random suffix so that two people who insert at the same spot
/// offline get different places. A move writes this register and nothing else, so concurrent moves never
/// duplicate an item. `before` < `after` when both are given.
///
/// Places are digits 0-9 A-Z a-z and do not end in 0. Adding at the end or the start keeps them at nine
/// characters; always inserting at one spot in between costs about one character in five inserts.
/// A peer's text may leave no room or be no place at all: then the result sorts after `before`, and items
/// that sort alike are told apart by their ids, as everywhere.
std::string positionBetween(std::optional<std::string_view> before, std::optional<std::string_view> after,
                            Random& random);

}  // namespace veldwijzer::merge
