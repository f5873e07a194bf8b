// SPDX-License-Identifier: EUPL-1.2
// join, invite, invitations, revoke-invitation
#include "base/limits.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/display.h"
#include "cli/people_words.h"
#include "cli/qr_png.h"
#include "cli/syncing.h"
#include "cli/typed.h"

namespace veldwijzer::cli {
namespace {

struct JoinOptions {
    std::string link;
    std::string name;
};

Result<ExitCode> join(Context& context, const JoinOptions& options) {
    const auto link = roster::decodeLink(options.link);
    if (!link) return link.error();
    const auto transport = transport::HttpTransport::to(link->url);
    if (!transport) return transport.error();
    const auto session = context.openOrCreate();
    if (!session) return session.error();

    if (const auto joined = (*session)->join(*link, options.name, **transport); !joined)
        return joined.error();
    // The map comes along, so that the device is of use when its owner walks out of the door.
    const session::SyncReport report = (*session)->sync(**transport, progressLine(context));
    const session::Status status = (*session)->status();
    const Json document = {{"region", status.region}, {"member", status.member}, {"role", status.role}};
    if (const auto trouble = troubleOf(report)) return context.failure(*trouble, document);
    context.answer(document, [&](std::ostream& out) {
        out << "joined " << harmless(status.region) << " as " << harmless(status.member) << " ("
            << status.role << ")\n";
    });
    return ExitCode::Done;
}

struct InviteOptions {
    std::string role;
    std::uint32_t uses = 1;
    std::string expires = "7d";
    std::string qrFile;
};

Result<ExitCode> invite(Context& context, const InviteOptions& options) {
    const auto role = roster::roleFrom(options.role);
    const auto validMs = parseDuration(options.expires);
    ENSURE(role && validMs);  // the parser let nothing else through
    const auto session = context.open();
    if (!session) return session.error();
    const auto link = (*session)->invite(*role, options.uses, *validMs);
    if (!link) return link.error();
    // One try: with a network the colleague can scan at once. Without, the invitation waits in the outbox.
    const auto report = syncOnce(context, **session);
    if (!report) return report.error();
    std::optional<Error> trouble = troubleOf(*report);
    if (report->failure) {
        trouble->message =
            "The invitation is made, but it works only once this device has synced. " + trouble->message;
    }
    if (!options.qrFile.empty()) {
        const auto drawn = writeQrPng(options.qrFile, *link);
        if (!drawn && !trouble) trouble = drawn.error();
    }
    // Whatever went wrong, the invitation exists: it is always printed.
    const Json document = {{"invitation", *link}};
    if (!trouble || !context.json()) {
        context.answer(document, [&](std::ostream& out) { out << "invitation: " << *link << '\n'; });
    }
    return trouble ? context.failure(*trouble, document) : ExitCode::Done;
}

struct NoOptions {};

std::string_view nameOf(session::InvitationInfo::State state) {
    switch (state) {
        case session::InvitationInfo::State::Waiting:
            return "waiting";
        case session::InvitationInfo::State::Open:
            return "open";
        case session::InvitationInfo::State::Used:
            return "used";
        case session::InvitationInfo::State::Expired:
            return "expired";
        case session::InvitationInfo::State::Withdrawn:
            return "withdrawn";
    }
    return "unknown";
}

Result<ExitCode> invitations(Context& context, const NoOptions&) {
    const auto session = context.open();
    if (!session) return session.error();
    Json document = Json::array();
    Table table;
    table.row({"ID", "ROLE", "USED", "EXPIRES", "BY", "STATE"});
    for (const session::InvitationInfo& info : (*session)->invitations()) {
        const std::string id = toHex(info.id.view());
        const std::string expires = formatUtc(info.expiresMs);
        document.push_back({{"id", id},
                            {"role", info.role},
                            {"uses", info.uses},
                            {"maxUses", info.maxUses},
                            {"expires", expires},
                            {"by", info.by},
                            {"state", nameOf(info.state)}});
        table.row({id, info.role, std::to_string(info.uses) + " of " + std::to_string(info.maxUses), expires,
                   info.by, std::string(nameOf(info.state))});
    }
    context.answer(document, [&](std::ostream& out) { table.print(out); });
    return ExitCode::Done;
}

struct RevokeOptions {
    std::string id;
};

Result<ExitCode> revokeInvitation(Context& context, const RevokeOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto id = (*session)->invitationFrom(options.id);
    if (!id) return id.error();
    if (const auto withdrawn = (*session)->revokeInvitation(*id); !withdrawn) return withdrawn.error();
    const Json document = {{"id", toHex(id->view())}};
    const auto report = syncOnce(context, **session);
    if (!report) return report.error();
    if (std::optional<Error> trouble = troubleOf(*report)) {
        if (report->failure)
            trouble->message =
                "The invitation is withdrawn here, but it can be used until this device has synced. " +
                trouble->message;
        return context.failure(*trouble, document);
    }
    context.answer(document, [](std::ostream& out) { out << "withdrawn: nobody can use it any more\n"; });
    return ExitCode::Done;
}

}  // namespace

void addRegionCommands(CLI::App& app, Command& chosen) {
    auto joinOptions = std::make_shared<JoinOptions>();
    CLI::App* joining = app.add_subcommand(
        "join", "Join a region with an invitation; makes the vault when there is none. May be repeated");
    joining->add_option("LINK", joinOptions->link, "veldwijzer:join/…")->required();
    joining->add_option("--name", joinOptions->name,
                        "How colleagues see you; not needed to link a further device of yours");
    choose(joining, chosen, joinOptions, join);

    auto inviteOptions = std::make_shared<InviteOptions>();
    CLI::App* inviting = app.add_subcommand("invite", "Make an invitation for a colleague");
    inviting->add_option("--role", inviteOptions->role, "coordinator, editor, professional or attendee")
        ->required()
        ->check(isRole());
    inviting->add_option("--uses", inviteOptions->uses, "How many people may use it")
        ->check(CLI::Range(std::uint32_t{1}, limits::invitationMaxUses))
        ->capture_default_str();
    inviting->add_option("--expires", inviteOptions->expires, "From 15m to 14d")
        ->check(isDuration())
        ->capture_default_str();
    inviting->add_option("--qr", inviteOptions->qrFile, "Also draw it as a QR code into this PNG file")
        ->type_name("FILE");
    choose(inviting, chosen, inviteOptions, invite);

    choose(
        app.add_subcommand("invitations", "Every invitation of the region, and whether it can still be used"),
        chosen, std::make_shared<NoOptions>(), invitations);
    auto revokeOptions = std::make_shared<RevokeOptions>();
    CLI::App* revoking =
        app.add_subcommand("revoke-invitation", "Withdraw an invitation that should not be used");
    revoking->add_option("ID", revokeOptions->id, "As `invitations` shows it")
        ->required()
        ->check(isIdOrBeginning());
    choose(revoking, chosen, revokeOptions, revokeInvitation);
}

}  // namespace veldwijzer::cli
