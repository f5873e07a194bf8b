// SPDX-License-Identifier: EUPL-1.2
#include "web/page.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <map>
#include <set>

#include "web/html.h"

namespace veldwijzer::server {
namespace {

constexpr WallMs hourMs = 3'600'000;
using Session = PublicSession;
using Sessions = std::vector<const Session*>;

std::string dayText(const std::string& date) {
    constexpr std::array<std::string_view, 7> days{"zondag",    "maandag", "dinsdag", "woensdag",
                                                   "donderdag", "vrijdag", "zaterdag"};
    constexpr std::array<std::string_view, 12> months{"januari",   "februari", "maart",    "april",
                                                      "mei",       "juni",     "juli",     "augustus",
                                                      "september", "oktober",  "november", "december"};
    if (date.size() != 10) return "Zonder tijd";
    const std::chrono::year_month_day parts(
        std::chrono::year(std::stoi(date.substr(0, 4))),
        std::chrono::month(static_cast<unsigned>(std::stoi(date.substr(5, 2)))),
        std::chrono::day(static_cast<unsigned>(std::stoi(date.substr(8, 2)))));
    const std::chrono::weekday weekday{std::chrono::sys_days(parts)};
    return std::string(days[weekday.c_encoding()]) + " " +
           std::to_string(static_cast<unsigned>(parts.day())) + " " +
           std::string(months[static_cast<unsigned>(parts.month()) - 1]) + " " +
           std::to_string(static_cast<int>(parts.year()));
}

std::string element(std::string_view name, std::string_view text, std::string_view attributes = {}) {
    if (text.empty()) return {};
    std::string out = "<" + std::string(name);
    if (!attributes.empty()) out.append(" ").append(attributes);
    return out + ">" + escapedHtml(text) + "</" + std::string(name) + ">";
}

/// Paragraphs where the text has empty lines.
std::string paragraphs(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t gap = std::min(text.find("\n\n"), text.size());
        if (gap > 0) out += "<p>" + escapedHtml(text.substr(0, gap)) + "</p>";
        text.remove_prefix(std::min(gap + 2, text.size()));
    }
    return out;
}

std::string timesOf(const Session& session) {
    if (session.date.empty()) return {};
    return "<p class=\"tijd\"><time datetime=\"" + escapedHtml(session.date) + "T" +
           escapedHtml(session.from) + "\">" + escapedHtml(session.from) + "</time>" +
           (session.to.empty() ? ""
                               : "<span aria-hidden=\"true\">–</span><span class=\"weg\"> tot </span>" +
                                     escapedHtml(session.to)) +
           "</p>";
}

std::string titleOf(const Session& session) {
    const std::string title = escapedHtml(session.title.empty() ? "Zonder titel" : session.title);
    return session.cancelled ? "<s>" + title + "</s> <strong class=\"vervallen\">vervallen</strong>" : title;
}

/// "Zaal 1 · Signaleren · Zoë Vermeer"
std::string whereOf(const Session& session) {
    std::string out;
    for (const std::string* part : {&session.room, &session.track, &session.persons})
        if (!part->empty()) out += (out.empty() ? "" : " · ") + *part;
    return element("p", out, "class=\"waar\"");
}

std::string detailsOf(const Session& session) {
    std::string more = paragraphs(session.description);
    if (session.repeats) more += "<p>Dit komt vaker terug; in de agenda staan alle keren.</p>";
    std::string out =
        session.abstract.empty() ? "" : "<div class=\"kort\">" + paragraphs(session.abstract) + "</div>";
    if (!more.empty())
        out += "<details><summary>Meer<span class=\"weg\"> over " + escapedHtml(session.title) +
               "</span></summary>" + more + "</details>";
    return out;
}

std::string article(const Session& session) {
    return "<li id=\"" + session.anchor + "\"><article>" + timesOf(session) + "<div><h3>" + titleOf(session) +
           "</h3>" + element("p", session.subtitle, "class=\"onder\"") + whereOf(session) +
           detailsOf(session) + "</div></article></li>\n";
}

std::map<std::string, Sessions> byDay(const Sessions& sessions) {
    std::map<std::string, Sessions> days;
    for (const Session* session : sessions)
        days[session->date.empty() ? "~" : session->date].push_back(session);
    return days;
}

std::string listOf(const Sessions& sessions) {
    std::string out;
    for (const auto& [date, ofDay] : byDay(sessions)) {
        out += "<section><h2>" + dayText(date) + "</h2>\n<ol class=\"lijst\">\n";
        for (const Session* session : ofDay)
            out += article(*session);
        out += "</ol></section>\n";
    }
    return out;
}

std::string cellOf(const Session& session) {
    return "<p class=\"blok\"><a href=\"#" + session.anchor + "\">" + titleOf(session) + "</a>" +
           (session.to.empty() ? "" : " <span class=\"tot\">tot " + escapedHtml(session.to) + "</span>") +
           "</p>";
}

/// Rooms beside each other, a row for each time at which something begins. The list follows below it, where
/// the links lead: a table of short titles, and all there is to read in one place.
std::string tableOf(const PublicProgramme& programme, const Sessions& sessions) {
    std::string out;
    int number = 0;
    for (const auto& [date, ofDay] : byDay(sessions)) {
        if (date == "~") continue;
        std::set<std::string> here;
        std::map<std::string, std::map<std::string, Sessions>> rows;
        for (const Session* session : ofDay) {
            here.insert(session->room);
            rows[session->from][session->room].push_back(session);
        }
        const std::string id = "rooster" + std::to_string(++number);
        out += "<div class=\"schuif\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + id +
               "\"><table><caption id=\"" + id + "\">Rooster van " + dayText(date) +
               "</caption>\n<thead><tr><th scope=\"col\">Tijd</th>";
        for (const std::string& room : programme.rooms)
            if (here.contains(room))
                out += "<th scope=\"col\">" + escapedHtml(room.empty() ? "Overig" : room) + "</th>";
        out += "</tr></thead><tbody>\n";
        for (auto& [from, inRooms] : rows) {
            out += "<tr><th scope=\"row\">" + escapedHtml(from) + "</th>";
            for (const std::string& room : programme.rooms) {
                if (!here.contains(room)) continue;
                out += "<td>";
                for (const Session* session : inRooms[room])
                    out += cellOf(*session);
                out += "</td>";
            }
            out += "</tr>\n";
        }
        out += "</tbody></table></div>\n";
    }
    return out;
}

std::string nowOf(const PublicProgramme& programme, WallMs now) {
    Sessions on;
    Sessions next;
    for (const Session& session : programme.sessions) {
        if (session.cancelled || session.date.empty()) continue;
        if (session.startMs <= now && now < session.endMs) on.push_back(&session);
        if (session.startMs > now && (next.empty() || session.startMs == next.front()->startMs))
            next.push_back(&session);
    }
    std::string out = "<section class=\"nu\" aria-labelledby=\"nu\"><h2 id=\"nu\">Nu en straks</h2>\n";
    const auto add = [&](const char* when, const Sessions& sessions) {
        if (sessions.empty()) return;
        out += "<h3>" + std::string(when) + "</h3><ul>";
        for (const Session* session : sessions)
            out += "<li><a href=\"#" + session->anchor + "\">" + escapedHtml(session->title) + "</a> <span>" +
                   escapedHtml(session->from) + (session->to.empty() ? "" : "–" + escapedHtml(session->to)) +
                   (session->room.empty() ? "" : ", " + escapedHtml(session->room)) + "</span></li>";
        out += "</ul>\n";
    };
    add("Nu", on);
    add(next.empty() || next.front()->startMs - now < 12 * hourMs ? "Straks" : "Daarna", next);
    return out + "</section>\n";
}

std::string searchForm(const PageQuestion& question) {
    return "<form role=\"search\" method=\"get\" action=\"/programma/" + question.slug + "\">" +
           (question.timetable ? "<input type=\"hidden\" name=\"weergave\" value=\"rooster\">" : "") +
           "<label for=\"zoek\">Zoek in het programma</label><div class=\"zoek\"><input id=\"zoek\" "
           "name=\"zoek\" "
           "type=\"search\" maxlength=\"100\" autocomplete=\"off\" value=\"" +
           escapedHtml(question.search) + "\"><button>Zoek</button></div></form>\n";
}

std::string viewLinks(const PageQuestion& question) {
    const std::string base = "/programma/" + question.slug;
    const std::string search = question.search.empty() ? "" : "zoek=" + escapedQuery(question.search);
    const auto link = [](const std::string& to, const char* text, bool here) {
        return "<li><a href=\"" + to + "\"" + (here ? " aria-current=\"page\"" : "") + ">" + text +
               "</a></li>";
    };
    return "<nav aria-label=\"Weergave\"><ul class=\"keuze\">" +
           link(base + (search.empty() ? "" : "?" + search), "Lijst", !question.timetable) +
           link(base + "?weergave=rooster" + (search.empty() ? "" : "&amp;" + search), "Rooster",
                question.timetable) +
           link(base + ".ics", "Zet in je agenda", false) + "</ul></nav>\n";
}

std::string headOf(const std::string& title, const std::string& slug) {
    std::string out =
        "<!doctype html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        "<meta name=\"color-scheme\" content=\"light dark\">";
    out += element("title", title) +
           "<link rel=\"stylesheet\" href=\"/programma/stijl.css?v=" + pageStyleVersion() + "\">";
    if (!slug.empty())
        out += "<link rel=\"alternate\" type=\"text/calendar\" title=\"Agenda\" href=\"/programma/" + slug +
               ".ics\">";
    return out + "</head>\n<body><a class=\"spring\" href=\"#inhoud\">Naar het programma</a>\n";
}

}  // namespace

