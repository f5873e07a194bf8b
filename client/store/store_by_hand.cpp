// SPDX-License-Identifier: EUPL-1.2
// What a store does with changes that come and go by hand.
#include <algorithm>
#include <limits>
#include <map>

#include "base/limits.h"
#include "store/hand_carried.h"
#include "store/store_parts.h"

namespace veldwijzer::store {

Result<bool> Store::takeByHand(const SpaceId& id, const CarriedEnvelope& envelope) {
    if (parts_->tables.spaces.find(id) == nullptr)
        return fail(ErrorCode::NotFound, "this device does not know that space");
    const IncomingEnvelope& opened = envelope.opened;
    ENSURE(!opened.changes.empty() && opened.firstSeq > 0);
    Result<bool> taken = false;
    transact([&] {
        parts_->transactions.flushBench();
        const SpaceState& space = parts_->known(id);
        const std::uint64_t last = opened.firstSeq + opened.changes.size() - 1;
        const auto head = headAhead(id, opened.actor);
        if (head && last <= head->seq) return;
        if (opened.firstSeq > (head ? head->seq : 0) + 1) {
            taken =
                fail(ErrorCode::DependenciesMissing, "an earlier change by the same author is missing here");
            return;
        }
        if (opened.actor == space.row.actor || (head && opened.firstSeq <= head->seq)) {
            taken = fail(ErrorCode::SequenceFork, "other changes with the same numbers are here");
            return;
        }
        for (const SeenHead& seen : envelope.dependencies) {
            const auto held = headAhead(id, seen.actor);
            if (held && held->seq >= seen.seq) continue;
            taken = fail(ErrorCode::DependenciesMissing, "a change that it builds on is missing here");
            return;
        }
        store::takeByHand(parts_->tables, space, envelope);
        taken = true;
    });
    return taken;
}

std::vector<CarriedEnvelope> Store::carried(const SpaceId& space) const {
    std::vector<CarriedEnvelope> found;
    for (CarriedTable::Row& row : parts_->tables.carried.all(parts_->known(space).key))
        found.push_back(std::move(row.envelope));
    return found;
}

std::vector<CarriedEnvelope> Store::carriedToOffer(const SpaceId& space, std::uint32_t epoch,
                                                   std::size_t limit, std::size_t bytes) const {
    std::vector<CarriedEnvelope> found;
    std::size_t size = 0;
    for (CarriedTable::Row& row : parts_->tables.carried.all(parts_->known(space).key)) {
        if (row.offered || row.envelope.epoch != epoch) continue;
        if (found.size() >= limit || size >= bytes) break;
        size += row.envelope.envelope.size();
        found.push_back(std::move(row.envelope));
    }
    return found;
}

std::uint64_t Store::carriedCount() const {
    return parts_->tables.carried.count();
}

void Store::noteCarriedOffered(const SpaceId& space, const Hash& contentId) {
    transact([&] { parts_->tables.carried.markOffered(parts_->known(space).key, contentId); });
}

void Store::dropCarried(const SpaceId& id, const ActorId& actor, std::uint64_t seq, std::string_view reason) {
    transact([&] {
        if (const auto head = parts_->tables.carried.head(parts_->known(id).key, actor);
            !head || head->seq < seq)
            return;
        parts_->transactions.flushBench();
        const LostByHand lost{{{actor, seq}}, reason, parts_->ground.clock.wallMs()};
        reauthor(parts_->tables, id, parts_->device(), parts_->freshIncarnation(), nullptr, lost);
    });
}

std::optional<ActorHead> Store::headAhead(const SpaceId& id, const ActorId& actor) const {
    return store::headAhead(parts_->tables, parts_->known(id), actor, parts_->device());
}

std::vector<ActorHead> Store::actorHeads(const SpaceId& id) const {
    const SpaceState& space = parts_->known(id);
    std::vector<ActorHead> heads = parts_->tables.actors.all(space.key);
    if (const auto own = actorHead(id, space.row.actor)) heads.push_back(*own);
    return heads;
}

std::vector<OutgoingEnvelope> Store::heldEnvelopes(const SpaceId& space) const {
    constexpr auto all = std::numeric_limits<std::size_t>::max();
    return parts_->tables.outbox.envelopes(parts_->known(space).key, 0, all, all);
}

std::vector<ActorHead> Store::unsentDependencies(const SpaceId& id) const {
    const std::int64_t key = parts_->known(id).key;
    std::vector<ActorHead> heads = parts_->tables.actors.unsent(key);
    if (!parts_->tables.carried.any(key)) return heads;
    // By hand we may have more of an actor than the log shows.
    std::map<ActorId, ActorHead> newest;
    for (const ActorHead& head : heads)
        newest[head.actor] = head;
    for (const ActorHead& head : parts_->tables.carried.unnamed(key, limits::dependenciesPerEnvelope))
        if (ActorHead& known = newest[head.actor]; known.seq < head.seq) known = head;
    heads.clear();
    for (const auto& [actor, head] : newest)
        if (heads.size() < limits::dependenciesPerEnvelope) heads.push_back(head);
    return heads;
}

}  // namespace veldwijzer::store
