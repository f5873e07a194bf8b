// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// The inbox: what people changed differently at the same time. Nothing is lost; somebody chooses.
Screen {
    id: page
    title: qsTr("Te kiezen")
    bare: true
    ConflictList {
        id: inbox
        onTold: message => Nav.tell(message, "", null)
    }
    RowsView {
        id: list
        parent: page.body
        anchors.fill: parent
        visible: inbox.rows.count > 0
        model: inbox.rows
        heading: Words {
            muted: true
            text: qsTr("Hier hebben twee mensen tegelijk iets anders ingevuld. Er is niets verloren: u kiest wat blijft.")
        }
        delegate: ListRow {
            required property var item
            x: list.rowX
            width: list.rowWidth
            raised: true
            symbol: item.deleted ? "delete_sweep" : "call_split"
            text: item.title
            subtitle: item.kind + " · " + item.fields
            onClicked: Nav.push("ConflictPage", {recordId: item.id})
        }
    }
    EmptyState {
        parent: page.body
        width: parent.width
        anchors.verticalCenter: parent.verticalCenter
        visible: inbox.loaded && inbox.rows.count === 0
        symbol: "done_all"
        title: qsTr("Niets te kiezen")
        text: qsTr("Als twee mensen tegelijk iets anders invullen, ziet u dat hier. Er gaat nooit iets stilletjes weg.")
        action: qsTr("Naar vandaag")
        onActed: Nav.go("today")
    }
}
