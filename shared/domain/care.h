// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "merge/record.h"

/// Whether an entry can be trusted and used today. Pure functions over records; days are local dates.
namespace veldwijzer::domain {

/// "2026-11-23", also with a time behind it; nothing for what is no date.
[[nodiscard]] std::optional<std::chrono::sys_days> dayFrom(std::string_view text);
[[nodiscard]] std::string dayText(std::chrono::sys_days day);

// ---- assurance: a person looked and found it right (HSDS's assured_date)
inline constexpr unsigned staleAfterMonthsUsually = 6;
/// The day on which somebody last found the entry right; nothing when nobody ever did.
[[nodiscard]] std::optional<std::chrono::sys_days> assuredOn(const merge::Record& record,
                                                             const merge::ClampedTime& clamped = {});
/// Never looked at, or longer ago than so many months. A day that the month lacks counts as its last.
[[nodiscard]] bool isStale(const std::optional<std::chrono::sys_days>& assured, std::chrono::sys_days today,
                           unsigned afterMonths);

// ---- capacity
struct Referrals {
    bool taken = false;   ///< it says that there is room
    std::string updated;  ///< as it stands there; may be empty
    std::string words;
};
/// From a service's capacities (HSDS 3.1) the one that was updated last. Nothing if none says how much is
/// available: then nobody knows, and that is not "no".
[[nodiscard]] std::optional<Referrals> referralsFrom(std::span<const merge::Record> capacities);

// ---- agreements
enum class Review {
    Unplanned,  ///< no date
    Later,
    Soon,  ///< within `reviewSoonDays`
    Due,   ///< the day has passed
};
inline constexpr int reviewSoonDays = 60;
[[nodiscard]] Review reviewOf(const merge::Record& agreement, std::chrono::sys_days today,
                              const merge::ClampedTime& clamped = {});

// ---- indicators
inline constexpr double smallestCount = 10;
/// Numbers about fewer than ten people may be traced to somebody, whoever made them: an indicator's `count`,
/// and its `value` with that count or when it counts people itself (`measure` "aantal"). Zero too: with the
/// total it tells about the others.
[[nodiscard]] bool isTooSmallToShow(const merge::Record& indicator, std::string_view field,
                                    const merge::Value& value, const merge::ClampedTime& clamped = {});
/// What stands in its place, for people and programs alike.
inline constexpr std::string_view tooSmall = "<10";

}  // namespace veldwijzer::domain
