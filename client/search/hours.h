// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "base/bytes.h"
#include "domain/opening_hours.h"

namespace veldwijzer::search {

/// Opening hours of documents, each different set of rules once: most of a region is open at the hours of an
/// office. Sets are numbered from 1; 0 is nobody's: nobody said when it is open.
class Hours {
public:
    Hours() : sets_(1) {}

    /// A new number for rules that were never seen.
    std::uint32_t numberOf(const std::vector<domain::Schedule>& schedules);
    /// As stored: numbers come in order. False when the bytes are not ours.
    [[nodiscard]] bool addStored(ByteView packed);
    /// Sets that the index has not stored yet.
    [[nodiscard]] std::uint32_t stored() const { return stored_; }
    void allStored() { stored_ = size(); }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(sets_.size()); }
    [[nodiscard]] Bytes packed(std::uint32_t number) const;

    /// Worked out once until it changes.
    [[nodiscard]] std::optional<domain::Openness> openness(std::uint32_t number, WallMs at);

private:
    struct Set {
        std::vector<domain::Schedule> schedules;
        WallMs from = 0;  ///< `openness` holds from here …
        WallMs to = 0;    ///< … until here
        std::optional<domain::Openness> openness;
    };
    std::vector<Set> sets_;
    std::map<Bytes, std::uint32_t> numbers_;
    std::uint32_t stored_ = 1;
};

}  // namespace veldwijzer::search
