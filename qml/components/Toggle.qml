// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Templates as T
import Veldwijzer

/// On or off, at once. Says it in words too.
T.Switch {
    id: control
    property string subtitle: ""
    implicitWidth: 280
    implicitHeight: Math.max(Theme.touch, texts.implicitHeight + 2 * Theme.gap2)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.description: subtitle
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.onPressAction: { control.toggle(); control.toggled() }
    Accessible.onToggleAction: { control.toggle(); control.toggled() }
    Keys.onReturnPressed: { control.toggle(); control.toggled() }
    indicator: Rectangle {
        anchors { right: parent.right; rightMargin: Theme.gap2; verticalCenter: parent.verticalCenter }
        width: 52
        height: 32
        radius: 16
        color: control.checked ? Theme.primary : Theme.surface
        border.width: 2
        border.color: control.checked ? Theme.primary : Theme.outline
        Rectangle {
            x: control.checked ? parent.width - width - 4 : 4
            anchors.verticalCenter: parent.verticalCenter
            width: 24
            height: 24
            radius: 12
            color: control.checked ? Theme.primaryInk : Theme.outline
            Behavior on x { NumberAnimation { duration: Theme.quick } }
            Icon {
                anchors.centerIn: parent
                size: 16
                name: control.checked ? "check" : ""
                color: Theme.primary
            }
        }
    }
    contentItem: Item {
        Column {
            id: texts
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.gap2
            width: parent.width - 52 - Theme.gap6
            Words { width: parent.width; text: control.text; Accessible.ignored: true }
            Words { visible: text !== ""; width: parent.width; look: Words.Look.Small; muted: true; text: control.subtitle; Accessible.ignored: true }
        }
    }
    background: Rectangle {
        radius: Theme.radiusSmall
        color: control.down ? Theme.pressed : control.hovered ? Theme.hover : "transparent"
        FocusRing { target: control; gap: -4; radius: Theme.radiusSmall }
    }
}
