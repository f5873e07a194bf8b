// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "bench/measure.h"

namespace veldwijzer::bench {

/// Writing, editing, exchanging, merging and opening again, on made-up services of twenty fields.
nlohmann::json storeBench(const Sizes& sizes);

}  // namespace veldwijzer::bench
