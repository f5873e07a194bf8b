// SPDX-License-Identifier: EUPL-1.2
#include "exchange/hsds_object.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "domain/kinds.h"
#include "exchange/exact_values.h"
#include "exchange/hsds_normalise.h"
#include "exchange/hsds_records.h"
#include "exchange/hsds_upgrade.h"
#include "exchange/hsds_vocabulary.h"
#include "exchange/incoming.h"

namespace veldwijzer::exchange {
namespace {

constexpr std::size_t knownIds = 100'000;

bool startsWith(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
}

const std::vector<merge::Value>* findSet(const IncomingRecord& record, std::string_view name) {
    for (const auto& [set, values] : record.sets)
        if (set == name) return &values;
    return nullptr;
}

std::string textOf(const IncomingRecord& record, std::string_view name) {
    const merge::Value* value = findRegister(record, name);
    const auto* text = value != nullptr ? std::get_if<std::string>(value) : nullptr;
    return text != nullptr ? *text : std::string();
}

// Foreign JSON in a place where a reader looks for objects would come back as records.
bool makesRecords(const std::string& name, const Node& node) {
    return (node.isObject() || node.isArray()) &&
           (memberSpec(name).role != MemberRole::Plain || isOldList(name));
}

Node object() {
    Node node;
    node.type = Node::Type::Object;
    return node;
}

Node list(std::string key) {
    Node node;
    node.type = Node::Type::Array;
    node.key = std::move(key);
    return node;
}

void put(HsdsObject& to, const std::string& name, Node node) {
    if (to.node.member(name) != nullptr) return;
    node.key = name;
    to.node.children.push_back(std::move(node));
}

}  // namespace

bool isFacetOf(std::string_view kind, std::string_view name) {
    const domain::FieldSpec* field = domain::findField(kind, name);
    return field != nullptr && field->facet && field->type == domain::FieldType::Set && name != "tags";
}

Node textNode(std::string text, std::string key) {
    Node node;
    node.type = Node::Type::Text;
    node.text = std::move(text);
    node.key = std::move(key);
    return node;
}

Node naturalNode(const merge::Value& value) {
    Node node;
    if (const auto* boolean = std::get_if<bool>(&value)) {
        node.type = Node::Type::Boolean;
        node.boolean = *boolean;
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        node.type = Node::Type::Integer;
        node.integer = *integer;
    } else if (const auto* real = std::get_if<double>(&value)) {
        node.type = Node::Type::Real;
        node.real = *real;
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        return textNode(*text);
    } else if (const auto* json = std::get_if<merge::Json>(&value)) {
        if (Result<Node> parsed = parseNode(json->text)) return std::move(*parsed);
    }
    return node;
}

Node facetAttribute(const RecordId& record, const std::string& facet, const std::string& code) {
    const std::string tail = facet + ":" + code;
    Node term = object();
    term.key = "taxonomy_term";
    term.children.push_back(textNode(std::string(facetIdPrefix) + tail, "id"));
    term.children.push_back(textNode(code, "code"));
    term.children.push_back(textNode(code, "name"));
    term.children.push_back(textNode("veldwijzer:" + facet, "taxonomy"));
    Node attribute = object();
    attribute.children.push_back(
        textNode(std::string(facetIdPrefix) + toHex(record.view()) + ":" + tail, "id"));
    attribute.children.push_back(textNode(facet, "link_type"));
    attribute.children.push_back(std::move(term));
    return attribute;
}

HsdsObject HsdsObjectWriter::write(const IncomingRecord& record) {
    HsdsObject result;
    result.node.type = Node::Type::Object;
    put(result, "id", idOf(record));
    registers(record, result);
    sets(record, result);
    exact(record, result);
    facets(record, result);
    return result;
}

HsdsObject HsdsObjectWriter::members(const IncomingRecord& record) {
    HsdsObject result;
    result.node.type = Node::Type::Object;
    registers(record, result);
    sets(record, result);
    return result;
}

Node HsdsObjectWriter::idOf(const IncomingRecord& record) const {
    const merge::Value* given = findRegister(record, sourceIdField);
    if (given != nullptr) {
        Node node = naturalNode(*given);
        const bool text = node.isText() && !node.text.empty();
        const bool number = node.type == Node::Type::Integer;
        const std::string written = number ? std::to_string(node.integer) : node.text;
        if ((text || number) && importedId(record.kind, written) == record.id) return node;
    }
    return textNode(std::string(ownIdPrefix) + toHex(record.id.view()));
}

const HsdsObjectWriter::Known& HsdsObjectWriter::known(const RecordId& id) {
    const auto found = known_.find(id);
    if (found != known_.end()) return found->second;
    if (known_.size() >= knownIds) known_.clear();
    Known& known = known_[id];
    if (const std::optional<IncomingRecord> record = source_.find(id))
        known = {true, record->kind, idOf(*record)};
    else
        known.id = textNode(std::string(ownIdPrefix) + toHex(id.view()));
    return known;
}

const HsdsObjectWriter::Term& HsdsObjectWriter::termOf(const RecordId& id) {
    const auto found = terms_.find(id);
    if (found != terms_.end()) return found->second;
    Term& term = terms_[id];
    const std::optional<IncomingRecord> record = source_.find(id);
    if (!record || record->kind != "taxonomy-term") return term;
    std::string facet = facetNamed(textOf(*record, "taxonomy"));
    if (const merge::Value* detail = findRegister(*record, "taxonomy_detail");
        facet.empty() && detail != nullptr)
        if (const auto* taxonomy = std::get_if<RecordId>(detail))
            if (const auto whole = source_.find(*taxonomy)) facet = facetNamed(textOf(*whole, "name"));
    if (facet.empty()) return term;
    std::string code = textOf(*record, "code");
    if (code.empty()) code = textOf(*record, "name");
    if (!code.empty()) term = {facet, code};
    return term;
}

std::vector<HsdsObjectWriter::Term> HsdsObjectWriter::facetsByAttributes(const IncomingRecord& record) {
    std::vector<Term> result;
    const std::vector<merge::Value>* attributes = findSet(record, "attributes");
    if (attributes == nullptr) return result;
    for (const merge::Value& element : *attributes) {
        const auto* id = std::get_if<RecordId>(&element);
        const auto attribute = id != nullptr ? source_.find(*id) : std::nullopt;
        const merge::Value* named = attribute ? findRegister(*attribute, "taxonomy_term") : nullptr;
        const auto* term = named != nullptr ? std::get_if<RecordId>(named) : nullptr;
        if (term == nullptr) continue;
        if (const Term& known = termOf(*term); !known.facet.empty()) result.push_back(known);
    }
    return result;
}

Node HsdsObjectWriter::mention(const RecordId& target, std::string key) {
    Node node = object();
    node.key = std::move(key);
    Node id = known(target).id;
    id.key = "id";
    node.children.push_back(std::move(id));
    Node& elsewhere = node.children.emplace_back();
    elsewhere.type = Node::Type::Boolean;
    elsewhere.boolean = true;
    elsewhere.key = elsewhereMember;
    return node;
}

void HsdsObjectWriter::registers(const IncomingRecord& record, HsdsObject& to) {
    for (const auto& [name, value] : record.registers) {
        if (name == sourceIdField || startsWith(name, foreignPrefix)) continue;
        if (const auto* target = std::get_if<RecordId>(&value)) {
            reference(record, name, *target, to);
            continue;
        }
        if (startsWith(name, originalPrefix)) {
            // Stands in the place of what was made of it, unless that is gone.
            if (findRegister(record, name.substr(originalPrefix.size())) == nullptr)
                put(to, name, naturalNode(value));
            continue;
        }
        if (startsWith(name, "import.") && name != importSourceField) continue;
        const merge::Value* original = findRegister(record, std::string(originalPrefix) + name);
        Node natural = naturalNode(original != nullptr ? *original : value);
        if (!makesRecords(name, natural)) put(to, name, std::move(natural));
    }
    // What could not be used stands again where it stood, where that place is free.
    for (const auto& [name, value] : record.registers) {
        if (!startsWith(name, foreignPrefix)) continue;
        const std::string member = name.substr(foreignPrefix.size());
        if (member.empty() || member == "id" || startsWith(member, "import.") ||
            findSet(record, member) != nullptr)
            continue;
        // Of a parent that has come since, this would make a child of the parent's.
        const auto key = foreignKey(record.kind, member);
        const merge::Value* target = key ? findRegister(record, key->field) : nullptr;
        const auto* id = target != nullptr ? std::get_if<RecordId>(target) : nullptr;
        if (id != nullptr && containerOf(record.kind, member) && known(*id).there) continue;
        Node natural = naturalNode(value);
        if (!makesRecords(member, natural)) put(to, member, std::move(natural));
    }
}

void HsdsObjectWriter::reference(const IncomingRecord& record, const std::string& name,
                                 const RecordId& target, HsdsObject& to) {
    const std::string_view member = memberForReference(record.kind, name);
    // Its text is there and will be written.
    if (!member.empty() && findRegister(record, std::string(foreignPrefix) + std::string(member)) != nullptr)
        return;
    const MemberSpec spec = memberSpec(name);
    const Known& there = known(target);
    if (spec.role == MemberRole::Child && (!there.there || there.kind == spec.kind)) {
        to.mentions.push_back({to.node.children.size(), HsdsObject::Mention::alone, target,
                               name == "location" || name == "taxonomy_term" || name == "taxonomy_detail"});
        to.node.children.push_back(mention(target, name));
    } else if (!member.empty() && there.there && !containerOf(record.kind, member)) {
        put(to, std::string(member), there.id);
    }
}

void HsdsObjectWriter::sets(const IncomingRecord& record, HsdsObject& to) {
    for (const auto& [name, elements] : record.sets) {
        const MemberSpec spec = memberSpec(name);
        if (spec.role == MemberRole::Children) {
            children(name, spec.kind, elements, to);
            continue;
        }
        const bool texts = std::all_of(elements.begin(), elements.end(), [](const merge::Value& value) {
            return std::holds_alternative<std::string>(value);
        });
        if (!(texts && domain::fieldTypeOf(record.kind, name) == domain::FieldType::Set) &&
            name != otherValuesField)
            continue;
        Node node = list(name);
        for (const merge::Value& element : elements)
            node.children.push_back(naturalNode(element));
        put(to, name, std::move(node));
    }
}

void HsdsObjectWriter::children(const std::string& name, std::string_view kind,
                                const std::vector<merge::Value>& elements, HsdsObject& to) {
    Node node = list(name);
    for (const merge::Value& element : elements) {
        const auto* id = std::get_if<RecordId>(&element);
        if (id == nullptr) continue;
        const Known& there = known(*id);
        if (there.there && there.kind != kind) continue;
        to.mentions.push_back({to.node.children.size(), node.children.size(), *id, true});
        node.children.push_back(mention(*id, {}));
    }
    to.node.children.push_back(std::move(node));
}

// Reads the object as the importer will, and says exactly what it would not find.
void HsdsObjectWriter::exact(const IncomingRecord& record, HsdsObject& to) {
    HsdsReport silent;
    HsdsNormaliser normaliser(silent);
    Node read = to.node;
    upgradeItem(record.kind, read);
    std::vector<Part> parts = normaliser.parts(record.kind, read);
    IncomingRecord natural = std::move(parts.back().record);
    settleKeys(natural, parts.back().keys, [this](const RecordId& id) { return known(id).there; });
    // Its attributes will say what they say, whatever stands in the sets.
    for (const Term& term : facetsByAttributes(record))
        if (isFacetOf(record.kind, term.facet)) addElement(natural, term.facet, term.code);
    finish(natural);
    Node difference = exactDifference(natural, record);
    if (difference.isObject()) put(to, std::string(exactMember), std::move(difference));
}

// Our facets in the words of the standard, for readers that know nothing else. A reader of ours skips them.
void HsdsObjectWriter::facets(const IncomingRecord& record, HsdsObject& to) {
    const std::vector<Term> said = facetsByAttributes(record);
    for (const auto& [name, elements] : record.sets) {
        if (!isFacetOf(record.kind, name)) continue;
        for (const merge::Value& element : elements) {
            const auto* code = std::get_if<std::string>(&element);
            if (code == nullptr ||
                std::any_of(said.begin(), said.end(), [&, &facet = name](const Term& term) {
                    return term.facet == facet && term.code == *code;
                }))
                continue;
            auto at = std::find_if(to.node.children.begin(), to.node.children.end(),
                                   [](const Node& child) { return child.key == "attributes"; });
            if (at != to.node.children.end() && !at->isArray()) continue;
            if (at == to.node.children.end())
                at = to.node.children.insert(to.node.children.end(), list("attributes"));
            at->children.push_back(facetAttribute(record.id, name, *code));
        }
    }
}

}  // namespace veldwijzer::exchange
