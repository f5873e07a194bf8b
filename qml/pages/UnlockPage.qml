// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// A vault is there; its passphrase opens it.
Screen {
    title: "Veldwijzer"
    back: false
    maximumWidth: 480
    actions: [
        IconButton { symbol: "call"; text: qsTr("Nu bellen"); onClicked: Nav.call() }
    ]
    Field {
        id: passphrase
        width: parent.width
        focus: true
        label: qsTr("Wachtzin")
        secret: true
        error: App.errorTitle
        help: App.errorText
        onAccepted: App.unlock(text)
    }
    AppButton {
        width: parent.width
        text: qsTr("Openen")
        symbol: "lock_open"
        working: App.busy
        onClicked: App.unlock(passphrase.text)
    }
}
