// SPDX-License-Identifier: EUPL-1.2
#include "bench/measure.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace veldwijzer::bench {

void must(bool done, const char* what) {
    if (done) return;
    std::fprintf(stderr, "bench: %s failed\n", what);
    std::exit(1);
}

double timed(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double quantile(std::vector<double> values, double part) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const auto place = static_cast<std::size_t>(part * static_cast<double>(values.size()));
    return values[std::min(place, values.size() - 1)];
}

nlohmann::json Measure::json() const {
    std::vector<double> ratios;
    for (std::size_t i = 0; i < ours.size(); ++i)
        ratios.push_back(ours[i] / plain[i]);
    return {{"ours_ms", quantile(ours, 0.5)},
            {"plain_ms", quantile(plain, 0.5)},
            {"ratio", quantile(ratios, 0.5)},
            {"ratio_least", *std::min_element(ratios.begin(), ratios.end())},
            {"ratio_most", *std::max_element(ratios.begin(), ratios.end())},
            {"ours_all_ms", ours},
            {"plain_all_ms", plain}};
}

}  // namespace veldwijzer::bench
