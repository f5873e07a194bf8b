// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer

/// One of the values to choose from: what, who, when, and the button that keeps it.
Card {
    id: card
    required property var value
    property bool deletion: false
    signal kept
    spacing: Theme.gap3
    Words {
        width: parent.width
        text: card.value.deletes ? qsTr("Verwijderd")
            : card.value.text !== "" ? card.value.text
            : card.deletion ? qsTr("Gewijzigd") : qsTr("(leeggemaakt)")
        font.italic: card.value.text === ""
        font.weight: Font.Medium
    }
    Words {
        width: parent.width
        look: Words.Look.Small
        muted: true
        text: qsTr("door %1, %2").arg(card.value.who).arg(card.value.when)
    }
    AppButton {
        width: parent.width
        look: card.value.deletes ? AppButton.Look.Outlined : AppButton.Look.Tonal
        symbol: card.value.deletes ? "delete_outline" : card.deletion ? "restore" : "check"
        text: card.value.deletes ? qsTr("Verwijderd laten") : card.deletion ? qsTr("Terughalen")
            : card.value.number === 1 ? qsTr("Dit houden") : qsTr("Dat houden")
        Accessible.description: card.value.text + ", " + card.value.who
        onClicked: card.kept()
    }
}
