// SPDX-License-Identifier: EUPL-1.2
#include <sys/stat.h>

#include <algorithm>
#include <cctype>
#include <csignal>
#include <iostream>
#include <string_view>

#include "cli/commands.h"
#include "cli/typed.h"
#include "signing/secret_bytes.h"

namespace veldwijzer::cli {

CLI::Validator isIdOrBeginning() {
    return {
        [](std::string& text) {
            const bool fits = text.size() >= 4 && text.size() <= 2 * RecordId::size;
            const bool hexadecimal = std::all_of(
                text.begin(), text.end(), [](unsigned char digit) { return std::isxdigit(digit) != 0; });
            return fits && hexadecimal
                       ? std::string()
                       : "an id has 32 hexadecimal digits, as `list` shows them; the first 4 or more will "
                         "do when no other id begins so";
        },
        "", "id"};
}

CLI::Validator isAssignment(const char* form) {
    const std::string complaint = std::string("expected ") + form;
    return {[complaint](std::string& text) { return parseAssignment(text) ? std::string() : complaint; }, "",
            "assignment"};
}

CLI::Validator isDuration() {
    return {[](std::string& text) {
                return parseDuration(text) ? std::string()
                                           : "a duration is a number with m, h or d: 30m, 12h, 7d";
            },
            "", "duration"};
}

CLI::Validator isMoment() {
    return {[](std::string& text) {
                return domain::instantFrom(text) ? std::string()
                                                 : "a moment is 2026-11-23T17:05, in Dutch time";
            },
            "", "moment"};
}

namespace {

constexpr const char* about =
    "Everything the app can do, for scripts and for people who like to type.\n\n"
    "A vault is a folder with an encrypted copy of the region's social map. Reading and editing need no\n"
    "network; `sync` sends what waits and fetches what is new.";

constexpr const char* manual = R"(
First steps:
  veldwijzer-cli --vault ~/map join 'veldwijzer:join/...' --name "Anna de Vries"
  veldwijzer-cli --vault ~/map import hsds organisations.json
  veldwijzer-cli --vault ~/map sync
  veldwijzer-cli --vault ~/map list service --limit 20
  veldwijzer-cli --vault ~/map show 3fa85f6457174562b3fc2c963f66afa6
  veldwijzer-cli --vault ~/map set 3fa8 "name=Inloop Centrum"

Of an id the first four digits or more will do, when no other id begins so.
An argument that begins with "-" goes after "--":  add ID tags -- -18

The passphrase comes from --passphrase-file, else from $VELDWIJZER_PASSPHRASE, else it is asked for.
VELDWIJZER_KDF=floor makes a new passphrase as cheap to check as is allowed (3 passes, 64 MiB) instead of
measuring this device: for scripts and tests.

Exit codes: 0 done; 1 refused or failed; 2 usage; 3 offline, the work is safe and not sent;
4 wrong passphrase; 5 vault damaged or rolled back.)";

bool asksForJson(int argc, char** argv) {
    return std::any_of(argv, argv + argc,
                       [](const char* word) { return std::string_view(word) == "--json"; });
}

void addCommands(CLI::App& app, Globals& globals, Command& chosen) {
    app.set_version_flag("--version", std::string("veldwijzer-cli ") + VELDWIJZER_VERSION);
    app.footer(manual);
    app.fallthrough();  // so that --json and --vault may also follow the command
    app.require_subcommand(1);
    app.add_option("--vault", globals.vault, "The folder of the vault")->type_name("DIR")->required();
    app.add_option("--passphrase-file", globals.passphraseFile, "A file whose first line is the passphrase")
        ->type_name("FILE");
    app.add_flag("--json", globals.json, "One JSON document on stdout, messages on stderr");
    addRegionCommands(app, chosen);
    addPeopleCommands(app, chosen);
    addTeamCommands(app, chosen);
    addDeviceCommands(app, chosen);
    addSyncCommands(app, chosen);
    addBundleCommands(app, chosen);
    addRejectedCommands(app, chosen);
    addImportCommands(app, chosen);
    addProgrammeCommands(app, chosen);  // after import and export, whose groups it joins
    addDuplicateCommands(app, chosen);
    addSearchCommands(app, chosen);
    addLookCommands(app, chosen);
    addEditCommands(app, chosen);
    addCareCommands(app, chosen);
    addConflictCommands(app, chosen);
    addChecklistCommands(app, chosen);
    addPdfCommand(app, chosen);
    addSuggestionCommands(app, chosen);
    addVaultCommands(app, chosen);
}

ExitCode carryOut(const Command& command, const Globals& globals) {
    Context context(globals);
    // The one place of this program where storage faults end: their transaction was rolled back on the way.
    try {
        const Result<ExitCode> result = command(context);
        return result ? *result : context.failure(result.error());
    } catch (const StorageError& fault) {
        return context.failure(Error{fault.code(), fault.what()});
    } catch (const std::exception& fault) {
        // Out of memory, or a file system that answers oddly: nothing that a command expects.
        reportError(
            globals.json, "failed",
            std::string("Stopped: ") + fault.what() + ". What was confirmed before is safe; try again.");
        return ExitCode::Refused;
    }
}

ExitCode run(int argc, char** argv) {
    Globals globals;
    Command chosen;
    CLI::App app(about, "veldwijzer-cli");
    addCommands(app, globals, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& help) {
        app.exit(help);  // --help and --version
        return ExitCode::Done;
    } catch (const CLI::ParseError& mistake) {
        reportError(asksForJson(argc, argv), "usage",
                    std::string(mistake.what()) + ". `veldwijzer-cli --help` explains.");
        return ExitCode::Usage;
    }
    return carryOut(chosen, globals);
}

}  // namespace
}  // namespace veldwijzer::cli

int main(int argc, char** argv) {
    using namespace veldwijzer;
    if (!forbidCoreDumps()) std::cerr << "veldwijzer-cli: core dumps could not be switched off\n";
    umask(077);
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of write(), not our sudden end
    const cli::ExitCode code = cli::run(argc, argv);
    std::cout.flush();
    if (!std::cout) {
        std::cerr << "veldwijzer-cli: the answer could not be written to stdout\n";
        return static_cast<int>(code == cli::ExitCode::Done ? cli::ExitCode::Refused : code);
    }
    return static_cast<int>(code);
}
