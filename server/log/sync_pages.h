// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "log/log.h"
#include "roster/roster.h"

namespace veldwijzer::server {

/// The entries of the membership log after `position`, as many as fit in one answer.
struct RosterPage {
    std::uint64_t from = 0;
    std::vector<wire::RosterEntry> entries;
    std::uint64_t head = 0;
    [[nodiscard]] bool complete() const { return from + entries.size() >= head; }
};
[[nodiscard]] RosterPage rosterPage(const Log& log, std::uint64_t position);
/// The same of a log that ends at `end`: what a removed device is shown, its own removal last.
[[nodiscard]] RosterPage rosterPageUpTo(const Log& log, std::uint64_t position, std::uint64_t end);

/// One page for each cursor of the request, see SyncService. `withEntries` false: heads only.
void fillPages(const Log& log, const wire::SyncRequest& request, const DeviceId& reader,
               const roster::Roster& roster, bool withEntries, wire::SyncResponse& response);

}  // namespace veldwijzer::server
