// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// Around what has the keyboard's focus.
Rectangle {
    property Item target: parent
    /// Whether the focus came by the keyboard; controls know.
    readonly property bool byKeyboard: asked ? asked.visualFocus !== false : false
    readonly property var asked: target
    property int gap: 2

    anchors.fill: parent
    anchors.margins: -gap - 2
    visible: target && target.activeFocus && byKeyboard
    color: "transparent"
    radius: Theme.radius + gap + 2
    border.width: 3
    border.color: Theme.focus
}
