// SPDX-License-Identifier: EUPL-1.2
#include "base/ensure.h"

#include <cstdio>
#include <cstdlib>

namespace veldwijzer {

void ensureFailed(const char* condition, const char* file, int line) noexcept {
    std::fprintf(stderr, "veldwijzer: internal error: %s does not hold (%s:%d)\n", condition, file, line);
    std::abort();
}

}  // namespace veldwijzer
