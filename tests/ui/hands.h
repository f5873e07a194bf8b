// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QTest>

#include "ui/stage.h"

namespace veldwijzer::test {

/// What a person does, and what a scene cannot do as one: nothing here waits for longer than a bound.

/// The field with this label gets this text, as if it was typed.
void fill(Stage& stage, const QString& label, const QString& text);
/// Presses the button with these words; it has to be there.
void press(Stage& stage, const QString& words);
/// Opens the sheet with this title on the page that is open.
void openSheet(Stage& stage, const QString& title);
/// The page or part of this type that is shown, by its file's name without ".qml"; it has to be there.
[[nodiscard]] QQuickItem& shownOf(const Stage& stage, const char* type);
/// The camera that the sheet for scanning listens to sees this, from now on.
void showToCamera(Stage& stage, const QImage& picture);
/// Closes whatever lies over the page.
void closeSheets(Stage& stage);
/// Locks the region that is open, and back.
void lock(Stage& stage);
void unlock(Stage& stage);

/// The view model of a page that is shown; null when there is none.
template <typename T>
T* shownModel(const Stage& stage) {
    for (const QQuickItem* item : shownItems(stage.window().contentItem()))
        if (auto* model = item->findChild<T*>(QString(), Qt::FindDirectChildrenOnly)) return model;
    return nullptr;
}

}  // namespace veldwijzer::test
