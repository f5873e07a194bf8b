// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer

/// Two records side by side (one below the other on a phone), and what they are: one, or two.
Card {
    id: card
    required property var pair
    readonly property int columns: width >= 560 ? 2 : 1
    signal kept(string keep, string other)
    signal toldApart
    spacing: Theme.gap3
    Words { width: parent.width; look: Words.Look.Small; muted: true; text: card.pair.kind + " · " + (card.pair.score >= 90 ? qsTr("bijna zeker hetzelfde") : card.pair.score >= 75 ? qsTr("waarschijnlijk hetzelfde") : qsTr("misschien hetzelfde")) }
    Grid {
        width: parent.width
        columns: card.columns
        spacing: Theme.gap3
        Repeater {
            model: [{mine: card.pair.first, other: card.pair.second}, {mine: card.pair.second, other: card.pair.first}]
            Column {
                id: side
                required property var modelData
                width: (card.width - 2 * card.padding - (card.columns - 1) * Theme.gap3) / card.columns
                spacing: Theme.gap1
                Words { width: parent.width; font.weight: Font.DemiBold; text: side.modelData.mine.title }
                Repeater {
                    model: side.modelData.mine.lines
                    Words { required property string modelData; width: side.width; look: Words.Look.Small; muted: true; text: modelData }
                }
                AppButton {
                    width: Math.min(implicitWidth, parent.width)
                    look: AppButton.Look.Tonal
                    symbol: "merge_type"
                    text: qsTr("Is hetzelfde, deze houden")
                    Accessible.description: side.modelData.mine.title
                    onClicked: card.kept(side.modelData.mine.id, side.modelData.other.id)
                }
            }
        }
    }
    AppButton {
        width: Math.min(implicitWidth, parent.width)
        look: AppButton.Look.Outlined
        symbol: "call_split"
        text: qsTr("Is niet hetzelfde")
        onClicked: card.toldApart()
    }
}
