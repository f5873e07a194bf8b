// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "domain/zone.h"
#include "exchange/exact_values.h"
#include "exchange/frab_reading.h"
#include "exchange/incoming.h"
#include "exchange/programme_file.h"

namespace veldwijzer::exchange {
namespace {

constexpr std::array<MemberName, 1> conferenceNames{{{"time_zone_name", "time_zone"}}};
constexpr std::array<std::string_view, 5> eventLeft{"version", "base_url", "days", "frab.schedule",
                                                    "frab.file"};
constexpr std::array<std::string_view, 3> namedLeft{"event_id", "frab.order", "name"};
constexpr std::array<std::string_view, 7> sessionLeft{"event_id", "room_id",  "track_id",     "speakers",
                                                      "start",    "duration", "speaker_order"};
constexpr std::array<MemberName, 1> personNames{{{"public_name", "name"}}};
constexpr std::array<std::string_view, 1> personLeft{"event_id"};

class Collected final : public ImportSink {
public:
    void record(IncomingRecord&& record) override { records.emplace(record.id, std::move(record)); }
    void problem(Problem&&) override {}
    void progress(std::uint64_t, std::uint64_t) override {}
    std::map<RecordId, IncomingRecord> records;
};

/// What the reader knows an event's rooms, tracks and speakers by.
std::string keyOf(const IncomingRecord& event) {
    for (const char* name : {"acronym", "title", "base_url"})
        if (std::string text = textField(event, name); !text.empty()) return text;
    return {};
}

std::string keyOfPerson(const IncomingRecord& speaker) {
    for (const char* name : {"guid", "code", "id"}) {
        const merge::Value* value = findRegister(speaker, name);
        const auto* number = value != nullptr ? std::get_if<std::int64_t>(value) : nullptr;
        const std::string text = number != nullptr ? std::to_string(*number) : textField(speaker, name);
        if (!text.empty()) return std::string(name) + "\n" + text;
    }
    return "name\n" + textField(speaker, "name");
}

bool isCancelled(const IncomingRecord& session) {
    return textField(session, "status") == "cancelled";
}

Node parsedJson(const IncomingRecord& record, std::string_view field) {
    const merge::Value* value = findRegister(record, field);
    const auto* json = value != nullptr ? std::get_if<merge::Json>(value) : nullptr;
    auto node = json != nullptr ? parseNode(json->text) : Result<Node>(Node{});
    return node ? std::move(*node) : Node{};
}

class FrabWriting {
public:
    explicit FrabWriting(ProgrammeRecords records)
        : records_(std::move(records)), eventKey_(keyOf(records_.event)) {
        const auto own = domain::Zone::named(textField(records_.event, "time_zone"));
        zone_ = own ? *own : domain::Zone::amsterdam();
        for (const IncomingRecord& room : records_.rooms)
            roomNames_[room.id] = textField(room, "name");
        for (const IncomingRecord& track : records_.tracks)
            trackNames_[track.id] = textField(track, "name");
        for (const IncomingRecord& speaker : records_.speakers)
            speakers_[speaker.id] = &speaker;
    }

    std::string write() {
        Node root = natural();
        Node exact = objectNode();
        Collected back;
        // What cannot be read back is said exactly; so it is right even where this writer knows nothing.
        (void)FrabReading("", back).read(root);
        for (const auto* list : {&records_.rooms, &records_.tracks, &records_.speakers, &records_.sessions})
            for (const IncomingRecord& record : *list)
                addExact(record, back, exact);
        addExact(records_.event, back, exact);
        if (!exact.children.empty()) put(root.children.back(), exactMember, std::move(exact));
        return jsonText(root) + "\n";
    }

private:
    static void addExact(const IncomingRecord& wanted, const Collected& back, Node& exact) {
        const auto at = back.records.find(wanted.id);
        IncomingRecord nothing{.id = wanted.id, .kind = wanted.kind, .registers = {}, .sets = {}};
        Node difference = exactDifference(at != back.records.end() ? at->second : nothing, wanted);
        if (difference.type == Node::Type::Null) return;
        put(difference, "kind", nodeOfText(wanted.kind));
        put(exact, ownId(wanted.id), std::move(difference));
    }

    /// Whether the reader would make another id of what the file says.
    [[nodiscard]] bool needsId(const IncomingRecord& record) const {
        std::string key = eventKey_;
        if (record.kind == "session") key = textField(record, "guid");
        if (record.kind == "room" || record.kind == "track") key += "\n" + textField(record, "name");
        if (record.kind == "speaker") key += "\n" + keyOfPerson(record);
        return key.empty() || findRegister(record, sourceIdField) == nullptr ||
               programmeId("frab", record.kind, key) != record.id;
    }

