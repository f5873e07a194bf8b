// SPDX-License-Identifier: EUPL-1.2
// Settling conflicts.
#include <algorithm>

#include "domain/kinds.h"
#include "merge/conflicts.h"
#include "session/session.h"
#include "session/state.h"

namespace veldwijzer::session {
namespace {

using merge::Action;

Result<merge::Conflict> conflictOn(const store::Store& store, const store::StoredRecord& stored,
                                   std::string_view field) {
    auto conflicts = merge::conflictsOf(stored.record, domain::deletePolicyOf(stored.record.kind),
                                        store.clampedTime(stored.space));
    const auto found = std::find_if(conflicts.begin(), conflicts.end(),
                                    [&](const merge::Conflict& conflict) { return conflict.field == field; });
    if (found == conflicts.end())
        return fail(ErrorCode::NotFound, "this field is not in conflict; nothing was changed");
    return std::move(*found);
}

Result<void> write(store::Store& store, const store::StoredRecord& stored, store::FieldEdit edit) {
    const store::RecordEdit record{
        .record = stored.record.id, .kind = stored.record.kind, .edits = {std::move(edit)}};
    const auto result = store.write(stored.space, std::span(&record, 1));
    if (!result) return result.error();
    return {};
}

/// The delete stands in the list as the value that is a Delete operation; everything else means: keep the
/// record.
bool isTheDelete(const merge::Record& record, const merge::ConflictingValue& value) {
    return std::any_of(record.deletes.begin(), record.deletes.end(),
                       [&](const merge::LiveOperation& operation) {
                           return operation.id == value.id && operation.action == Action::Delete;
                       });
}

}  // namespace

Result<void> Session::resolveKeep(const RecordId& id, std::string_view field, std::size_t number) {
    const auto stored = state_->store->find(id);
    if (!stored) return fail(ErrorCode::NotFound, "there is no record with this id on this device");
    if (auto allowed = state_->mayWrite(stored->space); !allowed) return allowed;
    const auto conflict = conflictOn(*state_->store, *stored, field);
    if (!conflict) return conflict.error();
    if (number < 1 || number > conflict->values.size())
        return fail(ErrorCode::InvalidArgument,
                    "choose a value from 1 to " + std::to_string(conflict->values.size()));
    const merge::ConflictingValue& kept = conflict->values[number - 1];
    if (field == merge::deletedField) {
        const Action action = isTheDelete(stored->record, kept) ? Action::Delete : Action::Restore;
        return write(*state_->store, *stored, {action, "", std::nullopt});
    }
    return write(*state_->store, *stored, {Action::Assign, std::string(field), kept.value});
}

Result<void> Session::resolveWith(const RecordId& id, std::string_view field, std::string_view value) {
    const auto stored = state_->store->find(id);
    if (!stored) return fail(ErrorCode::NotFound, "there is no record with this id on this device");
    if (field == merge::deletedField)
        return fail(ErrorCode::InvalidArgument, "keep the record or the delete: --keep N");
    const auto conflict = conflictOn(*state_->store, *stored, field);
    if (!conflict) return conflict.error();
    return set(id, {{std::string(field), std::string(value)}});
}

}  // namespace veldwijzer::session
