// SPDX-License-Identifier: EUPL-1.2
#include "search/hours.h"

#include <algorithm>

#include "search/packing.h"

namespace veldwijzer::search {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using std::chrono::sys_days;

void putDay(Bytes& bytes, const std::optional<sys_days>& day) {
    putNumber(bytes, day ? 1 : 0);
    if (day) putSigned(bytes, day->time_since_epoch().count());
}

std::optional<sys_days> takeDay(Unpacking& from) {
    if (from.number() == 0) return std::nullopt;
    return sys_days(days(from.signedNumber()));
}

std::chrono::weekday takeWeekday(Unpacking& from) {
    return std::chrono::weekday(static_cast<unsigned>(from.number() % 7));
}

void putSchedule(Bytes& bytes, const domain::Schedule& schedule) {
    for (const auto& day : {schedule.validFrom, schedule.validTo, schedule.start, schedule.until})
        putDay(bytes, day);
    putNumber(bytes, static_cast<std::uint64_t>(schedule.frequency));
    putNumber(bytes, schedule.interval);
    putNumber(bytes, schedule.count ? std::uint64_t{*schedule.count} + 1 : 0);
    putNumber(bytes, schedule.weekStart.c_encoding());
    putNumber(bytes, schedule.byDay.size());
    for (const domain::ByDay& each : schedule.byDay) {
        putSigned(bytes, each.which);
        putNumber(bytes, each.day.c_encoding());
    }
    putNumber(bytes, schedule.byMonthDay.size());
    for (const int day : schedule.byMonthDay)
        putSigned(bytes, day);
    putSigned(bytes, schedule.opens.count());
    putSigned(bytes, schedule.closes.count());
    putNumber(bytes,
              (schedule.closed ? 1U : 0U) | (schedule.wholeDay ? 2U : 0U) | (schedule.offset ? 4U : 0U));
    if (schedule.offset) putSigned(bytes, schedule.offset->count());
}

domain::Schedule takeSchedule(Unpacking& from) {
    domain::Schedule schedule;
    schedule.validFrom = takeDay(from);
    schedule.validTo = takeDay(from);
    schedule.start = takeDay(from);
    schedule.until = takeDay(from);
    schedule.frequency = static_cast<domain::Frequency>(from.number() % 5);
    schedule.interval = std::max(1U, static_cast<unsigned>(from.number()));
    if (const std::uint64_t count = from.number(); count > 0)
        schedule.count = static_cast<unsigned>(count - 1);
    schedule.weekStart = takeWeekday(from);
    schedule.byDay.resize(from.count());
    for (domain::ByDay& each : schedule.byDay) {
        each.which = static_cast<int>(from.signedNumber());
        each.day = takeWeekday(from);
    }
    schedule.byMonthDay.resize(from.count());
    for (int& day : schedule.byMonthDay)
        day = static_cast<int>(from.signedNumber());
    schedule.opens = seconds(from.signedNumber());
    schedule.closes = seconds(from.signedNumber());
    const std::uint64_t flags = from.number();
    schedule.closed = (flags & 1U) != 0;
    schedule.wholeDay = (flags & 2U) != 0;
    if ((flags & 4U) != 0) schedule.offset = seconds(from.signedNumber());
    return schedule;
}

Bytes pack(const std::vector<domain::Schedule>& schedules) {
    Bytes bytes;
    for (const domain::Schedule& schedule : schedules)
        putSchedule(bytes, schedule);
    return bytes;
}

}  // namespace

std::uint32_t Hours::numberOf(const std::vector<domain::Schedule>& schedules) {
    if (schedules.empty()) return 0;
    const auto [at, isNew] = numbers_.try_emplace(pack(schedules), size());
    if (isNew) sets_.push_back({schedules, 0, 0, {}});
    return at->second;
}

bool Hours::addStored(ByteView packed) {
    std::vector<domain::Schedule> schedules;
    for (Unpacking from(packed); !from.atEnd();) {
        schedules.push_back(takeSchedule(from));
        if (!from.ok()) return false;
    }
    numbers_.try_emplace(Bytes(packed.begin(), packed.end()), size());
    sets_.push_back({std::move(schedules), 0, 0, {}});
    allStored();
    return true;
}

Bytes Hours::packed(std::uint32_t number) const {
    return pack(sets_[number].schedules);
}

std::optional<domain::Openness> Hours::openness(std::uint32_t number, WallMs at) {
    Set& set = sets_[number];
    if (number == 0 || (set.from <= at && at < set.to)) return set.openness;
    set.openness = domain::openAt(set.schedules, at);
    set.from = at;
    // Without a change in sight: until the next minute brings one into sight.
    constexpr WallMs minute = 60'000;
    set.to = set.openness && set.openness->nextChange ? *set.openness->nextChange : at + minute;
    return set.openness;
}

}  // namespace veldwijzer::search
