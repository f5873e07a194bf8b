// SPDX-License-Identifier: EUPL-1.2
#include "exchange/public_programme.h"

#include <algorithm>
#include <array>
#include <map>

#include "domain/programme.h"
#include "exchange/frab_members.h"
#include "exchange/incoming.h"
#include "exchange/programme_file.h"

namespace veldwijzer::exchange {
namespace {

// A list of what may go out, not of what may not: a field that somebody adds tomorrow stays inside.
constexpr std::array<std::string_view, 17> eventFields{
    "title", "subtitle", "description", "acronym",  "start",         "end",
    "url",   "venue",    "theme",       "version",  "venue_address", "venue_accessibility",
    "days",  "base_url", "time_zone",   "duration", "rrule"};
constexpr std::array<std::string_view, 18> sessionFields{
    "title",    "subtitle", "abstract", "description",   "start",    "end",
    "duration", "language", "type",     "event_id",      "room_id",  "track_id",
    "url",      "status",   "rrule",    "recurrence_id", "location", "time_zone"};
constexpr std::array<std::string_view, 3> sessionSets{"speakers", "rdates", "exdates"};
constexpr std::array<std::string_view, 4> namedFields{"name", "event_id", "description", "accessibility"};
constexpr std::array<std::string_view, 2> speakerFields{"name", "event_id"};

bool has(std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::span<const std::string_view> fieldsOf(std::string_view kind) {
    if (kind == "event") return eventFields;
    if (kind == "session") return sessionFields;
    if (kind == "speaker") return speakerFields;
    return namedFields;
}

/// With its offset: who reads it elsewhere knows no event's time zone.
merge::Value withOffset(const merge::Value& value, const domain::Zone& zone) {
    const auto* text = std::get_if<std::string>(&value);
    const auto moment = text != nullptr ? domain::momentFrom(*text) : std::nullopt;
    if (!moment || moment->wholeDay || moment->offset) return value;
    return domain::textOf(zone.instantOf(moment->reading), zone);
}

IncomingRecord publicPart(const IncomingRecord& record, const domain::Zone& zone) {
    IncomingRecord part{.id = record.id, .kind = record.kind, .registers = {}, .sets = {}};
    for (const auto& [name, value] : record.registers)
        if (has(fieldsOf(record.kind), name))
            putRegister(part, name, name == "start" || name == "end" ? withOffset(value, zone) : value);
    for (const auto& [name, values] : record.sets)
        if (record.kind == "session" && has(sessionSets, name)) part.sets.emplace_back(name, values);
    return part;
}

class PublicSource final : public RecordSource {
public:
    explicit PublicSource(const ProgrammeRecords& records) {
        if (const auto zone = domain::Zone::named(textField(records.event, "time_zone"))) zone_ = *zone;
        add(records.event);
        for (const auto* list : {&records.rooms, &records.tracks, &records.speakers, &records.sessions})
            for (const IncomingRecord& record : *list)
                add(record);
    }
    [[nodiscard]] std::vector<std::string> kinds() const override {
        return {"event", "room", "session", "speaker", "track"};
    }
    [[nodiscard]] std::vector<RecordId> recordsOf(const std::string& kind) const override {
        std::vector<RecordId> ids;
        for (const auto& [id, record] : records_)
            if (record.kind == kind) ids.push_back(id);
        return ids;
    }
    [[nodiscard]] std::optional<IncomingRecord> find(const RecordId& id) const override {
        const auto at = records_.find(id);
        return at != records_.end() ? std::optional(at->second) : std::nullopt;
    }

private:
    void add(const IncomingRecord& record) { records_.emplace(record.id, publicPart(record, zone_)); }
    domain::Zone zone_ = domain::Zone::amsterdam();
    std::map<RecordId, IncomingRecord> records_;
};

std::string stampOf(WallMs at) {
    std::string stamp;
    const domain::Moment moment{std::chrono::seconds(at / 1000), std::chrono::seconds(0), false};
    for (const char c : domain::textOf(moment))
        if (c != '-' && c != ':') stamp.push_back(c);
    return stamp;
}

}  // namespace

Result<PublicProgramme> publicProgramme(const RecordSource& source, const RecordId& event, WallMs now) {
    const auto records = programmeOf(source, event);
    if (!records) return records.error();
    const PublicSource visible(*records);
    const auto frab = writeFrab(visible, event);
    if (!frab) return frab.error();
    auto root = parseNode(*frab);
    if (!root) return root.error();
    CalendarSelection selection{.name = textField(records->event, "title"),
                                .event = event,
                                .items = {},
                                .stamp = stampOf(now),
                                .subscribed = true};
    for (const IncomingRecord& session : records->sessions)
        selection.items.push_back(session.id);
    if (selection.items.empty() || !textField(records->event, "rrule").empty())
        selection.items.push_back(event);
    const auto calendar = writeIcal(visible, selection);
    if (!calendar) return calendar.error();
    Node body = objectNode();
    put(body, "event", nodeOfText(ownId(event).substr(ownIdPrefix.size())));
    if (const Node* schedule = root->member("schedule")) {
        Node shown = *schedule;
        // For our own importer; here it would only tell of our insides.
        std::erase_if(shown.children, [](const Node& member) { return member.key == exactMember; });
        put(body, "schedule", std::move(shown));
    }
    put(body, "calendar", nodeOfText(*calendar));
    PublicProgramme programme{jsonText(body), records->sessions.size()};
    if (programme.body.size() > publicProgrammeBytes)
        return fail(ErrorCode::TooLarge, "this programme is too large to be published (" +
                                             std::to_string(programme.body.size() / 1024) +
                                             " KiB). Shorten the "
                                             "descriptions, or publish its parts as events of their own");
    return programme;
}

}  // namespace veldwijzer::exchange
