// SPDX-License-Identifier: EUPL-1.2
#include "base/clock.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace veldwijzer {

WallMs SystemClock::wallMs() const {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::int64_t SystemClock::steadyMs() const {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

std::string formatUtc(WallMs wall) {
    std::int64_t seconds = wall / 1000;
    std::int64_t ms = wall % 1000;
    if (ms < 0) {
        ms += 1000;
        seconds -= 1;
    }
    const auto time = static_cast<std::time_t>(seconds);
    std::tm parts{};
    // A year that does not fit an int: show the number rather than nothing.
    if (gmtime_r(&time, &parts) == nullptr) return std::to_string(wall);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", parts.tm_year + 1900,
                  parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec,
                  static_cast<int>(ms));
    return text.data();
}

}  // namespace veldwijzer
