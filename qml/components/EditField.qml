// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// One field of a form, with the control that fits what it holds.
FocusScope {
    id: row  // not "item": inside a Loader that is what it loaded
    required property RecordEditor editor
    required property int index
    required property string label
    required property int kindOfInput
    required property string value
    required property var elements
    required property var codes
    required property var codeLabels
    required property string shown
    required property string error
    required property string refersTo
    signal pickWanted(int row, string kind)
    implicitHeight: content.height
    readonly property bool line: [RecordEditor.Line, RecordEditor.Number, RecordEditor.Email, RecordEditor.Url, RecordEditor.Date, RecordEditor.Time].indexOf(kindOfInput) >= 0
    readonly property bool isSet: kindOfInput === RecordEditor.Choices || kindOfInput === RecordEditor.Words

    Loader {
        id: content
        width: parent.width
        focus: true
        sourceComponent: row.line ? lineInput : row.kindOfInput === RecordEditor.Lines ? linesInput
                       : row.kindOfInput === RecordEditor.Words ? wordsInput : row.kindOfInput === RecordEditor.Reference ? referenceInput : chipsInput
    }
    component Trouble: Words { width: parent ? parent.width : 0; visible: text !== ""; look: Words.Look.Small; color: Theme.danger; Accessible.role: Accessible.AlertMessage }

    Component {
        id: lineInput
        Field {
            id: input
            label: row.label
            error: row.error
            text: row.value
            placeholder: row.kindOfInput === RecordEditor.Date ? "2026-03-01" : row.kindOfInput === RecordEditor.Time ? "09:30" : ""
            inputMethodHints: row.kindOfInput === RecordEditor.Number ? Qt.ImhFormattedNumbersOnly : row.kindOfInput === RecordEditor.Email ? Qt.ImhEmailCharactersOnly
                            : row.kindOfInput === RecordEditor.Url ? Qt.ImhUrlCharactersOnly : row.kindOfInput === RecordEditor.Date ? Qt.ImhDate
                            : row.kindOfInput === RecordEditor.Time ? Qt.ImhTime : Qt.ImhNone
            onEdited: row.editor.set(row.index, text)
        }
    }
    Component {
        id: linesInput
        Column {
            spacing: Theme.gap1
            TextBox { id: box; width: parent.width; focus: true; label: row.label; text: row.value; onEdited: row.editor.set(row.index, text) }
            Trouble { text: row.error }
        }
    }
    Component {
        id: chipsInput
        Column {
            id: group
            spacing: Theme.gap2
            Words { width: parent.width; text: row.label; font.weight: Font.Medium }
            Flow {
                width: parent.width
                spacing: Theme.gap2
                Repeater {
                    model: row.kindOfInput === RecordEditor.YesNo ? ["true", "false"] : row.codes
                    Chip {
                        required property string modelData
                        required property int index
                        text: row.kindOfInput === RecordEditor.YesNo ? (index === 0 ? qsTr("Ja") : qsTr("Nee")) : row.codeLabels[index].charAt(0).toUpperCase() + row.codeLabels[index].slice(1)
                        width: Math.min(implicitWidth, group.width)
                        checkable: false
                        checked: row.isSet ? row.elements.indexOf(modelData) >= 0 : row.value === modelData
                        said: Accessible.CheckBox
                        Accessible.checkable: true
                        Accessible.description: row.label
                        onClicked: {
                            if (row.isSet) row.editor.toggle(row.index, modelData)
                            else row.editor.set(row.index, checked ? "" : modelData)
                        }
                    }
                }
            }
            Trouble { text: row.error }
        }
    }
    Component {
        id: wordsInput
        Column {
            id: words
            spacing: Theme.gap2
            Words { width: parent.width; text: row.label; font.weight: Font.Medium }
            Flow {
                width: parent.width
                spacing: Theme.gap2
                visible: row.elements.length > 0
                Repeater {
                    model: row.elements
                    Chip {
                        required property string modelData
                        text: modelData
                        symbol: "close"
                        checkable: false
                        width: Math.min(implicitWidth, words.width)
                        Accessible.name: qsTr("Haal ‘%1’ weg").arg(modelData)
                        onClicked: row.editor.toggle(row.index, modelData)
                    }
                }
            }
            Row {
                width: parent.width
                spacing: Theme.gap2
                Field {
                    id: more
                    width: parent.width - adder.width - parent.spacing
                    placeholder: qsTr("Voeg toe")
                    input.Accessible.name: qsTr("Voeg toe aan %1").arg(row.label)
                    onAccepted: adder.add()
                }
                IconButton {
                    id: adder
                    symbol: "add"
                    text: qsTr("Voeg toe aan %1").arg(row.label)
                    enabled: more.text.trim() !== ""
                    function add() {
                        if (more.text.trim() === "" || row.elements.indexOf(more.text.trim()) >= 0) return
                        row.editor.toggle(row.index, more.text)
                        more.text = ""
                    }
                    onClicked: add()
                }
            }
            Trouble { text: row.error }
        }
    }
    Component {
        id: referenceInput
        Column {
            spacing: Theme.gap1
            Words { width: parent.width; text: row.label; font.weight: Font.Medium }
            AppButton {
                width: parent.width
                look: AppButton.Look.Outlined
                symbol: "search"
                text: row.value === "" ? qsTr("Kies") : row.shown !== "" ? row.shown : qsTr("Staat niet op dit toestel")
                Accessible.name: row.label + ": " + text
                onClicked: row.pickWanted(row.index, row.refersTo)
            }
            Trouble { text: row.error }
        }
    }
}
