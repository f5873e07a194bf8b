// SPDX-License-Identifier: EUPL-1.2
// Lists: beginning, looking, who looked.
#include "session/checklists.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "base/utf8.h"
#include "domain/care.h"
#include "domain/opening_hours.h"
#include "exchange/fhir_questionnaire.h"
#include "session/checklist_records.h"
#include "session/template_records.h"

namespace veldwijzer::session {
namespace {

using checklist::Fields;

constexpr std::size_t listsAtMost = 100'000;
constexpr std::int64_t hourMs = 3'600'000;
/// Kept for a year where the template does not say how long.
constexpr int usualRetentionMonths = 12;

std::string teamNameOf(const Session::State& state, const SpaceId& space) {
    const auto row = state.store->space(space);
    if (!row || row->type != static_cast<std::uint32_t>(roster::SpaceType::Team)) return {};
    return row->name.substr(row->name.find('/') + 1);
}

ListSummary summaryOf(const Session::State& state, const ListRecords& list) {
    const merge::Record& record = list.response.record;
    const auto text = [&](std::string_view field) { return registerText(record, field, list.clamped); };
    ListSummary summary;
    summary.id = record.id;
    summary.space = list.response.space;
    summary.title = text("title");
    summary.caseCode = text("case_code");
    summary.canonical = text("questionnaire");
    summary.team = teamNameOf(state, summary.space);
    summary.state = list.state();
    if (const auto* editing = list.editing()) summary.conflicts = conflictsIn(*editing, list.clamped).size();
    summary.late = lateAnswers(state, list).size();
    summary.retainUntil = text("retain_until");
    if (const auto until = domain::dayFrom(summary.retainUntil))
        summary.daysLeft = (*until - domain::localDayOf(state.environment.clock.wallMs())).count();
    summary.begunMs = domain::instantFrom(text("authored")).value_or(0);
    const merge::Value* sharer = merge::shownValue(record, "shared_by", list.clamped);
    summary.sharedByYou = sharer != nullptr && state.identity &&
                          *sharer == merge::Value(*RecordId::from(state.identity->member.view()));
    return summary;
}

std::size_t nodeOf(const checklist::Form& form, std::string_view field) {
    for (std::size_t i = 0; i < form.nodes().size(); ++i)
        if (form.nodes()[i].field == field) return i;
    return checklist::none;
}

GivenAnswer givenBy(const Session::State& state, const merge::ConflictingValue& value) {
    GivenAnswer given;
    given.by = memberName(state, nullptr, value.id.actor);
    given.atMs = value.wallMs;
    if (!value.value) return given;
    if (const auto* json = std::get_if<merge::Json>(&*value.value)) given.text = json->text;
    if (const auto* text = std::get_if<std::string>(&*value.value)) given.text = *text;
    if (auto answers = checklist::answersFrom(given.text)) given.answers = std::move(*answers);
    return given;
}

/// The last day that a new list is kept: the same day so many months on, or that month's last.
std::string retainedUntil(const checklist::Questionnaire& questionnaire, WallMs now) {
    using namespace std::chrono;
    const year_month_day today{domain::localDayOf(now)};
    year_month_day until = today + months{questionnaire.retentionMonths.value_or(usualRetentionMonths)};
    if (!until.ok()) until = until.year() / until.month() / last;
    return domain::dayText(sys_days(until));
}

Result<std::string> checkedCode(std::string_view code) {
    if (code.size() > Checklists::caseCodeBytes || !isUtf8(code))
        return fail(ErrorCode::InvalidArgument,
                    "a case code has at most " + std::to_string(Checklists::caseCodeBytes) + " bytes");
    for (const char c : code)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            return fail(ErrorCode::InvalidArgument, "a case code holds no control characters");
    return std::string(code);
}

}  // namespace

std::string_view nameOf(ListState state) {
    switch (state) {
        case ListState::InProgress:
            return "in-progress";
        case ListState::Completed:
            return "completed";
        case ListState::Amending:
            return "amending";
        case ListState::Amended:
            return "amended";
    }
    return "";
}

std::vector<store::RecordEdit> beginningOf(const Session::State& state, const RecordId& id,
                                           const exchange::TemplateRecords& records,
                                           const checklist::Questionnaire& questionnaire,
                                           const std::string& caseCode) {
    const WallMs now = state.environment.clock.wallMs();
    const std::string copy = exchange::templateCopy(records);
    store::RecordEdit list{.record = id, .kind = std::string(responseKind), .edits = {}};
    list.edits.push_back(assigned("questionnaire", exchange::canonicalOf(records.questionnaire)));
    list.edits.push_back(assigned("template_hash", templateHashOf(copy)));
    if (!questionnaire.title.empty())
        list.edits.push_back(assigned("title", std::string(utf8Prefix(questionnaire.title, 1024))));
    if (!caseCode.empty()) list.edits.push_back(assigned("case_code", caseCode));
    list.edits.push_back(assigned("authored", formatUtc(now)));
    list.edits.push_back({merge::Action::Maximum, "retain_until", retainedUntil(questionnaire, now)});
    store::RecordEdit pinned{.record = copyIdOf(id), .kind = std::string(copyKind), .edits = {}};
    pinned.edits.push_back(assigned("response", id));
    addPieces(pinned, "content", copy);
    return {std::move(list), std::move(pinned)};
}

Result<RecordId> Checklists::fill(const RecordId& templateId, std::string_view caseCode) {
    if (!state_.joined()) return state_.mayWrite({}).error();
    const auto code = checkedCode(caseCode);
    if (!code) return code.error();
    const auto records = templateRecords(state_, templateId);
    if (!records) return records.error();
    const auto questionnaire = checklist::questionnaireFrom(exchange::templateCopy(*records));
    if (!questionnaire) return questionnaire.error();
    if (questionnaire->status == "retired")
        return fail(ErrorCode::InvalidArgument,
                    "this template was retired; `list questionnaire` shows which there are");
    const RecordId id = state_.environment.random.id<RecordId>();
    auto edits = beginningOf(state_, id, *records, *questionnaire, *code);
    for (auto& [field, text] : checklist::initialFields(*questionnaire))
        edits.front().edits.push_back(assigned(field, merge::Json{text}));
    if (auto written = writeEdits(state_, session_->spaceFor(responseKind), edits); !written)
        return written.error();
    return id;
}

std::vector<ListSummary> Checklists::list() const {
    std::vector<ListSummary> lists;
    const store::ListResult rows = state_.store->list(
        {.kind = std::string(responseKind), .facets = {}, .offset = 0, .limit = listsAtMost});
    for (const store::ListRow& row : rows.rows)
        if (const auto list = loadList(state_, row.id)) lists.push_back(summaryOf(state_, *list));
    const auto order = [](const ListSummary& each) {
        const bool open = each.state == ListState::InProgress || each.state == ListState::Amending;
        return std::tuple(!open, std::string_view(each.retainUntil), each.id);
    };
    std::sort(lists.begin(), lists.end(),
              [&](const ListSummary& a, const ListSummary& b) { return order(a) < order(b); });
    // Of one list in two spaces, as after a share that another device has not heard of, the one that `find`
    // means.
    lists.erase(std::unique(lists.begin(), lists.end(),
                            [](const ListSummary& a, const ListSummary& b) { return a.id == b.id; }),
                lists.end());
    return lists;
}

Result<Checklist> Checklists::open(const RecordId& id) {
    auto list = read(id);
    if (!list) return list;
    if (auto noted = noteAccess(id, "opened"); !noted) return noted.error();
    return list;
}

Result<Checklist> Checklists::read(const RecordId& id) const {
    const auto list = loadList(state_, id);
    if (!list) return list.error();
    const auto json = templateOfList(state_, *list);
    if (!json) return json.error();
    auto questionnaire = checklist::questionnaireFrom(*json);
    if (!questionnaire) return questionnaire.error();
    Checklist opened;
    opened.summary = summaryOf(state_, *list);
    opened.questionnaire = std::make_unique<const checklist::Questionnaire>(std::move(*questionnaire));
    opened.fields = list->fields();
    opened.form = std::make_unique<const checklist::Form>(*opened.questionnaire, opened.fields);
    if (const auto* editing = list->editing())
        for (const merge::Conflict& conflict : conflictsIn(*editing, list->clamped)) {
            AnswerConflict shown{
                .field = conflict.field, .node = nodeOf(*opened.form, conflict.field), .given = {}};
            for (const merge::ConflictingValue& value : conflict.values)
                shown.given.push_back(givenBy(state_, value));
            opened.conflicts.push_back(std::move(shown));
        }
    opened.late = lateAnswers(state_, *list);
    for (LateAnswer& late : opened.late) {
        late.node = nodeOf(*opened.form, late.field);
        if (auto answers = checklist::answersFrom(late.given.text)) late.given.answers = std::move(*answers);
    }
    for (const SealRecord& seal : list->seals)
        opened.seals.push_back(seal.seal);
    if (list->current != nullptr)
        opened.amendmentReason = registerText(list->current->record, "reason", list->clamped);
    opened.diverged = std::any_of(list->tips.begin(), list->tips.end(), [&](const SealRecord* tip) {
        return tip->content != list->tips.front()->content;
    });
    opened.readers = readersOf(opened.summary.space);
    return opened;
}

Result<void> Checklists::noteAccess(const RecordId& id, std::string_view action) {
    const auto stored = state_.store->find(id);
    if (!stored || stored->record.kind != responseKind || !isThere(*stored))
        return fail(ErrorCode::NotFound, "there is no checklist with this id on this device");
    // Who may only read it any more, after leaving a team, leaves no note.
    if (!state_.mayWrite(stored->space)) return {};
    const WallMs now = state_.environment.clock.wallMs();
    const RecordId me = *RecordId::from(state_.identity->member.view());
    for (const store::StoredRecord& part : partsOf(state_, accessKind, id, stored->space)) {
        const merge::Value* member = merge::shownValue(part.record, "member");
        const WallMs at = domain::instantFrom(registerText(part.record, "at")).value_or(0);
        const bool recent = at <= now && now - at < hourMs;
        if (recent && action == "opened" && member != nullptr && *member == merge::Value(me) &&
            registerText(part.record, "action") == action)
            return {};
    }
    const store::RecordEdit edit = accessEdit(state_, id, action);
    return writeEdits(state_, stored->space, std::span(&edit, 1));
}

store::RecordEdit accessEdit(const Session::State& state, const RecordId& id, std::string_view action) {
    return {.record = state.environment.random.id<RecordId>(),
            .kind = std::string(accessKind),
            .edits = {assigned("response", id), assigned("action", std::string(action)),
                      assigned("member", *RecordId::from(state.identity->member.view())),
                      assigned("at", formatUtc(state.environment.clock.wallMs()))}};
}

namespace {

/// Answers that one person wrote one after another are one entry.
void addChanges(const Session::State& state, const RecordId& record, std::vector<AccessEntry>& entries) {
    std::map<std::string, AccessEntry> last;
    auto history = state.store->history(record);
    std::sort(history.begin(), history.end(), [](const store::HistoryEntry& a, const store::HistoryEntry& b) {
        return a.operation.wallMs < b.operation.wallMs;
    });
    for (const store::HistoryEntry& entry : history) {
        if (!checklist::isAnswerField(entry.field)) continue;
        const std::string by = memberName(state, nullptr, entry.operation.id.actor);
        AccessEntry& open = last[by];
        if (open.times == 1 && open.action.empty()) {
            open = {.by = by, .action = "changed", .atMs = entry.operation.wallMs, .times = 1};
        } else if (entry.operation.wallMs - open.atMs < hourMs) {
            open.atMs = entry.operation.wallMs;
            ++open.times;
        } else {
            entries.push_back(open);
            open = {.by = by, .action = "changed", .atMs = entry.operation.wallMs, .times = 1};
        }
    }
    for (auto& [by, open] : last)
        entries.push_back(std::move(open));
}

}  // namespace

Result<std::vector<AccessEntry>> Checklists::access(const RecordId& id) const {
    const auto list = loadList(state_, id);
    if (!list) return list.error();
    std::vector<AccessEntry> entries;
    for (const store::StoredRecord& part : partsOf(state_, accessKind, id, list->response.space)) {
        const merge::Value* member = merge::shownValue(part.record, "member");
        entries.push_back({.by = memberName(state_, member, {}),
                           .action = registerText(part.record, "action"),
                           .atMs = domain::instantFrom(registerText(part.record, "at")).value_or(0)});
    }
    addChanges(state_, id, entries);
    for (const store::StoredRecord& amendment : list->amendments)
        addChanges(state_, amendment.record.id, entries);
    for (const SealRecord& seal : list->seals)
        entries.push_back({.by = seal.seal.by,
                           .action = seal.amends.empty() ? "completed" : "amended",
                           .atMs = seal.seal.atMs});
    std::sort(entries.begin(), entries.end(), [](const AccessEntry& a, const AccessEntry& b) {
        return std::tuple(-a.atMs, a.by, a.action) < std::tuple(-b.atMs, b.by, b.action);
    });
    return entries;
}

std::vector<std::string> Checklists::readersOf(const SpaceId& space) const {
    std::vector<std::string> names;
    const roster::Space* known = state_.keeper ? state_.keeper->roster().space(space) : nullptr;
    if (known == nullptr) return {"you"};
    if (known->type == roster::SpaceType::Personal) return {"you"};
    for (const MemberId& member : known->members)
        names.push_back(member == state_.identity->member ? "you" : state_.nameOf(member));
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace veldwijzer::session