bool isAboutNow(const PublicProgramme& programme, WallMs now) {
    return std::any_of(programme.sessions.begin(), programme.sessions.end(), [&](const Session& session) {
        return !session.date.empty() && !session.cancelled &&
               now < std::max(session.endMs, session.startMs) && session.startMs - now < 24 * hourMs;
    });
}

std::string programmePage(const PublicProgramme& programme, const PageQuestion& question) {
    Sessions shown;
    const std::string wanted = folded(question.search);
    for (const Session& session : programme.sessions)
        if (wanted.empty() || session.searched.find(wanted) != std::string::npos) shown.push_back(&session);
    std::string out = headOf(programme.title, question.slug);
    out += "<header><h1>" + escapedHtml(programme.title) + "</h1>" +
           element("p", programme.subtitle, "class=\"onder\"") + element("p", programme.theme);
    std::string place = programme.venue;
    if (!programme.address.empty()) place += (place.empty() ? "" : ", ") + programme.address;
    out += element("p", place, "class=\"plek\"") + paragraphs(programme.description);
    if (!programme.accessibility.empty())
        out += "<details><summary>Toegankelijkheid</summary>" + paragraphs(programme.accessibility) +
               "</details>";
    out += viewLinks(question) + "</header>\n";
    out += "<main id=\"inhoud\" tabindex=\"-1\">\n" + searchForm(question);
    if (!wanted.empty())
        out += "<p role=\"status\">" + std::to_string(shown.size()) +
               (shown.size() == 1 ? " onderdeel gevonden voor “" : " onderdelen gevonden voor “") +
               escapedHtml(question.search) + "”. <a href=\"/programma/" + question.slug +
               (question.timetable ? "?weergave=rooster" : "") + "\">Toon alles</a></p>\n";
    if (wanted.empty() && isAboutNow(programme, question.nowMs)) out += nowOf(programme, question.nowMs);
    if (question.timetable) out += tableOf(programme, shown);
    out += listOf(shown);
    if (programme.sessions.empty()) out += "<p>Het programma volgt nog.</p>";
    out += "</main>\n<footer><p>" +
           (programme.version.empty() ? "" : "Versie " + escapedHtml(programme.version) + ". ") +
           "Dit programma als <a href=\"/programma/" + question.slug +
           ".ics\">agenda</a> of als <a href=\"/programma/" + question.slug +
           ".json\">gegevens</a>.</p></footer></body></html>\n";
    return out;
}

std::string nothingHerePage() {
    return headOf("Niet gevonden", {}) +
           "<main id=\"inhoud\"><h1>Hier staat niets</h1><p>Dit programma bestaat niet, of staat niet meer "
           "online.</p>"
           "</main></body></html>\n";
}

}  // namespace veldwijzer::server
