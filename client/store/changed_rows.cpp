// SPDX-License-Identifier: EUPL-1.2
#include "store/changed_rows.h"

#include <algorithm>

#include "store/columns.h"

namespace veldwijzer::store {
namespace {

// No row of `record` is 0: there stands the mark.
constexpr std::string_view markSql = "SELECT mark FROM changed WHERE record = 0";
constexpr std::string_view listSql =
    "SELECT record FROM changed WHERE record > 0 UNION ALL SELECT id FROM record WHERE id > ?"
    " ORDER BY 1 LIMIT ?";

}  // namespace

std::int64_t ChangedRows::mark() const {
    if (!mark_) {
        Statement row = db_.prepare(markSql);
        mark_ = row.step() ? row.integer(0) : 0;
    }
    return *mark_;
}

void ChangedRows::setMark(std::int64_t mark) {
    db_.prepare("INSERT OR REPLACE INTO changed(record, mark) VALUES (0, ?)").bind(1, mark).run();
    mark_ = mark;
}

void ChangedRows::note(std::int64_t row) {
    if (row > mark()) return;
    db_.prepare("INSERT OR IGNORE INTO changed(record, mark) VALUES (?, 0)").bind(1, row).run();
}

std::vector<std::int64_t> ChangedRows::list(std::size_t limit) const {
    std::vector<std::int64_t> rows;
    Statement changed = db_.prepare(listSql);
    changed.bind(1, mark()).bind(2, toColumn(limit));
    while (changed.step())
        rows.push_back(changed.integer(0));
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

void ChangedRows::settle(std::span<const std::int64_t> rows) {
    if (rows.empty()) return;
    // In order, so everything up to the last of them is settled.
    db_.prepare("DELETE FROM changed WHERE record > 0 AND record <= ?").bind(1, rows.back()).run();
    if (rows.back() > mark()) setMark(rows.back());
}

void ChangedRows::noteAll() {
    db_.execute("DELETE FROM changed");
    mark_ = 0;
}

}  // namespace veldwijzer::store
