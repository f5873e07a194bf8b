// SPDX-License-Identifier: EUPL-1.2
#include "simulation/weather.h"

namespace veldwijzer::simulation {
namespace {

/// Half of the histories have none of it, so that each trouble is also met alone.
unsigned sometimes(Dice& dice, unsigned most) {
    return dice.chance(50) ? 0 : static_cast<unsigned>(dice.below(most + 1));
}
unsigned seldom(Dice& dice, unsigned often, unsigned much) {
    return dice.chance(often) ? much : 0;
}

}  // namespace

Weather Weather::drawn(Dice& dice) {
    Weather weather;
    weather.steps = 40 + dice.below(60);
    weather.mapRecords = 1 + dice.below(3);
    weather.writes = 250 + static_cast<unsigned>(dice.below(300));
    weather.wrongClocks = dice.chance(70);
    weather.longWait = static_cast<unsigned>(dice.below(40));
    if (dice.chance(5)) return weather;  // now and then a fine day, where nothing explains a failure away
    weather.requestLost = sometimes(dice, 30);
    weather.answerLost = sometimes(dice, 40);
    weather.duplicated = sometimes(dice, 30);
    weather.lateAnswer = sometimes(dice, 15);
    weather.busy = sometimes(dice, 15);
    weather.garbage = sometimes(dice, 15);
    weather.crash = sometimes(dice, 30);
    weather.fault = sometimes(dice, 60);
    weather.partition = sometimes(dice, 30);
    weather.clockJump = sometimes(dice, 30);
    weather.serverCrash = seldom(dice, 25, 20);
    weather.copyDisk = seldom(dice, 25, 60);
    weather.restoreDisk = weather.copyDisk / 2;
    weather.twin = seldom(dice, 5, 30);
    weather.newEpoch = seldom(dice, 15, 25);
    weather.newRole = seldom(dice, 20, 40);
    weather.overstep = seldom(dice, 40, 8);
    // Who lost a right is meant to meet a new epoch soon. Drawn last, and only where there is none: the other
    // histories stay what they were.
    if (weather.newRole > 0 && weather.newEpoch == 0) weather.newEpoch = seldom(dice, 50, 25);
    if (weather.newRole > 0) weather.removal = seldom(dice, 60, 25);
    return weather;
}

}  // namespace veldwijzer::simulation
