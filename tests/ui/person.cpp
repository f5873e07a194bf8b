// SPDX-License-Identifier: EUPL-1.2
#include "ui/person.h"

#include <QTest>
#include <QWheelEvent>
#include <catch2/catch.hpp>

#include "ui/accessible_tree.h"

namespace veldwijzer::test {
namespace {

/// Any role.
constexpr auto anything = QAccessible::NoRole;
constexpr int tabsAtMost = 120;

using Visit = std::function<bool(QAccessibleInterface*)>;

/// In reading order, only what is shown; ends when `visit` says so.
bool walk(QAccessibleInterface* element, int depth, const Visit& visit) {
    if (element == nullptr || !element->isValid() || depth > 60 || element->state().invisible) return false;
    if (visit(element)) return true;
    for (int i = 0; i < element->childCount(); ++i)
        if (walk(element->child(i), depth + 1, visit)) return true;
    return false;
}

QQuickItem* itemOf(QAccessibleInterface* element) {
    return element == nullptr ? nullptr : qobject_cast<QQuickItem*>(element->object());
}

QPointF middleOf(const QQuickItem* item) {
    return item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
}

/// Whether a click there would reach it: not under the edge of what scrolls.
bool inSight(const QQuickItem* item, QPointF at) {
    for (const QQuickItem* above = item->parentItem(); above != nullptr; above = above->parentItem())
        if (above->clip() && !above->contains(above->mapFromScene(at))) return false;
    return true;
}

void turnWheel(QQuickWindow& window, int eighths) {
    const QPointF middle(window.width() / 2.0, window.height() / 2.0);
    QWheelEvent turn(middle, window.mapToGlobal(middle), {}, {0, eighths}, Qt::NoButton, Qt::NoModifier,
                     Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&window, &turn);
}

}  // namespace

Person::Person(Stage& stage) : stage_(stage) {
    listen(stage);
}

QAccessibleInterface* Person::find(const Name& name, QAccessible::Role role) const {
    QAccessibleInterface* found = nullptr;
    walk(QAccessible::queryAccessibleInterface(&stage_.window()), 0, [&](QAccessibleInterface* element) {
        if (role != anything && element->role() != role) return false;
        if (itemOf(element) == nullptr || !name(element->text(QAccessible::Name))) return false;
        found = element;
        return true;
    });
    return found;
}

std::string Person::shown() const {
    std::string names;
    walk(QAccessible::queryAccessibleInterface(&stage_.window()), 0, [&](QAccessibleInterface* element) {
        if (const QString name = element->text(QAccessible::Name); !name.isEmpty())
            names += std::to_string(element->role()) + ": " + name.toStdString() + "\n";
        return false;
    });
    return names;
}

void Person::until(const std::string& what, const std::function<bool()>& condition) {
    if (stage_.waitFor(condition, 60'000)) return;
    FAIL("never came: " << what << "\nshown:\n" << shown());
}

QQuickItem* Person::await(const std::string& what, const Name& name, QAccessible::Role role) {
    until(what, [&] { return find(name, role) != nullptr; });
    return itemOf(find(name, role));
}

QQuickItem* Person::see(const QString& name, QAccessible::Role role) {
    return await(
        name.toStdString() + " (role " + std::to_string(role) + ")",
        [&](const QString& found) { return found == name; }, role);
}

QQuickItem* Person::seeText(const QString& part) {
    return await(
        "a text with " + part.toStdString(), [&](const QString& found) { return found.contains(part); },
        anything);
}

bool Person::shows(const QString& part) const {
    return find([&](const QString& found) { return found.contains(part); }, anything) != nullptr;
}

void Person::gone(const QString& part) {
    until(part.toStdString() + " is gone", [&] { return !shows(part); });
}

void Person::click(const QString& name, QAccessible::Role role) {
    QQuickItem* item = see(name, role);
    until(name.toStdString() + " can be clicked", [&] {
        item = see(name, role);
        if (!item->isEnabled()) return false;
        const QPointF at = middleOf(item);
        if (inSight(item, at) && stage_.window().contentItem()->contains(at)) return true;
        const bool below = at.y() > stage_.window().height() / 2.0;
        turnWheel(stage_.window(), below ? -240 : 240);
        return false;
    });
    QTest::mouseClick(&stage_.window(), Qt::LeftButton, {}, middleOf(item).toPoint());
}

bool Person::focusIsOn(const QQuickItem* item) const {
    // A field that hides what is typed has a stand-in within it that bears the name.
    const QQuickItem* focused = stage_.window().activeFocusItem();
    return focused != nullptr && (focused == item || focused == item->parentItem());
}

void Person::reach(const QString& name, QAccessible::Role role) {
    QQuickItem* item = see(name, role);
    until(name.toStdString() + " is enabled", [&] { return (item = see(name, role))->isEnabled(); });
    for (int press = 0; press < tabsAtMost; ++press) {
        if (focusIsOn(item)) return;
        key(Qt::Key_Tab);
        item = see(name, role);  // lists make their rows anew
    }
    FAIL("the Tab key never came to " << name.toStdString() << "\nshown:\n" << shown());
}

void Person::press(const QString& name, QAccessible::Role role) {
    reach(name, role);
    key(Qt::Key_Return);
}

void Person::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(&stage_.window(), key, modifiers);
}

void Person::type(const QString& text) {
    for (const QChar letter : text)
        QTest::keyClick(&stage_.window(), letter.toLatin1());
}

void Person::typeOver(const QString& text) {
    key(Qt::Key_A, Qt::ControlModifier);
    type(text);
}

}  // namespace veldwijzer::test
