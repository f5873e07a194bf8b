// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <deque>

#include "merge/digest.h"
#include "sqlite/database.h"
#include "store/types.h"

namespace veldwijzer::store {

/// A space, and what only the store needs to know of it.
struct SpaceState {
    std::int64_t key = 0;  ///< the small number that the tables use
    SpaceRow row;
    Hash ackedContentId;        ///< of our newest acknowledged envelope; zero before the first
    merge::StateDigest digest;  ///< over the bases
    /// Our changes up to here need not be offered: `row.ackedSeq`, or less while a server that lost its
    /// memory is being given them again.
    std::uint64_t offeredSeq = 0;
    std::uint64_t commits = 0;
    bool dirty = false;

    [[nodiscard]] bool pending() const { return row.lastSeq > row.ackedSeq; }
};

/// The rows of `space`, in memory while nothing fails. Edits reach the table with `flush`, once a
/// transaction.
///
/// The number of commits stands in these rows, each counting some of them, because every transaction dirties
/// one anyway; their sum is the head.
class SpaceTable {
public:
    explicit SpaceTable(Database& db) : db_(db) {}

    /// In the order in which they were added. References live until `forget`.
    [[nodiscard]] const std::deque<SpaceState>& all() const;
    [[nodiscard]] const SpaceState* find(const SpaceId& id) const;
    /// To be changed. It must exist.
    SpaceState& edit(const SpaceId& id);
    void add(const SpaceRow& row);

    [[nodiscard]] std::uint64_t head() const;
    /// Counts the transaction that is about to commit.
    void countCommit();
    /// Counts on from `head` when that is more.
    void raiseHead(std::uint64_t head);
    void flush();
    /// After a rollback: what is in memory may never have been.
    void forget();

private:
    void load() const;
    void write(SpaceState& state);

    Database& db_;
    mutable bool loaded_ = false;
    mutable std::deque<SpaceState> spaces_;
    mutable SpaceState outside_;  ///< row 0
};

}  // namespace veldwijzer::store
