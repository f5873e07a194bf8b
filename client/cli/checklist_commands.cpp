// SPDX-License-Identifier: EUPL-1.2
// fill, answer, complete, amend, share, extend, erase, access, template
#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "cli/checklist_words.h"
#include "cli/commands.h"
#include "cli/display.h"
#include "session/people.h"

namespace veldwijzer::cli {
namespace {

using session::Checklists;
using session::Templates;

struct ListOptions {
    std::string id;
    std::string word;  ///< case code, reason, day, team
    std::string more;
    bool flag = false;
};

/// Opens, does it, and answers with the id: silence is success for people.
template <typename Deed>
Result<ExitCode> done(Context& context, const ListOptions& options, Deed deed, std::string_view said = {}) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto id = (*session)->recordFrom(options.id);
    if (!id) return id.error();
    if (const Result<void> result = deed(**session, *id); !result) return result.error();
    context.answer({{"id", toHex(id->view())}}, [](std::ostream&) {});
    if (!said.empty()) context.note(said);
    return ExitCode::Done;
}

Result<ExitCode> fill(Context& context, const ListOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto questionnaire = (*session)->recordFrom(options.id);
    if (!questionnaire) return questionnaire.error();
    const auto id = Checklists(**session).fill(*questionnaire, options.word);
    if (!id) return id.error();
    if (const auto read = Templates(**session).read(*questionnaire); read && read->status != "active")
        context.note("note: this template is a " + read->status +
                     "; nobody has said that it is ready for use.");
    const std::string text = toHex(id->view());
    context.answer({{"id", text}}, [&](std::ostream& out) { out << text << '\n'; });
    return ExitCode::Done;
}

struct AnswerOptions {
    std::string id;
    std::string item;
    std::vector<std::string> values;
    std::string row;
    bool clear = false;
    bool removeRow = false;
    std::size_t keep = 0;
    std::size_t late = 0;
};

/// "2.1" as numbers from 1.
std::optional<std::vector<std::size_t>> rowNumbers(std::string_view text) {
    std::vector<std::size_t> numbers;
    while (!text.empty()) {
        std::size_t number = 0;
        const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (failed != std::errc{} || number == 0) return std::nullopt;
        numbers.push_back(number);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (text.starts_with('.') && text.size() > 1)
            text.remove_prefix(1);
        else if (!text.empty())
            return std::nullopt;
    }
    return numbers;
}

/// The rows that the numbers mean for this item. A row right behind the last is added.
Result<checklist::Rows> rowsFor(Checklists& lists, const RecordId& id, const session::Checklist& list,
                                std::size_t item, const std::vector<std::size_t>& numbers) {
    std::vector<std::size_t> around;
    for (std::size_t up = item; up != checklist::none; up = list.questionnaire->items[up].parent)
        if (list.questionnaire->items[up].hasRows) around.insert(around.begin(), up);
    if (numbers.size() != around.size())
        return fail(ErrorCode::InvalidArgument,
                    around.empty() ? "this item is in no row; leave --row out"
                                   : "this item repeats: say which row with --row N" +
                                         std::string(around.size() > 1 ? ", N.N for rows in rows" : ""));
    checklist::Rows rows;
    for (std::size_t level = 0; level < numbers.size(); ++level) {
        const std::size_t place = list.form->find(around[level], rows);
        const auto present = place == checklist::none ? std::vector<std::size_t>{} : list.form->rowsOf(place);
        if (numbers[level] <= present.size()) {
            rows = list.form->nodes()[present[numbers[level] - 1]].rows;
            continue;
        }
        if (numbers[level] > present.size() + 1)
            return fail(ErrorCode::NotFound, "there are " + std::to_string(present.size()) +
                                                 " rows; the next is " + std::to_string(present.size() + 1));
        // Rows within a row that was made just now are the first of theirs.
        const auto added = lists.addRow(id, list.questionnaire->items[around[level]].path, rows);
        if (!added) return added.error();
        rows = *added;
        for (++level; level < numbers.size(); ++level) {
            if (numbers[level] != 1)
                return fail(ErrorCode::NotFound, "a new row has no rows yet; the next is 1");
            const auto inner = lists.addRow(id, list.questionnaire->items[around[level]].path, rows);
            if (!inner) return inner.error();
            rows = *inner;
        }
    }
    return rows;
}

Result<void> carryOutAnswer(Checklists& lists, const RecordId& id, const AnswerOptions& options) {
    const auto list = lists.read(id);
    if (!list) return list.error();
    const auto item = list->questionnaire->find(options.item);
    if (!item) return item.error();
    const auto numbers = rowNumbers(options.row);
    if (!numbers) return fail(ErrorCode::InvalidArgument, "--row is a number, or numbers with points: 2.1");
    const std::string& path = list->questionnaire->items[*item].path;
    const auto rows = rowsFor(lists, id, *list, *item, *numbers);
    if (!rows) return rows.error();
    if (options.removeRow) return lists.removeRow(id, path, *rows);
    const std::string field = checklist::answerField(list->questionnaire->items[*item], *rows);
    if (options.keep > 0) return lists.settle(id, field, options.keep);
    if (options.late > 0) return lists.takeOver(id, field, options.late);
    return lists.answer(id, path, *rows, options.values);
}

Result<ExitCode> answer(Context& context, const AnswerOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto id = (*session)->recordFrom(options.id);
    if (!id) return id.error();
    Checklists lists(**session);
    if (const auto result = carryOutAnswer(lists, *id, options); !result) return result.error();
    context.answer({{"id", toHex(id->view())}, {"linkId", options.item}}, [](std::ostream&) {});
    return ExitCode::Done;
}

Result<ExitCode> complete(Context& context, const ListOptions& options) {
    return done(context, options, [](session::Session& session, const RecordId& id) {
        return Checklists(session).complete(id);
    });
}

Result<ExitCode> amend(Context& context, const ListOptions& options) {
    return done(
        context, options,
        [&](session::Session& session, const RecordId& id) {
            return Checklists(session).amend(id, options.word);
        },
        "open for correction; what was completed stays. `complete` ends it");
}

Result<ExitCode> extend(Context& context, const ListOptions& options) {
    return done(context, options, [&](session::Session& session, const RecordId& id) {
        return Checklists(session).extend(id, options.word, options.more);
    });
}

Result<ExitCode> erase(Context& context, const ListOptions& options) {
    return done(
        context, options,
        [](session::Session& session, const RecordId& id) { return Checklists(session).erase(id); },
        "erased here; other devices that have it lose it at their next sync. What was exported or printed "
        "stays "
        "where it is");
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

Result<ExitCode> share(Context& context, const ListOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto id = (*session)->recordFrom(options.id);
    if (!id) return id.error();
    Checklists lists(**session);
    std::vector<std::string> readers{"you"};
    Result<RecordId> moved = fail(ErrorCode::InvalidArgument, "say with whom: --team T, or --only-me");
    if (options.flag) {
        moved = lists.takeBack(*id);
    } else if (!options.word.empty()) {
        const auto team = session::People(**session).teamFrom(options.word);
        if (!team) return team.error();
        readers = lists.readersOf(*team);
        moved = lists.share(*id, *team);
    }
    if (!moved) return moved.error();
    const std::string text = toHex(moved->view());
    context.answer({{"id", text}, {"was", toHex(id->view())}, {"readers", readers}},
                   [&](std::ostream& out) { out << text << '\n'; });
    context.note(options.flag
                     ? "yours alone again, under this id. What colleagues have read, printed or copied "
                       "cannot be taken back; their devices lose it at their next sync"
                     : "moved to the team, under this id. From the next sync on it can be read and "
                       "changed by: " +
                           joined(readers));
    return ExitCode::Done;
}

Result<ExitCode> access(Context& context, const ListOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto id = (*session)->recordFrom(options.id);
    if (!id) return id.error();
    const auto entries = Checklists(**session).access(*id);
    if (!entries) return entries.error();
    Json document = Json::array();
    Table table;
    for (const session::AccessEntry& entry : *entries) {
        const std::string at = formatUtc(entry.atMs);
        document.push_back({{"by", entry.by}, {"action", entry.action}, {"at", at}, {"times", entry.times}});
        table.row(
            {at, entry.by, entry.action, entry.times > 1 ? std::to_string(entry.times) + " answers" : ""});
    }
    context.answer(document, [&](std::ostream& out) { table.print(out); });
    return ExitCode::Done;
}

using Run = Result<ExitCode> (*)(Context&, const ListOptions&);

std::pair<CLI::App*, std::shared_ptr<ListOptions>> addCommand(CLI::App& app, Command& chosen,
                                                              const char* name, const char* description,
                                                              Run run) {
    auto options = std::make_shared<ListOptions>();
    CLI::App* command = app.add_subcommand(name, description);
    command->add_option("ID", options->id)->required()->check(isIdOrBeginning());
    choose(command, chosen, options, run);
    return {command, options};
}

void addAnswer(CLI::App& app, Command& chosen) {
    auto options = std::make_shared<AnswerOptions>();
    CLI::App* command =
        app.add_subcommand("answer", "Answer a question of a checklist; several VALUEs where it repeats");
    command->add_option("ID", options->id)->required()->check(isIdOrBeginning());
    command
        ->add_option("LINKID", options->item,
                     "The question's linkId; where it comes twice with those above it: a/b")
        ->required();
    auto* values = command->add_option("VALUE", options->values,
                                       "Text, a number, 2026-03-01, ja, the code of an option");
    command
        ->add_option("--row", options->row,
                     "Which row of a repeating group, from 1; one past the last adds a row")
        ->type_name("N");
    auto* clear = command->add_flag("--clear", options->clear, "Take the answer away")->excludes(values);
    auto* gone = command->add_flag("--remove-row", options->removeRow, "Take the row of LINKID away")
                     ->excludes(values)
                     ->excludes(clear);
    auto* keep = command->add_option("--keep", options->keep, "Of answers in conflict keep this one")
                     ->type_name("N")
                     ->excludes(values)
                     ->excludes(clear)
                     ->excludes(gone);
    command->add_option("--late", options->late, "While amending, take over this late answer")
        ->type_name("N")
        ->excludes(values)
        ->excludes(clear)
        ->excludes(gone)
        ->excludes(keep);
    command->callback([&chosen, options] {
        const bool says = !options->values.empty() || options->clear || options->removeRow ||
                          options->keep > 0 || options->late > 0;
        if (!says) throw CLI::RequiredError("VALUE, or --clear");
        chosen = [options](Context& context) { return answer(context, *options); };
    });
}

Result<ExitCode> templateDeed(Context& context, const ListOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto id = (*session)->recordFrom(options.id);
    if (!id) return id.error();
    Templates templates(**session);
    Result<RecordId> result = *id;
    if (options.word == "new-version") {
        result = templates.newVersion(*id);
    } else if (const auto deed = options.word == "publish" ? templates.publish(*id) : templates.retire(*id);
               !deed) {
        result = deed.error();
    }
    if (!result) return result.error();
    const std::string text = toHex(result->view());
    context.answer({{"id", text}}, [&](std::ostream& out) {
        if (*result != *id) out << text << '\n';
    });
    return ExitCode::Done;
}

void addTemplate(CLI::App& app, Command& chosen) {
    CLI::App* group = app.add_subcommand("template", "Versions of a template of checklists");
    group->require_subcommand(1);
    const auto add = [&](const char* name, const char* description) {
        auto options = std::make_shared<ListOptions>();
        options->word = name;
        CLI::App* command = group->add_subcommand(name, description);
        command->add_option("ID", options->id)->required()->check(isIdOrBeginning());
        choose(command, chosen, options, templateDeed);
    };
    add("new-version", "A draft that says the same, to be changed; prints its id");
    add("publish", "Ready for use: not changed any more; the version before it is retired");
    add("retire", "Offered no more; lists that were begun with it stay");
}

}  // namespace

void addChecklistCommands(CLI::App& app, Command& chosen) {
    auto [filling, fillOptions] =
        addCommand(app, chosen, "fill", "Begin a checklist from a template; prints its id", fill);
    filling->add_option("--case", fillOptions->word, "A case code, never a name")->type_name("CODE");
    addAnswer(app, chosen);
    addCommand(app, chosen, "complete", "Complete a checklist: sealed, and not changed any more", complete);
    auto [amending, amendOptions] =
        addCommand(app, chosen, "amend", "Open a completed checklist for correction", amend);
    amending->add_option("--reason", amendOptions->word, "Why")->type_name("TEXT");
    auto [sharing, shareOptions] =
        addCommand(app, chosen, "share", "Move a checklist to a team, or back; prints its new id", share);
    auto* team = sharing->add_option("--team", shareOptions->word, "Its name or the beginning of its id")
                     ->type_name("T");
    sharing->add_flag("--only-me", shareOptions->flag, "Take it back")->excludes(team);
    auto [extending, extendOptions] = addCommand(app, chosen, "extend", "Keep a checklist longer", extend);
    extending->add_option("--until", extendOptions->word, "The last day, 2027-05-28")->required();
    extending->add_option("--reason", extendOptions->more, "Why it is still needed")->required();
    addCommand(app, chosen, "erase", "Erase a checklist for good, on every device", erase);
    addCommand(app, chosen, "access", "Who opened, changed, completed, printed or shared a checklist",
               access);
    addTemplate(app, chosen);
}

}  // namespace veldwijzer::cli
