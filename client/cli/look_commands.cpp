// SPDX-License-Identifier: EUPL-1.2
// list, show, history
#include "base/text.h"
#include "cli/care_words.h"
#include "cli/checklist_words.h"
#include "cli/commands.h"
#include "cli/display.h"
#include "cli/typed.h"
#include "cli/value_json.h"
#include "domain/kinds.h"

namespace veldwijzer::cli {
namespace {

Error noSuchRecord() {
    return fail(ErrorCode::NotFound,
                "There is no record with this id on this device. `sync` fetches what is new.");
}

// ---- list

struct ListOptions {
    std::string kind;
    std::size_t limit = 50;
    std::vector<std::string> filters;
};

void explainEmpty(const Context& context, const store::Store& store, const std::string& kind) {
    if (domain::findKind(kind) != nullptr) return;
    std::string known;
    for (const auto& [name, count] : store.kinds())
        known += (known.empty() ? "" : ", ") + name;
    context.note("\"" + kind + "\" is no kind that is known here." +
                 (known.empty() ? "" : " There are: " + known + "."));
}

Result<ExitCode> list(Context& context, const ListOptions& options) {
    if (options.filters.empty() && options.kind == "questionnaire")
        return listTemplates(context, options.limit);
    if (options.filters.empty() && options.kind == "questionnaire-response")
        return listChecklists(context, options.limit);
    store::ListQuery query;
    query.kind = options.kind;
    query.limit = options.limit;
    for (const std::string& filter : options.filters)
        query.facets.push_back(*parseAssignment(filter));
    const auto session = context.open();
    if (!session) return session.error();
    const store::ListResult found = (*session)->store().list(query);

    Json results = Json::array();
    Table table;
    for (const store::ListRow& row : found.rows) {
        const std::string id = toHex(row.id.view());
        results.push_back({{"id", id}, {"kind", row.kind}, {"title", row.title}, {"conflict", row.conflict}});
        table.row({id, row.title + (row.conflict ? "  [conflict]" : "")});
    }
    if (found.total == 0) explainEmpty(context, (*session)->store(), options.kind);
    if (!context.json() && found.total > found.rows.size()) {
        context.note(std::to_string(found.rows.size()) + " of " + std::to_string(found.total) +
                     "; --limit N shows more.");
    }
    context.answer({{"total", found.total}, {"results", std::move(results)}},
                   [&](std::ostream& out) { table.print(out); });
    return ExitCode::Done;
}

// ---- show

struct RecordOptions {
    std::string id;
};

bool isDeleted(merge::Visibility visibility) {
    return visibility == merge::Visibility::Deleted || visibility == merge::Visibility::DeletedDespiteEdit;
}

std::string stateOf(const store::StoredRecord& stored) {
    switch (stored.visibility) {
        case merge::Visibility::Present:
            return "";
        case merge::Visibility::Deleted:
            return "deleted; `restore` brings it back";
        case merge::Visibility::PresentDespiteDelete:
            return "back, because a delete met an edit that its author had not seen";
        case merge::Visibility::DeletedDespiteEdit:
            return "deleted, although there was an edit that its author had not seen";
        case merge::Visibility::Erased:
            return "erased for good";
    }
    return "";
}

/// What `fieldsOf` made, for people: sets with commas, references and numbers plain.
std::string textOf(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (!value.is_array()) return value.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::string joined;
    for (const Json& element : value)
        joined += (joined.empty() ? "" : ", ") + textOf(element);
    return joined;
}

/// Text of several lines is indented below its name.
void printField(std::ostream& out, const std::string& name, const std::string& value, std::size_t width) {
    const std::string shown = harmless(value, Lines::Keep);
    out << "  " << harmless(name) << std::string(width - widthOf(harmless(name)) + 2, ' ');
    for (const char character : shown) {
        out << character;
        if (character == '\n') out << std::string(width + 4, ' ');
    }
    out << '\n';
}

void print(const store::StoredRecord& stored, const Json& fields,
           const std::vector<merge::Conflict>& conflicts, const session::Session& session,
           const std::string& title, std::ostream& out) {
    out << harmless(stored.record.kind) << "  " << harmless(title) << '\n';
    if (const std::string state = stateOf(stored); !state.empty()) out << "  (" << state << ")\n";
    if (stored.pending) out << "  (has changes that are not sent yet)\n";
    std::size_t width = 0;
    for (const auto& [name, value] : fields.items())
        width = std::max(width, widthOf(harmless(name)));
    for (const auto& [name, value] : fields.items())
        printField(out, name, textOf(value), width);
    for (const merge::Conflict& conflict : conflicts) {
        out << "conflict in " << harmless(conflict.field) << ":\n";
        Table values;
        std::size_t number = 0;
        for (const merge::ConflictingValue& value : conflict.values) {
            values.row({std::to_string(++number), session.authorOf(value.id.actor), formatUtc(value.wallMs),
                        textOfValue(value, conflict.field)});
        }
        values.print(out, "  ");
    }
}

Result<ExitCode> show(Context& context, const RecordOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto id = (*session)->recordFrom(options.id);
    if (!id) return id.error();
    const store::Store& store = (*session)->store();
    const auto stored = store.find(*id);
    if (!stored) return noSuchRecord();
    if (stored->record.kind == "questionnaire-response" && stored->visibility != merge::Visibility::Erased)
        return showChecklist(context, **session, *id);

    const merge::ClampedTime clamped = store.clampedTime(stored->space);
    const Json fields = fieldsOf(stored->record, clamped);
    const auto conflicts =
        merge::conflictsOf(stored->record, domain::deletePolicyOf(stored->record.kind), clamped);
    Json inbox = Json::object();
    for (const merge::Conflict& conflict : conflicts)
        inbox[conflict.field] = valuesOf(conflict, **session);
    Json document = {{"id", toHex(stored->record.id.view())},
                     {"kind", stored->record.kind},
                     {"fields", fields},
                     {"conflicts", std::move(inbox)}};
    if (isDeleted(stored->visibility)) document["deleted"] = true;
    if (stored->visibility == merge::Visibility::Erased) document["erased"] = true;
    std::optional<session::ServiceNow> now;
    if (stored->record.kind == "service" && !isDeleted(stored->visibility))
        if (auto found = (*session)->serviceNow(stored->record.id, context.clock().wallMs())) now = *found;
    if (now) document["now"] = jsonOf(*now);
    context.answer(document, [&](std::ostream& out) {
        if (now) printNow(*now, out, "  ");
        print(*stored, fields, conflicts, **session, domain::titleOf(stored->record, clamped), out);
    });
    return ExitCode::Done;
}

// ---- history

Result<ExitCode> history(Context& context, const RecordOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto id = (*session)->recordFrom(options.id);
    if (!id) return id.error();
    const store::Store& store = (*session)->store();
    const auto stored = store.find(*id);
    if (!stored) return noSuchRecord();
    if (stored->record.kind == "questionnaire-response")
        if (auto noted = session::Checklists(**session).noteAccess(*id, "opened");
            !noted && noted.error().code != ErrorCode::NotFound)
            return noted.error();

    Json document = Json::array();
    Table table;
    for (const store::HistoryEntry& entry : store.history(*id)) {
        const merge::LiveOperation& operation = entry.operation;
        const std::optional<merge::Value> value =
            operation.value ? std::optional(shownOf(stored->record, entry.field, *operation.value))
                            : std::nullopt;
        const std::string at = formatUtc(operation.wallMs);
        const std::string by = (*session)->authorOf(operation.id.actor);
        document.push_back({{"field", entry.field},
                            {"action", nameOf(operation.action)},
                            {"value", jsonOf(value)},
                            {"by", by},
                            {"at", at},
                            {"current", entry.live}});
        table.row({at, by, entry.live ? "" : "replaced", std::string(nameOf(operation.action)), entry.field,
                   value ? domain::displayText(*value) : ""});
    }
    context.answer(document, [&](std::ostream& out) { table.print(out); });
    return ExitCode::Done;
}

}  // namespace

void addLookCommands(CLI::App& app, Command& chosen) {
    auto listOptions = std::make_shared<ListOptions>();
    CLI::App* listing = app.add_subcommand("list", "Records of a kind, by title");
    listing->add_option("KIND", listOptions->kind, "service, organization, location, …")->required();
    listing->add_option("--limit", listOptions->limit, "At most so many")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    listing
        ->add_option("--filter", listOptions->filters,
                     "Only those with this code, as tags=avond; may be repeated")
        ->check(isAssignment("facet=code"))
        ->expected(1)
        ->take_all();
    choose(listing, chosen, listOptions, list);

    const auto record = std::make_shared<RecordOptions>();
    CLI::App* showing = app.add_subcommand("show", "One record: its fields and its conflicts");
    showing->add_option("ID", record->id)->required()->check(isIdOrBeginning());
    choose(showing, chosen, record, show);

    const auto past = std::make_shared<RecordOptions>();
    CLI::App* remembering =
        app.add_subcommand("history", "Who wrote what into a record, and when; newest first");
    remembering->add_option("ID", past->id)->required()->check(isIdOrBeginning());
    choose(remembering, chosen, past, history);
}

}  // namespace veldwijzer::cli
