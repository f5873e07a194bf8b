// SPDX-License-Identifier: EUPL-1.2
#include "session/suggestions.h"

#include <algorithm>

#include "domain/kinds.h"
#include "merge/conflicts.h"
#include "session/state.h"
#include "store/own_records.h"

namespace veldwijzer::session {
namespace {

constexpr std::string_view suggestionKind = "suggestion";
constexpr std::string_view decisionKind = "suggestion-decision";
constexpr std::string_view proposed = "proposed.";
constexpr std::string_view seen = "seen.";
constexpr std::string_view acceptedCode = "accepted";
constexpr std::string_view declinedCode = "declined";
/// Of one kind, read at a time: more than a region writes in years.
constexpr std::size_t readAtMost = 100'000;

std::string textIn(const merge::Record& record, std::string_view field) {
    const merge::Value* value = merge::shownValue(record, field);
    return value != nullptr ? domain::displayText(*value) : std::string();
}

std::optional<RecordId> referenceIn(const merge::Record& record, std::string_view field) {
    const merge::Value* value = merge::shownValue(record, field);
    const auto* id = value != nullptr ? std::get_if<RecordId>(value) : nullptr;
    return id != nullptr ? std::optional(*id) : std::nullopt;
}

/// Of the newest operation: when it was written, and by whom.
const merge::LiveOperation* newest(const merge::Record& record) {
    const merge::LiveOperation* found = nullptr;
    for (const merge::Field& field : record.fields)
        for (const merge::LiveOperation& operation : field.operations)
            if (found == nullptr || found->wallMs < operation.wallMs) found = &operation;
    return found;
}

std::vector<store::StoredRecord> allOf(const store::Store& store, std::string_view kind) {
    std::vector<store::StoredRecord> found;
    for (const store::ListRow& row :
         store.list({.kind = std::string(kind), .facets = {}, .offset = 0, .limit = readAtMost}).rows)
        if (auto stored = store.find(row.id)) found.push_back(std::move(*stored));
    return found;
}

std::vector<SuggestedField> fieldsOf(const merge::Record& suggestion, const store::StoredRecord* about) {
    std::vector<SuggestedField> fields;
    for (const merge::Field& field : suggestion.fields) {
        if (!field.name.starts_with(proposed)) continue;
        const std::string name = field.name.substr(proposed.size());
        fields.push_back({name, textIn(suggestion, std::string(seen) + name),
                          about != nullptr ? textIn(about->record, name) : "",
                          textIn(suggestion, field.name)});
    }
    return fields;
}

Suggestion read(const Session& session, const store::StoredRecord& stored) {
    const store::Store& store = session.store();
    Suggestion result;
    result.id = stored.record.id;
    result.about = referenceIn(stored.record, "record");
    result.kind = textIn(stored.record, "kind");
    result.words = textIn(stored.record, "text");
    const auto about = result.about ? store.find(*result.about) : std::nullopt;
    if (about) {
        result.kind = about->record.kind;
        result.title = domain::titleOf(about->record, store.clampedTime(about->space));
    }
    result.fields = fieldsOf(stored.record, about ? &*about : nullptr);
    if (const merge::LiveOperation* last = newest(stored.record)) {
        result.atMs = last->wallMs;
        result.by = session.authorOf(last->id.actor);
    }
    return result;
}

Error noSuchSuggestion() {
    return fail(ErrorCode::NotFound, "there is no such suggestion on this device; `suggestions` lists them");
}

store::FieldEdit assign(std::string field, merge::Value value) {
    return {merge::Action::Assign, std::move(field), std::move(value)};
}

}  // namespace

std::map<RecordId, Decision> decisionsIn(const Session& session) {
    std::map<RecordId, Decision> decisions;
    for (const store::StoredRecord& stored : allOf(session.store(), decisionKind)) {
        const auto about = referenceIn(stored.record, "suggestion");
        const merge::LiveOperation* last = newest(stored.record);
        if (!about || last == nullptr) continue;
        Decision& known = decisions[*about];
        if (known.atMs > last->wallMs) continue;
        known = {textIn(stored.record, "outcome") == acceptedCode, session.authorOf(last->id.actor),
                 textIn(stored.record, "why"), last->wallMs};
    }
    return decisions;
}

std::vector<Suggestion> Suggestions::list(bool decided) const {
    std::vector<Suggestion> found;
    const auto decisions = decisionsIn(session_);
    const Session::State& state = session_.state();
    for (const store::StoredRecord& stored : allOf(session_.store(), suggestionKind)) {
        const auto decision = decisions.find(stored.record.id);
        if (decision != decisions.end() && !decided) continue;
        Suggestion& suggestion = found.emplace_back(read(session_, stored));
        suggestion.yours = state.identity && store::isOwnRecord(suggestion.id, state.identity->member);
        if (decision != decisions.end()) suggestion.decision = decision->second;
    }
    std::ranges::sort(found, [](const Suggestion& a, const Suggestion& b) {
        return a.atMs != b.atMs ? a.atMs < b.atMs : a.id < b.id;
    });
    return found;
}

Result<RecordId> Suggestions::suggest(const RecordId& about, const std::vector<Assignment>& assignments,
                                      std::string_view words) {
    const auto stored = session_.store().find(about);
    if (!stored || stored->visibility != merge::Visibility::Present)
        return fail(ErrorCode::NotFound, "there is no record with this id on this device");
    return write(about, stored->record.kind, assignments, words);
}

Result<RecordId> Suggestions::suggestNew(std::string_view kind, const std::vector<Assignment>& assignments,
                                         std::string_view words) {
    if (domain::findKind(kind) == nullptr)
        return fail(ErrorCode::InvalidArgument, "there is no kind '" + std::string(kind) + "'");
    if (assignments.empty())
        return fail(ErrorCode::InvalidArgument, "something new needs at least one field=value");
    return write(std::nullopt, kind, assignments, words);
}

Result<RecordId> Suggestions::write(std::optional<RecordId> about, std::string_view kind,
                                    const std::vector<Assignment>& assignments, std::string_view words) {
    Session::State& state = session_.state();
    const SpaceId space = session_.spaceFor(suggestionKind);
    if (auto allowed = state.mayWrite(space); !allowed) return allowed.error();
    if (assignments.empty() && words.empty())
        return fail(ErrorCode::InvalidArgument, "say what should change: field=value, or words");
    store::RecordEdit edit{store::ownRecordId(state.identity->member, state.environment.random),
                           std::string(suggestionKind),
                           {}};
    if (about)
        edit.edits.push_back(assign("record", *about));
    else
        edit.edits.push_back(assign("kind", std::string(kind)));
    if (!words.empty()) edit.edits.push_back(assign("text", std::string(words)));
    const auto target = about ? state.store->find(*about) : std::nullopt;
    for (const Assignment& each : assignments) {
        // Judged now, by the one who can still ask what was meant.
        if (!each.value.empty())
            if (auto value =
                    domain::parseValue(kind, each.field, each.value, state.environment.clock.wallMs());
                !value)
                return value.error();
        edit.edits.push_back(assign(std::string(proposed) + each.field, each.value));
        const std::string before = target ? textIn(target->record, each.field) : "";
        if (!before.empty()) edit.edits.push_back(assign(std::string(seen) + each.field, before));
    }
    const auto written = state.store->write(space, std::span(&edit, 1));
    if (!written) return written.error();
    return edit.record;
}

Result<Suggestion> Suggestions::openOne(const RecordId& id) const {
    for (Suggestion& suggestion : list(true)) {
        if (suggestion.id != id) continue;
        if (suggestion.decision)
            return fail(ErrorCode::InvalidArgument, "this suggestion was answered before, by " +
                                                        suggestion.decision->by + ". Nothing was changed");
        return std::move(suggestion);
    }
    return noSuchSuggestion();
}

Result<void> Suggestions::accept(const RecordId& id, const std::vector<Assignment>& instead) {
    const auto suggestion = openOne(id);
    if (!suggestion) return suggestion.error();
    const SpaceId map = roster::regionSpace(session_.state().region->region, roster::SpaceType::Map);
    if (auto allowed = session_.state().mayWrite(map); !allowed) return allowed;
    std::vector<Assignment> assignments = instead;
    for (const SuggestedField& field : suggestion->fields)
        if (std::ranges::none_of(instead, [&](const Assignment& each) { return each.field == field.field; }))
            assignments.push_back({field.field, field.proposed});
    Result<void> done;
    session_.state().store->transact([&] {
        if (!assignments.empty() && suggestion->about) {
            done = session_.set(*suggestion->about, assignments);
        } else if (!assignments.empty()) {
            const auto made = session_.create(suggestion->kind, assignments);
            if (!made) done = made.error();
        }
        if (done) done = decide(id, true, {});
    });
    return done;
}

Result<void> Suggestions::decline(const RecordId& id, std::string_view why) {
    const auto suggestion = openOne(id);
    if (!suggestion) return suggestion.error();
    if (why.empty()) return fail(ErrorCode::InvalidArgument, "say why, for its author to read");
    return decide(id, false, why);
}

Result<void> Suggestions::decide(const RecordId& id, bool accepted, std::string_view why) {
    Session::State& state = session_.state();
    const SpaceId map = roster::regionSpace(state.region->region, roster::SpaceType::Map);
    if (auto allowed = state.mayWrite(map); !allowed) return allowed;
    store::RecordEdit edit{store::ownRecordId(state.identity->member, id), std::string(decisionKind), {}};
    edit.edits.push_back(assign("suggestion", id));
    edit.edits.push_back(assign("outcome", std::string(accepted ? acceptedCode : declinedCode)));
    if (!why.empty()) edit.edits.push_back(assign("why", std::string(why)));
    const auto written = state.store->write(session_.spaceFor(decisionKind), std::span(&edit, 1));
    return written ? Result<void>() : Result<void>(written.error());
}

}  // namespace veldwijzer::session
