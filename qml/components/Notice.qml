// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// A short message that goes by itself, with a way to take back what was done.
Rectangle {
    id: notice
    property int maximumWidth: 400
    readonly property real roomWidth: maximumWidth - 2 * Theme.gap4
    property string message: ""
    property string undoText: ""
    property var undo: null
    function show(message: string, undoText: string, undo: var) {
        notice.message = message
        notice.undoText = undoText ?? ""
        notice.undo = undo
        timer.restart()
        visible = true
    }
    visible: false
    width: Math.min(maximumWidth, row.implicitWidth + 2 * Theme.gap4)
    height: row.implicitHeight + Theme.gap3
    radius: Theme.radius
    color: Theme.text
    Accessible.role: Accessible.AlertMessage
    Accessible.name: message
    HoverHandler { id: over }
    Timer {
        id: timer
        interval: 8000
        // Whoever is on the way to the button gets there.
        onTriggered: if (over.hovered || button.activeFocus) restart(); else notice.visible = false
    }
    Grid {
        id: row
        // Large letters on a phone leave no room beside the button.
        columns: button.visible && words.implicitWidth + button.implicitWidth + Theme.gap3 > notice.roomWidth ? 1 : 2
        verticalItemAlignment: Grid.AlignVCenter
        anchors.centerIn: parent
        spacing: Theme.gap3
        Words {
            id: words
            width: Math.min(implicitWidth, notice.roomWidth)
            text: notice.message
            color: Theme.background
        }
        AppButton {
            id: button
            visible: notice.undoText !== ""
            width: Math.min(implicitWidth, notice.roomWidth)
            look: AppButton.Look.Tonal
            text: notice.undoText
            onClicked: {
                notice.visible = false
                const takeBack = notice.undo
                if (takeBack) takeBack()
            }
        }
    }
}
