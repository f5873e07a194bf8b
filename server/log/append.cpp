// SPDX-License-Identifier: EUPL-1.2
#include "log/append.h"

#include "base/ensure.h"

namespace veldwijzer::server {
namespace {

struct SpaceRow {
    std::int64_t key = 0;
    std::uint64_t position = 0;
    Hash chain;
};

std::int64_t signedOf(std::uint64_t value) {
    return static_cast<std::int64_t>(value);
}
std::uint64_t unsignedOf(std::int64_t value) {
    return static_cast<std::uint64_t>(value);
}

Hash hashIn(ByteView blob) {
    const auto hash = Hash::from(blob);
    if (!hash) throw StorageError(ErrorCode::VaultDamaged, "a hash in the log has the wrong size");
    return *hash;
}

SpaceRow spaceRow(Database& db, const SpaceId& space) {
    {
        Statement row = db.prepare("SELECT key, position, chain FROM space WHERE id = ?1");
        row.bind(1, space.view());
        if (row.step()) return {row.integer(0), unsignedOf(row.integer(1)), hashIn(row.blob(2))};
    }
    const Hash zero;
    Statement insert = db.prepare("INSERT INTO space (id, position, chain) VALUES (?1, 0, ?2)");
    insert.bind(1, space.view()).bind(2, zero.view()).run();
    return {db.lastInsertRowid(), 0, zero};
}

bool dependenciesMet(Database& db, const wire::Header& header) {
    for (const wire::Dependency& dependency : header.dependencies)
        if (storedHead(db, header.space, dependency.actor).seq < dependency.seq) return false;
    return true;
}

/// A log that was restored or begun anew no longer holds what its authors had seen of it; put in all the
/// same, their changes would look to every reader like those of another log.
bool sawThisLog(Database& db, const wire::Header& header) {
    if (header.seenPosition == 0) return true;
    Statement row = db.prepare(
        "SELECT chain FROM entry WHERE space = (SELECT key FROM space WHERE id = ?1) AND position = ?2");
    row.bind(1, header.space.view()).bind(2, signedOf(header.seenPosition));
    return row.step() && hashIn(row.blob(0)) == header.seenHash;
}

Verdict judge(Database& db, const wire::Header& header, const ActorHead& head) {
    if (header.firstSeq > head.seq + 1) return Verdict::SequenceGap;
    if (header.firstSeq <= head.seq) return Verdict::SequenceFork;
    // The right number after another history: a clone of the device wrote the one that came first.
    if (header.previousContentId != head.contentId) return Verdict::SequenceFork;
    if (!dependenciesMet(db, header)) return Verdict::DependenciesMissing;
    if (!sawThisLog(db, header)) return Verdict::SeenElsewhere;
    return Verdict::Accepted;
}

void store(Database& db, const SpaceRow& space, const Candidate& candidate, const ActorId& actor,
           const wire::LogEntry& entry, const Hash& chain) {
    const wire::Header& header = candidate.header;
    const std::string bytes = candidate.envelope.SerializeAsString();
    Statement insert = db.prepare(
        "INSERT INTO entry (space, position, server_time_ms, actor, first_seq, content_id, chain, envelope) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    insert.bind(1, space.key)
        .bind(2, signedOf(entry.position()))
        .bind(3, entry.server_time_ms())
        .bind(4, actor.view())
        .bind(5, signedOf(header.firstSeq))
        .bind(6, header.contentId.view())
        .bind(7, chain.view())
        .bind(8, viewOf(bytes))
        .run();
    Statement head = db.prepare(
        "INSERT INTO actor (space, actor, device, last_seq, content_id) VALUES (?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT (space, actor) DO UPDATE SET last_seq = ?4, content_id = ?5");
    head.bind(1, space.key)
        .bind(2, actor.view())
        .bind(3, header.device.view())
        .bind(4, signedOf(header.lastSeq))
        .bind(5, header.contentId.view())
        .run();
    Statement position = db.prepare("UPDATE space SET position = ?2, chain = ?3 WHERE key = ?1");
    position.bind(1, space.key).bind(2, signedOf(entry.position())).bind(3, chain.view()).run();
}

}  // namespace

ActorHead storedHead(Database& db, const SpaceId& space, const ActorId& actor) {
    Statement row = db.prepare(
        "SELECT last_seq, content_id FROM actor "
        "WHERE space = (SELECT key FROM space WHERE id = ?1) AND actor = ?2");
    row.bind(1, space.view()).bind(2, actor.view());
    if (!row.step()) return {};
    return {unsignedOf(row.integer(0)), hashIn(row.blob(1))};
}

std::optional<AppendOutcome> findStored(Database& db, const SpaceId& space, const ActorId& actor,
                                        std::uint64_t firstSeq, const Hash& contentId) {
    AppendOutcome found;
    {
        Statement row = db.prepare(
            "SELECT position, server_time_ms, content_id FROM entry "
            "WHERE space = (SELECT key FROM space WHERE id = ?1) AND actor = ?2 AND first_seq = ?3");
        row.bind(1, space.view()).bind(2, actor.view()).bind(3, signedOf(firstSeq));
        if (!row.step() || hashIn(row.blob(2)) != contentId) return std::nullopt;
        found.position = unsignedOf(row.integer(0));
        found.serverTimeMs = row.integer(1);
    }
    found.verdict = Verdict::Duplicate;
    found.head = storedHead(db, space, actor);
    return found;
}

AppendOutcome appendOne(Database& db, const Candidate& candidate, WallMs now) {
    const wire::Header& header = candidate.header;
    ENSURE(header.firstSeq >= 1 && header.lastSeq >= header.firstSeq);
    const ActorId actor = header.actor();
    if (const auto found = findStored(db, header.space, actor, header.firstSeq, header.contentId))
        return *found;

    AppendOutcome outcome;
    outcome.head = storedHead(db, header.space, actor);
    outcome.verdict = judge(db, header, outcome.head);
    if (outcome.verdict != Verdict::Accepted) return outcome;

    const SpaceRow space = spaceRow(db, header.space);
    wire::LogEntry entry;
    entry.set_position(space.position + 1);
    entry.set_server_time_ms(now);
    *entry.mutable_envelope() = candidate.envelope;
    store(db, space, candidate, actor, entry, wire::nextLogHash(space.chain, entry));

    outcome.position = entry.position();
    outcome.serverTimeMs = now;
    outcome.head = {header.lastSeq, header.contentId};
    return outcome;
}

}  // namespace veldwijzer::server
