// SPDX-License-Identifier: EUPL-1.2
// import hsds
#include <unistd.h>

#include <iostream>

#include "cli/commands.h"
#include "cli/display.h"

namespace veldwijzer::cli {
namespace {

struct ImportOptions {
    std::string path;
};

/// Percent done, on stderr: rewritten in place at a terminal, else a line for every tenth.
std::function<void(const session::ImportReport&)> percentLine() {
    const bool terminal = isatty(STDERR_FILENO) != 0;
    return [terminal, shown = std::uint64_t{0}](const session::ImportReport& report) mutable {
        if (report.bytesTotal == 0) return;
        const std::uint64_t percent = report.bytesDone * 100 / report.bytesTotal;
        if (percent < shown + (terminal ? 1 : 10)) return;
        shown = percent;
        std::cerr << (terminal ? "\r\x1b[K" : "") << "read " << percent << "%"
                  << (terminal && percent < 100 ? "" : "\n") << std::flush;
    };
}

Json jsonOf(const session::ImportReport& report) {
    const auto counts = [](const std::map<std::string, std::uint64_t>& byKind) {
        Json result = Json::object();
        for (const auto& [kind, count] : byKind)
            result[kind] = count;
        return result;
    };
    Json problems = Json::array();
    for (const exchange::Problem& problem : report.problems) {
        problems.push_back({{"file", problem.file},
                            {"row", problem.row},
                            {"problem", problem.problem},
                            {"action", problem.action}});
    }
    return {{"created", counts(report.created)},
            {"updated", counts(report.updated)},
            {"unchanged", counts(report.unchanged)},
            {"problems", std::move(problems)}};
}

void print(const session::ImportReport& report, std::ostream& out) {
    std::map<std::string, std::array<std::uint64_t, 3>> byKind;
    for (const auto& [kind, count] : report.created)
        byKind[kind][0] = count;
    for (const auto& [kind, count] : report.updated)
        byKind[kind][1] = count;
    for (const auto& [kind, count] : report.unchanged)
        byKind[kind][2] = count;
    Table kinds;
    kinds.row({"KIND", "CREATED", "UPDATED", "UNCHANGED"});
    for (const auto& [kind, counts] : byKind) {
        kinds.row({kind, std::to_string(counts[0]), std::to_string(counts[1]), std::to_string(counts[2])});
    }
    kinds.print(out);
    if (report.problems.empty()) return;
    Table problems;
    problems.row({"FILE", "ROW", "PROBLEM", "WHAT WAS DONE"});
    for (const exchange::Problem& problem : report.problems) {
        problems.row({problem.file, problem.row == 0 ? "-" : std::to_string(problem.row), problem.problem,
                      problem.action});
    }
    out << '\n';
    problems.print(out);
}

Result<ExitCode> importHsds(Context& context, const ImportOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto report = (*session)->importHsds(options.path, percentLine());
    if (!report) return report.error();
    context.answer(jsonOf(*report), [&](std::ostream& out) { print(*report, out); });
    return ExitCode::Done;
}

}  // namespace

void addImportCommands(CLI::App& app, Command& chosen) {
    CLI::App* group = app.add_subcommand("import", "Take in a file; importing it again changes nothing");
    group->require_subcommand(1);
    auto options = std::make_shared<ImportOptions>();
    CLI::App* hsds =
        group->add_subcommand("hsds", "Open Referral HSDS 3.x, JSON: a file, or a folder of files");
    hsds->add_option("PATH", options->path)->required();
    choose(hsds, chosen, options, importHsds);
}

}  // namespace veldwijzer::cli
