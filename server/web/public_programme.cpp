// SPDX-License-Identifier: EUPL-1.2
#include "web/public_programme.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>

#include "base/hash.h"
#include "base/text.h"
#include "base/utf8.h"
#include "web/html.h"

namespace veldwijzer::server {
namespace {

using Json = nlohmann::json;

Error malformed(const char* what) {
    return fail(ErrorCode::Malformed,
                std::string("A published programme ") + what + ". Nothing was published.");
}

bool isTooDeep(std::string_view text) {
    std::size_t depth = 0;
    bool inText = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            if (++depth > limits::publicDepth) return true;
        } else if ((c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return false;
}

const Json& member(const Json& object, const char* name) {
    static const Json nothing;
    if (!object.is_object()) return nothing;
    const auto at = object.find(name);
    return at != object.end() ? *at : nothing;
}

std::string text(const Json& object, const char* name) {
    const Json& value = member(object, name);
    return value.is_string() ? value.get<std::string>() : std::string();
}

std::string nameIn(const Json& object, const char* name) {
    const Json& value = member(object, name);
    return value.is_object() ? text(value, "name") : text(object, name);
}

/// The digits at a place; -1 when one is none.
int number(std::string_view iso, std::size_t at, std::size_t count) {
    if (iso.size() < at + count) return -1;
    int value = 0;
    for (const char c : iso.substr(at, count)) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

struct Moment {
    std::chrono::sys_seconds clock{};  ///< of the wall, as if it were UTC
    std::chrono::seconds offset{0};
};

/// "2026-11-26T11:00:00+01:00". The publisher writes every time with its offset.
std::optional<Moment> momentFrom(std::string_view iso) {
    const int year = number(iso, 0, 4);
    const int month = number(iso, 5, 2);
    const int day = number(iso, 8, 2);
    const int hour = number(iso, 11, 2);
    const int minute = number(iso, 14, 2);
    if (year < 0 || month < 1 || day < 1 || hour < 0 || hour > 23 || minute < 0 || minute > 59)
        return std::nullopt;
    const std::chrono::year_month_day date(std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day)));
    if (!date.ok()) return std::nullopt;
    Moment moment{std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute)};
    const std::size_t sign = iso.find_first_of("+-", 16);
    if (sign == std::string_view::npos) return moment;
    const int hours = number(iso, sign + 1, 2);
    const int minutes = number(iso, sign + 4, 2);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) return std::nullopt;
    moment.offset = std::chrono::hours(hours) + std::chrono::minutes(minutes);
    if (iso[sign] == '-') moment.offset = -moment.offset;
    return moment;
}

/// "01:15" in minutes; 0 when it is none.
int minutesFrom(std::string_view duration) {
    const std::size_t colon = duration.find(':');
    if (colon == std::string_view::npos || colon > 4) return 0;
    const int hours = number(duration, 0, colon);
    const int minutes = number(duration, colon + 1, 2);
    return hours < 0 || minutes < 0 ? 0 : std::min(hours * 60 + minutes, 366 * 24 * 60);
}

std::string clockText(std::chrono::sys_seconds clock) {
    const auto ofDay = (clock - std::chrono::floor<std::chrono::days>(clock)).count() / 60;
    char out[32];
    std::snprintf(out, sizeof out, "%02d:%02d", static_cast<int>(ofDay / 60), static_cast<int>(ofDay % 60));
    return out;
}

