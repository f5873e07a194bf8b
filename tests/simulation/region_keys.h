// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "roster/roster.h"
#include "simulation/log_reader.h"

namespace veldwijzer::simulation {

/// Every key that the membership log ever gave anybody: opened with the keys of all five people, whom only
/// the test knows.
class RegionKeys {
public:
    /// What stands in `roster`; the keys live as long as this.
    const KeyRing& in(const roster::Roster& roster);

private:
    void open(const wire::SpaceKeys& keys, const SpaceId& space);

    std::map<std::pair<SpaceId, std::uint32_t>, SealingKey> keys_;
    std::uint64_t position_ = 0;
    KeyRing ring_;
};

}  // namespace veldwijzer::simulation
