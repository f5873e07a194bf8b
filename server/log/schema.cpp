// SPDX-License-Identifier: EUPL-1.2
#include "log/schema.h"

namespace veldwijzer::server {
namespace {

constexpr std::int64_t schemaVersion = 1;

// Every table of the spaces is keyed by space first: it can be distributed over machines without a change.
// `chain` is the chain hash after the row; `position` in `space` is where the next one is allotted from.
constexpr const char* schema = R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE roster (position INTEGER PRIMARY KEY, entry BLOB NOT NULL);
CREATE TABLE space (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    chain BLOB NOT NULL
);
CREATE TABLE entry (
    space INTEGER NOT NULL REFERENCES space (key),
    position INTEGER NOT NULL,
    server_time_ms INTEGER NOT NULL,
    actor BLOB NOT NULL,
    first_seq INTEGER NOT NULL,
    content_id BLOB NOT NULL,
    chain BLOB NOT NULL,
    envelope BLOB NOT NULL,
    UNIQUE (space, position),
    UNIQUE (space, actor, first_seq)
);
CREATE TABLE actor (
    space INTEGER NOT NULL REFERENCES space (key),
    actor BLOB NOT NULL,
    device BLOB NOT NULL,
    last_seq INTEGER NOT NULL,
    content_id BLOB NOT NULL,
    PRIMARY KEY (space, actor)
) WITHOUT ROWID;
PRAGMA user_version = 1;
)sql";

std::int64_t userVersion(Database& db) {
    Statement version = db.prepare("PRAGMA user_version");
    return version.step() ? version.integer(0) : 0;
}

}  // namespace

void prepareSchema(Database& db) {
    Transaction transaction(db);
    const std::int64_t version = userVersion(db);
    if (version > schemaVersion)
        throw StorageError(ErrorCode::UnsupportedVersion,
                           "the log was made by a newer veldwijzer-server (format " +
                               std::to_string(version) + "); nothing was changed; install that version");
    if (version == 0) db.execute(schema);
    transaction.commit();
}

}  // namespace veldwijzer::server
