// SPDX-License-Identifier: EUPL-1.2
#include "store/chain_table.h"

#include "store/columns.h"
#include "store/schema.h"

namespace veldwijzer::store {

void ChainTable::add(std::int64_t space, std::uint64_t position, const Hash& hash) {
    db_.prepare("INSERT OR REPLACE INTO chain(space, position, hash) VALUES (?, ?, ?)")
        .bind(1, space)
        .bind(2, toColumn(position))
        .bind(3, hash.view())
        .run();
}

std::optional<Hash> ChainTable::at(std::int64_t space, std::uint64_t position) const {
    if (position == 0) return Hash{};
    Statement row = db_.prepare("SELECT hash FROM chain WHERE space = ? AND position = ?");
    row.bind(1, space).bind(2, toColumn(position));
    if (!row.step()) return std::nullopt;
    return idAt<Hash>(row, 0);
}

void ChainTable::trim(std::int64_t space, std::uint64_t position) {
    if (position <= chainPositionsKept) return;
    db_.prepare("DELETE FROM chain WHERE space = ? AND position <= ?")
        .bind(1, space)
        .bind(2, toColumn(position - chainPositionsKept))
        .run();
}

void ChainTable::clear(std::int64_t space) {
    db_.prepare("DELETE FROM chain WHERE space = ?").bind(1, space).run();
}

}  // namespace veldwijzer::store
