// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "simulation/device.h"
#include "simulation/ledger.h"
#include "simulation/weather.h"

namespace veldwijzer::simulation {

/// The few records that everybody works on, so that they meet all the time.
struct Stage {
    struct Place {
        SpaceId space;
        roster::SpaceType type;
        MemberId owner;  ///< of own records and of personal ones
        std::string kind;
        std::vector<RecordId> records;
    };
    std::vector<Place> places;

    static Stage set(std::uint64_t mapRecords);
};

/// What somebody takes it into their head to write at `place`: one change, nothing observed yet.
[[nodiscard]] std::vector<Intent> imagine(Dice& dice, Device& device, const Stage::Place& place);
[[nodiscard]] std::vector<store::RecordEdit> editsOf(const std::vector<Intent>& intents);

}  // namespace veldwijzer::simulation
