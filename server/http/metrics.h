// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace veldwijzer::server {

/// Counts for `/metrics`, in Prometheus' text format. No ids, no content. Thread-safe.
class Metrics {
public:
    /// `labels` as in the text format: `route="sync",status="200"`; made from fixed words only.
    void add(const char* name, const std::string& labels = {}, std::uint64_t by = 1);
    [[nodiscard]] std::string text() const;

private:
    mutable std::mutex mutex_;
    std::map<std::string, std::map<std::string, std::uint64_t>> counters_;
};

/// One line of the format.
[[nodiscard]] std::string metricLine(std::string_view name, const std::string& labels, std::uint64_t value);

}  // namespace veldwijzer::server
