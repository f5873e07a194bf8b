// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Controls
import Veldwijzer

/// What an icon means, for who points at it.
ToolTip {
    id: tip
    property bool shown: false
    visible: shown && text !== ""
    delay: 500
    padding: Theme.gap2
    contentItem: Text {
        text: tip.text
        color: Theme.background
        font.family: Theme.family
        font.pixelSize: Theme.small
        textFormat: Text.PlainText
    }
    background: Rectangle {
        color: Theme.text
        radius: Theme.radiusSmall
    }
}
