// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "merge/value.h"

namespace veldwijzer::exchange {

/// One JSON value of a foreign file, nothing of it lost: members stay in the order of the file, a member
/// that comes twice is there twice, and a number that neither int64 nor double can hold keeps its text.
struct Node {
    enum class Type : std::uint8_t { Null, Boolean, Integer, Real, Number, Text, Elided, Array, Object };

    Type type = Type::Null;
    bool boolean = false;
    std::int64_t integer = 0;  ///< of an Elided: its length in the file
    double real = 0;
    std::string text;  ///< of a Text, or the digits of a Number
    std::string key;   ///< the member's name, when the parent is an Object
    std::vector<Node> children;

    [[nodiscard]] bool isObject() const { return type == Type::Object; }
    [[nodiscard]] bool isArray() const { return type == Type::Array; }
    [[nodiscard]] bool isText() const { return type == Type::Text; }
    /// The first member of that name, or null.
    [[nodiscard]] const Node* member(std::string_view name) const;
};

/// A text that the splitter did not hold because it was too long: the how-manieth string of the item
/// (names of members count) and its length.
struct ElidedText {
    std::uint64_t ordinal = 0;
    std::uint64_t bytes = 0;
};

/// Which numbers keep their text: those that a double cannot hold, or every one that would be written
/// differently again (FHIR's 1.10 is more precise than 1.1).
enum class Digits : std::uint8_t { ByValue, AsWritten };

/// Parses one JSON text within hsdsItemValues. The caller has bounded its length and depth.
/// Malformed (what the parser stumbled over) or TooLarge.
Result<Node> parseNode(std::string_view text, const std::vector<ElidedText>& elided = {},
                       Digits digits = Digits::ByValue);

/// A boolean, number or text as a value; nothing for what only JSON can hold.
std::optional<merge::Value> plainValueOf(const Node& node);

/// Canonical JSON: members sorted by name (those of one name in the order of the file), no spaces.
std::string canonicalText(const Node& node);
/// JSON with the members as they stand.
std::string jsonText(const Node& node);
/// The same for a bare string, with its quotes.
std::string jsonString(std::string_view text);

}  // namespace veldwijzer::exchange
