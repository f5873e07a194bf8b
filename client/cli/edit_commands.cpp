// SPDX-License-Identifier: EUPL-1.2
// new, set, add, remove, delete, restore, undo
#include "base/text.h"
#include "cli/commands.h"
#include "cli/typed.h"
#include "session/undo.h"

namespace veldwijzer::cli {
namespace {

std::vector<session::Assignment> assignmentsOf(const std::vector<std::string>& words) {
    std::vector<session::Assignment> result;
    for (const std::string& word : words) {
        auto [field, value] = *parseAssignment(word);  // the parser let nothing else through
        result.push_back({std::move(field), std::move(value)});
    }
    return result;
}

struct NewOptions {
    std::string kind;
    std::vector<std::string> assignments;
};

Result<ExitCode> create(Context& context, const NewOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto id = (*session)->create(options.kind, assignmentsOf(options.assignments));
    if (!id) return id.error();
    const std::string text = toHex(id->view());
    context.answer({{"id", text}}, [&](std::ostream& out) { out << text << '\n'; });
    return ExitCode::Done;
}

struct EditOptions {
    std::string id;
    std::vector<std::string> assignments;
    std::string field;
    std::string value;
};

/// Opens, edits, and answers with the id: silence is success for people.
template <typename Edit>
Result<ExitCode> edited(Context& context, const std::string& id, Edit edit) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto record = (*session)->recordFrom(id);
    if (!record) return record.error();
    if (const Result<void> done = edit(**session, *record); !done) return done.error();
    context.answer({{"id", toHex(record->view())}}, [](std::ostream&) {});
    return ExitCode::Done;
}

Result<ExitCode> set(Context& context, const EditOptions& options) {
    return edited(context, options.id, [&](session::Session& session, const RecordId& id) {
        return session.set(id, assignmentsOf(options.assignments));
    });
}

Result<ExitCode> add(Context& context, const EditOptions& options) {
    return edited(context, options.id, [&](session::Session& session, const RecordId& id) {
        return session.addElement(id, options.field, options.value);
    });
}

struct RemoveOptions {
    std::vector<std::string> words;
    bool leave = false;
};

/// Two commands of one name: how many words follow tells which is meant.
Result<ExitCode> removeSomething(Context& context, const RemoveOptions& options) {
    const std::vector<std::string>& words = options.words;
    if (words.size() == 1) return removeMember(context, words.front(), options.leave);
    return edited(context, words[0], [&](session::Session& session, const RecordId& id) {
        return session.removeElement(id, words[1], words[2]);
    });
}

Result<ExitCode> removeRecord(Context& context, const EditOptions& options) {
    return edited(context, options.id,
                  [](session::Session& session, const RecordId& id) { return session.remove(id); });
}

Result<ExitCode> restore(Context& context, const EditOptions& options) {
    return edited(context, options.id,
                  [](session::Session& session, const RecordId& id) { return session.restore(id); });
}

struct NoOptions {};

Result<ExitCode> undo(Context& context, const NoOptions&) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto report = session::undoLast(**session);
    if (!report) return report.error();
    Json records = Json::array();
    for (const RecordId& id : report->records)
        records.push_back(toHex(id.view()));
    context.answer({{"undone", report->undone}, {"records", std::move(records)}, {"left", report->left}},
                   [&](std::ostream& out) {
                       out << "taken back: " << report->undone << '\n';
                       for (const std::string& left : report->left)
                           out << "left as it is, somebody wrote there since: " << left << '\n';
                   });
    return ExitCode::Done;
}

using Run = Result<ExitCode> (*)(Context&, const EditOptions&);

std::pair<CLI::App*, std::shared_ptr<EditOptions>> addEdit(CLI::App& app, Command& chosen, const char* name,
                                                           const char* description, Run run) {
    auto options = std::make_shared<EditOptions>();
    CLI::App* command = app.add_subcommand(name, description);
    command->add_option("ID", options->id)->required()->check(isIdOrBeginning());
    choose(command, chosen, options, run);
    return {command, options};
}

void addRemove(CLI::App& app, Command& chosen) {
    auto options = std::make_shared<RemoveOptions>();
    CLI::App* command = app.add_subcommand(
        "remove", "Take a value out of a set: ID FIELD VALUE. Remove somebody from the region: MEMBER");
    command->add_option("WORDS", options->words, "ID FIELD VALUE, or MEMBER (a name or beginning of an id)")
        ->required()
        ->expected(1, 3);
    command->add_flag("--leave", options->leave, "MEMBER is yourself: leave the region");
    command->callback([&chosen, options] {
        const std::vector<std::string>& words = options->words;
        if (words.size() == 2) throw CLI::ValidationError("remove", "takes ID FIELD VALUE, or MEMBER alone");
        if (words.size() == 3)
            if (const std::string complaint = isIdOrBeginning()(options->words.front()); !complaint.empty())
                throw CLI::ValidationError("ID", complaint);
        chosen = [options](Context& context) { return removeSomething(context, *options); };
    });
}

}  // namespace

void addEditCommands(CLI::App& app, Command& chosen) {
    auto options = std::make_shared<NewOptions>();
    CLI::App* making = app.add_subcommand("new", "Make a record; prints its id");
    making->add_option("KIND", options->kind, "service, organization, location, …")->required();
    making->add_option("FIELD=VALUE", options->assignments)->required()->check(isAssignment("field=value"));
    choose(making, chosen, options, create);

    const auto [setting, setOptions] = addEdit(app, chosen, "set", "Write fields; `field=` empties one", set);
    setting->add_option("FIELD=VALUE", setOptions->assignments)
        ->required()
        ->check(isAssignment("field=value"));

    const auto [adding, addOptions] = addEdit(app, chosen, "add", "Add a value to a set, such as tags", add);
    adding->add_option("FIELD", addOptions->field)->required();
    adding->add_option("VALUE", addOptions->value)->required();
    addRemove(app, chosen);
    addEdit(app, chosen, "delete", "Delete a record; `restore` brings it back", removeRecord);
    addEdit(app, chosen, "restore", "Bring a deleted record back", restore);
    choose(app.add_subcommand("undo", "Take back the last change made on this device; again brings it back"),
           chosen, std::make_shared<NoOptions>(), undo);
}

}  // namespace veldwijzer::cli
