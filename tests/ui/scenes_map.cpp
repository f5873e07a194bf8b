// SPDX-License-Identifier: EUPL-1.2
#include "ui/scenes.h"

namespace veldwijzer::test {
namespace {

using Region = Stage::Region;

}  // namespace

std::vector<Scene> mapScenes() {
    return {
        {"map", Region::Sample, destination("map"), {}},
    };
}

}  // namespace veldwijzer::test
