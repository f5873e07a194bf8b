// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Templates as T
import Veldwijzer

/// One line of a list that leads somewhere: a title, a line below it, an icon before and room for words
/// behind.
T.Button {
    id: control
    property string subtitle: ""
    property string symbol: ""
    property color symbolColor: Theme.primary
    property string trailing: ""
    property bool leads: true
    property bool current: false
    /// A row that lies on no surface brings its own.
    property bool raised: false
    property int said: Accessible.Button
    SaidAs { visible: control.said !== Accessible.Button; said: control.said; onPressed: control.act() }
    /// Large letters on a narrow row need its whole width: the icons go and what stands behind stands below.
    readonly property bool tight: width < 18 * Theme.body

    implicitWidth: 280
    implicitHeight: Math.max(56, texts.implicitHeight + 2 * Theme.gap3)
    leftPadding: tight ? Theme.gap2 : Theme.gap4
    rightPadding: leftPadding
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
    Accessible.role: Accessible.Button
    Accessible.ignored: said !== Accessible.Button
    Accessible.name: text
    Accessible.description: subtitle + (subtitle !== "" && trailing !== "" ? ", " : "") + trailing
    Accessible.focusable: true
    Accessible.onPressAction: control.act()
    Keys.onReturnPressed: control.act()
    Keys.onEnterPressed: control.act()

    contentItem: Item {
        Icon {
            id: lead
            visible: control.symbol !== "" && !control.tight
            anchors.verticalCenter: parent.verticalCenter
            name: control.symbol
            color: control.symbolColor
        }
        Column {
            id: texts
            anchors.verticalCenter: parent.verticalCenter
            x: lead.visible ? lead.width + Theme.gap4 : 0
            width: parent.width - x - (tail.visible ? tail.width + Theme.gap2 : 0) - (arrow.visible ? arrow.width + Theme.gap1 : 0)
            spacing: 2
            Words {
                width: parent.width
                text: control.text
                font.weight: Font.Medium
                Accessible.ignored: true
            }
            Words {
                visible: text !== ""
                width: parent.width
                look: Words.Look.Small
                muted: true
                text: control.subtitle
                Accessible.ignored: true
            }
            Words {
                visible: text !== ""
                width: parent.width
                look: Words.Look.Small
                muted: true
                text: control.tight ? control.trailing : ""
                Accessible.ignored: true
            }
        }
        Words {
            id: tail
            visible: text !== ""
            anchors { right: arrow.visible ? arrow.left : parent.right; verticalCenter: parent.verticalCenter; rightMargin: Theme.gap1 }
            width: Math.min(implicitWidth, parent.width * 0.4)
            look: Words.Look.Small
            muted: true
            text: control.tight ? "" : control.trailing
            Accessible.ignored: true
        }
        Icon {
            id: arrow
            visible: control.leads && !control.tight
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            name: "chevron_right"
            color: Theme.muted
        }
    }
    background: Rectangle {
        color: control.current ? Theme.primarySoft : control.down ? Theme.pressed : control.hovered && control.leads ? Theme.hover
             : control.raised ? Theme.surface : "transparent"
        radius: control.raised ? Theme.radius : Theme.radiusSmall
        border.width: control.raised ? 1 : 0
        border.color: Theme.hairline
        FocusRing { target: control; gap: -4; radius: Theme.radiusSmall }
    }
}
