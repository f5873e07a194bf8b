// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// How many wait.
Rectangle {
    property int count: 0
    implicitWidth: Math.max(implicitHeight, number.implicitWidth + Theme.gap2)
    implicitHeight: number.implicitHeight + 2
    radius: height / 2
    color: Theme.danger
    Accessible.ignored: true
    Text {
        id: number
        anchors.centerIn: parent
        text: parent.count > 99 ? "99+" : parent.count
        color: Theme.dangerInk
        font.family: Theme.family
        font.pixelSize: Math.round(12 * Math.min(Theme.textScale, 1.4))
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
}
