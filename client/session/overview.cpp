// SPDX-License-Identifier: EUPL-1.2
// What waits to be sent.
#include <algorithm>
#include <set>

#include "domain/kinds.h"
#include "session/session.h"
#include "session/state.h"
#include "store/change_codec.h"

namespace veldwijzer::session {
namespace {

WaitingEdit waitingEdit(const store::Store& store, const merge::RecordOperations& target, WallMs at) {
    WaitingEdit edit{.record = target.record, .kind = target.kind, .title = {}, .fields = {}, .atMs = at};
    std::set<std::string> fields;
    for (const merge::Operation& operation : target.operations) {
        if (!operation.field.empty()) fields.insert(operation.field);
        edit.deletes = edit.deletes || operation.action == merge::Action::Delete ||
                       operation.action == merge::Action::Erase;
    }
    edit.fields.assign(fields.begin(), fields.end());
    if (const auto stored = store.find(target.record))
        edit.title = domain::titleOf(stored->record, store.clampedTime(stored->space));
    return edit;
}

}  // namespace

Waiting Session::waiting(std::size_t limit) const {
    Waiting waiting;
    waiting.changes = state_->store->pendingCount();
    waiting.membershipEntries = state_->store->queuedRosterEntries().size();
    for (const store::SpaceRow& space : state_->store->spaces())
        for (const store::PendingChange& pending : state_->store->unacknowledged(space.id, limit)) {
            const auto change = store::decodeChange(space.actor, pending.seq, pending.change);
            if (!change) continue;  // written by us; the store's own check tells of damage
            for (const merge::RecordOperations& target : change->records)
                waiting.edits.push_back(waitingEdit(*state_->store, target, change->wallMs));
        }
    std::ranges::stable_sort(waiting.edits, {}, &WaitingEdit::atMs);
    if (waiting.edits.size() > limit) waiting.edits.resize(limit);
    return waiting;
}

}  // namespace veldwijzer::session
