// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/recurrence.h"
#include "merge/record.h"

/// What is on, when and where. Pure functions over values; instants are UTC milliseconds; any thread.
namespace veldwijzer::domain {

/// A session, or one time of a series.
struct ProgrammeItem {
    RecordId id;
    std::optional<RecordId> event;
    std::string title;
    WallMs start = 0;
    WallMs end = 0;  ///< not before `start`; equal: nobody said how long
    std::optional<RecordId> room;
    std::optional<RecordId> track;
    bool cancelled = false;
    bool wholeDay = false;
    bool operator==(const ProgrammeItem&) const = default;
};
/// By start, end, title and id: the order of every list.
[[nodiscard]] bool comesBefore(const ProgrammeItem& a, const ProgrammeItem& b);

/// The series of a session or an event: its start, rules, and times beside them. Nothing when no start can be
/// read. A rule that this program does not follow is left out (`hasUnknownRule` tells), so the first time
/// remains. Without a time zone of its own it has that of `eventZone`, else the offset of its start, else
/// Dutch time.
[[nodiscard]] std::optional<Recurrence> recurrenceOf(const merge::Record& record,
                                                     const merge::ClampedTime& clamped = {},
                                                     std::string_view eventZone = {});
[[nodiscard]] bool hasUnknownRule(const merge::Record& record, const merge::ClampedTime& clamped = {});
/// `status` says cancelled, however the file spelled it.
[[nodiscard]] bool isCancelled(const merge::Record& record, const merge::ClampedTime& clamped = {});

/// The items of a session or event that touch [from, to). `movedAway` are the instants of a series whose
/// instances have records of their own (`recurrence_id`).
[[nodiscard]] std::vector<ProgrammeItem> itemsOf(const merge::Record& record, WallMs from, WallMs to,
                                                 std::span<const WallMs> movedAway = {},
                                                 const merge::ClampedTime& clamped = {},
                                                 std::string_view eventZone = {});

struct NowAndNext {
    std::vector<ProgrammeItem> now;   ///< by end: what is over soonest first
    std::vector<ProgrammeItem> next;  ///< all that begin together, soonest after `at`
};
/// Cancelled ones are no part of it, nor are whole days of what is next.
[[nodiscard]] NowAndNext nowAndNext(std::span<const ProgrammeItem> items, WallMs at);

struct Overlap {
    RecordId first;
    RecordId second;
    WallMs from = 0;
    WallMs to = 0;
    bool operator==(const Overlap&) const = default;
};
struct Gap {
    RecordId after;
    RecordId before;
    WallMs from = 0;
    WallMs to = 0;
    bool operator==(const Gap&) const = default;
};
struct DayPlan {
    std::vector<Overlap> overlaps;
    std::vector<Gap> gaps;  ///< at least `gapMinutesAtLeast`, between items of one day
};
inline constexpr std::int64_t gapMinutesAtLeast = 15;
/// Of somebody's own day. What is cancelled or lasts whole days does not count.
[[nodiscard]] DayPlan planOf(std::span<const ProgrammeItem> items, const Zone& zone = Zone::amsterdam());
/// Two at once in one room.
[[nodiscard]] std::vector<Overlap> roomClashes(std::span<const ProgrammeItem> items);

}  // namespace veldwijzer::domain
