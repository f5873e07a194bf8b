// SPDX-License-Identifier: EUPL-1.2
#pragma once

class QQmlEngine;

namespace veldwijzer::screens {

/// Fonts, style and plugins; once, after the QGuiApplication and before the first engine.
void prepare();
/// Where the engine finds the modules of this program.
void addTo(QQmlEngine& engine);
/// The window: load it with QQmlApplicationEngine.
inline constexpr const char* mainUrl = "qrc:/qt/qml/Veldwijzer/Main.qml";

}  // namespace veldwijzer::screens
