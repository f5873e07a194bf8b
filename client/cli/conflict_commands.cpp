// SPDX-License-Identifier: EUPL-1.2
// conflicts, resolve
#include "base/text.h"
#include "cli/commands.h"
#include "cli/display.h"
#include "cli/typed.h"
#include "cli/value_json.h"

namespace veldwijzer::cli {
namespace {

/// More than a person settles by hand; the rest shows up as these are settled.
constexpr std::size_t recordsShown = 10'000;

struct NoOptions {};

void print(const store::ConflictRow& row, const session::Session& session, std::ostream& out) {
    for (const merge::Conflict& conflict : row.conflicts) {
        out << toHex(row.id.view()) << "  " << harmless(conflict.field) << "  (" << harmless(row.kind) << " "
            << harmless(row.title) << ")\n";
        Table values;
        std::size_t number = 0;
        for (const merge::ConflictingValue& value : conflict.values) {
            values.row({std::to_string(++number), session.authorOf(value.id.actor), formatUtc(value.wallMs),
                        textOfValue(value, conflict.field)});
        }
        values.print(out, "  ");
    }
}

Result<ExitCode> conflicts(Context& context, const NoOptions&) {
    const auto session = context.open();
    if (!session) return session.error();
    const std::vector<store::ConflictRow> rows = (*session)->store().conflicts(recordsShown);
    Json document = Json::array();
    for (const store::ConflictRow& row : rows) {
        for (const merge::Conflict& conflict : row.conflicts) {
            document.push_back({{"id", toHex(row.id.view())},
                                {"field", conflict.field},
                                {"values", valuesOf(conflict, **session)}});
        }
    }
    context.answer(document, [&](std::ostream& out) {
        for (const store::ConflictRow& row : rows)
            print(row, **session, out);
        if (!rows.empty()) out << "\nsettle one with: resolve ID FIELD --keep N, or --value TEXT\n";
    });
    return ExitCode::Done;
}

struct ResolveOptions {
    std::string id;
    std::string field;
    std::optional<std::size_t> keep;
    std::optional<std::string> value;
};

Result<ExitCode> resolve(Context& context, const ResolveOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto id = (*session)->recordFrom(options.id);
    if (!id) return id.error();
    const Result<void> settled = options.keep ? (*session)->resolveKeep(*id, options.field, *options.keep)
                                              : (*session)->resolveWith(*id, options.field, *options.value);
    if (!settled) return settled.error();
    context.answer({{"id", toHex(id->view())}, {"field", options.field}}, [](std::ostream&) {});
    return ExitCode::Done;
}

}  // namespace

void addConflictCommands(CLI::App& app, Command& chosen) {
    choose(app.add_subcommand("conflicts",
                              "The inbox: fields with more than one value, and deletes that met an edit"),
           chosen, std::make_shared<NoOptions>(), conflicts);

    auto options = std::make_shared<ResolveOptions>();
    CLI::App* resolving = app.add_subcommand("resolve", "Settle one field of the inbox, for everybody");
    resolving->add_option("ID", options->id)->required()->check(isIdOrBeginning());
    resolving->add_option("FIELD", options->field)->required();
    CLI::Option_group* choice = resolving->add_option_group("choice");
    choice->add_option("--keep", options->keep, "Keep the value with this number, as `conflicts` lists them")
        ->check(CLI::PositiveNumber);
    choice->add_option("--value", options->value, "Write another value");
    choice->require_option(1);
    choose(resolving, chosen, options, resolve);
}

}  // namespace veldwijzer::cli
