// SPDX-License-Identifier: EUPL-1.2
#include "ui/scenes.h"

namespace veldwijzer::test {
namespace {

using Region = Stage::Region;

std::function<void(Stage&)> destination(const char* name) {
    return [name](Stage& stage) { stage.go(QLatin1String(name)); };
}
std::function<void(Stage&)> page(const char* name) {
    return [name](Stage& stage) {
        stage.go(QStringLiteral("more"));
        stage.push(QLatin1String(name));
    };
}

}  // namespace

const std::vector<Scene>& scenes() {
    static const std::vector<Scene> all = {
        {"welcome", Region::None, [](Stage&) {}, {}},
        {"gallery", Region::Sample, page("GalleryPage"), {}},
        {"today", Region::Sample, destination("today"), {}},
        {"map", Region::Sample, destination("map"), {}},
        {"manage", Region::Sample, destination("manage"), {}},
        {"more", Region::Sample, destination("more"), {}},
        {"sync", Region::Shared, page("SyncPage"), {}},
    };
    return all;
}

}  // namespace veldwijzer::test
