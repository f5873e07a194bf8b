// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Templates as T
import Veldwijzer

/// A button that shows an icon only; `text` is what it is called, and its tool tip.
T.Button {
    id: control

    property string symbol: ""
    property color ink: Theme.text
    property int badge: 0

    implicitWidth: Theme.touch
    implicitHeight: Theme.touch
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    opacity: enabled ? 1 : 0.45

    /// As if it was pressed.
    function act() {
        if (checkable) {
            toggle()
            toggled()
        }
        clicked()
    }
    Accessible.role: Accessible.Button
    Accessible.name: badge > 0 ? text + " (" + badge + ")" : text
    Accessible.focusable: true
    Accessible.checkable: checkable
    Accessible.checked: checked
    Accessible.onPressAction: if (control.enabled) control.act()
    Keys.onReturnPressed: if (control.enabled) control.act()
    Keys.onEnterPressed: if (control.enabled) control.act()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: control.symbol
            color: control.ink
        }
        Badge {
            visible: control.badge > 0
            anchors { right: parent.right; top: parent.top; margins: Theme.gap1 }
            count: control.badge
        }
    }
    background: Rectangle {
        radius: width / 2
        color: control.down ? Theme.pressed : control.hovered ? Theme.hover : "transparent"
        FocusRing { target: control; radius: width / 2; gap: -4 }
    }
    HoverTip { text: control.text; shown: control.hovered || (control.activeFocus && control.visualFocus) }
}
