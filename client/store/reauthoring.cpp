// SPDX-License-Identifier: EUPL-1.2
#include "store/reauthoring.h"

#include <algorithm>
#include <map>

#include "base/ensure.h"
#include "base/limits.h"
#include "merge/record_part.h"
#include "signing/identity.h"
#include "store/change_codec.h"
#include "store/columns.h"
#include "store/operation_groups.h"

namespace veldwijzer::store {
namespace {

using merge::OperationId;

/// Old ids of our unacknowledged operations to what stands in their place.
class Renaming {
public:
    Renaming(const ActorId& oldActor, const ActorId& newActor) : old_(oldActor), new_(newActor) {}

    void keep(std::uint64_t oldSeq, std::uint64_t newSeq) { seqs_[oldSeq] = newSeq; }
    /// `operation` of a removed change; what it replaced is in today's ids already.
    void remove(const merge::Operation& operation) { removed_[operation.id] = operation.replaces; }

    /// The list in today's ids, sorted, each once.
    [[nodiscard]] std::vector<OperationId> apply(const std::vector<OperationId>& replaces) const {
        std::vector<OperationId> renamed;
        for (const OperationId& id : replaces) {
            if (const auto gone = removed_.find(id); gone != removed_.end())
                renamed.insert(renamed.end(), gone->second.begin(), gone->second.end());
            else
                renamed.push_back(rename(id));
        }
        std::sort(renamed.begin(), renamed.end());
        renamed.erase(std::unique(renamed.begin(), renamed.end()), renamed.end());
        // Naming fewer shows a value twice; naming more would lose one.
        if (renamed.size() > limits::replacesPerOperation) renamed.resize(limits::replacesPerOperation);
        return renamed;
    }

private:
    [[nodiscard]] OperationId rename(const OperationId& id) const {
        if (id.actor != old_) return id;
        const auto seq = seqs_.find(id.seq);
        return seq == seqs_.end() ? id : OperationId{new_, seq->second, id.index};
    }

    ActorId old_;
    ActorId new_;
    std::map<std::uint64_t, std::uint64_t> seqs_;
    std::map<OperationId, std::vector<OperationId>> removed_;
};

class Reauthoring {
public:
    Reauthoring(Tables& tables, SpaceState& space, const ActorId& newActor, const Removal* removal)
        : tables_(tables),
          space_(space),
          removal_(removal),
          oldActor_(space.row.actor),
          newActor_(newActor),
          renaming_(oldActor_, newActor),
          clamped_(tables.clamps.of(space.key)) {}

    /// The number of changes that are left.
    std::uint64_t run() {
        for (const PendingChange& pending : tables_.outbox.all(space_.key))
            take(pending);
        tables_.outbox.clear(space_.key);
        for (merge::Change& change : kept_)
            tables_.outbox.add(space_.key, change.seq, encoded(change));
        OperationGroups groups;
        for (merge::Change& change : removed_)
            groups.add(change);
        for (merge::Change& change : kept_)
            groups.add(change);
        groups.forEach([this](std::span<merge::RecordOperations*> targets) { rebuild(targets); });
        return kept_.size();
    }

private:
    [[nodiscard]] bool isRemoved(std::uint64_t seq) const {
        return removal_ != nullptr && seq >= removal_->first && seq <= removal_->last;
    }

    static Bytes encoded(merge::Change& change) {
        if (Result<Bytes> body = encodeChange(change)) return *std::move(body);
        // The same operations fitted before; only what they replace may have grown past the limit. To name
        // nothing loses nothing: values then stand side by side.
        for (merge::RecordOperations& target : change.records) {
            for (merge::Operation& operation : target.operations)
                operation.replaces.clear();
        }
        Result<Bytes> body = encodeChange(change);
        ENSURE(body.ok());
        return *std::move(body);
    }

