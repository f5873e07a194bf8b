// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// The control that a question is answered with.
FocusScope {
    id: answer
    required property ChecklistForm form
    required property string key
    required property int kindOfInput
    required property string words
    required property string help
    required property bool several
    required property bool ownWords
    required property var options
    required property var units
    required property string value
    required property string unit
    required property var chosen
    required property var entries
    required property string error

    /// Few and short: beside each other.
    readonly property bool asPills: options.length <= 4 && !ownWords && options.every(each => each.length <= 16)
    /// More than these are looked for in a sheet of their own.
    readonly property int listedAtMost: 12
    readonly property bool yesNo: kindOfInput === ChecklistForm.YesNo
    implicitHeight: content.height

    Loader {
        id: content
        width: parent.width
        focus: true
        sourceComponent: answer.kindOfInput === ChecklistForm.Lines ? lines
                       : answer.yesNo || (answer.kindOfInput === ChecklistForm.Options && answer.asPills) ? pills
                       : answer.kindOfInput === ChecklistForm.Options && answer.options.length > answer.listedAtMost ? longList
                       : answer.kindOfInput === ChecklistForm.Options ? optionList
                       : answer.kindOfInput === ChecklistForm.Entries ? entryList
                       : answer.kindOfInput === ChecklistForm.Amount ? amount
                       : answer.kindOfInput === ChecklistForm.Kept ? kept : line
    }

    Component {
        id: line
        Column {
            id: typed
            spacing: Theme.gap2
            readonly property bool dated: answer.kindOfInput === ChecklistForm.Day || answer.kindOfInput === ChecklistForm.Moment
                                          || answer.kindOfInput === ChecklistForm.Clock
            // Beside each other where both fit.
            Flow {
                width: parent.width
                spacing: Theme.gap2
                Field {
                    id: input
                    readonly property real least: 12 * Theme.body
                    width: !typed.dated ? typed.width
                         : typed.width - now.implicitWidth - Theme.gap2 >= least ? Math.min(18 * Theme.body, typed.width - now.implicitWidth - Theme.gap2)
                         : typed.width
                    focus: true
                    text: answer.value
                    placeholder: answer.kindOfInput === ChecklistForm.Day ? qsTr("dag-maand-jaar") : answer.kindOfInput === ChecklistForm.Moment ? qsTr("dag-maand-jaar uur:minuut")
                               : answer.kindOfInput === ChecklistForm.Clock ? qsTr("uur:minuut") : ""
                    input.Accessible.name: answer.words
                    input.Accessible.description: answer.error !== "" ? answer.error : answer.help
                    inputMethodHints: answer.kindOfInput === ChecklistForm.Whole ? Qt.ImhDigitsOnly : answer.kindOfInput === ChecklistForm.Number ? Qt.ImhFormattedNumbersOnly
                                    : answer.kindOfInput === ChecklistForm.Address ? Qt.ImhUrlCharactersOnly : answer.kindOfInput === ChecklistForm.Day ? Qt.ImhDate
                                    : answer.kindOfInput === ChecklistForm.Clock ? Qt.ImhTime : Qt.ImhNone
                    onEdited: answer.form.write(answer.key, text)
                    input.onActiveFocusChanged: if (!input.activeFocus) answer.form.leave(answer.key)
                }
                AppButton {
                    id: now
                    visible: typed.dated
                    look: AppButton.Look.Tonal
                    symbol: answer.kindOfInput === ChecklistForm.Day ? "today" : "schedule"
                    text: answer.kindOfInput === ChecklistForm.Day ? qsTr("Vandaag") : qsTr("Nu")
                    Accessible.description: answer.words
                    onClicked: {
                        const at = new Date()
                        answer.form.write(answer.key, Qt.formatDateTime(at, answer.kindOfInput === ChecklistForm.Day ? "d-M-yyyy"
                                                      : answer.kindOfInput === ChecklistForm.Clock ? "hh:mm" : "d-M-yyyy hh:mm"))
                        answer.form.leave(answer.key)
                    }
                }
            }
        }
    }
    Component {
        id: lines
        TextBox {
            width: answer.width
            focus: true
            text: answer.value
            input.Accessible.name: answer.words
            input.Accessible.description: answer.error !== "" ? answer.error : answer.help
            onEdited: answer.form.write(answer.key, text)
            input.onActiveFocusChanged: if (!input.activeFocus) answer.form.leave(answer.key)
        }
    }
    Component {
        id: pills
        Flow {
            spacing: Theme.gap2
            Repeater {
                model: answer.yesNo ? [qsTr("Ja"), qsTr("Nee")] : answer.options
                Chip {
                    required property string modelData
                    required property int index
                    readonly property int option: answer.yesNo ? 1 - index : index
                    width: Math.max(implicitWidth, 72)
                    height: Math.max(implicitHeight, Theme.touch)
                    text: modelData
                    checkable: false
                    checked: answer.chosen.indexOf(option) >= 0
                    Accessible.role: answer.several ? Accessible.CheckBox : Accessible.RadioButton
                    Accessible.checkable: true
                    Accessible.description: answer.words
                    onClicked: answer.form.choose(answer.key, option)
                }
            }
        }
    }
    Component {
        id: optionList
        Column {
            spacing: Theme.gap2
            Repeater {
                model: answer.options
                AnswerOption {
                    required property string modelData
                    required property int index
                    width: parent ? parent.width : 0
                    text: modelData
                    question: answer.words
                    several: answer.several
                    chosen: answer.chosen.indexOf(index) >= 0
                    onClicked: answer.form.choose(answer.key, index)
                }
            }
            OwnWords { visible: answer.ownWords; width: parent.width; form: answer.form; key: answer.key; question: answer.words; text: answer.value }
        }
    }
    Component {
        id: longList
        Column {
            spacing: Theme.gap2
            AppButton {
                width: Math.min(Math.max(implicitWidth, Theme.buttonWidth), parent.width)
                look: AppButton.Look.Outlined
                symbol: "list"
                text: answer.chosen.length === 0 ? qsTr("Kies uit de lijst") : answer.chosen.map(each => answer.options[each]).join(", ")
                Accessible.description: answer.words
                onClicked: picker.ask()
            }
            OwnWords { visible: answer.ownWords; width: parent.width; form: answer.form; key: answer.key; question: answer.words; text: answer.value }
            OptionSheet {
                id: picker
                title: answer.words
                options: answer.options
                chosen: answer.chosen
                several: answer.several
                onPicked: option => { answer.form.choose(answer.key, option); if (!answer.several) close() }
            }
        }
    }
    Component {
        id: entryList
        Column {
            id: list
            spacing: Theme.gap2
            function add() {
                if (more.text.trim() === "") return
                answer.form.addEntry(answer.key, more.text)
                more.text = ""
            }
            Repeater {
                model: answer.entries
                Row {
                    id: entry
                    required property string modelData
                    required property int index
                    width: list.width
                    spacing: Theme.gap1
                    Words { width: parent.width - away.width - parent.spacing; anchors.verticalCenter: parent.verticalCenter; text: entry.modelData }
                    IconButton { id: away; symbol: "close"; text: qsTr("Haal ‘%1’ weg").arg(entry.modelData); onClicked: answer.form.removeEntry(answer.key, entry.index) }
                }
            }
            Row {
                width: parent.width
                spacing: Theme.gap1
                Field {
                    id: more
                    width: parent.width - adder.width - parent.spacing
                    focus: true
                    placeholder: qsTr("Voeg toe")
                    input.Accessible.name: answer.words
                    onAccepted: list.add()
                    // What stands here is not lost by going on.
                    input.onActiveFocusChanged: if (!input.activeFocus) list.add()
                }
                IconButton { id: adder; symbol: "add"; text: qsTr("Voeg toe"); enabled: more.text.trim() !== ""; onClicked: list.add() }
            }
        }
    }
    Component {
        id: amount
        Flow {
            spacing: Theme.gap2
            Field {
                width: Math.min(12 * Theme.body, answer.width)
                focus: true
                text: answer.value
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                input.Accessible.name: answer.words
                input.Accessible.description: answer.error !== "" ? answer.error : answer.help
                onEdited: answer.form.write(answer.key, text)
                input.onActiveFocusChanged: if (!input.activeFocus) answer.form.leave(answer.key)
            }
            Field {
                visible: answer.units.length === 0
                width: Math.min(10 * Theme.body, answer.width)
                text: answer.unit
                placeholder: qsTr("eenheid")
                input.Accessible.name: qsTr("%1 Eenheid").arg(answer.words)
                onEdited: answer.form.writeUnit(answer.key, text)
            }
            Repeater {
                model: answer.units
                Chip {
                    required property string modelData
                    height: Math.max(implicitHeight, Theme.touch)
                    text: modelData
                    checkable: false
                    checked: answer.unit === modelData
                    Accessible.role: Accessible.RadioButton
                    Accessible.checkable: true
                    Accessible.description: answer.words
                    onClicked: answer.form.writeUnit(answer.key, modelData)
                }
            }
        }
    }
    Component {
        id: kept
        Banner {
            width: answer.width
            title: qsTr("Dit kan de app niet laten invullen")
            text: answer.value !== "" ? answer.value + " " + qsTr("Het blijft bewaard.") : qsTr("U kunt de rest gewoon invullen.")
        }
    }
}
