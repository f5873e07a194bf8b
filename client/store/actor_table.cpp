// SPDX-License-Identifier: EUPL-1.2
#include "store/actor_table.h"

#include "base/limits.h"
#include "store/columns.h"

namespace veldwijzer::store {
namespace {

constexpr auto mostNamed = static_cast<std::int64_t>(limits::dependenciesPerEnvelope);

}  // namespace

std::optional<ActorHead> ActorTable::head(std::int64_t space, const ActorId& actor) const {
    Statement row = db_.prepare("SELECT device, seq, content FROM actor WHERE space = ? AND actor = ?");
    row.bind(1, space).bind(2, actor.view());
    if (!row.step() || row.integer(1) == 0) return std::nullopt;
    return ActorHead{actor, idAt<DeviceId>(row, 0), numberAt(row, 1), idAt<Hash>(row, 2)};
}

std::optional<DeviceId> ActorTable::device(const ActorId& actor) const {
    Statement row =
        db_.prepare("SELECT device FROM actor WHERE space IN (SELECT id FROM space) AND actor = ? LIMIT 1");
    row.bind(1, actor.view());
    if (!row.step()) return std::nullopt;
    return idAt<DeviceId>(row, 0);
}

std::vector<ActorHead> ActorTable::all(std::int64_t space) const {
    std::vector<ActorHead> heads;
    Statement rows = db_.prepare("SELECT actor, device, seq, content FROM actor WHERE space = ? AND seq > 0");
    rows.bind(1, space);
    while (rows.step())
        heads.push_back(
            {idAt<ActorId>(rows, 0), idAt<DeviceId>(rows, 1), numberAt(rows, 2), idAt<Hash>(rows, 3)});
    return heads;
}

void ActorTable::setHead(std::int64_t space, const ActorHead& head) {
    db_.prepare(
           "INSERT INTO actor(space, actor, seq, sent, device, content) VALUES (?, ?, ?, 0, ?, ?)"
           " ON CONFLICT(space, actor) DO UPDATE SET seq = excluded.seq, content = excluded.content")
        .bind(1, space)
        .bind(2, head.actor.view())
        .bind(3, toColumn(head.seq))
        .bind(4, head.device.view())
        .bind(5, head.contentId.view())
        .run();
}

std::vector<ActorHead> ActorTable::unsent(std::int64_t space) const {
    std::vector<ActorHead> heads;
    Statement rows = db_.prepare(
        "SELECT actor, device, seq, content FROM actor WHERE space = ? AND seq > sent ORDER BY actor LIMIT "
        "?");
    rows.bind(1, space).bind(2, mostNamed);
    while (rows.step())
        heads.push_back(
            {idAt<ActorId>(rows, 0), idAt<DeviceId>(rows, 1), numberAt(rows, 2), idAt<Hash>(rows, 3)});
    return heads;
}

void ActorTable::markSent(std::int64_t space) {
    for (const ActorHead& head : unsent(space)) {
        db_.prepare("UPDATE actor SET sent = seq WHERE space = ? AND actor = ?")
            .bind(1, space)
            .bind(2, head.actor.view())
            .run();
    }
}

void ActorTable::forgetSent(std::int64_t space) {
    db_.prepare("UPDATE actor SET sent = 0 WHERE space = ?").bind(1, space).run();
}

}  // namespace veldwijzer::store
