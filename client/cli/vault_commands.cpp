// SPDX-License-Identifier: EUPL-1.2
// passphrase change, vault check
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

Result<ExitCode> check(Context& context, const CheckOptions& options) {
    const auto session =
        context.open(options.acceptRollback ? session::Rollback::Accept : session::Rollback::Refuse);
    if (!session) return session.error();
    const auto report = (*session)->check();
    if (!report) return report.error();
    const Json document = {
        {"sound", report->sound()}, {"pages", report->pages}, {"problems", report->problems}};
    if (report->sound()) {
        context.answer(document,
                       [&](std::ostream& out) { out << "sound: " << report->pages << " pages checked\n"; });
        return ExitCode::Done;
    }
    for (const std::string& problem : report->problems)
        context.note(problem);
    return context.failure(Error{ErrorCode::VaultDamaged,
                                 "The vault is damaged. What was synced is safe at the server: join again "
                                 "with a new vault, and keep "
                                 "this one until you know that nothing in it is missed."},
                           document);
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
}

}  // namespace veldwijzer::cli
