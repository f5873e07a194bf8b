// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Controls
import Veldwijzer

/// A page over the page: from below on a phone, in the middle on a desktop. Escape and a tap beside it close
/// it. Its children stand in a column that scrolls.
Popup {
    id: sheet
    default property alias content: column.data
    property string title: ""
    readonly property bool wide: parent && parent.width >= Theme.wideFrom

    parent: Overlay.overlay
    modal: true
    focus: true
    padding: 0
    width: parent ? Math.min(parent.width, wide ? 560 : parent.width) : 0
    height: parent ? Math.min(parent.height * 0.92, heading.height + column.implicitHeight + 2 * Theme.gap4 + Theme.gap2) : 0
    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? (wide ? (parent.height - height) / 2 : parent.height - height) : 0
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside
    Overlay.modal: Rectangle { color: Theme.scrim }
    background: Rectangle {
        color: Theme.surface
        radius: Theme.radius + 4
        border.width: 1
        border.color: Theme.hairline
    }
    contentItem: FocusScope {
        Accessible.role: Accessible.Dialog
        Accessible.name: sheet.title
        focus: true
        Row {
            id: heading
            width: parent.width
            height: Math.max(Theme.touch + Theme.gap2, titleText.implicitHeight + Theme.gap4)
            leftPadding: Theme.gap4
            rightPadding: Theme.gap1
            Words {
                id: titleText
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - leaver.width - closer.width - Theme.gap4 - Theme.gap1
                look: Words.Look.Title
                text: sheet.title
            }
            // What lies below cannot be reached, and this must always be.
            IconButton {
                id: leaver
                anchors.verticalCenter: parent.verticalCenter
                symbol: "exit_to_app"
                text: qsTr("Snel weg")
                onClicked: Nav.hide()
            }
            IconButton {
                id: closer
                anchors.verticalCenter: parent.verticalCenter
                symbol: "close"
                text: qsTr("Sluiten")
                onClicked: sheet.close()
            }
        }
        Flickable {
            id: scroller
            anchors { top: heading.bottom; bottom: parent.bottom; left: parent.left; right: parent.right }
            contentWidth: width
            contentHeight: column.implicitHeight + Theme.gap4
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}
            Column {
                id: column
                x: Theme.gap4
                width: scroller.width - 2 * Theme.gap4
                spacing: Theme.gap3
            }
        }
    }
}
