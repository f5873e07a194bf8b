// SPDX-License-Identifier: EUPL-1.2
// One application around all cases: a screen that outlives it, or the other way round, crashes on the way
// out.
#include <QGuiApplication>
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

int main(int argc, char** argv) {
    // No display needed: structure, not pixels.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    const QGuiApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
