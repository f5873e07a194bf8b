// SPDX-License-Identifier: EUPL-1.2
#include "session/membership_queue.h"

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

Result<std::string> MembershipQueue::invite(roster::Guest guest, std::array<std::uint8_t, 16>* secret) {
    roster::InvitationLink link = *state_.region;
    random().fill(link.secret);
    const InvitationKeys keys = invitationKeysOf(link.secret);
    guest.signingKey = keys.signing.publicKey();
    guest.boxKey = keys.box.publicKey();
    const auto entry = roster::makeInvitation(roster_, author(), guest, seal(), random());
    if (!entry) return entry.error();
    // Judged here first: a refusal is better heard before the link is handed over.
    if (auto added = add(*entry); !added) return added.error();
    if (secret == nullptr) return roster::encodeLink(link);
    *secret = link.secret;
    return std::string();
}

Result<void> MembershipQueue::add(const wire::RosterEntry& entry) {
    if (auto applied = roster_.apply(entry); !applied) return applied;
    const wire::RosterEntry kept = roster::seenFrom(entry, state_.keeper->roster(), state_.identity->signing);
    state_.store->transact([&] { state_.store->queueRosterEntry(viewOf(kept.SerializeAsString())); });
    return {};
}

}  // namespace veldwijzer::session
