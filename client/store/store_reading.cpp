// SPDX-License-Identifier: EUPL-1.2
// What a store shows: each of these first brings the tables up to date with the workbench.
#include <tuple>

#include "domain/kinds.h"
#include "merge/conflicts.h"
#include "store/history_view.h"
#include "store/store_parts.h"

namespace veldwijzer::store {

// ---- reading

std::optional<StoredRecord> Store::find(const RecordId& id) const {
    parts_->transactions.flushBench();
    std::optional<StoredRecord> best;
    bool bestShown = false;
    for (const std::int64_t row : parts_->tables.records.rowsOf(id)) {
        ReadRecord open = *parts_->tables.records.read(row);
        // One id in two spaces or of two kinds is somebody's mistake; the one that lists show comes first,
        // then the least by space and kind: the same on every device, whatever numbers these have here.
        const bool shown = open.before.title.has_value();
        const SpaceId space = parts_->idOf(open.space);
        const auto later = [&] {
            if (shown != bestShown) return bestShown;
            return std::tie(best->space, best->record.kind) < std::tie(space, open.record.kind);
        };
        if (best && later()) continue;
        const auto visibility = merge::visibilityOf(open.record, domain::deletePolicyOf(open.record.kind));
        best = StoredRecord{space, std::move(open.record), visibility, parts_->tables.records.hasBase(row)};
        bestShown = shown;
    }
    return best;
}

ListResult Store::list(const ListQuery& query) const {
    parts_->transactions.flushBench();
    const auto kind = parts_->tables.kinds.find(query.kind);
    if (!kind) return {};
    return parts_->tables.listing.list(query, *kind, parts_->tables.kinds.present(*kind));
}

std::vector<std::pair<std::string, std::uint64_t>> Store::kinds() const {
    parts_->transactions.flushBench();
    return parts_->tables.kinds.all();
}

std::vector<HistoryEntry> Store::history(const RecordId& id) const {
    parts_->transactions.flushBench();
    return historyOf(parts_->tables, id);
}

std::vector<ConflictRow> Store::conflicts(std::size_t limit) const {
    parts_->transactions.flushBench();
    std::vector<ConflictRow> rows;
    for (const std::int64_t row : parts_->tables.records.inConflict(limit)) {
        const ReadRecord open = *parts_->tables.records.read(row);
        const merge::ClampedTime clamped = parts_->tables.clamps.of(open.space);
        const merge::DeletePolicy policy = domain::deletePolicyOf(open.record.kind);
        rows.push_back({parts_->idOf(open.space), open.record.id, open.record.kind,
                        open.before.title ? *open.before.title : domain::titleOf(open.record, clamped),
                        merge::conflictsOf(open.record, policy, clamped)});
    }
    return rows;
}

std::uint64_t Store::conflictCount() const {
    parts_->transactions.flushBench();
    return parts_->tables.records.conflictCount();
}

std::uint64_t Store::pendingCount() const {
    std::uint64_t count = 0;
    for (const SpaceState& space : parts_->tables.spaces.all())
        count += space.row.lastSeq - space.offeredSeq;
    return count;
}

std::vector<RecordId> Store::idsBetween(const RecordId& first, const RecordId& last,
                                        std::size_t limit) const {
    return parts_->tables.records.idsBetween(first, last, limit);
}

std::vector<RejectedChange> Store::rejected() const {
    std::vector<RejectedChange> changes;
    for (auto& [space, change] : parts_->tables.tray.rejected()) {
        change.space = parts_->idOf(space);
        changes.push_back(std::move(change));
    }
    return changes;
}

void Store::dismissRejected(std::int64_t id) {
    transact([&] { parts_->tables.tray.dismiss(id); });
}

std::uint64_t Store::quarantinedCount() const {
    return parts_->tables.tray.quarantinedCount();
}

std::optional<DeviceId> Store::deviceOf(const ActorId& actor) const {
    for (const SpaceState& space : parts_->tables.spaces.all()) {
        if (space.row.actor == actor) return parts_->device();
    }
    return parts_->tables.actors.device(actor);
}

std::optional<std::uint64_t> Store::logPositionOf(const SpaceId& space,
                                                  const merge::OperationId& operation) const {
    return parts_->tables.places.of(parts_->known(space).key, operation.actor, operation.seq);
}

merge::ClampedTime Store::clampedTime(const SpaceId& space) const {
    return parts_->tables.clamps.of(parts_->known(space).key);
}

// ---- for what is derived from records outside the store

std::vector<Store::ChangedRow> Store::changedRows(std::size_t limit) const {
    parts_->transactions.flushBench();
    std::vector<ChangedRow> rows;
    for (const ChangedRows::Row& row : parts_->tables.changed.list(limit))
        rows.push_back({row.row, row.id, row.kind == 0 ? "" : parts_->tables.kinds.name(row.kind), row.gone});
    return rows;
}

std::size_t Store::changedCount(std::size_t limit) const {
    parts_->transactions.flushBench();
    return parts_->tables.changed.count(limit);
}

void Store::settleChanged(std::int64_t lastRow) {
    transact([&] { parts_->tables.changed.settle(lastRow); });
}

void Store::unsettleAll() {
    transact([&] { parts_->tables.changed.noteAll(); });
}

std::optional<Store::RowRecord> Store::readRow(std::int64_t row) const {
    parts_->transactions.flushBench();
    std::optional<ReadRecord> open = parts_->tables.records.read(row);
    if (!open) return std::nullopt;
    return RowRecord{parts_->idOf(open->space), std::move(open->record),
                     parts_->tables.clamps.of(open->space), open->before.title.has_value()};
}

std::vector<std::int64_t> Store::rowsOf(const RecordId& id) const {
    parts_->transactions.flushBench();
    return parts_->tables.records.rowsOf(id);
}

Database& Store::database() {
    return parts_->ground.db;
}

Executor& Store::helpers() const {
    return parts_->ground.helpers;
}

}  // namespace veldwijzer::store
