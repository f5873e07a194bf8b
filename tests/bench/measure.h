// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace veldwijzer::bench {

struct Sizes {
    std::size_t services = 5000;
    std::size_t edits = 1000;
    std::size_t mergeEdits = 10000;
    std::size_t rounds = 5;
    std::string map;  ///< an HSDS file; empty: made by deploy/sample/generate.py
};

/// Ends the program when what is to be measured does not work.
void must(bool done, const char* what);

/// Milliseconds.
double timed(const std::function<void()>& work);

/// 0.5 is the median. Of none: 0.
double quantile(std::vector<double> values, double part);

/// One measure: rounds of ours and of the baseline in turns.
struct Measure {
    std::vector<double> ours;
    std::vector<double> plain;

    [[nodiscard]] nlohmann::json json() const;
};

}  // namespace veldwijzer::bench
