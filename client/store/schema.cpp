// SPDX-License-Identifier: EUPL-1.2
#include "store/schema.h"

#include <string>

namespace veldwijzer::store {
namespace {

constexpr const char* tables = R"sql(
-- Row 0 is no space: it counts the commits that touched none, and holds the version of the derived tables.
CREATE TABLE space(
    id INTEGER PRIMARY KEY,
    space BLOB NOT NULL UNIQUE,
    commits INTEGER NOT NULL DEFAULT 0,
    last_seq INTEGER NOT NULL DEFAULT 0,
    frozen_seq INTEGER NOT NULL DEFAULT 0,
    acked_seq INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0,
    head_position INTEGER NOT NULL DEFAULT 0,
    last_sync INTEGER NOT NULL DEFAULT 0,
    offered_seq INTEGER NOT NULL DEFAULT 0,
    type INTEGER NOT NULL DEFAULT 0,
    incarnation BLOB NOT NULL,
    actor BLOB NOT NULL,
    last_content BLOB NOT NULL,
    acked_content BLOB NOT NULL,
    chain BLOB NOT NULL,
    digest BLOB NOT NULL,
    name TEXT NOT NULL,
    problem TEXT NOT NULL);

CREATE TABLE kind(id INTEGER PRIMARY KEY, present INTEGER NOT NULL, name TEXT NOT NULL UNIQUE);

-- One row for each record of a space. `title` is null for what lists do not show.
CREATE TABLE record(
    id INTEGER PRIMARY KEY,
    space INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    conflicts INTEGER NOT NULL,
    record BLOB NOT NULL,
    title TEXT,
    body BLOB NOT NULL);
CREATE UNIQUE INDEX record_key ON record(record, space, kind);
CREATE INDEX record_conflicts ON record(conflicts) WHERE conflicts > 0;

-- Records with unacknowledged operations of ours: the state without them.
CREATE TABLE base(record INTEGER PRIMARY KEY, last_seq INTEGER NOT NULL, body BLOB NOT NULL);

CREATE TABLE listing(
    kind INTEGER NOT NULL,
    key TEXT NOT NULL,
    id BLOB NOT NULL,
    record INTEGER NOT NULL,
    conflict INTEGER NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY(kind, key, id, record)) WITHOUT ROWID;
CREATE TABLE facet(
    kind INTEGER NOT NULL,
    facet TEXT NOT NULL,
    code TEXT NOT NULL,
    record INTEGER NOT NULL,
    PRIMARY KEY(kind, facet, code, record)) WITHOUT ROWID;

-- Operations that stopped counting, and which one ended them.
CREATE TABLE history(
    record INTEGER NOT NULL,
    actor BLOB NOT NULL,
    seq INTEGER NOT NULL,
    position INTEGER NOT NULL,
    by_actor BLOB NOT NULL,
    by_seq INTEGER NOT NULL,
    by_position INTEGER NOT NULL,
    action INTEGER NOT NULL,
    wall INTEGER NOT NULL,
    field TEXT NOT NULL,
    value BLOB,
    PRIMARY KEY(record, actor, seq, position)) WITHOUT ROWID;

-- An envelope stays for a while after it was acknowledged, for a server that is restored from a backup.
CREATE TABLE outbox(space INTEGER NOT NULL, seq INTEGER NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY(space, seq)) WITHOUT ROWID;
CREATE TABLE outgoing(
    space INTEGER NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    content BLOB NOT NULL,
    batch BLOB NOT NULL,
    envelope BLOB NOT NULL,
    PRIMARY KEY(space, first_seq)) WITHOUT ROWID;

-- Other actors, and earlier ones of ours. `sent`: up to where an envelope of ours named them.
CREATE TABLE actor(
    space INTEGER NOT NULL,
    actor BLOB NOT NULL,
    seq INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    device BLOB NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY(space, actor)) WITHOUT ROWID;
CREATE TABLE chain(space INTEGER NOT NULL, position INTEGER NOT NULL, hash BLOB NOT NULL,
    PRIMARY KEY(space, position)) WITHOUT ROWID;
CREATE TABLE clamp(space INTEGER NOT NULL, actor BLOB NOT NULL, seq INTEGER NOT NULL, wall INTEGER NOT NULL,
    PRIMARY KEY(space, actor, seq)) WITHOUT ROWID;

-- Numbers that people and the engine hold on to are never used twice.
CREATE TABLE tray(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    space INTEGER NOT NULL,
    at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    body BLOB NOT NULL);
CREATE TABLE quarantine(
    space INTEGER NOT NULL,
    actor BLOB NOT NULL,
    seq INTEGER NOT NULL,
    reason TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY(space, actor, seq)) WITHOUT ROWID;

CREATE TABLE setting(key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE roster(id INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE roster_queue(id INTEGER PRIMARY KEY AUTOINCREMENT, body BLOB NOT NULL);

INSERT INTO space(id, space, type, incarnation, actor, last_content, acked_content, chain, digest, name, problem)
    VALUES (0, x'', 0, x'', x'', x'', x'', x'', x'', '', '');
)sql";

// Rows of `record` that changed since the search index read them; see ChangedRows.
constexpr const char* tablesOfVersion2 =
    "CREATE TABLE changed(record INTEGER PRIMARY KEY, gone INTEGER NOT NULL)";

// Edits of a few fields are kept beside the record's body: the fields as they are now (merge/record_part.h),
// until they are much of the record and the body is written anew. A base tells only what differs from the
// record as it is now.
constexpr const char* tablesOfVersion3 =
    "CREATE TABLE edited(record INTEGER PRIMARY KEY, part BLOB NOT NULL);"
    "UPDATE base SET body = CAST(x'00' || body AS BLOB)";

// Where envelopes stand in the logs of the programme and of participation; see PlaceTable. What an older
// program read is not in it: it knew nothing that the order decides.
constexpr const char* tablesOfVersion4 =
    "CREATE TABLE IF NOT EXISTS place(space INTEGER NOT NULL, actor BLOB NOT NULL, last_seq INTEGER NOT NULL,"
    " position INTEGER NOT NULL, PRIMARY KEY(space, actor, last_seq)) WITHOUT ROWID";

// Changes of others that came by hand; see CarriedTable.
constexpr const char* tablesOfVersion5 = R"sql(
CREATE TABLE carried(
    arrival INTEGER PRIMARY KEY AUTOINCREMENT,
    space INTEGER NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    after_seq INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    offered INTEGER NOT NULL,
    named INTEGER NOT NULL,
    actor BLOB NOT NULL,
    device BLOB NOT NULL,
    member BLOB,
    content BLOB NOT NULL,
    dependencies BLOB NOT NULL,
    envelope BLOB NOT NULL);
CREATE UNIQUE INDEX carried_key ON carried(space, actor, first_seq);
CREATE TABLE carried_change(space INTEGER NOT NULL, actor BLOB NOT NULL, seq INTEGER NOT NULL,
    body BLOB NOT NULL, PRIMARY KEY(space, actor, seq)) WITHOUT ROWID;
CREATE TABLE carried_record(space INTEGER NOT NULL, record BLOB NOT NULL, actor BLOB NOT NULL,
    seq INTEGER NOT NULL, PRIMARY KEY(space, record, actor, seq)) WITHOUT ROWID;
)sql";

std::int64_t versionOf(Database& db) {
    Statement statement = db.prepare("PRAGMA user_version");
    return statement.step() ? statement.integer(0) : 0;
}

}  // namespace

Result<void> makeSchema(Database& db) {
    const std::int64_t version = versionOf(db);
    if (version > schemaVersion)
        return fail(ErrorCode::UnsupportedVersion,
                    "a newer version of the program made this vault. Nothing was changed; please update");
    if (version == schemaVersion) return {};
    Transaction transaction(db);
    if (version < 1) db.execute(tables);
    if (version < 2) db.execute(tablesOfVersion2);
    if (version < 3) db.execute(tablesOfVersion3);
    if (version < 4) db.execute(tablesOfVersion4);
    db.execute(tablesOfVersion5);
    db.execute(("PRAGMA user_version = " + std::to_string(schemaVersion)).c_str());
    transaction.commit();
    return {};
}

}  // namespace veldwijzer::store
