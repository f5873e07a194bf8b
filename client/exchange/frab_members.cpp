// SPDX-License-Identifier: EUPL-1.2
#include "exchange/frab_members.h"

#include <algorithm>
#include <array>

#include "base/limits.h"
#include "domain/kinds.h"
#include "exchange/hsds_report.h"
#include "exchange/incoming.h"
#include "exchange/plain_text.h"
#include "merge/conflicts.h"
#include "merge/names.h"

namespace veldwijzer::exchange {
namespace {

bool has(std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isProse(std::string_view field) {
    constexpr std::array<std::string_view, 3> prose{"abstract", "description", "biography"};
    return has(prose, field);
}

/// Fields that a file may not fill by their bare name: they say where a record came from, or have a shape
/// that no member has.
bool isReserved(const std::string& kind, std::string_view field) {
    constexpr std::array<std::string_view, 4> ours{sourceIdField, importSourceField, merge::deletedField,
                                                   otherValuesField};
    if (has(ours, field) || field.starts_with("import.") || field.starts_with(foreignPrefix)) return true;
    const domain::FieldSpec* spec = domain::findField(kind, field);
    if (spec == nullptr) return false;
    return spec->type != domain::FieldType::Register && spec->type != domain::FieldType::LongText;
}

bool fitsField(const std::string& kind, std::string_view field, const merge::Value& value) {
    const domain::FieldSpec* spec = domain::findField(kind, field);
    if (spec == nullptr || spec->format == domain::Format::Json) return true;
    if (std::holds_alternative<merge::Json>(value)) return false;
    const bool number = spec->format == domain::Format::Integer || spec->format == domain::Format::Number;
    return number == (std::holds_alternative<std::int64_t>(value) || std::holds_alternative<double>(value));
}

merge::Value valueOf(const Node& node) {
    // As JSON where a NUL is in it: escaped, it harms nobody.
    const bool nul = node.isText() && node.text.find('\0') != std::string::npos;
    if (auto plain = nul ? std::nullopt : plainValueOf(node)) return *plain;
    return merge::Json{canonicalText(node)};
}

std::string_view fieldFor(std::span<const MemberName> names, std::string_view member) {
    const auto at = std::find_if(names.begin(), names.end(),
                                 [&](const MemberName& name) { return name.member == member; });
    return at != names.end() ? at->field : member;
}

std::string_view memberFor(std::span<const MemberName> names, std::string_view field) {
    const auto at =
        std::find_if(names.begin(), names.end(), [&](const MemberName& name) { return name.field == field; });
    return at != names.end() ? at->member : field;
}

Node nodeOfValue(const merge::Value& value, bool& possible) {
    Node node;
    possible = true;
    if (const auto* truth = std::get_if<bool>(&value)) {
        node.type = Node::Type::Boolean;
        node.boolean = *truth;
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return nodeOfNumber(*number);
    } else if (const auto* real = std::get_if<double>(&value)) {
        node.type = Node::Type::Real;
        node.real = *real;
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        return nodeOfText(*text);
    } else if (const auto* json = std::get_if<merge::Json>(&value)) {
        auto parsed = parseNode(json->text);
        possible = parsed.ok();
        if (parsed) node = std::move(*parsed);
    } else {
        possible = false;  // bytes and references: import.exact has them
    }
    return node;
}

}  // namespace

void takeMembers(const Node& object, std::span<const MemberName> names,
                 std::span<const std::string_view> left, IncomingRecord& record, const Complain& complain) {
    for (const Node& member : object.children) {
        if (has(left, member.key)) continue;
        std::string field(fieldFor(names, member.key));
        if (!merge::isName(std::string(foreignPrefix) + field)) {
            complain("a member has a name that cannot be kept: " + shown(member.key), "Left out.");
            continue;
        }
        merge::Value value = valueOf(member);
        if (merge::sizeOf(value) > limits::valueBytes) {
            complain(shown(member.key) + " is longer than " +
                         std::to_string(limits::valueBytes / limits::kib) + " KiB",
                     "Left out; the rest is imported.");
            continue;
        }
        if (isReserved(record.kind, field) || !fitsField(record.kind, field, value))
            field = std::string(foreignPrefix) + field;
        if (findRegister(record, field) != nullptr) {
            complain(shown(member.key) + " comes twice", "The first was kept.");
            continue;
        }
        if (record.registers.size() >= 400) {
            complain("there are more members than a record can hold", "The last were left out.");
            return;
        }
        auto* text = std::get_if<std::string>(&value);
        if (text != nullptr && isProse(field)) {
            PlainText plain = plainText(*text);
            if (plain.changed()) {
                putRegister(record, std::string(originalPrefix) + field, *text);
                *text = std::move(plain.text);
            }
        }
        putRegister(record, field, std::move(value));
    }
}

void giveMembers(const IncomingRecord& record, std::span<const MemberName> names,
                 std::span<const std::string_view> left, Node& object) {
    for (const auto& [field, value] : record.registers) {
        if (has(left, field) || field == sourceIdField || field == importSourceField ||
            field.starts_with(originalPrefix))
            continue;
        std::string_view member = memberFor(names, field);
        if (field.starts_with(foreignPrefix)) member = std::string_view(field).substr(foreignPrefix.size());
        if (member.starts_with("import.") || object.member(member) != nullptr) continue;
        const merge::Value* original = findRegister(record, std::string(originalPrefix) + field);
        bool possible = false;
        Node node = nodeOfValue(original != nullptr ? *original : value, possible);
        if (possible) put(object, member, std::move(node));
    }
}

Node objectNode() {
    Node node;
    node.type = Node::Type::Object;
    return node;
}

Node listNode() {
    Node node;
    node.type = Node::Type::Array;
    return node;
}

Node nodeOfText(std::string text) {
    Node node;
    node.type = Node::Type::Text;
    node.text = std::move(text);
    return node;
}

Node nodeOfNumber(std::int64_t number) {
    Node node;
    node.type = Node::Type::Integer;
    node.integer = number;
    return node;
}

Node& put(Node& object, std::string_view key, Node value) {
    value.key = std::string(key);
    return object.children.emplace_back(std::move(value));
}

}  // namespace veldwijzer::exchange
