// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer

/// What a law gives and what partners agreed, apart: only the first can be enforced.
Column {
    id: all
    required property var agreements
    spacing: Theme.gap4
    component Kind: Column {
        id: kind
        property string heading: ""
        property string explanation: ""
        property string symbol: ""
        property var items: []
        visible: items.length > 0
        width: all.width
        spacing: Theme.gap2
        Words { width: parent.width; look: Words.Look.Title; text: kind.heading }
        Words { width: parent.width; look: Words.Look.Small; muted: true; text: kind.explanation }
        Repeater {
            model: kind.items
            Card {
                id: one
                required property var modelData
                width: kind.width
                Row {
                    width: parent.width
                    spacing: Theme.gap2
                    Icon { name: kind.symbol; color: Theme.primary }
                    Words { width: parent.width - Theme.icon - Theme.gap2; text: one.modelData.name; font.weight: Font.DemiBold }
                }
                Repeater {
                    model: [[qsTr("Grondslag"), one.modelData.legalBasis], [qsTr("Taak"), one.modelData.task], [qsTr("Verantwoordelijk voor"), one.modelData.responsibility],
                            [qsTr("Bevoegdheid"), one.modelData.authority], ["", one.modelData.text]].filter(line => line[1] !== "")
                    Words { required property var modelData; width: one.width - 2 * one.padding; text: modelData[0] !== "" ? modelData[0] + ": " + modelData[1] : modelData[1] }
                }
                Chip { visible: one.modelData.review !== ""; passive: true; tone: one.modelData.reviewDue ? Chip.Tone.Warn : Chip.Tone.Plain; symbol: one.modelData.reviewDue ? "event_busy" : "event"; text: one.modelData.review }
            }
        }
    }
    Kind { heading: qsTr("Wettelijke bevoegdheid"); explanation: qsTr("Dit staat in de wet."); symbol: "gavel"; items: all.agreements.filter(each => each.law) }
    Kind { heading: qsTr("Samenwerkingsafspraken"); explanation: qsTr("Dit hebben partners afgesproken. Het staat niet in de wet."); symbol: "handshake"; items: all.agreements.filter(each => !each.law) }
}
