// SPDX-License-Identifier: EUPL-1.2
// devices, device link, device name, device remove; recovery new, recover
#include "base/text.h"
#include "cli/commands.h"
#include "cli/display.h"
#include "cli/people_words.h"
#include "cli/qr_png.h"
#include "cli/syncing.h"
#include "cli/typed.h"

namespace veldwijzer::cli {
namespace {

struct DevicesOptions {
    std::string member;
};

Result<ExitCode> devices(Context& context, const DevicesOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const session::People people(**session);
    std::optional<MemberId> whose;
    if (!options.member.empty()) {
        const auto member = people.memberFrom(options.member);
        if (!member) return member.error();
        whose = *member;
    }
    Json document = Json::array();
    Table table;
    table.row({"ID", "NAME", "SINCE", "LAST SEEN"});
    for (const session::Person& person : people.members()) {
        if (whose ? person.id != *whose : !person.you) continue;
        for (const session::PersonDevice& device : person.devices) {
            document.push_back(jsonOf(device));
            table.row({toHex(device.id.view()), device.name + (device.here ? " (this one)" : ""),
                       device.sinceMs > 0 ? formatUtc(device.sinceMs) : "unknown",
                       seenText(device.lastSeenMs)});
        }
    }
    context.answer(document, [&](std::ostream& out) { table.print(out); });
    return ExitCode::Done;
}

struct DeviceOptions {
    std::string device;
    std::string name;
};

Result<ExitCode> rename(Context& context, const DeviceOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    session::People people(**session);
    const auto device = people.deviceFrom(options.device);
    if (!device) return device.error();
    if (const auto done = people.nameDevice(*device, options.name); !done) return done.error();
    context.answer({{"id", toHex(device->view())}, {"name", options.name}}, [](std::ostream&) {});
    return ExitCode::Done;
}

Result<ExitCode> removeDevice(Context& context, const DeviceOptions& options) {
    return membershipDeed(
        context,
        [&](session::Session&, session::People& people) -> Result<Json> {
            const auto device = people.deviceFrom(options.device);
            if (!device) return device.error();
            if (const auto done = people.removeDevice(*device); !done) return done.error();
            return Json{{"id", toHex(device->view())}};
        },
        "removed: it reads nothing from now on, and empties itself when it next asks the server for "
        "anything");
}

struct LinkOptions {
    std::string expires = "1h";
    std::string qrFile;
};

/// Syncs once, so that what was made can be used at once, and answers. Whatever went wrong, it exists: it is
/// always printed.
Result<ExitCode> handOver(Context& context, session::Session& session, const Json& document,
                          const std::string& qrFile, const std::string& qrText,
                          const std::function<void(std::ostream&)>& print) {
    const auto report = syncOnce(context, session);
    if (!report) return report.error();
    std::optional<Error> trouble = troubleOf(*report);
    if (report->failure)
        trouble->message = "It is made, but it works only once this device has synced. " + trouble->message;
    if (!qrFile.empty()) {
        const auto drawn = writeQrPng(qrFile, qrText);
        if (!drawn && !trouble) trouble = drawn.error();
    }
    if (!trouble || !context.json()) context.answer(document, print);
    return trouble ? context.failure(*trouble, document) : ExitCode::Done;
}

Result<ExitCode> link(Context& context, const LinkOptions& options) {
    const auto validMs = parseDuration(options.expires);
    ENSURE(validMs.has_value());  // the parser let nothing else through
    const auto session = context.open();
    if (!session) return session.error();
    const auto made = session::People(**session).linkDevice(*validMs);
    if (!made) return made.error();
    return handOver(context, **session, {{"invitation", *made}}, options.qrFile, *made,
                    [&](std::ostream& out) { out << "on your other device: join " << *made << '\n'; });
}

struct NoOptions {};

Result<ExitCode> newRecovery(Context& context, const NoOptions&) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto sheet = session::People(**session).newRecovery();
    if (!sheet) return sheet.error();
    return handOver(
        context, **session, {{"code", sheet->code}, {"link", sheet->link}}, "", "", [&](std::ostream& out) {
            out << "recovery code: " << sheet->code << "\nlink: " << sheet->link
                << "\n\nWrite both down and keep them where you keep your passport. Whoever has them can\n"
                   "become you. On a new device: recover LINK CODE. An older code does not work any "
                   "more.\n";
        });
}

struct RecoverOptions {
    std::string link;
    std::string code;
};

Result<ExitCode> recover(Context& context, const RecoverOptions& options) {
    const auto link = roster::decodeLink(options.link);
    if (!link) return link.error();
    const auto transport = transport::HttpTransport::to(link->url);
    if (!transport) return transport.error();
    const auto session = context.openOrCreate();
    if (!session) return session.error();
    if (const auto done = (*session)->recover(*link, options.code, **transport); !done) return done.error();
    const session::SyncReport report = (*session)->sync(**transport, progressLine(context));
    const session::Status status = (*session)->status();
    const Json document = {{"region", status.region}, {"member", status.member}, {"role", status.role}};
    if (const auto trouble = troubleOf(report)) return context.failure(*trouble, document);
    context.answer(document, [&](std::ostream& out) {
        out << "welcome back, " << harmless(status.member) << " (" << status.role << ")\n"
            << "This code is used up: make a new one (recovery new). Remove the device that you lost: "
               "devices,\n"
               "device remove ID.\n";
    });
    return ExitCode::Done;
}

}  // namespace