    Node natural() {
        Node root = parsedJson(records_.event, "frab.file");
        root.type = Node::Type::Object;
        Node schedule = objectNode();
        put(schedule, "version", nodeOfText(versionText()));
        put(schedule, "base_url", nodeOfText(textField(records_.event, "base_url")));
        for (Node& member : parsedJson(records_.event, "frab.schedule").children)
            if (schedule.member(member.key) == nullptr) schedule.children.push_back(std::move(member));
        put(schedule, "conference", conference());
        Node cancelled = listNode();
        for (const IncomingRecord& session : records_.sessions)
            if (isCancelled(session)) cancelled.children.push_back(sessionNode(session));
        if (!cancelled.children.empty()) put(schedule, "import.cancelled", std::move(cancelled));
        put(root, "schedule", std::move(schedule));
        return root;
    }

    std::string versionText() const { return textField(records_.event, "version"); }

    Node conference() {
        Node object = objectNode();
        giveMembers(records_.event, conferenceNames, eventLeft, object);
        if (object.member("acronym") == nullptr)
            put(object, "acronym", nodeOfText(textField(records_.event, "slug")));
        if (needsId(records_.event)) put(object, idMember, nodeOfText(ownId(records_.event.id)));
        Node rooms = namedList(records_.rooms);
        Node tracks = namedList(records_.tracks);
        Node allDays = days();
        put(object, "daysCount", nodeOfNumber(static_cast<std::int64_t>(allDays.children.size())));
        put(object, "rooms", std::move(rooms));
        if (!tracks.children.empty()) put(object, "tracks", std::move(tracks));
        put(object, "days", std::move(allDays));
        return object;
    }

    static std::int64_t orderOf(const IncomingRecord& record) {
        const merge::Value* value = findRegister(record, "frab.order");
        const auto* number = value != nullptr ? std::get_if<std::int64_t>(value) : nullptr;
        return number != nullptr ? *number : 1'000'000;
    }

    Node namedList(std::vector<IncomingRecord>& records) {
        std::stable_sort(
            records.begin(), records.end(),
            [](const IncomingRecord& a, const IncomingRecord& b) { return orderOf(a) < orderOf(b); });
        Node list = listNode();
        for (const IncomingRecord& record : records) {
            Node object = objectNode();
            put(object, "name", nodeOfText(textField(record, "name")));
            giveMembers(record, {}, namedLeft, object);
            if (needsId(record)) put(object, idMember, nodeOfText(ownId(record.id)));
            list.children.push_back(std::move(object));
        }
        return list;
    }

    /// The days of the file that the event came from, with the sessions of now; then days of sessions that
    /// fall on none of them.
    Node days() {
        std::map<std::string, std::vector<const IncomingRecord*>> byDate;
        for (const IncomingRecord& session : records_.sessions)
            if (!isCancelled(session)) byDate[dateOf(session)].push_back(&session);
        Node list = parsedJson(records_.event, "days");
        list.type = Node::Type::Array;
        const auto begins = dayBegins(list);
        for (auto& [date, sessions] : byDate) {
            const bool known = std::any_of(begins.begin(), begins.end(),
                                           [&, day = date](const auto& each) { return each.first == day; });
            if (known || date.empty()) continue;
            Node made = objectNode();
            put(made, "index", nodeOfNumber(static_cast<std::int64_t>(list.children.size()) + 1));
            put(made, "date", nodeOfText(date));
            list.children.push_back(std::move(made));
        }
        for (Node& each : list.children)
            fill(each, byDate);
        return list;
    }

    static std::vector<std::pair<std::string, std::string>> dayBegins(const Node& list) {
        std::vector<std::pair<std::string, std::string>> begins;
        for (const Node& each : list.children) {
            const Node* date = each.member("date");
            const Node* start = each.member("day_start");
            if (date != nullptr && date->isText())
                begins.emplace_back(date->text, start != nullptr && start->isText() ? start->text : "");
        }
        return begins;
    }

    /// The day on whose page it stands: one that began before it, where the file says when days begin.
    std::string dateOf(const IncomingRecord& session) {
        const auto start = domain::momentFrom(textField(session, "start"));
        if (!start) return firstDate();
        const WallMs at = start->instantIn(zone_);
        std::string best;
        for (const auto& [date, begins] : dayBegins(parsedJson(records_.event, "days"))) {
            const auto from = domain::momentFrom(begins);
            if (from && from->instantIn(zone_) <= at && at < from->instantIn(zone_) + 86'400'000) best = date;
        }
        return best.empty() ? textField(session, "start").substr(0, 10) : best;
    }

    std::string firstDate() const {
        const std::string start = textField(records_.event, "start").substr(0, 10);
        return domain::momentFrom(start) ? start : "1970-01-01";
    }

