// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "log/log.h"
#include "roster/roster.h"

namespace veldwijzer::server {

/// Whether a JoinRequest may be looked at: it carries a founding or joining entry or none, its time is about
/// now, and it is signed with an invitation that the server knows. Without an entry, or with the founding
/// one, the invitation must also still admit somebody; a joining entry is judged by the membership log
/// itself, for a repeated one must be answered although its invitation is used up.
[[nodiscard]] Result<void> admitJoin(const wire::JoinRequest& request, const roster::Roster& roster,
                                     const Bootstrap& bootstrap, const Region& region, WallMs now);

}  // namespace veldwijzer::server
