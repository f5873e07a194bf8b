// SPDX-License-Identifier: EUPL-1.2
#include "exchange/exact_values.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "domain/kinds.h"
#include "exchange/hsds_limits.h"
#include "exchange/hsds_report.h"
#include "exchange/incoming.h"
#include "merge/conflicts.h"
#include "merge/names.h"

namespace veldwijzer::exchange {
namespace {

Node textNode(std::string text, std::string key = {}) {
    Node node;
    node.type = Node::Type::Text;
    node.text = std::move(text);
    node.key = std::move(key);
    return node;
}

Node one(std::string name, std::string text) {
    Node node;
    node.type = Node::Type::Object;
    node.children.push_back(textNode(std::move(text), std::move(name)));
    return node;
}

struct ToNode {
    Node operator()(bool value) const {
        Node node;
        node.type = Node::Type::Boolean;
        node.boolean = value;
        return node;
    }
    Node operator()(std::int64_t value) const {
        Node node;
        node.type = Node::Type::Integer;
        node.integer = value;
        return node;
    }
    Node operator()(double value) const {
        Node node;
        node.type = Node::Type::Real;
        node.real = value;
        return node;
    }
    Node operator()(const std::string& value) const { return textNode(value); }
    Node operator()(const Bytes& value) const { return one("bytes", toHex(value)); }
    Node operator()(const RecordId& value) const { return one("reference", toHex(value.view())); }
    Node operator()(const merge::Json& value) const { return one("json", value.text); }
};

Node nodeOf(const merge::Value& value, std::string key = {}) {
    Node node = std::visit(ToNode{}, value);
    node.key = std::move(key);
    return node;
}

std::optional<merge::Value> valueIn(const Node& node) {
    if (auto plain = plainValueOf(node)) return plain;
    if (!node.isObject()) return std::nullopt;
    if (node.children.size() != 1 || !node.children.front().isText()) return std::nullopt;
    const Node& only = node.children.front();
    if (only.key == "json" && !only.text.empty()) return merge::Json{only.text};
    const std::optional<Bytes> bytes = fromHex(only.text);
    if (!bytes) return std::nullopt;
    if (only.key == "bytes") return *bytes;
    const std::optional<RecordId> id = only.key == "reference" ? RecordId::from(*bytes) : std::nullopt;
    if (!id) return std::nullopt;
    return *id;
}

Node& section(Node& exact, const char* name) {
    exact.type = Node::Type::Object;
    for (Node& child : exact.children)
        if (child.key == name) return child;
    Node& made = exact.children.emplace_back();
    made.type = Node::Type::Object;
    made.key = name;
    return made;
}

template <typename Pairs>
auto findIn(const Pairs& pairs, const std::string& name) -> decltype(&pairs[0].second) {
    const auto at = std::lower_bound(pairs.begin(), pairs.end(), name,
                                     [](const auto& pair, const std::string& n) { return pair.first < n; });
    return at != pairs.end() && at->first == name ? &at->second : nullptr;
}

bool same(const std::vector<merge::Value>& a, const std::vector<merge::Value>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& x, const auto& y) { return merge::compare(x, y) == 0; });
}

std::optional<std::string> whyNoName(const std::string& name) {
    if (merge::isName(name) && name != merge::deletedField) return std::nullopt;
    return shown(name) + " is no name of a field.";
}

std::optional<std::string> whyNoValue(const std::string& kind, const std::string& name,
                                      const std::optional<merge::Value>& value) {
    if (!value) return shown(name) + " has a value of no known form.";
    if (merge::sizeOf(*value) > limits::valueBytes) return shown(name) + " is too long.";
    // What is greatest stays for ever, so nothing but a good value may get there.
    if (domain::fieldTypeOf(kind, name) == domain::FieldType::Maximum &&
        domain::whyDoubtful(kind, name, *value))
        return shown(name) + " has a value that does not belong there.";
    return std::nullopt;
}

std::optional<std::string> takeRegister(const Node& node, IncomingRecord& record) {
    if (auto why = whyNoName(node.key)) return why;
    const std::optional<merge::Value> value = valueIn(node);
    if (node.type != Node::Type::Null)
        if (auto why = whyNoValue(record.kind, node.key, value)) return why;
    record.registers.erase(std::remove_if(record.registers.begin(), record.registers.end(),
                                          [&](const auto& pair) { return pair.first == node.key; }),
                           record.registers.end());
    if (value) putRegister(record, node.key, *value);
    return std::nullopt;
}

std::optional<std::string> takeSet(const Node& node, IncomingRecord& record) {
    if (auto why = whyNoName(node.key)) return why;
    if (!node.isArray()) return shown(node.key) + " is not a list.";
    std::vector<merge::Value> values;
    for (const Node& element : node.children) {
        std::optional<merge::Value> value = valueIn(element);
        if (auto why = whyNoValue(record.kind, node.key, value)) return why;
        values.push_back(std::move(*value));
    }
    record.sets.erase(std::remove_if(record.sets.begin(), record.sets.end(),
                                     [&](const auto& pair) { return pair.first == node.key; }),
                      record.sets.end());
    if (!values.empty()) record.sets.emplace_back(node.key, std::move(values));
    return std::nullopt;
}

}  // namespace

Node exactDifference(const IncomingRecord& natural, const IncomingRecord& wanted) {
    Node exact;
    for (const auto& [name, value] : wanted.registers) {
        const merge::Value* there = findIn(natural.registers, name);
        if (there == nullptr || merge::compare(*there, value) != 0)
            section(exact, "registers").children.push_back(nodeOf(value, name));
    }
    for (const auto& [name, value] : natural.registers)
        if (findIn(wanted.registers, name) == nullptr)
            section(exact, "registers").children.emplace_back().key = name;
    for (const auto& [name, values] : wanted.sets) {
        const std::vector<merge::Value>* there = findIn(natural.sets, name);
        if (there != nullptr && same(*there, values)) continue;
        Node& list = section(exact, "sets").children.emplace_back();
        list.type = Node::Type::Array;
        list.key = name;
        for (const merge::Value& value : values)
            list.children.push_back(nodeOf(value));
    }
    for (const auto& [name, values] : natural.sets) {
        if (findIn(wanted.sets, name) != nullptr) continue;
        Node& list = section(exact, "sets").children.emplace_back();
        list.type = Node::Type::Array;
        list.key = name;
    }
    return exact;
}

std::vector<std::string> applyExact(const Node& exact, IncomingRecord& record) {
    std::vector<std::string> refused;
    if (!exact.isObject()) return {"it is not an object."};
    const auto note = [&](std::optional<std::string> why) {
        if (why && refused.size() < 20) refused.push_back(std::move(*why));
    };
    for (const Node& part : exact.children) {
        const bool registers = part.key == "registers" && part.isObject();
        const bool sets = part.key == "sets" && part.isObject();
        if (!registers && !sets) note(shown(part.key) + " is neither registers nor sets.");
        if (registers || sets)
            for (const Node& child : part.children)
                note(registers ? takeRegister(child, record) : takeSet(child, record));
    }
    return refused;
}

}  // namespace veldwijzer::exchange
