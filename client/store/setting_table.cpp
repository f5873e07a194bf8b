// SPDX-License-Identifier: EUPL-1.2
#include "store/setting_table.h"

#include "store/columns.h"

namespace veldwijzer::store {

std::optional<Bytes> SettingTable::get(std::string_view key) const {
    Statement row = db_.prepare("SELECT value FROM setting WHERE key = ?");
    row.bind(1, key);
    if (!row.step()) return std::nullopt;
    return toBytes(row.blob(0));
}

void SettingTable::set(std::string_view key, ByteView value) {
    db_.prepare("INSERT OR REPLACE INTO setting(key, value) VALUES (?, ?)").bind(1, key).bind(2, value).run();
}

std::vector<Bytes> RosterTable::entries() const {
    std::vector<Bytes> entries;
    Statement rows = db_.prepare("SELECT body FROM roster ORDER BY id");
    while (rows.step())
        entries.push_back(toBytes(rows.blob(0)));
    return entries;
}

void RosterTable::append(ByteView entry) {
    db_.prepare("INSERT INTO roster(body) VALUES (?)").bind(1, entry).run();
}

void RosterTable::queue(ByteView entry) {
    db_.prepare("INSERT INTO roster_queue(body) VALUES (?)").bind(1, entry).run();
}

std::vector<std::pair<std::int64_t, Bytes>> RosterTable::queued() const {
    std::vector<std::pair<std::int64_t, Bytes>> entries;
    Statement rows = db_.prepare("SELECT id, body FROM roster_queue ORDER BY id");
    while (rows.step())
        entries.emplace_back(rows.integer(0), toBytes(rows.blob(1)));
    return entries;
}

void RosterTable::requeue(std::int64_t id, ByteView entry) {
    db_.prepare("UPDATE roster_queue SET body = ?2 WHERE id = ?1").bind(1, id).bind(2, entry).run();
}

void RosterTable::drop(std::int64_t id) {
    db_.prepare("DELETE FROM roster_queue WHERE id = ?").bind(1, id).run();
}

}  // namespace veldwijzer::store
