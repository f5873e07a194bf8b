// SPDX-License-Identifier: EUPL-1.2
// Who is in the region, and what waits to be sent.
#include <algorithm>
#include <set>
#include <tuple>

#include "domain/kinds.h"
#include "session/session.h"
#include "session/state.h"
#include "store/change_codec.h"

namespace veldwijzer::session {
namespace {

/// When the author of an entry of the membership log says that it was made.
WallMs madeAt(const Bytes& entry) {
    wire::RosterEntry message;
    wire::RosterBody body;
    if (!message.ParseFromArray(entry.data(), static_cast<int>(entry.size()))) return 0;
    return body.ParseFromString(message.body()) ? body.wall_ms() : 0;
}

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

std::vector<MemberInfo> Session::members() const {
    std::vector<MemberInfo> found;
    if (!joined()) return found;
    const roster::Roster& roster = state_->keeper->roster();
    const std::vector<Bytes> entries = state_->store->rosterEntries();
    for (const auto& [id, member] : roster.members()) {
        if (member.removed) continue;
        MemberInfo info{.id = id,
                        .name = state_->nameOf(id),
                        .role = std::string(roster::roleName(member.role)),
                        .devices = 0,
                        .sinceMs = 0,
                        .you = id == state_->identity->member};
        for (const DeviceId& device : member.devices)
            if (const roster::Device* known = roster.device(device); known != nullptr && !known->removed)
                ++info.devices;
        const std::uint64_t joinedAt = member.roles.empty() ? 0 : member.roles.front().position;
        if (joinedAt >= 1 && joinedAt <= entries.size()) info.sinceMs = madeAt(entries[joinedAt - 1]);
        found.push_back(std::move(info));
    }
    std::ranges::sort(found, [](const MemberInfo& a, const MemberInfo& b) {
        return std::tuple(!a.you, a.name, a.id) < std::tuple(!b.you, b.name, b.id);
    });
    return found;
}

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
