// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// Words that people type and what they mean by them.
Screen {
    id: page
    title: qsTr("Zoekwoorden")
    bare: true
    SynonymList {
        id: synonyms
        onTold: message => Nav.tell(message, "", null)
    }
    RowsView {
        id: list
        parent: page.body
        anchors.fill: parent
        model: synonyms.rows
        heading: Column {
            spacing: Theme.gap3
            Words { width: parent.width; muted: true; text: qsTr("Wie het eerste woord typt, vindt ook het tweede.") }
            Field { id: term; width: parent.width; label: qsTr("Mensen typen") }
            Field { id: meant; width: parent.width; label: qsTr("Ze bedoelen"); onAccepted: adder.clicked() }
            AppButton {
                id: adder
                width: Math.min(implicitWidth, parent.width)
                enabled: term.text.trim() !== "" && meant.text.trim() !== ""
                symbol: "add"
                text: qsTr("Toevoegen")
                onClicked: {
                    synonyms.add(term.text, meant.text)
                    term.text = ""
                    meant.text = ""
                }
            }
        }
        delegate: Card {
            id: row
            required property var item
            x: list.rowX
            width: list.rowWidth
            padding: Theme.gap2
            Row {
                width: parent.width
                leftPadding: Theme.gap2
                Column {
                    width: parent.width - parent.leftPadding - remover.width
                    anchors.verticalCenter: parent.verticalCenter
                    Words { width: parent.width; font.weight: Font.Medium; text: row.item.term }
                    Words { width: parent.width; look: Words.Look.Small; muted: true; text: qsTr("betekent: %1").arg(row.item.standsFor) }
                }
                IconButton {
                    id: remover
                    symbol: "delete_outline"
                    text: qsTr("%1 weghalen").arg(row.item.term)
                    onClicked: {
                        const id = row.item.id
                        synonyms.remove(id)
                        Nav.tell(qsTr("Weggehaald"), qsTr("Ongedaan maken"), () => synonyms.restore(id))
                    }
                }
            }
        }
    }
}
