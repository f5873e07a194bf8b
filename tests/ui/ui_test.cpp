// SPDX-License-Identifier: EUPL-1.2
// What must hold on every page: names and roles for who does not see it, the keyboard reaches everything,
// colours can be told apart, and nothing is cut off at twice the size on the narrowest phone.
#include <catch2/catch.hpp>
#include <cmath>

#include "ui/checks.h"
#include "ui/scenes.h"

using namespace veldwijzer::test;

namespace {

double luminance(const QColor& color) {
    const auto part = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}
double contrast(const QColor& one, const QColor& other) {
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

/// One walk for all checks: a scene costs more than what is asked of it.
void checkScenesOf(Stage::Region region) {
    Stage stage(region);
    int walked = 0;
    for (const Scene& scene : scenes()) {
        if (scene.region != region) continue;
        INFO("scene " << scene.name);
        stage.resize(360, 640);
        scene.show(stage);
        checkNames(stage);
        checkTouch(stage);
        checkClipping(stage);
        // Last: it moves about in the page.
        checkKeyboard(stage);
        if (scene.leave) scene.leave(stage);
        ++walked;
    }
    CHECK(walked > 0);
}

}  // namespace

// Apart, so that they run side by side: most of the time is waiting.
TEST_CASE("Before a region: names, keyboard, touch and twice the size", "[ui][accessibility]") {
    checkScenesOf(Stage::Region::None);
}
TEST_CASE("In the sample: names, keyboard, touch and twice the size", "[ui][accessibility]") {
    checkScenesOf(Stage::Region::Sample);
}
TEST_CASE("In an empty region: names, keyboard, touch and twice the size", "[ui][accessibility]") {
    checkScenesOf(Stage::Region::Empty);
}
TEST_CASE("Before the map has come: names, keyboard, touch and twice the size", "[ui][accessibility]") {
    checkScenesOf(Stage::Region::Joined);
}
TEST_CASE("In a shared region: names, keyboard, touch and twice the size", "[ui][accessibility]") {
    checkScenesOf(Stage::Region::Shared);
}

TEST_CASE("Every pair of colours can be told apart, light and dark", "[ui][accessibility]") {
    Stage stage(Stage::Region::None);
    for (const bool dark : {false, true}) {
        stage.setDark(dark);
        const QVariantList pairs = stage.singleton("theme").property("pairs").toList();
        REQUIRE(pairs.size() > 20);
        for (const QVariant& entry : pairs) {
            const QVariantList pair = entry.toList();
            INFO(pair[0].toString().toStdString() << (dark ? ", dark" : ", light"));
            CHECK(contrast(pair[1].value<QColor>(), pair[2].value<QColor>()) >= pair[3].toDouble());
        }
    }
}
