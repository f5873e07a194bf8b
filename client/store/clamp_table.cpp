// SPDX-License-Identifier: EUPL-1.2
#include "store/clamp_table.h"

#include <algorithm>
#include <limits>

#include "base/limits.h"
#include "store/columns.h"

namespace veldwijzer::store {

std::shared_ptr<ClampTable::Clamps>& ClampTable::load(std::int64_t space) const {
    auto& clamps = spaces_[space];
    if (clamps != nullptr) return clamps;
    auto loaded = std::make_shared<Clamps>();
    Statement rows = db_.prepare("SELECT actor, seq, wall FROM clamp WHERE space = ?");
    rows.bind(1, space);
    while (rows.step())
        loaded->emplace(std::pair(idAt<ActorId>(rows, 0), numberAt(rows, 1)), rows.integer(2));
    clamps = std::move(loaded);
    return clamps;
}

bool ClampTable::note(std::int64_t space, const ActorId& actor, std::uint64_t seq, WallMs wallMs,
                      WallMs serverTimeMs) {
    // A server may say anything; a sum past the end of time would be no time at all.
    constexpr WallMs endOfTime = std::numeric_limits<WallMs>::max() - limits::clockAheadMs;
    const WallMs latest = std::min(serverTimeMs, endOfTime) + limits::clockAheadMs;
    if (wallMs <= latest) return false;
    db_.prepare("INSERT OR REPLACE INTO clamp(space, actor, seq, wall) VALUES (?, ?, ?, ?)")
        .bind(1, space)
        .bind(2, actor.view())
        .bind(3, toColumn(seq))
        .bind(4, latest)
        .run();
    auto& clamps = load(space);
    // Whoever asked for the clamps before goes on with those.
    if (clamps.use_count() > 1) clamps = std::make_shared<Clamps>(*clamps);
    (*clamps)[{actor, seq}] = latest;
    return true;
}

merge::ClampedTime ClampTable::of(std::int64_t space) const {
    const std::shared_ptr<const Clamps> clamps = load(space);
    if (clamps->empty()) return {};
    return [clamps](const merge::OperationId& id, WallMs wallMs) {
        const auto found = clamps->find({id.actor, id.seq});
        return found == clamps->end() ? wallMs : std::min(wallMs, found->second);
    };
}

}  // namespace veldwijzer::store
