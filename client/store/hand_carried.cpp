// SPDX-License-Identifier: EUPL-1.2
#include "store/hand_carried.h"

#include <algorithm>

#include "merge/plain_record.h"
#include "merge/record_part.h"
#include "store/change_codec.h"
#include "store/change_verdict.h"
#include "store/columns.h"

namespace veldwijzer::store {
namespace {

void takeRecord(Tables& tables, const SpaceState& space, merge::RecordOperations& target) {
    const merge::ClampedTime clamped = tables.clamps.of(space.key);
    OpenRecord open = tables.records.open(space.key, target.record, target.kind, clamped);
    const auto known = open.stored() ? tables.records.base(open.row) : std::nullopt;
    const Bytes base = known ? bodyWith(open.body, known->part) : open.body;
    std::vector<merge::Superseded> superseded;
    for (const merge::Operation& operation : target.operations)
        open.record().apply(operation, &superseded);
    tables.records.save(open, clamped);
    // Whole: what the log brings meanwhile goes into both, and these changes only into one of them.
    tables.records.setBase(open.row, known ? known->lastSeq : 0, merge::wholePart(base));
    if (!open.erased()) tables.history.add(open.row, superseded);
}

}  // namespace

std::optional<ActorHead> headAhead(const Tables& tables, const SpaceState& space, const ActorId& actor,
                                   const DeviceId& own) {
    if (actor == space.row.actor) {
        if (space.row.lastSeq == 0) return std::nullopt;
        return ActorHead{actor, own, space.row.lastSeq, space.row.lastContentId};
    }
    if (auto carried = tables.carried.head(space.key, actor)) return carried;
    return tables.actors.head(space.key, actor);
}

bool holdsAhead(const Tables& tables, const SpaceState& space, const merge::OperationId& named) {
    const auto head = headAhead(tables, space, named.actor, {});
    return head && named.seq <= head->seq;
}

void takeByHand(Tables& tables, const SpaceState& space, const CarriedEnvelope& envelope) {
    const IncomingEnvelope& opened = envelope.opened;
    // Its own earlier operations in the same envelope are held from here on.
    tables.carried.add(space.key, envelope, space.row.lastSeq);
    for (std::size_t i = 0; i < opened.changes.size(); ++i) {
        const std::uint64_t seq = opened.firstSeq + i;
        Result<merge::Change> change = decodeChange(opened.actor, seq, opened.changes[i]);
        if (!change) continue;  // the log will keep it in quarantine
        const auto known = [&](const merge::OperationId& named) { return holdsAhead(tables, space, named); };
        (void)takeOutInvalid(*change, opened.ownRecordsOf, known);
        for (merge::RecordOperations& target : change->records) {
            merge::takeApart(target);
            takeRecord(tables, space, target);
            tables.carried.touch(space.key, target.record, opened.actor, seq);
        }
    }
}

}  // namespace veldwijzer::store
