// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// One field of a form, with the control that fits what it holds.
FocusScope {
    id: item
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
        sourceComponent: item.line ? lineInput : item.kindOfInput === RecordEditor.Lines ? linesInput
                       : item.kindOfInput === RecordEditor.Words ? wordsInput : item.kindOfInput === RecordEditor.Reference ? referenceInput : chipsInput
    }
    component Trouble: Words { width: parent ? parent.width : 0; visible: text !== ""; look: Words.Look.Small; color: Theme.danger; text: item.error; Accessible.role: Accessible.AlertMessage }

    Component {
        id: lineInput
        Field {
            id: input
            label: item.label
            error: item.error
            text: item.value
            placeholder: item.kindOfInput === RecordEditor.Date ? "2026-03-01" : item.kindOfInput === RecordEditor.Time ? "09:30" : ""
            inputMethodHints: item.kindOfInput === RecordEditor.Number ? Qt.ImhFormattedNumbersOnly : item.kindOfInput === RecordEditor.Email ? Qt.ImhEmailCharactersOnly
                            : item.kindOfInput === RecordEditor.Url ? Qt.ImhUrlCharactersOnly : item.kindOfInput === RecordEditor.Date ? Qt.ImhDate
                            : item.kindOfInput === RecordEditor.Time ? Qt.ImhTime : Qt.ImhNone
            onEdited: item.editor.set(item.index, text)
        }
    }
    Component {
        id: linesInput
        Column {
            spacing: Theme.gap1
            TextBox { id: box; width: parent.width; focus: true; label: item.label; text: item.value; onEdited: item.editor.set(item.index, text) }
            Trouble {}
        }
    }
    Component {
        id: chipsInput
        Column {
            id: group
            spacing: Theme.gap2
            Words { width: parent.width; text: item.label; font.weight: Font.Medium }
            Flow {
                width: parent.width
                spacing: Theme.gap2
                Repeater {
                    model: item.kindOfInput === RecordEditor.YesNo ? ["true", "false"] : item.codes
                    Chip {
                        required property string modelData
                        required property int index
                        text: item.kindOfInput === RecordEditor.YesNo ? (index === 0 ? qsTr("Ja") : qsTr("Nee")) : item.codeLabels[index]
                        width: Math.min(implicitWidth, group.width)
                        checkable: false
                        checked: item.isSet ? item.elements.indexOf(modelData) >= 0 : item.value === modelData
                        Accessible.role: Accessible.CheckBox
                        Accessible.checkable: true
                        Accessible.description: item.label
                        onClicked: {
                            if (item.isSet) item.editor.toggle(item.index, modelData)
                            else item.editor.set(item.index, checked ? "" : modelData)
                        }
                    }
                }
            }
            Trouble {}
        }
    }
    Component {
        id: wordsInput
        Column {
            id: words
            spacing: Theme.gap2
            Words { width: parent.width; text: item.label; font.weight: Font.Medium }
            Flow {
                width: parent.width
                spacing: Theme.gap2
                visible: item.elements.length > 0
                Repeater {
                    model: item.elements
                    Chip {
                        required property string modelData
                        text: modelData
                        symbol: "close"
                        checkable: false
                        width: Math.min(implicitWidth, words.width)
                        Accessible.name: qsTr("Haal ‘%1’ weg").arg(modelData)
                        onClicked: item.editor.toggle(item.index, modelData)
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
                    input.Accessible.name: qsTr("Voeg toe aan %1").arg(item.label)
                    onAccepted: adder.add()
                }
                IconButton {
                    id: adder
                    symbol: "add"
                    text: qsTr("Voeg toe aan %1").arg(item.label)
                    enabled: more.text.trim() !== ""
                    function add() {
                        if (more.text.trim() === "" || item.elements.indexOf(more.text.trim()) >= 0) return
                        item.editor.toggle(item.index, more.text)
                        more.text = ""
                    }
                    onClicked: add()
                }
            }
            Trouble {}
        }
    }
    Component {
        id: referenceInput
        Column {
            spacing: Theme.gap1
            Words { width: parent.width; text: item.label; font.weight: Font.Medium }
            AppButton {
                width: parent.width
                look: AppButton.Look.Outlined
                symbol: "search"
                text: item.value === "" ? qsTr("Kies") : item.shown !== "" ? item.shown : qsTr("Staat niet op dit toestel")
                Accessible.name: item.label + ": " + text
                onClicked: item.pickWanted(item.index, item.refersTo)
            }
            Trouble {}
        }
    }
}
