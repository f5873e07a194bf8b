// SPDX-License-Identifier: EUPL-1.2
#include "exchange/ical_session.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

#include "exchange/frab_members.h"
#include "exchange/incoming.h"
#include "exchange/plain_text.h"
#include "exchange/programme_file.h"

namespace veldwijzer::exchange {
namespace {

using domain::Moment;
using domain::Zone;

struct TextProperty {
    std::string_view property;
    std::string_view field;
};
constexpr std::array<TextProperty, 6> texts{{{"SUMMARY", "title"},
                                             {"DESCRIPTION", "description"},
                                             {"LOCATION", "location"},
                                             {"URL", "url"},
                                             {"UID", "uid"},
                                             {"DTSTAMP", "dtstamp"}}};
constexpr std::array<TextProperty, 3> times{
    {{"DTSTART", "start"}, {"DTEND", "end"}, {"RECURRENCE-ID", "recurrence_id"}}};
constexpr std::array<TextProperty, 2> lists{{{"RDATE", "rdates"}, {"EXDATE", "exdates"}}};

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

/// "20261126", "20261126T133000", "20261126T123000Z".
std::optional<Moment> basicMoment(std::string_view text) {
    if (text.size() != 8 && text.size() != 15 && text.size() != 16) return std::nullopt;
    std::string iso(text.substr(0, 4));
    iso.append("-").append(text.substr(4, 2)).append("-").append(text.substr(6, 2));
    if (text.size() > 8) {
        if (text[8] != 'T' || (text.size() == 16 && text[15] != 'Z')) return std::nullopt;
        iso.append("T").append(text.substr(9, 2)).append(":").append(text.substr(11, 2));
        iso.append(":").append(text.substr(13));
    }
    return domain::momentFrom(iso);
}

std::string basicText(const Moment& moment) {
    std::string text;
    const std::string iso = domain::textOf(Moment{moment.reading, std::nullopt, moment.wholeDay});
    std::copy_if(iso.begin(), iso.end(), std::back_inserter(text),
                 [](char c) { return c != '-' && c != ':'; });
    return text;
}

/// As a field says it: with the offset of the line's zone, where that is known here.
std::optional<std::string> momentField(std::string_view value, std::string_view zoneName) {
    auto moment = basicMoment(value);
    if (!moment) return std::nullopt;
    const auto zone = zoneName.empty() ? std::nullopt : Zone::named(zoneName);
    if (zone && !moment->wholeDay && !moment->offset) {
        const WallMs at = zone->instantOf(moment->reading);
        moment->offset = zone->offsetAt(at);
        // A time that the clock skips has no other text; its own line is kept.
        moment->reading = zone->readingAt(at);
    }
    return domain::textOf(*moment);
}

/// ";TZID=Europe/Amsterdam:20261126T133000" for a field, as this writer writes it.
std::string momentValue(const std::string& field, const std::string& zoneName, const Zone& fallback) {
    const auto moment = domain::momentFrom(field);
    if (!moment) return {};
    if (moment->wholeDay) return ";VALUE=DATE:" + basicText(*moment);
    if (!moment->offset) return ":" + basicText(*moment);
    const auto own = Zone::named(zoneName);
    if (!own && moment->offset->count() == 0) return ":" + basicText(*moment) + "Z";
    const Zone& zone = own ? *own : fallback;
    const Moment local{zone.readingAt(moment->instantIn(zone)), std::nullopt, false};
    return ";TZID=" + zone.name() + ":" + basicText(local);
}

std::vector<std::string> linesOfText(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        if (!line.empty()) lines.emplace_back(line);
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return lines;
}

/// What one property's lines become in the record, and what the record's fields become as lines. Natural
/// lines are those that need not be kept.
std::vector<std::string> naturalLines(const IncomingRecord& record, std::string_view property,
                                      const Zone& fallback) {
    std::vector<std::string> lines;
    const std::string zone = textField(record, "time_zone");
    for (const TextProperty& each : texts)
        if (each.property == property)
            if (const std::string text = textField(record, each.field); !text.empty())
                lines.push_back(std::string(property) + ":" + escapedText(text));
    for (const TextProperty& each : times)
        if (each.property == property)
            if (const std::string value = momentValue(textField(record, each.field), zone, fallback);
                !value.empty())
                lines.push_back(std::string(property) + value);
    for (const TextProperty& each : lists)
        if (each.property == property)
            for (const auto& [name, elements] : record.sets)
                if (name == each.field)
                    for (const merge::Value& element : elements)
                        if (const auto* text = std::get_if<std::string>(&element))
                            if (const std::string value = momentValue(*text, zone, fallback); !value.empty())
                                lines.push_back(std::string(property) + value);
    if (property == "RRULE")
        for (const std::string& rule : linesOfText(textField(record, "rrule")))
            lines.push_back("RRULE:" + rule);
    if (property == "STATUS")
        if (const std::string status = textField(record, "status"); !status.empty())
            lines.push_back("STATUS:" + upper(status));
    if (property == "DURATION")
        if (const auto duration = domain::durationFrom(textField(record, "duration"))) {
            const std::string text = textField(record, "duration");
            lines.push_back("DURATION:" + (text.starts_with('P')
                                               ? text
                                               : "PT" + std::to_string(duration->count() / 60) + "M"));
        }
    if (property == "SEQUENCE")
        if (const merge::Value* value = findRegister(record, "sequence"))
            if (const auto* number = std::get_if<std::int64_t>(value))
                lines.push_back("SEQUENCE:" + std::to_string(*number));
    return lines;
}

constexpr std::array<std::string_view, 15> mapped{
    "UID",           "DTSTAMP", "DTSTART",  "DTEND",  "DURATION", "RRULE",    "RDATE",      "EXDATE",
    "RECURRENCE-ID", "SUMMARY", "LOCATION", "STATUS", "URL",      "SEQUENCE", "DESCRIPTION"};

bool isMapped(std::string_view property) {
    return std::find(mapped.begin(), mapped.end(), property) != mapped.end();
}

void takeText(const IcalLine& line, std::string_view field, IncomingRecord& session) {
    std::string text = unescapedText(line.value);
    if (field == "title" || field == "description" || field == "location")
        text = plainText(text, Markup::Html).text;  // the line itself is kept where that changed it
    if (!text.empty() && text.size() < limits::valueBytes) putRegister(session, field, std::move(text));
}

void takeList(const IcalLine& line, std::string_view field, IncomingRecord& session) {
    std::string_view rest = line.value;
    while (!rest.empty()) {
        const std::string_view item = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(item.size() + 1, rest.size()));
        const auto moment = momentField(item.substr(0, item.find('/')), line.parameter("TZID"));
        if (moment) addElement(session, field, *moment);
    }
}

void takeTime(const IcalLine& line, std::string_view field, IncomingRecord& session) {
    const std::string_view zone = line.parameter("TZID");
    const auto moment = momentField(line.value, zone);
    if (!moment) return;
    putRegister(session, field, *moment);
    if (field == "start" && !zone.empty()) putRegister(session, "time_zone", std::string(zone));
}

/// One property into its field; the second of a name that has room for one says nothing more.
void take(const IcalLine& line, IncomingRecord& session) {
    for (const TextProperty& each : texts)
        if (each.property == line.name && findRegister(session, each.field) == nullptr)
            takeText(line, each.field, session);
    for (const TextProperty& each : times)
        if (each.property == line.name && findRegister(session, each.field) == nullptr)
            takeTime(line, each.field, session);
    for (const TextProperty& each : lists)
        if (each.property == line.name) takeList(line, each.field, session);
    if (line.name == "STATUS" && !line.value.empty() && findRegister(session, "status") == nullptr)
        putRegister(session, "status", lower(line.value));
    if (line.name == "DURATION" && domain::durationFrom(line.value) &&
        findRegister(session, "duration") == nullptr)
        putRegister(session, "duration", line.value);
    if (line.name == "SEQUENCE" && findRegister(session, "sequence") == nullptr) {
        std::int64_t number = 0;
        const char* end = line.value.data() + line.value.size();
        if (std::from_chars(line.value.data(), end, number).ptr == end && !line.value.empty())
            putRegister(session, "sequence", number);
    }
    if (line.name == "RRULE") {
        for (auto& [name, value] : session.registers)
            if (name == "rrule") {
                std::get<std::string>(value) += "\n" + line.value;
                return;
            }
        putRegister(session, "rrule", line.value);
    }
}

/// Lines of our own making that no file brought.
bool isMade(const IcalLine& line) {
    return !line.parameter(madeParameter).empty() || line.name == ownIdProperty;
}

/// The lines outside alarms and other components, by property.
std::map<std::string, std::vector<IcalLine>> mappedLines(const std::vector<IcalLine>& lines) {
    std::map<std::string, std::vector<IcalLine>> byName;
    int depth = 0;
    for (const IcalLine& line : lines) {
        if (line.name == "BEGIN") ++depth;
        if (depth == 0 && isMapped(line.name) && !isMade(line)) byName[line.name].push_back(line);
        if (line.name == "END" && depth > 0) --depth;
    }
    return byName;
}

}  // namespace

