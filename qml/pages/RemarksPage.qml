// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// What people said is not right any more: look, put it right, done.
Screen {
    id: page
    title: qsTr("Opmerkingen")
    bare: true
    RemarkList {
        id: remarks
        onTold: message => Nav.tell(message, "", null)
    }
    RowsView {
        id: list
        parent: page.body
        anchors.fill: parent
        visible: count > 0
        model: remarks.rows
        heading: Words {
            muted: true
            text: qsTr("Collega’s zeggen dat dit niet meer klopt. Controleer het en pas het zo nodig aan. Klopt het daarna, dan is de opmerking voor iedereen afgehandeld.")
        }
        delegate: Card {
            id: row
            required property var item
            x: list.rowX
            width: list.rowWidth
            padding: Theme.gap2
            ListRow {
                width: parent.width
                symbol: "report_problem"
                text: row.item.title
                subtitle: qsTr("%1 · %2").arg(row.item.by).arg(row.item.at)
                onClicked: Nav.push("DetailPage", {record: row.item.record})
            }
            Words {
                x: Theme.gap4
                width: parent.width - 2 * x
                text: row.item.words
            }
            Flow {
                width: parent.width
                spacing: Theme.gap2
                AppButton {
                    visible: row.item.assurable
                    width: Math.min(implicitWidth, parent.width)
                    look: AppButton.Look.Plain
                    symbol: "check"
                    text: qsTr("Het klopt nu")
                    Accessible.description: row.item.title
                    onClicked: remarks.settle(row.item.record)
                }
                AppButton {
                    visible: row.item.mine
                    width: Math.min(implicitWidth, parent.width)
                    look: AppButton.Look.Plain
                    symbol: "undo"
                    text: qsTr("Trek uw opmerking in")
                    Accessible.description: row.item.title
                    onClicked: remarks.withdraw(row.item.id)
                }
            }
        }
    }
    EmptyState {
        parent: page.body
        width: parent.width
        anchors.verticalCenter: parent.verticalCenter
        visible: remarks.loaded && list.count === 0
        symbol: "done_all"
        title: qsTr("Geen opmerkingen")
        text: qsTr("Meldt een collega dat iets niet meer klopt, dan ziet u dat hier.")
        action: qsTr("Terug")
        onActed: Nav.pop()
    }
}
