// SPDX-License-Identifier: EUPL-1.2
// The tray of changes that the server refused.
#include <algorithm>

#include "session/session.h"
#include "session/state.h"
#include "store/change_codec.h"

namespace veldwijzer::session {
namespace {

Error notInTheTray(std::int64_t id) {
    return fail(ErrorCode::NotFound, "there is no refused change with number " + std::to_string(id) +
                                         "; `rejected` lists them. Nothing was changed");
}

}  // namespace

Result<std::vector<RejectedEdit>> Session::rejectedEdits(std::int64_t id) const {
    for (const store::RejectedChange& rejected : state_->store->rejected()) {
        if (rejected.id != id) continue;
        const auto change = store::decodeChange({}, 0, rejected.change);
        if (!change) return change.error();
        std::vector<RejectedEdit> edits;
        for (const merge::RecordOperations& target : change->records)
            for (const merge::Operation& operation : target.operations)
                edits.push_back(
                    {target.record, target.kind, operation.field, operation.action, operation.value});
        return edits;
    }
    return notInTheTray(id);
}

Result<void> Session::dismissRejected(const std::vector<std::int64_t>& ids) {
    const std::vector<store::RejectedChange> rejected = state_->store->rejected();
    for (const std::int64_t id : ids)
        if (std::ranges::none_of(rejected, [&](const auto& change) { return change.id == id; }))
            return notInTheTray(id);
    state_->store->transact([&] {
        for (const std::int64_t id : ids)
            state_->store->dismissRejected(id);
    });
    return {};
}

}  // namespace veldwijzer::session
