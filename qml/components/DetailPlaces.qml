// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer

/// Where it is.
Column {
    id: places
    required property var entry
    spacing: Theme.gap2
    Words { width: parent.width; look: Words.Look.Title; text: qsTr("Waar") }
    Banner {
        visible: (places.entry.hiddenLocations ?? 0) > 0
        width: parent.width
        title: qsTr("Het adres is vertrouwelijk")
        text: qsTr("Het staat niet op dit toestel. Bel om een afspraak te maken.")
    }
    Repeater {
        model: places.entry.locations ?? []
        ListRow {
            required property var modelData
            width: places.width
            symbol: modelData.confidential ? "lock" : modelData.address === "" ? "computer" : "place"
            text: modelData.name
            subtitle: [modelData.address, modelData.travel].concat(modelData.access).concat(modelData.confidential ? [qsTr("Vertrouwelijk: geef dit adres aan niemand door")] : [])
                      .filter(part => part !== "").join("\n")
            trailing: modelData.routeUrl !== "" ? qsTr("Route") : ""
            leads: modelData.routeUrl !== "" || modelData.url !== ""
            onClicked: {
                const url = modelData.routeUrl !== "" ? modelData.routeUrl : modelData.url
                if (url !== "") Qt.openUrlExternally(url)
            }
        }
    }
}
