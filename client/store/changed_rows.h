// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

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

    /// The record in this row was made, changed or taken away.
    void note(std::int64_t row);
    /// Ascending, at most `limit`. Rows whose record is gone are among them.
    [[nodiscard]] std::vector<std::int64_t> list(std::size_t limit) const;
    /// At most `limit` are counted.
    [[nodiscard]] std::size_t count(std::size_t limit) const;
    /// The index has read them: they must be the first of `list`.
    void settle(std::span<const std::int64_t> rows);
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
