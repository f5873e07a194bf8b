// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

/// Clocks of places, from the system's tz database: a change of law needs no new program.
namespace veldwijzer::domain {

/// What a clock on the wall says, in seconds since 1970-01-01T00:00:00 of that clock.
using ClockSeconds = std::chrono::seconds;

/// A time zone by its IANA name. A value; any thread.
class Zone {
public:
    /// "Europe/Amsterdam", "UTC"; nothing for what the system's database does not know.
    [[nodiscard]] static std::optional<Zone> named(std::string_view name);
    [[nodiscard]] static const Zone& amsterdam();
    /// A clock that never changes.
    [[nodiscard]] static Zone fixed(std::chrono::seconds offset);

    /// A reading that a clock change skips is taken with the offset of before it, and one that comes twice as
    /// the first, as RFC 5545 (section 3.3.5) says.
    [[nodiscard]] WallMs instantOf(ClockSeconds reading) const;
    [[nodiscard]] ClockSeconds readingAt(WallMs at) const;
    [[nodiscard]] std::chrono::seconds offsetAt(WallMs at) const;
    [[nodiscard]] const std::string& name() const { return name_; }  ///< empty for a fixed one

private:
    Zone(const void* zone, std::chrono::seconds offset, std::string name)
        : zone_(zone), offset_(offset), name_(std::move(name)) {}

    const void* zone_ = nullptr;  ///< date::time_zone, which lives as long as the program; null: fixed
    std::chrono::seconds offset_{0};
    std::string name_;
};

/// A date, or a date and a time, as ISO 8601 writes it: `isDateTime` of moments.h.
struct Moment {
    ClockSeconds reading{0};
    std::optional<std::chrono::seconds> offset;  ///< nothing: of whoever's clock it is
    bool wholeDay = false;                       ///< a date alone

    [[nodiscard]] WallMs instantIn(const Zone& zone) const;
    bool operator==(const Moment&) const = default;
};
[[nodiscard]] std::optional<Moment> momentFrom(std::string_view text);
/// "2026-11-25T13:30:00+01:00", "…Z" for an offset of nothing; without an offset, or a date alone, as it is.
[[nodiscard]] std::string textOf(const Moment& moment);
/// An instant with the offset that the zone has then.
[[nodiscard]] std::string textOf(WallMs at, const Zone& zone);

/// "00:45", "26:00:00" (frab), "PT45M", "P1DT2H", "P2W" (iCalendar); not negative, not more than a year.
[[nodiscard]] std::optional<std::chrono::seconds> durationFrom(std::string_view text);
/// "00:45", with seconds only where there are any.
[[nodiscard]] std::string durationText(std::chrono::seconds duration);

}  // namespace veldwijzer::domain
