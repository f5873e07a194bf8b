// SPDX-License-Identifier: EUPL-1.2
#include "store/changed_rows.h"

#include <cstring>

#include "store/columns.h"

namespace veldwijzer::store {
namespace {

// No row of `record` is 0: there stands the mark.
constexpr std::string_view markSql = "SELECT gone FROM changed WHERE record = 0";
constexpr std::string_view listSql =
    "SELECT c.record, r.kind, r.record, c.gone FROM changed AS c LEFT JOIN record AS r ON r.id = c.record"
    " WHERE c.record > 0 UNION ALL SELECT id, kind, record, 0 FROM record WHERE id > ? ORDER BY 1 LIMIT ?";

}  // namespace

std::int64_t ChangedRows::mark() const {
    if (!mark_) {
        Statement row = db_.prepare(markSql);
        mark_ = row.step() ? row.integer(0) : 0;
    }
    return *mark_;
}

void ChangedRows::setMark(std::int64_t mark) {
    db_.prepare("INSERT OR REPLACE INTO changed(record, gone) VALUES (0, ?)").bind(1, mark).run();
    mark_ = mark;
}

void ChangedRows::note(std::int64_t row) {
    if (row > mark()) return;
    db_.prepare("INSERT OR IGNORE INTO changed(record, gone) VALUES (?, 0)").bind(1, row).run();
}

void ChangedRows::noteGone(std::int64_t row, const RecordId& id) {
    std::uint64_t key = 0;
    std::memcpy(&key, id.view().data(), sizeof key);
    // Past the mark too: what was made of other records may have read this one already.
    db_.prepare("INSERT OR REPLACE INTO changed(record, gone) VALUES (?, ?)")
        .bind(1, row)
        .bind(2, toColumn(key))
        .run();
}

std::vector<ChangedRows::Row> ChangedRows::list(std::size_t limit) const {
    std::vector<Row> rows;
    Statement changed = db_.prepare(listSql);
    changed.bind(1, mark()).bind(2, toColumn(limit));
    while (changed.step())
        rows.push_back(
            {changed.integer(0), changed.integer(1), idAt<RecordId>(changed, 2), numberAt(changed, 3)});
    return rows;
}

std::size_t ChangedRows::count(std::size_t limit) const {
    Statement changed = db_.prepare(listSql);
    changed.bind(1, mark()).bind(2, toColumn(limit));
    std::size_t count = 0;
    while (changed.step())
        ++count;
    return count;
}

void ChangedRows::settle(std::int64_t lastRow) {
    db_.prepare("DELETE FROM changed WHERE record > 0 AND record <= ?").bind(1, lastRow).run();
    if (lastRow > mark()) setMark(lastRow);
}

void ChangedRows::noteAll() {
    db_.execute("DELETE FROM changed");
    mark_ = 0;
}

}  // namespace veldwijzer::store
