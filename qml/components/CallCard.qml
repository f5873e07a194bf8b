// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer

/// Whom to call, where an answer asks for it. What cannot wait says so by colour, icon and word.
Rectangle {
    id: card
    property string text: ""
    /// [{name, number, dial, note, confirmed}]
    property var cards: []
    property bool urgent: false
    readonly property color ink: urgent ? Theme.dangerSoftInk : Theme.primarySoftInk

    implicitWidth: 280
    implicitHeight: column.implicitHeight + 2 * Theme.gap4
    radius: Theme.radius
    color: urgent ? Theme.dangerSoft : Theme.primarySoft
    Accessible.role: urgent ? Accessible.AlertMessage : Accessible.Grouping
    Accessible.name: card.text

    Column {
        id: column
        x: Theme.gap4
        y: Theme.gap4
        width: card.width - 2 * Theme.gap4
        spacing: Theme.gap3
        Row {
            width: parent.width
            spacing: Theme.gap3
            Icon {
                id: mark
                name: card.urgent ? "warning_amber" : "support_agent"
                color: card.ink
            }
            Words {
                width: parent.width - mark.width - parent.spacing
                text: card.text
                color: card.ink
                font.weight: card.urgent ? Font.DemiBold : Font.Normal
            }
        }
        Repeater {
            model: card.cards
            Column {
                id: line
                required property var modelData
                width: column.width
                spacing: Theme.gap1
                AppButton {
                    width: Math.min(Math.max(implicitWidth, Theme.buttonWidth), parent.width)
                    look: !line.modelData.confirmed ? AppButton.Look.Outlined : card.urgent ? AppButton.Look.Danger : AppButton.Look.Filled
                    symbol: "call"
                    text: qsTr("%1: %2").arg(line.modelData.name).arg(line.modelData.number)
                    Accessible.name: qsTr("Bel %1, %2").arg(line.modelData.name).arg(line.modelData.number)
                    onClicked: Qt.openUrlExternally("tel:" + line.modelData.dial)
                }
                Words {
                    visible: text !== ""
                    width: parent.width
                    look: Words.Look.Small
                    color: card.ink
                    text: line.modelData.confirmed ? line.modelData.note : qsTr("Nog te controleren")
                }
            }
        }
    }
}
