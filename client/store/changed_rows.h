// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/ids.h"
#include "sqlite/database.h"

namespace veldwijzer::store {

/// Which rows of `record` differ from what the search index has read.
///
/// Rows past a mark count as changed without being written down: what is new costs a write nothing, so a
/// first sync or an import pays for no bookkeeping. A row up to the mark is written down when it changes, in
/// the transaction that changes it.
class ChangedRows {
public:
    explicit ChangedRows(Database& db) : db_(db) {}

    /// The record in this row was made or changed.
    void note(std::int64_t row);
    /// It was taken out of the table; another may come in its place.
    void noteGone(std::int64_t row, const RecordId& id);
    struct Row {
        std::int64_t row = 0;
        std::int64_t kind = 0;  ///< 0 when the record is gone
        RecordId id;
        std::uint64_t gone = 0;  ///< of a record that was taken out of this row: the first bytes of its id
    };
    /// Ascending, at most `limit`. Rows whose record is gone are among them; one may come twice.
    [[nodiscard]] std::vector<Row> list(std::size_t limit) const;
    /// At most `limit` are counted.
    [[nodiscard]] std::size_t count(std::size_t limit) const;
    /// The index has read all that `list` gives, up to and including this row.
    void settle(std::int64_t lastRow);
    /// The index starts over: every row is changed.
    void noteAll();

    /// After a rollback.
    void forget() { mark_.reset(); }

private:
    [[nodiscard]] std::int64_t mark() const;
    void setMark(std::int64_t mark);

    Database& db_;
    mutable std::optional<std::int64_t> mark_;  ///< the last row that was read once
};

}  // namespace veldwijzer::store
