// SPDX-License-Identifier: EUPL-1.2
#include "store/record_table.h"

#include "store/columns.h"

namespace veldwijzer::store {

merge::Record decodeRecord(const RecordId& id, const std::string& kind, ByteView body) {
    if (body.empty()) {
        merge::Record record;
        record.id = id;
        record.kind = kind;
        return record;
    }
    Result<merge::Record> record = merge::decode(id, kind, body);
    if (!record) throwDamaged("a record");
    return *std::move(record);
}

OpenRecord RecordTable::open(std::int64_t space, const RecordId& id, const std::string& kind,
                             const merge::ClampedTime& clamped) {
    OpenRecord open;
    open.space = space;
    open.kind = kinds_.find(kind).value_or(0);
    if (open.kind != 0) {
        Statement row = db_.prepare(
            "SELECT id, conflicts, title, body FROM record WHERE record = ? AND space = ? AND kind = ?");
        row.bind(1, id.view()).bind(2, space).bind(3, open.kind);
        if (row.step()) {
            open.row = row.integer(0);
            open.before.conflicts = static_cast<std::uint32_t>(row.integer(1));
            if (!row.isNull(2)) open.before.title = std::string(row.text(2));
            open.body = toBytes(row.blob(3));
        }
    }
    open.record = decodeRecord(id, kind, open.body);
    // The facets are not stored twice: the record as it was still tells them.
    if (open.before.title) open.before.facets = domain::facetsOf(open.record, clamped);
    return open;
}

std::optional<OpenRecord> RecordTable::read(std::int64_t rowid) const {
    Statement row =
        db_.prepare("SELECT space, kind, record, title, body, conflicts FROM record WHERE id = ?");
    row.bind(1, rowid);
    if (!row.step()) return std::nullopt;
    OpenRecord open;
    open.row = rowid;
    open.space = row.integer(0);
    open.kind = row.integer(1);
    open.before.conflicts = static_cast<std::uint32_t>(row.integer(5));
    if (!row.isNull(3)) open.before.title = std::string(row.text(3));
    open.body = toBytes(row.blob(4));
    open.record = decodeRecord(idAt<RecordId>(row, 2), kinds_.name(open.kind), open.body);
    return open;
}

Bytes RecordTable::body(std::int64_t rowid) const {
    Statement row = db_.prepare("SELECT body FROM record WHERE id = ?");
    if (!row.bind(1, rowid).step()) throwDamaged("a base without its record");
    return toBytes(row.blob(0));
}

std::vector<RecordId> RecordTable::idsBetween(const RecordId& first, const RecordId& last,
                                              std::size_t limit) const {
    std::vector<RecordId> found;
    Statement rows = db_.prepare(
        "SELECT DISTINCT record FROM record WHERE record BETWEEN ? AND ? ORDER BY record LIMIT ?");
    rows.bind(1, first.view()).bind(2, last.view()).bind(3, static_cast<std::int64_t>(limit));
    while (rows.step())
        found.push_back(idAt<RecordId>(rows, 0));
    return found;
}

std::vector<std::int64_t> RecordTable::rowsOf(const RecordId& id) const {
    std::vector<std::int64_t> found;
    Statement rows = db_.prepare("SELECT id FROM record WHERE record = ? ORDER BY space, kind");
    rows.bind(1, id.view());
    while (rows.step())
        found.push_back(rows.integer(0));
    return found;
}

std::optional<std::int64_t> RecordTable::rowOf(std::int64_t space, const RecordId& id,
                                               const std::string& kind) const {
    const auto kindKey = kinds_.find(kind);
    if (!kindKey) return std::nullopt;
    Statement row = db_.prepare("SELECT id FROM record WHERE record = ? AND space = ? AND kind = ?");
    row.bind(1, id.view()).bind(2, space).bind(3, *kindKey);
    if (!row.step()) return std::nullopt;
    return row.integer(0);
}

void RecordTable::save(OpenRecord& open, const merge::ClampedTime& clamped) {
    merge::encodeInto(open.record, scratch_);
    if (!open.stored()) {
        open.body = scratch_;
        if (open.kind == 0) open.kind = kinds_.intern(open.record.kind);
        const Listed after = listedOf(open.record, clamped);
        insert(open, after);
        writeListed(open, after);
        open.before = after;
        return;
    }
    if (scratch_ != open.body) {
        open.body = scratch_;
        db_.prepare("UPDATE record SET body = ? WHERE id = ?").bind(1, open.body).bind(2, open.row).run();
        changed_.note(open.row);
    }
    writeDerived(open, clamped);
}

void RecordTable::insert(OpenRecord& open, const Listed& after) {
    Statement row = db_.prepare(
        "INSERT INTO record(space, kind, conflicts, record, title, body) VALUES (?, ?, ?, ?, ?, ?)");
    row.bind(1, open.space).bind(2, open.kind).bind(3, std::int64_t{after.conflicts});
    row.bind(4, open.record.id.view());
    if (after.title) row.bind(5, std::string_view(*after.title));
    row.bind(6, open.body);
    row.run();
    open.row = db_.lastInsertRowid();
    changed_.note(open.row);
}

void RecordTable::relist(OpenRecord& open, const merge::ClampedTime& clamped) {
    changed_.note(open.row);
    writeDerived(open, clamped);
}

void RecordTable::writeDerived(OpenRecord& open, const merge::ClampedTime& clamped) {
    Listed after = listedOf(open.record, clamped);
    if (after == open.before) return;
    // Statements that name a column touch its indexes even when it stays the same.
    if (after.conflicts != open.before.conflicts)
        db_.prepare("UPDATE record SET conflicts = ? WHERE id = ?")
            .bind(1, std::int64_t{after.conflicts})
            .bind(2, open.row)
            .run();
    if (after.title != open.before.title) {
        Statement row = db_.prepare("UPDATE record SET title = ? WHERE id = ?");
        if (after.title) row.bind(1, std::string_view(*after.title));
        row.bind(2, open.row).run();
    }
    writeListed(open, after);
    open.before = std::move(after);
}

void RecordTable::writeListed(const OpenRecord& open, const Listed& after) {
    listing_.update({open.kind, open.row, open.record.id}, open.before, after);
    const int difference = (after.title ? 1 : 0) - (open.before.title ? 1 : 0);
    if (difference != 0) kinds_.count(open.kind, difference);
}

void RecordTable::remove(const OpenRecord& open) {
    writeListed(open, {});
    dropBase(open.row);
    db_.prepare("DELETE FROM record WHERE id = ?").bind(1, open.row).run();
    changed_.noteGone(open.row, open.record.id);
}

std::optional<BaseState> RecordTable::base(std::int64_t row) const {
    Statement found = db_.prepare("SELECT last_seq, body FROM base WHERE record = ?");
    found.bind(1, row);
    if (!found.step()) return std::nullopt;
    return BaseState{numberAt(found, 0), toBytes(found.blob(1))};
}

bool RecordTable::hasBase(std::int64_t row) const {
    Statement found = db_.prepare("SELECT 1 FROM base WHERE record = ?");
    return found.bind(1, row).step();
}

void RecordTable::setBase(std::int64_t row, std::uint64_t lastSeq, ByteView body) {
    db_.prepare("INSERT OR REPLACE INTO base(record, last_seq, body) VALUES (?, ?, ?)")
        .bind(1, row)
        .bind(2, toColumn(lastSeq))
        .bind(3, body)
        .run();
}

void RecordTable::touchBase(std::int64_t row, std::uint64_t lastSeq) {
    db_.prepare("UPDATE base SET last_seq = ? WHERE record = ?")
        .bind(1, toColumn(lastSeq))
        .bind(2, row)
        .run();
}

void RecordTable::dropBase(std::int64_t row) {
    db_.prepare("DELETE FROM base WHERE record = ?").bind(1, row).run();
}

std::vector<std::int64_t> RecordTable::inConflict(std::size_t limit) const {
    std::vector<std::int64_t> found;
    Statement rows = db_.prepare("SELECT id FROM record WHERE conflicts > 0 ORDER BY id LIMIT ?");
    rows.bind(1, toColumn(limit));
    while (rows.step())
        found.push_back(rows.integer(0));
    return found;
}

std::uint64_t RecordTable::conflictCount() const {
    Statement sum = db_.prepare("SELECT coalesce(sum(conflicts), 0) FROM record WHERE conflicts > 0");
    return sum.step() ? numberAt(sum, 0) : 0;
}

void RecordTable::deriveAgain(const std::function<merge::ClampedTime(std::int64_t space)>& clamped) {
    db_.execute("DELETE FROM listing");
    db_.execute("DELETE FROM facet");
    db_.execute("UPDATE kind SET present = 0");
    db_.execute("UPDATE record SET conflicts = 0, title = NULL");
    kinds_.forget();
    changed_.noteAll();
    std::int64_t last = 0;
    for (;;) {
        std::int64_t next = 0;
        {
            Statement row = db_.prepare("SELECT id FROM record WHERE id > ? ORDER BY id LIMIT 1");
            if (!row.bind(1, last).step()) break;
            next = row.integer(0);
        }
        OpenRecord open = *read(next);
        writeDerived(open, clamped(open.space));
        last = next;
    }
}

}  // namespace veldwijzer::store
