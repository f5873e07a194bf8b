// SPDX-License-Identifier: EUPL-1.2
#include "store/workbench.h"

#include <algorithm>
#include <iterator>

namespace veldwijzer::store {

Workbench::Item& Workbench::item(const SpaceState& space, const merge::RecordOperations& target) {
    const auto [at, fresh] = items_.try_emplace(Key{space.key, target.record, target.kind});
    if (fresh) load(space, at->second, target);
    return at->second;
}

void Workbench::load(const SpaceState& space, Item& item, const merge::RecordOperations& target) {
    item.open = tables_.records.open(space.key, target.record, target.kind, tables_.clamps.of(space.key));
    bytes_ += item.open.body.size() + sizeof(Item);
    auto base = item.open.stored() && space.pending() ? tables_.records.base(item.open.row) : std::nullopt;
    item.hadBase = base.has_value();
    if (!base) return;
    bytes_ += base->body.size();
    item.base = Base{base->lastSeq, decodeRecord(target.record, target.kind, base->body), false};
    item.counted = std::move(base->body);
}

void Workbench::take(const SpaceState& space, std::span<merge::RecordOperations*> targets) {
    Item& item = this->item(space, *targets.front());
    superseded_.clear();
    supersededInBase_.clear();
    if (item.base) {
        item.base->changed = true;
        for (const merge::RecordOperations* target : targets)
            for (const merge::Operation& operation : target->operations)
                merge::apply(item.base->record, operation, &supersededInBase_);
    }
    for (merge::RecordOperations* target : targets)
        merge::apply(item.open.record, std::move(*target), &superseded_);
    item.dirty = true;

    const auto keep = [&](std::vector<merge::Superseded>& ended) {
        std::move(ended.begin(), ended.end(), std::back_inserter(item.history));
    };
    // What stands in an erased record has no past; but an erase of ours may yet be refused, and what the log
    // alone replaced must not vanish with it. That is written last and so has the say.
    if (!item.open.record.erased()) keep(superseded_);
    keep(supersededInBase_);
}

void Workbench::acknowledge(const SpaceState& space, std::span<merge::RecordOperations*> targets,
                            std::uint64_t lastSeq, bool relist) {
    Item& item = this->item(space, *targets.front());
    item.relist = item.relist || relist;
    if (!item.base) return;  // an earlier part of this acknowledgement settled it
    if (item.base->lastSeq <= lastSeq) {
        // Nothing of ours is pending on it any more: the base has caught up with what is shown.
        item.base.reset();
        return;
    }
    // Later changes of ours still wait: only these go into the base.
    item.base->changed = true;
    supersededInBase_.clear();
    for (const merge::RecordOperations* target : targets)
        for (const merge::Operation& operation : target->operations)
            merge::apply(item.base->record, operation, &supersededInBase_);
    // A colleague's value may end here by what was acknowledged, or the other way round, and be told so far
    // as ended by a change of ours that still waits: refused, that one takes its part of the history along.
    // Our own order stands in it from when we wrote.
    std::copy_if(supersededInBase_.begin(), supersededInBase_.end(), std::back_inserter(item.history),
                 [](const merge::Superseded& ended) { return ended.operation.id.actor != ended.by.actor; });
}

void Workbench::flush() {
    if (items_.empty()) return;
    // Emptied first: what the tables do meanwhile must not find half of it here.
    std::map<Key, Item> items = std::exchange(items_, {});
    bytes_ = 0;
    std::optional<std::int64_t> space;
    for (auto& [key, item] : items) {
        if (space != key.space) {
            space = key.space;
            clamped_ = tables_.clamps.of(key.space);
        }
        write(item);
    }
}

void Workbench::write(Item& item) {
    OpenRecord& open = item.open;
    Bytes counted = item.hadBase ? std::move(item.counted) : open.body;
    if (item.dirty)
        tables_.records.save(open, clamped_);
    else if (item.relist)
        tables_.records.relist(open, clamped_);

    if (!item.base) {
        count(open, counted, open.body);
        if (item.hadBase) tables_.records.dropBase(open.row);
    } else if (item.base->changed) {
        merge::encodeInto(item.base->record, scratch_);
        count(open, counted, scratch_);
        tables_.records.setBase(open.row, item.base->lastSeq, scratch_);
    }
    // Our own erase may be refused as long as the base knows of none.
    const bool refusable = item.base && !item.base->record.erased();
    const bool touched = item.dirty || (item.hadBase && !item.base);
    if (open.record.erased() && !refusable) {
        if (touched) tables_.purge(open);
    } else {
        tables_.history.add(open.row, item.history);
    }
}

void Workbench::count(const OpenRecord& open, ByteView before, ByteView after) {
    if (std::equal(before.begin(), before.end(), after.begin(), after.end())) return;
    const auto& spaces = tables_.spaces.all();
    const auto space = std::find_if(spaces.begin(), spaces.end(),
                                    [&](const SpaceState& state) { return state.key == open.space; });
    merge::StateDigest& digest = tables_.spaces.edit(space->row.id).digest;
    if (!before.empty()) digest.remove(open.record.id, open.record.kind, before);
    if (!after.empty()) digest.add(open.record.id, open.record.kind, after);
}

void Workbench::forget() {
    items_.clear();
    bytes_ = 0;
}

}  // namespace veldwijzer::store
