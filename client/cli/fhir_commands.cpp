// SPDX-License-Identifier: EUPL-1.2
// import fhir, export fhir, pdf
#include <QGuiApplication>
#include <fstream>

#include "base/text.h"
#include "cli/checklist_words.h"
#include "cli/commands.h"
#include "cli/import_report.h"
#include "exchange/fhir_json.h"
#include "paper/checklist_pdf.h"

namespace veldwijzer::cli {
namespace {

using session::Checklists;
using session::Templates;

struct FileOptions {
    std::string id;
    std::string file;
    bool preview = false;
    bool english = false;
};

Result<ExitCode> importTemplate(Context& context, session::Session& session, const FileOptions& options) {
    const auto report = Templates(session).importFrom(options.file, options.preview);
    if (!report) return report.error();
    const std::string id = toHex(report->id.view());
    const Json document = {{"preview", options.preview},
                           {"kind", "questionnaire"},
                           {"id", id},
                           {"title", report->title},
                           {"questionnaire", report->canonical},
                           {"questions", report->questions},
                           {"created", report->created},
                           {"updated", report->updated},
                           {"unchanged", report->unchanged},
                           {"removed", report->removed},
                           {"problems", jsonOf(report->report)}};
    context.answer(document, [&](std::ostream& out) {
        out << id << '\n'
            << report->questions << " questions to answer; records: " << report->created << " new, "
            << report->updated << " changed, " << report->unchanged << " as they were, " << report->removed
            << " taken out\n";
        print(report->report, out);
        if (options.preview) out << "\nNothing was written: this was a preview.\n";
    });
    return ExitCode::Done;
}

Result<ExitCode> importResponse(Context& context, session::Session& session, const FileOptions& options) {
    const auto report = Checklists(session).importFrom(options.file, options.preview);
    if (!report) return report.error();
    const std::string id = toHex(report->id.view());
    const Json document = {
        {"preview", options.preview},        {"kind", "questionnaire-response"}, {"id", id},
        {"present", report->present},        {"completed", report->completed},   {"missing", report->missing},
        {"problems", jsonOf(report->report)}};
    context.answer(document, [&](std::ostream& out) {
        out << id << '\n';
        if (report->present) out << "it was here already; nothing was changed\n";
        if (report->completed) out << "it holds against its template, and is completed as the file says\n";
        for (const std::string& missing : report->missing)
            out << "keeps it from being completed: " << missing << '\n';
        print(report->report, out);
        if (options.preview) out << "\nNothing was written: this was a preview.\n";
    });
    return ExitCode::Done;
}

Result<ExitCode> importFhir(Context& context, const FileOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto resource = exchange::readFhirFile(options.file);
    if (!resource) return resource.error();
    return exchange::textAt(*resource, "resourceType") == "Questionnaire"
               ? importTemplate(context, **session, options)
               : importResponse(context, **session, options);
}

/// What is there stays: an export never writes over a file.
Result<void> mayWriteFile(const std::string& path) {
    std::error_code failed;
    if (std::filesystem::exists(path, failed))
        return fail(ErrorCode::InvalidArgument, "'" + path + "' exists already; give another name");
    return {};
}

Result<ExitCode> exportFhir(Context& context, const FileOptions& options) {
    if (auto may = mayWriteFile(options.file); !may) return may.error();
    const auto session = context.open();
    if (!session) return session.error();
    const auto id = (*session)->recordFrom(options.id);
    if (!id) return id.error();
    const auto stored = (*session)->store().find(*id);
    std::string json;
    std::size_t conflicts = 0;
    if (stored && stored->record.kind == "questionnaire") {
        auto text = Templates(**session).exported(*id);
        if (!text) return text.error();
        json = std::move(*text);
    } else {
        auto written = Checklists(**session).exported(*id);
        if (!written) return written.error();
        json = std::move(written->json);
        conflicts = written->conflicts;
    }
    std::ofstream file(options.file, std::ios::binary);
    file << json;
    file.close();
    if (!file) return fail(ErrorCode::Storage, "the file '" + options.file + "' could not be written");
    context.answer({{"id", toHex(id->view())}, {"file", options.file}, {"conflicts", conflicts}},
                   [](std::ostream&) {});
    if (conflicts > 0)
        context.note("note: " + std::to_string(conflicts) +
                     " answers are in conflict; the one that is shown was written.");
    context.note("This file is not encrypted: whoever has it can read it.");
    return ExitCode::Done;
}

Result<ExitCode> pdf(Context& context, const FileOptions& options) {
    if (auto may = mayWriteFile(options.file); !may) return may.error();
    const auto session = context.open();
    if (!session) return session.error();
    const auto id = (*session)->recordFrom(options.id);
    if (!id) return id.error();
    Checklists lists(**session);
    const auto list = lists.read(*id);
    if (!list) return list.error();
    // Fonts need one; a window never comes.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int count = 1;
    std::string name = "veldwijzer-cli";
    char* arguments[] = {name.data(), nullptr};
    const QGuiApplication application(count, arguments);
    const std::string me = (*session)->status().member;
    if (auto noted = lists.noteAccess(*id, "printed"); !noted) return noted.error();
    if (auto written =
            paper::writeChecklist(*list, options.file, options.english ? paper::english() : paper::dutch(),
                                  me, context.clock().wallMs());
        !written)
        return written.error();
    context.answer({{"id", toHex(id->view())}, {"file", options.file}}, [](std::ostream&) {});
    context.note("This file is not encrypted: whoever has it can read it.");
    return ExitCode::Done;
}

}  // namespace

void addFhirImport(CLI::App& group, Command& chosen) {
    auto options = std::make_shared<FileOptions>();
    CLI::App* command = group.add_subcommand(
        "fhir", "A FHIR R4 Questionnaire (a template), or a QuestionnaireResponse, in JSON");
    command->add_option("FILE", options->file)->required();
    command->add_flag("--preview", options->preview,
                      "Say what would be new and what cannot be filled in; write nothing");
    choose(command, chosen, options, importFhir);
}

void addFhirExport(CLI::App& group, Command& chosen) {
    auto options = std::make_shared<FileOptions>();
    CLI::App* command =
        group.add_subcommand("fhir", "A template or a filled-in checklist as FHIR R4, into a new file");
    command->add_option("ID", options->id)->required()->check(isIdOrBeginning());
    command->add_option("FILE", options->file)->required();
    choose(command, chosen, options, exportFhir);
}

void addPdfCommand(CLI::App& app, Command& chosen) {
    auto options = std::make_shared<FileOptions>();
    CLI::App* command = app.add_subcommand("pdf", "A checklist on paper: A4, into a new file");
    command->add_option("ID", options->id)->required()->check(isIdOrBeginning());
    command->add_option("FILE", options->file)->required();
    command->add_flag("--english", options->english, "English words around it; the template's own stay");
    choose(command, chosen, options, pdf);
}

}  // namespace veldwijzer::cli
