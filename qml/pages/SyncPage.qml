// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// What waits and why.
Screen {
    title: qsTr("Synchronisatie")
    Words { width: parent.width; text: App.syncText }
}
