// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// The terms that entries are sorted by, for the whole region.
Screen {
    id: page
    title: qsTr("Begrippen")
    bare: true
    TermList {
        id: terms
        onTold: message => Nav.tell(message, "", null)
    }
    RowsView {
        id: list
        parent: page.body
        anchors.fill: parent
        model: terms.rows
        heading: Column {
            spacing: Theme.gap3
            Words { width: parent.width; muted: true; text: qsTr("Hernoemen geldt voor iedereen. Wat u buiten gebruik stelt, blijft staan waar het al gekozen is.") }
            AppButton { width: Math.min(implicitWidth, parent.width); symbol: "add"; text: qsTr("Begrip toevoegen"); onClicked: adding.open() }
        }
        delegate: ListRow {
            required property var item
            x: list.rowX
            width: list.rowWidth
            raised: true
            symbol: item.retired ? "visibility_off" : "sell"
            text: item.name
            subtitle: item.retired ? item.facet + " · " + qsTr("buiten gebruik") : item.facet
            onClicked: {
                editing.term = item
                newName.text = item.name
                editing.open()
            }
        }
    }
    Sheet {
        id: editing
        property var term: ({})
        title: editing.term.facet ?? ""
        Field { id: newName; width: parent.width; label: qsTr("Naam") }
        AppButton {
            width: parent.width
            symbol: "check"
            text: qsTr("Bewaren")
            onClicked: {
                terms.rename(editing.term.id, newName.text)
                editing.close()
            }
        }
        AppButton {
            width: parent.width
            look: AppButton.Look.Outlined
            symbol: editing.term.retired ? "visibility" : "visibility_off"
            text: editing.term.retired ? qsTr("Weer in gebruik nemen") : qsTr("Buiten gebruik stellen")
            onClicked: {
                terms.retire(editing.term.id, !editing.term.retired)
                editing.close()
            }
        }
    }
    Sheet {
        id: adding
        property string facet: "phase"
        title: qsTr("Begrip toevoegen")
        Field { id: addName; width: parent.width; label: qsTr("Naam") }
        Repeater {
            model: terms.facets
            Choice {
                required property var modelData
                width: parent.width
                checked: adding.facet === modelData.code
                text: modelData.name
                onClicked: adding.facet = modelData.code
            }
        }
        AppButton {
            width: parent.width
            enabled: addName.text.trim() !== ""
            symbol: "add"
            text: qsTr("Toevoegen")
            onClicked: {
                terms.add(adding.facet, addName.text)
                addName.text = ""
                adding.close()
            }
        }
    }
}
