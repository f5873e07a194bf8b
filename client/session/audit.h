// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/clock.h"
#include "session/session.h"

namespace veldwijzer::session {

/// One entry of the membership log, as a person reads it. What stands there is signed by its author and
/// cannot be taken out again.
struct AuditEntry {
    std::uint64_t position = 0;  ///< in the log, from 1
    WallMs atMs = 0;             ///< by its author's clock
    std::string by;              ///< "you", a name, or a short id
    /// "founded", "invited", "invitation-withdrawn", "joined", "device-joined", "recovered", "recovery-code",
    /// "team-made", "team-joined", "team-left", "role", "member-removed", "device-removed", "device-emptied",
    /// "new-key".
    std::string deed;
    std::string about;   ///< whom or what: a name, a team, a space
    std::string detail;  ///< a role, the number of changes that a device had not sent
};

/// The newest `limit` entries, newest first.
[[nodiscard]] std::vector<AuditEntry> auditOf(Session& session, std::size_t limit);

}  // namespace veldwijzer::session
