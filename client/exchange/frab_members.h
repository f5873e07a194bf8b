// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "exchange/hsds_reader.h"
#include "exchange/json_node.h"

/// Members of a foreign object as fields of a record, and back. Private to the programme files.
namespace veldwijzer::exchange {

/// "member is field": where the file's word is not ours.
struct MemberName {
    std::string_view member;
    std::string_view field;
};

using Complain = std::function<void(std::string problem, std::string action)>;

/// Puts every member of `object` that `left` does not name into the record: a text, number or truth value as
/// it is, anything else as canonical JSON. What has the name of one of our fields but not its shape is kept
/// as "foreign.NAME". HTML and Markdown of descriptions become plain text, with the original beside it.
void takeMembers(const Node& object, std::span<const MemberName> names,
                 std::span<const std::string_view> left, IncomingRecord& record, const Complain& complain);

/// The same back: members for all fields that `left` (fields) does not name and that a member can hold.
void giveMembers(const IncomingRecord& record, std::span<const MemberName> names,
                 std::span<const std::string_view> left, Node& object);

// ---- building nodes
[[nodiscard]] Node objectNode();
[[nodiscard]] Node listNode();
[[nodiscard]] Node nodeOfText(std::string text);
[[nodiscard]] Node nodeOfNumber(std::int64_t number);
/// Adds a member at the end; a reference to it, good until the next one.
Node& put(Node& object, std::string_view key, Node value);

}  // namespace veldwijzer::exchange
