// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// Everybody in the region.
Screen {
    id: page
    title: qsTr("Wie hoort erbij")
    bare: true
    People {
        id: people
        onTold: message => Nav.tell(message, "", null)
    }
    RowsView {
        id: list
        parent: page.body
        anchors.fill: parent
        model: people.rows
        delegate: ListRow {
            required property var item
            x: list.rowX
            width: list.rowWidth
            raised: true
            leads: false
            focusPolicy: Qt.NoFocus
            said: Accessible.StaticText
            symbol: "person"
            text: item.you ? qsTr("%1 (u)").arg(item.name) : item.name
            subtitle: item.role + " · " + qsTr("%n toestel(len)", "", item.devices)
            trailing: item.since !== "" ? qsTr("sinds %1").arg(item.since) : ""
        }
    }
}
