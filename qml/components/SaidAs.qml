// SPDX-License-Identifier: EUPL-1.2
import QtQuick

/// What a screen reader is told of the control in which this stands; that is ignored itself. Qt 6.4 gives a
/// control the role of its class whatever is written there: a chip that only says something would be a button,
/// and so would a tab and a row of a list. All but the role is what is written at the control.
Item {
    required property int said
    signal pressed
    anchors.fill: parent
    Accessible.role: said
    Accessible.name: parent.Accessible.name
    Accessible.description: parent.Accessible.description
    Accessible.checkable: parent.Accessible.checkable
    Accessible.checked: parent.Accessible.checked
    Accessible.selectable: parent.Accessible.selectable
    Accessible.selected: parent.Accessible.selected
    Accessible.focusable: parent.Accessible.focusable
    Accessible.focused: parent.activeFocus
    Accessible.onPressAction: pressed()
    Accessible.onToggleAction: pressed()
}
