// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QAccessible>
#include <functional>
#include <string>

#include "ui/stage.h"

namespace veldwijzer::test {

/// A person at the app: finds things by the name a screen reader says, and uses mouse and keys. Everything
/// waits, bounded, for what it needs; what never comes fails the test and says what was shown instead.
class Person {
public:
    explicit Person(Stage& stage);

    using Name = std::function<bool(const QString&)>;
    /// What is shown under that name, as that kind of control.
    QQuickItem* see(const QString& name, QAccessible::Role role = QAccessible::Button);
    /// Something of any role whose name has this in it.
    QQuickItem* seeText(const QString& part);
    [[nodiscard]] bool shows(const QString& part) const;
    /// No longer shown anywhere.
    void gone(const QString& part);

    /// With the mouse, in its middle; what lies below the edge is scrolled to with the wheel.
    void click(const QString& name, QAccessible::Role role = QAccessible::Button);
    /// With the Tab key until the focus is there, then Enter.
    void press(const QString& name, QAccessible::Role role = QAccessible::Button);
    /// With the Tab key until the focus is there.
    void reach(const QString& name, QAccessible::Role role);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    /// Instead of what the field with the focus holds.
    void typeOver(const QString& text);
    /// Waits, bounded, until it is so.
    void until(const std::string& what, const std::function<bool()>& condition);

private:
    [[nodiscard]] QAccessibleInterface* find(const Name& name, QAccessible::Role role) const;
    [[nodiscard]] bool focusIsOn(const QQuickItem* item) const;
    QQuickItem* await(const std::string& what, const Name& name, QAccessible::Role role);
    [[nodiscard]] std::string shown() const;

    Stage& stage_;
};

}  // namespace veldwijzer::test
