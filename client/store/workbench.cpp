// SPDX-License-Identifier: EUPL-1.2
#include "store/workbench.h"

#include <algorithm>
#include <iterator>

#include "merge/plain_record.h"
#include "merge/record_part.h"

namespace veldwijzer::store {

Workbench::Items::iterator Workbench::itemOf(const SpaceState& space, const merge::RecordOperations& target) {
    const auto [at, fresh] = items_.try_emplace(Key{space.key, target.record, target.kind});
    if (fresh) {
        at->second.clamped = tables_.clamps.of(space.key);
        at->second.pending = space.pending();
        bytes_ += sizeof(Item);
    }
    return at;
}

void Workbench::note(const SpaceState& space, const merge::RecordOperations& target) {
    itemOf(space, target);
}

void Workbench::load(const Key& key, Item& item) {
    item.loaded = true;
    item.open = tables_.records.open(key.space, key.record, key.kind, item.clamped);
    auto base = item.open.stored() && item.pending ? tables_.records.base(item.open.row) : std::nullopt;
    item.hadBase = base.has_value();
    if (!base) return;
    item.base = Base{base->lastSeq, fieldsOf(base->part), std::nullopt};
    item.counted = bodyWith(item.open.body, base->part);
}

merge::PackedRecord& Workbench::baseOf(Item& item) {
    auto& record = item.base->record;
    if (!record) record = packedRecord(item.open.id, item.open.kindName, item.counted);
    return *record;
}

void Workbench::take(const SpaceState& space, std::span<merge::RecordOperations*> targets) {
    const auto at = itemOf(space, *targets.front());
    if (!targets.front()->plain.empty() && adopt(at, *targets.front())) targets = targets.subspan(1);
    if (!targets.empty()) addStep(at->second, targets, false, 0);
}

bool Workbench::adopt(Items::iterator at, merge::RecordOperations& target) {
    Item& item = at->second;
    if (item.loaded || !item.steps.empty()) return false;
    load(at->first, item);
    if (item.open.stored()) return false;
    item.open.adopt(std::move(target.plain));
    item.adopted = item.dirty = true;
    fresh_.push_back(at);
    return true;
}

void Workbench::acknowledge(const SpaceState& space, std::span<merge::RecordOperations*> targets,
                            std::uint64_t lastSeq, bool relist) {
    Item& item = itemOf(space, *targets.front())->second;
    item.relist = item.relist || relist;
    addStep(item, targets, true, lastSeq);
}

void Workbench::addStep(Item& item, std::span<merge::RecordOperations*> targets, bool ours,
                        std::uint64_t lastSeq) {
    Step& step = item.steps.emplace_back();
    step.ours = ours;
    step.lastSeq = lastSeq;
    step.targets.reserve(targets.size());
    for (merge::RecordOperations* target : targets) {
        bytes_ += sizeof *target + target->plain.size();
        for (const merge::Operation& operation : target->operations)
            bytes_ += sizeof operation + operation.replaces.size() * sizeof(merge::OperationId) +
                      (operation.value ? merge::sizeOf(*operation.value) : 0);
        step.targets.push_back(std::move(*target));
    }
}

void Workbench::run(Item& item) {
    for (Step& step : item.steps) {
        if (step.ours)
            runAcknowledged(item, step);
        else
            runTaken(item, step);
    }
}

void Workbench::runTaken(Item& item, Step& step) {
    superseded_.clear();
    supersededInBase_.clear();
    for (merge::RecordOperations& target : step.targets) {
        merge::takeApart(target);
        if (item.base) {
            for (const merge::Operation& operation : target.operations)
                baseOf(item).apply(operation, &supersededInBase_);
        }
        item.open.record().apply(std::move(target), &superseded_);
    }
    item.dirty = true;

    const auto keep = [&](std::vector<merge::Superseded>& ended) {
        std::move(ended.begin(), ended.end(), std::back_inserter(item.history));
    };
    // What stands in an erased record has no past; but an erase of ours may yet be refused, and what the log
    // alone replaced must not vanish with it. That is written last and so has the say.
    if (!item.open.erased()) keep(superseded_);
    keep(supersededInBase_);
}

void Workbench::runAcknowledged(Item& item, const Step& step) {
    if (!item.base) return;  // an earlier part of this acknowledgement settled it
    if (item.base->lastSeq <= step.lastSeq) {
        // Nothing of ours is pending on it any more: the base has caught up with what is shown.
        item.base.reset();
        return;
    }
    // Later changes of ours still wait: only these go into the base.
    supersededInBase_.clear();
    for (const merge::RecordOperations& target : step.targets)
        for (const merge::Operation& operation : target.operations)
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
    Items items = std::exchange(items_, {});
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
        if (!item.loaded) load(key, item);
        run(item);
        write(item);
    }
}

void Workbench::flushFresh(const SpaceState& space) {
    clamped_ = tables_.clamps.of(space.key);
    for (const auto at : std::exchange(fresh_, {})) {
        if (!at->second.isFresh()) continue;
        write(at->second);
        bytes_ -= sizeof(Item);
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
