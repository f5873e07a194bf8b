// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// One record of the inbox: every field with more than one value.
Screen {
    id: page
    property alias recordId: conflict.recordId
    title: conflict.title
    ConflictCase {
        id: conflict
        onSettled: message => Nav.tell(message, qsTr("Ongedaan maken"), () => conflict.undo())
        onTold: message => Nav.tell(message, "", null)
    }
    Words {
        visible: conflict.kind !== ""
        width: parent.width
        muted: true
        text: conflict.kind
    }
    Repeater {
        model: conflict.fields
        ConflictField {
            required property var modelData
            width: parent.width
            field: modelData
            onKept: number => conflict.keep(modelData.field, number)
            onKeptAll: conflict.keepAll(modelData.field)
            onWritten: text => conflict.write(modelData.field, text)
        }
    }
    EmptyState {
        visible: conflict.loaded && conflict.fields.length === 0
        width: parent.width
        symbol: "done_all"
        title: qsTr("Alles is gekozen")
        text: qsTr("Uw keuze geldt voor iedereen. Wat niet gekozen is, blijft in de geschiedenis staan.")
        action: qsTr("Terug")
        onActed: Nav.pop()
    }
}
