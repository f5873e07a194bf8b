// SPDX-License-Identifier: EUPL-1.2
// passphrase change, vault check, vault repair
#include "cli/commands.h"
#include "cli/display.h"

namespace veldwijzer::cli {
namespace {

constexpr const char* newPassphraseVariable = "VELDWIJZER_NEW_PASSPHRASE";

struct ChangeOptions {
    std::string file;
};

Result<Passphrase> newPassphrase(const std::string& file) {
    const PassphraseSource source{file, newPassphraseVariable, "--new-passphrase-file"};
    const bool asked = isAsked(source);
    auto wanted = readPassphrase(source, "New passphrase: ");
    if (!wanted || !asked) return wanted;
    const auto again = readPassphrase(source, "The new one again: ");
    if (!again) return again.error();
    if (*wanted == *again) return wanted;
    return fail(ErrorCode::InvalidArgument,
                "The two passphrases differ. The old one still holds; try again.");
}

Result<ExitCode> changePassphrase(Context& context, const ChangeOptions& options) {
    const auto oldOne = context.passphrase();
    if (!oldOne) return oldOne.error();
    const auto session = context.openWith(*oldOne);
    if (!session) return session.error();
    const auto newOne = newPassphrase(options.file);
    if (!newOne) return newOne.error();
    const auto changed = (*session)->changePassphrase(oldOne->view(), newOne->view(), context.kdfCost());
    if (!changed) return changed.error();
    context.answer(Json::object(), [](std::ostream& out) { out << "The passphrase is changed.\n"; });
    return ExitCode::Done;
}

struct CheckOptions {
    bool acceptRollback = false;
};

Json documentOf(const session::CheckReport& report) {
    return {{"sound", report.sound()},
            {"pages", report.pages},
            {"problems", report.problems},
            {"notices", report.notices}};
}

ExitCode damaged(const Context& context, const session::CheckReport& report) {
    for (const std::string& problem : report.problems)
        context.note(problem);
    return context.failure(Error{ErrorCode::VaultDamaged,
                                 "The vault is damaged. What was synced is safe at the server: join again "
                                 "with a new vault, and keep "
                                 "this one until you know that nothing in it is missed."},
                           documentOf(report));
}

Result<ExitCode> check(Context& context, const CheckOptions& options) {
    const auto session =
        context.open(options.acceptRollback ? session::Rollback::Accept : session::Rollback::Refuse);
    if (!session) return session.error();
    const auto report = (*session)->check();
    if (!report) return report.error();
    if (report->sound()) {
        context.answer(documentOf(*report),
                       [&](std::ostream& out) { out << "sound: " << report->pages << " pages checked\n"; });
        return ExitCode::Done;
    }
    return damaged(context, *report);
}

struct RepairOptions {
    bool acceptUnverifiedHead = false;
};

Result<ExitCode> repair(Context& context, const RepairOptions& /*the only one there is, and required*/) {
    const auto session = context.open(session::Rollback::AcceptUnknown);
    if (!session) return session.error();
    const auto report = (*session)->check();
    if (!report) return report.error();
    if (!report->sound()) return damaged(context, *report);
    context.answer(documentOf(*report), [&](std::ostream& out) {
        out << "The vault opens and is sound: " << report->pages << " pages checked.\n"
            << "Sync now, and look whether your last changes are there: what was never synced and is\n"
            << "missing has to be entered again.\n";
    });
    return ExitCode::Done;
}

}  // namespace

void addVaultCommands(CLI::App& app, Command& chosen) {
    CLI::App* passphrase = app.add_subcommand("passphrase", "The passphrase of the vault");
    passphrase->require_subcommand(1);
    auto changeOptions = std::make_shared<ChangeOptions>();
    CLI::App* changing =
        passphrase->add_subcommand("change", "Replace it; a crash leaves the old or the new one");
    changing
        ->add_option(
            "--new-passphrase-file", changeOptions->file,
            "A file whose first line is the new one; else $VELDWIJZER_NEW_PASSPHRASE, else it is asked for")
        ->type_name("FILE");
    choose(changing, chosen, changeOptions, changePassphrase);

    CLI::App* vault = app.add_subcommand("vault", "The vault itself");
    vault->require_subcommand(1);
    auto checkOptions = std::make_shared<CheckOptions>();
    CLI::App* checking =
        vault->add_subcommand("check", "Read and verify every page; exit code 5 when it is damaged");
    checking->add_flag("--accept-rollback", checkOptions->acceptRollback,
                       "Go on with a vault that is older than it should be, without what is missing");
    choose(checking, chosen, checkOptions, check);
    auto repairOptions = std::make_shared<RepairOptions>();
    CLI::App* repairing = vault->add_subcommand("repair", "Make a vault usable again that does not open");
    repairing
        ->add_flag(
            "--accept-unverified-head", repairOptions->acceptUnverifiedHead,
            "When the file \"head\" is lost: go on, though nobody can tell any more whether this vault is "
            "older than it was")
        ->required();
    choose(repairing, chosen, repairOptions, repair);
}

}  // namespace veldwijzer::cli
