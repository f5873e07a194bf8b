// SPDX-License-Identifier: EUPL-1.2
#include "store/carried_table.h"

#include <algorithm>

#include "store/columns.h"

namespace veldwijzer::store {
namespace {

constexpr std::size_t numberSize = 8;

Bytes bytesOf(const std::vector<SeenHead>& heads) {
    Bytes bytes;
    for (const SeenHead& head : heads) {
        append(bytes, head.actor.view());
        for (unsigned shift = 0; shift < 64; shift += 8)
            bytes.push_back(static_cast<std::uint8_t>(head.seq >> shift));
    }
    return bytes;
}

std::vector<SeenHead> headsIn(ByteView bytes) {
    std::vector<SeenHead> heads;
    constexpr std::size_t size = ActorId::size + numberSize;
    if (bytes.size() % size != 0) throwDamaged("what a carried change builds on");
    for (; !bytes.empty(); bytes = bytes.subspan(size)) {
        SeenHead& head = heads.emplace_back();
        head.actor = *ActorId::from(bytes.first(ActorId::size));
        for (std::size_t i = 0; i < numberSize; ++i)
            head.seq |= static_cast<std::uint64_t>(bytes[ActorId::size + i]) << (8 * i);
    }
    return heads;
}

}  // namespace

bool CarriedTable::any(std::int64_t space) const {
    if (!known_) {
        known_.emplace();
        Statement rows = db_.prepare("SELECT DISTINCT space FROM carried");
        while (rows.step())
            known_->insert(rows.integer(0));
    }
    return known_->contains(space);
}

void CarriedTable::add(std::int64_t space, const CarriedEnvelope& envelope, std::uint64_t afterSeq) {
    const IncomingEnvelope& opened = envelope.opened;
    const Bytes dependencies = bytesOf(envelope.dependencies);
    Statement row = db_.prepare(
        "INSERT INTO carried(space, actor, first_seq, last_seq, after_seq, epoch, offered, named, device,"
        " member, content, dependencies, envelope) VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, ?)");
    row.bind(1, space).bind(2, opened.actor.view()).bind(3, toColumn(opened.firstSeq));
    row.bind(4, toColumn(opened.firstSeq + opened.changes.size() - 1)).bind(5, toColumn(afterSeq));
    row.bind(6, std::int64_t{envelope.epoch}).bind(7, opened.device.view());
    if (opened.ownRecordsOf) row.bind(8, opened.ownRecordsOf->view());
    row.bind(9, opened.contentId.view()).bind(10, dependencies).bind(11, envelope.envelope).run();
    for (std::size_t i = 0; i < opened.changes.size(); ++i)
        db_.prepare("INSERT INTO carried_change(space, actor, seq, body) VALUES (?, ?, ?, ?)")
            .bind(1, space)
            .bind(2, opened.actor.view())
            .bind(3, toColumn(opened.firstSeq + i))
            .bind(4, opened.changes[i])
            .run();
    (void)any(space);
    known_->insert(space);
}

void CarriedTable::touch(std::int64_t space, const RecordId& record, const ActorId& actor,
                         std::uint64_t seq) {
    db_.prepare("INSERT OR IGNORE INTO carried_record(space, record, actor, seq) VALUES (?, ?, ?, ?)")
        .bind(1, space)
        .bind(2, record.view())
        .bind(3, actor.view())
        .bind(4, toColumn(seq))
        .run();
}

bool CarriedTable::touches(std::int64_t space, const RecordId& record) const {
    if (!any(space)) return false;
    Statement row = db_.prepare("SELECT 1 FROM carried_record WHERE space = ? AND record = ? LIMIT 1");
    return row.bind(1, space).bind(2, record.view()).step();
}

std::optional<ActorHead> CarriedTable::head(std::int64_t space, const ActorId& actor) const {
    if (!any(space)) return std::nullopt;
    Statement row = db_.prepare(
        "SELECT device, last_seq, content FROM carried WHERE space = ? AND actor = ?"
        " ORDER BY first_seq DESC LIMIT 1");
    row.bind(1, space).bind(2, actor.view());
    if (!row.step()) return std::nullopt;
    return ActorHead{actor, idAt<DeviceId>(row, 0), numberAt(row, 1), idAt<Hash>(row, 2)};
}

std::optional<Hash> CarriedTable::contentOf(std::int64_t space, const ActorId& actor,
                                            std::uint64_t firstSeq) const {
    if (!any(space)) return std::nullopt;
    Statement row =
        db_.prepare("SELECT content FROM carried WHERE space = ? AND actor = ? AND first_seq = ?");
    row.bind(1, space).bind(2, actor.view()).bind(3, toColumn(firstSeq));
    if (!row.step()) return std::nullopt;
    return idAt<Hash>(row, 0);
}

std::vector<CarriedTable::Row> CarriedTable::all(std::int64_t space) const {
    std::vector<Row> found;
    if (!any(space)) return found;
    Statement rows = db_.prepare(
        "SELECT arrival, after_seq, offered, epoch, actor, first_seq, device, member, content, dependencies,"
        " envelope, last_seq FROM carried WHERE space = ? ORDER BY arrival");
    rows.bind(1, space);
    while (rows.step()) {
        Row& row = found.emplace_back();
        row.arrival = rows.integer(0);
        row.afterSeq = numberAt(rows, 1);
        row.offered = rows.integer(2) != 0;
        row.envelope.epoch = static_cast<std::uint32_t>(rows.integer(3));
        IncomingEnvelope& opened = row.envelope.opened;
        opened.actor = idAt<ActorId>(rows, 4);
        opened.firstSeq = numberAt(rows, 5);
        opened.device = idAt<DeviceId>(rows, 6);
        if (!rows.isNull(7)) opened.ownRecordsOf = idAt<MemberId>(rows, 7);
        opened.contentId = idAt<Hash>(rows, 8);
        row.envelope.dependencies = headsIn(rows.blob(9));
        row.envelope.envelope = toBytes(rows.blob(10));
        Statement changes = db_.prepare(
            "SELECT body FROM carried_change WHERE space = ? AND actor = ? AND seq BETWEEN ? AND ?"
            " ORDER BY seq");
        changes.bind(1, space).bind(2, opened.actor.view()).bind(3, toColumn(opened.firstSeq));
        changes.bind(4, rows.integer(11));
        while (changes.step())
            opened.changes.push_back(toBytes(changes.blob(0)));
        if (opened.changes.size() != numberAt(rows, 11) - opened.firstSeq + 1)
            throwDamaged("a change that came by hand");
    }
    return found;
}

std::uint64_t CarriedTable::count() const {
    Statement row = db_.prepare("SELECT count(*) FROM carried_change");
    return row.step() ? numberAt(row, 0) : 0;
}

void CarriedTable::drop(std::int64_t space, const ActorId& actor, std::uint64_t firstSeq) {
    std::int64_t last = 0;
    {
        Statement row =
            db_.prepare("SELECT last_seq FROM carried WHERE space = ? AND actor = ? AND first_seq = ?");
        row.bind(1, space).bind(2, actor.view()).bind(3, toColumn(firstSeq));
        if (!row.step()) return;
        last = row.integer(0);
    }
    for (const char* sql :
         {"DELETE FROM carried_record WHERE space = ? AND actor = ? AND seq BETWEEN ? AND ?",
          "DELETE FROM carried_change WHERE space = ? AND actor = ? AND seq BETWEEN ? AND ?",
          "DELETE FROM carried WHERE space = ? AND actor = ? AND first_seq BETWEEN ? AND ?"})
        db_.prepare(sql).bind(1, space).bind(2, actor.view()).bind(3, toColumn(firstSeq)).bind(4, last).run();
    known_.reset();
}

void CarriedTable::moveAfter(std::int64_t space, std::int64_t arrival, std::uint64_t afterSeq) {
    db_.prepare("UPDATE carried SET after_seq = ? WHERE space = ? AND arrival = ?")
        .bind(1, toColumn(afterSeq))
        .bind(2, space)
        .bind(3, arrival)
        .run();
}

std::vector<ActorHead> CarriedTable::unnamed(std::int64_t space, std::size_t limit) const {
    std::vector<ActorHead> heads;
    if (!any(space)) return heads;
    // Of each actor the newest row, which the maximum picks.
    Statement rows = db_.prepare(
        "SELECT actor, device, max(last_seq), content FROM carried WHERE space = ? AND named = 0"
        " GROUP BY actor ORDER BY actor LIMIT ?");
    rows.bind(1, space).bind(2, static_cast<std::int64_t>(limit));
    while (rows.step())
        heads.push_back(
            {idAt<ActorId>(rows, 0), idAt<DeviceId>(rows, 1), numberAt(rows, 2), idAt<Hash>(rows, 3)});
    return heads;
}

void CarriedTable::markNamed(std::int64_t space) {
    if (any(space)) db_.prepare("UPDATE carried SET named = 1 WHERE space = ?").bind(1, space).run();
}

void CarriedTable::forgetNamed(std::int64_t space) {
    if (any(space)) db_.prepare("UPDATE carried SET named = 0 WHERE space = ?").bind(1, space).run();
}

void CarriedTable::markOffered(std::int64_t space, const Hash& contentId) {
    db_.prepare("UPDATE carried SET offered = 1 WHERE space = ? AND content = ?")
        .bind(1, space)
        .bind(2, contentId.view())
        .run();
}

void CarriedTable::forgetOffered(std::int64_t space) {
    if (any(space)) db_.prepare("UPDATE carried SET offered = 0 WHERE space = ?").bind(1, space).run();
}

}  // namespace veldwijzer::store
