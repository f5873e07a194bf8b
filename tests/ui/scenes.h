// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <vector>

#include "ui/stage.h"

namespace veldwijzer::test {

/// A state of the app worth looking at: photographed, and checked for names, focus and clipping.
struct Scene {
    const char* name;
    Stage::Region region;
    std::function<void(Stage&)> show;   ///< from any state in which an earlier scene left the stage
    std::function<void(Stage&)> leave;  ///< may be empty
};
[[nodiscard]] const std::vector<Scene>& scenes();

/// In the order in which their scenes are to be shown.
inline constexpr Stage::Region regions[] = {Stage::Region::None, Stage::Region::Sample, Stage::Region::Empty,
                                            Stage::Region::Joined, Stage::Region::Shared};

/// Its parts, each in a file of its own.
[[nodiscard]] std::vector<Scene> startScenes();
[[nodiscard]] std::vector<Scene> mapScenes();
[[nodiscard]] std::vector<Scene> checklistScenes();
[[nodiscard]] std::vector<Scene> manageScenes();
[[nodiscard]] std::vector<Scene> errorScenes();
[[nodiscard]] std::vector<Scene> syncScenes();

/// A destination of the navigation, and a page pushed on top of one.
[[nodiscard]] std::function<void(Stage&)> destination(const char* name);
[[nodiscard]] std::function<void(Stage&)> page(const char* name, const QVariantMap& properties = {},
                                               const char* destination = "more");

}  // namespace veldwijzer::test
