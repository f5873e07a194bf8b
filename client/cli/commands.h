// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <CLI/CLI.hpp>

#include "cli/context.h"

/// One function a group of commands: it adds them to the parser, and when one is named, puts what it does
/// into `chosen`. Nothing is carried out while the command line is still being read.
namespace veldwijzer::cli {

void addRegionCommands(CLI::App& app, Command& chosen);      // join, invite, invitations, revoke-invitation
void addPeopleCommands(CLI::App& app, Command& chosen);      // members, role, audit
void addDeviceCommands(CLI::App& app, Command& chosen);      // devices, device, recovery, recover
void addTeamCommands(CLI::App& app, Command& chosen);        // team
void addSyncCommands(CLI::App& app, Command& chosen);        // sync, status
void addBundleCommands(CLI::App& app, Command& chosen);      // bundle, region
void addRejectedCommands(CLI::App& app, Command& chosen);    // rejected, dismiss
void addImportCommands(CLI::App& app, Command& chosen);      // import, export
void addProgrammeCommands(CLI::App& app, Command& chosen);   // now, sign-up, favourite, changes, publish, …
void addDuplicateCommands(CLI::App& app, Command& chosen);   // duplicates
void addSearchCommands(CLI::App& app, Command& chosen);      // search
void addLookCommands(CLI::App& app, Command& chosen);        // list, show, history
void addEditCommands(CLI::App& app, Command& chosen);        // new, set, add, remove, delete, restore
void addCareCommands(CLI::App& app, Command& chosen);        // open-now, stale, assure
void addConflictCommands(CLI::App& app, Command& chosen);    // conflicts, resolve
void addSuggestionCommands(CLI::App& app, Command& chosen);  // suggest, suggestions, accept, decline
void addVaultCommands(CLI::App& app, Command& chosen);       // passphrase, vault

/// `remove MEMBER`; `leave` says that one means oneself.
Result<ExitCode> removeMember(Context& context, const std::string& typed, bool leave);

void addChecklistCommands(CLI::App& app, Command& chosen);  // fill, answer, complete, amend, share, …
void addPdfCommand(CLI::App& app, Command& chosen);         // pdf
void addFhirImport(CLI::App& group, Command& chosen);       // import fhir
void addFhirExport(CLI::App& group, Command& chosen);       // export fhir

/// Options live as long as the parser and the command: both hold them.
template <typename Options>
void choose(CLI::App* command, Command& chosen, std::shared_ptr<Options> options,
            Result<ExitCode> (*run)(Context&, const Options&)) {
    command->callback([&chosen, options, run] {
        chosen = [options, run](Context& context) { return run(context, *options); };
    });
}

/// Usage errors of arguments that have a form.
/// An id or the first digits of one; Session::recordFrom and invitationFrom find out which.
[[nodiscard]] CLI::Validator isIdOrBeginning();
[[nodiscard]] CLI::Validator isAssignment(const char* form);
[[nodiscard]] CLI::Validator isDuration();
[[nodiscard]] CLI::Validator isMoment();

}  // namespace veldwijzer::cli
