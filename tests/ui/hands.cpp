// SPDX-License-Identifier: EUPL-1.2
#include "ui/hands.h"

#include <QVideoFrame>
#include <QVideoSink>
#include <algorithm>
#include <stdexcept>

#include "base/ensure.h"

namespace veldwijzer::test {

void fill(Stage& stage, const QString& label, const QString& text) {
    for (QQuickItem* item : shownItems(stage.window().contentItem())) {
        if (item->property("label").toString() != label || !item->property("input").isValid()) continue;
        item->setProperty("text", text);
        stage.settle();
        return;
    }
    ENSURE(false);
}

void press(Stage& stage, const QString& words) {
    QQuickItem* button = stage.named(words);
    ENSURE(button != nullptr);
    QMetaObject::invokeMethod(button, "clicked");
    stage.settle();
}

void openSheet(Stage& stage, const QString& title) {
    QObject* sheet = nullptr;
    // A sheet belongs to a part of its page that is not always shown. The page on top was made last.
    for (QObject* each : stage.window().findChildren<QObject*>())
        if (each->inherits("QQuickPopup") && each->property("title").toString() == title) sheet = each;
    ENSURE(sheet != nullptr);
    QMetaObject::invokeMethod(sheet, "open");
    stage.settle(300);
}

QQuickItem& shownOf(const Stage& stage, const char* type) {
    for (QQuickItem* item : shownItems(stage.window().contentItem()))
        if (QLatin1String(item->metaObject()->className())
                .startsWith(QLatin1String(type) + QLatin1String("_")))
            return *item;
    throw std::runtime_error(std::string("not shown: ") + type);
}

void showToCamera(Stage& stage, const QImage& picture) {
    QVideoSink* sink = nullptr;
    for (QObject* each : stage.window().findChildren<QObject*>()) {
        if (each->inherits("QQuickPopup") && each->property("cameraThere").isValid()) {
            each->setProperty("cameraThere", true);
            each->setProperty("cameraWorks", true);
        }
        if (auto* found = each->property("videoSink").value<QVideoSink*>()) sink = found;
    }
    ENSURE(sink != nullptr);
    const QImage pixels = picture.convertToFormat(QImage::Format_ARGB32);
    QVideoFrame frame(QVideoFrameFormat(pixels.size(), QVideoFrameFormat::Format_BGRA8888));
    ENSURE(frame.map(QVideoFrame::WriteOnly));
    for (int y = 0; y < pixels.height(); ++y)
        std::copy_n(pixels.scanLine(y), 4 * pixels.width(), frame.bits(0) + y * frame.bytesPerLine(0));
    frame.unmap();
    sink->setVideoFrame(frame);
    stage.settle(300);
}

void closeSheets(Stage& stage) {
    for (int depth = 0; depth < 3; ++depth)
        for (QObject* popup : stage.window().findChildren<QObject*>())
            if (popup->inherits("QQuickPopup") && popup->property("opened").toBool())
                QMetaObject::invokeMethod(popup, "close");
    stage.settle(300);
}

void lock(Stage& stage) {
    stage.app().lock();
    stage.settle();
}

void unlock(Stage& stage) {
    if (stage.app().phase() == app::App::Phase::Locked) stage.unlock();
    stage.settle();
}

}  // namespace veldwijzer::test
