// SPDX-License-Identifier: EUPL-1.2
#include "store/workbench.h"

#include <algorithm>
#include <iterator>

#include "merge/plain_record.h"
#include "merge/record_part.h"

namespace veldwijzer::store {

Workbench::Item& Workbench::item(const SpaceState& space, const merge::RecordOperations& target) {
    const auto [at, fresh] = items_.try_emplace(Key{space.key, target.record, target.kind});
    if (fresh) load(space, at->second, target);
    if (fresh && !at->second.open.stored()) fresh_.push_back(at);
    return at->second;
}

void Workbench::load(const SpaceState& space, Item& item, const merge::RecordOperations& target) {
    item.open = tables_.records.open(space.key, target.record, target.kind, tables_.clamps.of(space.key));
    bytes_ += item.open.body.size() + sizeof(Item);
    auto base = item.open.stored() && space.pending() ? tables_.records.base(item.open.row) : std::nullopt;
    item.hadBase = base.has_value();
    if (!base) return;
    item.base = Base{base->lastSeq, fieldsOf(base->part), std::nullopt};
    item.counted = bodyWith(item.open.body, base->part);
    bytes_ += item.counted.size();
}

merge::PackedRecord& Workbench::baseOf(Item& item) {
    auto& record = item.base->record;
    if (!record) record = packedRecord(item.open.id, item.open.kindName, item.counted);
    return *record;
}

void Workbench::take(const SpaceState& space, std::span<merge::RecordOperations*> targets) {
    Item& item = this->item(space, *targets.front());
    if (item.isUntouched() && !targets.front()->plain.empty()) {
        // A record that nobody here had: its bytes are there already.
        item.open.adopt(std::move(targets.front()->plain));
        item.dirty = true;
        item.adopted = targets.size() == 1;
        targets = targets.subspan(1);
    }
    if (targets.empty()) return;
    item.adopted = false;
    for (merge::RecordOperations* target : targets)
        merge::takeApart(*target);
    superseded_.clear();
    supersededInBase_.clear();
    if (item.base) {
        for (const merge::RecordOperations* target : targets)
            for (const merge::Operation& operation : target->operations)
                baseOf(item).apply(operation, &supersededInBase_);
    }
    for (merge::RecordOperations* target : targets)
        item.open.record().apply(std::move(*target), &superseded_);
    item.dirty = true;

    const auto keep = [&](std::vector<merge::Superseded>& ended) {
        std::move(ended.begin(), ended.end(), std::back_inserter(item.history));
    };
    // What stands in an erased record has no past; but an erase of ours may yet be refused, and what the log
    // alone replaced must not vanish with it. That is written last and so has the say.
    if (!item.open.erased()) keep(superseded_);
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
    supersededInBase_.clear();
    for (const merge::RecordOperations* target : targets)
        for (const merge::Operation& operation : target->operations)
            baseOf(item).apply(operation, &supersededInBase_);
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
    fresh_.clear();
    bytes_ = 0;
    std::optional<std::int64_t> space;
    // Each goes when it is written: the next finds its memory warm.
    for (; !items.empty(); items.erase(items.begin())) {
        auto& [key, item] = *items.begin();
        if (space != key.space) {
            space = key.space;
            clamped_ = tables_.clamps.of(key.space);
        }
        write(item);
    }
}

void Workbench::flushFresh(const SpaceState& space) {
    clamped_ = tables_.clamps.of(space.key);
    for (const auto at : std::exchange(fresh_, {})) {
        if (!at->second.isFresh()) continue;
        write(at->second);
        bytes_ -= std::min(bytes_, at->second.open.body.size() + sizeof(Item));
        items_.erase(at);
    }
}

void Workbench::write(Item& item) {
    OpenRecord& open = item.open;
    const ByteView counted = item.hadBase ? ByteView(item.counted) : ByteView(open.body);
    if (item.dirty)
        tables_.records.save(open, clamped_);
    else if (item.relist)
        tables_.records.relist(open, clamped_);

    if (!item.base) {
        count(open, counted, open.storedBody());
        if (item.hadBase) tables_.records.dropBase(open.row);
    } else if (item.base->record) {
        item.base->record->encodeInto(scratch_);
        count(open, counted, scratch_);
        tables_.records.setBase(open.row, item.base->lastSeq, basePart(item));
    }
    // An acknowledgement alone leaves the record as it is: what lists show is not erased.
    const bool erased = (item.dirty || !open.before.title) && open.erased();
    if (!erased || isRefusable(item)) return tables_.history.add(open.row, item.history);
    const bool touched = item.dirty || (item.hadBase && !item.base);
    if (touched) tables_.purge(open);
}

/// Of others' operations the base and the record take all; so what differs lies in the fields that differed.
Bytes Workbench::basePart(Item& item) const {
    const bool onlyFields = !item.base->fields.empty() && !item.open.record().isMoreThanFields();
    return onlyFields ? merge::partOf(*item.base->record, item.base->fields) : merge::wholePart(scratch_);
}

/// Our own erase may be refused as long as the base knows of none.
bool Workbench::isRefusable(Item& item) {
    return item.base && !baseOf(item).loose().erased();
}

void Workbench::count(const OpenRecord& open, ByteView before, ByteView after) {
    if (std::equal(before.begin(), before.end(), after.begin(), after.end())) return;
    const auto& spaces = tables_.spaces.all();
    const auto space = std::find_if(spaces.begin(), spaces.end(),
                                    [&](const SpaceState& state) { return state.key == open.space; });
    merge::StateDigest& digest = tables_.spaces.edit(space->row.id).digest;
    if (!before.empty()) digest.remove(open.id, open.kindName, before);
    if (!after.empty()) digest.add(open.id, open.kindName, after);
}

void Workbench::forget() {
    items_.clear();
    fresh_.clear();
    bytes_ = 0;
}

}  // namespace veldwijzer::store
