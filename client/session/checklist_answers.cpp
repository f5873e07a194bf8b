// SPDX-License-Identifier: EUPL-1.2
// Answering: each answer in its own transaction.
#include <algorithm>

#include "base/text.h"
#include "checklist/typed_answer.h"
#include "domain/opening_hours.h"
#include "merge/position.h"
#include "session/checklist_records.h"
#include "session/checklists.h"

namespace veldwijzer::session {
namespace {

using checklist::Fields;
using checklist::Rows;

/// A list that may be answered, and what is needed to judge an answer.
struct Answering {
    ListRecords list;
    checklist::Questionnaire questionnaire;
};

Result<Answering> answering(const Session::State& state, const RecordId& id) {
    auto list = loadList(state, id);
    if (!list) return list.error();
    if (auto allowed = state.mayWrite(list->response.space); !allowed) return allowed.error();
    if (list->editing() == nullptr)
        return fail(
            ErrorCode::Forbidden,
            "this checklist was completed. To correct it, amend it: what was completed stays as it was");
    const auto json = templateOfList(state, *list);
    if (!json) return json.error();
    auto questionnaire = checklist::questionnaireFrom(*json);
    if (!questionnaire) return questionnaire.error();
    return Answering{std::move(*list), std::move(*questionnaire)};
}

/// "+01:00" of a local date and time, in Dutch time.
std::string offsetOf(std::string_view local) {
    const auto instant = domain::instantFrom(local);
    const auto asUtc = domain::instantFrom(std::string(local) + 'Z');
    if (!instant || !asUtc) return "Z";
    const std::int64_t minutes = (*asUtc - *instant) / 60'000;
    const std::int64_t size = minutes < 0 ? -minutes : minutes;
    const auto two = [](std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return (minutes < 0 ? '-' : '+') + two(size / 60) + ':' + two(size % 60);
}

Error wrong(checklist::Finding::What what, const checklist::Item& item) {
    using What = checklist::Finding::What;
    switch (what) {
        case What::TooMany:
            return fail(ErrorCode::InvalidArgument, "this question takes one answer");
        case What::TooLong:
            return fail(ErrorCode::TooLarge, "an answer to this question has at most " +
                                                 std::to_string(item.maxLength.value_or(0)) + " characters");
        case What::OutOfRange:
            return fail(ErrorCode::InvalidArgument,
                        "the answer lies outside what this question takes" +
                            (item.least ? "; at least " + displayText(*item.least) : std::string()) +
                            (item.most ? "; at most " + displayText(*item.most) : std::string()));
        default:
            return fail(ErrorCode::InvalidArgument,
                        "that is no answer to this question (" + std::string(nameOf(what)) + ")");
    }
}

/// The place of an item in these rows. Its list for an item that repeats and has no row of its own there.
Result<std::size_t> placeOf(const checklist::Form& form, std::size_t item, const Rows& rows) {
    const std::size_t node = form.find(item, rows);
    if (node != checklist::none) return node;
    return fail(ErrorCode::NotFound, "'" + form.questionnaire().items[item].path +
                                         "' is in a row that is not there; say which row");
}

/// Writes fields, and the score that follows from them.
Result<void> writeFields(Session::State& state, const Answering& on, Fields fields) {
    Fields all = on.list.fields();
    for (const auto& [field, text] : fields)
        all[field] = text;
    const checklist::Form form(on.questionnaire, all);
    if (const auto score = checklist::scoreOf(form); score && score->target != checklist::none) {
        const std::string& target = form.nodes()[score->target].field;
        const auto sum = checklist::scoreField(form);
        // An unfinished instrument has no result, and no old one either.
        if (sum || all.count(target) != 0)
            fields[target] = sum ? sum->second : std::string(checklist::noAnswers);
    }
    const store::StoredRecord& edited = *on.list.editing();
    store::RecordEdit edit{.record = edited.record.id, .kind = edited.record.kind, .edits = {}};
    for (auto& [field, text] : fields)
        edit.edits.push_back(field.starts_with(checklist::rowPrefix) ? assigned(field, text)
                                                                     : assigned(field, merge::Json{text}));
    return writeEdits(state, edited.space, std::span(&edit, 1));
}

std::string freshToken(Random& random) {
    return toHex(random.id<RecordId>().view()).substr(0, 8);
}

}  // namespace

Result<void> Checklists::answer(const RecordId& id, std::string_view item, const Rows& rows,
                                const std::vector<std::string>& typed) {
    const auto on = answering(state_, id);
    if (!on) return on.error();
    const auto index = on->questionnaire.find(item);
    if (!index) return index.error();
    std::vector<checklist::Answer> answers;
    for (const std::string& text : typed) {
        auto answer = checklist::typedAnswer(on->questionnaire.items[*index], text, offsetOf);
        if (!answer) return answer.error();
        answers.push_back(std::move(*answer));
    }
    return give(id, item, rows, answers);
}

Result<void> Checklists::give(const RecordId& id, std::string_view item, const Rows& rows,
                              const std::vector<checklist::Answer>& answers) {
    const auto on = answering(state_, id);
    if (!on) return on.error();
    const auto index = on->questionnaire.find(item);
    if (!index) return index.error();
    const checklist::Item& asked = on->questionnaire.items[*index];
    if (!checklist::isFillable(asked.type))
        return fail(ErrorCode::Forbidden, "'" + asked.path + "' is not a question that can be answered here");
    if (asked.readOnly || asked.calculated)
        return fail(ErrorCode::Forbidden, "'" + asked.path + "' is filled in by the checklist itself");
    if (const auto what = checklist::whatIsWrong(asked, answers, asked.hasRows)) return wrong(*what, asked);
    const checklist::Form form(on->questionnaire, on->list.fields());
    const auto place = placeOf(form, *index, rows);
    if (!place) return place.error();
    if (form.nodes()[*place].isList)
        return fail(ErrorCode::InvalidArgument,
                    "'" + asked.path + "' has its answers in rows; add a row first");
    const std::string text = checklist::fieldText(answers);
    if (text.size() > checklist::typedBytesAtMost + 1024)
        return fail(ErrorCode::TooLarge, "these answers are too long together; nothing was changed");
    return writeFields(state_, *on, {{form.nodes()[*place].field, text}});
}

Result<Rows> Checklists::addRow(const RecordId& id, std::string_view item, const Rows& rows) {
    const auto on = answering(state_, id);
    if (!on) return on.error();
    const auto index = on->questionnaire.find(item);
    if (!index) return index.error();
    const checklist::Item& list = on->questionnaire.items[*index];
    if (!list.hasRows) return fail(ErrorCode::InvalidArgument, "'" + list.path + "' does not repeat");
    const Fields fields = on->list.fields();
    const checklist::Form form(on->questionnaire, fields);
    const auto place = placeOf(form, *index, rows);
    if (!place) return place.error();
    const auto present = form.rowsOf(*place);
    if (present.size() >= checklist::rowsAtMost)
        return fail(ErrorCode::TooLarge, "there are " + std::to_string(present.size()) + " rows already");
    std::optional<std::string> last;
    for (const std::size_t row : present) {
        const auto known = fields.find(checklist::rowField(list, form.nodes()[row].rows));
        if (known != fields.end() && !known->second.empty())
            last = std::max(last.value_or(""), known->second);
    }
    Rows own = rows;
    own.push_back(freshToken(state_.environment.random));
    Fields added = checklist::initialRowFields(on->questionnaire, *index, own);
    added[checklist::rowField(list, own)] =
        merge::positionBetween(last, std::nullopt, state_.environment.random);
    if (auto written = writeFields(state_, *on, std::move(added)); !written) return written.error();
    return own;
}

Result<void> Checklists::removeRow(const RecordId& id, std::string_view item, const Rows& rows) {
    const auto on = answering(state_, id);
    if (!on) return on.error();
    const auto index = on->questionnaire.find(item);
    if (!index) return index.error();
    const checklist::Form form(on->questionnaire, on->list.fields());
    const std::size_t row = form.find(*index, rows);
    if (row == checklist::none || !form.nodes()[row].isRow)
        return fail(ErrorCode::NotFound, "there is no such row; nothing was changed");
    Fields gone;
    for (std::size_t i = row; i < form.nodes()[row].end; ++i) {
        const checklist::Node& node = form.nodes()[i];
        if (!node.answers.empty() || node.unreadable) gone[node.field] = checklist::noAnswers;
        if (node.isRow) gone[checklist::rowField(form.itemOf(node), node.rows)] = "";
    }
    return writeFields(state_, *on, std::move(gone));
}

Result<void> Checklists::settle(const RecordId& id, std::string_view field, std::size_t number) {
    const auto list = loadList(state_, id);
    if (!list) return list.error();
    const auto* editing = list->editing();
    if (editing == nullptr) return fail(ErrorCode::Forbidden, "this checklist was completed; amend it first");
    for (const merge::Conflict& conflict : conflictsIn(*editing, list->clamped)) {
        if (conflict.field != field) continue;
        if (number < 1 || number > conflict.values.size())
            return fail(ErrorCode::InvalidArgument,
                        "choose an answer from 1 to " + std::to_string(conflict.values.size()));
        const store::RecordEdit edit{
            .record = editing->record.id,
            .kind = editing->record.kind,
            .edits = {{merge::Action::Assign, std::string(field), conflict.values[number - 1].value}}};
        return writeEdits(state_, editing->space, std::span(&edit, 1));
    }
    return fail(ErrorCode::NotFound, "there is no conflict there; nothing was changed");
}

Result<void> Checklists::takeOver(const RecordId& id, std::string_view field, std::size_t number) {
    const auto on = answering(state_, id);
    if (!on) return on.error();
    std::size_t at = 0;
    for (const LateAnswer& late : lateAnswers(state_, on->list)) {
        if (late.field != field || ++at != number) continue;
        const bool row = late.field.starts_with(checklist::rowPrefix);
        const std::string text =
            late.given.text.empty() && !row ? std::string(checklist::noAnswers) : late.given.text;
        return writeFields(state_, *on, {{late.field, text}});
    }
    return fail(ErrorCode::NotFound, "there is no such late answer; nothing was changed");
}

}  // namespace veldwijzer::session
