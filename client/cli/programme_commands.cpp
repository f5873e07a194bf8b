// SPDX-License-Identifier: EUPL-1.2
// import and export of frab and ical; now, sign-up, sign-off, sign-ups, favourite, changes, publish,
// unpublish
#include "base/text.h"
#include "cli/commands.h"
#include "cli/display.h"
#include "cli/import_report.h"
#include "cli/programme_words.h"
#include "cli/syncing.h"
#include "domain/opening_hours.h"
#include "transport/http_transport.h"

namespace veldwijzer::cli {
namespace {

using session::Programme;

struct FileOptions {
    std::string path;
    std::string id;
    bool calendar = false;
    session::ImportOptions how;
};
struct IdOptions {
    std::string id;
    std::string text;
};

std::string hexOf(const RecordId& id) {
    return toHex(id.view());
}

// ---- files

Result<ExitCode> importProgramme(Context& context, const FileOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    Programme programme(**session);
    const auto done = options.calendar ? programme.importIcal(options.path, options.how)
                                       : programme.importFrab(options.path, options.how);
    if (!done) return done.error();
    Json document = jsonOf(done->report);
    document["event"] = done->event ? Json(hexOf(*done->event)) : Json(nullptr);
    document["changes"] = Json::array();
    Table changes;
    for (const session::ChangeView& view : done->changes) {
        document["changes"].push_back(jsonOf(view));
        changes.row({hexOf(view.change.session), kindsOf(view), view.title});
    }
    context.answer(document, [&](std::ostream& out) {
        print(done->report, out);
        if (done->event) out << "\nevent " << hexOf(*done->event) << "\n";
        if (!done->changes.empty()) out << "\nChanged for who comes:\n";
        changes.print(out, "  ");
    });
    if (!done->report.preview) context.keepSearchUp(**session);
    return ExitCode::Done;
}

Result<ExitCode> exportProgramme(Context& context, const FileOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const Programme programme(**session);
    const bool mine = options.calendar && options.id == "mine";
    std::optional<RecordId> id;
    if (!mine) {
        const auto found = (*session)->recordFrom(options.id);
        if (!found) return found.error();
        id = *found;
    }
    const auto written = mine               ? programme.exportMine(options.path)
                         : options.calendar ? programme.exportIcal(*id, options.path)
                                            : programme.exportFrab(*id, options.path);
    if (!written) return written.error();
    Json document{{"file", options.path}, {"sessions", *written}};
    if (id) document["id"] = hexOf(*id);
    const auto digest = id ? programme.digestOf(*id) : Result<std::string>(fail(ErrorCode::NotFound, ""));
    if (digest) document["digest"] = *digest;
    context.answer(document, [&](std::ostream& out) {
        out << *written << (*written == 1 ? " session" : " sessions") << " written to "
            << harmless(options.path) << "\n";
        if (digest) out << "content digest " << *digest << "\n";
    });
    context.note("This file is not encrypted: whoever has it can read it.");
    return ExitCode::Done;
}

// ---- now

void addRows(Table& table, const char* when, const std::vector<session::ItemView>& views) {
    for (const session::ItemView& view : views)
        table.row(
            {when, hexOf(view.item.id), timesOf(view.item.start, view.item.end), view.room, view.item.title});
}

Json listOf(const std::vector<session::ItemView>& views) {
    Json list = Json::array();
    for (const session::ItemView& view : views)
        list.push_back(jsonOf(view));
    return list;
}

Result<ExitCode> now(Context& context, const IdOptions& options) {
    const WallMs at = options.text.empty() ? context.clock().wallMs() : *domain::instantFrom(options.text);
    const auto session = context.open();
    if (!session) return session.error();
    const session::NowAndNextView found = Programme(**session).nowAndNext(at);
    context.answer({{"at", domain::localText(at)}, {"now", listOf(found.now)}, {"next", listOf(found.next)}},
                   [&](std::ostream& out) {
                       Table table;
                       addRows(table, "now", found.now);
                       addRows(table, "next", found.next);
                       if (table.empty())
                           out << "nothing is on, and nothing follows\n";
                       else
                           table.print(out);
                   });
    return ExitCode::Done;
}

// ---- one's own

ExitCode answerStanding(const Context& context, session::Programme& programme, const RecordId& id) {
    session::SignUpDesk desk = programme.signUps();
    const session::Standing standing = desk.standingOf(id);
    context.answer(jsonOf(standing), [&](std::ostream& out) { out << wordsOf(standing) << "\n"; });
    desk.noteTold(standing);
    return ExitCode::Done;
}

Result<ExitCode> signUp(Context& context, const IdOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto id = (*session)->recordFrom(options.id);
    if (!id) return id.error();
    Programme programme(**session);
    if (auto done = programme.signUp(*id); !done) return done.error();
    return answerStanding(context, programme, *id);
}

Result<ExitCode> signOff(Context& context, const IdOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto id = (*session)->recordFrom(options.id);
    if (!id) return id.error();
    if (!(*session)->joined()) return fail(ErrorCode::NotAMember, "this device is not in a region yet");
    Programme programme(**session);
    if (auto done = programme.signUps().signOff(*id); !done) return done.error();
    return answerStanding(context, programme, *id);
}

Result<ExitCode> mySignUps(Context& context, session::Session& session) {
    session::SignUpDesk desk = Programme(session).signUps();
    Json list = Json::array();
    Table table;
    for (const session::Standing& standing : desk.standings()) {
        list.push_back(jsonOf(standing));
        table.row({hexOf(standing.session), wordsOf(standing), wordsOf(standing.news)});
        desk.noteTold(standing);
    }
    context.answer({{"sign_ups", std::move(list)}}, [&](std::ostream& out) { table.print(out); });
    return ExitCode::Done;
}

Result<ExitCode> signUps(Context& context, const IdOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    if (!(*session)->joined()) return fail(ErrorCode::NotAMember, "this device is not in a region yet");
    if (options.id.empty()) return mySignUps(context, **session);
    const auto id = (*session)->recordFrom(options.id);
    if (!id) return id.error();
    const auto attendees = Programme(**session).signUps().attendees(*id);
    if (!attendees) return attendees.error();
    Json list = Json::array();
    Table table;
    for (const session::Attendee& each : *attendees) {
        const std::string state = stateName(each.place.state);
        list.push_back({{"name", each.name}, {"state", state}, {"number", each.place.number}});
        table.row({state, std::to_string(each.place.number),
                   each.name.empty() ? "(no name for this device)" : each.name});
    }
    context.answer({{"session", hexOf(*id)}, {"attendees", std::move(list)}},
                   [&](std::ostream& out) { table.print(out); });
    return ExitCode::Done;
}

Result<ExitCode> favourite(Context& context, const IdOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto id = (*session)->recordFrom(options.id);
    if (!id) return id.error();
    const auto is = Programme(**session).toggleFavourite(*id);
    if (!is) return is.error();
    context.answer({{"record", hexOf(*id)}, {"favourite", *is}}, [&](std::ostream& out) {
        out << (*is ? "a favourite now\n" : "no favourite any more\n");
    });
    return ExitCode::Done;
}

Result<ExitCode> changes(Context& context, const IdOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto id = (*session)->recordFrom(options.id);
    if (!id) return id.error();
    const auto found = Programme(**session).changes(*id, options.text);
    if (!found) return found.error();
    Json list = Json::array();
    Table table;
    for (const session::ChangeView& view : *found) {
        list.push_back(jsonOf(view));
        const auto& facts = view.change.now ? view.change.now : view.change.before;
        table.row({hexOf(view.change.session), kindsOf(view), timesOf(facts->start, facts->end),
                   view.change.now ? view.roomNow : view.roomBefore, view.title});
    }
    context.answer({{"event", hexOf(*id)}, {"since", options.text}, {"changes", std::move(list)}},
                   [&](std::ostream& out) {
                       if (table.empty())
                           out << "nothing changed for who comes\n";
                       else
                           table.print(out);
                   });
    return ExitCode::Done;
}

// ---- for everybody to read

Result<ExitCode> publish(Context& context, const IdOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto id = (*session)->recordFrom(options.id);
    if (!id) return id.error();
    const auto transport = transport::HttpTransport::to((*session)->url());
    if (!transport) return transport.error();
    const auto done = Programme(**session).publish(*id, options.text, **transport);
    if (!done) return done.error();
    context.answer(
        {{"slug", done->slug}, {"url", done->url}, {"sessions", done->sessions}, {"bytes", done->bytes}},
        [&](std::ostream& out) { out << "everybody can read it now at " << harmless(done->url) << "\n"; });
    return ExitCode::Done;
}

Result<ExitCode> unpublish(Context& context, const IdOptions& options) {
    const auto session = context.open();
    if (!session) return session.error();
    const auto id = (*session)->recordFrom(options.id);
    if (!id) return id.error();
    const auto transport = transport::HttpTransport::to((*session)->url());
    if (!transport) return transport.error();
    if (auto done = Programme(**session).unpublish(*id, **transport); !done) return done.error();
    context.answer({{"event", hexOf(*id)}, {"published", false}},
                   [](std::ostream& out) { out << "nobody can read it on the web any more\n"; });
    return ExitCode::Done;
}

// ---- the command line

void addFileCommands(CLI::App& app, Command& chosen) {
    for (const bool calendar : {false, true}) {
        const char* name = calendar ? "ical" : "frab";
        auto options = std::make_shared<FileOptions>();
        options->calendar = calendar;
        CLI::App* in = app.get_subcommand("import")->add_subcommand(
            name, calendar ? "A calendar (iCalendar): an event with its meetings"
                           : "A programme (frab JSON or XML): added, moved, cancelled since the last time");
        in->add_option("FILE", options->path)->required();
        in->add_flag("--preview", options->how.preview, "Say what would change; write nothing");
        in->add_option("--source", options->how.source, "Whose file it is")->type_name("NAME");
        choose(in, chosen, options, importProgramme);
        auto outOptions = std::make_shared<FileOptions>();
        outOptions->calendar = calendar;
        CLI::App* out = app.get_subcommand("export")->add_subcommand(
            name, calendar ? "An event, a session, or what is yours (\"mine\"), for a calendar program"
                           : "An event with its programme, as frab JSON");
        out->add_option(calendar ? "EVENT|SESSION|mine" : "EVENT", outOptions->id)->required();
        out->add_option("FILE", outOptions->path)->required();
        choose(out, chosen, outOptions, exportProgramme);
    }
}

void addOne(CLI::App& app, Command& chosen, const char* name, const char* about, const char* argument,
            Result<ExitCode> (*run)(Context&, const IdOptions&)) {
    auto options = std::make_shared<IdOptions>();
    CLI::App* command = app.add_subcommand(name, about);
    command->add_option(argument, options->id)->required()->check(isIdOrBeginning());
    choose(command, chosen, options, run);
}

}  // namespace

void addProgrammeCommands(CLI::App& app, Command& chosen) {
    addFileCommands(app, chosen);
    auto moment = std::make_shared<IdOptions>();
    CLI::App* at = app.add_subcommand("now", "What is on now, and what is next");
    at->add_option("--at", moment->text, "At another moment than now")->check(isMoment());
    choose(at, chosen, moment, now);
    addOne(app, chosen, "sign-up", "Ask for a place in a session; works offline", "SESSION", signUp);
    addOne(app, chosen, "sign-off", "Give the place back", "SESSION", signOff);
    addOne(app, chosen, "favourite", "Mark a session, an offer, …; again to take it away", "ID", favourite);
    auto whose = std::make_shared<IdOptions>();
    CLI::App* list = app.add_subcommand("sign-ups", "Your own; of a session everybody's, for coordinators");
    list->add_option("SESSION", whose->id)->check(isIdOrBeginning());
    choose(list, chosen, whose, signUps);
    auto since = std::make_shared<IdOptions>();
    CLI::App* diff = app.add_subcommand("changes", "What changed in a programme for who comes");
    diff->add_option("EVENT", since->id)->required()->check(isIdOrBeginning());
    diff->add_option("--since", since->text, "A version of the event, or a moment")
        ->required()
        ->type_name("VERSION");
    choose(diff, chosen, since, changes);
    auto slug = std::make_shared<IdOptions>();
    CLI::App* open = app.add_subcommand("publish", "Put an event on the web, for everybody to read");
    open->add_option("EVENT", slug->id)->required()->check(isIdOrBeginning());
    open->add_option("--slug", slug->text, "Its name in the address: regio-dag-2026")->required();
    choose(open, chosen, slug, publish);
    addOne(app, chosen, "unpublish", "Take it off the web at once", "EVENT", unpublish);
}

}  // namespace veldwijzer::cli
