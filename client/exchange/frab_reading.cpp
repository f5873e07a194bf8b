// SPDX-License-Identifier: EUPL-1.2
#include "exchange/frab_reading.h"

#include <algorithm>
#include <array>

#include "domain/zone.h"
#include "exchange/exact_values.h"
#include "exchange/hsds_limits.h"
#include "exchange/hsds_report.h"
#include "exchange/incoming.h"
#include "exchange/programme_file.h"

namespace veldwijzer::exchange {
namespace {

constexpr std::string_view format = "frab";
constexpr std::array<MemberName, 1> conferenceNames{{{"time_zone_name", "time_zone"}}};
constexpr std::array<std::string_view, 7> conferenceLeft{"rooms",     "tracks", "days",   "events",
                                                         "daysCount", idMember, "persons"};
constexpr std::array<std::string_view, 8> sessionLeft{"date",    "start",        "room",   "track",
                                                      "persons", "participants", idMember, "duration"};

std::string textMember(const Node& object, std::string_view name) {
    const Node* node = object.member(name);
    return node != nullptr && node->isText() ? node->text : std::string();
}

/// A text, or the number that some write instead.
std::string keyMember(const Node& object, std::string_view name) {
    const Node* node = object.member(name);
    if (node == nullptr) return {};
    if (node->type == Node::Type::Integer) return std::to_string(node->integer);
    return node->isText() ? node->text : std::string();
}

/// "Zaal 1", or an object that has it as its name.
std::string nameMember(const Node& object, std::string_view name) {
    const Node* node = object.member(name);
    if (node == nullptr) return {};
    if (node->isText()) return node->text;
    return node->isObject() ? textMember(*node, "name") : std::string();
}

bool looksLikeMail(std::string_view text) {
    return text.find('@') != std::string_view::npos;
}

bool saysCancelled(std::string_view state) {
    return state == "cancelled" || state == "canceled" || state == "withdrawn" || state == "rejected";
}

/// Of the members that hold a person's name the one to show.
std::string_view nameOfPersonMember(const Node& person) {
    for (const std::string_view name : {"public_name", "full_public_name", "name", "full_name"})
        if (!textMember(person, name).empty()) return name;
    return {};
}

Node without(const Node& object, std::initializer_list<std::string_view> names) {
    Node rest = objectNode();
    for (const Node& member : object.children)
        if (std::find(names.begin(), names.end(), member.key) == names.end()) rest.children.push_back(member);
    return rest;
}

void keepRest(IncomingRecord& record, std::string_view field, const Node& rest) {
    if (rest.children.empty()) return;
    merge::Json json{canonicalText(rest)};
    if (json.text.size() < limits::valueBytes) putRegister(record, field, std::move(json));
}

}  // namespace

Result<void> FrabReading::read(const Node& root) {
    const Node* schedule = root.member("schedule");
    const Node* conference = schedule != nullptr ? schedule->member("conference") : nullptr;
    if (conference == nullptr || !conference->isObject())
        return fail(ErrorCode::InvalidArgument,
                    file_ +
                        " holds no frab schedule: there is no schedule with a conference in it. Nothing "
                        "was imported.");
    readEvent(root, *schedule, *conference);
    readNamed(*conference, "rooms", "room");
    readNamed(*conference, "tracks", "track");
    readDays(*conference);
    for (const Node* holder : {conference, schedule})
        if (const Node* list = holder->member("events"); list != nullptr) readSessions(*list, {});
    if (const Node* cancelled = schedule->member("import.cancelled"))
        readSessions(*cancelled, {.room = {}, .date = {}, .dayStart = {}, .cancelled = true});
    if (sessions_.empty()) complain("the schedule holds no events", "The conference alone was imported.");
    applyExactly(*schedule);
    handOut();
    return {};
}

void FrabReading::complain(std::string problem, std::string action) {
    if (++problems_ <= limits::hsdsProblemsPerFile)
        sink_.problem({file_, row_, std::move(problem), std::move(action)});
}

void FrabReading::readEvent(const Node& root, const Node& schedule, const Node& conference) {
    event_.kind = "event";
    for (const char* name : {"acronym", "title"})
        if (eventKey_.empty()) eventKey_ = keyMember(conference, name);
    if (eventKey_.empty()) eventKey_ = textMember(schedule, "base_url");
    if (eventKey_.empty()) {
        eventKey_ = file_;
        complain("the conference has neither acronym nor title", "It is known by the name of the file.");
    }
    const auto own = ownIdFrom(textMember(conference, idMember));
    event_.id = own ? *own : programmeId(format, "event", eventKey_);
    if (!own) putRegister(event_, sourceIdField, eventKey_);
    takeMembers(conference, conferenceNames, conferenceLeft, event_, complainer());
    for (const char* name : {"version", "base_url"})
        if (const std::string text = keyMember(schedule, name);
            !text.empty() && findRegister(event_, name) == nullptr)
            putRegister(event_, name, text);
    keepRest(event_, "frab.schedule",
             without(schedule,
                     {"version", "base_url", "conference", "events", "import.cancelled", "import.exact"}));
    keepRest(event_, "frab.file", without(root, {"schedule"}));
    const std::string zone = textField(event_, "time_zone");
    if (!zone.empty() && !domain::Zone::named(zone))
        complain("the time zone " + shown(zone) + " is not known here",
                 "The offsets that stand with the times are used.");
}

/// conference.rooms and conference.tracks.
void FrabReading::readNamed(const Node& conference, const char* list, const char* kind) {
    const Node* nodes = conference.member(list);
    if (nodes == nullptr || !nodes->isArray()) return;
    const bool rooms = std::string_view(kind) == "room";
    std::int64_t order = 0;
    for (const Node& node : nodes->children) {
        const std::string name = node.isText() ? node.text : textMember(node, "name");
        if (name.empty()) {
            complain(std::string("a ") + kind + " without a name", "Left out.");
            continue;
        }
        auto& ids = rooms ? roomIds_ : trackIds_;
        if (ids.contains(name)) {
            complain(std::string("the ") + kind + " " + shown(name) + " comes twice", "The first was kept.");
            continue;
        }
        if (const auto own = ownIdFrom(textMember(node, idMember))) ids[name] = *own;
        const RecordId id = rooms ? roomNamed(name) : trackNamed(name);
        IncomingRecord& record = (rooms ? rooms_ : tracks_)[id];
        static constexpr std::array<std::string_view, 2> left{"name", idMember};
        if (node.isObject()) takeMembers(node, {}, left, record, complainer());
        putRegister(record, "frab.order", ++order);
    }
}

RecordId FrabReading::named(const char* kind, const std::string& name, Records& records,
                            std::map<std::string, RecordId>& ids) {
    const auto known = ids.find(name);
    const bool given = known != ids.end();
    const RecordId id = given ? known->second : programmeId(format, kind, eventKey_ + "\n" + name);
    ids[name] = id;
    const auto [at, isNew] = records.try_emplace(id);
    if (!isNew) return id;
    IncomingRecord& record = at->second;
    record.id = id;
    record.kind = kind;
    if (!given) putRegister(record, sourceIdField, name);
    putRegister(record, "name", name);
    putRegister(record, "event_id", event_.id);
    return id;
}

RecordId FrabReading::roomNamed(const std::string& name) {
    return named("room", name, rooms_, roomIds_);
}

RecordId FrabReading::trackNamed(const std::string& name) {
    return named("track", name, tracks_, trackIds_);
}

void FrabReading::readDays(const Node& conference) {
    const Node* days = conference.member("days");
    if (days == nullptr || !days->isArray()) return;
    Node kept = listNode();
    for (const Node& day : days->children) {
        if (!day.isObject()) {
            complain("a day that is no object", "Left out.");
            continue;
        }
        Node& record = kept.children.emplace_back(without(day, {"rooms", "room"}));
        Node names = listNode();
        const Place place{.room = {},
                          .date = textMember(day, "date"),
                          .dayStart = textMember(day, "day_start"),
                          .cancelled = false};
        if (const Node* rooms = day.member("rooms")) readRoomsOfDay(*rooms, place, names);
        put(record, "rooms", std::move(names));
    }
    merge::Json json{canonicalText(kept)};
    if (!kept.children.empty() && json.text.size() < limits::valueBytes)
        putRegister(event_, "days", std::move(json));
}

void FrabReading::readRoomsOfDay(const Node& rooms, const Place& place, Node& roomNames) {
    for (const Node& room : rooms.children) {
        // JSON: the name is the member's. XML as a tree, and some JSON: a list of {name, events}.
        const bool list = rooms.isArray();
        const std::string name = list ? textMember(room, "name") : room.key;
        const Node* events = list ? room.member("events") : &room;
        if (!name.empty()) {
            roomNamed(name);
            roomNames.children.push_back(nodeOfText(name));
        }
        Place here = place;
        here.room = name;
        if (events != nullptr) readSessions(*events, here);
    }
}

void FrabReading::readSessions(const Node& list, const Place& place) {
    if (!list.isArray()) {
        complain("events that are no list", "Left out.");
        return;
    }
    for (const Node& object : list.children) {
        ++row_;
        if (!object.isObject()) {
            complain("an event that is no object", "Left out.");
        } else if (sessions_.size() >= limits::programmeSessions) {
            complain("there are more than " + std::to_string(limits::programmeSessions) + " events",
                     "Left out.");
        } else {
            readSession(object, place);
        }
    }
}

void FrabReading::readSession(const Node& object, const Place& place) {
    IncomingRecord session{.id = {}, .kind = "session", .registers = {}, .sets = {}};
    takeMembers(object, {}, sessionLeft, session, complainer());
    putRegister(session, "event_id", event_.id);
    readTimes(object, place, session);
    std::string room = nameMember(object, "room");
    if (room.empty()) room = place.room;
    if (!room.empty()) putRegister(session, "room_id", roomNamed(room));
    if (const std::string track = nameMember(object, "track"); !track.empty())
        putRegister(session, "track_id", trackNamed(track));
    session.id = sessionId(object, room, session);
    readPersons(object, session);
    const bool off = place.cancelled || saysCancelled(textMember(object, "state"));
    if (off && findRegister(session, "status") == nullptr)
        putRegister(session, "status", std::string("cancelled"));
    if (textField(session, "title").empty()) complain("an event without a title", "Kept as it is.");
    if (!sessions_.emplace(session.id, session).second)
        complain("the event " + shown(textField(session, "title")) + " stands in the file twice",
                 "The first was kept.");
}

void FrabReading::readTimes(const Node& object, const Place& place, IncomingRecord& session) {
    std::string start = textMember(object, "date");
    const std::string clock = textMember(object, "start");
    const auto moment = domain::momentFrom(start);
    if (!moment || moment->wholeDay) {
        // Version 2 has the whole time in `start`; old files have a clock time on the day.
        const std::string date = moment ? start : place.date;
        if (domain::momentFrom(clock)) {
            start = clock;
        } else if (clock.size() >= 5 && domain::momentFrom(date + "T" + clock)) {
            start = date + "T" + clock;
            const auto opens = domain::momentFrom(place.dayStart);
            auto local = *domain::momentFrom(start);
            // "01:30" on a day that begins at nine is the night after it.
            if (opens && !opens->wholeDay && local.reading < opens->reading)
                local.reading += std::chrono::days(1);
            if (opens) local.offset = opens->offset;
            start = domain::textOf(local);
        }
    } else if (clock.size() == 5 && start.size() >= 16 && start.substr(11, 5) != clock) {
        complain("start says " + shown(clock) + " and date " + shown(start), "date was used.");
        putRegister(session, "foreign.start", clock);
    }
    if (domain::momentFrom(start))
        putRegister(session, "start", start);
    else
        complain("an event without a time that can be read", "Kept; it stands in no timetable.");
    const Node* duration = object.member("duration");
    if (duration == nullptr) return;
    if (duration->type == Node::Type::Integer && duration->integer >= 0 && duration->integer <= 366 * 24 * 60)
        putRegister(session, "duration", domain::durationText(std::chrono::minutes(duration->integer)));
    else if (duration->isText() && domain::durationFrom(duration->text))
        putRegister(session, "duration", duration->text);
    else if (duration->type != Node::Type::Null)
        complain("the duration cannot be read", "Left out.");
}

RecordId FrabReading::sessionId(const Node& object, const std::string& room, IncomingRecord& session) {
    if (const auto own = ownIdFrom(textMember(object, idMember))) return *own;
    std::string key = textMember(object, "guid");
    putRegister(session, sourceIdField, key.empty() ? keyMember(object, "id") : key);
    const std::string place = room + "\n" + textField(session, "start") + "\n" + keyMember(object, "id");
    if (!key.empty() && !guids_.insert(key).second) {
        complain("the guid " + shown(key) + " stands at more than one event",
                 "The later ones are known by room, time and id.");
        key += "\n" + place;
    }
    return programmeId(format, "session", key.empty() ? eventKey_ + "\n" + place : key);
}

void FrabReading::readPersons(const Node& object, IncomingRecord& session) {
    const Node* persons = object.member("persons");
    if (persons == nullptr) persons = object.member("participants");
    if (persons == nullptr || !persons->isArray()) return;
    Node order = listNode();
    std::size_t index = 0;
    for (const Node& person : persons->children) {
        if (!person.isText() && !person.isObject()) continue;
        const RecordId id = readPerson(person, session, ++index);
        if (id == RecordId{}) continue;
        if (addElement(session, "speakers", id)) order.children.push_back(nodeOfText(ownId(id)));
    }
    if (order.children.size() > 1) putRegister(session, "speaker_order", merge::Json{canonicalText(order)});
}

RecordId FrabReading::readPerson(const Node& person, const IncomingRecord& session, std::size_t index) {
    IncomingRecord record{.id = {}, .kind = "speaker", .registers = {}, .sets = {}};
    const std::string_view nameIn = person.isText() ? std::string_view() : nameOfPersonMember(person);
    const std::string name = person.isText() ? person.text : textMember(person, nameIn);
    std::string key;
    std::optional<RecordId> own;
    if (person.isObject()) {
        own = ownIdFrom(textMember(person, idMember));
        for (const char* member : {"guid", "code", "id"})
            if (key.empty())
                if (const std::string text = keyMember(person, member); !text.empty() && !looksLikeMail(text))
                    key = std::string(member) + "\n" + text;
        const std::array<MemberName, 1> names{{{nameIn.empty() ? "public_name" : nameIn, "name"}}};
        // Role belongs to the session, not to the person.
        static constexpr std::array<std::string_view, 1> left{idMember};
        takeMembers(person, names, left, record, complainer());
    } else {
        putRegister(record, "name", name);
    }
    // An address would tie a person to what else is known of it.
    if (key.empty() && !name.empty() && !looksLikeMail(name)) key = "name\n" + name;
    if (key.empty()) key = "place\n" + std::string(textOf(session.id.view())) + std::to_string(index);
    if (name.empty()) complain("a person without a name", "Kept as it is.");
    record.id = own ? *own : programmeId(format, "speaker", eventKey_ + "\n" + key);
    if (!own) putRegister(record, sourceIdField, key.substr(key.find('\n') + 1, 200));
    putRegister(record, "event_id", event_.id);
    if (key.starts_with("place\n") && !own)
        std::erase_if(record.registers, [](const auto& field) { return field.first == sourceIdField; });
    finish(record);
    const RecordId id = record.id;
    const auto [at, isNew] = speakers_.try_emplace(id, record);
    if (isNew) return id;
    for (const UnitedField& field : unite(at->second, std::move(record)))
        if (field.what == United::LostForGood)
            complain("a person says too many different things", "The first ones were kept.");
    return id;
}

/// What only our own exports have: per record what the members cannot say.
void FrabReading::applyExactly(const Node& schedule) {
    const Node* exact = schedule.member(exactMember);
    if (exact == nullptr || !exact->isObject()) return;
    for (const Node& each : exact->children) {
        const auto id = ownIdFrom(each.key);
        const std::string kind = textMember(each, "kind");
        Records* records = kind == "room"      ? &rooms_
                           : kind == "track"   ? &tracks_
                           : kind == "speaker" ? &speakers_
                           : kind == "session" ? &sessions_
                                               : nullptr;
        if (!id || (records == nullptr && kind != "event")) {
            complain("import.exact names a record of no kind that belongs there", "Left out.");
            continue;
        }
        if (records != nullptr && records->size() >= limits::programmeSessions) continue;
        IncomingRecord& record = records != nullptr ? (*records)[*id] : event_;
        if (records == nullptr && *id != event_.id) continue;
        record.id = *id;
        if (records != nullptr) record.kind = kind;
        finish(record);
        for (const std::string& why : applyExact(without(each, {"kind"}), record))
            complain("import.exact: " + why, "That part was left out.");
    }
}

void FrabReading::handOut() {
    row_ = 0;
    for (Records* records : {&rooms_, &tracks_, &speakers_, &sessions_})
        for (auto& [id, record] : *records) {
            finish(record);
            sink_.record(std::move(record));
        }
    finish(event_);
    sink_.record(std::move(event_));
}

}  // namespace veldwijzer::exchange
