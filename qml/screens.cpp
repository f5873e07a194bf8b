// SPDX-License-Identifier: EUPL-1.2
#include "qml/screens.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QQuickStyle>

namespace veldwijzer::screens {

void prepare() {
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    // It reads cameras itself; the other one needs plugins of a package more.
    if (qEnvironmentVariableIsEmpty("QT_MEDIA_BACKEND")) qputenv("QT_MEDIA_BACKEND", "ffmpeg");
    for (const char* file :
         {"Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "MaterialIcons.ttf"})
        QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/") + QLatin1String(file));
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(16);
    QGuiApplication::setFont(font);
}

void addTo(QQmlEngine& engine) {
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
}

}  // namespace veldwijzer::screens
