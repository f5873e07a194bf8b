// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// Something is going on. Without motion for who asked for that.
Item {
    id: spinner
    property color color: Theme.primary
    implicitWidth: Theme.icon
    implicitHeight: Theme.icon
    Accessible.role: Accessible.Animation
    Accessible.name: qsTr("Bezig")
    Icon {
        id: ring
        anchors.fill: parent
        size: spinner.width
        name: Theme.reducedMotion ? "hourglass_empty" : "autorenew"
        color: spinner.color
        RotationAnimator {
            target: ring
            from: 0
            to: 360
            duration: 1200
            loops: Animation.Infinite
            running: spinner.visible && !Theme.reducedMotion
        }
    }
}
