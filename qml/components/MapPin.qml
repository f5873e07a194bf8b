// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Templates as T
import Veldwijzer

/// One place on the map, or several together with their number.
T.Button {
    id: pin
    required property int members
    implicitWidth: 44
    implicitHeight: 44
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: pin.click()
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
    contentItem: Item {
        Rectangle {
            anchors.centerIn: parent
            width: pin.members > 1 ? Math.max(32, number.implicitWidth + Theme.gap3) : 22
            height: pin.members > 1 ? 32 : 22
            radius: height / 2
            color: pin.members > 1 ? Theme.primary : Theme.danger
            border.width: 2
            border.color: Theme.surface
            Text {
                id: number
                anchors.centerIn: parent
                visible: pin.members > 1
                text: pin.members
                color: Theme.primaryInk
                font.family: Theme.family
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
        }
    }
    background: Item { FocusRing { target: pin; radius: width / 2; gap: -4 } }
    HoverTip { text: pin.text; shown: pin.hovered || (pin.activeFocus && pin.visualFocus) }
}
