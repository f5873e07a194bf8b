// SPDX-License-Identifier: EUPL-1.2
#include "domain/programme.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "domain/kinds.h"

namespace veldwijzer::domain {
namespace {

using std::chrono::days;
using std::chrono::milliseconds;
using std::chrono::seconds;

std::string textIn(const merge::Record& record, std::string_view field, const merge::ClampedTime& clamped) {
    const merge::Value* value = merge::shownValue(record, field, clamped);
    const auto* text = value != nullptr ? std::get_if<std::string>(value) : nullptr;
    return text != nullptr ? *text : std::string();
}

std::optional<RecordId> referenceIn(const merge::Record& record, std::string_view field,
                                    const merge::ClampedTime& clamped) {
    const merge::Value* value = merge::shownValue(record, field, clamped);
    const auto* id = value != nullptr ? std::get_if<RecordId>(value) : nullptr;
    return id != nullptr ? std::optional(*id) : std::nullopt;
}

std::vector<Moment> momentsIn(const merge::Record& record, std::string_view field) {
    std::vector<Moment> moments;
    for (const merge::Value* element : merge::elementsOf(record, field)) {
        const auto* text = std::get_if<std::string>(element);
        // A period ("start/end") begins a time like any other.
        const auto moment =
            text != nullptr ? momentFrom(std::string_view(*text).substr(0, text->find('/'))) : std::nullopt;
        if (moment && moments.size() < occurrencesAtMost) moments.push_back(*moment);
    }
    return moments;
}

template <typename Each>
void forEachLine(std::string_view text, Each&& each) {
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (!line.empty()) each(line);
    }
}

seconds durationOf(const merge::Record& record, const Moment& start, const Zone& zone,
                   const merge::ClampedTime& clamped) {
    if (const auto duration = durationFrom(textIn(record, "duration", clamped))) return *duration;
    const auto end = momentFrom(textIn(record, "end", clamped));
    if (!end) return seconds(0);
    if (start.wholeDay && end->wholeDay) return std::max(end->reading - start.reading, seconds(days(1)));
    const WallMs ms = end->instantIn(zone) - start.instantIn(zone);
    return std::chrono::duration_cast<seconds>(milliseconds(std::max<WallMs>(ms, 0)));
}

bool overlap(const ProgrammeItem& a, const ProgrammeItem& b) {
    return a.start < b.end && b.start < a.end;
}

/// Those that count, in order.
std::vector<ProgrammeItem> counted(std::span<const ProgrammeItem> items) {
    std::vector<ProgrammeItem> result;
    std::copy_if(items.begin(), items.end(), std::back_inserter(result),
                 [](const ProgrammeItem& item) { return !item.cancelled && !item.wholeDay; });
    std::sort(result.begin(), result.end(), comesBefore);
    return result;
}

/// Every pair that overlaps, of items in order.
std::vector<Overlap> overlapsOf(const std::vector<ProgrammeItem>& items) {
    std::vector<Overlap> found;
    std::vector<const ProgrammeItem*> going;
    for (const ProgrammeItem& item : items) {
        std::erase_if(going, [&](const ProgrammeItem* earlier) { return earlier->end <= item.start; });
        for (const ProgrammeItem* earlier : going)
            if (overlap(*earlier, item))
                found.push_back({earlier->id, item.id, item.start, std::min(earlier->end, item.end)});
        going.push_back(&item);
    }
    return found;
}

}  // namespace

bool comesBefore(const ProgrammeItem& a, const ProgrammeItem& b) {
    return std::tie(a.start, a.end, a.title, a.id) < std::tie(b.start, b.end, b.title, b.id);
}

std::optional<Recurrence> recurrenceOf(const merge::Record& record, const merge::ClampedTime& clamped,
                                       std::string_view eventZone) {
    const auto start = momentFrom(textIn(record, "start", clamped));
    if (!start) return std::nullopt;
    Recurrence series;
    series.start = *start;
    const auto own = Zone::named(textIn(record, "time_zone", clamped));
    const auto events = Zone::named(eventZone);
    series.zone = own             ? *own
                  : events        ? *events
                  : start->offset ? Zone::fixed(*start->offset)
                                  : Zone::amsterdam();
    series.duration = durationOf(record, *start, series.zone, clamped);
    forEachLine(textIn(record, "rrule", clamped), [&](std::string_view line) {
        if (auto rule = recurrenceRuleFrom(line)) series.rules.push_back(std::move(*rule));
    });
    series.more = momentsIn(record, "rdates");
    series.except = momentsIn(record, "exdates");
    return series;
}

