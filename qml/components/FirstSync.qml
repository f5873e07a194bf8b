// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// The region comes in for the first time; what is there can be used already. Takes no room otherwise.
Rectangle {
    id: strip
    visible: App.firstSync
    height: visible ? column.implicitHeight + 2 * Theme.gap3 : 0
    color: Theme.primarySoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text
    Column {
        id: column
        x: Theme.gap4
        y: Theme.gap3
        width: strip.width - 2 * Theme.gap4
        spacing: Theme.gap2
        Words {
            id: words
            width: parent.width
            look: Words.Look.Small
            color: Theme.primarySoftInk
            text: App.syncLook === App.Offline
                  ? qsTr("Nog niet alles is opgehaald. Dat gaat vanzelf verder zodra er verbinding is.")
                  : App.syncLook === App.Trouble
                  ? qsTr("Nog niet alles is opgehaald. Dat gaat vanzelf verder: %1.").arg(App.syncText)
                  : qsTr("De kaart van uw regio komt binnen. U kunt alvast zoeken in wat er is.")
            Accessible.ignored: true
        }
        ProgressLine {
            width: parent.width
            name: qsTr("Ophalen")
            value: App.firstSyncPart
        }
    }
}
