// SPDX-License-Identifier: EUPL-1.2
#include "store/reauthoring.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "base/ensure.h"
#include "base/limits.h"
#include "merge/record_part.h"
#include "signing/identity.h"
#include "store/change_codec.h"
#include "store/change_verdict.h"
#include "store/columns.h"
#include "store/hand_carried.h"
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

/// Which of the changes that came by hand have to go.
class Losses {
public:
    Losses(const SpaceState& space, const LostByHand& lost) : from_(lost.from), named_(lost.from) {
        // Our unacknowledged changes get other ids.
        if (space.pending()) from_[space.row.actor] = space.row.ackedSeq + 1;
    }

    /// In the order in which they came: what it builds on was asked about before.
    bool goes(const CarriedEnvelope& envelope) {
        const IncomingEnvelope& opened = envelope.opened;
        const auto lost = [&](const ActorId& actor, std::uint64_t seq) {
            const auto at = from_.find(actor);
            return at != from_.end() && seq >= at->second;
        };
        const bool gone = lost(opened.actor, opened.firstSeq) ||
                          std::any_of(envelope.dependencies.begin(), envelope.dependencies.end(),
                                      [&](const SeenHead& seen) { return lost(seen.actor, seen.seq); });
        if (gone) {
            auto& from = from_.try_emplace(opened.actor, opened.firstSeq).first->second;
            from = std::min(from, opened.firstSeq);
        }
        return gone;
    }
    /// Asked for by name, not for what it builds on.
    [[nodiscard]] bool isNamed(const IncomingEnvelope& opened) const {
        const auto at = named_.find(opened.actor);
        return at != named_.end() && opened.firstSeq >= at->second;
    }

private:
    std::map<ActorId, std::uint64_t> from_;
    std::map<ActorId, std::uint64_t> named_;
};

class Reauthoring {
public:
    Reauthoring(Tables& tables, SpaceState& space, const ActorId& newActor, const Removal* removal,
                const LostByHand& lost)
        : tables_(tables),
          space_(space),
          removal_(removal),
          lost_(lost),
          losses_(space, lost),
          oldActor_(space.row.actor),
          newActor_(newActor),
          renaming_(oldActor_, newActor),
          clamped_(tables.clamps.of(space.key)) {}

