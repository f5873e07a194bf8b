// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cstdlib>
#include <set>

#include "domain/programme.h"
#include "exchange/ical_session.h"
#include "exchange/incoming.h"
#include "exchange/programme_file.h"

namespace veldwijzer::exchange {
namespace {

using domain::Zone;

constexpr WallMs dayMs = 86'400'000;
/// A series without an end is described for so long; programs know the zone by its name anyhow.
constexpr int zoneYears = 12;

std::string offsetText(std::chrono::seconds offset) {
    const long minutesEast = std::labs(offset.count()) / 60;
    char text[48];
    std::snprintf(text, sizeof text, "%c%02ld%02ld", offset.count() < 0 ? '-' : '+', minutesEast / 60,
                  minutesEast % 60);
    return text;
}

std::string basic(domain::ClockSeconds reading) {
    std::string text;
    for (const char c : domain::textOf(domain::Moment{reading, std::nullopt, false}))
        if (c != '-' && c != ':') text.push_back(c);
    return text;
}

/// When the offset becomes another one, between two instants that differ.
WallMs changeBetween(const Zone& zone, WallMs before, WallMs after) {
    while (after - before > 1000) {
        const WallMs middle = before + (after - before) / 2000 * 1000;
        (zone.offsetAt(middle) == zone.offsetAt(before) ? before : after) = middle;
        if (after - before <= 1000) break;
    }
    return after;
}

/// RFC 5545 allows an observance for each single change; so no rule has to be guessed from a table.
void appendZone(std::string& out, const Zone& zone, WallMs from, WallMs to) {
    const auto observance = [&](WallMs at, std::chrono::seconds before) {
        const std::chrono::seconds offset = zone.offsetAt(at);
        const std::string kind = offset > before ? "DAYLIGHT" : "STANDARD";
        for (const std::string& line :
             {"BEGIN:" + kind, "DTSTART:" + basic(std::chrono::seconds(at / 1000) + before),
              "TZOFFSETFROM:" + offsetText(before), "TZOFFSETTO:" + offsetText(offset), "END:" + kind})
            appendFolded(out, line);
    };
    appendFolded(out, "BEGIN:VTIMEZONE");
    appendFolded(out, "TZID:" + zone.name());
    appendFolded(out, std::string(madeParameter) + ":1");
    from = from / dayMs * dayMs;
    observance(from, zone.offsetAt(from));
    for (WallMs day = from; day < to; day += 7 * dayMs)
        if (zone.offsetAt(day) != zone.offsetAt(day + 7 * dayMs))
            observance(changeBetween(zone, day, day + 7 * dayMs), zone.offsetAt(day));
    appendFolded(out, "END:VTIMEZONE");
}

class IcalWriting {
public:
    IcalWriting(const RecordSource& source, const CalendarSelection& selection)
        : source_(source), selection_(selection) {}

    Result<std::string> write() {
        if (selection_.event) {
            auto found = source_.find(*selection_.event);
            if (!found) return fail(ErrorCode::NotFound, "there is no event with this id on this device");
            event_ = std::move(*found);
            kept_ = keptLines(*event_);
            if (const auto zone = Zone::named(textField(*event_, "time_zone"))) zone_ = *zone;
        }
        std::string body;
        for (const RecordId& id : selection_.items)
            if (const auto item = source_.find(id)) append(body, *item);
        std::string out;
        head(out);
        for (const std::string& name : zones_)
            if (const auto zone = Zone::named(name)) appendZone(out, *zone, first_ - 370 * dayMs, last_);
        return out + body + "END:VCALENDAR\r\n";
    }

private:
    void head(std::string& out) const {
        appendFolded(out, "BEGIN:VCALENDAR");
        appendFolded(out, "VERSION:2.0");
        const auto hasKept = [&](std::string_view property) {
            return std::any_of(kept_.begin(), kept_.end(),
                               [&](const std::string& line) { return icalLineFrom(line).name == property; });
        };
        if (!hasKept("PRODID")) appendFolded(out, "PRODID:-//Veldwijzer//EN");
        const std::string name = escapedText(selection_.name);
        if (!hasKept("NAME")) appendFolded(out, "NAME:" + name);
        if (!hasKept("X-WR-CALNAME")) appendFolded(out, "X-WR-CALNAME:" + name);
        if (selection_.subscribed) {
            const std::string made = ";" + std::string(madeParameter) + "=1";
            appendFolded(out, "REFRESH-INTERVAL;VALUE=DURATION" + made + ":PT15M");
            appendFolded(out, "X-PUBLISHED-TTL" + made + ":PT15M");
        }
        if (event_ && event_->id != programmeId("ical", "event", selection_.name))
            appendFolded(out, std::string(ownIdProperty) + ":" + ownId(event_->id));
        for (const std::string& line : kept_)
            appendFolded(out, line);
    }

