// SPDX-License-Identifier: EUPL-1.2
// sync, status
#include <unistd.h>

#include <iostream>
#include <memory>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/display.h"
#include "cli/syncing.h"

namespace veldwijzer::cli {

std::function<void(const session::SyncReport&)> progressLine(const Context& context) {
    const bool terminal = isatty(STDERR_FILENO) != 0;
    const auto nextAtMs = std::make_shared<std::int64_t>(context.clock().steadyMs() + 1000);
    return [&context, terminal, nextAtMs](const session::SyncReport& report) {
        if (!terminal && context.clock().steadyMs() < *nextAtMs) return;
        *nextAtMs = context.clock().steadyMs() + 1000;
        std::cerr << (terminal ? "\r\x1b[K" : "") << "sent " << report.pushed << ", fetched "
                  << report.pulled;
        if (report.behind > 0) std::cerr << ", " << report.behind << " to go";
        std::cerr << (terminal && !report.complete && !report.failure ? "" : "\n") << std::flush;
    };
}

Result<session::SyncReport> syncOnce(const Context& context, session::Session& session) {
    if (session.url().empty()) {
        return fail(ErrorCode::NotAMember,
                    "This vault is in no region yet. Join one first: join LINK --name NAME.");
    }
    const auto transport = transport::HttpTransport::to(session.url());
    if (!transport) return transport.error();
    return session.sync(**transport, progressLine(context));
}

std::optional<Error> troubleOf(const session::SyncReport& report) {
    if (report.failure) return report.failure;
    if (!report.alarms.empty()) {
        const sync::Alarm& alarm = report.alarms.front();
        return Error{alarm.code, alarm.space.empty() ? alarm.message : alarm.space + ": " + alarm.message};
    }
    if (report.rejected > 0) {
        return Error{ErrorCode::Forbidden,
                     std::to_string(report.rejected) +
                         " of your changes were rejected. They are kept; `status` says why."};
    }
    if (!report.complete) {
        return Error{ErrorCode::Busy, "The sync did not come to an end. Nothing is lost; run it again."};
    }
    return std::nullopt;
}

namespace {

struct NoOptions {};

Json jsonOf(const session::SyncReport& report) {
    Json alarms = Json::array();
    for (const sync::Alarm& alarm : report.alarms) {
        alarms.push_back(
            {{"space", alarm.space}, {"code", errorName(alarm.code)}, {"message", alarm.message}});
    }
    return {{"complete", report.complete}, {"pushed", report.pushed}, {"pulled", report.pulled},
            {"rejected", report.rejected}, {"behind", report.behind}, {"alarms", std::move(alarms)}};
}

Result<ExitCode> sync(Context& context, const NoOptions&) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto report = syncOnce(context, **session);
    if (!report) return report.error();
    const Json document = jsonOf(*report);
    if (const auto trouble = troubleOf(*report)) {
        for (std::size_t i = 1; i < report->alarms.size(); ++i) {  // the first one is the trouble itself
            context.note(report->alarms[i].space + ": " + report->alarms[i].message);
        }
        return context.failure(*trouble, document);
    }
    context.answer(document, [&](std::ostream& out) {
        out << "synced: " << report->pushed << " changes sent, " << report->pulled << " fetched\n";
    });
    context.keepSearchUp(**session);
    return ExitCode::Done;
}

Json jsonOf(const session::Status& status) {
    Json rejected = Json::array();
    for (const session::RejectedItem& item : status.rejected) {
        for (const RecordId& record : item.records) {
            rejected.push_back({{"id", toHex(record.view())}, {"reason", item.reason}, {"number", item.id}});
        }
    }
    Json spaces = Json::array();
    for (const session::SpaceStatus& space : status.spaces) {
        Json entry = {{"name", space.name},
                      {"position", space.position},
                      {"lastSync", space.lastSyncMs == 0 ? Json(nullptr) : Json(formatUtc(space.lastSyncMs))},
                      {"digest", space.digest}};
        if (!space.problem.empty()) entry["problem"] = space.problem;
        spaces.push_back(std::move(entry));
    }
    return {{"region", status.region},    {"member", status.member},         {"role", status.role},
            {"pending", status.pending},  {"rejected", std::move(rejected)}, {"conflicts", status.conflicts},
            {"spaces", std::move(spaces)}};
}

void print(const session::Status& status, std::ostream& out) {
    Table about;
    about.row({"region", status.region.empty() ? "(none yet: join LINK --name NAME)" : status.region});
    if (!status.member.empty()) about.row({"you are", status.member + " (" + status.role + ")"});
    about.row({"not sent yet", std::to_string(status.pending)});
    about.row({"rejected", std::to_string(status.rejected.size())});
    about.row({"conflicts", std::to_string(status.conflicts)});
    about.print(out);
    Table spaces;
    spaces.row({"SPACE", "POSITION", "LAST SYNC", "DIGEST", ""});
    for (const session::SpaceStatus& space : status.spaces) {
        spaces.row({space.name, std::to_string(space.position),
                    space.lastSyncMs == 0 ? "never" : formatUtc(space.lastSyncMs), space.digest,
                    space.problem});
    }
    if (!status.spaces.empty()) {
        out << '\n';
        spaces.print(out);
    }
    Table rejected;
    for (const session::RejectedItem& item : status.rejected) {
        for (const RecordId& record : item.records)
            rejected.row({std::to_string(item.id), toHex(record.view()), item.reason});
    }
    if (!rejected.empty()) {
        out << "\nrejected, and kept here (`rejected` shows what they said, `dismiss NUMBER` clears them):\n";
        rejected.print(out, "  ");
    }
}

Result<ExitCode> showStatus(Context& context, const NoOptions&) {
    const auto session = context.open();
    if (!session) return session.error();
    const session::Status status = (*session)->status();
    context.answer(jsonOf(status), [&](std::ostream& out) { print(status, out); });
    return ExitCode::Done;
}

}  // namespace

void addSyncCommands(CLI::App& app, Command& chosen) {
    const auto none = std::make_shared<NoOptions>();
    choose(app.add_subcommand("sync", "Send what waits and fetch what is new"), chosen, none, sync);
    choose(app.add_subcommand("status", "What waits, what was rejected, what is in conflict, and each space"),
           chosen, none, showStatus);
}

}  // namespace veldwijzer::cli
