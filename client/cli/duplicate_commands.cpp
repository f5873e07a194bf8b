// SPDX-License-Identifier: EUPL-1.2
// duplicates
#include <iostream>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/display.h"
#include "cli/typed.h"

namespace veldwijzer::cli {
namespace {

struct DuplicateOptions {
    std::size_t limit = 100;
    std::vector<std::string> merge;
    std::vector<std::string> apart;
};

Json jsonOf(const exchange::Duplicates& duplicates, std::size_t limit) {
    Json list = Json::array();
    for (const exchange::Duplicate& pair : duplicates.found) {
        if (list.size() >= limit) break;
        list.push_back({{"kind", pair.kind},
                        {"score", pair.score},
                        {"first", {{"id", toHex(pair.first.view())}, {"title", pair.firstTitle}}},
                        {"second", {{"id", toHex(pair.second.view())}, {"title", pair.secondTitle}}},
                        {"reasons", pair.reasons}});
    }
    return {{"total", duplicates.found.size()},
            {"common_keys", duplicates.commonKeys},
            {"duplicates", std::move(list)}};
}

void print(const exchange::Duplicates& duplicates, std::size_t limit, std::ostream& out) {
    std::size_t shown = 0;
    for (const exchange::Duplicate& pair : duplicates.found) {
        if (shown++ >= limit) break;
        out << pair.score << "  " << pair.kind << "\n";
        Table two;
        two.row({toHex(pair.first.view()), pair.firstTitle});
        two.row({toHex(pair.second.view()), pair.secondTitle});
        two.print(out, "    ");
        for (const std::string& reason : pair.reasons)
            out << "    " << harmless(reason) << "\n";
    }
    out << duplicates.found.size() << " proposed. Nothing is merged by itself.\n";
}

Result<ExitCode> duplicates(Context& context, const DuplicateOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    if (!options.merge.empty() || !options.apart.empty()) {
        const bool merge = !options.merge.empty();
        const std::vector<std::string>& ids = merge ? options.merge : options.apart;
        const auto first = (*session)->recordFrom(ids[0]);
        if (!first) return first.error();
        const auto second = (*session)->recordFrom(ids[1]);
        if (!second) return second.error();
        const Result<void> done =
            merge ? (*session)->makeOne(*first, *second) : (*session)->tellApart(*first, *second);
        if (!done) return done.error();
        const std::vector<std::string> whole = {toHex(first->view()), toHex(second->view())};
        context.answer({{merge ? "merged" : "apart", whole}}, [&](std::ostream& out) {
            out << (merge ? "One record now: " : "Two records, for good: ") << whole[0] << " and " << whole[1]
                << "\n";
        });
        return ExitCode::Done;
    }
    const exchange::Duplicates found = (*session)->duplicates();
    context.answer(jsonOf(found, options.limit),
                   [&](std::ostream& out) { print(found, options.limit, out); });
    return ExitCode::Done;
}

}  // namespace

void addDuplicateCommands(CLI::App& app, Command& chosen) {
    auto options = std::make_shared<DuplicateOptions>();
    CLI::App* command =
        app.add_subcommand("duplicates", "Records that may be one: proposed, never merged by themselves");
    command->add_option("--limit", options->limit, "How many to show")->check(CLI::NonNegativeNumber);
    CLI::Option* merge =
        command
            ->add_option("--merge", options->merge,
                         "Make KEEP and OTHER one: what differs is kept beside it, OTHER is deleted")
            ->type_name("KEEP OTHER")
            ->expected(2)
            ->check(isIdOrBeginning());
    command->add_option("--apart", options->apart, "Say for good that these two are not the same")
        ->type_name("ID ID")
        ->expected(2)
        ->check(isIdOrBeginning())
        ->excludes(merge);
    choose(command, chosen, options, duplicates);
}

}  // namespace veldwijzer::cli
