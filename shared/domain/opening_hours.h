// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/clock.h"
#include "domain/schedule.h"

/// From rules to hours, in Europe/Amsterdam as the system's tz database has it. Pure functions; any thread.
namespace veldwijzer::domain {

/// Milliseconds since 1970, UTC. Half-open: closed again at `to`.
struct OpenSpan {
    WallMs from = 0;
    WallMs to = 0;
    bool operator==(const OpenSpan&) const = default;
};

/// When it is open between the two instants: sorted, apart, exceptions taken out, cut off at the ends. At
/// most `spanDaysAtMost` after `from`.
///
/// A local time that a clock change skips is read with the offset of before it, and one that comes twice as
/// the first, as RFC 5545 (section 3.3.5) says.
[[nodiscard]] std::vector<OpenSpan> openSpans(std::span<const Schedule> schedules, WallMs from, WallMs to);
inline constexpr int spanDaysAtMost = 800;

struct Openness {
    bool open = false;
    /// When that changes; nothing if not within `lookAheadDays`.
    std::optional<WallMs> nextChange{};
    bool operator==(const Openness&) const = default;
};
inline constexpr int lookAheadDays = 14;
/// Nothing without a schedule: nobody said when it is open.
[[nodiscard]] std::optional<Openness> openAt(std::span<const Schedule> schedules, WallMs at);

/// The local date of an instant; and the instant at which a local date begins.
[[nodiscard]] std::chrono::sys_days localDayOf(WallMs at);
/// "2026-11-23 17:05" in Europe/Amsterdam.
[[nodiscard]] std::string localText(WallMs at);
/// "2026-11-23T17:05", also with a space, seconds, or an offset; local when it has none.
[[nodiscard]] std::optional<WallMs> instantFrom(std::string_view text);

}  // namespace veldwijzer::domain
