// SPDX-License-Identifier: EUPL-1.2
#include "store/workbench.h"

#include <algorithm>
#include <iterator>

#include "merge/plain_record.h"
#include "merge/record_part.h"

namespace veldwijzer::store {
namespace {

/// Read, worked out and written together: while the tables are written for one batch, the next is worked out.
constexpr std::size_t itemsInBatch = 64;

}  // namespace

/// Some items on their way into the tables, all of one space.
struct Workbench::Batch {
    std::vector<Items::iterator> items;
    merge::ClampedTime clamped;
    std::optional<Pieces> pieces;  ///< goes first
};

Workbench::Items::iterator Workbench::itemOf(const SpaceState& space, const merge::RecordOperations& target) {
    const auto [at, fresh] = items_.try_emplace(Key{space.key, target.record, target.kind});
    if (fresh) {
        at->second.clamped = tables_.clamps.of(space.key);
        at->second.pending = space.pending();
        at->second.carried = tables_.carried.any(space.key);
        bytes_ += sizeof(Item);
    }
    return at;
}

void Workbench::note(const SpaceState& space, const merge::RecordOperations& target) {
    itemOf(space, target);
}

void Workbench::load(const Key& key, Item& item) {
    item.loaded = true;
    item.open = tables_.records.fetch(key.space, key.record, key.kind, item.clamped);
    const bool ahead = item.pending || item.carried;
    auto base = item.open.stored() && ahead ? tables_.records.base(item.open.row) : std::nullopt;
    item.hadBase = base.has_value();
    if (base) item.base = Base{base->lastSeq, {}, std::nullopt, std::move(base->part)};
}

void Workbench::unfold(Item& item) {
    RecordTable::unfold(item.open);
    if (!item.base) return;
    item.base->fields = fieldsOf(item.base->part);
    item.counted = bodyWith(item.open.body, item.base->part);
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

void Workbench::land(const SpaceState& space, std::span<merge::RecordOperations*> targets, bool relist) {
    Item& item = itemOf(space, *targets.front())->second;
    item.relist = item.relist || relist;
    addStep(item, targets, false, 0).landed = true;
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

Workbench::Step& Workbench::addStep(Item& item, std::span<merge::RecordOperations*> targets, bool ours,
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
    return step;
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
    std::vector<merge::Superseded> superseded;
    std::vector<merge::Superseded> supersededInBase;
    // Without a base it was not shown: nobody but the log took it for valid.
    const bool shown = step.landed && item.base.has_value();
    for (merge::RecordOperations& target : step.targets) {
        merge::takeApart(target);
        if (item.base) {
            for (const merge::Operation& operation : target.operations)
                baseOf(item).apply(operation, &supersededInBase);
        }
        if (!shown) item.open.record().apply(std::move(target), &superseded);
    }
    item.dirty = item.dirty || !shown;

    const auto keep = [&](std::vector<merge::Superseded>& ended) {
        std::move(ended.begin(), ended.end(), std::back_inserter(item.history));
    };
    // What stands in an erased record has no past; but an erase of ours may yet be refused, and what the log
    // alone replaced must not vanish with it. That is written last and so has the say.
    if (!item.open.erased()) keep(superseded);
    keep(supersededInBase);
}

void Workbench::runAcknowledged(Item& item, const Step& step) {
    if (!item.base) return;  // an earlier part of this acknowledgement settled it
    // Where changes came by hand, what is shown is more than the base and our own.
    if (item.base->lastSeq <= step.lastSeq && !item.carried) {
        // Nothing of ours is pending on it any more: the base has caught up with what is shown.
        item.base.reset();
        return;
    }
    // Later changes of ours still wait: only these go into the base.
    std::vector<merge::Superseded> supersededInBase;
    for (const merge::RecordOperations& target : step.targets)
        for (const merge::Operation& operation : target.operations)
            baseOf(item).apply(operation, &supersededInBase);
    // A colleague's value may end here by what was acknowledged, or the other way round, and be told so far
    // as ended by a change of ours that still waits: refused, that one takes its part of the history along.
    // Our own order stands in it from when we wrote.
    std::copy_if(supersededInBase.begin(), supersededInBase.end(), std::back_inserter(item.history),
                 [](const merge::Superseded& ended) { return ended.operation.id.actor != ended.by.actor; });
}

void Workbench::flush() {
    if (items_.empty()) return;
    // Emptied first: what the tables do meanwhile must not find half of it here.
    Items items = std::exchange(items_, {});
    fresh_.clear();
    bytes_ = 0;
    std::vector<Items::iterator> all;
    all.reserve(items.size());
    for (auto at = items.begin(); at != items.end(); ++at)
        all.push_back(at);
    // Each goes when it is written: the next finds its memory warm.
    writeAll(all, [&](Items::iterator at) { items.erase(at); });
}

void Workbench::flushFresh(const SpaceState& space) {
    std::vector<Items::iterator> fresh = std::exchange(fresh_, {});
    std::erase_if(fresh, [&](const Items::iterator at) {
        return at->first.space != space.key || !at->second.isFresh();
    });
    writeAll(fresh, [&](Items::iterator at) {
        bytes_ -= sizeof(Item);
        items_.erase(at);
    });
}

bool Workbench::isSettled(const Item& item) const {
    if (!item.carried || !item.base) return false;
    const auto& spaces = tables_.spaces.all();
    const auto space = std::find_if(spaces.begin(), spaces.end(),
                                    [&](const SpaceState& state) { return state.key == item.open.space; });
    return item.base->lastSeq <= space->row.ackedSeq &&
           !tables_.carried.touches(item.open.space, item.open.id);
}

// Nearly always they are the same already. Where the log refused what was shown by hand, it has the last
// word.
void Workbench::settle(Item& item) {
    if (!item.base) return;
    if (item.counted.empty() && (!item.base->record || item.base->record->isUnchanged())) {
        item.gone = true;
        return;
    }
    item.open.replace(std::move(baseOf(item)));
    item.base.reset();
    item.dirty = true;
}

std::unique_ptr<Workbench::Batch> Workbench::begin(std::span<const Items::iterator> items) {
    auto batch = std::make_unique<Batch>();
    const std::int64_t space = items.front()->first.space;
    batch->clamped = tables_.clamps.of(space);
    for (const Items::iterator at : items.first(std::min(items.size(), itemsInBatch))) {
        if (at->first.space != space) break;
        if (!at->second.loaded) load(at->first, at->second);
        at->second.settles = isSettled(at->second);
        batch->items.push_back(at);
    }
    batch->pieces.emplace(helpers_, batch->items.size(), [&batch = *batch](std::size_t piece) {
        workOut(batch.items[piece]->second, batch.clamped);
    });
    return batch;
}

void Workbench::writeAll(const std::vector<Items::iterator>& items,
                         const std::function<void(Items::iterator)>& written) {
    std::span<const Items::iterator> left(items);
    const auto next = [&]() -> std::unique_ptr<Batch> {
        if (left.empty()) return nullptr;
        auto batch = begin(left);
        left = left.subspan(batch->items.size());
        return batch;
    };
    for (auto ahead = next(); ahead != nullptr;) {
        const std::unique_ptr<Batch> batch = std::exchange(ahead, nullptr);
        ahead = next();
        for (std::size_t i = 0; i < batch->items.size(); ++i) {
            batch->pieces->await(i);
            write(batch->items[i]->second);
            written(batch->items[i]);
        }
    }
}

void Workbench::workOut(Item& item, const merge::ClampedTime& clamped) {
    unfold(item);
    run(item);
    if (item.settles) settle(item);
    if (item.gone) return;
    OpenRecord& open = item.open;
    const ByteView counted = item.hadBase ? ByteView(item.counted) : ByteView(open.body);
    if (item.dirty) RecordTable::workOut(open, clamped);
    if (!item.base) {
        count(item, counted, open.storedBody());
    } else if (item.base->record) {
        Bytes bytes;
        item.base->record->encodeInto(bytes);
        count(item, counted, bytes);
        item.base->part = basePart(item, bytes);
        item.baseChanged = true;
    }
    // An acknowledgement alone leaves the record as it is: what lists show is not erased.
    item.erased = (item.dirty || !open.before.title) && open.erased() && !isRefusable(item);
    // Memory goes where it came from: freed by the other thread it would cost more than all the rest.
    item.steps = {};
    item.counted = {};
    if (item.base) item.base->record.reset();
    if (item.dirty || !item.relist) open.dropContent();
}

void Workbench::write(Item& item) {
    OpenRecord& open = item.open;
    if (item.gone) {
        tables_.history.erase(open.row);
        return tables_.records.remove(open);
    }
    if (item.dirty)
        tables_.records.save(open, item.clamped);
    else if (item.relist)
        tables_.records.relist(open, tables_.clamps.of(open.space));

    if (item.difference != merge::StateDigest{}) {
        const auto& spaces = tables_.spaces.all();
        const auto space = std::find_if(spaces.begin(), spaces.end(),
                                        [&](const SpaceState& state) { return state.key == open.space; });
        tables_.spaces.edit(space->row.id).digest.add(item.difference);
    }
    if (!item.base) {
        if (item.hadBase) tables_.records.dropBase(open.row);
    } else if (item.baseChanged) {
        tables_.records.setBase(open.row, item.base->lastSeq, item.base->part);
    }
    if (!item.erased) return tables_.history.add(open.row, item.history);
    const bool touched = item.dirty || (item.hadBase && !item.base);
    if (touched) tables_.purge(open);
}

/// Of others' operations the base and the record take all; so what differs lies in the fields that differed.
Bytes Workbench::basePart(Item& item, ByteView bytes) {
    const bool onlyFields = !item.base->fields.empty() && !item.open.record().isMoreThanFields();
    return onlyFields ? merge::partOf(*item.base->record, item.base->fields) : merge::wholePart(bytes);
}

/// Our own erase may be refused as long as the base knows of none.
bool Workbench::isRefusable(Item& item) {
    return item.base && !baseOf(item).loose().erased();
}

void Workbench::count(Item& item, ByteView before, ByteView after) {
    if (std::equal(before.begin(), before.end(), after.begin(), after.end())) return;
    const OpenRecord& open = item.open;
    if (!before.empty()) item.difference.remove(open.id, open.kindName, before);
    if (!after.empty()) item.difference.add(open.id, open.kindName, after);
}

void Workbench::forget() {
    items_.clear();
    fresh_.clear();
    bytes_ = 0;
}

}  // namespace veldwijzer::store
