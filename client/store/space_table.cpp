// SPDX-License-Identifier: EUPL-1.2
#include "store/space_table.h"

#include <algorithm>

#include "base/ensure.h"
#include "store/columns.h"

namespace veldwijzer::store {
namespace {

constexpr std::string_view columns =
    "SELECT id, space, commits, last_seq, frozen_seq, acked_seq, position, head_position, last_sync, "
    "offered_seq,"
    " type, incarnation, actor, last_content, acked_content, chain, digest, name, problem"
    " FROM space ORDER BY id";

merge::StateDigest digestAt(const Statement& statement, int column) {
    const ByteView bytes = statement.blob(column);
    if (bytes.empty()) return {};
    const auto digest = merge::StateDigest::from(bytes);
    if (!digest) throwDamaged("a digest");
    return *digest;
}

SpaceState stateAt(const Statement& row) {
    SpaceState state;
    state.key = row.integer(0);
    state.row.id = idAt<SpaceId>(row, 1);
    state.commits = numberAt(row, 2);
    state.row.lastSeq = numberAt(row, 3);
    state.row.frozenSeq = numberAt(row, 4);
    state.row.ackedSeq = numberAt(row, 5);
    state.row.position = numberAt(row, 6);
    state.row.headPosition = numberAt(row, 7);
    state.row.lastSyncMs = row.integer(8);
    state.offeredSeq = numberAt(row, 9);
    state.row.type = static_cast<std::uint32_t>(row.integer(10));
    state.row.incarnation = idAt<Incarnation>(row, 11);
    state.row.actor = idAt<ActorId>(row, 12);
    state.row.lastContentId = idAt<Hash>(row, 13);
    state.ackedContentId = idAt<Hash>(row, 14);
    state.row.chain = idAt<Hash>(row, 15);
    state.digest = digestAt(row, 16);
    state.row.name = row.text(17);
    state.row.problem = row.text(18);
    return state;
}

}  // namespace

void SpaceTable::load() const {
    if (loaded_) return;
    Statement rows = db_.prepare(columns);
    while (rows.step()) {
        if (SpaceState state = stateAt(rows); state.key == 0)
            outside_ = std::move(state);
        else
            spaces_.push_back(std::move(state));
    }
    loaded_ = true;
}

void SpaceTable::forget() {
    spaces_.clear();
    outside_ = {};
    loaded_ = false;
}

const std::deque<SpaceState>& SpaceTable::all() const {
    load();
    return spaces_;
}

const SpaceState* SpaceTable::find(const SpaceId& id) const {
    load();
    const auto found =
        std::find_if(spaces_.begin(), spaces_.end(), [&](const SpaceState& s) { return s.row.id == id; });
    return found == spaces_.end() ? nullptr : &*found;
}

SpaceState& SpaceTable::edit(const SpaceId& id) {
    load();
    const auto found =
        std::find_if(spaces_.begin(), spaces_.end(), [&](const SpaceState& s) { return s.row.id == id; });
    ENSURE(found != spaces_.end());
    found->dirty = true;
    return *found;
}

void SpaceTable::add(const SpaceRow& row) {
    load();
    const Bytes digest = merge::StateDigest{}.bytes();
    db_.prepare(
           "INSERT INTO space(space, type, incarnation, actor, last_content, acked_content, chain, digest,"
           " name, problem) VALUES (?, ?, ?, ?, x'', x'', x'', ?, ?, '')")
        .bind(1, row.id.view())
        .bind(2, std::int64_t{row.type})
        .bind(3, row.incarnation.view())
        .bind(4, row.actor.view())
        .bind(5, digest)
        .bind(6, std::string_view(row.name))
        .run();
    SpaceState state;
    state.key = db_.lastInsertRowid();
    state.row = row;
    state.dirty = true;
    spaces_.push_back(std::move(state));
}

std::uint64_t SpaceTable::head() const {
    load();
    std::uint64_t sum = outside_.commits;
    for (const SpaceState& state : spaces_)
        sum += state.commits;
    return sum;
}

void SpaceTable::countCommit() {
    load();
    const auto touched =
        std::find_if(spaces_.begin(), spaces_.end(), [](const SpaceState& state) { return state.dirty; });
    SpaceState& counting = touched == spaces_.end() ? outside_ : *touched;
    ++counting.commits;
    counting.dirty = true;
}

void SpaceTable::raiseHead(std::uint64_t head) {
    const std::uint64_t now = this->head();
    if (head <= now) return;
    outside_.commits += head - now;
    outside_.dirty = true;
}

void SpaceTable::flush() {
    for (SpaceState& state : spaces_) {
        if (state.dirty) write(state);
    }
    if (outside_.dirty) write(outside_);
}

void SpaceTable::write(SpaceState& state) {
    const SpaceRow& row = state.row;
    const Bytes digest = state.digest.bytes();
    db_.prepare(
           "UPDATE space SET commits = ?, last_seq = ?, frozen_seq = ?, acked_seq = ?, position = ?,"
           " head_position = ?, last_sync = ?, offered_seq = ?, type = ?, incarnation = ?, actor = ?,"
           " last_content = ?, acked_content = ?, chain = ?, digest = ?, name = ?, problem = ?"
           " WHERE id = ?")
        .bind(1, toColumn(state.commits))
        .bind(2, toColumn(row.lastSeq))
        .bind(3, toColumn(row.frozenSeq))
        .bind(4, toColumn(row.ackedSeq))
        .bind(5, toColumn(row.position))
        .bind(6, toColumn(row.headPosition))
        .bind(7, std::int64_t{row.lastSyncMs})
        .bind(8, toColumn(state.offeredSeq))
        .bind(9, std::int64_t{row.type})
        .bind(10, row.incarnation.view())
        .bind(11, row.actor.view())
        .bind(12, row.lastContentId.view())
        .bind(13, state.ackedContentId.view())
        .bind(14, row.chain.view())
        .bind(15, digest)
        .bind(16, std::string_view(row.name))
        .bind(17, std::string_view(row.problem))
        .bind(18, state.key)
        .run();
    state.dirty = false;
}

}  // namespace veldwijzer::store
