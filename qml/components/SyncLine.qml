// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Templates as T
import Veldwijzer
import Veldwijzer.App

/// Whether work is sent, from the outbox and the server's word only. A press shows what waits and why.
T.Button {
    id: control
    readonly property bool bad: App.syncLook === App.Trouble
    readonly property bool quiet: App.syncLook === App.Fine || App.syncLook === App.Local
    text: App.syncText
    implicitWidth: 280
    implicitHeight: Math.max(44, label.implicitHeight + Theme.gap2)
    leftPadding: Theme.gap4
    rightPadding: Theme.gap4
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    onClicked: Nav.push("SyncPage", {})
    /// As if it was pressed.
    function act() {
        if (checkable) {
            toggle()
            toggled()
        }
        clicked()
    }
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Synchronisatie: %1").arg(text)
    Accessible.onPressAction: control.act()
    Keys.onReturnPressed: control.act()
    Keys.onEnterPressed: control.act()
    contentItem: Item {
        Icon {
            id: mark
            anchors.verticalCenter: parent.verticalCenter
            size: Math.round(Theme.icon * 0.8)
            name: control.bad ? "error_outline" : App.syncLook === App.Offline ? "cloud_off"
                : App.syncLook === App.Working ? "sync" : App.syncLook === App.Waiting ? "schedule"
                : App.syncLook === App.Local ? "phonelink_lock" : "cloud_done"
            color: label.color
        }
        Words {
            id: label
            anchors.verticalCenter: parent.verticalCenter
            x: mark.width + Theme.gap2
            width: parent.width - x
            look: Words.Look.Small
            text: control.text
            color: control.bad ? Theme.danger : control.quiet ? Theme.muted : Theme.text
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        color: control.down ? Theme.pressed : control.hovered ? Theme.hover : "transparent"
        FocusRing { target: control; gap: -4; radius: Theme.radiusSmall }
    }
}
