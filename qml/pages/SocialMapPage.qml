// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// The social map: what is looked for, as a list of cards or on the map; on a wide screen with the entry beside.
Screen {
    id: page
    readonly property bool wide: width >= Theme.wideFrom - 220
    property bool onMap: false
    property string shownRecord: ""
    title: wide ? "" : qsTr("Sociale kaart")
    bare: true
    barVisible: !wide
    actions: [
        IconButton { symbol: page.onMap ? "list" : "map"; text: page.onMap ? qsTr("Toon de lijst") : qsTr("Toon op de kaart"); onClicked: page.onMap = !page.onMap },
        IconButton { symbol: "favorite_border"; text: qsTr("Mijn favorieten"); onClicked: Nav.push("FavouritesPage", {}) },
        IconButton { symbol: "add"; text: qsTr("Dienst toevoegen"); onClicked: Nav.push("EditPage", {kind: "service"}) }
    ]

    /// From another page: looks for these words.
    function find(text: string) {
        found.text = text
    }
    function show(record: string) {
        if (record === "") return
        if (wide) shownRecord = record
        else Nav.push("DetailPage", {record: record})
    }

    SearchResults {
        id: found
        onTurned: {
            list.currentIndex = -1
            list.positionViewAtBeginning()
        }
    }
    FacetsSheet { id: filters; results: found }
    Shortcut { sequence: "Ctrl+F"; onActivated: box.focusSearch() }

    Item {
        parent: page.body
        anchors.fill: parent
        Item {
            id: left
            anchors { top: parent.top; bottom: parent.bottom; left: parent.left }
            width: page.wide ? Math.min(420 * Math.min(1.4, Theme.textScale), parent.width * 0.5) : parent.width
            SearchBox {
                id: box
                x: Theme.gap4
                y: page.wide ? Theme.gap3 : 0
                width: parent.width - 2 * Theme.gap4
                focus: true
                results: found
                mapShown: page.onMap && !page.wide
                onWantsFilters: filters.open()
                onWantsList: if (!page.onMap) list.forceActiveFocus(Qt.TabFocusReason)
            }
            ResultList {
                id: list
                visible: (!page.onMap || page.wide) && found.total > 0
                anchors { top: box.bottom; bottom: parent.bottom; left: parent.left; right: parent.right; topMargin: Theme.gap2; leftMargin: Theme.gap4; rightMargin: Theme.gap2 }
                results: found
                follows: page.wide
                onOpened: record => page.show(record)
                onLeftUpwards: box.focusSearch()
            }
            EmptyState {
                visible: found.ready && found.total === 0 && found.errorTitle === ""
                anchors { top: box.bottom; left: parent.left; right: parent.right }
                title: found.empty ? qsTr("De sociale kaart is nog leeg") : qsTr("Niets gevonden")
                text: found.empty ? qsTr("Zodra uw regio diensten invoert, staan ze hier.")
                                  : qsTr("Probeer een ander woord of minder filters.")
                action: found.empty ? qsTr("Dienst toevoegen") : qsTr("Wis alles en begin opnieuw")
                onActed: if (found.empty) Nav.push("EditPage", {kind: "service"}); else found.clearAll()
            }
            Banner {
                visible: found.errorTitle !== ""
                anchors { top: box.bottom; left: parent.left; right: parent.right; margins: Theme.gap4 }
                tone: Banner.Tone.Danger
                title: found.errorTitle
                text: found.errorText
            }
            Loader {
                active: page.onMap && !page.wide
                anchors.fill: list
                sourceComponent: map
            }
        }
        Rectangle {
            visible: page.wide
            anchors { top: parent.top; bottom: parent.bottom; left: left.right }
            width: 1
            color: Theme.hairline
        }
        Item {
            visible: page.wide
            anchors { top: parent.top; bottom: parent.bottom; left: left.right; right: parent.right }
            Row {
                id: tools
                anchors { right: parent.right; top: parent.top; margins: Theme.gap2 }
                z: 1
                IconButton { symbol: page.onMap ? "list" : "map"; text: page.onMap ? qsTr("Toon de lijst") : qsTr("Toon op de kaart"); onClicked: page.onMap = !page.onMap }
                IconButton { symbol: "favorite_border"; text: qsTr("Mijn favorieten"); onClicked: Nav.push("FavouritesPage", {}) }
                IconButton { symbol: "add"; text: qsTr("Dienst toevoegen"); onClicked: Nav.push("EditPage", {kind: "service"}) }
            }
            Loader {
                anchors { fill: parent; topMargin: tools.height + Theme.gap3 }
                active: page.wide
                sourceComponent: page.onMap ? map : page.shownRecord !== "" ? detail : nothing
            }
        }
    }
    Component { id: map; MapView { results: found; onOpened: record => { if (page.wide) page.onMap = false; page.show(record) } } }
    Component { id: detail; DetailView { record: page.shownRecord } }
    Component {
        id: nothing
        Item {
            EmptyState { anchors.centerIn: parent; width: parent.width; symbol: "explore"; title: qsTr("Kies een dienst"); text: qsTr("Wat u links kiest, leest u hier.") }
        }
    }
}
