// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// What this person keeps at hand.
Screen {
    id: page
    title: qsTr("Mijn favorieten")
    Favourites { id: mine }
    EmptyState {
        visible: mine.ready && mine.entries.length === 0
        width: parent.width
        symbol: "favorite_border"
        title: qsTr("Nog geen favorieten")
        text: qsTr("Druk bij een dienst op het hart. Alleen u ziet wat u kiest.")
        action: qsTr("Naar de sociale kaart")
        onActed: Nav.go("map")
    }
    Repeater {
        model: mine.entries
        ListRow {
            required property var modelData
            width: parent ? parent.width : 0
            raised: true
            symbol: "favorite"
            text: modelData.title
            subtitle: [modelData.organization, modelData.note].filter(part => part !== "" && part !== modelData.title).join("\n")
            onClicked: Nav.push("DetailPage", {record: modelData.record})
        }
    }
}
