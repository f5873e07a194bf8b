// SPDX-License-Identifier: EUPL-1.2
// open-now, stale, assure
#include "base/text.h"
#include "cli/care_words.h"
#include "cli/commands.h"
#include "cli/display.h"

namespace veldwijzer::cli {
namespace {

// ---- open-now

struct OpenNowOptions {
    std::string at;
    std::size_t limit = 50;
};

Result<ExitCode> openNow(Context& context, const OpenNowOptions& options) {
    const WallMs at = options.at.empty() ? context.clock().wallMs() : *domain::instantFrom(options.at);
    const auto session = context.open();
    if (!session) return session.error();
    const session::OpenServices found = (*session)->openServices(at);

    Json results = Json::array();
    Table table;
    for (std::size_t i = 0; i < std::min(options.limit, found.open.size()); ++i) {
        const session::OpenService& each = found.open[i];
        const std::string id = toHex(each.id.view());
        const std::string until = each.until ? domain::localText(*each.until) : std::string();
        Json row = {{"id", id}, {"title", each.title}, {"until", nullptr}};
        if (each.until) row["until"] = until;
        results.push_back(std::move(row));
        table.row({id, until.empty() ? "day and night" : "until " + until, each.title});
    }
    if (!context.json())
        context.note(std::to_string(found.open.size()) + " of " + std::to_string(found.services) +
                     " services are open at " + domain::localText(at) + "; of " +
                     std::to_string(found.unknown) + " the hours are not known." +
                     (found.open.size() > results.size() ? " --limit N shows more." : ""));
    context.answer({{"at", domain::localText(at)},
                    {"total", found.open.size()},
                    {"services", found.services},
                    {"unknown", found.unknown},
                    {"results", std::move(results)}},
                   [&](std::ostream& out) { table.print(out); });
    return ExitCode::Done;
}

// ---- stale

struct StaleOptions {
    std::size_t limit = 50;
    unsigned after = 0;
};

Result<ExitCode> stale(Context& context, const StaleOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    if (options.after != 0)
        if (auto set = (*session)->setStaleAfterMonths(options.after); !set) return set.error();
    const session::StaleEntries found = (*session)->staleServices(context.clock().wallMs());

    Json results = Json::array();
    Table table;
    for (std::size_t i = 0; i < std::min(options.limit, found.stale.size()); ++i) {
        const session::StaleEntry& each = found.stale[i];
        const std::string id = toHex(each.id.view());
        Json row = {{"id", id}, {"title", each.title}, {"assured", nullptr}, {"days", nullptr}};
        if (each.assured) row["assured"] = domain::dayText(*each.assured);
        if (each.days) row["days"] = *each.days;
        results.push_back(std::move(row));
        table.row({id, each.days ? ageInWords(*each.days) + " ago" : "never", each.title});
    }
    if (!context.json())
        context.note(std::to_string(found.stale.size()) + " of " + std::to_string(found.services) +
                     " services were not checked in the last " + std::to_string(found.afterMonths) +
                     " months." + (found.stale.size() > results.size() ? " --limit N shows more." : ""));
    context.answer({{"afterMonths", found.afterMonths},
                    {"total", found.stale.size()},
                    {"services", found.services},
                    {"results", std::move(results)}},
                   [&](std::ostream& out) { table.print(out); });
    return ExitCode::Done;
}

// ---- assure

struct AssureOptions {
    std::string id;
};

Result<ExitCode> assure(Context& context, const AssureOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto id = (*session)->recordFrom(options.id);
    if (!id) return id.error();
    const auto day = (*session)->assure(*id);
    if (!day) return day.error();
    context.answer({{"id", toHex(id->view())}, {"assured", *day}},
                   [&](std::ostream& out) { out << "checked and found right on " << *day << '\n'; });
    return ExitCode::Done;
}

}  // namespace

void addCareCommands(CLI::App& app, Command& chosen) {
    const auto atATime = std::make_shared<OpenNowOptions>();
    CLI::App* opening = app.add_subcommand("open-now", "Services that are open, and until when; by title");
    opening->add_option("--at", atATime->at, "Not now but then, as 2026-11-23T17:05 in Dutch time")
        ->check(isMoment());
    opening->add_option("--limit", atATime->limit, "At most so many")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    choose(opening, chosen, atATime, openNow);

    const auto old = std::make_shared<StaleOptions>();
    CLI::App* aging = app.add_subcommand("stale", "Services that nobody checked for long; oldest first");
    aging->add_option("--limit", old->limit, "At most so many")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    aging->add_option("--after", old->after, "From now on, in this region, stale is after so many months")
        ->check(CLI::Range(1, 60));
    choose(aging, chosen, old, stale);

    const auto checked = std::make_shared<AssureOptions>();
    CLI::App* assuring = app.add_subcommand("assure", "You looked today, and this entry is right");
    assuring->add_option("ID", checked->id)->required()->check(isIdOrBeginning());
    choose(assuring, chosen, checked, assure);
}

}  // namespace veldwijzer::cli
