// SPDX-License-Identifier: EUPL-1.2
#include "session/checklist_carry.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/fhir_json.h"
#include "session/checklist_records.h"
#include "store/change_codec.h"

namespace veldwijzer::session {
namespace {

constexpr std::string_view carrySetting = "checklist-carry";
constexpr std::size_t changesAtMost = 100'000;
constexpr std::size_t listsAtMost = 100'000;

using Unsent = std::map<std::string, checklist::Fields>;  ///< by list, hexadecimal

std::optional<RecordId> idFrom(std::string_view hexadecimal) {
    const auto bytes = fromHex(hexadecimal);
    return bytes ? RecordId::from(*bytes) : std::nullopt;
}

/// The list that a record of answers belongs to: itself, or that of an amendment.
std::optional<RecordId> listOf(const Session::State& state, const merge::RecordOperations& target) {
    if (target.kind == responseKind) return target.record;
    if (target.kind != amendmentKind) return std::nullopt;
    const auto stored = state.store->find(target.record);
    const merge::Value* response = stored ? merge::shownValue(stored->record, "response") : nullptr;
    const auto* id = response != nullptr ? std::get_if<RecordId>(response) : nullptr;
    return id != nullptr ? std::optional(*id) : std::nullopt;
}

void addAnswers(const Session::State& state, const merge::Change& change, Unsent& unsent) {
    for (const merge::RecordOperations& target : change.records) {
        const auto list = listOf(state, target);
        if (!list) continue;
        for (const merge::Operation& operation : target.operations) {
            if (!checklist::isAnswerField(operation.field) || !operation.value) continue;
            const auto* json = std::get_if<merge::Json>(&*operation.value);
            const auto* text = std::get_if<std::string>(&*operation.value);
            if (json != nullptr || text != nullptr)
                unsent[toHex(list->view())][operation.field] = json != nullptr ? json->text : *text;
        }
    }
}

void save(Session::State& state, const Unsent& unsent) {
    const auto present = state.store->setting(carrySetting);
    if (unsent.empty() && (!present || present->empty())) return;
    exchange::Node object = exchange::object();
    for (const auto& [list, fields] : unsent) {
        exchange::Node& node = exchange::add(object, list, exchange::object());
        for (const auto& [field, text] : fields)
            exchange::add(node, field, std::string_view(text));
    }
    state.store->setSetting(carrySetting,
                            unsent.empty() ? ByteView{} : viewOf(exchange::canonicalText(object)));
}

Unsent noted(const Session::State& state) {
    Unsent unsent;
    const auto present = state.store->setting(carrySetting);
    const auto object = present && !present->empty() ? exchange::partFrom(textOf(*present))
                                                     : Result<exchange::Node>(fail(ErrorCode::NotFound, ""));
    if (!object) return unsent;
    for (const exchange::Node& each : object->children)
        unsent[each.key] = fieldsFromJson(exchange::jsonText(each));
    return unsent;
}

/// Where a list went, if it was moved.
std::optional<store::StoredRecord> movedTo(const Session::State& state, const RecordId& old) {
    const auto rows = state.store->list(
        {.kind = std::string(responseKind), .facets = {}, .offset = 0, .limit = listsAtMost});
    for (const store::ListRow& row : rows.rows) {
        auto stored = state.store->find(row.id);
        const merge::Value* from = stored ? merge::shownValue(stored->record, "moved_from") : nullptr;
        if (from != nullptr && *from == merge::Value(old) && isThere(*stored)) return stored;
    }
    return std::nullopt;
}

bool carry(Session::State& state, const RecordId& old, const checklist::Fields& fields) {
    const auto present = state.store->find(old);
    if (!present || present->visibility != merge::Visibility::Erased) return false;
    const auto moved = movedTo(state, old);
    if (!moved) return false;
    const std::string name = "late " + toHex(old.view()) + ' ' + toHex(state.identity->device().view());
    store::RecordEdit edit{.record = amendmentIdOf(moved->record.id, name),
                           .kind = std::string(amendmentKind),
                           .edits = {assigned("response", moved->record.id), assigned("amends", name)}};
    for (const auto& [field, text] : fields)
        edit.edits.push_back(field.starts_with(checklist::rowPrefix) ? assigned(field, text)
                                                                     : assigned(field, merge::Json{text}));
    return writeEdits(state, moved->space, std::span(&edit, 1)).ok();
}

}  // namespace

void noteUnsentAnswers(Session::State& state) {
    if (!state.joined()) return;
    Unsent unsent = noted(state);
    for (const store::SpaceRow& space : state.store->spaces()) {
        const auto type = static_cast<roster::SpaceType>(space.type);
        if (type != roster::SpaceType::Personal && type != roster::SpaceType::Team) continue;
        for (const store::PendingChange& pending : state.store->unacknowledged(space.id, changesAtMost))
            if (const auto change = store::decodeChange(space.actor, pending.seq, pending.change))
                addAnswers(state, *change, unsent);
    }
    save(state, unsent);
}

bool carryAnswersOver(Session::State& state) {
    const Unsent unsent = noted(state);
    if (unsent.empty()) return false;
    bool written = false;
    // Both or neither: forgotten before they are written, they would be lost.
    state.store->transact([&] {
        for (const auto& [list, fields] : unsent)
            if (const auto id = idFrom(list)) written = carry(state, *id, fields) || written;
        save(state, {});
    });
    return written;
}

}  // namespace veldwijzer::session
