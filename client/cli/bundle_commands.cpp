// SPDX-License-Identifier: EUPL-1.2
// bundle export, bundle import, region
#include <iostream>
#include <memory>

#include "cli/commands.h"

namespace veldwijzer::cli {
namespace {

struct FileOptions {
    std::string file;
};

Result<ExitCode> exportBundle(Context& context, const FileOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto made = (*session)->exportBundle(options.file);
    if (!made) return made.error();
    context.answer({{"file", options.file}, {"envelopes", made->envelopes}, {"bytes", made->bytes}},
                   [&](std::ostream& out) {
                       out << "written: " << options.file << ", " << made->envelopes
                           << " sealed envelopes. Members of the region can import it; nobody else can read "
                              "it.\n";
                   });
    return ExitCode::Done;
}

Json jsonOf(const session::BundleImport& report) {
    Json left = Json::array();
    for (const session::BundleLeft& each : report.left)
        left.push_back({{"author", each.author},
                        {"space", each.space},
                        {"code", errorName(each.code)},
                        {"message", each.message},
                        {"envelopes", each.envelopes}});
    return {{"taken", report.taken},
            {"changes", report.changes},
            {"known", report.known},
            {"elsewhere", report.elsewhere},
            {"membership", report.membershipEntries},
            {"left", std::move(left)}};
}

void print(const session::BundleImport& report, std::ostream& out) {
    out << "imported: " << report.changes << " changes in " << report.taken << " envelopes; " << report.known
        << " were here already\n";
    if (report.elsewhere > 0) out << report.elsewhere << " are of spaces that this device does not read\n";
    for (const session::BundleLeft& each : report.left)
        out << "left in the file: " << each.envelopes << " by " << each.author
            << (each.space.empty() ? "" : " in ") << each.space << ": " << each.message << '\n';
    if (!report.left.empty())
        out << "Nothing is lost: sync, or import the bundle of whoever made what is missing, and import this "
               "one again.\n";
}

Result<ExitCode> importBundle(Context& context, const FileOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto report = (*session)->importBundle(options.file);
    if (!report) return report.error();
    context.answer(jsonOf(*report), [&](std::ostream& out) { print(*report, out); });
    context.keepSearchUp(**session);
    return report->left.empty() ? ExitCode::Done : ExitCode::Refused;
}

struct NoOptions {};

Result<ExitCode> region(Context& context, const NoOptions&) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto link = (*session)->regionLink();
    if (!link) return link.error();
    context.answer({{"region", (*session)->status().region}, {"url", (*session)->url()}, {"link", *link}},
                   [&](std::ostream& out) {
                       out << (*session)->status().region << ", " << (*session)->url() << '\n'
                           << *link << '\n';
                   });
    return ExitCode::Done;
}

}  // namespace

void addBundleCommands(CLI::App& app, Command& chosen) {
    CLI::App* bundle = app.add_subcommand("bundle", "Hand changes over in a file, without a server");
    bundle->require_subcommand(1);
    const auto add = [&](const char* name, const char* what, const char* file, auto run) {
        const auto options = std::make_shared<FileOptions>();
        CLI::App* command = bundle->add_subcommand(name, what);
        command->add_option("FILE", options->file, file)->required();
        choose(command, chosen, options, run);
    };
    add("export", "Write a bundle of what this device holds of its own changes, sealed as for the server",
        "A file that does not exist yet", exportBundle);
    add("import", "Take the changes of a colleague's bundle, with the checks that a server's get",
        "A colleague's bundle", importBundle);
    choose(app.add_subcommand("region",
                              "The region and its server, as an administrator needs it to set an empty "
                              "server up again; lets nobody in"),
           chosen, std::make_shared<NoOptions>(), region);
}

}  // namespace veldwijzer::cli
