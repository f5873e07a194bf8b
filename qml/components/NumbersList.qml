// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// Numbers to call: the national lines, then the region's own.
Column {
    id: list
    spacing: Theme.gap2
    Repeater {
        model: App.numbers
        Card {
            id: line
            required property string name
            required property string number
            required property string dial
            required property string note
            required property string source
            required property bool confirmed
            required property bool regional
            width: list.width
            padding: Theme.gap3
            Words {
                width: parent.width
                font.weight: Font.DemiBold
                text: line.name
            }
            Words {
                visible: text !== ""
                width: parent.width
                look: Words.Look.Small
                text: line.note
            }
            Chip {
                visible: !line.confirmed
                passive: true
                tone: Chip.Tone.Warn
                symbol: "warning_amber"
                text: qsTr("Nog te controleren")
            }
            Item {
                width: parent.width
                height: call.height
                AppButton {
                    id: call
                    width: parent.width - copy.width - Theme.gap2
                    look: line.confirmed ? AppButton.Look.Filled : AppButton.Look.Outlined
                    symbol: "call"
                    text: line.number
                    Accessible.name: qsTr("Bel %1, %2").arg(line.name).arg(line.number)
                    onClicked: Qt.openUrlExternally("tel:" + line.dial)
                }
                IconButton {
                    id: copy
                    property bool done: false
                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    symbol: done ? "check" : "content_copy"
                    text: done ? qsTr("Gekopieerd") : qsTr("Kopieer %1").arg(line.number)
                    onClicked: {
                        App.numbers.copy(line.number)
                        done = true
                        back.restart()
                    }
                    Timer { id: back; interval: 3000; onTriggered: copy.done = false }
                }
            }
            Words {
                width: parent.width
                look: Words.Look.Small
                muted: true
                text: line.regional ? qsTr("Uit de sociale kaart van uw regio")
                    : line.confirmed ? qsTr("Bron: %1, overgenomen op %2").arg(line.source).arg(App.numbers.takenOver)
                    : qsTr("Geen bevestigde bron. Vraag het na voordat u ernaar verwijst.")
            }
        }
    }
}