    void append(std::string& body, const IncomingRecord& item) {
        const std::string uid = ownId(item.id).substr(ownIdPrefix.size()) + "@veldwijzer";
        Zone zone = zone_;
        if (const auto owner = referenceField(item, "event_id"); owner && !event_)
            if (const auto event = source_.find(*owner))
                if (const auto its = Zone::named(textField(*event, "time_zone"))) zone = *its;
        IncomingRecord written = item;
        addPlace(written);
        std::vector<std::string> lines = linesOfSession(written, uid, selection_.stamp, zone);
        if (textField(item, "uid").empty() || !cameFromHere(item))
            lines.insert(lines.end() - 1, std::string(ownIdProperty) + ":" + ownId(item.id));
        for (const std::string& line : lines) {
            appendFolded(body, line);
            noteZone(line);
        }
        noteTime(item, zone);
    }

    /// A room is a record of its own; in a calendar it is a place. Left to what came in with a place.
    void addPlace(IncomingRecord& item) const {
        if (!textField(item, "location").empty()) return;
        std::string place;
        if (const auto room = referenceField(item, "room_id"))
            if (const auto found = source_.find(*room)) place = textField(*found, "name");
        const auto owner = referenceField(item, "event_id");
        const auto event = owner ? source_.find(*owner) : std::nullopt;
        if (const std::string venue = event ? textField(*event, "venue") : std::string(); !venue.empty())
            place += (place.empty() ? "" : ", ") + venue;
        if (!place.empty()) putRegister(item, "location", place);
        if (textField(item, "description").empty())
            if (const std::string abstract = textField(item, "abstract"); !abstract.empty())
                putRegister(item, "description", abstract);
    }

    bool cameFromHere(const IncomingRecord& item) const {
        return event_ && programmeId("ical", "session",
                                     std::string(textOf(event_->id.view())) + textField(item, "uid") + "\n" +
                                         textField(item, "recurrence_id")) == item.id;
    }

    void noteZone(const std::string& line) {
        const IcalLine parsed = icalLineFrom(line);
        const std::string name(parsed.parameter("TZID"));
        if (name.empty()) return;
        const bool described = std::find(kept_.begin(), kept_.end(), "TZID:" + name) != kept_.end();
        if (!described) zones_.insert(name);
    }

    void noteTime(const IncomingRecord& item, const Zone& zone) {
        const auto start = domain::momentFrom(textField(item, "start"));
        if (!start) return;
        const WallMs at = start->instantIn(zone);
        const bool again = findRegister(item, "rrule") != nullptr;
        first_ = last_ == 0 ? at : std::min(first_, at);
        last_ = std::max(last_, at + (again ? zoneYears * 366 : 400) * dayMs);
    }

    const RecordSource& source_;
    const CalendarSelection& selection_;
    std::optional<IncomingRecord> event_;
    std::vector<std::string> kept_;
    Zone zone_ = Zone::amsterdam();
    std::set<std::string> zones_;
    WallMs first_ = 0;
    WallMs last_ = 0;
};

}  // namespace

Result<std::string> writeIcal(const RecordSource& source, const CalendarSelection& selection) {
    return IcalWriting(source, selection).write();
}

}  // namespace veldwijzer::exchange
