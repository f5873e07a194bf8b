// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Templates as T
import Veldwijzer

/// A destination: icon and word, beside each other or (`stacked`) above each other.
T.Button {
    id: control
    property string symbol: ""
    property bool current: false
    property bool stacked: false
    implicitWidth: 72
    implicitHeight: Math.max(stacked ? 60 : Theme.touch, words.implicitHeight + (stacked ? Theme.icon : 0) + Theme.gap3)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    /// As if it was pressed.
    function act() {
        if (checkable) {
            toggle()
            toggled()
        }
        clicked()
    }
    SaidAs { said: Accessible.PageTab; onPressed: control.act() }
    Accessible.ignored: true
    Accessible.focusable: true
    Accessible.name: text
    Accessible.selectable: true
    Accessible.selected: current
    Keys.onReturnPressed: control.act()
    Keys.onEnterPressed: control.act()
    contentItem: Item {
        Rectangle {
            visible: control.stacked && control.current
            anchors.centerIn: mark
            width: 56
            height: mark.height + Theme.gap1
            radius: height / 2
            color: Theme.primarySoft
        }
        Icon {
            id: mark
            x: control.stacked ? (parent.width - width) / 2 : Theme.gap3
            y: control.stacked ? Theme.gap2 : (parent.height - height) / 2
            name: control.symbol
            color: control.current ? Theme.primarySoftInk : Theme.muted
        }
        Words {
            id: words
            x: control.stacked ? 0 : mark.x + mark.width + Theme.gap3
            y: control.stacked ? mark.y + mark.height + 2 : (parent.height - height) / 2
            width: parent.width - x
            look: control.stacked ? Words.Look.Small : Words.Look.Body
            font.pixelSize: control.stacked ? Math.round(12 * Math.min(Theme.textScale, 1.5)) : Theme.body
            font.weight: control.current ? Font.DemiBold : Font.Medium
            horizontalAlignment: control.stacked ? Text.AlignHCenter : Text.AlignLeft
            text: control.text
            color: control.current && !control.stacked ? Theme.primarySoftInk : control.current ? Theme.text : Theme.muted
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.current && !control.stacked ? Theme.primarySoft : control.down ? Theme.pressed
             : control.hovered ? Theme.hover : "transparent"
        FocusRing { target: control; gap: -4 }
    }
}
