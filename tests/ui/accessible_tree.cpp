// SPDX-License-Identifier: EUPL-1.2
#include "ui/accessible_tree.h"

#include <QMetaEnum>

namespace veldwijzer::test {
namespace {

constexpr int deepest = 60;

void visitFrom(QAccessibleInterface* element, const ElementVisitor& visit, int depth) {
    if (element == nullptr || depth > deepest || element->state().invisible) return;
    visit(*element, depth);
    for (int i = 0; i < element->childCount(); ++i)
        visitFrom(element->child(i), visit, depth + 1);
}

}  // namespace

void listen(Stage& stage) {
    // Once only: Qt tells every control again each time, and each takes the role of its class again.
    if (!QAccessible::isActive()) QAccessible::setActive(true);
    stage.settle();
}

void forEveryElement(Stage& stage, const ElementVisitor& visit) {
    listen(stage);
    visitFrom(QAccessible::queryAccessibleInterface(&stage.window()), visit, 0);
}

QString describe(const QAccessibleInterface& element) {
    const QString role = QString::fromLatin1(
        QMetaEnum::fromType<QAccessible::Role>().valueToKey(static_cast<int>(element.role())));
    QString line =
        role + QStringLiteral(" \"") + element.text(QAccessible::Name).simplified() + QLatin1Char('"');
    const QString value = element.text(QAccessible::Value).simplified();
    if (!value.isEmpty()) line += QStringLiteral(" = ") + value;
    const QString description = element.text(QAccessible::Description).simplified();
    if (!description.isEmpty()) line += QStringLiteral(" (") + description + QLatin1Char(')');
    const QAccessible::State state = element.state();
    if (state.checkable) line += state.checked ? QStringLiteral(" [x]") : QStringLiteral(" [ ]");
    if (state.disabled) line += QStringLiteral(" disabled");
    if (state.focused) line += QStringLiteral(" focused");
    return line;
}

QString accessibleTree(Stage& stage) {
    QString tree;
    forEveryElement(stage, [&](const QAccessibleInterface& element, int depth) {
        tree += QString(2 * depth, QLatin1Char(' ')) + describe(element) + QLatin1Char('\n');
    });
    return tree;
}

}  // namespace veldwijzer::test
