// SPDX-License-Identifier: EUPL-1.2
#include "ui/scenes.h"

namespace veldwijzer::test {
namespace {

using Region = Stage::Region;

}  // namespace

std::vector<Scene> startScenes() {
    return {
        {"welcome", Region::None, [](Stage&) {}, {}},
        {"gallery", Region::Sample, page("GalleryPage"), {}},
        {"today", Region::Sample, destination("today"), {}},
        {"more", Region::Sample, destination("more"), {}},
    };
}

}  // namespace veldwijzer::test
