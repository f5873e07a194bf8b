// SPDX-License-Identifier: EUPL-1.2
// What a person does to records.
#include <algorithm>
#include <array>

#include "domain/care.h"
#include "domain/kinds.h"
#include "session/checklist_records.h"
#include "session/confidential.h"
#include "session/session.h"
#include "session/state.h"
#include "store/own_records.h"

namespace veldwijzer::session {
namespace {

using merge::Action;

Error noSuchRecord() {
    return fail(ErrorCode::NotFound, "there is no record with this id on this device");
}

/// One typed assignment. An empty text empties the field; a set is filled by `add`.
Result<store::FieldEdit> editOf(std::string_view kind, const Assignment& assignment, WallMs now) {
    store::FieldEdit edit;
    edit.field = assignment.field;
    const domain::FieldType type = domain::fieldTypeOf(kind, assignment.field);
    if (type == domain::FieldType::Maximum) edit.action = Action::Maximum;
    if (type == domain::FieldType::Set) edit.action = Action::Add;
    if (assignment.value.empty()) {
        if (type != domain::FieldType::Maximum && type != domain::FieldType::Set) return edit;
        return fail(ErrorCode::InvalidArgument, "'" + assignment.field + "' cannot be emptied like this");
    }
    auto value = domain::parseValue(kind, assignment.field, assignment.value, now);
    if (!value) return value.error();
    const auto* count = std::get_if<std::int64_t>(&*value);
    if (kind == "indicator" && edit.field == "count" && static_cast<double>(*count) < domain::smallestCount)
        return fail(
            ErrorCode::InvalidArgument,
            "numbers about fewer than ten people may be traced to somebody; leave them out. Nothing was "
            "changed");
    edit.value = std::move(*value);
    return edit;
}

Result<store::RecordEdit> recordEdit(const RecordId& id, std::string_view kind,
                                     const std::vector<Assignment>& assignments, WallMs now) {
    store::RecordEdit record{.record = id, .kind = std::string(kind), .edits = {}};
    for (const Assignment& assignment : assignments) {
        auto edit = editOf(kind, assignment, now);
        if (!edit) return edit.error();
        record.edits.push_back(std::move(*edit));
    }
    return record;
}

Result<void> written(Result<std::uint64_t> result) {
    if (!result) return result.error();
    return {};
}

bool isGone(const store::StoredRecord& stored) {
    return stored.visibility == merge::Visibility::Deleted ||
           stored.visibility == merge::Visibility::Erased ||
           stored.visibility == merge::Visibility::DeletedDespiteEdit;
}

bool saysConfidential(const store::RecordEdit& edit, bool what) {
    return edit.kind == "location" &&
           std::any_of(edit.edits.begin(), edit.edits.end(), [&](const store::FieldEdit& field) {
               return field.field == "confidential" &&
                      (what ? field.value == merge::Value(true) : field.value != merge::Value(true));
           });
}

/// Where a new record goes that tells where a confidential location is, or is one.
std::optional<SpaceId> confidentialSpaceFor(const Session::State& state, const store::RecordEdit& edit) {
    if (saysConfidential(edit, true)) return confidentialSpace(state);
    if (!goesWithLocation(edit.kind)) return std::nullopt;
    for (const store::FieldEdit& field : edit.edits)
        if (const auto* id = field.value ? std::get_if<RecordId>(&*field.value) : nullptr)
            if (const auto space = confidentialSpaceOf(state, *id)) return space;
    return std::nullopt;
}

/// Before an edit is written: what it makes confidential moves first.
Result<void> moveWhatItHides(Session::State& state, const store::StoredRecord& stored,
                             const store::RecordEdit& edit) {
    const SpaceId hidden = confidentialSpace(state);
    if (stored.space != hidden) {
        const bool becomes = saysConfidential(edit, true) || confidentialSpaceFor(state, edit).has_value();
        return becomes ? moveToConfidential(state, stored.record.id) : Result<void>();
    }
    if (saysConfidential(edit, false))
        return fail(
            ErrorCode::InvalidArgument,
            "a location that is confidential stays so: its address lies where few can read it. Make a "
            "new location for an address that may be known");
    for (const store::FieldEdit& field : edit.edits) {
        const auto* id = field.value ? std::get_if<RecordId>(&*field.value) : nullptr;
        const auto child =
            id != nullptr && field.action == Action::Add ? state.store->find(*id) : std::nullopt;
        if (child && goesWithLocation(child->record.kind))
            if (auto moved = moveToConfidential(state, *id); !moved) return moved;
    }
    return {};
}

}  // namespace

SpaceId Session::spaceFor(std::string_view kind) const {
    // One row a kind that lives elsewhere than on the social map.
    constexpr std::array<std::pair<std::string_view, roster::SpaceType>, 14> elsewhere{{
        {"questionnaire", roster::SpaceType::Templates},
        {"questionnaire-item", roster::SpaceType::Templates},
        {"event", roster::SpaceType::Programme},
        {"session", roster::SpaceType::Programme},
        {"room", roster::SpaceType::Programme},
        {"track", roster::SpaceType::Programme},
        {"speaker", roster::SpaceType::Programme},
        {"focus-area", roster::SpaceType::Programme},
        {"milestone", roster::SpaceType::Programme},
        {"sign-up-list", roster::SpaceType::Programme},
        {"sign-up", roster::SpaceType::Participation},
        {"lesson", roster::SpaceType::Participation},
        {"suggestion", roster::SpaceType::Suggestions},
        {"suggestion-decision", roster::SpaceType::Suggestions},
    }};
    constexpr std::array<std::string_view, 5> personal{"note", "favourite", "reminder",
                                                       "questionnaire-response", "device-name"};
    const RegionId region = state_->region ? state_->region->region : RegionId{};
    for (const std::string_view name : personal)
        if (kind == name) return roster::personalSpace(region, state_->identity->member);
    for (const auto& [name, type] : elsewhere)
        if (kind == name) return roster::regionSpace(region, type);
    return roster::regionSpace(region, roster::SpaceType::Map);
}

Result<RecordId> Session::create(std::string_view kind, const std::vector<Assignment>& assignments) {
    if (!joined()) return state_->mayWrite({}).error();
    if (auto may = mayEditDirectly(*state_, kind, {}); !may) return may.error();
    const SpaceId space = spaceFor(kind);
    if (auto allowed = state_->mayWrite(space); !allowed) return allowed.error();
    if (assignments.empty())
        return fail(ErrorCode::InvalidArgument, "a new record needs at least one field=value");
    const roster::Space* known = state_->keeper->roster().space(space);
    const roster::Member* me = state_->keeper->roster().member(state_->identity->member);
    const bool own = known != nullptr && roster::rightsOf(me->role, known->type).ownRecordsOnly;
    const RecordId id = own ? store::ownRecordId(state_->identity->member, state_->environment.random)
                            : state_->environment.random.id<RecordId>();
    const auto edit = recordEdit(id, kind, assignments, state_->environment.clock.wallMs());
    if (!edit) return edit.error();
    const auto hidden = confidentialSpaceFor(*state_, *edit);
    if (hidden)
        if (auto allowed = mayKeepConfidential(*state_); !allowed) return allowed.error();
    auto result = state_->store->write(hidden.value_or(space), std::span(&*edit, 1));
    if (!result) return result.error();
    return id;
}

Result<void> Session::set(const RecordId& id, const std::vector<Assignment>& assignments) {
    const auto stored = state_->store->find(id);
    if (!stored) return noSuchRecord();
    if (auto allowed = state_->mayWrite(stored->space); !allowed) return allowed;
    if (auto may = mayEditDirectly(*state_, stored->record.kind, id); !may) return may;
    if (isGone(*stored))
        return fail(ErrorCode::InvalidArgument, "this record was deleted; restore it before changing it");
    const auto edit = recordEdit(id, stored->record.kind, assignments, state_->environment.clock.wallMs());
    if (!edit) return edit.error();
    Result<void> result;
    state_->store->transact([&] {
        result = moveWhatItHides(*state_, *stored, *edit);
        if (!result) return;
        const auto where = state_->store->find(id);  // it may have moved
        result = written(state_->store->write(where->space, std::span(&*edit, 1)));
    });
    return result;
}

Result<void> Session::addElement(const RecordId& id, std::string_view field, std::string_view value) {
    const auto stored = state_->store->find(id);
    if (stored && domain::fieldTypeOf(stored->record.kind, field) != domain::FieldType::Set)
        return fail(ErrorCode::InvalidArgument,
                    "'" + std::string(field) + "' holds one value; use set " + std::string(field) + "=…");
    return set(id, {{std::string(field), std::string(value)}});
}

Result<void> Session::removeElement(const RecordId& id, std::string_view field, std::string_view value) {
    const auto stored = state_->store->find(id);
    if (!stored) return noSuchRecord();
    if (auto allowed = state_->mayWrite(stored->space); !allowed) return allowed;
    if (auto may = mayEditDirectly(*state_, stored->record.kind, id); !may) return may;
    if (domain::fieldTypeOf(stored->record.kind, field) != domain::FieldType::Set)
        return fail(ErrorCode::InvalidArgument,
                    "'" + std::string(field) + "' is not a set; empty it with set field=");
    // An imported element may be one that a person could not type: compare what is shown.
    for (const merge::Value* element : merge::elementsOf(stored->record, field)) {
        if (domain::displayText(*element) != value) continue;
        const store::RecordEdit edit{.record = id,
                                     .kind = stored->record.kind,
                                     .edits = {{Action::Remove, std::string(field), *element}}};
        return written(state_->store->write(stored->space, std::span(&edit, 1)));
    }
    return fail(ErrorCode::NotFound, "'" + std::string(field) + "' does not hold that");
}

namespace {

Result<void> wholeRecord(store::Store& store, const store::StoredRecord& stored, Action action) {
    const store::RecordEdit edit{
        .record = stored.record.id, .kind = stored.record.kind, .edits = {{action, "", std::nullopt}}};
    return written(store.write(stored.space, std::span(&edit, 1)));
}

}  // namespace

Result<void> Session::remove(const RecordId& id) {
    const auto stored = state_->store->find(id);
    if (!stored) return noSuchRecord();
    if (auto allowed = state_->mayWrite(stored->space); !allowed) return allowed;
    if (belongsToList(stored->record.kind)) return mayEditDirectly(*state_, stored->record.kind, id);
    return wholeRecord(*state_->store, *stored, Action::Delete);
}

Result<void> Session::restore(const RecordId& id) {
    const auto stored = state_->store->find(id);
    if (!stored) return noSuchRecord();
    if (auto allowed = state_->mayWrite(stored->space); !allowed) return allowed;
    if (belongsToList(stored->record.kind)) return mayEditDirectly(*state_, stored->record.kind, id);
    if (stored->visibility == merge::Visibility::Erased)
        return fail(ErrorCode::InvalidArgument,
                    "this record was erased for good; there is nothing to restore");
    return wholeRecord(*state_->store, *stored, Action::Restore);
}

}  // namespace veldwijzer::session
