// SPDX-License-Identifier: EUPL-1.2
#include "cli/checklist_words.h"

#include <algorithm>

#include "base/text.h"
#include "checklist/conditions.h"
#include "cli/display.h"

namespace veldwijzer::cli {
namespace {

using checklist::Form;
using checklist::Item;
using checklist::Node;

Json answersJson(const std::vector<checklist::Answer>& answers) {
    Json list = Json::array();
    for (const checklist::Answer& answer : answers)
        list.push_back(Json::parse(answer.json, nullptr, false));
    return list;
}

std::string wordsOf(const Item& item, const std::vector<checklist::Answer>& answers) {
    std::string text;
    for (const checklist::Answer& answer : answers)
        text += (text.empty() ? "" : "; ") + checklist::wordsOf(item, answer);
    return text;
}

/// "2" or "2.1": the rows as `--row` takes them.
std::string rowText(const Form& form, std::size_t index) {
    std::vector<std::size_t> numbers;
    for (std::size_t at = index; at != checklist::none; at = form.nodes()[at].parent) {
        const Node& node = form.nodes()[at];
        if (!node.isRow) continue;
        const auto rows = form.rowsOf(node.parent);
        numbers.insert(numbers.begin(),
                       static_cast<std::size_t>(std::find(rows.begin(), rows.end(), at) - rows.begin()) + 1);
    }
    std::string text;
    for (const std::size_t number : numbers)
        text += (text.empty() ? "" : ".") + std::to_string(number);
    return text;
}

std::string askedAs(const Item& item) {
    std::string text = item.prefix.empty() ? item.text : item.prefix + ' ' + item.text;
    return text.empty() ? item.path : text;
}

Json itemsOf(const Form& form) {
    Json items = Json::array();
    for (std::size_t i = 0; i < form.nodes().size(); ++i) {
        const Node& node = form.nodes()[i];
        const Item& item = form.itemOf(node);
        if (!node.enabled || item.isHelp) continue;
        Json shown = {
            {"linkId", item.linkId}, {"path", item.path}, {"type", item.typeName}, {"text", item.text}};
        if (const std::string row = rowText(form, i); !row.empty()) shown["row"] = row;
        if (node.isList) shown["rows"] = form.rowsOf(i).size();
        if (item.required) shown["required"] = true;
        if (checklist::isQuestion(item.type) && !node.isList) {
            shown["field"] = node.field;
            shown["answers"] = answersJson(node.answers);
        }
        items.push_back(std::move(shown));
    }
    return items;
}

Json givenJson(const session::GivenAnswer& given) {
    return {{"by", given.by}, {"at", formatUtc(given.atMs)}, {"answers", answersJson(given.answers)}};
}

template <typename Row, typename Make>
Result<ExitCode> answerList(Context& context, const std::vector<Row>& rows, std::size_t limit, Make row) {
    Json results = Json::array();
    Table table;
    for (std::size_t i = 0; i < std::min(limit, rows.size()); ++i) {
        results.push_back(jsonOf(rows[i]));
        table.row(row(rows[i]));
    }
    if (!context.json() && rows.size() > limit)
        context.note(std::to_string(limit) + " of " + std::to_string(rows.size()) +
                     "; --limit N shows more.");
    context.answer({{"total", rows.size()}, {"results", std::move(results)}},
                   [&](std::ostream& out) { table.print(out); });
    return ExitCode::Done;
}

}  // namespace

Json jsonOf(const session::TemplateSummary& summary) {
    return {{"id", toHex(summary.id.view())}, {"kind", "questionnaire"}, {"title", summary.title},
            {"version", summary.version},     {"url", summary.url},      {"status", summary.status},
            {"situation", summary.situation}};
}

Json jsonOf(const session::ListSummary& summary) {
    return {{"id", toHex(summary.id.view())},
            {"kind", "questionnaire-response"},
            {"title", summary.title},
            {"case", summary.caseCode},
            {"questionnaire", summary.canonical},
            {"status", session::nameOf(summary.state)},
            {"team", summary.team.empty() ? Json(nullptr) : Json(summary.team)},
            {"conflicts", summary.conflicts},
            {"late", summary.late},
            {"retainUntil", summary.retainUntil},
            {"daysLeft", summary.daysLeft},
            {"begun", formatUtc(summary.begunMs)}};
}

Json jsonOf(const session::Checklist& list) {
    Json document = jsonOf(list.summary);
    document["readers"] = list.readers;
    document["items"] = itemsOf(*list.form);
    const auto progress = checklist::progressOf(*list.form);
    document["progress"] = {{"questions", progress.questions},
                            {"answered", progress.answered},
                            {"required", progress.required},
                            {"requiredAnswered", progress.requiredAnswered}};
    Json findings = Json::array();
    for (const checklist::Finding& finding : checklist::review(*list.form)) {
        const bool placed = finding.node != checklist::none;
        findings.push_back(
            {{"what", nameOf(finding.what)},
             {"path", placed ? list.form->itemOf(list.form->nodes()[finding.node]).path : finding.field},
             {"row", placed ? rowText(*list.form, finding.node) : ""}});
    }
    document["findings"] = std::move(findings);
    if (const auto score = checklist::scoreOf(*list.form))
        document["score"] = {{"sum", score->sum},
                             {"most", score->most},
                             {"answered", score->answered},
                             {"questions", score->questions}};
    Json conflicts = Json::object();
    for (const session::AnswerConflict& conflict : list.conflicts)
        for (const session::GivenAnswer& given : conflict.given)
            conflicts[conflict.field].push_back(givenJson(given));
    document["inConflict"] = std::move(conflicts);
    Json late = Json::array();
    for (const session::LateAnswer& each : list.late) {
        Json shown = givenJson(each.given);
        shown["field"] = each.field;
        late.push_back(std::move(shown));
    }
    document["lateAnswers"] = std::move(late);
    Json seals = Json::array();
    for (const session::Seal& seal : list.seals)
        seals.push_back({{"hash", seal.hash},
                         {"by", seal.by},
                         {"at", formatUtc(seal.atMs)},
                         {"reason", seal.reason},
                         {"intact", seal.intact}});
    document["seals"] = std::move(seals);
    document["diverged"] = list.diverged;
    return document;
}

void print(const session::Checklist& list, std::ostream& out) {
    const session::ListSummary& summary = list.summary;
    out << harmless(summary.title) << (summary.caseCode.empty() ? "" : "  case " + harmless(summary.caseCode))
        << "\n  " << session::nameOf(summary.state) << "; read by "
        << (summary.team.empty() ? "you alone" : harmless(summary.team)) << "; erased after "
        << harmless(summary.retainUntil) << " (" << summary.daysLeft << " days)\n";
    Table table;
    for (std::size_t i = 0; i < list.form->nodes().size(); ++i) {
        const Node& node = list.form->nodes()[i];
        const Item& item = list.form->itemOf(node);
        if (!node.enabled || item.isHelp || node.isList) continue;
        const std::string row = rowText(*list.form, i);
        table.row({item.path + (row.empty() ? "" : " [" + row + "]"), askedAs(item),
                   checklist::isQuestion(item.type) ? wordsOf(item, node.answers) : ""});
    }
    table.print(out);
    for (const session::AnswerConflict& conflict : list.conflicts) {
        out << "conflict in " << harmless(conflict.field) << ":\n";
        Table values;
        std::size_t number = 0;
        for (const session::GivenAnswer& given : conflict.given)
            values.row({std::to_string(++number), given.by, formatUtc(given.atMs), given.text});
        values.print(out, "  ");
    }
    for (const session::LateAnswer& late : list.late)
        out << "written elsewhere, not in what was completed: " << harmless(late.field) << " by "
            << harmless(late.given.by) << ": " << harmless(late.given.text) << '\n';
    if (const auto score = checklist::scoreOf(*list.form))
        out << "score " << score->sum << " of " << score->most << " (" << score->answered << " of "
            << score->questions << " answered)\n";
    for (const session::Seal& seal : list.seals)
        out << "completed by " << harmless(seal.by) << " at " << formatUtc(seal.atMs) << ", seal "
            << seal.hash.substr(0, 16) << (seal.intact ? "" : " THAT DOES NOT FIT WHAT STANDS HERE") << '\n';
}

Result<ExitCode> listTemplates(Context& context, std::size_t limit) {
    const auto session = context.open();
    if (!session) return session.error();
    return answerList(context, session::Templates(**session).list(), limit,
                      [](const session::TemplateSummary& each) -> std::vector<std::string> {
                          return {toHex(each.id.view()), each.status, each.version, each.title};
                      });
}

Result<ExitCode> listChecklists(Context& context, std::size_t limit) {
    const auto session = context.open();
    if (!session) return session.error();
    return answerList(context, session::Checklists(**session).list(), limit,
                      [](const session::ListSummary& each) -> std::vector<std::string> {
                          return {toHex(each.id.view()),
                                  std::string(session::nameOf(each.state)),
                                  each.caseCode.empty() ? "-" : each.caseCode,
                                  each.team.empty() ? "only you" : each.team,
                                  "until " + each.retainUntil,
                                  each.title + (each.conflicts > 0 ? "  [conflict]" : "") +
                                      (each.late > 0 ? "  [late answers]" : "")};
                      });
}

Result<ExitCode> showChecklist(Context& context, session::Session& session, const RecordId& id) {
    const auto list = session::Checklists(session).open(id);
    if (!list) return list.error();
    context.answer(jsonOf(*list), [&](std::ostream& out) { print(*list, out); });
    return ExitCode::Done;
}

}  // namespace veldwijzer::cli
