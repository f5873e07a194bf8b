// SPDX-License-Identifier: EUPL-1.2
#include "store/edit_plan.h"

#include <algorithm>

#include "base/limits.h"
#include "domain/kinds.h"

namespace veldwijzer::store {
namespace {

using merge::Action;
using merge::LiveOperation;
using merge::Operation;
using merge::OperationId;

bool same(const std::optional<merge::Value>& a, const std::optional<merge::Value>& b) {
    if (a.has_value() != b.has_value()) return false;
    return !a || merge::compare(*a, *b) == 0;
}

/// The live operations of a field that do `action`.
std::vector<const LiveOperation*> liveOf(const merge::Record& record, const std::string& field,
                                         Action action) {
    std::vector<const LiveOperation*> found;
    const merge::Field* present = record.field(field);
    if (present == nullptr) return found;
    for (const LiveOperation& live : present->operations) {
        if (live.action == action) found.push_back(&live);
    }
    return found;
}

Operation operationOf(const FieldEdit& edit) {
    Operation operation;
    operation.action = edit.action;
    operation.field = edit.field;
    operation.value = edit.value;
    return operation;
}

void planAssign(const merge::Record& record, const FieldEdit& edit, std::vector<Operation>& plan) {
    const auto live = liveOf(record, edit.field, Action::Assign);
    if (live.empty() && !edit.value) return;
    if (live.size() == 1 && same(live.front()->value, edit.value)) return;
    Operation& operation = plan.emplace_back(operationOf(edit));
    for (const LiveOperation* seen : live)
        operation.replaces.push_back(seen->id);
}

void planAdd(const merge::Record& record, const FieldEdit& edit, std::vector<Operation>& plan) {
    const auto live = liveOf(record, edit.field, Action::Add);
    const bool present = std::any_of(
        live.begin(), live.end(), [&](const LiveOperation* added) { return same(added->value, edit.value); });
    if (!present) plan.push_back(operationOf(edit));
}

void planRemove(const merge::Record& record, const FieldEdit& edit, std::vector<Operation>& plan) {
    Operation operation = operationOf(edit);
    for (const LiveOperation* added : liveOf(record, edit.field, Action::Add)) {
        if (same(added->value, edit.value)) operation.replaces.push_back(added->id);
    }
    if (!operation.replaces.empty()) plan.push_back(std::move(operation));
}

void planMaximum(const merge::Record& record, const FieldEdit& edit, std::vector<Operation>& plan) {
    Operation operation = operationOf(edit);
    for (const LiveOperation* live : liveOf(record, edit.field, Action::Maximum)) {
        if (edit.value && live->value && merge::compare(*live->value, *edit.value) >= 0) return;
        operation.replaces.push_back(live->id);
    }
    plan.push_back(std::move(operation));
}

void planDelete(const merge::Record& record, const FieldEdit& edit, std::vector<Operation>& plan) {
    const merge::DeletePolicy policy = domain::deletePolicyOf(record.kind);
    if (merge::visibilityOf(record, policy) == merge::Visibility::Deleted) return;
    const std::vector<OperationId> seen = merge::allOperationIds(record);
    for (std::size_t at = 0; at < seen.size(); at += limits::replacesPerOperation) {
        Operation& operation = plan.emplace_back(operationOf(edit));
        const std::size_t end = std::min(at + limits::replacesPerOperation, seen.size());
        operation.replaces.assign(seen.begin() + static_cast<std::ptrdiff_t>(at),
                                  seen.begin() + static_cast<std::ptrdiff_t>(end));
    }
}

void planRestore(const merge::Record& record, const FieldEdit& edit, std::vector<Operation>& plan) {
    Operation operation = operationOf(edit);
    for (const LiveOperation& live : record.deletes) {
        if (live.action == Action::Delete) operation.replaces.push_back(live.id);
    }
    if (!operation.replaces.empty()) plan.push_back(std::move(operation));
}

void planErase(const merge::Record& record, const FieldEdit& edit, std::vector<Operation>& plan) {
    std::vector<OperationId> seen = merge::allOperationIds(record);
    if (seen.empty()) return;
    // What it names is for the reader of the log: an Erase ends everything, named or not.
    if (seen.size() > limits::replacesPerOperation) seen.resize(limits::replacesPerOperation);
    plan.emplace_back(operationOf(edit)).replaces = std::move(seen);
}

}  // namespace

void planEdit(const merge::Record& record, const FieldEdit& edit, std::vector<Operation>& plan) {
    if (record.erased()) return;
    switch (edit.action) {
        case Action::Assign:
            return planAssign(record, edit, plan);
        case Action::Add:
            return planAdd(record, edit, plan);
        case Action::Remove:
            return planRemove(record, edit, plan);
        case Action::Maximum:
            return planMaximum(record, edit, plan);
        case Action::Delete:
            return planDelete(record, edit, plan);
        case Action::Restore:
            return planRestore(record, edit, plan);
        case Action::Erase:
            return planErase(record, edit, plan);
    }
    // Not one of ours: merge::whyInvalid says so.
    plan.push_back(operationOf(edit));
}

}  // namespace veldwijzer::store
