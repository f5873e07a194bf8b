// SPDX-License-Identifier: EUPL-1.2
// What must hold on every page: names and roles for who does not see it, the keyboard reaches everything,
// colours can be told apart, and nothing is cut off at twice the size on the narrowest phone.
#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "ui/scenes.h"

using namespace veldwijzer::test;

namespace {

/// Every scene of one kind of region, on one stage: making a stage takes a second.
void forEveryScene(const std::function<void(Stage&, const Scene&)>& check) {
    for (const auto region : regions) {
        Stage stage(region);
        for (const Scene& scene : scenes()) {
            if (scene.region != region) continue;
            INFO("scene " << scene.name);
            scene.show(stage);
            check(stage, scene);
            if (scene.leave) scene.leave(stage);
        }
    }
}

// ---- names and roles

bool isControl(QAccessible::Role role) {
    static const std::set<QAccessible::Role> controls = {
        QAccessible::Button, QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::EditableText,
        QAccessible::Link,   QAccessible::PageTab,  QAccessible::ListItem,    QAccessible::ComboBox,
        QAccessible::Slider, QAccessible::SpinBox,  QAccessible::MenuItem};
    return controls.contains(role);
}

QString placeOf(QObject* object) {
    auto* item = qobject_cast<QQuickItem*>(object);
    QString place;
    for (int depth = 0; item != nullptr && depth < 6; ++depth, item = item->parentItem())
        place += QLatin1String(item->metaObject()->className()) + QLatin1Char(' ');
    return place;
}

void checkNames(QAccessibleInterface* element, int depth, int& controls) {
    if (element == nullptr || depth > 60 || element->state().invisible) return;
    if (isControl(element->role())) {
        ++controls;
        INFO("role " << element->role() << " in " << placeOf(element->object()).toStdString());
        CHECK_FALSE(element->text(QAccessible::Name).trimmed().isEmpty());
        // What is hidden on the screen is not read out either.
        CHECK_FALSE(element->text(QAccessible::Value).contains(QLatin1String("vier losse")));
    }
    for (int i = 0; i < element->childCount(); ++i)
        checkNames(element->child(i), depth + 1, controls);
}

// ---- the keyboard

bool takesFocus(const QQuickItem* item) {
    return item->isEnabled() && item->activeFocusOnTab();
}

/// What a sheet lies over cannot be reached while it is open, and should not be.
QQuickItem* reachable(const Stage& stage) {
    for (const QObject* popup : stage.window().findChildren<QObject*>())
        if (popup->inherits("QQuickPopup") && popup->property("opened").toBool() &&
            popup->property("modal").toBool())
            if (auto* content = popup->property("contentItem").value<QQuickItem*>()) return content;
    return stage.window().contentItem();
}

// ---- colours

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

// ---- clipping

/// What lies beyond the edge is a swipe away.
bool scrollsSideways(const QQuickItem* item) {
    for (const QQuickItem* above = item->parentItem(); above != nullptr; above = above->parentItem())
        if (above->inherits("QQuickFlickable") &&
            above->property("contentWidth").toDouble() > above->width() + 1)
            return true;
    return false;
}

bool isText(const QQuickItem* item) {
    return item->inherits("QQuickText");
}

/// Icons are letters of a font too.
bool isIcon(const QQuickItem* item) {
    return item->property("font").value<QFont>().family() == QLatin1String("Material Icons");
}

}  // namespace

TEST_CASE("Every control on every page has a name and a role", "[ui][accessibility]") {
    QAccessible::setActive(true);
    forEveryScene([](Stage& stage, const Scene&) {
        int controls = 0;
        checkNames(QAccessible::queryAccessibleInterface(&stage.window()), 0, controls);
        CHECK(controls > 0);
    });
}

TEST_CASE("The keyboard reaches every control that is in sight, and shows where it is",
          "[ui][accessibility]") {
    forEveryScene([](Stage& stage, const Scene&) {
        stage.resize(1280, 800);
        std::set<const QQuickItem*> wanted;
        for (const QQuickItem* item : shownItems(reachable(stage)))
            if (takesFocus(item) && item->property("visualFocus").isValid()) wanted.insert(item);
        REQUIRE_FALSE(wanted.empty());
        std::set<const QQuickItem*> reached;
        for (std::size_t press = 0; press < 3 * wanted.size() + 20; ++press) {
            QTest::keyClick(&stage.window(), Qt::Key_Tab);
            const QQuickItem* focused = stage.window().activeFocusItem();
            if (focused != nullptr) reached.insert(focused);
        }
        for (const QQuickItem* item : wanted) {
            INFO(item->property("text").toString().toStdString() << " " << item->metaObject()->className());
            CHECK(reached.contains(item));
        }
    });
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

TEST_CASE("At twice the size on the narrowest phone no text is cut off", "[ui][accessibility]") {
    forEveryScene([](Stage& stage, const Scene&) {
        stage.resize(360, 640);
        stage.setTextScale(2);
        stage.settle(100);
        const double windowWidth = stage.window().width();
        for (const QQuickItem* item : shownItems(stage.window().contentItem())) {
            if (!isText(item) || isIcon(item) || item->property("text").toString().isEmpty()) continue;
            INFO("\"" << item->property("text").toString().left(60).toStdString() << "\" in "
                      << placeOf(item->parentItem()).toStdString());
            CHECK_FALSE(item->property("truncated").toBool());
            CHECK(item->property("contentHeight").toDouble() <= item->height() + 1);
            CHECK(item->property("contentWidth").toDouble() <= item->width() + 1);
            if (scrollsSideways(item)) continue;
            const QRectF inWindow = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
            CHECK(inWindow.left() >= -1);
            CHECK(inWindow.right() <= windowWidth + 1);
        }
        stage.setTextScale(1);
    });
}

TEST_CASE("What is touched is large enough", "[ui][accessibility]") {
    forEveryScene([](Stage& stage, const Scene&) {
        stage.resize(360, 640);
        for (const QQuickItem* item : shownItems(stage.window().contentItem())) {
            if (!takesFocus(item) || !item->property("down").isValid()) continue;
            INFO(item->property("text").toString().toStdString() << " " << item->metaObject()->className());
            CHECK(item->width() >= 44);
            CHECK(item->height() >= 44);
        }
    });
}