    void take(const PendingChange& pending) {
        Result<merge::Change> change = decodeChange(oldActor_, pending.seq, pending.change);
        if (!change) throwDamaged("a change of its own");
        if (isRemoved(pending.seq)) {
            tables_.tray.addRejected(space_.key, removal_->reason, removal_->at, pending.change);
            giveUp(*change);
            removed_.push_back(*std::move(change));
        } else {
            const std::uint64_t newSeq = kept_.size() + 1;
            renaming_.keep(pending.seq, newSeq);
            adopt(*change, newSeq);
            kept_.push_back(*std::move(change));
        }
    }

    void giveUp(merge::Change& change) {
        for (merge::RecordOperations& target : change.records) {
            for (merge::Operation& operation : target.operations) {
                operation.replaces = renaming_.apply(operation.replaces);
                renaming_.remove(operation);
            }
        }
    }

    void adopt(merge::Change& change, std::uint64_t newSeq) {
        for (merge::RecordOperations& target : change.records) {
            for (merge::Operation& operation : target.operations) {
                operation.id.actor = newActor_;
                operation.id.seq = newSeq;
                operation.replaces = renaming_.apply(operation.replaces);
            }
        }
        change.actor = newActor_;
        change.seq = newSeq;
    }

    [[nodiscard]] bool isOurs(const merge::RecordOperations& target) const {
        return !target.operations.empty() && target.operations.front().id.actor == newActor_;
    }

    void rebuild(std::span<merge::RecordOperations*> targets) {
        const merge::RecordOperations& first = *targets.front();
        OpenRecord open = tables_.records.open(space_.key, first.record, first.kind, clamped_);
        const auto base = open.stored() ? tables_.records.base(open.row) : std::nullopt;
        if (!base) throwDamaged("a pending change without its record");
        tables_.history.forgetAfter(open.row, oldActor_, space_.row.ackedSeq);
        const Bytes before = bodyWith(open.body, base->part);
        open.replace(packedRecord(first.record, first.kind, before));
        std::vector<merge::Superseded> superseded;
        std::uint64_t lastSeq = 0;
        for (const merge::RecordOperations* target : targets) {
            if (!isOurs(*target)) continue;  // of a removed change
            for (const merge::Operation& operation : target->operations)
                open.record().apply(operation, &superseded);
            lastSeq = target->operations.front().id.seq;
        }
        if (lastSeq == 0 && before.empty()) return tables_.records.remove(open);
        tables_.records.save(open, clamped_);
        if (lastSeq == 0)
            tables_.records.dropBase(open.row);
        else
            tables_.records.setBase(open.row, lastSeq, merge::wholePart(before));
        if (!open.erased()) tables_.history.add(open.row, superseded);
    }

    Tables& tables_;
    SpaceState& space_;
    const Removal* removal_;
    ActorId oldActor_;
    ActorId newActor_;
    Renaming renaming_;
    merge::ClampedTime clamped_;
    std::vector<merge::Change> kept_;
    std::vector<merge::Change> removed_;
};

}  // namespace

void reauthor(Tables& tables, const SpaceId& id, const DeviceId& device, const Incarnation& incarnation,
              const Removal* removal) {
    SpaceState& space = tables.spaces.edit(id);
    const ActorId newActor = actorOf(device, incarnation);
    const std::uint64_t left = Reauthoring(tables, space, newActor, removal).run();

    // From now on the old actor is like anybody's; the new one has named no head yet, that one included.
    tables.actors.setHead(space.key, {space.row.actor, device, space.row.ackedSeq, space.ackedContentId});
    tables.actors.forgetSent(space.key);
    space.row.incarnation = incarnation;
    space.row.actor = newActor;
    space.row.lastSeq = left;
    space.row.frozenSeq = 0;
    space.row.ackedSeq = 0;
    space.offeredSeq = 0;
    space.row.lastContentId = {};
    space.ackedContentId = {};
}

}  // namespace veldwijzer::store
