// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/json_node.h"

/// Cells and the values they stand for.
namespace veldwijzer::exchange {

/// What a cell says about a member of that kind: a number, true or false where the field is one and the text
/// is written as JSON would write it; else the text. An empty cell says nothing: nothing.
std::optional<Node> nodeOfCell(std::string_view kind, std::string_view column, std::string_view text);

/// A row as the object that it is. `import.exact` is JSON.
Node nodeOfRow(std::string_view kind, const std::vector<std::pair<std::string, std::string>>& cells);

/// A value as a cell; nothing for null, lists and objects, which no cell can hold.
std::optional<std::string> cellText(const Node& node);

}  // namespace veldwijzer::exchange
