// SPDX-License-Identifier: EUPL-1.2
#include "merge/operation.h"

#include <algorithm>
#include <cmath>

#include "base/limits.h"
#include "merge/conflicts.h"
#include "merge/names.h"

namespace veldwijzer::merge {
namespace {

using Reason = std::optional<std::string>;

bool isKnown(Action action) {
    return action >= Action::Assign && action <= Action::Erase;
}

bool concernsField(Action action) {
    return action == Action::Assign || action == Action::Add || action == Action::Remove ||
           action == Action::Maximum;
}

Reason whyBadValue(const Value& value) {
    if (sizeOf(value) > limits::valueBytes) return "the value is too large";
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (!isWellFormedText(*text)) return "the text is not UTF-8";
    } else if (const auto* json = std::get_if<Json>(&value)) {
        if (json->text.empty() || !isWellFormedText(json->text)) return "the JSON is empty or not UTF-8";
    } else if (const auto* number = std::get_if<double>(&value)) {
        // NaN keeps different bits on different machines, and no format we read or write can say it.
        if (!std::isfinite(*number)) return "the number is not finite";
    }
    return std::nullopt;
}

Reason whyBadField(Action action, std::string_view field, const Value* value) {
    if (!isName(field)) return "the field name is empty, too long, not UTF-8 or has controls";
    if (field == deletedField) return "the field name is reserved";
    const bool needsValue = action == Action::Add || action == Action::Maximum;
    if (needsValue && value == nullptr) return "the value is missing";
    return std::nullopt;
}

Reason whyBadWhole(std::string_view field, const Value* value) {
    if (!field.empty()) return "an operation on the whole record names a field";
    if (value != nullptr) return "an operation on the whole record has a value";
    return std::nullopt;
}

// An author cannot have seen an operation of its own future: one that could be named before it exists would
// count on a replica that got it first and not on another.
bool isOwnFuture(const OperationId& named, const OperationId& own) {
    return named.actor == own.actor && named >= own;
}

Reason whyBadReplaces(const Operation& operation) {
    const auto& replaces = operation.replaces;
    if (replaces.size() > limits::replacesPerOperation) return "it replaces too many operations";
    for (std::size_t i = 0; i < replaces.size(); ++i) {
        if (i > 0 && replaces[i] <= replaces[i - 1])
            return "the replaced operations are unsorted or repeated";
        if (isOwnFuture(replaces[i], operation.id)) return "it replaces itself or a later operation";
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> whyInvalid(std::string_view kind, Action action, std::string_view field,
                                      const Value* value) {
    if (!isKnown(action)) return "the action is unknown";
    if (!isName(kind)) return "the kind's name is empty, too long, not UTF-8 or has controls";
    if (Reason why = concernsField(action) ? whyBadField(action, field, value) : whyBadWhole(field, value))
        return why;
    if (value != nullptr) {
        if (Reason why = whyBadValue(*value)) return why;
    }
    return std::nullopt;
}

std::optional<std::string> whyInvalid(const RecordOperations& target, const Operation& operation) {
    const Value* value = operation.value ? &*operation.value : nullptr;
    if (Reason why = whyInvalid(target.kind, operation.action, operation.field, value)) return why;
    return whyBadReplaces(operation);
}

}  // namespace veldwijzer::merge
