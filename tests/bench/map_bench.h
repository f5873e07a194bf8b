// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "bench/measure.h"

namespace veldwijzer::bench {

/// A real map from a file of HSDS: importing, indexing, searching as one types, and the lists that look at
/// every service.
nlohmann::json mapBench(const Sizes& sizes);

}  // namespace veldwijzer::bench
