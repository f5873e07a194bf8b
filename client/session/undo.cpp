// SPDX-License-Identifier: EUPL-1.2
#include "session/undo.h"

#include <algorithm>

#include "session/state.h"
#include "store/change_codec.h"

namespace veldwijzer::session {
namespace {

using merge::Action;
using store::HistoryEntry;

struct Last {
    SpaceId space;
    merge::Change change;
};

std::optional<Last> lastChange(const store::Store& store) {
    std::optional<Last> newest;
    for (const store::SpaceRow& row : store.spaces()) {
        const auto bytes = row.lastSeq > 0 ? store.ownChange(row.id, row.lastSeq) : std::nullopt;
        if (!bytes) continue;
        auto change = store::decodeChange(row.actor, row.lastSeq, *bytes);
        if (change && (!newest || newest->change.wallMs < change->wallMs))
            newest = Last{row.id, std::move(*change)};
    }
    return newest;
}

/// The way back for one record of the change.
class WayBack {
public:
    WayBack(const store::Store& store, const merge::RecordOperations& target, UndoReport& report)
        : target_(target), history_(store.history(target.record)), report_(report) {}

    std::vector<store::FieldEdit> edits() {
        std::vector<store::FieldEdit> result;
        if (madeByThisChange()) return {{Action::Delete, "", std::nullopt}};
        for (const merge::Operation& operation : target_.operations)
            if (auto edit = editFor(operation)) result.push_back(std::move(*edit));
        return result;
    }

private:
    [[nodiscard]] bool ours(const merge::OperationId& id) const {
        return std::ranges::any_of(target_.operations, [&](const auto& each) { return each.id == id; });
    }
    [[nodiscard]] bool madeByThisChange() const {
        return std::ranges::all_of(history_,
                                   [&](const HistoryEntry& entry) { return ours(entry.operation.id); }) &&
               std::ranges::none_of(target_.operations, [](const merge::Operation& operation) {
                   return operation.action == Action::Delete || operation.action == Action::Restore;
               });
    }
    /// What the operation had replaced; of several the newest, for that was shown.
    [[nodiscard]] const HistoryEntry* before(const merge::OperationId& id) const {
        const HistoryEntry* found = nullptr;
        for (const HistoryEntry& entry : history_)
            if (entry.replacedBy == id &&
                (found == nullptr || found->operation.wallMs < entry.operation.wallMs))
                found = &entry;
        return found;
    }
    [[nodiscard]] bool stillCounts(const merge::OperationId& id) const {
        return std::ranges::any_of(
            history_, [&](const HistoryEntry& entry) { return entry.live && entry.operation.id == id; });
    }

    std::optional<store::FieldEdit> editFor(const merge::Operation& operation) {
        const HistoryEntry* old = before(operation.id);
        switch (operation.action) {
            case Action::Assign:
                if (stillCounts(operation.id))
                    return store::FieldEdit{Action::Assign, operation.field,
                                            old != nullptr ? old->operation.value : std::nullopt};
                break;
            case Action::Add:
                if (stillCounts(operation.id) && old == nullptr)
                    return store::FieldEdit{Action::Remove, operation.field, operation.value};
                break;
            case Action::Remove:
                if (old != nullptr)
                    return store::FieldEdit{Action::Add, operation.field, old->operation.value};
                break;
            case Action::Delete:
                if (stillCounts(operation.id)) return store::FieldEdit{Action::Restore, "", std::nullopt};
                break;
            case Action::Restore:
                return store::FieldEdit{Action::Delete, "", std::nullopt};
            default:
                break;
        }
        report_.left.push_back(operation.field.empty() ? target_.kind : operation.field);
        return std::nullopt;
    }

    const merge::RecordOperations& target_;
    std::vector<HistoryEntry> history_;
    UndoReport& report_;
};

bool erases(const merge::Change& change) {
    return std::ranges::any_of(change.records, [](const merge::RecordOperations& target) {
        return std::ranges::any_of(target.operations, [](const merge::Operation& operation) {
            return operation.action == Action::Erase;
        });
    });
}

}  // namespace

Result<UndoReport> undoLast(Session& session) {
    Session::State& state = session.state();
    if (!state.joined()) return state.mayWrite({}).error();
    const auto last = lastChange(*state.store);
    if (!last) return fail(ErrorCode::NotFound, "there is no change of this device that can be taken back");
    if (auto allowed = state.mayWrite(last->space); !allowed) return allowed.error();
    if (erases(last->change))
        return fail(ErrorCode::InvalidArgument,
                    "your last change erased something, and that cannot be taken back");
    UndoReport report;
    std::vector<store::RecordEdit> edits;
    for (const merge::RecordOperations& target : last->change.records) {
        auto back = WayBack(*state.store, target, report).edits();
        if (back.empty()) continue;
        report.undone += back.size();
        report.records.push_back(target.record);
        edits.push_back({target.record, target.kind, std::move(back)});
    }
    if (edits.empty()) return report;
    const auto written = state.store->write(last->space, edits);
    if (!written) return written.error();
    return report;
}

}  // namespace veldwijzer::session
