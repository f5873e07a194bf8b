// SPDX-License-Identifier: EUPL-1.2
#include "exchange/fhir_json.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "base/utf8.h"
#include "exchange/file_kind.h"
#include "exchange/incoming.h"

namespace veldwijzer::exchange {
namespace {

constexpr std::size_t memberNameBytes = 100;
constexpr std::size_t startBytes = 512;

/// How deep objects and arrays go, without reading them.
std::size_t depthOf(std::string_view json) {
    std::size_t depth = 0;
    std::size_t deepest = 0;
    bool inText = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inText) {
            if (c == '\\') ++i;
            inText = c != '"';
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if ((c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return deepest;
}

Error notFhir(std::string_view text) {
    const std::string kind = nameOfFile(text.substr(0, startBytes));
    return fail(ErrorCode::Malformed,
                "this is no FHIR resource in JSON" + (kind.empty() ? "" : "; it seems to be " + kind));
}

Error alsoNotFhir(const Node& root) {
    std::vector<std::string> names;
    for (const Node& member : root.children)
        names.push_back(member.key);
    const std::string kind = nameOfJson(names);
    return fail(ErrorCode::Malformed,
                "this is no FHIR resource" + (kind.empty() ? "" : "; it seems to be " + kind));
}

bool mayBeAName(std::string_view name) {
    return !name.empty() && name.size() <= memberNameBytes && name.find('#') == std::string_view::npos &&
           std::all_of(name.begin(), name.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

std::size_t sizeOf(const IncomingRecord& record) {
    std::size_t bytes = 0;
    for (const auto& [name, value] : record.registers)
        bytes += name.size() + merge::sizeOf(value) + 32;
    return bytes;
}

void writePretty(const Node& node, std::string& out, std::size_t indent) {
    if ((!node.isObject() && !node.isArray()) || node.children.empty()) {
        out += jsonText(node);
        return;
    }
    out.push_back(node.isObject() ? '{' : '[');
    for (const Node& child : node.children) {
        if (&child != &node.children.front()) out.push_back(',');
        out.append("\n").append(indent + 2, ' ');
        if (node.isObject()) out.append(jsonString(child.key)).append(": ");
        writePretty(child, out, indent + 2);
    }
    out.append("\n").append(indent, ' ').push_back(node.isObject() ? '}' : ']');
}

}  // namespace

Result<Node> fhirFrom(std::string_view text) {
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || text[first] != '{') return notFhir(text);
    if (depthOf(text) > fhirDepth)
        return fail(ErrorCode::TooLarge,
                    "it is nested deeper than " + std::to_string(fhirDepth) + " levels; nothing was read");
    if (!isUtf8(text)) return fail(ErrorCode::Malformed, "it is not UTF-8; nothing was read");
    auto root = partFrom(text);
    if (!root) return root.error();
    if (textAt(*root, "resourceType").empty()) return alsoNotFhir(*root);
    return root;
}

Result<Node> readFhirFile(const std::filesystem::path& path) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(path, failed);
    if (failed) return fail(ErrorCode::NotFound, "there is no file '" + path.string() + "' that can be read");
    if (size > fhirFileBytes)
        return fail(ErrorCode::TooLarge, "the file is larger than " + std::to_string(fhirFileBytes >> 20U) +
                                             " MB; nothing was read");
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file) return fail(ErrorCode::Storage, "the file '" + path.string() + "' could not be read");
    return fhirFrom(text.str());
}

Node object() {
    Node node;
    node.type = Node::Type::Object;
    return node;
}
Node array() {
    Node node;
    node.type = Node::Type::Array;
    return node;
}
Node& add(Node& object, std::string_view key, Node value) {
    value.key = key;
    return object.children.emplace_back(std::move(value));
}
Node& add(Node& object, std::string_view key, std::string_view text) {
    Node node;
    node.type = Node::Type::Text;
    node.text = text;
    return add(object, key, std::move(node));
}
Node& add(Node& object, std::string_view key, bool value) {
    Node node;
    node.type = Node::Type::Boolean;
    node.boolean = value;
    return add(object, key, std::move(node));
}
Node& add(Node& object, std::string_view key, std::int64_t value) {
    Node node;
    node.type = Node::Type::Integer;
    node.integer = value;
    return add(object, key, std::move(node));
}

std::string textAt(const Node& object, std::string_view member) {
    const Node* node = object.isObject() ? object.member(member) : nullptr;
    return node != nullptr && node->isText() ? node->text : std::string();
}

std::string prettyText(const Node& node) {
    std::string out;
    writePretty(node, out, 0);
    out.push_back('\n');
    return out;
}

std::vector<std::pair<std::string, std::string>> inPieces(std::string_view name, std::string_view text) {
    std::vector<std::pair<std::string, std::string>> pieces;
    if (text.size() <= fhirPieceBytes) {
        pieces.emplace_back(name, text);
        return pieces;
    }
    while (!text.empty()) {
        const std::string_view piece = utf8Prefix(text, fhirPieceBytes);
        pieces.emplace_back(std::string(name) + '#' + std::to_string(pieces.size()), piece);
        text.remove_prefix(piece.size());
    }
    return pieces;
}

std::optional<std::string> fromPieces(const IncomingRecord& record, std::string_view name) {
    const auto textOf = [&](std::string_view field) -> std::optional<std::string> {
        const merge::Value* value = findRegister(record, field);
        if (value == nullptr) return std::nullopt;
        if (const auto* json = std::get_if<merge::Json>(value)) return json->text;
        const auto* text = std::get_if<std::string>(value);
        return text != nullptr ? std::optional(*text) : std::nullopt;
    };
    if (auto whole = textOf(name)) return whole;
    std::optional<std::string> joined;
    for (std::size_t i = 0;; ++i) {
        const auto piece = textOf(std::string(name) + '#' + std::to_string(i));
        if (!piece) return joined;
        joined = joined.value_or("") + *piece;
    }
}

bool keepMember(IncomingRecord& record, const Node& member) {
    if (!mayBeAName(member.key)) return false;
    const std::string name = std::string(fhirPrefix) + member.key;
    if (fromPieces(record, name)) return false;
    const std::string text = canonicalText(member);
    if (sizeOf(record) + text.size() > fhirRecordBytes) return false;
    const auto pieces = inPieces(name, text);
    for (const auto& [field, piece] : pieces)
        putRegister(record, field,
                    pieces.size() == 1 ? merge::Value(merge::Json{piece}) : merge::Value(piece));
    return true;
}

void addKeptMembers(const IncomingRecord& record, Node& object) {
    for (const auto& [field, value] : record.registers) {
        if (!field.starts_with(fhirPrefix)) continue;
        const std::size_t hash = field.find('#');
        if (hash != std::string::npos && field.substr(hash) != "#0") continue;
        const std::string name = field.substr(0, hash);
        const auto text = fromPieces(record, name);
        auto node = text ? partFrom(*text) : Result<Node>(fail(ErrorCode::Malformed, ""));
        if (node) add(object, name.substr(fhirPrefix.size()), std::move(*node));
    }
}

}  // namespace veldwijzer::exchange