bool hasUnknownRule(const merge::Record& record, const merge::ClampedTime& clamped) {
    bool unknown = false;
    forEachLine(textIn(record, "rrule", clamped),
                [&](std::string_view line) { unknown |= !recurrenceRuleFrom(line).has_value(); });
    return unknown;
}

bool isCancelled(const merge::Record& record, const merge::ClampedTime& clamped) {
    std::string status = textIn(record, "status", clamped);
    std::transform(status.begin(), status.end(), status.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return status == "cancelled" || status == "canceled";
}

std::vector<ProgrammeItem> itemsOf(const merge::Record& record, WallMs from, WallMs to,
                                   std::span<const WallMs> movedAway, const merge::ClampedTime& clamped,
                                   std::string_view eventZone) {
    const auto series = recurrenceOf(record, clamped, eventZone);
    if (!series) return {};
    ProgrammeItem item{.id = record.id,
                       .event = referenceIn(record, "event_id", clamped),
                       .title = titleOf(record, clamped),
                       .room = referenceIn(record, "room_id", clamped),
                       .track = referenceIn(record, "track_id", clamped),
                       .cancelled = isCancelled(record, clamped),
                       .wholeDay = series->start.wholeDay};
    std::vector<ProgrammeItem> items;
    for (const Occurrence& occurrence : occurrences(*series, from, to)) {
        if (std::find(movedAway.begin(), movedAway.end(), occurrence.from) != movedAway.end()) continue;
        item.start = occurrence.from;
        item.end = occurrence.to;
        items.push_back(item);
    }
    return items;
}

NowAndNext nowAndNext(std::span<const ProgrammeItem> items, WallMs at) {
    NowAndNext result;
    std::optional<WallMs> soonest;
    for (const ProgrammeItem& item : items) {
        if (item.cancelled) continue;
        if (item.start <= at && at < item.end) result.now.push_back(item);
        if (item.start > at && !item.wholeDay && (!soonest || item.start < *soonest)) soonest = item.start;
    }
    for (const ProgrammeItem& item : items)
        if (soonest && item.start == *soonest && !item.cancelled && !item.wholeDay)
            result.next.push_back(item);
    std::sort(result.now.begin(), result.now.end(), [](const ProgrammeItem& a, const ProgrammeItem& b) {
        return a.end != b.end ? a.end < b.end : comesBefore(a, b);
    });
    std::sort(result.next.begin(), result.next.end(), comesBefore);
    return result;
}

DayPlan planOf(std::span<const ProgrammeItem> items, const Zone& zone) {
    const std::vector<ProgrammeItem> mine = counted(items);
    DayPlan plan{overlapsOf(mine), {}};
    const auto dayOf = [&](WallMs at) { return std::chrono::floor<days>(zone.readingAt(at)); };
    const ProgrammeItem* last = nullptr;
    for (const ProgrammeItem& item : mine) {
        const bool gap = last != nullptr && dayOf(last->end) == dayOf(item.start) &&
                         item.start - last->end >= gapMinutesAtLeast * 60'000;
        if (gap) plan.gaps.push_back({last->id, item.id, last->end, item.start});
        if (last == nullptr || item.end > last->end) last = &item;
    }
    return plan;
}

std::vector<Overlap> roomClashes(std::span<const ProgrammeItem> items) {
    std::map<RecordId, std::vector<ProgrammeItem>> rooms;
    for (const ProgrammeItem& item : counted(items))
        if (item.room) rooms[*item.room].push_back(item);
    std::vector<Overlap> clashes;
    for (const auto& [room, inRoom] : rooms)
        for (const Overlap& clash : overlapsOf(inRoom))
            clashes.push_back(clash);
    return clashes;
}

}  // namespace veldwijzer::domain
