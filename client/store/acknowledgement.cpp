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
    Acknowledgement(Tables& tables, Workbench& bench, const SpaceState& space, std::uint64_t lastSeq)
        : tables_(tables), bench_(bench), space_(space), lastSeq_(lastSeq) {}

    void apply(WallMs serverTimeMs) {
        read();
        OperationGroups groups;
        for (merge::Change& change : changes_)
            groups.add(change);
        // On the bench before a clamp is noted: what is listed now was listed without it.
        groups.forEach(
            [this](std::span<merge::RecordOperations*> targets) { bench_.item(space_, *targets.front()); });
        bool clamped = false;
        for (const merge::Change& change : changes_) {
            const bool noted =
                tables_.clamps.note(space_.key, change.actor, change.seq, change.wallMs, serverTimeMs);
            clamped = clamped || noted;
        }
        groups.forEach([&](std::span<merge::RecordOperations*> targets) {
            bench_.acknowledge(space_, targets, lastSeq_, clamped);
        });
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

    Tables& tables_;
    Workbench& bench_;
    const SpaceState& space_;
    std::uint64_t lastSeq_;
    std::vector<merge::Change> changes_;
};

}  // namespace

void acknowledgeUpTo(Tables& tables, Workbench& bench, const SpaceId& id, std::uint64_t lastSeq,
                     const Hash& contentId, WallMs serverTimeMs) {
    SpaceState& space = tables.spaces.edit(id);
    if (lastSeq <= space.row.ackedSeq) return;
    Acknowledgement(tables, bench, space, lastSeq).apply(serverTimeMs);
    tables.outbox.acknowledge(space.key, lastSeq);
    space.row.ackedSeq = lastSeq;
    space.offeredSeq = lastSeq;
    space.ackedContentId = contentId;
}

}  // namespace veldwijzer::store
