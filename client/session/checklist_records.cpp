// SPDX-License-Identifier: EUPL-1.2
#include "session/checklist_records.h"

#include <algorithm>
#include <tuple>

#include "base/hash.h"
#include "base/text.h"
#include "domain/kinds.h"
#include "domain/opening_hours.h"
#include "exchange/fhir_json.h"

namespace veldwijzer::session {
namespace {

constexpr std::size_t partsAtMost = 100'000;
constexpr std::size_t shortHashDigits = 16;

std::string textOf(const merge::Value& value) {
    if (const auto* json = std::get_if<merge::Json>(&value)) return json->text;
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : std::string();
}

std::string hexOf(const merge::Record& record, std::string_view field, const merge::ClampedTime& clamped) {
    const merge::Value* value = merge::shownValue(record, field, clamped);
    const auto* id = value != nullptr ? std::get_if<RecordId>(value) : nullptr;
    return id != nullptr ? toHex(id->view()) : std::string();
}

/// The last thing that was written to a record: whose, and when.
const merge::LiveOperation* lastOperation(const merge::Record& record) {
    const merge::LiveOperation* last = nullptr;
    for (const merge::Field& field : record.fields)
        for (const merge::LiveOperation& operation : field.operations)
            if (last == nullptr || last->wallMs < operation.wallMs) last = &operation;
    return last;
}

SealRecord sealFrom(const Session::State& state, store::StoredRecord stored,
                    const store::StoredRecord& response, const merge::ClampedTime& clamped) {
    SealRecord made;
    const merge::Record& record = stored.record;
    const std::string content = piecesIn(record, "content", clamped);
    made.content = fieldsFromJson(content);
    made.seal.id = record.id;
    made.seal.hash = registerText(record, "hash", clamped);
    const std::string at = registerText(record, "sealed_at", clamped);
    made.seal.atMs = domain::instantFrom(at).value_or(0);
    const merge::LiveOperation* last = lastOperation(record);
    made.seal.by = memberName(state, merge::shownValue(record, "sealed_by", clamped),
                              last != nullptr ? last->id.actor : ActorId{});
    made.amends = registerText(record, "amends", clamped);
    made.seal.intact =
        made.seal.hash == sealHashOf({.content = content,
                                      .templateHash = registerText(response.record, "template_hash", clamped),
                                      .caseCode = registerText(response.record, "case_code", clamped),
                                      .by = hexOf(record, "sealed_by", clamped),
                                      .at = at,
                                      .amends = made.amends});
    if (auto covers = exchange::partFrom(piecesIn(record, "covers", clamped)))
        for (const exchange::Node& each : covers->children)
            made.covers[each.key] = fieldsFromJson(exchange::jsonText(each));
    made.stored = std::move(stored);
    return made;
}

bool amends(const SealRecord& seal, const SealRecord& other) {
    return !other.seal.hash.empty() && seal.amends.find(other.seal.hash) != std::string::npos;
}

void findTips(ListRecords& list) {
    // What amends comes after what it amends, whatever the clocks said.
    std::map<RecordId, std::size_t> depths;
    for (std::size_t round = 0; round < list.seals.size(); ++round)
        for (const SealRecord& seal : list.seals)
            for (const SealRecord& before : list.seals)
                if (amends(seal, before) && depths[before.seal.id] < list.seals.size())
                    depths[seal.seal.id] = std::max(depths[seal.seal.id], depths[before.seal.id] + 1);
    std::sort(list.seals.begin(), list.seals.end(), [&](const SealRecord& a, const SealRecord& b) {
        return std::tuple(depths[a.seal.id], a.seal.atMs, a.seal.id) <
               std::tuple(depths[b.seal.id], b.seal.atMs, b.seal.id);
    });
    for (const SealRecord& seal : list.seals) {
        const bool amended = std::any_of(list.seals.begin(), list.seals.end(),
                                         [&](const SealRecord& other) { return amends(other, seal); });
        if (!amended) list.tips.push_back(&seal);
    }
    // Seals that amend each other in a circle can only be somebody's forgery; then all of them are looked at.
    if (list.tips.empty())
        for (const SealRecord& seal : list.seals)
            list.tips.push_back(&seal);
    std::reverse(list.tips.begin(), list.tips.end());
}

}  // namespace

bool belongsToList(std::string_view kind) {
    return kind == responseKind || std::find(partKinds.begin(), partKinds.end(), kind) != partKinds.end();
}

bool isThere(const store::StoredRecord& stored) {
    return stored.visibility == merge::Visibility::Present ||
           stored.visibility == merge::Visibility::PresentDespiteDelete;
}

ListState ListRecords::state() const {
    if (seals.empty()) return ListState::InProgress;
    if (current != nullptr) return ListState::Amending;
    return tips.front()->amends.empty() ? ListState::Completed : ListState::Amended;
}

checklist::Fields ListRecords::fields() const {
    if (seals.empty()) return answersIn(response.record, clamped);
    checklist::Fields fields = tips.front()->content;
    if (current != nullptr)
        for (auto& [field, text] : answersIn(current->record, clamped))
            fields[field] = text;
    return fields;
}

Result<ListRecords> loadList(const Session::State& state, const RecordId& id) {
    auto stored = state.store->find(id);
    if (!stored || stored->record.kind != responseKind)
        return fail(ErrorCode::NotFound, "there is no checklist with this id on this device");
    if (!isThere(*stored))
        return fail(ErrorCode::NotFound, "this checklist was erased; nothing of it is left on this device");
    ListRecords list;
    list.response = std::move(*stored);
    const SpaceId space = list.response.space;
    list.clamped = state.store->clampedTime(space);
    for (store::StoredRecord& part : partsOf(state, sealKind, id, space))
        list.seals.push_back(sealFrom(state, std::move(part), list.response, list.clamped));
    list.amendments = partsOf(state, amendmentKind, id, space);
    findTips(list);
    const std::string tips = tipsText(list);
    for (const store::StoredRecord& amendment : list.amendments)
        if (!list.seals.empty() && amendment.record.id == amendmentIdOf(id, tips)) list.current = &amendment;
    for (SealRecord& seal : list.seals)
        for (const store::StoredRecord& amendment : list.amendments)
            if (!seal.amends.empty() && editionOf(amendment, list.clamped) == seal.amends)
                seal.seal.reason = registerText(amendment.record, "reason", list.clamped);
    return list;
}

Result<std::string> templateOfList(const Session::State& state, const ListRecords& list) {
    const auto damaged = [](std::string_view what) {
        return fail(ErrorCode::Malformed,
                    "the template of this checklist " + std::string(what) +
                        ". Its answers are safe; `show` has them. `sync` may bring the rest");
    };
    const auto copies = partsOf(state, copyKind, list.response.record.id, list.response.space);
    for (const store::StoredRecord& copy : copies) {
        std::string json = piecesIn(copy.record, "content", list.clamped);
        if (templateHashOf(json) == registerText(list.response.record, "template_hash", list.clamped))
            return json;
    }
    return damaged(copies.empty() ? "is not on this device yet" : "is not the one that it was begun with");
}

std::vector<store::StoredRecord> partsOf(const Session::State& state, std::string_view kind,
                                         const RecordId& response, const SpaceId& space) {
    std::vector<store::StoredRecord> parts;
    const store::ListResult rows = state.store->list({.kind = std::string(kind),
                                                      .facets = {{"response", toHex(response.view())}},
                                                      .offset = 0,
                                                      .limit = partsAtMost});
    for (const store::ListRow& row : rows.rows)
        if (auto part = state.store->find(row.id); part && part->space == space && isThere(*part))
            parts.push_back(std::move(*part));
    return parts;
}

checklist::Fields answersIn(const merge::Record& record, const merge::ClampedTime& clamped) {
    checklist::Fields fields;
    for (const merge::Field& field : record.fields) {
        if (!checklist::isAnswerField(field.name)) continue;
        if (const merge::Value* value = merge::shownValue(record, field.name, clamped))
            fields[field.name] = textOf(*value);
    }
    return fields;
}

checklist::Fields hashesOf(const merge::Record& record) {
    checklist::Fields hashes;
    for (const merge::Field& field : record.fields) {
        if (!checklist::isAnswerField(field.name)) continue;
        std::vector<std::string> values;
        for (const merge::LiveOperation& operation : field.operations)
            values.push_back(operation.value ? "=" + textOf(*operation.value) : "");
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
        std::string all;
        for (const std::string& value : values)
            all += std::to_string(value.size()) + ':' + value;
        hashes[field.name] =
            toHex(hashOf("veldwijzer checklist answer", {viewOf(all)}).view()).substr(0, shortHashDigits);
    }
    return hashes;
}

std::string editionOf(const store::StoredRecord& edition, const merge::ClampedTime& clamped) {
    return edition.record.kind == amendmentKind ? registerText(edition.record, "amends", clamped)
                                                : std::string();
}

std::vector<LateAnswer> lateAnswers(const Session::State& state, const ListRecords& list) {
    std::vector<LateAnswer> late;
    const checklist::Fields shown = list.fields();
    const auto add = [&](const merge::Field& field) {
        const auto known = shown.find(field.name);
        for (const merge::LiveOperation& operation : field.operations) {
            if (operation.action != merge::Action::Assign) continue;
            if (known != shown.end() && operation.value && textOf(*operation.value) == known->second)
                continue;
            LateAnswer answer;
            answer.field = field.name;
            answer.given.by = memberName(state, nullptr, operation.id.actor);
            answer.given.atMs = operation.wallMs;
            answer.given.text = operation.value ? textOf(*operation.value) : std::string();
            late.push_back(std::move(answer));
        }
    };
    const auto look = [&](const store::StoredRecord& edition) {
        if (&edition == list.editing()) return;
        const std::string name = editionOf(edition, list.clamped);
        for (const auto& [field, hash] : hashesOf(edition.record)) {
            const bool covered = std::any_of(list.tips.begin(), list.tips.end(), [&](const SealRecord* tip) {
                const auto known = tip->covers.find(name);
                const auto seen = known != tip->covers.end() ? known->second.find(field)
                                                             : checklist::Fields::const_iterator{};
                return known != tip->covers.end() && seen != known->second.end() && seen->second == hash;
            });
            if (!covered) add(*edition.record.field(field));
        }
    };
    look(list.response);
    for (const store::StoredRecord& amendment : list.amendments)
        look(amendment);
    // Completed twice with different answers: what the others say.
    for (std::size_t i = 1; i < list.tips.size(); ++i)
        for (const auto& [field, text] : list.tips[i]->content) {
            const auto first = list.tips.front()->content.find(field);
            if (first != list.tips.front()->content.end() && first->second == text) continue;
            late.push_back(
                {field, checklist::none, {list.tips[i]->seal.by, list.tips[i]->seal.atMs, {}, text}});
        }
    return late;
}

std::vector<merge::Conflict> conflictsIn(const store::StoredRecord& stored,
                                         const merge::ClampedTime& clamped) {
    return merge::conflictsOf(stored.record, domain::deletePolicyOf(stored.record.kind), clamped);
}

std::string registerText(const merge::Record& record, std::string_view field,
                         const merge::ClampedTime& clamped) {
    const merge::Value* value = merge::shownValue(record, field, clamped);
    return value != nullptr ? textOf(*value) : std::string();
}

std::string tipsText(const ListRecords& list) {
    std::vector<std::string> hashes;
    for (const SealRecord* tip : list.tips)
        hashes.push_back(tip->seal.hash);
    std::sort(hashes.begin(), hashes.end());
    std::string text;
    for (const std::string& hash : hashes)
        text += (text.empty() ? "" : ",") + hash;
    return text;
}

RecordId copyIdOf(const RecordId& response) {
    return idOf<RecordId>("veldwijzer checklist copy", {response.view()});
}
RecordId amendmentIdOf(const RecordId& response, std::string_view tips) {
    return idOf<RecordId>("veldwijzer checklist amendment", {response.view(), viewOf(tips)});
}
std::string templateHashOf(std::string_view json) {
    return toHex(hashOf("veldwijzer checklist template", {viewOf(json)}).view());
}
std::string sealHashOf(const SealWords& words) {
    return toHex(hashOf("veldwijzer checklist seal",
                        {viewOf(words.content), viewOf(words.templateHash), viewOf(words.caseCode),
                         viewOf(words.by), viewOf(words.at), viewOf(words.amends)})
                     .view());
}

std::string jsonOfFields(const checklist::Fields& fields) {
    exchange::Node object = exchange::object();
    for (const auto& [field, text] : fields)
        exchange::add(object, field, std::string_view(text));
    return exchange::canonicalText(object);
}

checklist::Fields fieldsFromJson(std::string_view json) {
    checklist::Fields fields;
    const auto object = exchange::partFrom(json);
    if (!object) return fields;
    for (const exchange::Node& member : object->children)
        if (member.isText()) fields[member.key] = member.text;
    return fields;
}

void addPieces(store::RecordEdit& edit, std::string_view name, std::string_view text) {
    for (auto& [field, piece] : exchange::inPieces(name, text))
        edit.edits.push_back(assigned(field, std::move(piece)));
}

std::string piecesIn(const merge::Record& record, std::string_view name, const merge::ClampedTime& clamped) {
    std::string whole = registerText(record, name, clamped);
    if (!whole.empty()) return whole;
    for (std::size_t i = 0;; ++i) {
        const std::string piece = registerText(record, std::string(name) + '#' + std::to_string(i), clamped);
        if (piece.empty()) return whole;
        whole += piece;
    }
}

store::FieldEdit assigned(std::string_view field, merge::Value value) {
    return {merge::Action::Assign, std::string(field), std::move(value)};
}

std::string memberName(const Session::State& state, const merge::Value* member, const ActorId& actor) {
    MemberId id;
    if (const auto* reference = member != nullptr ? std::get_if<RecordId>(member) : nullptr) {
        id = *MemberId::from(reference->view());
    } else {
        const auto device = state.store->deviceOf(actor);
        if (!device || !state.keeper) return toHex(actor.view()).substr(0, 8);
        const roster::Device* found = state.keeper->roster().device(*device);
        if (found == nullptr) return toHex(device->view()).substr(0, 8);
        id = found->member;
    }
    if (state.identity && id == state.identity->member) return "you";
    return state.nameOf(id);
}

Result<void> writeEdits(Session::State& state, const SpaceId& space,
                        std::span<const store::RecordEdit> edits) {
    if (auto allowed = state.mayWrite(space); !allowed) return allowed;
    Result<void> result;
    state.store->transact([&] {
        if (const auto written = state.store->writeBulk(space, edits); !written) result = written.error();
    });
    return result;
}

}  // namespace veldwijzer::session
