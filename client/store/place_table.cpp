// SPDX-License-Identifier: EUPL-1.2
#include "store/place_table.h"

#include "store/columns.h"

namespace veldwijzer::store {

bool PlaceTable::keepsPlacesOf(std::uint32_t spaceType) {
    // The numbers of roster::SpaceType, which this room does not link.
    constexpr std::uint32_t programme = 3;
    constexpr std::uint32_t participation = 4;
    return spaceType == programme || spaceType == participation;
}

void PlaceTable::add(std::int64_t space, const ActorId& actor, std::uint64_t lastSeq,
                     std::uint64_t position) {
    db_.prepare("INSERT OR IGNORE INTO place(space, actor, last_seq, position) VALUES (?, ?, ?, ?)")
        .bind(1, space)
        .bind(2, actor.view())
        .bind(3, toColumn(lastSeq))
        .bind(4, toColumn(position))
        .run();
}

std::optional<std::uint64_t> PlaceTable::of(std::int64_t space, const ActorId& actor,
                                            std::uint64_t seq) const {
    Statement row = db_.prepare(
        "SELECT position FROM place WHERE space = ? AND actor = ? AND last_seq >= ? ORDER BY last_seq LIMIT "
        "1");
    row.bind(1, space).bind(2, actor.view()).bind(3, toColumn(seq));
    if (!row.step()) return std::nullopt;
    return numberAt(row, 0);
}

void PlaceTable::clear(std::int64_t space) {
    db_.prepare("DELETE FROM place WHERE space = ?").bind(1, space).run();
}

}  // namespace veldwijzer::store
