// SPDX-License-Identifier: EUPL-1.2
#include "store/record_table.h"

#include <algorithm>

#include "base/ensure.h"
#include "merge/record_part.h"
#include "store/columns.h"

namespace veldwijzer::store {

namespace {

/// The body is written anew when what is stored beside it is more than one part in so many of it.
constexpr std::size_t partsOfBody = 2;

// What lists show of a record depends on these fields; the rest may stay packed.
void loosenListed(merge::PackedRecord& record) {
    for (const std::string_view field : domain::listedFieldsOf(record.loose().kind))
        record.loosen(field);
}

/// Whether what was done to the record may show in lists in another way than as a conflict.
bool mayBeListedOtherwise(const merge::PackedRecord& record, const Listed& before) {
    if (!before.title || !record.loose().deletes.empty() || record.loose().erased()) return true;
    const auto& fields = domain::listedFieldsOf(record.loose().kind);
    return std::any_of(fields.begin(), fields.end(),
                       [&](std::string_view field) { return record.wasLoosened(field); });
}

Listed listedIn(merge::PackedRecord& record, const merge::ClampedTime& clamped) {
    loosenListed(record);
    return listedOf(record.loose(), clamped);
}

}  // namespace

merge::PackedRecord packedRecord(const RecordId& id, std::string_view kind, ByteView body) {
    if (body.empty()) return {id, kind};
    Result<merge::PackedRecord> record = merge::PackedRecord::of(id, kind, body);
    if (!record) throwDamaged("a record");
    return *std::move(record);
}

Bytes bodyWith(ByteView body, ByteView part) {
    Result<Bytes> bytes = merge::withPart(body, part);
    if (!bytes) throwDamaged("a part of a record");
    return *std::move(bytes);
}

std::vector<std::string> fieldsOf(ByteView part) {
    auto fields = merge::fieldsIn(part);
    if (!fields) throwDamaged("a part of a record");
    return *std::move(fields);
}

merge::PackedRecord& OpenRecord::record() {
    if (!record_) record_ = packedRecord(id, kindName, content_.empty() ? body : content_);
    return *record_;
}

void OpenRecord::adopt(Bytes&& content) {
    ENSURE(!stored() && !record_);
    content_ = std::move(content);
}

Bytes OpenRecord::encoded() {
    // The memory moves along, so the record looks into the same bytes as before.
    if (!content_.empty() && record().isUnchanged()) return std::move(content_);
    Bytes bytes;
    record().encodeInto(bytes);
    return bytes;
}

OpenRecord RecordTable::open(std::int64_t space, const RecordId& id, const std::string& kind,
                             const merge::ClampedTime& clamped) {
    OpenRecord open = fetch(space, id, kind, clamped);
    unfold(open);
    return open;
}

OpenRecord RecordTable::fetch(std::int64_t space, const RecordId& id, const std::string& kind,
                              const merge::ClampedTime& clamped) {
    OpenRecord open;
    open.space = space;
    open.id = id;
    open.kindName = kind;
    open.kind = kinds_.find(kind).value_or(0);
    open.clamped = clamped;
    if (open.kind == 0) return open;
    Statement row = db_.prepare(
        "SELECT r.id, conflicts, title, body, part FROM record AS r LEFT JOIN edited AS e ON e.record = r.id"
        " WHERE r.record = ? AND space = ? AND kind = ?");
    row.bind(1, id.view()).bind(2, space).bind(3, open.kind);
    if (!row.step()) return open;
    open.row = row.integer(0);
    open.before.conflicts = static_cast<std::uint32_t>(row.integer(1));
    if (!row.isNull(2)) open.before.title = std::string(row.text(2));
    open.body = toBytes(row.blob(3));
    if (!row.isNull(4)) open.folded_ = toBytes(row.blob(4));
    return open;
}

void RecordTable::unfold(OpenRecord& open) {
    if (open.folded_.empty()) return;
    open.body = bodyWith(open.body, open.folded_);
    open.beside = fieldsOf(open.folded_);
    open.folded_.clear();
}

std::optional<ReadRecord> RecordTable::read(std::int64_t rowid) const {
    Statement row = db_.prepare(
        "SELECT space, kind, r.record, title, body, conflicts, part FROM record AS r"
        " LEFT JOIN edited AS e ON e.record = r.id WHERE id = ?");
    row.bind(1, rowid);
    if (!row.step()) return std::nullopt;
    const Bytes edited = row.isNull(6) ? Bytes() : bodyWith(row.blob(4), row.blob(6));
    Result<merge::Record> record = merge::decode(idAt<RecordId>(row, 2), kinds_.name(row.integer(1)),
                                                 row.isNull(6) ? row.blob(4) : ByteView(edited));
    if (!record) throwDamaged("a record");
    ReadRecord read{rowid, row.integer(0), row.integer(1), *std::move(record), {}};
    read.before.conflicts = static_cast<std::uint32_t>(row.integer(5));
    if (!row.isNull(3)) read.before.title = std::string(row.text(3));
    return read;
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

void RecordTable::workOut(OpenRecord& open, const merge::ClampedTime& clamped) {
    ENSURE(!open.saved);
    open.saved = open.encoded();
    Saving& saving = open.saving.emplace();
    if (!open.stored()) {
        saving.after = listedIn(open.record(), clamped);
        return;
    }
    saving.differs = *open.saved != open.body;
    if (saving.differs && !open.replaced()) saving.part = partBeside(open, open.record().touchedFields());
    if (open.replaced() || mayBeListedOtherwise(open.record(), open.before)) {
        saving.before = listedBefore(open);
        saving.after = listedIn(open.record(), clamped);
    } else {
        // What lists show but the number of conflicts is as it was.
        saving.before = open.before;
        saving.after = {open.before.title, conflictsIn(open.record().loose(), clamped), {}};
    }
}

void RecordTable::save(OpenRecord& open, const merge::ClampedTime& clamped) {
    if (!open.saving) workOut(open, clamped);
    bytesWritten_ += open.saved->size();
    if (!open.stored()) return insert(open);
    if (open.saving->differs) {
        writeBody(open);
        changed_.note(open.row);
    }
    writeDerived({open.row, open.kind, open.id}, open.saving->before, open.saving->after);
}

/// What is stored beside the body as it stands, when these fields are all that differs and are little of it.
std::optional<Bytes> RecordTable::partBeside(OpenRecord& open, const std::vector<std::string>& fields) {
    const merge::PackedRecord& now = open.record();
    if (fields.empty() || now.isMoreThanFields()) return std::nullopt;
    std::vector<std::string> beside;
    std::set_union(fields.begin(), fields.end(), open.beside.begin(), open.beside.end(),
                   std::back_inserter(beside));
    Bytes part = merge::partOf(now, beside);
    if (part.size() * partsOfBody > open.saved->size()) return std::nullopt;
    return part;
}

void RecordTable::writeBody(const OpenRecord& open) {
    if (open.saving->part) {
        db_.prepare("INSERT OR REPLACE INTO edited(record, part) VALUES (?, ?)")
            .bind(1, open.row)
            .bind(2, *open.saving->part)
            .run();
        return;
    }
    db_.prepare("UPDATE record SET body = ? WHERE id = ?").bind(1, *open.saved).bind(2, open.row).run();
    if (!open.beside.empty()) dropEdited(open.row);
}

void RecordTable::dropEdited(std::int64_t row) {
    db_.prepare("DELETE FROM edited WHERE record = ?").bind(1, row).run();
}

void RecordTable::insert(OpenRecord& open) {
    if (open.kind == 0) open.kind = kinds_.intern(open.kindName);
    const Listed& after = open.saving->after;
    Statement row = db_.prepare(
        "INSERT INTO record(space, kind, conflicts, record, title, body) VALUES (?, ?, ?, ?, ?, ?)");
    row.bind(1, open.space).bind(2, open.kind).bind(3, std::int64_t{after.conflicts});
    row.bind(4, open.id.view());
    if (after.title) row.bind(5, std::string_view(*after.title));
    row.bind(6, *open.saved);
    row.run();
    open.row = db_.lastInsertRowid();
    changed_.note(open.row);
    writeListed({open.row, open.kind, open.id}, {}, after);
}

void RecordTable::relist(OpenRecord& open, const merge::ClampedTime& clamped) {
    changed_.note(open.row);
    derive(open, clamped);
}

void RecordTable::derive(OpenRecord& open, const merge::ClampedTime& clamped) {
    writeDerived({open.row, open.kind, open.id}, listedBefore(open), listedIn(open.record(), clamped));
}

/// The facets are not stored twice: the record as it was still tells them.
Listed RecordTable::listedBefore(const OpenRecord& open) {
    Listed before = open.before;
    if (!before.title) return before;
    merge::PackedRecord was = packedRecord(open.id, open.kindName, open.body);
    loosenListed(was);
    before.facets = domain::facetsOf(was.loose(), open.clamped);
    return before;
}

void RecordTable::writeDerived(const Place& place, const Listed& before, const Listed& after) {
    if (after == before) return;
    // Statements that name a column touch its indexes even when it stays the same.
    if (after.conflicts != before.conflicts)
        db_.prepare("UPDATE record SET conflicts = ? WHERE id = ?")
            .bind(1, std::int64_t{after.conflicts})
            .bind(2, place.row)
            .run();
    if (after.title != before.title) {
        Statement row = db_.prepare("UPDATE record SET title = ? WHERE id = ?");
        if (after.title) row.bind(1, std::string_view(*after.title));
        row.bind(2, place.row).run();
    }
    writeListed(place, before, after);
}

void RecordTable::writeListed(const Place& place, const Listed& before, const Listed& after) {
    listing_.update({place.kind, place.row, place.id}, before, after);
    const int difference = (after.title ? 1 : 0) - (before.title ? 1 : 0);
    if (difference != 0) kinds_.count(place.kind, difference);
}

void RecordTable::remove(const OpenRecord& open) {
    writeListed({open.row, open.kind, open.id}, listedBefore(open), {});
    dropBase(open.row);
    dropEdited(open.row);
    db_.prepare("DELETE FROM record WHERE id = ?").bind(1, open.row).run();
    changed_.noteGone(open.row, open.id);
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

void RecordTable::setBase(std::int64_t row, std::uint64_t lastSeq, ByteView part) {
    db_.prepare("INSERT OR REPLACE INTO base(record, last_seq, body) VALUES (?, ?, ?)")
        .bind(1, row)
        .bind(2, toColumn(lastSeq))
        .bind(3, part)
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

void RecordTable::forEachCounted(std::int64_t space, const VisitCounted& visit) const {
    Statement rows = db_.prepare(
        "SELECT r.record, r.kind, r.body, e.part, b.body FROM record AS r"
        " LEFT JOIN edited AS e ON e.record = r.id LEFT JOIN base AS b ON b.record = r.id WHERE space = ?");
    rows.bind(1, space);
    while (rows.step()) {
        Bytes body = toBytes(rows.blob(2));
        for (const int part : {3, 4})
            if (!rows.isNull(part)) body = bodyWith(body, rows.blob(part));
        visit(idAt<RecordId>(rows, 0), kinds_.name(rows.integer(1)), body);
    }
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
        const ReadRecord record = *read(next);
        writeDerived({record.row, record.kind, record.record.id}, record.before,
                     listedOf(record.record, clamped(record.space)));
        last = next;
    }
}

}  // namespace veldwijzer::store
