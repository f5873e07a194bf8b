// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "base/ids.h"
#include "sqlite/database.h"

namespace veldwijzer::store {

/// The newest chain hashes of each space's log, by position: what a colleague says to have seen is held
/// against them, and a server that shows different logs to different people is found out.
class ChainTable {
public:
    explicit ChainTable(Database& db) : db_(db) {}

    void add(std::int64_t space, std::uint64_t position, const Hash& hash);
    [[nodiscard]] std::optional<Hash> at(std::int64_t space, std::uint64_t position) const;
    /// Drops those that are too far behind `position`.
    void trim(std::int64_t space, std::uint64_t position);
    void clear(std::int64_t space);

private:
    Database& db_;
};

}  // namespace veldwijzer::store
