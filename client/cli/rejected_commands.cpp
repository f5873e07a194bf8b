// SPDX-License-Identifier: EUPL-1.2
// rejected, dismiss
#include "base/text.h"
#include "cli/commands.h"
#include "cli/display.h"
#include "cli/value_json.h"
#include "domain/kinds.h"

namespace veldwijzer::cli {
namespace {

struct NoOptions {};

Json editsOf(const std::vector<session::RejectedEdit>& edits) {
    Json result = Json::array();
    for (const session::RejectedEdit& edit : edits)
        result.push_back({{"id", toHex(edit.record.view())},
                          {"kind", edit.kind},
                          {"field", edit.field},
                          {"action", nameOf(edit.action)},
                          {"value", jsonOf(edit.value)}});
    return result;
}

void print(const session::RejectedItem& item, const std::vector<session::RejectedEdit>& edits,
           std::ostream& out) {
    out << item.id << "  " << formatUtc(item.atMs) << "  " << item.reason << '\n';
    Table table;
    for (const session::RejectedEdit& edit : edits)
        table.row({toHex(edit.record.view()), edit.kind, std::string(nameOf(edit.action)), edit.field,
                   edit.value ? domain::displayText(*edit.value) : ""});
    table.print(out, "  ");
}

Result<ExitCode> rejected(Context& context, const NoOptions&) {
    const auto session = context.open();
    if (!session) return session.error();
    const std::vector<session::RejectedItem> items = (*session)->status().rejected;
    std::vector<std::vector<session::RejectedEdit>> contents;
    Json document = Json::array();
    for (const session::RejectedItem& item : items) {
        auto edits = (*session)->rejectedEdits(item.id);
        if (!edits) return edits.error();
        document.push_back({{"number", item.id},
                            {"at", formatUtc(item.atMs)},
                            {"reason", item.reason},
                            {"edits", editsOf(*edits)}});
        contents.push_back(std::move(*edits));
    }
    context.answer(document, [&](std::ostream& out) {
        for (std::size_t i = 0; i < items.size(); ++i)
            print(items[i], contents[i], out);
        if (!items.empty())
            out << "\nEnter again what should still happen, or ask somebody who may. Then: dismiss NUMBER\n";
    });
    return ExitCode::Done;
}

struct DismissOptions {
    std::vector<std::int64_t> numbers;
    bool all = false;
};

Result<ExitCode> dismiss(Context& context, const DismissOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    std::vector<std::int64_t> numbers = options.numbers;
    if (options.all)
        for (const session::RejectedItem& item : (*session)->status().rejected)
            numbers.push_back(item.id);
    if (const auto done = (*session)->dismissRejected(numbers); !done) return done.error();
    context.answer({{"dismissed", numbers}},
                   [&](std::ostream& out) { out << "dismissed: " << numbers.size() << '\n'; });
    return ExitCode::Done;
}

}  // namespace

void addRejectedCommands(CLI::App& app, Command& chosen) {
    choose(app.add_subcommand("rejected", "Changes of yours that were refused: why, and what they said"),
           chosen, std::make_shared<NoOptions>(), rejected);

    auto options = std::make_shared<DismissOptions>();
    CLI::App* dismissing = app.add_subcommand(
        "dismiss", "Clear refused changes that you have seen; what they said is then gone");
    CLI::Option_group* choice = dismissing->add_option_group("choice");
    choice->add_option("NUMBER", options->numbers, "As `rejected` lists them")->check(CLI::PositiveNumber);
    choice->add_flag("--all", options->all, "Every one");
    choice->require_option(1);
    choose(dismissing, chosen, options, dismiss);
}

}  // namespace veldwijzer::cli
