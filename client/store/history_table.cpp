// SPDX-License-Identifier: EUPL-1.2
#include "store/history_table.h"

#include "store/change_codec.h"
#include "store/columns.h"

namespace veldwijzer::store {

void HistoryTable::add(std::int64_t row, const std::vector<merge::Superseded>& superseded) {
    for (const merge::Superseded& entry : superseded) {
        const merge::LiveOperation& ended = entry.operation;
        const Bytes value = ended.value ? encodeValue(*ended.value) : Bytes();
        Statement insert = db_.prepare(
            "INSERT OR REPLACE INTO history(record, actor, seq, position, by_actor, by_seq, by_position, "
            "action,"
            " wall, field, value) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.bind(1, row).bind(2, ended.id.actor.view()).bind(3, toColumn(ended.id.seq));
        insert.bind(4, std::int64_t{ended.id.index}).bind(5, entry.by.actor.view());
        insert.bind(6, toColumn(entry.by.seq)).bind(7, std::int64_t{entry.by.index});
        insert.bind(8, static_cast<std::int64_t>(ended.action)).bind(9, std::int64_t{ended.wallMs});
        insert.bind(10, std::string_view(entry.field));
        if (ended.value) insert.bind(11, value);
        insert.run();
    }
}

std::vector<HistoryEntry> HistoryTable::of(std::int64_t row) const {
    std::vector<HistoryEntry> entries;
    Statement rows = db_.prepare(
        "SELECT actor, seq, position, by_actor, by_seq, by_position, action, wall, field, value"
        " FROM history WHERE record = ?");
    rows.bind(1, row);
    while (rows.step()) {
        HistoryEntry& entry = entries.emplace_back();
        entry.operation.id = {idAt<ActorId>(rows, 0), numberAt(rows, 1),
                              static_cast<std::uint32_t>(rows.integer(2))};
        entry.replacedBy = merge::OperationId{idAt<ActorId>(rows, 3), numberAt(rows, 4),
                                              static_cast<std::uint32_t>(rows.integer(5))};
        entry.operation.action = static_cast<merge::Action>(rows.integer(6));
        entry.operation.wallMs = rows.integer(7);
        entry.field = rows.text(8);
        if (!rows.isNull(9)) {
            entry.operation.value = decodeValue(rows.blob(9));
            if (!entry.operation.value) throwDamaged("a value of the history");
        }
    }
    return entries;
}

void HistoryTable::forgetAfter(std::int64_t row, const ActorId& actor, std::uint64_t seq) {
    db_.prepare(
           "DELETE FROM history WHERE record = ?1 AND ((actor = ?2 AND seq > ?3) OR"
           " (by_actor = ?2 AND by_seq > ?3))")
        .bind(1, row)
        .bind(2, actor.view())
        .bind(3, toColumn(seq))
        .run();
}

void HistoryTable::erase(std::int64_t row) {
    db_.prepare("DELETE FROM history WHERE record = ?").bind(1, row).run();
}

}  // namespace veldwijzer::store
