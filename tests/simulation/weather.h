// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

#include "base/random.h"

namespace veldwijzer::simulation {

/// Short words for choices that a seed makes.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : random_(seed) {}
    std::uint64_t below(std::uint64_t bound) { return random_.below(bound); }
    /// From `least` up to and including `most`.
    std::int64_t between(std::int64_t least, std::int64_t most) {
        return least + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(most - least + 1)));
    }
    bool chance(unsigned percent) { return below(100) < percent; }
    Random& random() { return random_; }

private:
    SeededRandom random_;
};

/// How bad a time the devices of one history have. Percentages, unless said otherwise.
struct Weather {
    std::uint64_t steps = 60;
    std::uint64_t mapRecords = 3;
    unsigned requestLost = 0;
    unsigned answerLost = 0;
    unsigned duplicated = 0;
    unsigned lateAnswer = 0;
    unsigned busy = 0;
    unsigned garbage = 0;
    // Of each step, in thousandths.
    unsigned writes = 400;
    unsigned crash = 0;
    unsigned fault = 0;
    unsigned partition = 0;
    unsigned clockJump = 0;
    unsigned serverCrash = 0;
    unsigned copyDisk = 0;
    unsigned restoreDisk = 0;
    unsigned twin = 0;
    unsigned newEpoch = 0;
    unsigned newRole = 0;
    unsigned removal = 0;   ///< of a person or a device, once in a history
    unsigned overstep = 0;  ///< of the writes: where the role does not allow it
    unsigned longWait = 0;
    unsigned serverLoss = 0;  ///< a backup of the server is made; it is restored, or begun anew without
    unsigned byHand = 0;      ///< two devices meet, and one gives the other a bundle
    bool wrongClocks = false;

    static Weather drawn(Dice& dice);
};

}  // namespace veldwijzer::simulation
