// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import Veldwijzer
import Veldwijzer.App

/// What is looked for and where; chips to narrow down; how many there are, in words.
Column {
    id: box
    required property SearchResults results
    property bool mapShown: false
    signal wantsFilters
    signal wantsList
    spacing: Theme.gap2

    function focusSearch() {
        words.forceActiveFocus(Qt.ShortcutFocusReason)
        words.input.selectAll()
    }

    Field {
        id: words
        width: parent.width
        symbol: "search"
        clearable: true
        placeholder: qsTr("Zoek op naam, hulp of onderwerp")
        text: box.results.text
        onEdited: box.results.text = text
        onAccepted: box.wantsList()
        Keys.onDownPressed: box.wantsList()
    }
    Row {
        id: second
        width: parent.width
        spacing: Theme.gap2
        Field {
            id: near
            width: parent.width - filters.width - sorting.width - 2 * second.spacing
            symbol: "place"
            clearable: true
            placeholder: qsTr("Plaats of postcode")
            text: box.results.place
            error: box.results.placeProblem
            onEdited: pause.restart()
            onAccepted: { pause.stop(); box.results.place = text }
            Keys.onDownPressed: box.wantsList()
            // Half a place name is no place: asked for when the person stops.
            Timer { id: pause; interval: 350; onTriggered: box.results.place = near.text }
        }
        IconButton {
            id: sorting
            symbol: "sort"
            text: qsTr("Sorteren")
            onClicked: sorts.open()
        }
        IconButton {
            id: filters
            symbol: "tune"
            text: qsTr("Filters")
            badge: box.results.filterCount
            onClicked: box.wantsFilters()
        }
    }
    ListView {
        id: row
        width: parent.width
        height: contentItem.childrenRect.height > 0 ? Math.max(44, contentItem.childrenRect.height) : 44
        orientation: ListView.Horizontal
        spacing: Theme.gap2
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: box.results.chips
        // On a phone the map needs the room; the filters have all of them.
        visible: count > 0 && !box.mapShown
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Vaak gebruikte filters")
        delegate: FacetChip {
            results: box.results
            required property int index
            onActiveFocusChanged: if (activeFocus) row.positionViewAtIndex(index, ListView.Contain)
        }
    }
    Words {
        width: parent.width
        look: Words.Look.Small
        muted: true
        text: [box.results.totalText, box.results.total > 0 ? box.results.unknownText : ""].filter(part => part !== "").join(". ")
        Accessible.role: Accessible.StatusBar
        Accessible.name: text
    }

    Sheet {
        id: sorts
        title: qsTr("Sorteren")
        Repeater {
            model: [
                {sort: SearchResults.Relevance, text: qsTr("Wat het beste past")}, {sort: SearchResults.Name, text: qsTr("Op naam")},
                {sort: SearchResults.Distance, text: qsTr("Dichtbij eerst")}, {sort: SearchResults.Assured, text: qsTr("Laatst gecontroleerd eerst")}
            ]
            Choice {
                required property var modelData
                width: parent ? parent.width : 0
                text: modelData.text
                subtitle: modelData.sort === SearchResults.Distance && box.results.place === "" ? qsTr("Vul eerst een plaats of postcode in.") : ""
                enabled: modelData.sort !== SearchResults.Distance || box.results.place !== ""
                checked: box.results.sort === modelData.sort
                onClicked: {
                    box.results.sort = modelData.sort
                    sorts.close()
                }
            }
        }
    }
}
