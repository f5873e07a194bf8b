// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// How far along; `value` 0 to 1, or -1 when nobody knows.
Rectangle {
    id: bar
    property real value: -1
    property string name: qsTr("Voortgang")
    implicitWidth: 280
    implicitHeight: 8
    radius: 4
    color: Theme.sunken
    border.width: 1
    border.color: Theme.outline
    Accessible.role: Accessible.ProgressBar
    Accessible.name: name
    Accessible.description: value >= 0 ? Math.round(value * 100) + " %" : qsTr("Bezig")
    Rectangle {
        width: bar.value >= 0 ? Math.max(bar.height, bar.width * Math.min(1, bar.value)) : bar.width / 3
        height: parent.height
        radius: parent.radius
        color: Theme.primary
        Behavior on width { NumberAnimation { duration: Theme.calm } }
        SequentialAnimation on x {
            running: bar.value < 0 && bar.visible && !Theme.reducedMotion
            loops: Animation.Infinite
            NumberAnimation { from: 0; to: bar.width * 2 / 3; duration: 900; easing.type: Easing.InOutQuad }
            NumberAnimation { from: bar.width * 2 / 3; to: 0; duration: 900; easing.type: Easing.InOutQuad }
        }
    }
}
