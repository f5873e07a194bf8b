// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// Why there is nothing, and one thing to do.
Column {
    id: state
    property string symbol: "search_off"
    property string title: ""
    property string text: ""
    property string action: ""
    signal acted
    spacing: Theme.gap3
    padding: Theme.gap6
    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        name: state.symbol
        size: Math.round(Theme.icon * 2)
        color: Theme.muted
    }
    Words {
        width: parent.width - 2 * state.padding
        look: Words.Look.Title
        text: state.title
        horizontalAlignment: Text.AlignHCenter
    }
    Words {
        visible: text !== ""
        width: parent.width - 2 * state.padding
        muted: true
        text: state.text
        horizontalAlignment: Text.AlignHCenter
    }
    AppButton {
        visible: state.action !== ""
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(implicitWidth, parent.width - 2 * state.padding)
        look: AppButton.Look.Tonal
        text: state.action
        onClicked: state.acted()
    }
}
