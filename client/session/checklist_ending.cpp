// SPDX-License-Identifier: EUPL-1.2
// Completing, amending, extending, erasing, sharing.
#include <algorithm>

#include "base/text.h"
#include "domain/care.h"
#include "domain/kinds.h"
#include "domain/opening_hours.h"
#include "exchange/fhir_json.h"
#include "session/checklist_records.h"
#include "session/checklists.h"
#include "session/record_copy.h"

namespace veldwijzer::session {
namespace {

using checklist::Fields;

constexpr std::size_t namedAtMost = 8;
constexpr std::size_t reasonBytes = 2000;
constexpr int extensionYearsAtMost = 20;

/// "a, b, c and 4 more".
std::string someOf(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), namedAtMost); ++i)
        text += (text.empty() ? "" : ", ") + names[i];
    if (names.size() > namedAtMost) text += " and " + std::to_string(names.size() - namedAtMost) + " more";
    return text;
}

Result<void> mayBeSealed(const ListRecords& list, const checklist::Form& form) {
    std::vector<std::string> names;
    for (const merge::Conflict& conflict : conflictsIn(*list.editing(), list.clamped))
        names.push_back(conflict.field);
    if (!names.empty())
        return fail(ErrorCode::InvalidArgument, "two answers stand side by side, written at the same time: " +
                                                    someOf(names) + ". Settle them first; nothing is lost");
    const auto findings = checklist::review(form);
    if (checklist::mayComplete(findings)) return {};
    for (const checklist::Finding& finding : findings)
        if (finding.node != checklist::none)
            names.push_back(form.itemOf(form.nodes()[finding.node]).path + " (" +
                            std::string(nameOf(finding.what)) + ")");
    return fail(ErrorCode::InvalidArgument, "this checklist is not complete yet: " + someOf(names));
}

/// The fields that count, as a seal keeps them.
Fields sealedFields(const checklist::Form& form, const Fields& fields) {
    Fields kept;
    for (const checklist::Node& node : form.nodes()) {
        if (!node.enabled) continue;
        if (!node.answers.empty()) kept[node.field] = checklist::fieldText(node.answers);
        if (!node.isRow) continue;
        const std::string row = checklist::rowField(form.itemOf(node), node.rows);
        if (const auto place = fields.find(row); place != fields.end() && !place->second.empty())
            kept[row] = place->second;
    }
    return kept;
}

std::string coversOf(const ListRecords& list) {
    exchange::Node object = exchange::object();
    const auto add = [&](const store::StoredRecord& edition) {
        Fields hashes = hashesOf(edition.record);
        if (hashes.empty()) return;
        exchange::Node& node = exchange::add(object, editionOf(edition, list.clamped), exchange::object());
        for (const auto& [field, hash] : hashes)
            exchange::add(node, field, std::string_view(hash));
    };
    add(list.response);
    for (const store::StoredRecord& amendment : list.amendments)
        add(amendment);
    return exchange::canonicalText(object);
}

store::RecordEdit sealEdit(const Session::State& state, const ListRecords& list, const Fields& content) {
    const RecordId me = *RecordId::from(state.identity->member.view());
    const std::string at = formatUtc(state.environment.clock.wallMs());
    const std::string text = jsonOfFields(content);
    const std::string amends = tipsText(list);
    const std::string hash =
        sealHashOf({.content = text,
                    .templateHash = registerText(list.response.record, "template_hash", list.clamped),
                    .caseCode = registerText(list.response.record, "case_code", list.clamped),
                    .by = toHex(me.view()),
                    .at = at,
                    .amends = amends});
    store::RecordEdit edit{
        .record = state.environment.random.id<RecordId>(), .kind = std::string(sealKind), .edits = {}};
    edit.edits.push_back(assigned("response", list.response.record.id));
    if (!amends.empty()) edit.edits.push_back(assigned("amends", amends));
    edit.edits.push_back(assigned("hash", hash));
    edit.edits.push_back(assigned("sealed_by", me));
    edit.edits.push_back(assigned("sealed_at", at));
    addPieces(edit, "content", text);
    addPieces(edit, "covers", coversOf(list));
    return edit;
}

