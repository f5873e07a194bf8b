// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// Nothing is on this device yet.
Screen {
    title: "Veldwijzer"
    back: false
    actions: [
        IconButton { symbol: "call"; text: qsTr("Nu bellen"); onClicked: Nav.call() }
    ]
    Words {
        width: parent.width
        text: qsTr("De kaart van uw regio, ook zonder internet. Alleen u en uw collega’s kunnen erin lezen.")
    }
    Banner {
        visible: App.errorTitle !== ""
        width: parent.width
        tone: Banner.Tone.Danger
        title: App.errorTitle
        text: App.errorText
    }
    AppButton {
        width: parent.width
        look: AppButton.Look.Outlined
        symbol: "visibility"
        text: qsTr("Bekijk het voorbeeld")
        working: App.busy
        onClicked: App.openSample()
    }
}
