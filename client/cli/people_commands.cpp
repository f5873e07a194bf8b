// SPDX-License-Identifier: EUPL-1.2
// members, role, audit; the half of `remove` that is about people
#include "base/text.h"
#include "cli/commands.h"
#include "cli/display.h"
#include "cli/people_words.h"
#include "cli/syncing.h"
#include "cli/typed.h"
#include "session/audit.h"

namespace veldwijzer::cli {

Result<ExitCode> membershipDeed(Context& context,
                                const std::function<Result<Json>(session::Session&, session::People&)>& deed,
                                std::string_view done) {
    const auto session = context.open();
    if (!session) return session.error();
    session::People people(**session);
    const auto document = deed(**session, people);
    if (!document) return document.error();
    const auto report = syncOnce(context, **session);
    if (!report) return report.error();
    if (std::optional<Error> trouble = troubleOf(*report)) {
        if (report->failure)
            trouble->message =
                "This is kept here, but it counts only once this device has synced. " + trouble->message;
        return context.failure(*trouble, *document);
    }
    context.answer(*document, [&](std::ostream& out) { out << done << '\n'; });
    return ExitCode::Done;
}

std::string seenText(const std::optional<WallMs>& lastSeenMs) {
    return lastSeenMs ? formatUtc(*lastSeenMs) : "unknown";
}

Json jsonOf(const session::PersonDevice& device) {
    return {{"id", toHex(device.id.view())},
            {"name", device.name},
            {"since", device.sinceMs > 0 ? formatUtc(device.sinceMs) : "unknown"},
            {"lastSeen", seenText(device.lastSeenMs)},
            {"here", device.here}};
}

CLI::Validator isRole() {
    return CLI::IsMember({"coordinator", "editor", "professional", "attendee"});
}

namespace {

struct NoOptions {};

Result<ExitCode> members(Context& context, const NoOptions&) {
    const auto session = context.open();
    if (!session) return session.error();
    Json document = Json::array();
    Table table;
    table.row({"ID", "NAME", "ROLE", "DEVICES", "LAST SEEN"});
    for (const session::Person& person : session::People(**session).members()) {
        Json devices = Json::array();
        for (const session::PersonDevice& device : person.devices)
            devices.push_back(jsonOf(device));
        const std::string id = toHex(person.id.view());
        const std::string seen = seenText(person.lastSeenMs);
        table.row({id, person.name + (person.you ? " (you)" : ""), person.role,
                   std::to_string(person.devices.size()), seen});
        document.push_back({{"id", id},
                            {"name", person.name},
                            {"role", person.role},
                            {"you", person.you},
                            {"lastSeen", seen},
                            {"devices", std::move(devices)}});
    }
    context.answer(document, [&](std::ostream& out) { table.print(out); });
    return ExitCode::Done;
}

struct RoleOptions {
    std::string member;
    std::string role;
};

Result<ExitCode> setRole(Context& context, const RoleOptions& options) {
    return membershipDeed(
        context,
        [&](session::Session&, session::People& people) -> Result<Json> {
            const auto member = people.memberFrom(options.member);
            if (!member) return member.error();
            if (const auto done = people.setRole(*member, *roster::roleFrom(options.role)); !done)
                return done.error();
            return Json{{"id", toHex(member->view())}, {"role", options.role}};
        },
        "done: the role is changed");
}

struct AuditOptions {
    std::size_t limit = 100;
};

Result<ExitCode> audit(Context& context, const AuditOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    Json document = Json::array();
    Table table;
    for (const session::AuditEntry& entry : session::auditOf(**session, options.limit)) {
        document.push_back({{"position", entry.position},
                            {"at", formatUtc(entry.atMs)},
                            {"by", entry.by},
                            {"deed", entry.deed},
                            {"about", entry.about},
                            {"detail", entry.detail}});
        table.row({std::to_string(entry.position), formatUtc(entry.atMs), entry.by, entry.deed, entry.about,
                   entry.detail});
    }
    context.answer(document, [&](std::ostream& out) { table.print(out); });
    return ExitCode::Done;
}

}  // namespace

Result<ExitCode> removeMember(Context& context, const std::string& typed, bool leave) {
    return membershipDeed(
        context,
        [&](session::Session&, session::People& people) -> Result<Json> {
            const auto member = people.memberFrom(typed);
            if (!member) return member.error();
            for (const session::Person& person : people.members())
                if (person.id == *member && person.you != leave)
                    return fail(ErrorCode::InvalidArgument,
                                leave ? "`--leave` is for leaving the region oneself"
                                      : "this is you: you would leave the region, and this device would be "
                                        "emptied. If that is what you want, add --leave");
            if (const auto done = people.remove(*member); !done) return done.error();
            return Json{{"id", toHex(member->view())}};
        },
        "removed, with all their devices");
}

void addPeopleCommands(CLI::App& app, Command& chosen) {
    choose(app.add_subcommand("members",
                              "Who is in the region, with their devices and when they were last "
                              "seen"),
           chosen, std::make_shared<NoOptions>(), members);

    auto options = std::make_shared<RoleOptions>();
    CLI::App* role = app.add_subcommand("role", "Give somebody another role");
    role->add_option("MEMBER", options->member, "A name or the beginning of an id")->required();
    role->add_option("ROLE", options->role, "coordinator, editor, professional or attendee")
        ->required()
        ->check(isRole());
    choose(role, chosen, options, setRole);

    auto auditOptions = std::make_shared<AuditOptions>();
    CLI::App* trail = app.add_subcommand("audit", "Who did what to the membership, newest first");
    trail->add_option("--limit", auditOptions->limit)->capture_default_str();
    choose(trail, chosen, auditOptions, audit);
}

}  // namespace veldwijzer::cli
