// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "base/clock.h"
#include "exchange/record_content.h"

namespace veldwijzer::exchange {

/// What leaves the device when an event is published; PUBLIC_PROGRAMME.md lists it.
struct PublicProgramme {
    std::string body;  ///< JSON: {"event", "schedule", "calendar"}
    std::size_t sessions = 0;
};
/// NotFound; TooLarge past `publicProgrammeBytes`.
Result<PublicProgramme> publicProgramme(const RecordSource& source, const RecordId& event, WallMs now);
inline constexpr std::size_t publicProgrammeBytes = 1900 * 1024;

}  // namespace veldwijzer::exchange