std::string personsOf(const Json& event) {
    std::string names;
    const Json& persons = member(event, "persons");
    if (!persons.is_array()) return names;
    for (const Json& person : persons) {
        const std::string name = person.is_string() ? person.get<std::string>() : text(person, "public_name");
        if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

void takeTimes(const Json& event, PublicSession& session) {
    const std::string start = text(event, "date");
    const auto moment = momentFrom(start);
    if (!moment) return;
    const std::chrono::minutes lasts(minutesFrom(text(event, "duration")));
    session.date = start.substr(0, 10);
    session.from = clockText(moment->clock);
    if (lasts.count() > 0) session.to = clockText(moment->clock + lasts);
    session.startMs = std::chrono::milliseconds((moment->clock - moment->offset).time_since_epoch()).count();
    session.endMs = session.startMs + std::chrono::milliseconds(lasts).count();
}

PublicSession sessionFrom(const Json& event, const std::string& room) {
    PublicSession session;
    takeTimes(event, session);
    session.title = text(event, "title");
    session.subtitle = text(event, "subtitle");
    session.abstract = text(event, "abstract");
    session.description = text(event, "description");
    session.room = room.empty() ? nameIn(event, "room") : room;
    session.track = nameIn(event, "track");
    session.type = text(event, "type");
    session.language = text(event, "language");
    session.persons = personsOf(event);
    const std::string status = text(event, "status");
    session.cancelled = status == "cancelled" || status == "canceled";
    session.repeats = !text(event, "rrule").empty();
    for (const std::string* part : {&session.title, &session.subtitle, &session.abstract,
                                    &session.description, &session.room, &session.track, &session.persons})
        session.searched += folded(*part) + "\n";
    return session;
}

void takeList(const Json& events, const std::string& room, PublicProgramme& programme) {
    if (!events.is_array()) return;
    for (const Json& event : events)
        if (event.is_object()) programme.sessions.push_back(sessionFrom(event, room));
}

void takeSessions(const Json& schedule, PublicProgramme& programme) {
    const Json& conference = member(schedule, "conference");
    const Json& days = member(conference, "days");
    if (days.is_array())
        for (const Json& day : days) {
            const Json& rooms = member(day, "rooms");
            if (!rooms.is_object()) continue;
            for (const auto& [room, events] : rooms.items())
                takeList(events, room, programme);
        }
    takeList(member(conference, "events"), {}, programme);
    takeList(member(schedule, "import.cancelled"), {}, programme);
}

void takeRooms(const Json& conference, PublicProgramme& programme) {
    std::set<std::string> known;
    const auto add = [&](const std::string& name) {
        if (known.insert(name).second) programme.rooms.push_back(name);
    };
    const Json& rooms = member(conference, "rooms");
    if (rooms.is_array())
        for (const Json& room : rooms)
            if (const std::string name = text(room, "name"); !name.empty()) add(name);
    for (const PublicSession& session : programme.sessions)
        add(session.room);
    // A room that holds nothing is no column.
    std::erase_if(programme.rooms, [&](const std::string& room) {
        return std::none_of(programme.sessions.begin(), programme.sessions.end(),
                            [&](const PublicSession& session) { return session.room == room; });
    });
}

}  // namespace

Result<PublicProgramme> readPublicProgramme(std::string_view document) {
    if (isTooDeep(document)) return malformed("has too many lists inside each other");
    if (!isUtf8(document)) return malformed("is not UTF-8");
    const Json root = Json::parse(document, nullptr, false);
    const Json& schedule = member(root, "schedule");
    const Json& conference = member(schedule, "conference");
    PublicProgramme programme;
    programme.eventId = text(root, "event");
    programme.calendar = text(root, "calendar");
    if (!conference.is_object() || programme.eventId.size() != 32 ||
        !programme.calendar.starts_with("BEGIN:VCALENDAR"))
        return malformed("has no event, schedule and calendar in it");
    programme.title = text(conference, "title");
    programme.subtitle = text(conference, "subtitle");
    programme.description = text(conference, "description");
    programme.theme = text(conference, "theme");
    programme.venue = text(conference, "venue");
    programme.address = text(conference, "venue_address");
    programme.accessibility = text(conference, "venue_accessibility");
    programme.version = text(schedule, "version");
    if (programme.title.empty()) return malformed("has no title");
    takeSessions(schedule, programme);
    if (programme.sessions.size() > limits::publicSessions)
        return fail(ErrorCode::TooLarge, "A published programme has at most " +
                                             std::to_string(limits::publicSessions) + " sessions.");
    std::stable_sort(programme.sessions.begin(), programme.sessions.end(),
                     [](const PublicSession& a, const PublicSession& b) {
                         if (a.date.empty() != b.date.empty()) return b.date.empty();
                         return std::tie(a.startMs, a.room, a.title) < std::tie(b.startMs, b.room, b.title);
                     });
    for (std::size_t i = 0; i < programme.sessions.size(); ++i)
        programme.sessions[i].anchor = "s" + std::to_string(i + 1);
    takeRooms(conference, programme);
    programme.frab = Json{{"schedule", schedule}}.dump();
    programme.hash = toHex(hashOf("veldwijzer published", {viewOf(document)}).view()).substr(0, 24);
    return programme;
}

}  // namespace veldwijzer::server
