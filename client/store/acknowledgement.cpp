// SPDX-License-Identifier: EUPL-1.2
#include "store/acknowledgement.h"

#include <algorithm>
#include <limits>

#include "store/change_codec.h"
#include "store/columns.h"
#include "store/operation_groups.h"

namespace veldwijzer::store {
namespace {

class Acknowledgement {
public:
    Acknowledgement(Tables& tables, Workbench& bench, const SpaceState& space,
                    std::span<const AcknowledgedUpTo> envelopes)
        : tables_(tables),
          bench_(bench),
          space_(space),
          envelopes_(envelopes),
          lastSeq_(envelopes.back().lastSeq) {}

    void apply() {
        read();
        OperationGroups groups;
        for (merge::Change& change : changes_)
            groups.add(change);
        // On the bench before a clamp is noted: what is listed now was listed without it.
        groups.forEach(
            [this](std::span<merge::RecordOperations*> targets) { bench_.note(space_, *targets.front()); });
        bool clamped = false;
        for (const merge::Change& change : changes_) {
            const bool noted =
                tables_.clamps.note(space_.key, change.actor, change.seq, change.wallMs, timeOf(change.seq));
            clamped = clamped || noted;
        }
        groups.forEach([&](std::span<merge::RecordOperations*> targets) {
            bench_.acknowledge(space_, targets, lastSeq_, clamped);
        });
    }

private:
    [[nodiscard]] WallMs timeOf(std::uint64_t seq) const {
        const auto envelope =
            std::find_if(envelopes_.begin(), envelopes_.end(),
                         [&](const AcknowledgedUpTo& taken) { return seq <= taken.lastSeq; });
        return envelope->serverTimeMs;
    }

    void read() {
        constexpr auto most = std::numeric_limits<std::size_t>::max();
        const std::vector<PendingChange> pending =
            tables_.outbox.changes(space_.key, space_.row.ackedSeq, lastSeq_, most, most);
        changes_.resize(pending.size());
        constexpr std::size_t together = 64;
        const ActorId& actor = space_.row.actor;
        Pieces decoding(bench_.helpers(), (pending.size() + together - 1) / together, [&](std::size_t piece) {
            const std::size_t end = std::min(pending.size(), (piece + 1) * together);
            for (std::size_t i = piece * together; i < end; ++i) {
                Result<merge::Change> change = decodeChange(actor, pending[i].seq, pending[i].change);
                if (!change) throwDamaged("a change of its own");
                changes_[i] = *std::move(change);
            }
        });
        decoding.awaitAll();
    }

    Tables& tables_;
    Workbench& bench_;
    const SpaceState& space_;
    std::span<const AcknowledgedUpTo> envelopes_;
    std::uint64_t lastSeq_;
    std::vector<merge::Change> changes_;
};

}  // namespace

void acknowledgeEnvelopes(Tables& tables, Workbench& bench, const SpaceId& id,
                          std::span<const AcknowledgedUpTo> envelopes) {
    SpaceState& space = tables.spaces.edit(id);
    while (!envelopes.empty() && envelopes.front().lastSeq <= space.row.ackedSeq)
        envelopes = envelopes.subspan(1);
    if (envelopes.empty()) return;
    Acknowledgement(tables, bench, space, envelopes).apply();
    const AcknowledgedUpTo& last = envelopes.back();
    tables.outbox.acknowledge(space.key, last.lastSeq);
    space.row.ackedSeq = last.lastSeq;
    space.offeredSeq = last.lastSeq;
    space.ackedContentId = last.contentId;
}

}  // namespace veldwijzer::store
