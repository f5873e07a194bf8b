// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// Pairs that may be one; a person decides.
Screen {
    id: page
    title: qsTr("Dubbelen")
    bare: true
    maximumWidth: 960
    DuplicatePairs {
        id: pairs
        onTold: message => Nav.tell(message, "", null)
    }
    RowsView {
        id: list
        parent: page.body
        anchors.fill: parent
        maximumWidth: 960
        visible: count > 0
        model: pairs.rows
        delegate: DuplicatePair {
            required property var item
            x: list.rowX
            width: list.rowWidth
            pair: item
            onKept: (keep, other) => pairs.makeOne(keep, other)
            onToldApart: pairs.tellApart(item.first.id, item.second.id)
        }
    }
    Spinner { parent: page.body; anchors.centerIn: parent; visible: !pairs.loaded }
    EmptyState {
        parent: page.body
        width: parent.width
        anchors.verticalCenter: parent.verticalCenter
        visible: pairs.loaded && list.count === 0
        symbol: "done_all"
        title: qsTr("Geen dubbelen gevonden")
        text: qsTr("De app vergelijkt namen, telefoonnummers, websites en postcodes.")
        action: qsTr("Terug")
        onActed: Nav.pop()
    }
}
