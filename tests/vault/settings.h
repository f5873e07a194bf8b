// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <cstdlib>

namespace veldwijzer::vault::test {

inline std::uint64_t environmentNumber(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text != nullptr && *text != '\0' ? std::strtoull(text, nullptr, 10) : otherwise;
}
/// VELDWIJZER_SEED replays a run.
inline std::uint64_t seed() {
    return environmentNumber("VELDWIJZER_SEED", 20'260'301);
}
/// VELDWIJZER_RUNS makes a long run of it.
inline std::uint64_t runs(std::uint64_t otherwise) {
    return environmentNumber("VELDWIJZER_RUNS", otherwise);
}

}  // namespace veldwijzer::vault::test
