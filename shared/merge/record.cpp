// SPDX-License-Identifier: EUPL-1.2
#include "merge/record.h"

#include <algorithm>

#include "merge/live.h"

namespace veldwijzer::merge {
namespace {

bool isShown(const LiveOperation& live) {
    return live.action == Action::Assign || live.action == Action::Maximum;
}

}  // namespace

bool wasSeenByADelete(const Record& record, const OperationId& id) {
    return std::any_of(record.deletes.begin(), record.deletes.end(), [&](const LiveOperation& live) {
        return live.action == Action::Delete && std::binary_search(live.saw.begin(), live.saw.end(), id);
    });
}

bool shownBefore(const LiveOperation& a, const LiveOperation& b, const ClampedTime& clamped) {
    const auto timeOf = [&](const LiveOperation& live) {
        return clamped ? std::min(live.wallMs, clamped(live.id, live.wallMs)) : live.wallMs;
    };
    const WallMs timeA = timeOf(a);
    const WallMs timeB = timeOf(b);
    return timeA != timeB ? timeA > timeB : a.id > b.id;
}

const Field* Record::field(std::string_view name) const {
    const auto at = std::lower_bound(fields.begin(), fields.end(), name,
                                     [](const Field& f, std::string_view wanted) { return f.name < wanted; });
    return at != fields.end() && at->name == name ? &*at : nullptr;
}

Visibility visibilityOf(const Record& record, DeletePolicy policy) {
    if (record.erased()) return Visibility::Erased;
    const bool deleted = std::any_of(record.deletes.begin(), record.deletes.end(),
                                     [](const LiveOperation& live) { return live.action == Action::Delete; });
    if (!deleted) return Visibility::Present;
    const auto seen = [&](const LiveOperation& live) { return wasSeenByADelete(record, live.id); };
    const bool fieldsSeen = std::all_of(record.fields.begin(), record.fields.end(), [&](const Field& field) {
        return std::all_of(field.operations.begin(), field.operations.end(), seen);
    });
    const bool restoresSeen =
        std::all_of(record.deletes.begin(), record.deletes.end(),
                    [&](const LiveOperation& live) { return live.action != Action::Restore || seen(live); });
    if (fieldsSeen && restoresSeen) return Visibility::Deleted;
    return policy == DeletePolicy::EditWins ? Visibility::PresentDespiteDelete
                                            : Visibility::DeletedDespiteEdit;
}

std::vector<OperationId> allOperationIds(const Record& record) {
    std::vector<OperationId> ids;
    for (const Field& field : record.fields) {
        for (const LiveOperation& live : field.operations)
            ids.push_back(live.id);
    }
    for (const LiveOperation& live : record.deletes)
        ids.push_back(live.id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

const Value* shownValue(const Record& record, std::string_view name, const ClampedTime& clamped) {
    const Field* field = record.field(name);
    if (field == nullptr) return nullptr;
    const LiveOperation* shown = nullptr;
    for (const LiveOperation& live : field->operations) {
        if (isShown(live) && (shown == nullptr || shownBefore(live, *shown, clamped))) shown = &live;
    }
    return shown != nullptr && shown->value ? &*shown->value : nullptr;
}

std::vector<const Value*> elementsOf(const Record& record, std::string_view name) {
    std::vector<const Value*> elements;
    const Field* field = record.field(name);
    if (field == nullptr) return elements;
    for (const LiveOperation& live : field->operations) {
        if (live.action == Action::Add && live.value) elements.push_back(&*live.value);
    }
    std::sort(elements.begin(), elements.end(),
              [](const Value* a, const Value* b) { return compare(*a, *b) < 0; });
    const auto last = std::unique(elements.begin(), elements.end(),
                                  [](const Value* a, const Value* b) { return compare(*a, *b) == 0; });
    elements.erase(last, elements.end());
    return elements;
}

}  // namespace veldwijzer::merge
