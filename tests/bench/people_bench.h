// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "bench/measure.h"

namespace veldwijzer::bench {

/// The membership log of a large region: verifying 5,000 entries from nothing, reloading them from one's own
/// vault, and new keys for 50 spaces after somebody was removed from among 500. There is no plain
/// counterpart; milliseconds alone.
nlohmann::json peopleBench(const Sizes& sizes);

}  // namespace veldwijzer::bench
