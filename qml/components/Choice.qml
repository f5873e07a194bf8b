// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Templates as T
import Veldwijzer

/// One of a few, as a radio button with words beside it.
T.RadioButton {
    id: control
    property string subtitle: ""
    implicitWidth: 280
    implicitHeight: Math.max(Theme.touch, texts.implicitHeight + 2 * Theme.gap2)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    /// As if it was pressed.
    function act() {
        checked = true
        toggled()
        clicked()
    }
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.description: subtitle
    Accessible.checked: checked
    Accessible.onPressAction: control.act()
    Keys.onReturnPressed: control.act()
    indicator: Icon {
        x: Theme.gap2
        anchors.verticalCenter: parent.verticalCenter
        name: control.checked ? "radio_button_checked" : "radio_button_unchecked"
        color: control.checked ? Theme.primary : Theme.outline
    }
    contentItem: Item {
        Column {
            id: texts
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.gap2 + Theme.icon + Theme.gap3
            width: parent.width - x - Theme.gap2
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