/// Every record of a list in its space, the accesses too.
std::vector<store::StoredRecord> allOf(const Session::State& state, const store::StoredRecord& response) {
    std::vector<store::StoredRecord> all{response};
    for (const std::string_view kind : partKinds)
        for (store::StoredRecord& part : partsOf(state, kind, response.record.id, response.space))
            all.push_back(std::move(part));
    return all;
}

std::vector<store::RecordEdit> erasuresOf(const std::vector<store::StoredRecord>& records) {
    std::vector<store::RecordEdit> edits;
    for (const store::StoredRecord& stored : records)
        edits.push_back({stored.record.id, stored.record.kind, {{merge::Action::Erase, "", std::nullopt}}});
    return edits;
}

/// The id of a part of a list that was moved. Never the old one: where a list was erased, nothing with its
/// ids can come back.
RecordId movedId(const Session::State& state, const store::StoredRecord& part, const RecordId& response,
                 const merge::ClampedTime& clamped) {
    if (part.record.kind == copyKind) return copyIdOf(response);
    if (part.record.kind == amendmentKind) return amendmentIdOf(response, editionOf(part, clamped));
    return state.environment.random.id<RecordId>();
}

/// Writes a list anew in another space and erases it where it was: both or neither. Its new id.
Result<RecordId> moveList(Session::State& state, const ListRecords& list, const SpaceId& target,
                          std::string_view action) {
    const SpaceId from = list.response.space;
    if (auto allowed = state.mayWrite(from); !allowed) return allowed.error();
    if (auto allowed = state.mayWrite(target); !allowed) return allowed.error();
    const auto records = allOf(state, list.response);
    const RecordId id = state.environment.random.id<RecordId>();
    std::vector<store::RecordEdit> copies;
    for (const store::StoredRecord& stored : records) {
        if (merge::hasConflict(stored.record, domain::deletePolicyOf(stored.record.kind)))
            return fail(ErrorCode::InvalidArgument,
                        "answers in this checklist wait to be settled; do that first, because what is not "
                        "shown now would be gone. Nothing was moved");
        store::RecordEdit copy = copyOf(stored.record, list.clamped);
        const bool part = stored.record.kind != responseKind;
        copy.record = part ? movedId(state, stored, id, list.clamped) : id;
        std::erase_if(copy.edits, [&](const store::FieldEdit& edit) {
            return edit.field == (part ? "response" : "shared_by") || edit.field == "moved_from";
        });
        if (part) copy.edits.push_back(assigned("response", id));
        copies.push_back(std::move(copy));
    }
    copies.front().edits.push_back(assigned("moved_from", list.response.record.id));
    if (action == "shared")
        copies.front().edits.push_back(assigned("shared_by", *RecordId::from(state.identity->member.view())));
    copies.push_back(accessEdit(state, id, action));
    Result<void> moved;
    state.store->transact([&] {
        moved = writeEdits(state, target, copies);
        if (moved) moved = writeEdits(state, from, erasuresOf(records));
    });
    if (!moved) return moved.error();
    return id;
}

Result<std::string> checkedReason(std::string_view reason) {
    if (reason.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return fail(ErrorCode::InvalidArgument, "a reason is needed, in a few words");
    if (reason.size() > reasonBytes)
        return fail(ErrorCode::TooLarge, "a reason has at most " + std::to_string(reasonBytes) + " bytes");
    return std::string(reason);
}

}  // namespace

Result<void> Checklists::complete(const RecordId& id) {
    const auto list = loadList(state_, id);
    if (!list) return list.error();
    if (auto allowed = state_.mayWrite(list->response.space); !allowed) return allowed;
    if (list->editing() == nullptr)
        return fail(ErrorCode::InvalidArgument, "this checklist is completed already; nothing was changed");
    const auto json = templateOfList(state_, *list);
    if (!json) return json.error();
    const auto questionnaire = checklist::questionnaireFrom(*json);
    if (!questionnaire) return questionnaire.error();
    const Fields fields = list->fields();
    const checklist::Form form(*questionnaire, fields);
    if (auto may = mayBeSealed(*list, form); !may) return may;
    const store::RecordEdit edit = sealEdit(state_, *list, sealedFields(form, fields));
    return writeEdits(state_, list->response.space, std::span(&edit, 1));
}

