// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// The rest.
Screen {
    id: page
    title: qsTr("Meer")
    back: false
    Card {
        visible: App.memberName !== "" || App.sample
        width: parent.width
        Words { width: parent.width; look: Words.Look.Title; text: App.memberName }
        Words {
            width: parent.width
            muted: true
            text: App.sample ? qsTr("Voorbeeld. Alles is weg als u het sluit.") : App.regionName
        }
    }
    Card {
        width: parent.width
        padding: Theme.gap2
        spacing: 0
        ListRow { width: parent.width; symbol: "sync"; text: qsTr("Synchronisatie"); subtitle: App.syncText; onClicked: Nav.push("SyncPage", {}) }
        ListRow { width: parent.width; symbol: "settings"; text: qsTr("Instellingen"); subtitle: qsTr("Taal, weergave, vergrendelen, wachtzin"); onClicked: Nav.push("SettingsPage", {}) }
        ListRow { width: parent.width; symbol: "keyboard"; text: qsTr("Sneltoetsen"); subtitle: "F1"; onClicked: keys.open() }
        ListRow { width: parent.width; symbol: "info"; text: qsTr("Over Veldwijzer"); subtitle: qsTr("Versie %1").arg(App.version); onClicked: Nav.push("AboutPage", {}) }
    }
    AppButton {
        width: Math.min(parent.width, Theme.buttonWidth)
        look: AppButton.Look.Outlined
        symbol: App.sample ? "close" : "lock"
        text: App.sample ? qsTr("Voorbeeld sluiten") : qsTr("Vergrendelen")
        onClicked: App.lock()
    }
    KeysSheet { id: keys }
}
