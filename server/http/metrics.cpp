// SPDX-License-Identifier: EUPL-1.2
#include "http/metrics.h"

namespace veldwijzer::server {

std::string metricLine(std::string_view name, const std::string& labels, std::uint64_t value) {
    std::string line(name);
    if (!labels.empty()) line += "{" + labels + "}";
    return line + " " + std::to_string(value) + "\n";
}

void Metrics::add(const char* name, const std::string& labels, std::uint64_t by) {
    const std::lock_guard lock(mutex_);
    counters_[name][labels] += by;
}

std::string Metrics::text() const {
    const std::lock_guard lock(mutex_);
    std::string text;
    for (const auto& [name, values] : counters_) {
        text += "# TYPE " + name + " counter\n";
        for (const auto& [labels, value] : values)
            text += metricLine(name, labels, value);
    }
    return text;
}

}  // namespace veldwijzer::server
