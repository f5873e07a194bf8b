// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// Services that nobody looked at for a while.
Screen {
    id: page
    title: qsTr("Controleren")
    bare: true
    readonly property string period: qsTr("%n maand(en)", "", stale.months)
    StaleList {
        id: stale
        onTold: message => Nav.tell(message, "", null)
    }
    RowsView {
        id: list
        parent: page.body
        anchors.fill: parent
        model: stale.rows
        heading: Column {
            spacing: Theme.gap3
            Words {
                visible: stale.loaded
                width: parent.width
                text: stale.rows.count > 0 ? qsTr("%n dienst(en) zijn langer dan %1 niet gecontroleerd.", "", stale.rows.count).arg(page.period)
                                           : qsTr("Alles is korter dan %1 geleden gecontroleerd.").arg(page.period)
            }
            Row {
                visible: stale.loaded && App.coordinator
                width: parent.width
                spacing: Theme.gap2
                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - 2 * (Theme.touch + Theme.gap2)
                    muted: true
                    text: qsTr("Controleren na %n maand(en), voor de hele regio", "", stale.months)
                }
                IconButton { symbol: "remove"; text: qsTr("Eén maand minder"); enabled: stale.months > 1; onClicked: stale.setMonths(stale.months - 1) }
                IconButton { symbol: "add"; text: qsTr("Eén maand meer"); enabled: stale.months < 60; onClicked: stale.setMonths(stale.months + 1) }
            }
        }
        delegate: Card {
            id: row
            required property var item
            x: list.rowX
            width: list.rowWidth
            padding: Theme.gap2
            ListRow {
                width: parent.width
                symbol: "history"
                text: row.item.title
                subtitle: row.item.text
                onClicked: Nav.push("DetailPage", {record: row.item.id})
            }
            AppButton {
                width: Math.min(implicitWidth, parent.width)
                look: AppButton.Look.Plain
                symbol: "check"
                text: qsTr("Gecontroleerd: het klopt")
                Accessible.description: row.item.title
                onClicked: stale.assure(row.item.id)
            }
        }
    }
}
