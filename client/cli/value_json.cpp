// SPDX-License-Identifier: EUPL-1.2
#include "cli/value_json.h"

#include <algorithm>

#include "base/text.h"
#include "domain/care.h"
#include "domain/kinds.h"

namespace veldwijzer::cli {
namespace {

struct ToJson {
    Json operator()(bool value) const { return value; }
    Json operator()(std::int64_t value) const { return value; }
    Json operator()(double value) const { return value; }
    Json operator()(const std::string& value) const { return value; }
    Json operator()(const Bytes& value) const { return toBase64Url(value); }
    Json operator()(const RecordId& value) const { return toHex(value.view()); }
    Json operator()(const merge::Json& value) const {
        Json parsed = Json::parse(value.text, nullptr, false);
        return parsed.is_discarded() ? Json(value.text) : parsed;
    }
};

bool isSet(const merge::Field& field) {
    return std::any_of(
        field.operations.begin(), field.operations.end(),
        [](const merge::LiveOperation& operation) { return operation.action == merge::Action::Add; });
}

}  // namespace

Json jsonOf(const std::optional<merge::Value>& value) {
    return value ? std::visit(ToJson{}, *value) : Json(nullptr);
}

std::string_view nameOf(merge::Action action) {
    switch (action) {
        case merge::Action::Assign:
            return "set";
        case merge::Action::Add:
            return "add";
        case merge::Action::Remove:
            return "remove";
        case merge::Action::Maximum:
            return "raise";
        case merge::Action::Delete:
            return "delete";
        case merge::Action::Restore:
            return "restore";
        case merge::Action::Erase:
            return "erase";
    }
    return "unknown";
}

merge::Value shownOf(const merge::Record& record, std::string_view field, const merge::Value& value) {
    if (!domain::isTooSmallToShow(record, field, value)) return value;
    return merge::Value(std::string(domain::tooSmall));
}

Json fieldsOf(const merge::Record& record, const merge::ClampedTime& clamped) {
    Json fields = Json::object();
    for (const merge::Field& field : record.fields) {
        if (isSet(field)) {
            Json elements = Json::array();
            for (const merge::Value* element : merge::elementsOf(record, field.name)) {
                elements.push_back(jsonOf(*element));
            }
            fields[field.name] = std::move(elements);
        } else if (const merge::Value* shown = merge::shownValue(record, field.name, clamped)) {
            fields[field.name] = jsonOf(shownOf(record, field.name, *shown));
        }
    }
    return fields;
}

Json valuesOf(const merge::Conflict& conflict, const session::Session& session) {
    Json values = Json::array();
    for (const merge::ConflictingValue& value : conflict.values) {
        Json entry = {{"value", jsonOf(value.value)},
                      {"by", session.authorOf(value.id.actor)},
                      {"at", formatUtc(value.wallMs)}};
        if (conflict.field == merge::deletedField) {
            entry["value"] = value.action == merge::Action::Delete;
            if (!value.field.empty()) {
                entry["field"] = value.field;
                entry["edit"] = jsonOf(value.value);
            }
        }
        values.push_back(std::move(entry));
    }
    return values;
}

std::string textOfValue(const merge::ConflictingValue& value, std::string_view conflictField) {
    const std::string shown = value.value ? domain::displayText(*value.value) : "(empty)";
    if (conflictField != merge::deletedField) return shown;
    if (value.action == merge::Action::Delete) return "deleted";
    return value.field.empty() ? "restored" : "edited: " + value.field + " = " + shown;
}

}  // namespace veldwijzer::cli
