// SPDX-License-Identifier: EUPL-1.2
#include "session/membership_queue.h"

#include "base/ensure.h"
#include "sealing/box.h"

namespace veldwijzer::session {

roster::Author MembershipQueue::author() const {
    return {state_.identity->signing, state_.environment.clock.wallMs()};
}

roster::SealKey MembershipQueue::seal() const {
    return [this](const SpaceId& space, const BoxPublicKey& to) -> Bytes {
        const roster::Space* known = roster_.space(space);
        const SealingKey* key =
            known != nullptr ? state_.keeper->keyring().find(space, known->epoch) : nullptr;
        return key != nullptr ? sealKeyTo(to, *key) : Bytes{};
    };
}

Result<void> MembershipQueue::add(const wire::RosterEntry& entry) {
    if (auto applied = roster_.apply(entry); !applied) return applied;
    const roster::Roster& atServer = state_.keeper->roster();
    wire::RosterBody body;
    ENSURE(body.ParseFromString(entry.body()));
    body.set_seen_position(atServer.position());
    body.set_seen_hash(toString(atServer.head().view()));
    const wire::RosterEntry signedAgain =
        roster::signEntry(body, viewOf(entry.author()), state_.identity->signing);
    state_.store->transact([&] { state_.store->queueRosterEntry(viewOf(signedAgain.SerializeAsString())); });
    return {};
}

}  // namespace veldwijzer::session
