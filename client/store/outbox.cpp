// SPDX-License-Identifier: EUPL-1.2
#include "store/outbox.h"

#include <limits>

#include "store/columns.h"
#include "store/schema.h"

namespace veldwijzer::store {

void Outbox::add(std::int64_t space, std::uint64_t seq, ByteView change) {
    db_.prepare("INSERT INTO outbox(space, seq, body) VALUES (?, ?, ?)")
        .bind(1, space)
        .bind(2, toColumn(seq))
        .bind(3, change)
        .run();
}

std::vector<PendingChange> Outbox::changes(std::int64_t space, std::uint64_t after, std::uint64_t last,
                                           std::size_t limit, std::size_t bytes) const {
    std::vector<PendingChange> found;
    std::size_t size = 0;
    Statement rows =
        db_.prepare("SELECT seq, body FROM outbox WHERE space = ? AND seq > ? AND seq <= ? ORDER BY seq");
    rows.bind(1, space).bind(2, toColumn(after)).bind(3, toColumn(last));
    while (found.size() < limit && rows.step()) {
        const ByteView body = rows.blob(1);
        if (!found.empty() && size + body.size() > bytes) break;
        size += body.size();
        found.push_back({numberAt(rows, 0), toBytes(body)});
    }
    return found;
}

std::vector<PendingChange> Outbox::all(std::int64_t space) const {
    constexpr auto most = std::numeric_limits<std::size_t>::max();
    return changes(space, 0, static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()), most,
                   most);
}

void Outbox::addEnvelope(std::int64_t space, const OutgoingEnvelope& envelope) {
    db_.prepare(
           "INSERT INTO outgoing(space, first_seq, last_seq, epoch, content, batch, envelope)"
           " VALUES (?, ?, ?, ?, ?, ?, ?)")
        .bind(1, space)
        .bind(2, toColumn(envelope.firstSeq))
        .bind(3, toColumn(envelope.lastSeq))
        .bind(4, std::int64_t{envelope.epoch})
        .bind(5, envelope.contentId.view())
        .bind(6, envelope.batch)
        .bind(7, envelope.envelope)
        .run();
}

bool Outbox::replaceSealed(std::int64_t space, const OutgoingEnvelope& envelope) {
    db_.prepare("UPDATE outgoing SET epoch = ?, envelope = ? WHERE space = ? AND content = ?")
        .bind(1, std::int64_t{envelope.epoch})
        .bind(2, envelope.envelope)
        .bind(3, space)
        .bind(4, envelope.contentId.view())
        .run();
    return db_.changes() > 0;
}

std::vector<OutgoingEnvelope> Outbox::envelopes(std::int64_t space, std::uint64_t seq, std::size_t limit,
                                                std::size_t bytes) const {
    std::vector<OutgoingEnvelope> found;
    std::size_t size = 0;
    Statement rows = db_.prepare(
        "SELECT first_seq, last_seq, epoch, content, batch, envelope FROM outgoing WHERE space = ?"
        " AND last_seq > ? ORDER BY first_seq");
    rows.bind(1, space).bind(2, toColumn(seq));
    while (found.size() < limit && size < bytes && rows.step()) {
        size += rows.blob(5).size();
        found.push_back({numberAt(rows, 0), numberAt(rows, 1), static_cast<std::uint32_t>(rows.integer(2)),
                         idAt<Hash>(rows, 3), toBytes(rows.blob(4)), toBytes(rows.blob(5))});
    }
    return found;
}

SealedAhead Outbox::sealedAhead(std::int64_t space, std::uint64_t seq, std::uint32_t epoch) const {
    Statement row = db_.prepare(
        "SELECT coalesce(sum(length(envelope)), 0), coalesce(max(epoch <> ?), 0) FROM outgoing"
        " WHERE space = ? AND last_seq > ?");
    row.bind(1, std::int64_t{epoch}).bind(2, space).bind(3, toColumn(seq));
    if (!row.step()) return {};
    return {static_cast<std::size_t>(row.integer(0)), row.integer(1) != 0};
}

std::optional<Outbox::Range> Outbox::find(std::int64_t space, const Hash& contentId) const {
    Statement row = db_.prepare("SELECT first_seq, last_seq FROM outgoing WHERE space = ? AND content = ?");
    row.bind(1, space).bind(2, contentId.view());
    if (!row.step()) return std::nullopt;
    return Range{numberAt(row, 0), numberAt(row, 1)};
}

void Outbox::acknowledge(std::int64_t space, std::uint64_t seq) {
    db_.prepare("DELETE FROM outbox WHERE space = ? AND seq <= ?")
        .bind(1, space)
        .bind(2, toColumn(seq))
        .run();
    std::size_t kept = 0;
    std::uint64_t tooOld = 0;
    {
        Statement rows = db_.prepare(
            "SELECT last_seq, length(batch) + length(envelope) FROM outgoing WHERE space = ? AND last_seq <= "
            "?"
            " ORDER BY first_seq DESC");
        rows.bind(1, space).bind(2, toColumn(seq));
        while (tooOld == 0 && rows.step()) {
            kept += static_cast<std::size_t>(rows.integer(1));
            if (kept > archivedBytes) tooOld = numberAt(rows, 0);
        }
    }
    if (tooOld > 0) dropArchive(space, tooOld);
}

std::optional<std::uint64_t> Outbox::firstHeld(std::int64_t space) const {
    Statement row = db_.prepare("SELECT first_seq FROM outgoing WHERE space = ? ORDER BY first_seq LIMIT 1");
    row.bind(1, space);
    if (!row.step()) return std::nullopt;
    return numberAt(row, 0);
}

void Outbox::markSealedForLostLog(std::int64_t space) {
    db_.prepare("UPDATE outgoing SET epoch = ? WHERE space = ?")
        .bind(1, std::int64_t{sealedForLostLog})
        .bind(2, space)
        .run();
}

void Outbox::dropArchive(std::int64_t space, std::uint64_t seq) {
    db_.prepare("DELETE FROM outgoing WHERE space = ? AND last_seq <= ?")
        .bind(1, space)
        .bind(2, toColumn(seq))
        .run();
}

void Outbox::clear(std::int64_t space) {
    for (const char* sql : {"DELETE FROM outbox WHERE space = ?", "DELETE FROM outgoing WHERE space = ?"})
        db_.prepare(sql).bind(1, space).run();
}

}  // namespace veldwijzer::store