bool keepLines(const std::vector<std::string>& lines, IncomingRecord& record) {
    if (lines.empty()) return true;
    Node list = listNode();
    for (const std::string& line : lines)
        list.children.push_back(nodeOfText(line));
    merge::Json json{canonicalText(list)};
    if (json.text.size() > limits::valueBytes - 64) return false;
    putRegister(record, linesField, std::move(json));
    return true;
}

std::vector<std::string> keptLines(const IncomingRecord& record) {
    std::vector<std::string> lines;
    const merge::Value* value = findRegister(record, linesField);
    const auto* json = value != nullptr ? std::get_if<merge::Json>(value) : nullptr;
    if (json == nullptr) return lines;
    const auto node = parseNode(json->text);
    if (!node) return lines;
    for (const Node& line : node->children)
        if (line.isText() && line.text.find_first_of("\r\n") == std::string::npos) lines.push_back(line.text);
    return lines;
}

bool takeSession(const std::vector<IcalLine>& lines, IncomingRecord& session) {
    const auto byName = mappedLines(lines);
    for (const auto& [name, ofName] : byName)
        for (const IcalLine& line : ofName)
            take(line, session);
    finish(session);
    std::set<std::string> needed;
    for (const auto& [name, ofName] : byName) {
        std::vector<std::string> raw;
        for (const IcalLine& line : ofName)
            raw.push_back(line.raw);
        if (raw != naturalLines(session, name, Zone::amsterdam())) needed.insert(name);
    }
    std::vector<std::string> kept;
    int depth = 0;
    for (const IcalLine& line : lines) {
        if (line.name == "BEGIN") ++depth;
        const bool natural =
            depth == 0 && (isMade(line) || (isMapped(line.name) && !needed.contains(line.name)));
        if (!natural) kept.push_back(line.raw);
        if (line.name == "END" && depth > 0) --depth;
    }
    const bool all = keepLines(kept, session);
    finish(session);
    return all;
}

