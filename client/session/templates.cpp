// SPDX-License-Identifier: EUPL-1.2
// Templates of checklists.
#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "exchange/fhir_json.h"
#include "exchange/record_content.h"
#include "session/checklist_records.h"
#include "session/checklists.h"
#include "session/template_records.h"

namespace veldwijzer::session {
namespace {

using merge::Action;

constexpr std::size_t templatesAtMost = 100'000;

SpaceId templateSpace(const Session::State& state) {
    return roster::regionSpace(state.region->region, roster::SpaceType::Templates);
}

std::string statusOf(const store::StoredRecord& stored) {
    return registerText(stored.record, "status");
}

bool isPublished(std::string_view status) {
    return status == "active" || status == "retired";
}

/// What makes this record say what it says there; registers that are no longer said are emptied.
store::RecordEdit difference(const exchange::IncomingRecord& wanted,
                             const exchange::IncomingRecord* present) {
    store::RecordEdit edit{.record = wanted.id, .kind = wanted.kind, .edits = {}};
    const auto valueIn = [](const exchange::IncomingRecord& record,
                            std::string_view field) -> const merge::Value* {
        for (const auto& [name, value] : record.registers)
            if (name == field) return &value;
        return nullptr;
    };
    for (const auto& [field, value] : wanted.registers) {
        const merge::Value* known = present != nullptr ? valueIn(*present, field) : nullptr;
        if (known == nullptr || merge::compare(*known, value) != 0)
            edit.edits.push_back(assigned(field, value));
    }
    if (present != nullptr)
        for (const auto& [field, value] : present->registers)
            if (valueIn(wanted, field) == nullptr)
                edit.edits.push_back({Action::Assign, field, std::nullopt});
    return edit;
}

const exchange::IncomingRecord* find(const std::vector<exchange::IncomingRecord>& records,
                                     const RecordId& id) {
    const auto at = std::find_if(records.begin(), records.end(),
                                 [&](const exchange::IncomingRecord& each) { return each.id == id; });
    return at == records.end() ? nullptr : &*at;
}

/// The edits that an import comes to, and what it counts.
std::vector<store::RecordEdit> importEdits(const Session::State& state,
                                           const exchange::TemplateRecords& wanted,
                                           const exchange::TemplateRecords* present, TemplateImport& counts) {
    std::vector<store::RecordEdit> edits;
    const auto add = [&](const exchange::IncomingRecord& record, const exchange::IncomingRecord* known) {
        store::RecordEdit edit = difference(record, known);
        const auto stored = state.store->find(record.id);
        if (stored && !isThere(*stored))
            edit.edits.insert(edit.edits.begin(), {Action::Restore, "", std::nullopt});
        ++(known == nullptr ? counts.created : edit.edits.empty() ? counts.unchanged : counts.updated);
        if (!edit.edits.empty()) edits.push_back(std::move(edit));
    };
    add(wanted.questionnaire, present != nullptr ? &present->questionnaire : nullptr);
    for (const exchange::IncomingRecord& item : wanted.items)
        add(item, present != nullptr ? find(present->items, item.id) : nullptr);
    if (present != nullptr)
        for (const exchange::IncomingRecord& item : present->items)
            if (find(wanted.items, item.id) == nullptr) {
                edits.push_back({item.id, item.kind, {{Action::Delete, "", std::nullopt}}});
                ++counts.removed;
            }
    return edits;
}

/// "1.2" → "1.3"; "proef" → "proef-2".
std::string nextVersion(const std::string& version) {
    const std::size_t end = version.find_last_not_of("0123456789");
    const std::string digits = version.substr(end == std::string::npos ? 0 : end + 1);
    if (version.empty()) return "1";
    if (digits.empty() || digits.size() > 9) return version + "-2";
    return version.substr(0, version.size() - digits.size()) + std::to_string(std::stoul(digits) + 1);
}

void setText(exchange::IncomingRecord& record, std::string_view field, std::string text) {
    for (auto& [name, value] : record.registers)
        if (name == field) {
            value = std::move(text);
            return;
        }
    record.registers.emplace_back(field, std::move(text));
    std::sort(record.registers.begin(), record.registers.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
}

}  // namespace

Result<exchange::TemplateRecords> templateRecords(const Session::State& state, const RecordId& id) {
    const auto stored = state.store->find(id);
    if (!stored || stored->record.kind != "questionnaire" || !isThere(*stored))
        return fail(
            ErrorCode::NotFound,
            "there is no template with this id on this device; `list questionnaire` shows which there are");
    const merge::ClampedTime clamped = state.store->clampedTime(stored->space);
    exchange::TemplateRecords records;
    records.questionnaire = exchange::contentOf(stored->record, clamped);
    const auto rows = state.store->list({.kind = "questionnaire-item",
                                         .facets = {{"questionnaire", toHex(id.view())}},
                                         .offset = 0,
                                         .limit = templatesAtMost});
    for (const store::ListRow& row : rows.rows)
        if (const auto item = state.store->find(row.id);
            item && isThere(*item) && item->space == stored->space)
            records.items.push_back(exchange::contentOf(item->record, clamped));
    return records;
}

std::vector<TemplateSummary> Templates::list() const {
    std::vector<TemplateSummary> all;
    const auto rows =
        state_.store->list({.kind = "questionnaire", .facets = {}, .offset = 0, .limit = templatesAtMost});
    for (const store::ListRow& row : rows.rows) {
        const auto stored = state_.store->find(row.id);
        if (!stored || !isThere(*stored)) continue;
        const auto text = [&](std::string_view field) { return registerText(stored->record, field); };
        TemplateSummary summary{.id = row.id,
                                .title = row.title,
                                .version = text("version"),
                                .url = text("url"),
                                .status = text("status"),
                                .situation = {}};
        exchange::TemplateRecords bare;
        bare.questionnaire = exchange::contentOf(stored->record);
        if (const auto read = checklist::questionnaireFrom(exchange::templateCopy(bare)))
            summary.situation = read->situation;
        all.push_back(std::move(summary));
    }
    std::sort(all.begin(), all.end(), [](const TemplateSummary& a, const TemplateSummary& b) {
        return std::tie(a.title, a.version, a.id) < std::tie(b.title, b.version, b.id);
    });
    return all;
}

Result<checklist::Questionnaire> Templates::read(const RecordId& id) const {
    const auto records = templateRecords(state_, id);
    if (!records) return records.error();
    return checklist::questionnaireFrom(exchange::templateCopy(*records));
}

Result<TemplateImport> Templates::importFrom(const std::filesystem::path& path, bool preview) {
    if (!state_.joined()) return state_.mayWrite({}).error();
    if (auto allowed = state_.mayWrite(templateSpace(state_)); !allowed) return allowed.error();
    const auto resource = exchange::readFhirFile(path);
    if (!resource) return resource.error();
    auto reading = exchange::readQuestionnaire(*resource, path.filename().string());
    if (!reading) return reading.error();
    TemplateImport report;
    report.id = reading->records.questionnaire.id;
    report.canonical = exchange::canonicalOf(reading->records.questionnaire);
    report.title = exchange::textAt(*resource, "title");
    report.questions = reading->questions;
    report.report = std::move(reading->report);
    const auto stored = state_.store->find(report.id);
    const auto present = stored && isThere(*stored)
                             ? templateRecords(state_, report.id)
                             : Result<exchange::TemplateRecords>(fail(ErrorCode::NotFound, ""));
    const auto edits = importEdits(state_, reading->records, present ? &*present : nullptr, report);
    if (present && !edits.empty() && isPublished(statusOf(*stored)))
        return fail(ErrorCode::InvalidArgument,
                    "version '" + registerText(stored->record, "version") +
                        "' of this template was published here and says something else: a version means one "
                        "text for ever. Give the file a new version. Nothing was changed");
    if (preview || edits.empty()) return report;
    if (auto written = writeEdits(state_, templateSpace(state_), edits); !written) return written.error();
    return report;
}

Result<std::string> Templates::exported(const RecordId& id) const {
    const auto records = templateRecords(state_, id);
    if (!records) return records.error();
    return exchange::prettyText(exchange::questionnaireOf(*records));
}

Result<RecordId> Templates::newVersion(const RecordId& id) {
    auto records = templateRecords(state_, id);
    if (!records) return records.error();
    const auto textIn = [&](std::string_view field) {
        const auto stored = state_.store->find(id);
        return registerText(stored->record, field);
    };
    std::string version = nextVersion(textIn("version"));
    for (bool taken = true; taken;) {
        taken = false;
        for (const TemplateSummary& other : list())
            taken = taken || (!other.url.empty() && other.url == textIn("url") && other.version == version);
        if (taken) version = nextVersion(version);
    }
    const RecordId made = state_.environment.random.id<RecordId>();
    std::map<RecordId, RecordId> renamed{{id, made}};
    for (const exchange::IncomingRecord& item : records->items)
        renamed[item.id] = state_.environment.random.id<RecordId>();
    setText(records->questionnaire, "version", version);
    setText(records->questionnaire, "status", "draft");
    std::vector<store::RecordEdit> edits;
    const auto add = [&](exchange::IncomingRecord& record) {
        record.id = renamed[record.id];
        for (auto& [field, value] : record.registers)
            if (auto* reference = std::get_if<RecordId>(&value);
                reference != nullptr && renamed.count(*reference) != 0)
                *reference = renamed[*reference];
        edits.push_back(difference(record, nullptr));
    };
    add(records->questionnaire);
    for (exchange::IncomingRecord& item : records->items)
        add(item);
    if (auto written = writeEdits(state_, templateSpace(state_), edits); !written) return written.error();
    return made;
}

Result<void> Templates::publish(const RecordId& id) {
    const auto questionnaire = read(id);
    if (!questionnaire) return questionnaire.error();
    if (questionnaire->status == "active") return {};
    if (questionnaire->status == "retired")
        return fail(ErrorCode::InvalidArgument, "this version was retired; make a new version of it");
    const bool asks =
        std::any_of(questionnaire->items.begin(), questionnaire->items.end(),
                    [](const checklist::Item& item) { return checklist::isFillable(item.type); });
    if (questionnaire->title.empty() || questionnaire->version.empty() || !asks)
        return fail(ErrorCode::InvalidArgument,
                    "a template needs a title, a version and a question before it is published");
    std::vector<store::RecordEdit> edits{
        {.record = id, .kind = "questionnaire", .edits = {assigned("status", std::string("active"))}}};
    for (const TemplateSummary& other : list())
        if (other.id != id && other.status == "active" && !other.url.empty() &&
            other.url == questionnaire->url)
            edits.push_back({.record = other.id,
                             .kind = "questionnaire",
                             .edits = {assigned("status", std::string("retired"))}});
    return writeEdits(state_, templateSpace(state_), edits);
}

Result<void> Templates::retire(const RecordId& id) {
    const auto records = templateRecords(state_, id);
    if (!records) return records.error();
    const store::RecordEdit edit{
        .record = id, .kind = "questionnaire", .edits = {assigned("status", std::string("retired"))}};
    return writeEdits(state_, templateSpace(state_), std::span(&edit, 1));
}

}  // namespace veldwijzer::session
