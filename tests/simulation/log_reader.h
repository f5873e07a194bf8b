// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "log/log.h"
#include "merge/operation.h"
#include "sealing/sealed.h"

namespace veldwijzer::simulation {

/// What the server's log of one space holds, opened with the region's keys: the test sees what no server can.
struct LoggedSpace {
    std::vector<merge::Change> changes;  ///< in the order of the log
    std::uint64_t head = 0;
    Hash chain;
    std::vector<std::string> problems;  ///< a broken chain, a number used twice, a gap, an unreadable entry
};

/// Every key that a space had or may have had.
using KeyRing = std::multimap<SpaceId, const SealingKey*>;

/// Reads and verifies with code of its own where the program has some (the change's bytes, the order of
/// numbers), so that a mistake there does not hide itself.
[[nodiscard]] LoggedSpace readLog(const server::Log& log, const SpaceId& space, const KeyRing& keys);

/// The changes of one serialized wire::Change, or nothing.
[[nodiscard]] std::optional<merge::Change> readChange(const ActorId& actor, std::uint64_t seq,
                                                      std::string_view bytes);

}  // namespace veldwijzer::simulation
