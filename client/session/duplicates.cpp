// SPDX-License-Identifier: EUPL-1.2
// Two records that may be one: proposed, and made one or told apart by a person.
#include <algorithm>

#include "domain/kinds.h"
#include "exchange/incoming.h"
#include "session/map_source.h"
#include "session/session.h"
#include "session/state.h"

namespace veldwijzer::session {
namespace {

using exchange::IncomingRecord;
using merge::Action;

/// What `other` says beyond `keep`, as edits of `keep`. A value that differs goes beside the others, as an
/// import keeps one.
store::RecordEdit takeOver(const IncomingRecord& keep, const IncomingRecord& other) {
    store::RecordEdit edit{keep.id, keep.kind, {}};
    IncomingRecord lost{keep.id, keep.kind, {}, {}};
    for (const auto& [field, value] : other.registers) {
        const merge::Value* here = exchange::findRegister(keep, field);
        if (domain::fieldTypeOf(keep.kind, field) == domain::FieldType::Maximum)
            edit.edits.push_back({Action::Maximum, field, value});
        else if (here == nullptr)
            edit.edits.push_back({Action::Assign, field, value});
        else if (merge::compare(*here, value) != 0)
            exchange::addOtherValue(lost, field, value);
    }
    for (const auto& [field, values] : other.sets)
        for (const merge::Value& value : values)
            if (value != merge::Value(keep.id)) edit.edits.push_back({Action::Add, field, value});
    for (const auto& [field, values] : lost.sets)
        for (const merge::Value& value : values)
            edit.edits.push_back({Action::Add, field, value});
    return edit;
}

/// Everything that pointed at `from` points at `to`. `holder` itself is not one of the two.
store::RecordEdit redirect(const IncomingRecord& holder, const RecordId& from, const RecordId& to) {
    store::RecordEdit edit{holder.id, holder.kind, {}};
    for (const auto& [field, value] : holder.registers)
        if (value == merge::Value(from)) edit.edits.push_back({Action::Assign, field, to});
    for (const auto& [field, values] : holder.sets)
        for (const merge::Value& value : values)
            if (value == merge::Value(from)) {
                edit.edits.push_back({Action::Remove, field, from});
                edit.edits.push_back({Action::Add, field, to});
            }
    return edit;
}

Error noPair() {
    return fail(ErrorCode::NotFound,
                "two different records of the social map are needed, of the same kind and not deleted");
}

}  // namespace

exchange::Duplicates Session::duplicates(const std::function<void()>& between) const {
    if (!joined()) return {};
    const SpaceId map = roster::regionSpace(state_->region->region, roster::SpaceType::Map);
    return exchange::findDuplicates(MapSource(*state_->store, map, between));
}

Result<void> Session::tellApart(const RecordId& first, const RecordId& second) {
    if (!joined()) return state_->mayWrite({}).error();
    const SpaceId map = roster::regionSpace(state_->region->region, roster::SpaceType::Map);
    if (auto allowed = state_->mayWrite(map); !allowed) return allowed;
    const MapSource source(*state_->store, map);
    const auto one = source.find(first);
    const auto other = source.find(second);
    if (!one || !other || first == second || one->kind != other->kind) return noPair();
    const store::RecordEdit edit{
        first, one->kind, {{Action::Add, std::string(exchange::notDuplicateField), second}}};
    const auto written = state_->store->write(map, std::span(&edit, 1));
    if (!written) return written.error();
    return {};
}

Result<void> Session::makeOne(const RecordId& keep, const RecordId& other) {
    if (!joined()) return state_->mayWrite({}).error();
    const SpaceId map = roster::regionSpace(state_->region->region, roster::SpaceType::Map);
    if (auto allowed = state_->mayWrite(map); !allowed) return allowed;
    const MapSource source(*state_->store, map);
    const auto kept = source.find(keep);
    const auto gone = source.find(other);
    if (!kept || !gone || keep == other || kept->kind != gone->kind) return noPair();
    std::vector<store::RecordEdit> edits = {takeOver(*kept, *gone)};
    for (const std::string& kind : source.kinds())
        for (const RecordId& id : source.recordsOf(kind)) {
            if (id == keep || id == other) continue;
            const auto holder = source.find(id);
            if (!holder || holder->kind != kind) continue;
            store::RecordEdit edit = redirect(*holder, other, keep);
            if (!edit.edits.empty()) edits.push_back(std::move(edit));
        }
    // Last, so that whoever sees half of it still has both.
    edits.push_back({other, gone->kind, {{Action::Delete, "", std::nullopt}}});
    const auto written = state_->store->writeBulk(map, edits);
    if (!written) return written.error();
    return {};
}

}  // namespace veldwijzer::session
