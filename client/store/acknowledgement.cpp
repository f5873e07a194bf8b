// SPDX-License-Identifier: EUPL-1.2
#include "store/acknowledgement.h"

#include <limits>

#include "store/change_codec.h"
#include "store/columns.h"
#include "store/operation_groups.h"

namespace veldwijzer::store {
namespace {

class Acknowledgement {
public:
    Acknowledgement(Tables& tables, SpaceState& space, std::uint64_t lastSeq)
        : tables_(tables), space_(space), lastSeq_(lastSeq), before_(tables.clamps.of(space.key)) {}

    void apply(WallMs serverTimeMs) {
        read();
        for (const merge::Change& change : changes_) {
            const bool clamped =
                tables_.clamps.note(space_.key, change.actor, change.seq, change.wallMs, serverTimeMs);
            clampedNow_ = clamped || clampedNow_;
        }
        after_ = tables_.clamps.of(space_.key);
        OperationGroups groups;
        for (merge::Change& change : changes_)
            groups.add(change);
        groups.forEach([this](std::span<merge::RecordOperations*> targets) { move(targets); });
    }

private:
    void read() {
        constexpr auto most = std::numeric_limits<std::size_t>::max();
        for (const PendingChange& pending :
             tables_.outbox.changes(space_.key, space_.row.ackedSeq, lastSeq_, most, most)) {
            Result<merge::Change> change = decodeChange(space_.row.actor, pending.seq, pending.change);
            if (!change) throwDamaged("a change of its own");
            changes_.push_back(*std::move(change));
        }
    }

    void move(std::span<merge::RecordOperations*> targets) {
        const merge::RecordOperations& first = *targets.front();
        const auto row = tables_.records.rowOf(space_.key, first.record, first.kind);
        const auto base = row ? tables_.records.base(*row) : std::nullopt;
        if (!base) return;  // an earlier part of this acknowledgement settled it
        if (base->lastSeq <= lastSeq_)
            settle(*row, first, *base);
        else
            advance(*row, targets, *base);
        if (clampedNow_) relist(first);
    }

    /// Nothing of ours is pending on it any more: the base has caught up with what is shown.
    void settle(std::int64_t row, const merge::RecordOperations& target, const BaseState& base) {
        const Bytes body = tables_.records.body(row);
        exchange(target, base.body, body);
        tables_.records.dropBase(row);
        const OpenRecord open = tables_.records.open(space_.key, target.record, target.kind, after_);
        if (open.record.erased()) tables_.purge(open);
    }

    /// Later changes of ours still wait: only these go into the base.
    void advance(std::int64_t row, std::span<merge::RecordOperations*> targets, const BaseState& base) {
        const merge::RecordOperations& first = *targets.front();
        merge::Record record = decodeRecord(first.record, first.kind, base.body);
        for (const merge::RecordOperations* target : targets) {
            for (const merge::Operation& operation : target->operations)
                merge::apply(record, operation);
        }
        const Bytes body = merge::encode(record);
        exchange(first, base.body, body);
        tables_.records.setBase(row, base.lastSeq, body);
    }

    void exchange(const merge::RecordOperations& target, ByteView before, ByteView after) {
        if (!before.empty()) space_.digest.remove(target.record, target.kind, before);
        space_.digest.add(target.record, target.kind, after);
    }

    /// Our clock ran ahead: another of several values may be the one to show.
    void relist(const merge::RecordOperations& target) {
        OpenRecord open = tables_.records.open(space_.key, target.record, target.kind, before_);
        tables_.records.relist(open, after_);
    }

    Tables& tables_;
    SpaceState& space_;
    std::uint64_t lastSeq_;
    merge::ClampedTime before_;
    merge::ClampedTime after_;
    std::vector<merge::Change> changes_;
    bool clampedNow_ = false;
};

}  // namespace

void acknowledgeUpTo(Tables& tables, const SpaceId& id, std::uint64_t lastSeq, const Hash& contentId,
                     WallMs serverTimeMs) {
    SpaceState& space = tables.spaces.edit(id);
    if (lastSeq <= space.row.ackedSeq) return;
    Acknowledgement(tables, space, lastSeq).apply(serverTimeMs);
    tables.outbox.acknowledge(space.key, lastSeq);
    space.row.ackedSeq = lastSeq;
    space.offeredSeq = lastSeq;
    space.ackedContentId = contentId;
}

}  // namespace veldwijzer::store
