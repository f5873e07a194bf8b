// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "base/bytes.h"
#include "base/ids.h"

namespace veldwijzer::merge {

/// A JSON value kept as canonical text (keys sorted, no spaces), for foreign members without a field of their
/// own.
struct Json {
    std::string text;
    auto operator<=>(const Json&) const = default;
};

/// One field's value, or one element of a set. Text is UTF-8.
/// The order of alternatives is the order of the wire format and of the record format: append only.
using Value = std::variant<bool, std::int64_t, double, std::string, Bytes, RecordId, Json>;

/// Total order, the same on every machine: by alternative, then by value; NaN equals NaN and sorts last.
/// -0.0 and 0.0 differ (their bytes do).
int compare(const Value& a, const Value& b);

/// Bytes that the value takes in a change, for limits.
std::size_t sizeOf(const Value& value);

}  // namespace veldwijzer::merge
