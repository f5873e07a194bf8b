// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "base/text.h"
#include "base/utf8.h"
#include "domain/kinds.h"

namespace veldwijzer::domain {
namespace {

// For kinds that this version does not know.
const std::vector<std::string_view>& usualTitleFields() {
    static const std::vector<std::string_view> fields = {"name", "title", "label", "description"};
    return fields;
}

bool isGap(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7f;
}

// One line: white space and controls become single spaces, none at the ends.
std::string oneLine(std::string_view text, std::size_t maxBytes) {
    std::string line;
    for (const char c : text) {
        if (!isGap(c)) {
            line.push_back(c);
        } else if (!line.empty() && line.back() != ' ') {
            line.push_back(' ');
        }
        // Long texts stand here whole; the rest of one that is long enough already is of no use.
        if (line.size() > maxBytes + 4) break;
    }
    line.resize(utf8Prefix(line, maxBytes).size());
    while (!line.empty() && line.back() == ' ')
        line.pop_back();
    return line;
}

bool isReadable(const merge::Value& value) {
    return !std::holds_alternative<Bytes>(value) && !std::holds_alternative<merge::Json>(value) &&
           !std::holds_alternative<RecordId>(value);
}

template <typename Number>
std::string plain(Number value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

struct Display {
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(std::int64_t value) const { return plain(value); }
    std::string operator()(double value) const { return plain(value); }
    std::string operator()(const std::string& value) const { return value; }
    std::string operator()(const Bytes& value) const { return toHex(value); }
    std::string operator()(const RecordId& value) const { return toHex(value.view()); }
    std::string operator()(const merge::Json& value) const { return value.text; }
};

void addCode(std::vector<FacetCode>& codes, std::string_view facet, const merge::Value& value) {
    std::string code = oneLine(displayText(value), titleBytes);
    if (!code.empty()) codes.push_back({std::string(facet), std::move(code)});
}

void addCodes(std::vector<FacetCode>& codes, const merge::Record& record, const FieldSpec& field,
              const merge::ClampedTime& clamped) {
    if (field.type == FieldType::Set) {
        for (const merge::Value* element : merge::elementsOf(record, field.name))
            addCode(codes, field.name, *element);
    } else if (const merge::Value* value = merge::shownValue(record, field.name, clamped)) {
        addCode(codes, field.name, *value);
    }
}

using Facets = std::vector<const FieldSpec*>;

Facets facetsIn(const std::vector<FieldSpec>& fields) {
    Facets facets;
    for (const FieldSpec& field : fields) {
        if (field.facet) facets.push_back(&field);
    }
    return facets;
}

// Gathered once: every record that is written asks for them.
const Facets& facetFieldsOf(std::string_view kind) {
    static const Facets common = facetsIn(commonFields());
    static const std::map<std::string_view, Facets> byKind = [] {
        std::map<std::string_view, Facets> all;
        for (const Kind& known : kinds()) {
            Facets& facets = all[known.name] = facetsIn(known.fields);
            for (const FieldSpec* field : common) {
                // The kind's own word for a common field goes first.
                if (findField(known.name, field->name) == field) facets.push_back(field);
            }
        }
        return all;
    }();
    const auto at = byKind.find(kind);
    return at != byKind.end() ? at->second : common;
}

std::vector<std::string_view> listedFieldsIn(const std::vector<std::string_view>& titles,
                                             const Facets& facets) {
    std::vector<std::string_view> names = titles;
    for (const FieldSpec* facet : facets)
        names.push_back(facet->name);
    return names;
}

}  // namespace

std::string titleOf(const merge::Record& record, const merge::ClampedTime& clamped) {
    const Kind* kind = findKind(record.kind);
    for (const std::string_view field : kind != nullptr ? kind->titleFields : usualTitleFields()) {
        const merge::Value* value = merge::shownValue(record, field, clamped);
        if (value == nullptr || !isReadable(*value)) continue;
        const auto* text = std::get_if<std::string>(value);
        std::string title = oneLine(text != nullptr ? *text : displayText(*value), titleBytes);
        if (!title.empty()) return title;
    }
    return oneLine(record.kind, titleBytes - 9) + ' ' + toHex(record.id.view().first(4));
}

std::vector<FacetCode> facetsOf(const merge::Record& record, const merge::ClampedTime& clamped) {
    std::vector<FacetCode> codes;
    for (const FieldSpec* field : facetFieldsOf(record.kind))
        addCodes(codes, record, *field, clamped);
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

const std::vector<std::string_view>& listedFieldsOf(std::string_view kind) {
    static const auto unknown = listedFieldsIn(usualTitleFields(), facetFieldsOf({}));
    static const std::map<std::string_view, std::vector<std::string_view>> byKind = [] {
        std::map<std::string_view, std::vector<std::string_view>> all;
        for (const Kind& known : kinds())
            all[known.name] = listedFieldsIn(known.titleFields, facetFieldsOf(known.name));
        return all;
    }();
    const auto at = byKind.find(kind);
    return at != byKind.end() ? at->second : unknown;
}

std::string displayText(const merge::Value& value) {
    return std::visit(Display{}, value);
}

}  // namespace veldwijzer::domain
