// SPDX-License-Identifier: EUPL-1.2
#include "ui/hands.h"

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
    for (const QQuickItem* item : shownItems(stage.window().contentItem())) {
        for (QObject* child : item->findChildren<QObject*>(QString(), Qt::FindDirectChildrenOnly)) {
            if (!child->inherits("QQuickPopup") || child->property("title").toString() != title) continue;
            QMetaObject::invokeMethod(child, "open");
            stage.settle(300);
            return;
        }
    }
    ENSURE(false);
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
