// SPDX-License-Identifier: EUPL-1.2
#include "store/tray.h"

#include <algorithm>

#include "store/change_codec.h"
#include "store/columns.h"

namespace veldwijzer::store {
namespace {

// Whose change it was no longer matters for what stands in it.
Result<merge::Change> contentOf(ByteView body) {
    return decodeChange({}, 0, body);
}

bool concerns(const merge::Change& change, const RecordId& record) {
    return std::any_of(change.records.begin(), change.records.end(),
                       [&](const merge::RecordOperations& target) { return target.record == record; });
}

}  // namespace

void Tray::addRejected(std::int64_t space, std::string_view reason, WallMs at, ByteView change) {
    db_.prepare("INSERT INTO tray(space, at, reason, body) VALUES (?, ?, ?, ?)")
        .bind(1, space)
        .bind(2, std::int64_t{at})
        .bind(3, reason)
        .bind(4, change)
        .run();
}

std::vector<std::pair<std::int64_t, RejectedChange>> Tray::rejected() const {
    std::vector<std::pair<std::int64_t, RejectedChange>> found;
    Statement rows = db_.prepare("SELECT id, space, at, reason, body FROM tray ORDER BY id");
    while (rows.step()) {
        RejectedChange change;
        change.id = rows.integer(0);
        change.at = rows.integer(2);
        change.reason = rows.text(3);
        change.change = toBytes(rows.blob(4));
        if (const auto content = contentOf(change.change)) {
            for (const merge::RecordOperations& target : content->records)
                change.records.push_back(target.record);
        }
        found.emplace_back(rows.integer(1), std::move(change));
    }
    return found;
}

void Tray::dismiss(std::int64_t id) {
    db_.prepare("DELETE FROM tray WHERE id = ?").bind(1, id).run();
}

void Tray::addQuarantined(std::int64_t space, const ActorId& actor, std::uint64_t seq,
                          std::string_view reason, ByteView change) {
    db_.prepare("INSERT OR IGNORE INTO quarantine(space, actor, seq, reason, body) VALUES (?, ?, ?, ?, ?)")
        .bind(1, space)
        .bind(2, actor.view())
        .bind(3, toColumn(seq))
        .bind(4, reason)
        .bind(5, change)
        .run();
}

std::uint64_t Tray::quarantinedCount() const {
    Statement count = db_.prepare("SELECT count(*) FROM quarantine");
    return count.step() ? numberAt(count, 0) : 0;
}

void Tray::erase(std::int64_t space, const RecordId& record) {
    eraseRejected(space, record);
    eraseQuarantined(space, record);
}

void Tray::eraseRejected(std::int64_t space, const RecordId& record) {
    for (const auto& [key, rejected] : this->rejected()) {
        if (key != space ||
            std::find(rejected.records.begin(), rejected.records.end(), record) == rejected.records.end())
            continue;
        merge::Change rest = *contentOf(rejected.change);
        std::erase_if(rest.records,
                      [&](const merge::RecordOperations& target) { return target.record == record; });
        const auto body = encodeChange(rest);
        if (rest.records.empty() || !body) {
            dismiss(rejected.id);
            continue;
        }
        db_.prepare("UPDATE tray SET body = ? WHERE id = ?").bind(1, *body).bind(2, rejected.id).run();
    }
}

// A quarantined change that cannot be read at all may hold anything: it goes too.
void Tray::eraseQuarantined(std::int64_t space, const RecordId& record) {
    std::vector<std::pair<ActorId, std::uint64_t>> concerned;
    {
        Statement rows = db_.prepare("SELECT actor, seq, body FROM quarantine WHERE space = ?");
        rows.bind(1, space);
        while (rows.step()) {
            const auto content = contentOf(rows.blob(2));
            if (!content || concerns(*content, record))
                concerned.emplace_back(idAt<ActorId>(rows, 0), numberAt(rows, 1));
        }
    }
    for (const auto& [actor, seq] : concerned) {
        db_.prepare("DELETE FROM quarantine WHERE space = ? AND actor = ? AND seq = ?")
            .bind(1, space)
            .bind(2, actor.view())
            .bind(3, toColumn(seq))
            .run();
    }
}

}  // namespace veldwijzer::store
