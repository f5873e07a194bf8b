// SPDX-License-Identifier: EUPL-1.2
#include "ui/checks.h"

#include <QAccessible>
#include <QPointer>
#include <QTest>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "ui/accessible_tree.h"

namespace veldwijzer::test {
namespace {

QString placeOf(const QQuickItem* item) {
    QString place;
    for (int depth = 0; item != nullptr && depth < 6; ++depth, item = item->parentItem())
        place += QLatin1String(item->metaObject()->className()) + QLatin1Char(' ');
    return place;
}

std::string nameOf(const QQuickItem* item) {
    QString words = item->property("text").toString();
    if (words.isEmpty()) words = item->property("label").toString();
    return (words.left(60) + QStringLiteral(" in ") + placeOf(item)).toStdString();
}

bool takesFocus(const QQuickItem* item) {
    return item->isEnabled() && item->activeFocusOnTab();
}

// ---- names and roles

bool isControl(QAccessible::Role role) {
    static const std::set<QAccessible::Role> controls = {
        QAccessible::Button, QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::EditableText,
        QAccessible::Link,   QAccessible::PageTab,  QAccessible::ListItem,    QAccessible::ComboBox,
        QAccessible::Slider, QAccessible::SpinBox,  QAccessible::MenuItem};
    return controls.contains(role);
}

// ---- the keyboard

/// What a sheet lies over cannot be reached while it is open, and should not be.
QQuickItem* reachable(const Stage& stage) {
    for (const QObject* popup : stage.window().findChildren<QObject*>())
        if (popup->inherits("QQuickPopup") && popup->property("opened").toBool() &&
            popup->property("modal").toBool())
            if (auto* content = popup->property("contentItem").value<QQuickItem*>()) return content;
    return stage.window().contentItem();
}

QRectF inScene(const QQuickItem* item) {
    return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
}

const QQuickItem* flickableOf(const QQuickItem* item) {
    for (const QQuickItem* above = item->parentItem(); above != nullptr; above = above->parentItem())
        if (above->inherits("QQuickFlickable")) return above;
    return nullptr;
}

/// Whether a frame in the colour of the focus lies around the item.
bool showsFocus(Stage& stage, const QQuickItem* focused) {
    const auto color = stage.singleton("theme").property("focus").value<QColor>();
    const QRectF here = inScene(focused);
    constexpr double near = 10;
    for (const QQuickItem* item : shownItems(stage.window().contentItem())) {
        if (!item->inherits("QQuickRectangle")) continue;
        const auto* border = item->property("border").value<QObject*>();
        if (border == nullptr || border->property("width").toDouble() < 2 ||
            border->property("color").value<QColor>() != color)
            continue;
        const QRectF frame = inScene(item);
        if (frame.adjusted(-1, -1, 1, 1).contains(here) ||
            here.adjusted(-near, -near, near, near).contains(frame))
            return true;
    }
    return false;
}

/// Where the item stands in what scrolls it, so that scrolling does not move it.
QRectF placeInPage(const QQuickItem* item) {
    const QQuickItem* flickable = flickableOf(item);
    if (flickable == nullptr) return inScene(item);
    const auto* content = flickable->property("contentItem").value<QQuickItem*>();
    return item->mapRectToItem(content, QRectF(0, 0, item->width(), item->height()));
}

/// Reading order: below, or further along the line, or in the next column.
bool follows(const QRectF& next, const QRectF& last) {
    return next.center().y() >= last.top() || next.left() >= last.right() - 1;
}

// ---- clipping

/// What lies beyond the edge is a swipe away.
bool scrollsSideways(const QQuickItem* item) {
    for (const QQuickItem* above = item->parentItem(); above != nullptr; above = above->parentItem())
        if (above->property("pans").toBool() ||
            (above->inherits("QQuickFlickable") &&
             above->property("contentWidth").toDouble() > above->width() + 1))
            return true;
    return false;
}

/// Icons are letters of a font too.
bool isIcon(const QQuickItem* item) {
    return item->property("font").value<QFont>().family() == QLatin1String("Material Icons");
}

}  // namespace

void checkNames(Stage& stage) {
    int controls = 0;
    forEveryElement(stage, [&](const QAccessibleInterface& element, int /*depth*/) {
        // What the keyboard stops at is a control, whatever it says it is.
        const auto* item = qobject_cast<QQuickItem*>(element.object());
        // Qt would call every control by its own class; see SaidAs.qml.
        if (item != nullptr && item->property("said").isValid()) {
            INFO(describe(element).toStdString() << placeOf(item).toStdString());
            CHECK(element.role() == item->property("said").toInt());
        }
        if (!isControl(element.role()) && (item == nullptr || !takesFocus(item))) return;
        ++controls;
        INFO(describe(element).toStdString() << placeOf(item).toStdString());
        CHECK_FALSE(element.text(QAccessible::Name).trimmed().isEmpty());
        // A picture that takes the keyboard says what the keys do.
        const bool isPicture = element.role() == QAccessible::Graphic &&
                               !element.text(QAccessible::Description).trimmed().isEmpty();
        CHECK((isControl(element.role()) || element.role() == QAccessible::List || isPicture));
        // What is hidden on the screen is not read out either.
        CHECK_FALSE(element.text(QAccessible::Value).contains(QLatin1String("vier losse")));
    });
    CHECK(controls > 0);
}

void checkKeyboard(Stage& stage) {
    stage.resize(1280, 800);
    // Lists make and drop rows while the keyboard goes along them.
    std::map<const QQuickItem*, QPointer<const QQuickItem>> wanted;
    for (const QQuickItem* item : shownItems(reachable(stage)))
        if (takesFocus(item) && item->property("visualFocus").isValid()) wanted.emplace(item, item);
    REQUIRE_FALSE(wanted.empty());
    // A page that opens at its first gap starts in the middle: going round is no order.
    const QQuickItem* first = stage.window().contentItem()->nextItemInFocusChain(true);

    std::set<const QQuickItem*> reached;
    QPointer<const QQuickItem> last;
    QRectF lastPlace;
    for (std::size_t press = 0; press < 3 * wanted.size() + 20; ++press) {
        QTest::keyClick(&stage.window(), Qt::Key_Tab);
        const QQuickItem* focused = stage.window().activeFocusItem();
        if (focused == nullptr || !wanted.contains(focused)) {
            last = nullptr;
            continue;
        }
        // The second time round says nothing new.
        const bool isNew = reached.insert(focused).second;
        const QRectF place = placeInPage(focused);
        INFO("after " << press + 1 << " times Tab: " << nameOf(focused));
        if (isNew) CHECK(showsFocus(stage, focused));
        if (isNew && focused != first && last != nullptr && flickableOf(last) == flickableOf(focused)) {
            INFO("it comes after " << nameOf(last));
            CHECK(follows(place, lastPlace));
        }
        last = focused;
        lastPlace = place;
    }
    for (const auto& [item, still] : wanted) {
        if (still.isNull()) continue;
        INFO(nameOf(item));
        CHECK(reached.contains(item));
    }
}

void checkTouch(Stage& stage) {
    stage.resize(360, 640);
    for (const QQuickItem* item : shownItems(stage.window().contentItem())) {
        if (!takesFocus(item) || !item->property("down").isValid()) continue;
        INFO(nameOf(item));
        CHECK(item->width() >= 44);
        CHECK(item->height() >= 44);
    }
}

void checkClipping(Stage& stage) {
    stage.resize(360, 640);
    stage.setTextScale(2);
    stage.settle(100);
    const double windowWidth = stage.window().width();
    for (const QQuickItem* item : shownItems(stage.window().contentItem())) {
        if (!item->inherits("QQuickText") || isIcon(item) || item->property("text").toString().isEmpty())
            continue;
        INFO(nameOf(item));
        CHECK_FALSE(item->property("truncated").toBool());
        CHECK(item->property("contentHeight").toDouble() <= item->height() + 1);
        CHECK(item->property("contentWidth").toDouble() <= item->width() + 1);
        if (scrollsSideways(item)) continue;
        CHECK(inScene(item).left() >= -1);
        CHECK(inScene(item).right() <= windowWidth + 1);
    }
    stage.setTextScale(1);
    stage.settle();
}

}  // namespace veldwijzer::test
