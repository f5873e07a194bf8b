// SPDX-License-Identifier: EUPL-1.2
// import hsds, export hsds, export digest
#include <unistd.h>

#include <iostream>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/display.h"
#include "cli/import_report.h"

namespace veldwijzer::cli {
namespace {

struct ImportOptions {
    std::string path;
    session::ImportOptions how;
};

struct ExportOptions {
    std::string folder;
    bool csv = false;
};

struct NoOptions {};

/// Percent done, on stderr: rewritten in place at a terminal, else a line for every tenth.
class PercentLine {
public:
    explicit PercentLine(const char* verb) : verb_(verb) {}
    void show(std::uint64_t done, std::uint64_t total) {
        if (total == 0) return;
        const std::uint64_t percent = done * 100 / total;
        if (percent < shown_ + (terminal_ ? 1 : 10)) return;
        shown_ = percent;
        std::cerr << (terminal_ ? "\r\x1b[K" : "") << verb_ << " " << percent << "%"
                  << (terminal_ && percent < 100 ? "" : "\n") << std::flush;
    }

private:
    const char* verb_;
    bool terminal_ = isatty(STDERR_FILENO) != 0;
    std::uint64_t shown_ = 0;
};

Result<ExitCode> importHsds(Context& context, const ImportOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    PercentLine line("read");
    const auto report = (*session)->importHsds(
        options.path, options.how,
        [&](const session::ImportReport& sofar) { line.show(sofar.bytesDone, sofar.bytesTotal); });
    if (!report) return report.error();
    context.answer(jsonOf(*report), [&](std::ostream& out) { print(*report, out); });
    if (!report->preview) context.keepSearchUp(**session);
    return ExitCode::Done;
}

Result<ExitCode> exportHsds(Context& context, const ExportOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    using Form = session::Session::ExportForm;
    PercentLine line("wrote");
    const auto report = (*session)->exportHsds(
        options.folder, options.csv ? Form::Csv : Form::Json,
        [&](const exchange::ExportReport& sofar) { line.show(sofar.done, sofar.total); });
    if (!report) return report.error();
    const Json document{{"records", countsOf(report->written.records)},
                        {"files", report->written.files},
                        {"digest", report->written.digest},
                        {"problems", jsonOf(report->problems)}};
    context.answer(document, [&](std::ostream& out) {
        Table kinds;
        kinds.row({"KIND", "RECORDS"});
        for (const auto& [kind, count] : report->written.records)
            kinds.row({kind, std::to_string(count)});
        kinds.print(out);
        out << "\ncontent digest " << report->written.digest << "\n";
        print(report->problems, out);
    });
    context.note("These files are not encrypted: whoever has the folder can read the map.");
    return ExitCode::Done;
}

Result<ExitCode> exportDigest(Context& context, const NoOptions&) {
    const auto session = context.open();
    if (!session) return session.error();
    const std::string digest = (*session)->contentDigest();
    context.answer({{"digest", digest}}, [&](std::ostream& out) { out << digest << "\n"; });
    return ExitCode::Done;
}

void addExportCommands(CLI::App& app, Command& chosen) {
    CLI::App* group = app.add_subcommand(
        "export",
        "Write the social map, a programme, a template or a checklist as files that others can read");
    group->require_subcommand(1);
    auto options = std::make_shared<ExportOptions>();
    CLI::App* hsds = group->add_subcommand("hsds", "Open Referral HSDS 3.1, into a new folder");
    hsds->add_option("DIR", options->folder)->required();
    hsds->add_flag("--csv", options->csv, "One CSV file a kind, with datapackage.json, instead of JSON");
    choose(hsds, chosen, options, exportHsds);
    CLI::App* digest = group->add_subcommand(
        "digest", "What the map says, as one number: the same in any region that holds the same");
    choose(digest, chosen, std::make_shared<NoOptions>(), exportDigest);
    addFhirExport(*group, chosen);
}

}  // namespace

void addImportCommands(CLI::App& app, Command& chosen) {
    CLI::App* group = app.add_subcommand("import", "Take in a file; importing it again changes nothing");
    group->require_subcommand(1);
    auto options = std::make_shared<ImportOptions>();
    CLI::App* hsds = group->add_subcommand(
        "hsds", "Open Referral HSDS, JSON or CSV, 3.x or older: a file, a folder or a zip");
    hsds->add_option("PATH", options->path)->required();
    hsds->add_flag("--preview", options->how.preview, "Say what is new, changed and gone; write nothing");
    hsds->add_option("--source", options->how.source, "Whose file it is, when the region takes in several")
        ->type_name("NAME");
    choose(hsds, chosen, options, importHsds);
    addFhirImport(*group, chosen);
    addExportCommands(app, chosen);
}

}  // namespace veldwijzer::cli
