// SPDX-License-Identifier: EUPL-1.2
#include "ui/scenes.h"

namespace veldwijzer::test {

std::function<void(Stage&)> destination(const char* name) {
    return [name](Stage& stage) { stage.go(QLatin1String(name)); };
}

std::function<void(Stage&)> page(const char* name, const QVariantMap& properties, const char* destination) {
    return [name, properties, destination](Stage& stage) {
        stage.go(QLatin1String(destination));
        stage.push(QLatin1String(name), properties);
    };
}

const std::vector<Scene>& scenes() {
    static const std::vector<Scene> all = [] {
        std::vector<Scene> together;
        // Conflicts stay, so what shows them comes last.
        for (const auto& part :
             {startScenes(), mapScenes(), checklistScenes(), manageScenes(), errorScenes(), syncScenes()})
            together.insert(together.end(), part.begin(), part.end());
        return together;
    }();
    return all;
}

}  // namespace veldwijzer::test
