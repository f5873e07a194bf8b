// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/result.h"
#include "sqlite/database.h"

namespace veldwijzer::store {

/// Of the tables below; a program refuses a higher one.
inline constexpr std::int64_t schemaVersion = 5;
/// Of what is derived from records (titles, facets, conflicts, order). Raise it when domain's titles or
/// facets or the title key change: the store then derives everything again when it opens.
inline constexpr std::int64_t indexVersion = 1;

/// Chain hashes kept of each space, the newest: what an author may have seen longest ago and still be
/// checked.
inline constexpr std::uint64_t chainPositionsKept = 4096;
/// Bytes of acknowledged envelopes kept of each space, the newest: what a server restored from a backup of
/// some time ago can be given again as it was.
inline constexpr std::size_t archivedBytes = 8 * 1024 * 1024;
/// A bulk write makes a transaction durable after so many changes: few waits for the disk, a bounded log.
inline constexpr std::size_t changesPerBulkTransaction = 64;
/// Where a bulk write closes a change, by the estimate of its bytes: two fit in an envelope.
inline constexpr std::size_t bulkChangeBytes = 224 * 1024;

/// Makes the tables in an empty database, adds those that an older version lacked; nothing where they are
/// already. UnsupportedVersion when a newer
/// program made them. The caller holds no transaction.
///
/// How the tables are laid out, and why: an edit of one field dirties the leaf pages of `edited`, `base`,
/// `history`, `outbox` and `space`, one each, and nothing else; a thousand edits of as many records fill a
/// few pages of each, and leave the many that the records' bodies lie in alone. So kinds and spaces are small
/// numbers; the listing is a table of its own, touched only when a title or the conflict mark changes;
/// history lies by record; the commit counter sits in the rows of `space`. Long columns come last in a row,
/// so that short ones are read without them.
Result<void> makeSchema(Database& db);

}  // namespace veldwijzer::store
