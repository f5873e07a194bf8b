// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// The rest.
Screen {
    title: qsTr("Meer")
    AppButton {
        width: parent.width
        look: AppButton.Look.Outlined
        symbol: "lock"
        text: qsTr("Vergrendelen")
        onClicked: App.lock()
    }
}
