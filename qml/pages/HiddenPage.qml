// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// A neutral screen: nothing here tells what the app is. Any press or key leads back to the passphrase.
FocusScope {
    id: page
    signal shown
    Rectangle { anchors.fill: parent; color: Theme.background }
    Words { x: Theme.gap6; y: Theme.gap6; look: Words.Look.Headline; text: qsTr("Notities") }
    TapHandler { onTapped: page.shown() }
    Keys.onPressed: page.shown()
}
