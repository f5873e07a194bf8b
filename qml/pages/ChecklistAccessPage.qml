// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// Who looked at a list and what they did with it, as far as this device has heard.
Screen {
    id: page
    property alias recordId: access.recordId
    title: qsTr("Wie bekeek of veranderde dit")
    ChecklistAccess { id: access; onTold: message => Nav.tell(message, "", null) }
    Words { width: parent.width; muted: true; text: qsTr("Ook wat zonder verbinding gebeurde. Van een ander toestel staat het hier na de synchronisatie.") }
    Section {
        visible: access.rows.count > 0
        width: parent.width
        Repeater {
            model: access.rows
            ListRow {
                required property var item
                width: parent ? parent.width : 0
                leads: false
                focusPolicy: Qt.NoFocus
                Accessible.role: Accessible.StaticText
                symbol: "person"
                text: item.who
                subtitle: item.what
                trailing: item.when
            }
        }
    }
    EmptyState { visible: access.loaded && access.rows.count === 0; width: parent.width; symbol: "visibility"; title: qsTr("Nog niemand"); text: qsTr("Hier komt te staan wie de lijst opent.") }
}
