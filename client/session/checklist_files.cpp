// SPDX-License-Identifier: EUPL-1.2
// Filled-in lists as FHIR files.
#include <algorithm>

#include "base/hash.h"
#include "base/text.h"
#include "exchange/fhir_json.h"
#include "exchange/fhir_response.h"
#include "session/checklist_records.h"
#include "session/checklists.h"
#include "session/template_records.h"

namespace veldwijzer::session {
namespace {

/// The template that a canonical means: that version, else the newest of that url.
std::optional<RecordId> templateFor(const std::vector<TemplateSummary>& all, std::string_view canonical) {
    const std::string_view url = canonical.substr(0, canonical.find('|'));
    const std::string_view version = url.size() < canonical.size() ? canonical.substr(url.size() + 1) : "";
    const TemplateSummary* best = nullptr;
    for (const TemplateSummary& each : all) {
        const std::string own = each.url.empty() ? "urn:uuid:" : each.url;
        if (each.url.empty() || own != url) continue;
        if (each.version == version) return each.id;
        if (best == nullptr || best->version < each.version) best = &each;
    }
    return best != nullptr ? std::optional(best->id) : std::nullopt;
}

/// A response as it came, for as long as nobody changes an answer: its order, and answers to questions that
/// do not count, come out again.
constexpr std::string_view originalField = "import.original";
constexpr std::string_view originalHashField = "import.original_fields";
constexpr std::size_t originalBytes = std::size_t{512} * 1024;

std::string hashOfFields(const checklist::Fields& fields) {
    return toHex(hashOf("veldwijzer imported answers", {viewOf(jsonOfFields(fields))}).view());
}

/// Nothing when it was changed since, or did not come from a file.
std::optional<std::string> unchangedOriginal(const ListRecords& list, std::string_view status) {
    const merge::Record& record = list.response.record;
    const std::string hash = registerText(record, originalHashField, list.clamped);
    if (hash.empty() || !list.amendments.empty() || hash != hashOfFields(answersIn(record, list.clamped)))
        return std::nullopt;
    auto original = exchange::partFrom(piecesIn(record, originalField, list.clamped));
    if (!original) return std::nullopt;
    for (exchange::Node& member : original->children)
        if (member.key == "status" && member.isText()) member.text = status;
    return exchange::prettyText(*original);
}

/// Answers to questions that do not count, told rather than silently left out.
void tellOfDisabled(const checklist::Form& form, const std::string& file,
                    std::vector<exchange::Problem>& report) {
    for (const checklist::Node& node : form.nodes())
        if (!node.enabled && !node.answers.empty())
            report.push_back(
                {file, 0, "'" + form.itemOf(node).path + "' is answered, although its conditions do not hold",
                 "kept; it does not count, and is not in what is completed here"});
}

std::string uuidOf(const RecordId& id) {
    std::string text = toHex(id.view());
    for (const std::size_t dash : {20U, 16U, 12U, 8U})
        text.insert(dash, "-");
    return text;
}

std::vector<std::string> missingIn(const checklist::Form& form) {
    std::vector<std::string> missing;
    for (const checklist::Finding& finding : checklist::review(form))
        if (finding.node != checklist::none)
            missing.push_back(form.itemOf(form.nodes()[finding.node]).path + " (" +
                              std::string(nameOf(finding.what)) + ")");
    return missing;
}

}  // namespace

Result<Checklists::Imported> Checklists::importFrom(const std::filesystem::path& path, bool preview) {
    if (!state_.joined()) return state_.mayWrite({}).error();
    const auto resource = exchange::readFhirFile(path);
    if (!resource) return resource.error();
    const auto canonical = exchange::templateOfResponse(*resource);
    if (!canonical) return canonical.error();
    const auto found = templateFor(Templates(*session_).list(), *canonical);
    if (!found)
        return fail(ErrorCode::NotFound, "the template of this response is not here: " + *canonical +
                                             ". Import it first. Nothing was read");
    const auto records = templateRecords(state_, *found);
    if (!records) return records.error();
    const auto questionnaire = checklist::questionnaireFrom(exchange::templateCopy(*records));
    if (!questionnaire) return questionnaire.error();
    auto reading = exchange::readResponse(*resource, *questionnaire, path.filename().string());
    if (!reading) return reading.error();

    Imported result;
    // One's own space is part of the id: a colleague who imports the same file has a list of their own.
    const SpaceId space = session_->spaceFor(responseKind);
    result.id = idOf<RecordId>("veldwijzer fhir response",
                               {space.view(), viewOf(exchange::canonicalText(*resource))});
    result.report = std::move(reading->report);
    const checklist::Form form(*questionnaire, reading->fields);
    result.missing = missingIn(form);
    tellOfDisabled(form, path.filename().string(), result.report);
    const bool done = reading->status == "completed" || reading->status == "amended";
    result.completed = done && result.missing.empty();
    if (const auto stored = state_.store->find(result.id)) {
        result.present = true;
        if (!isThere(*stored))
            result.report.push_back({path.filename().string(), 0,
                                     "this response was here before and was erased", "not read again"});
        return result;
    }
    if (preview) return result;
    std::string code;
    if (const exchange::Node* identifier = resource->member("identifier"))
        if (exchange::textAt(*identifier, "system") == exchange::caseCodeSystem)
            code = exchange::textAt(*identifier, "value").substr(0, caseCodeBytes);
    auto edits = beginningOf(state_, result.id, *records, *questionnaire, code);
    store::RecordEdit& list = edits.front();
    for (const auto& [field, text] : reading->fields)
        list.edits.push_back(field.starts_with(checklist::rowPrefix) ? assigned(field, text)
                                                                     : assigned(field, merge::Json{text}));
    for (const auto& [field, text] : reading->kept)
        list.edits.push_back(assigned(field, merge::Json{text}));
    for (const auto& [field, value] : reading->foreign.front().registers)
        list.edits.push_back(assigned(field, value));
    const std::string original = exchange::canonicalText(*resource);
    if (original.size() <= originalBytes) {
        addPieces(list, originalField, original);
        list.edits.push_back(assigned(originalHashField, hashOfFields(reading->fields)));
    }
    Result<void> written;
    state_.store->transact([&] {
        written = writeEdits(state_, space, edits);
        if (written && result.completed) written = complete(result.id);
    });
    if (!written) return written.error();
    return result;
}

Result<Checklists::Exported> Checklists::exported(const RecordId& id) {
    const auto list = loadList(state_, id);
    if (!list) return list.error();
    const auto json = templateOfList(state_, *list);
    if (!json) return json.error();
    const auto questionnaire = checklist::questionnaireFrom(*json);
    if (!questionnaire) return questionnaire.error();
    const checklist::Form form(*questionnaire, list->fields());
    exchange::ResponseHeader header;
    header.id = uuidOf(id);
    header.canonical = registerText(list->response.record, "questionnaire", list->clamped);
    const ListState now = list->state();
    header.status =
        now == ListState::Amended || now == ListState::Amending ? "amended" : std::string(nameOf(now));
    header.authored = list->seals.empty() ? registerText(list->response.record, "authored", list->clamped)
                                          : formatUtc(list->tips.front()->seal.atMs);
    header.caseCode = registerText(list->response.record, "case_code", list->clamped);
    for (const merge::Field& field : list->response.record.fields) {
        const merge::Value* value = merge::shownValue(list->response.record, field.name, list->clamped);
        if (value == nullptr) continue;
        if (field.name.starts_with(exchange::fhirPrefix))
            header.foreign.registers.emplace_back(field.name, *value);
        if (field.name.starts_with(exchange::keptPrefix))
            header.kept[field.name] = registerText(list->response.record, field.name, list->clamped);
    }
    Exported result;
    if (const auto* editing = list->editing()) result.conflicts = conflictsIn(*editing, list->clamped).size();
    auto original = unchangedOriginal(*list, header.status);
    result.json = original ? std::move(*original) : exchange::prettyText(exchange::responseOf(form, header));
    if (auto noted = noteAccess(id, "exported"); !noted) return noted.error();
    return result;
}

}  // namespace veldwijzer::session
