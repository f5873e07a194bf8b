// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "bench/measure.h"

namespace veldwijzer::bench {

/// The first sync of an empty device, over HTTP on loopback, with what it takes: until the first screen can
/// be drawn, until everything is there, until the search index is too.
///
/// Each round is a process of its own (this program again, see firstSyncChild), so that its memory is its
/// own: the most that lay in memory since the vault was unlocked, as the kernel counts it (VmHWM of
/// /proc/self/status, set back by /proc/self/clear_refs). Deriving the key takes 64 MiB before that.
nlohmann::json firstSyncBench(const Sizes& sizes);

/// `first-sync VAULT PORT` or `plain-first-sync FILE FRAMES`: one line of JSON. Nothing for other words.
std::optional<int> firstSyncChild(const std::vector<std::string>& words);

}  // namespace veldwijzer::bench