std::vector<std::string> linesOfSession(const IncomingRecord& session, const std::string& uid,
                                        const std::string& stamp, const Zone& zone) {
    std::vector<IcalLine> kept;
    for (const std::string& line : keptLines(session))
        kept.push_back(icalLineFrom(line));
    const auto keptByName = mappedLines(kept);
    // What the kept lines say by themselves: where that is what the fields say, they come out as they came
    // in.
    IncomingRecord said{.id = {}, .kind = "session", .registers = {}, .sets = {}};
    for (const auto& [name, ofName] : keptByName)
        for (const IcalLine& line : ofName)
            take(line, said);
    finish(said);
    if (textField(said, "time_zone").empty() && findRegister(session, "time_zone") != nullptr)
        putRegister(said, "time_zone", textField(session, "time_zone"));
    std::vector<std::string> lines{"BEGIN:VEVENT"};
    std::set<std::string> rewritten;
    for (const std::string_view property : mapped) {
        const std::vector<std::string> natural = naturalLines(session, property, zone);
        const bool stands =
            keptByName.contains(std::string(property)) && naturalLines(said, property, zone) == natural;
        if (stands) continue;
        rewritten.insert(std::string(property));
        // RFC 5545: DTEND or DURATION, not both.
        if (property == "DURATION" && findRegister(session, "end") != nullptr && !natural.empty() &&
            !keptByName.contains("DURATION"))
            continue;
        for (const std::string& line : natural)
            lines.push_back(line);
    }
    if (findRegister(session, "uid") == nullptr)
        lines.push_back("UID;" + std::string(madeParameter) + "=1:" + uid);
    if (findRegister(session, "dtstamp") == nullptr)
        lines.push_back("DTSTAMP;" + std::string(madeParameter) + "=1:" + stamp);
    int depth = 0;
    for (const IcalLine& line : kept) {
        if (line.name == "BEGIN") ++depth;
        if (depth > 0 || !rewritten.contains(line.name)) lines.push_back(line.raw);
        if (line.name == "END" && depth > 0) --depth;
    }
    lines.emplace_back("END:VEVENT");
    return lines;
}

}  // namespace veldwijzer::exchange
