// SPDX-License-Identifier: EUPL-1.2
#include "exchange/csv_rows.h"

#include "domain/kinds.h"
#include "exchange/hsds_reader.h"

namespace veldwijzer::exchange {
namespace {

bool looksLikeNumber(std::string_view text) {
    return text.find_first_not_of("0123456789+-.eE") == std::string_view::npos;
}

}  // namespace

std::optional<Node> nodeOfCell(std::string_view kind, std::string_view column, std::string_view text) {
    if (text.empty()) return std::nullopt;
    Node node;
    node.type = Node::Type::Text;
    if (column == exactMember) {
        if (Result<Node> exact = parseNode(text)) node = std::move(*exact);
        if (node.isText()) node.text = text;
        node.key = column;
        return node;
    }
    const domain::FieldSpec* field = domain::findField(kind, column);
    const domain::Format format = field != nullptr ? field->format : domain::Format::Text;
    const bool number = format == domain::Format::Integer || format == domain::Format::Number;
    const bool word = format == domain::Format::Boolean && (text == "true" || text == "false");
    if ((number && looksLikeNumber(text)) || word)
        if (Result<Node> parsed = parseNode(text)) node = std::move(*parsed);
    if (node.isText()) node.text = text;
    node.key = column;
    return node;
}

Node nodeOfRow(std::string_view kind, const std::vector<std::pair<std::string, std::string>>& cells) {
    Node object;
    object.type = Node::Type::Object;
    for (const auto& [column, text] : cells)
        if (std::optional<Node> node = nodeOfCell(kind, column, text))
            object.children.push_back(std::move(*node));
    return object;
}

std::optional<std::string> cellText(const Node& node) {
    switch (node.type) {
        case Node::Type::Text:
            return node.text;
        case Node::Type::Boolean:
        case Node::Type::Integer:
        case Node::Type::Real:
        case Node::Type::Number:
            return jsonText(node);
        default:
            return std::nullopt;
    }
}

}  // namespace veldwijzer::exchange
