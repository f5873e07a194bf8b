// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer

/// A change that the region did not take: why, what it said, and what to do with it.
Card {
    id: card
    required property var refused
    signal again
    signal copied
    signal dismissed
    spacing: Theme.gap3
    Row {
        width: parent.width
        spacing: Theme.gap2
        Icon { id: mark; name: "error_outline"; color: Theme.danger }
        Column {
            width: parent.width - mark.width - Theme.gap2
            Words { width: parent.width; font.weight: Font.DemiBold; text: card.refused.reason }
            Words { width: parent.width; look: Words.Look.Small; muted: true; text: qsTr("%1 · %2").arg(card.refused.when).arg(card.refused.advice) }
        }
    }
    Repeater {
        model: card.refused.edits
        Column {
            id: edit
            required property var modelData
            width: parent.width
            Words { width: parent.width; look: Words.Look.Small; muted: true; text: edit.modelData.title }
            Words { width: parent.width; text: edit.modelData.text }
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.gap2
        AppButton {
            width: Math.min(implicitWidth, parent.width)
            look: AppButton.Look.Tonal
            symbol: "replay"
            text: qsTr("Opnieuw invoeren")
            onClicked: card.again()
        }
        AppButton {
            width: Math.min(implicitWidth, parent.width)
            look: AppButton.Look.Outlined
            symbol: "content_copy"
            text: qsTr("Kopiëren")
            onClicked: card.copied()
        }
        AppButton {
            width: Math.min(implicitWidth, parent.width)
            look: AppButton.Look.Plain
            text: qsTr("Gezien, weghalen")
            onClicked: card.dismissed()
        }
    }
}
