// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/care.h"
#include "domain/opening_hours.h"

/// What a person must know of an entry beside what stands in it: values, made for one moment.
namespace veldwijzer::session {

struct ReviewWarning {
    RecordId agreement;
    std::string title;
    std::string reviewBy;
    domain::Review review = domain::Review::Later;  ///< Soon or Due
};

/// A service at one moment.
struct ServiceNow {
    /// Of its own schedules, else of those of where it is given. Nothing: nobody said when it is open.
    std::optional<domain::Openness> open;
    std::optional<std::chrono::sys_days> assured;
    bool stale = true;
    std::optional<domain::Referrals> referrals;
    std::vector<ReviewWarning> reviews;  ///< of its agreements and its organisation's
    std::size_t locationsNotHere =
        0;  ///< referred to, but not on this device: confidential, or not fetched yet
};

struct OpenService {
    RecordId id;
    std::string title;
    std::optional<WallMs> until;  ///< nothing: not within domain::lookAheadDays
};
struct OpenServices {
    std::uint64_t services = 0;     ///< all there are
    std::uint64_t unknown = 0;      ///< without a schedule that can be read
    std::vector<OpenService> open;  ///< by title
};

struct StaleEntry {
    RecordId id;
    std::string title;
    std::optional<std::chrono::sys_days> assured;  ///< nothing: nobody ever said so
    std::optional<std::int64_t> days{};            ///< since then
};
struct StaleEntries {
    unsigned afterMonths = 0;
    std::uint64_t services = 0;
    std::vector<StaleEntry> stale;  ///< never assured first, then the oldest, then by title
};

}  // namespace veldwijzer::session
