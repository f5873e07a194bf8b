// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "merge/record.h"
#include "sqlite/database.h"
#include "store/types.h"

namespace veldwijzer::store {

/// Operations that stopped counting, by record. What still counts stands in the record itself.
class HistoryTable {
public:
    explicit HistoryTable(Database& db) : db_(db) {}

    /// An operation that is here already takes the newer account of what ended it: the one that the server
    /// has, where ours alone had ended it before.
    void add(std::int64_t row, const std::vector<merge::Superseded>& superseded);
    [[nodiscard]] std::vector<HistoryEntry> of(std::int64_t row) const;

    /// Takes out what operations of `actor` after `seq` made, and those operations themselves: they were
    /// taken back.
    void forgetAfter(std::int64_t row, const ActorId& actor, std::uint64_t seq);
    void erase(std::int64_t row);

private:
    Database& db_;
};

}  // namespace veldwijzer::store