    void fill(Node& each, std::map<std::string, std::vector<const IncomingRecord*>>& byDate) {
        Node rooms = objectNode();
        for (std::size_t i = 0; i < each.children.size(); ++i) {
            if (each.children[i].key != "rooms") continue;
            for (const Node& name : each.children[i].children)
                if (name.isText() && rooms.member(name.text) == nullptr) put(rooms, name.text, listNode());
            each.children.erase(each.children.begin() + static_cast<std::ptrdiff_t>(i));
            break;
        }
        const Node* date = each.member("date");
        if (date != nullptr)
            for (const IncomingRecord* session : byDate[date->text])
                roomFor(rooms, *session).children.push_back(sessionNode(*session));
        if (date != nullptr) byDate[date->text].clear();
        put(each, "rooms", std::move(rooms));
    }

    Node& roomFor(Node& rooms, const IncomingRecord& session) {
        const std::string name = roomName(session);
        for (Node& room : rooms.children)
            if (room.key == name) return room;
        return put(rooms, name, listNode());
    }

    std::string roomName(const IncomingRecord& session) const {
        const auto room = referenceField(session, "room_id");
        const auto at = room ? roomNames_.find(*room) : roomNames_.end();
        return at != roomNames_.end() ? at->second : std::string();
    }

    Node sessionNode(const IncomingRecord& session) {
        Node object = objectNode();
        if (needsId(session)) {
            put(object, idMember, nodeOfText(ownId(session.id)));
            if (findRegister(session, "guid") == nullptr) put(object, "guid", nodeOfText(uuidOf(session.id)));
        }
        const std::string start = textField(session, "start");
        put(object, "date", nodeOfText(start));
        put(object, "start", nodeOfText(start.size() >= 16 ? start.substr(11, 5) : std::string("00:00")));
        put(object, "duration", nodeOfText(durationOf(session)));
        put(object, "room", nodeOfText(roomName(session)));
        const auto track = referenceField(session, "track_id");
        if (track && trackNames_.contains(*track)) put(object, "track", nodeOfText(trackNames_.at(*track)));
        giveMembers(session, {}, sessionLeft, object);
        put(object, "persons", persons(session));
        return object;
    }

    std::string durationOf(const IncomingRecord& session) const {
        const std::string duration = textField(session, "duration");
        if (!duration.empty()) return duration;
        const auto start = domain::momentFrom(textField(session, "start"));
        const auto end = domain::momentFrom(textField(session, "end"));
        if (!start || !end) return "00:00";
        const WallMs ms = end->instantIn(zone_) - start->instantIn(zone_);
        return domain::durationText(std::chrono::seconds(std::clamp<WallMs>(ms / 1000, 0, 366 * 86'400)));
    }

    Node persons(const IncomingRecord& session) {
        std::vector<RecordId> order;
        for (const Node& each : parsedJson(session, "speaker_order").children)
            if (const auto id = each.isText() ? ownIdFrom(each.text) : std::nullopt) order.push_back(*id);
        std::set<RecordId> present;
        for (const auto& [name, elements] : session.sets)
            if (name == "speakers")
                for (const merge::Value& element : elements)
                    if (const auto* id = std::get_if<RecordId>(&element)) present.insert(*id);
        for (const RecordId& id : present)
            if (std::find(order.begin(), order.end(), id) == order.end()) order.push_back(id);
        Node list = listNode();
        for (const RecordId& id : order)
            if (present.contains(id) && speakers_.contains(id))
                list.children.push_back(person(*speakers_[id]));
        return list;
    }

    Node person(const IncomingRecord& speaker) {
        Node object = objectNode();
        giveMembers(speaker, personNames, personLeft, object);
        if (needsId(speaker)) put(object, idMember, nodeOfText(ownId(speaker.id)));
        return object;
    }

    static std::string uuidOf(const RecordId& id) {
        std::string hex = ownId(id).substr(ownIdPrefix.size());
        for (const std::size_t at : {std::size_t{20}, std::size_t{16}, std::size_t{12}, std::size_t{8}})
            hex.insert(at, "-");
        return hex;
    }

    ProgrammeRecords records_;
    std::string eventKey_;
    domain::Zone zone_ = domain::Zone::amsterdam();
    std::map<RecordId, std::string> roomNames_, trackNames_;
    std::map<RecordId, const IncomingRecord*> speakers_;
};

}  // namespace

Result<std::string> writeFrab(const RecordSource& source, const RecordId& event) {
    auto records = programmeOf(source, event);
    if (!records) return records.error();
    return FrabWriting(std::move(*records)).write();
}

}  // namespace veldwijzer::exchange
