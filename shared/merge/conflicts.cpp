// SPDX-License-Identifier: EUPL-1.2
#include "merge/conflicts.h"

#include <algorithm>

#include "merge/live.h"

namespace veldwijzer::merge {
namespace {

using Pointers = std::vector<const LiveOperation*>;

bool sameValue(const LiveOperation& a, const LiveOperation& b) {
    if (a.value.has_value() != b.value.has_value()) return false;
    return !a.value || compare(*a.value, *b.value) == 0;
}

// Compares with the first Assign only: one that differs is enough.
bool holdsConflict(const Field& field) {
    const LiveOperation* first = nullptr;
    for (const LiveOperation& live : field.operations) {
        if (live.action != Action::Assign) continue;
        if (first != nullptr && !sameValue(*first, live)) return true;
        if (first == nullptr) first = &live;
    }
    return false;
}

ConflictingValue valueOf(const LiveOperation& live, const std::string& field) {
    return {live.id, live.value, live.wallMs, live.action, field};
}

// Which of two operations stands for its value: values apart first, then the order of showing.
bool byValueThenShown(const LiveOperation& a, const LiveOperation& b, const ClampedTime& clamped) {
    if (a.value.has_value() != b.value.has_value()) return !a.value.has_value();
    const int order = a.value ? compare(*a.value, *b.value) : 0;
    return order != 0 ? order < 0 : shownBefore(a, b, clamped);
}

Conflict conflictOf(const Field& field, const ClampedTime& clamped) {
    Pointers assigns;
    for (const LiveOperation& live : field.operations) {
        if (live.action == Action::Assign) assigns.push_back(&live);
    }
    std::sort(assigns.begin(), assigns.end(), [&](const LiveOperation* a, const LiveOperation* b) {
        return byValueThenShown(*a, *b, clamped);
    });
    const auto last =
        std::unique(assigns.begin(), assigns.end(),
                    [](const LiveOperation* a, const LiveOperation* b) { return sameValue(*a, *b); });
    assigns.erase(last, assigns.end());
    const auto shown = std::min_element(
        assigns.begin(), assigns.end(),
        [&](const LiveOperation* a, const LiveOperation* b) { return shownBefore(*a, *b, clamped); });
    std::iter_swap(assigns.begin(), shown);
    std::sort(assigns.begin() + 1, assigns.end(),
              [](const LiveOperation* a, const LiveOperation* b) { return a->id < b->id; });
    Conflict conflict{field.name, {}};
    for (const LiveOperation* live : assigns)
        conflict.values.push_back(valueOf(*live, field.name));
    return conflict;
}

Conflict deleteMetEdit(const Record& record, DeletePolicy policy) {
    std::vector<ConflictingValue> deletes;
    std::vector<ConflictingValue> edits;
    for (const Field& field : record.fields) {
        for (const LiveOperation& live : field.operations) {
            if (!wasSeenByADelete(record, live.id)) edits.push_back(valueOf(live, field.name));
        }
    }
    for (const LiveOperation& live : record.deletes) {
        if (live.action == Action::Delete) {
            deletes.push_back(valueOf(live, {}));
        } else if (!wasSeenByADelete(record, live.id)) {
            edits.push_back(valueOf(live, {}));
        }
    }
    std::sort(edits.begin(), edits.end(),
              [](const ConflictingValue& a, const ConflictingValue& b) { return a.id < b.id; });
    auto& first = policy == DeletePolicy::EditWins ? edits : deletes;
    auto& second = policy == DeletePolicy::EditWins ? deletes : edits;
    std::move(second.begin(), second.end(), std::back_inserter(first));
    return {std::string(deletedField), std::move(first)};
}

bool isPresent(Visibility visibility) {
    return visibility == Visibility::Present || visibility == Visibility::PresentDespiteDelete;
}

bool isContested(Visibility visibility) {
    return visibility == Visibility::PresentDespiteDelete || visibility == Visibility::DeletedDespiteEdit;
}

}  // namespace

std::vector<Conflict> conflictsOf(const Record& record, DeletePolicy policy, const ClampedTime& clamped) {
    const Visibility visibility = visibilityOf(record, policy);
    std::vector<Conflict> conflicts;
    if (isPresent(visibility)) {
        for (const Field& field : record.fields) {
            if (holdsConflict(field)) conflicts.push_back(conflictOf(field, clamped));
        }
    }
    if (isContested(visibility)) {
        const auto at = std::find_if(conflicts.begin(), conflicts.end(),
                                     [](const Conflict& conflict) { return conflict.field > deletedField; });
        conflicts.insert(at, deleteMetEdit(record, policy));
    }
    return conflicts;
}

bool hasConflict(const Record& record, DeletePolicy policy) {
    const Visibility visibility = visibilityOf(record, policy);
    if (isContested(visibility)) return true;
    return isPresent(visibility) && std::any_of(record.fields.begin(), record.fields.end(), holdsConflict);
}

}  // namespace veldwijzer::merge
