// SPDX-License-Identifier: EUPL-1.2
// suggest, suggestions, accept, decline
#include "base/text.h"
#include "cli/commands.h"
#include "cli/display.h"
#include "cli/typed.h"
#include "session/suggestions.h"

namespace veldwijzer::cli {
namespace {

std::vector<session::Assignment> assignmentsOf(const std::vector<std::string>& words) {
    std::vector<session::Assignment> result;
    for (const std::string& word : words) {
        auto [field, value] = *parseAssignment(word);  // checked before
        result.push_back({std::move(field), std::move(value)});
    }
    return result;
}

struct SuggestOptions {
    std::vector<std::string> words;  ///< ID field=value…
    std::string kind;                ///< --new
    std::string text;
};

Result<ExitCode> suggest(Context& context, const SuggestOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    session::Suggestions suggestions(**session);
    Result<RecordId> made = RecordId{};
    if (!options.kind.empty()) {
        made = suggestions.suggestNew(options.kind, assignmentsOf(options.words), options.text);
    } else {
        const auto about = (*session)->recordFrom(options.words.front());
        if (!about) return about.error();
        made = suggestions.suggest(*about, assignmentsOf({options.words.begin() + 1, options.words.end()}),
                                   options.text);
    }
    if (!made) return made.error();
    const std::string id = toHex(made->view());
    context.answer({{"id", id}}, [&](std::ostream& out) { out << id << '\n'; });
    return ExitCode::Done;
}

Json jsonOf(const session::Suggestion& suggestion, std::size_t number) {
    Json fields = Json::array();
    for (const session::SuggestedField& field : suggestion.fields)
        fields.push_back(
            {{"field", field.field}, {"seen", field.seen}, {"now", field.now}, {"proposed", field.proposed}});
    Json result = {{"number", number == 0 ? Json(nullptr) : Json(number)},
                   {"id", toHex(suggestion.id.view())},
                   {"about", suggestion.about ? Json(toHex(suggestion.about->view())) : Json(nullptr)},
                   {"kind", suggestion.kind},
                   {"title", suggestion.title},
                   {"by", suggestion.by},
                   {"at", formatUtc(suggestion.atMs)},
                   {"words", suggestion.words},
                   {"fields", std::move(fields)},
                   {"state", !suggestion.decision            ? "open"
                             : suggestion.decision->accepted ? "accepted"
                                                             : "declined"}};
    if (suggestion.decision) {
        result["decidedBy"] = suggestion.decision->by;
        result["why"] = suggestion.decision->why;
    }
    return result;
}

void print(const session::Suggestion& suggestion, std::size_t number, std::ostream& out) {
    if (number > 0) out << number << "  ";
    out << harmless(suggestion.by) << " on " << formatUtc(suggestion.atMs) << ", "
        << harmless(suggestion.about ? suggestion.title : "new: " + suggestion.kind) << '\n';
    if (!suggestion.words.empty()) out << "  \"" << harmless(suggestion.words) << "\"\n";
    Table table;
    for (const session::SuggestedField& field : suggestion.fields)
        table.row({field.field, field.now + (field.now != field.seen ? " (was: " + field.seen + ")" : ""),
                   "→", field.proposed.empty() ? "(empty)" : field.proposed});
    table.print(out, "  ");
    if (suggestion.decision)
        out << "  " << (suggestion.decision->accepted ? "accepted by " : "declined by ")
            << harmless(suggestion.decision->by)
            << (suggestion.decision->why.empty() ? "" : ": " + harmless(suggestion.decision->why)) << '\n';
}

struct ListOptions {
    bool all = false;
};

Result<ExitCode> list(Context& context, const ListOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const std::vector<session::Suggestion> found = session::Suggestions(**session).list(true);
    Json document = Json::array();
    std::vector<std::pair<std::size_t, const session::Suggestion*>> shown;
    std::size_t number = 0;
    for (const session::Suggestion& suggestion : found) {
        const std::size_t place = suggestion.decision ? 0 : ++number;
        // Its author sees what became of it; others see what still waits for an answer.
        if (suggestion.decision && !options.all && !suggestion.yours) continue;
        document.push_back(jsonOf(suggestion, place));
        shown.emplace_back(place, &suggestion);
    }
    context.answer(document, [&](std::ostream& out) {
        for (const auto& [place, suggestion] : shown)
            print(*suggestion, place, out);
    });
    return ExitCode::Done;
}

struct AnswerOptions {
    std::string which;
    std::vector<std::string> instead;
    std::string why;
};

/// A number as `suggestions` shows it, or the beginning of an id: a number changes when others decide.
Result<RecordId> suggestionFrom(session::Session& session, const std::string& typed) {
    const std::vector<session::Suggestion> open = session::Suggestions(session).open();
    const bool number =
        typed.size() < 4 && !typed.empty() && typed.find_first_not_of("0123456789") == std::string::npos;
    if (!number) return session.recordFrom(typed);
    const std::size_t place = std::stoul(typed);
    if (place == 0 || place > open.size())
        return fail(ErrorCode::NotFound,
                    "there is no open suggestion " + typed + "; `suggestions` lists them");
    return open[place - 1].id;
}

Result<ExitCode> answer(Context& context, const AnswerOptions& options, bool accepted) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto id = suggestionFrom(**session, options.which);
    if (!id) return id.error();
    session::Suggestions suggestions(**session);
    const auto done = accepted ? suggestions.accept(*id, assignmentsOf(options.instead))
                               : suggestions.decline(*id, options.why);
    if (!done) return done.error();
    context.answer({{"id", toHex(id->view())}}, [](std::ostream&) {});
    return ExitCode::Done;
}

Result<ExitCode> accept(Context& context, const AnswerOptions& options) {
    return answer(context, options, true);
}
Result<ExitCode> decline(Context& context, const AnswerOptions& options) {
    return answer(context, options, false);
}

void checkWords(SuggestOptions& options) {
    const std::size_t first = options.kind.empty() ? 1 : 0;
    if (options.words.size() < first) throw CLI::RequiredError("ID");
    if (first == 1)
        if (const std::string complaint = isIdOrBeginning()(options.words.front()); !complaint.empty())
            throw CLI::ValidationError("ID", complaint);
    for (std::size_t i = first; i < options.words.size(); ++i)
        if (!parseAssignment(options.words[i]))
            throw CLI::ValidationError("FIELD=VALUE", "expected field=value");
}

}  // namespace

