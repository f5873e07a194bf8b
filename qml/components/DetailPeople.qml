// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer

/// Whom to ask for.
Column {
    id: people
    required property var people
    spacing: Theme.gap2
    Words { width: parent.width; look: Words.Look.Title; text: qsTr("Contactpersonen") }
    Repeater {
        model: people.people
        Card {
            id: person
            required property var modelData
            width: people.width
            Words { width: parent.width; text: person.modelData.name !== "" ? person.modelData.name : person.modelData.role; font.weight: Font.DemiBold }
            Words { visible: text !== ""; width: parent.width; look: Words.Look.Small; muted: true; text: person.modelData.name !== "" ? person.modelData.role : "" }
            Chip { visible: person.modelData.lived; passive: true; tone: Chip.Tone.Primary; symbol: "volunteer_activism"; text: qsTr("Weet uit ervaring waar het over gaat") }
            Words { visible: text !== ""; width: parent.width; text: person.modelData.availability }
            Flow {
                width: parent.width
                spacing: Theme.gap2
                Repeater {
                    model: person.modelData.phones
                    AppButton { required property var modelData; visible: modelData.url !== ""; look: AppButton.Look.Tonal; symbol: "call"; text: modelData.number; onClicked: Qt.openUrlExternally(modelData.url) }
                }
                AppButton { visible: person.modelData.email !== ""; width: Math.min(implicitWidth, parent.width); look: AppButton.Look.Plain; symbol: "mail_outline"; text: person.modelData.email; onClicked: Qt.openUrlExternally("mailto:" + person.modelData.email) }
            }
        }
    }
}
