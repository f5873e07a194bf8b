// SPDX-License-Identifier: EUPL-1.2
#include "store/history_view.h"

#include <algorithm>

namespace veldwijzer::store {
namespace {

void addLive(const std::vector<merge::LiveOperation>& operations, const std::string& field,
             std::vector<HistoryEntry>& entries) {
    for (const merge::LiveOperation& operation : operations) {
        entries.push_back({field, operation, true, std::nullopt});
        // What a delete had seen is for merging, not for reading.
        entries.back().operation.saw.clear();
    }
}

std::vector<HistoryEntry> historyOfRow(const Tables& tables, std::int64_t row) {
    const ReadRecord open = *tables.records.read(row);
    // An erase of ours that waits shows nothing any more, though the rows stay until it is acknowledged.
    std::vector<HistoryEntry> entries;
    if (!open.record.erased()) entries = tables.history.of(row);
    for (const merge::Field& field : open.record.fields)
        addLive(field.operations, field.name, entries);
    addLive(open.record.deletes, "", entries);
    addLive(open.record.erases, "", entries);

    const merge::ClampedTime clamped = tables.clamps.of(open.space);
    const auto timeOf = [&](const HistoryEntry& entry) {
        const WallMs wall = entry.operation.wallMs;
        return clamped ? clamped(entry.operation.id, wall) : wall;
    };
    std::sort(entries.begin(), entries.end(), [&](const HistoryEntry& a, const HistoryEntry& b) {
        const WallMs timeA = timeOf(a);
        const WallMs timeB = timeOf(b);
        return timeA != timeB ? timeA > timeB : a.operation.id > b.operation.id;
    });
    return entries;
}

}  // namespace

std::vector<HistoryEntry> historyOf(const Tables& tables, const RecordId& id) {
    std::vector<HistoryEntry> entries;
    for (const std::int64_t row : tables.records.rowsOf(id)) {
        std::vector<HistoryEntry> more = historyOfRow(tables, row);
        std::move(more.begin(), more.end(), std::back_inserter(entries));
    }
    return entries;
}

}  // namespace veldwijzer::store