void addDeviceCommands(CLI::App& app, Command& chosen) {
    auto whose = std::make_shared<DevicesOptions>();
    CLI::App* list = app.add_subcommand("devices", "Your own devices, or those of somebody else");
    list->add_option("MEMBER", whose->member, "A name or the beginning of an id");
    choose(list, chosen, whose, devices);

    CLI::App* device = app.add_subcommand("device", "Link, name and remove devices");
    device->require_subcommand(1);
    auto linkOptions = std::make_shared<LinkOptions>();
    CLI::App* linking = device->add_subcommand("link", "A link with which another device of yours joins");
    linking->add_option("--expires", linkOptions->expires, "From 15m to 14d")
        ->check(isDuration())
        ->capture_default_str();
    linking->add_option("--qr", linkOptions->qrFile, "Also draw it as a QR code into this PNG file")
        ->type_name("FILE");
    choose(linking, chosen, linkOptions, link);
    auto nameOptions = std::make_shared<DeviceOptions>();
    CLI::App* naming = device->add_subcommand("name", "Call a device of yours something");
    naming->add_option("DEVICE", nameOptions->device, "As `devices` shows it")->required();
    naming->add_option("NAME", nameOptions->name)->required();
    choose(naming, chosen, nameOptions, rename);
    auto removeOptions = std::make_shared<DeviceOptions>();
    CLI::App* removing = device->add_subcommand(
        "remove", "Remove a lost device: one of yours, or anybody's for a coordinator");
    removing->add_option("DEVICE", removeOptions->device, "A name, or the beginning of an id")->required();
    choose(removing, chosen, removeOptions, removeDevice);

    CLI::App* recovery =
        app.add_subcommand("recovery", "The code that gets you back when all devices are lost");
    recovery->require_subcommand(1);
    choose(recovery->add_subcommand("new", "Make a code to write down; an older one stops working"), chosen,
           std::make_shared<NoOptions>(), newRecovery);
    auto recoverOptions = std::make_shared<RecoverOptions>();
    CLI::App* recovering = app.add_subcommand(
        "recover", "Become yourself again on a new device, with a recovery code; makes the vault");
    recovering->add_option("LINK", recoverOptions->link, "From the sheet, or any invitation of the region")
        ->required();
    recovering->add_option("CODE", recoverOptions->code, "Six groups of five letters and digits")->required();
    choose(recovering, chosen, recoverOptions, recover);
}

}  // namespace veldwijzer::cli