    /// The number of changes that are left.
    std::uint64_t run() {
        const std::vector<PendingChange> pending = tables_.outbox.all(space_.key);
        auto next = pending.begin();
        for (const CarriedTable::Row& row : tables_.carried.all(space_.key)) {
            for (; next != pending.end() && next->seq <= row.afterSeq; ++next)
                take(*next);
            takeCarried(row);
        }
        for (; next != pending.end(); ++next)
            take(*next);
        tables_.outbox.clear(space_.key);
        for (merge::Change* change : kept_)
            tables_.outbox.add(space_.key, change->seq, encoded(*change));
        OperationGroups groups;
        for (merge::Change& change : all_)
            groups.add(change);
        groups.forEach([this](std::span<merge::RecordOperations*> targets) { rebuild(targets); });
        for (const auto& [actor, firstSeq] : dropped_)
            tables_.carried.drop(space_.key, actor, firstSeq);
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
            gone_.insert({oldActor_, pending.seq});
            all_.push_back(*std::move(change));
        } else {
            const std::uint64_t newSeq = kept_.size() + 1;
            renaming_.keep(pending.seq, newSeq);
            adopt(*change, newSeq);
            kept_.push_back(&all_.emplace_back(*std::move(change)));
        }
    }

    void takeCarried(const CarriedTable::Row& row) {
        const IncomingEnvelope& opened = row.envelope.opened;
        const bool goes = losses_.goes(row.envelope);
        const std::string_view reason = goes && losses_.isNamed(opened)
                                            ? lost_.reason
                                            : std::string_view(errorName(ErrorCode::DependenciesMissing));
        for (std::size_t i = 0; i < opened.changes.size(); ++i) {
            const std::uint64_t seq = opened.firstSeq + i;
            if (goes) tables_.tray.addRejected(space_.key, reason, lost_.at, opened.changes[i]);
            Result<merge::Change> change = decodeChange(opened.actor, seq, opened.changes[i]);
            if (!change) continue;
            const auto known = [&](const OperationId& named) { return holdsAhead(tables_, space_, named); };
            (void)takeOutInvalid(*change, opened.ownRecordsOf, known);
            if (goes) {
                giveUp(*change);
                gone_.insert({opened.actor, seq});
            }
            all_.push_back(*std::move(change));
        }
        if (goes)
            dropped_.push_back({opened.actor, opened.firstSeq});
        else
            tables_.carried.moveAfter(space_.key, row.arrival, kept_.size());
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

    [[nodiscard]] bool isOurs(const OperationId& id) const { return id.actor == newActor_; }
    [[nodiscard]] bool holdsOurs(std::span<merge::RecordOperations*> targets) const {
        return std::any_of(targets.begin(), targets.end(), [&](const merge::RecordOperations* target) {
            if (target->operations.empty()) return false;
            const ActorId& actor = target->operations.front().id.actor;
            return actor == newActor_ || actor == oldActor_;
        });
    }
    [[nodiscard]] bool isGone(const OperationId& id) const { return gone_.contains({id.actor, id.seq}); }

    void rebuild(std::span<merge::RecordOperations*> targets) {
        const merge::RecordOperations& first = *targets.front();
        OpenRecord open = tables_.records.open(space_.key, first.record, first.kind, clamped_);
        const auto base = open.stored() ? tables_.records.base(open.row) : std::nullopt;
        if (!base && !holdsOurs(targets)) return;  // by hand, and not taken for valid when it came
        if (!base) throwDamaged("a pending change without its record");
        tables_.history.forgetAfter(open.row, oldActor_, space_.row.ackedSeq);
        const Bytes before = bodyWith(open.body, base->part);
        open.replace(packedRecord(first.record, first.kind, before));
        std::vector<merge::Superseded> superseded;
        std::uint64_t lastSeq = 0;
        bool ahead = false;
        for (const merge::RecordOperations* target : targets) {
            if (target->operations.empty()) continue;
            const OperationId& id = target->operations.front().id;
            if (isGone(id)) {
                if (id.actor != oldActor_) tables_.history.forgetAfter(open.row, id.actor, id.seq - 1);
                continue;
            }
            for (const merge::Operation& operation : target->operations)
                open.record().apply(operation, &superseded);
            if (isOurs(id)) lastSeq = id.seq;
            ahead = true;
        }
        if (!ahead && before.empty()) return tables_.records.remove(open);
        tables_.records.save(open, clamped_);
        if (ahead)
            tables_.records.setBase(open.row, lastSeq, merge::wholePart(before));
        else
            tables_.records.dropBase(open.row);
        if (!open.erased()) tables_.history.add(open.row, superseded);
    }

    Tables& tables_;
    SpaceState& space_;
    const Removal* removal_;
    const LostByHand& lost_;
    Losses losses_;
    ActorId oldActor_;
    ActorId newActor_;
    Renaming renaming_;
    merge::ClampedTime clamped_;
    std::deque<merge::Change> all_;  ///< what was ahead of the log, in the order in which it came to be here
    std::vector<merge::Change*> kept_;  ///< ours that stay
    std::set<std::pair<ActorId, std::uint64_t>> gone_;
    std::vector<std::pair<ActorId, std::uint64_t>> dropped_;
};

}  // namespace

void reauthor(Tables& tables, const SpaceId& id, const DeviceId& device, const Incarnation& incarnation,
              const Removal* removal, const LostByHand& lost) {
    SpaceState& space = tables.spaces.edit(id);
    const ActorId newActor = actorOf(device, incarnation);
    const std::uint64_t left = Reauthoring(tables, space, newActor, removal, lost).run();

    // From now on the old actor is like anybody's; the new one has named no head yet, that one included.
    tables.actors.setHead(space.key, {space.row.actor, device, space.row.ackedSeq, space.ackedContentId});
    tables.actors.forgetSent(space.key);
    tables.carried.forgetNamed(space.key);
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
