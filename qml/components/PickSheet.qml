// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// One of the records that are here, found by typing.
Sheet {
    id: sheet
    required property RecordEditor editor
    property string kind: ""
    property int row: -1
    title: qsTr("Kies")
    function ask(row: int, kind: string) {
        sheet.row = row
        sheet.kind = kind
        words.text = ""
        editor.look(kind, "")
        open()
    }
    onOpened: words.input.forceActiveFocus()
    Field { id: words; width: parent.width; symbol: "search"; placeholder: qsTr("Zoek op naam"); onEdited: sheet.editor.look(sheet.kind, text) }
    AppButton {
        width: parent.width
        look: AppButton.Look.Plain
        symbol: "clear"
        text: qsTr("Geen")
        onClicked: { sheet.editor.choose(sheet.row, "", ""); sheet.close() }
    }
    Repeater {
        model: sheet.editor.candidates
        ListRow {
            required property var modelData
            width: parent ? parent.width : 0
            leads: false
            text: modelData.title
            onClicked: { sheet.editor.choose(sheet.row, modelData.record, modelData.title); sheet.close() }
        }
    }
    Words { visible: sheet.editor.candidates.length === 0; width: parent.width; muted: true; text: qsTr("Niets gevonden met die naam.") }
}