Result<void> Checklists::amend(const RecordId& id, std::string_view reason) {
    const auto list = loadList(state_, id);
    if (!list) return list.error();
    if (list->seals.empty())
        return fail(ErrorCode::InvalidArgument,
                    "this checklist was not completed yet; it can be changed as it is");
    if (list->current != nullptr) return {};
    const std::string tips = tipsText(*list);
    store::RecordEdit edit{
        .record = amendmentIdOf(id, tips), .kind = std::string(amendmentKind), .edits = {}};
    edit.edits.push_back(assigned("response", id));
    edit.edits.push_back(assigned("amends", tips));
    if (!reason.empty()) {
        auto words = checkedReason(reason);
        if (!words) return words.error();
        edit.edits.push_back(assigned("reason", std::move(*words)));
    }
    return writeEdits(state_, list->response.space, std::span(&edit, 1));
}

Result<void> Checklists::extend(const RecordId& id, std::string_view until, std::string_view reason) {
    const auto list = loadList(state_, id);
    if (!list) return list.error();
    const auto day = domain::dayFrom(until);
    if (!day || until.size() != 10)
        return fail(ErrorCode::InvalidArgument, "expected a date, like 2027-05-28");
    const auto words = checkedReason(reason);
    if (!words) return words.error();
    const auto present = domain::dayFrom(registerText(list->response.record, "retain_until", list->clamped));
    if (present && *day <= *present)
        return fail(ErrorCode::InvalidArgument,
                    "it is kept until " + domain::dayText(*present) +
                        " already; a checklist can be kept longer, not shorter. `erase` ends it now");
    if (*day >
        domain::localDayOf(state_.environment.clock.wallMs()) + std::chrono::days(366 * extensionYearsAtMost))
        return fail(ErrorCode::InvalidArgument,
                    "that is more than " + std::to_string(extensionYearsAtMost) + " years on");
    const std::vector<store::RecordEdit> edits{
        {.record = id,
         .kind = std::string(responseKind),
         .edits = {{merge::Action::Maximum, "retain_until", domain::dayText(*day)},
                   assigned("retention_reason", *words)}},
        accessEdit(state_, id, "extended")};
    return writeEdits(state_, list->response.space, edits);
}

Result<void> Checklists::erase(const RecordId& id) {
    const auto list = loadList(state_, id);
    if (!list) return list.error();
    return writeEdits(state_, list->response.space, erasuresOf(allOf(state_, list->response)));
}

Result<RecordId> Checklists::share(const RecordId& id, const SpaceId& team) {
    const auto list = loadList(state_, id);
    if (!list) return list.error();
    if (list->response.space != session_->spaceFor(responseKind))
        return fail(ErrorCode::InvalidArgument,
                    "this checklist is shared with a team already; nothing was moved");
    const auto space = state_.store->space(team);
    if (!space || space->type != static_cast<std::uint32_t>(roster::SpaceType::Team))
        return fail(ErrorCode::NotFound, "this device does not hold the key of that team");
    return moveList(state_, *list, team, "shared");
}

Result<RecordId> Checklists::takeBack(const RecordId& id) {
    const auto list = loadList(state_, id);
    if (!list) return list.error();
    const SpaceId own = session_->spaceFor(responseKind);
    if (list->response.space == own)
        return fail(ErrorCode::InvalidArgument, "this checklist is yours alone already; nothing was moved");
    const merge::Value* sharer = merge::shownValue(list->response.record, "shared_by", list->clamped);
    if (sharer == nullptr || *sharer != merge::Value(*RecordId::from(state_.identity->member.view())))
        return fail(ErrorCode::Forbidden, "only whoever shared a checklist takes it back; nothing was moved");
    return moveList(state_, *list, own, "taken-back");
}

}  // namespace veldwijzer::session