void addSuggestionCommands(CLI::App& app, Command& chosen) {
    auto options = std::make_shared<SuggestOptions>();
    CLI::App* suggesting =
        app.add_subcommand("suggest", "Propose a correction, for a coordinator to take over or not");
    suggesting->add_option("ID FIELD=VALUE", options->words, "What it is about, and what it should say");
    suggesting
        ->add_option("--new", options->kind, "Propose something new instead of ID: service, location, …")
        ->type_name("KIND");
    suggesting->add_option("--words", options->text, "In words");
    suggesting->callback([&chosen, options] {
        checkWords(*options);
        chosen = [options](Context& context) { return suggest(context, *options); };
    });

    auto listOptions = std::make_shared<ListOptions>();
    CLI::App* listing = app.add_subcommand(
        "suggestions", "What waits for an answer, field by field, and what became of your own");
    listing->add_flag("--all", listOptions->all, "Also those of others that were answered");
    choose(listing, chosen, listOptions, list);

    auto acceptOptions = std::make_shared<AnswerOptions>();
    CLI::App* accepting = app.add_subcommand("accept", "Take a suggestion over");
    accepting->add_option("NUMBER", acceptOptions->which, "As `suggestions` shows it, or an id")->required();
    accepting->add_option("FIELD=VALUE", acceptOptions->instead, "Something else for this field")
        ->check(isAssignment("field=value"));
    choose(accepting, chosen, acceptOptions, accept);

    auto declineOptions = std::make_shared<AnswerOptions>();
    CLI::App* declining = app.add_subcommand("decline", "Do not take a suggestion over");
    declining->add_option("NUMBER", declineOptions->which, "As `suggestions` shows it, or an id")->required();
    declining->add_option("--why", declineOptions->why, "For its author to read")->required();
    choose(declining, chosen, declineOptions, decline);
}

}  // namespace veldwijzer::cli
