// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// Everything to narrow down by, under the names of the facets, with how many each leaves.
Sheet {
    id: sheet
    required property SearchResults results
    title: qsTr("Filters")

    Words { width: parent.width; look: Words.Look.Small; muted: true; text: sheet.results.totalText }
    Toggle {
        width: parent.width
        text: qsTr("Alleen wat nu open is")
        checked: sheet.results.openNow
        onToggled: sheet.results.openNow = checked
    }
    Repeater {
        model: sheet.opened ? sheet.results.facets : []
        Column {
            id: group
            required property string modelData
            width: parent ? parent.width : 0
            spacing: Theme.gap2
            Words { width: parent.width; look: Words.Look.Title; text: sheet.results.titleOf(group.modelData) }
            Flow {
                width: parent.width
                spacing: Theme.gap2
                Repeater {
                    model: sheet.results.chipsOf(group.modelData)
                    FacetChip { results: sheet.results; most: group.width }
                }
            }
        }
    }
    AppButton {
        width: parent.width
        look: AppButton.Look.Outlined
        visible: sheet.results.filterCount > 0
        symbol: "clear_all"
        text: qsTr("Wis alle filters")
        onClicked: sheet.results.clearFilters()
    }
    AppButton { width: parent.width; text: qsTr("Toon wat er is gevonden"); onClicked: sheet.close() }
}
