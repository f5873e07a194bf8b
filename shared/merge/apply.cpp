// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "base/ensure.h"
#include "merge/record.h"

namespace veldwijzer::merge {
namespace {

// One operation on its way into a record: `live` holds its value by now, `operation` the rest.
struct Arriving {
    const Operation& operation;
    LiveOperation live;
    std::vector<Superseded>* superseded;
};

bool byId(const LiveOperation& operation, const OperationId& id) {
    return operation.id < id;
}

bool contains(const std::vector<LiveOperation>& operations, const OperationId& id) {
    const auto at = std::lower_bound(operations.begin(), operations.end(), id, byId);
    return at != operations.end() && at->id == id;
}

void insertSorted(std::vector<LiveOperation>& operations, LiveOperation&& live) {
    if (operations.empty() || operations.back().id < live.id) {
        operations.push_back(std::move(live));
    } else {
        const auto at = std::lower_bound(operations.begin(), operations.end(), live.id, byId);
        operations.insert(at, std::move(live));
    }
}

void report(std::vector<Superseded>* superseded, std::string_view field, LiveOperation&& live,
            const OperationId& by) {
    if (superseded != nullptr) superseded->push_back({std::string(field), std::move(live), by});
}

// Drops the operations that `arriving` names and that `mayGo` allows.
template <typename MayGo>
void dropNamed(std::vector<LiveOperation>& operations, std::string_view field, const Arriving& arriving,
               MayGo mayGo) {
    const auto& named = arriving.operation.replaces;
    if (named.empty()) return;
    auto kept = operations.begin();
    for (LiveOperation& live : operations) {
        if (mayGo(live.action) && std::binary_search(named.begin(), named.end(), live.id)) {
            report(arriving.superseded, field, std::move(live), arriving.operation.id);
        } else {
            if (&*kept != &live) *kept = std::move(live);
            ++kept;
        }
    }
    operations.erase(kept, operations.end());
}

std::vector<Field>::iterator findField(Record& record, std::string_view name) {
    return std::lower_bound(record.fields.begin(), record.fields.end(), name,
                            [](const Field& field, std::string_view wanted) { return field.name < wanted; });
}

Field& fieldFor(Record& record, std::vector<Field>::iterator at, const std::string& name) {
    if (at != record.fields.end() && at->name == name) return *at;
    return *record.fields.insert(at, Field{name, {}});
}

// Assign and Add: drop what is named of the same action, then count oneself.
void applyWrite(Record& record, Arriving&& arriving) {
    const Operation& operation = arriving.operation;
    Field& field = fieldFor(record, findField(record, operation.field), operation.field);
    if (contains(field.operations, operation.id)) return;
    dropNamed(field.operations, field.name, arriving, [&](Action a) { return a == operation.action; });
    insertSorted(field.operations, std::move(arriving.live));
}

void applyRemove(Record& record, const Arriving& arriving) {
    const auto field = findField(record, arriving.operation.field);
    if (field == record.fields.end() || field->name != arriving.operation.field) return;
    dropNamed(field->operations, field->name, arriving, [](Action a) { return a == Action::Add; });
    if (field->operations.empty()) record.fields.erase(field);
}

// At most one Maximum lives in a field. What it names has no say: an operation that it named might have
// hidden a third one, smaller, that another replica would then still hold.
void applyMaximum(Record& record, Arriving&& arriving) {
    const Operation& operation = arriving.operation;
    LiveOperation& challenger = arriving.live;
    Field& field = fieldFor(record, findField(record, operation.field), operation.field);
    const auto holder =
        std::find_if(field.operations.begin(), field.operations.end(),
                     [](const LiveOperation& live) { return live.action == Action::Maximum; });
    if (holder == field.operations.end()) {
        insertSorted(field.operations, std::move(challenger));
        return;
    }
    if (holder->id == challenger.id) return;
    ENSURE(holder->value && challenger.value);
    const int order = compare(*holder->value, *challenger.value);
    if (order > 0 || (order == 0 && holder->id > challenger.id)) {
        report(arriving.superseded, field.name, std::move(challenger), holder->id);
        return;
    }
    report(arriving.superseded, field.name, std::move(*holder), challenger.id);
    field.operations.erase(holder);
    insertSorted(field.operations, std::move(challenger));
}

// Delete and Restore leave the fields alone, so that a record that comes back comes back whole.
void applyDeleteOrRestore(Record& record, Arriving&& arriving) {
    const Operation& operation = arriving.operation;
    if (contains(record.deletes, operation.id)) return;
    dropNamed(record.deletes, {}, arriving, [](Action) { return true; });
    if (operation.action == Action::Delete) arriving.live.saw = operation.replaces;
    insertSorted(record.deletes, std::move(arriving.live));
}

void reportErased(std::vector<Superseded>* superseded, std::string_view field, LiveOperation&& live,
                  const OperationId& by) {
    live.value.reset();
    report(superseded, field, std::move(live), by);
}

void applyErase(Record& record, Arriving&& arriving) {
    if (contains(record.erases, arriving.operation.id)) return;
    for (Field& field : record.fields) {
        for (LiveOperation& live : field.operations)
            reportErased(arriving.superseded, field.name, std::move(live), arriving.operation.id);
    }
    for (LiveOperation& live : record.deletes)
        reportErased(arriving.superseded, {}, std::move(live), arriving.operation.id);
    // Not clear(): the memory that held the values goes back as well.
    record.fields = {};
    record.deletes = {};
    insertSorted(record.erases, std::move(arriving.live));
}

void applyArriving(Record& record, Arriving&& arriving) {
    const Operation& operation = arriving.operation;
    record.schemaVersion = std::max(record.schemaVersion, operation.schemaVersion);
    if (operation.action == Action::Erase) return applyErase(record, std::move(arriving));
    if (record.erased()) {
        reportErased(arriving.superseded, operation.field, std::move(arriving.live),
                     record.erases.front().id);
        return;
    }
    switch (operation.action) {
        case Action::Assign:
        case Action::Add:
            return applyWrite(record, std::move(arriving));
        case Action::Remove:
            return applyRemove(record, arriving);
        case Action::Maximum:
            return applyMaximum(record, std::move(arriving));
        case Action::Delete:
        case Action::Restore:
            return applyDeleteOrRestore(record, std::move(arriving));
        case Action::Erase:
            break;
    }
    ENSURE(!"an operation that whyInvalid refuses was applied");
}

// Touches nothing of what its change wrote before it.
bool isPlain(const Operation& operation) {
    return (operation.action == Action::Assign || operation.action == Action::Add) &&
           operation.replaces.empty();
}

// The plain operations of a change, into a record without any: sorted once, appended, nothing looked up. The
// others can wait for their turn behind these, since none of them may name an operation that comes later. A
// first download is made of such records.
void fillFresh(Record& record, std::vector<Operation>& operations) {
    std::vector<Operation*> plain;
    plain.reserve(operations.size());
    for (Operation& operation : operations) {
        if (isPlain(operation)) plain.push_back(&operation);
    }
    std::sort(plain.begin(), plain.end(), [](const Operation* a, const Operation* b) {
        const int order = a->field.compare(b->field);
        return order != 0 ? order < 0 : a->id < b->id;
    });
    record.fields.reserve(plain.size());
    for (Operation* operation : plain) {
        record.schemaVersion = std::max(record.schemaVersion, operation->schemaVersion);
        if (record.fields.empty() || record.fields.back().name != operation->field)
            record.fields.push_back({std::move(operation->field), {}});
        auto& live = record.fields.back().operations;
        if (!live.empty() && live.back().id == operation->id) continue;
        live.push_back(
            {operation->id, operation->action, operation->wallMs, std::move(operation->value), {}});
    }
}

}  // namespace

void apply(Record& record, const Operation& operation, std::vector<Superseded>* superseded) {
    applyArriving(
        record,
        {operation, {operation.id, operation.action, operation.wallMs, operation.value, {}}, superseded});
}

void apply(Record& record, Operation&& operation, std::vector<Superseded>* superseded) {
    applyArriving(record, {operation,
                           {operation.id, operation.action, operation.wallMs, std::move(operation.value), {}},
                           superseded});
}

void apply(Record& record, RecordOperations&& target, std::vector<Superseded>* superseded) {
    if (record.kind.empty()) {
        record.id = target.record;
        record.kind = std::move(target.kind);
    }
    ENSURE(record.id == target.record);
    const bool fresh = record.fields.empty() && record.deletes.empty() && !record.erased();
    if (fresh) fillFresh(record, target.operations);
    for (Operation& operation : target.operations) {
        if (!fresh || !isPlain(operation)) apply(record, std::move(operation), superseded);
    }
}

}  // namespace veldwijzer::merge
