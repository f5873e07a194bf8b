// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// One place of a list: a heading, a note, whom to call, a question with its control, a row of what repeats.
FocusScope {
    id: row
    required property ChecklistForm form
    required property string key
    required property int kindOfRow
    required property int kindOfInput
    required property string words
    required property string help
    required property int depth
    required property int number
    required property bool mustAnswer
    required property bool fixed
    required property bool several
    required property bool ownWords
    required property var options
    required property var units
    required property var cards
    required property bool urgent
    required property bool warns
    required property string value
    required property string unit
    required property var chosen
    required property var entries
    required property string error
    required property var clash
    signal settled(string key, int number)
    signal rowRemoved

    readonly property string read: kindOfInput === ChecklistForm.YesNo ? (chosen.length === 0 ? "" : chosen[0] === 1 ? qsTr("Ja") : qsTr("Nee"))
                                 : chosen.map(each => options[each]).concat(entries).concat(value !== "" ? [unit !== "" ? value + " " + unit : value] : []).join("\n")
    implicitHeight: content.height
    height: implicitHeight

    Loader {
        id: content
        width: parent.width
        focus: true
        sourceComponent: row.kindOfRow === ChecklistForm.Heading ? heading : row.kindOfRow === ChecklistForm.Note ? note
                       : row.kindOfRow === ChecklistForm.Card ? card : row.kindOfRow === ChecklistForm.Question ? question
                       : row.kindOfRow === ChecklistForm.Row ? times : more
    }

    Component {
        id: heading
        Column {
            topPadding: row.depth === 0 ? Theme.gap4 : Theme.gap2
            spacing: Theme.gap1
            Words { width: parent.width; look: row.depth === 0 ? Words.Look.Headline : Words.Look.Title; text: row.words; Accessible.role: Accessible.Heading }
            Words { visible: text !== ""; width: parent.width; muted: true; text: row.help }
            Words { visible: text !== ""; width: parent.width; look: Words.Look.Small; color: Theme.danger; text: row.error; Accessible.role: Accessible.AlertMessage }
        }
    }
    Component {
        id: note
        Row {
            spacing: Theme.gap3
            Icon { id: mark; name: row.warns ? "shield" : "info"; color: row.warns ? Theme.primary : Theme.muted }
            Words { width: parent.width - mark.width - parent.spacing; text: row.words; muted: !row.warns }
        }
    }
    Component {
        id: card
        CallCard { width: row.width; text: row.words; cards: row.cards; urgent: row.urgent }
    }
    Component {
        id: question
        Column {
            id: asked
            spacing: Theme.gap2
            topPadding: Theme.gap2
            Words { width: parent.width; text: row.words; font.weight: Font.DemiBold }
            Words { visible: text !== "" && !row.fixed; width: parent.width; look: Words.Look.Small; muted: true; text: row.help }
            Loader {
                width: parent.width
                focus: true
                sourceComponent: row.fixed ? readOnly : row.clash.length > 0 ? choosing : input
            }
            Row {
                visible: row.error !== ""
                width: parent.width
                spacing: Theme.gap1
                Icon { id: wrong; name: "error_outline"; size: Math.round(Theme.icon * 0.8); color: Theme.danger }
                Words { width: parent.width - wrong.width - parent.spacing; look: Words.Look.Small; color: Theme.danger; text: row.error; Accessible.role: Accessible.AlertMessage }
            }
            Words { visible: !row.mustAnswer && !row.fixed && row.kindOfInput !== ChecklistForm.Kept; width: parent.width; look: Words.Look.Small; muted: true; text: qsTr("Mag leeg blijven") }
        }
    }
    Component {
        id: input
        ChecklistAnswer {
            form: row.form; key: row.key; kindOfInput: row.kindOfInput; words: row.words; help: row.help
            several: row.several; ownWords: row.ownWords; options: row.options; units: row.units
            value: row.value; unit: row.unit; chosen: row.chosen; entries: row.entries; error: row.error
        }
    }
    Component {
        id: readOnly
        Words {
            text: row.read !== "" ? row.read : qsTr("Niet ingevuld")
            muted: row.read === ""
            font.italic: row.read === ""
        }
    }
    Component {
        id: choosing
        Column {
            spacing: Theme.gap3
            Banner {
                width: parent.width
                tone: Banner.Tone.Warn
                title: qsTr("Twee mensen vulden hier tegelijk iets anders in")
                text: qsTr("Er is niets verloren. Kies welk antwoord blijft.")
            }
            Grid {
                id: values
                width: parent.width
                columns: width >= 560 ? 2 : 1
                spacing: Theme.gap3
                Repeater {
                    model: row.clash
                    ConflictValue {
                        required property var modelData
                        value: modelData
                        width: (values.width - (values.columns - 1) * Theme.gap3) / values.columns
                        onKept: row.settled(row.key, modelData.number)
                    }
                }
            }
        }
    }
    Component {
        id: times
        Row {
            spacing: Theme.gap2
            Words { width: parent.width - away.width - parent.spacing; anchors.verticalCenter: parent.verticalCenter; look: Words.Look.Title; text: qsTr("%1 %2").arg(row.words).arg(row.number) }
            IconButton {
                id: away
                visible: !row.fixed
                symbol: "delete_outline"
                text: qsTr("Haal ‘%1 %2’ weg").arg(row.words).arg(row.number)
                onClicked: {
                    row.form.removeRow(row.key)
                    row.rowRemoved()
                }
            }
        }
    }
    Component {
        id: more
        Column {
            Words { visible: row.fixed && row.number === 0; width: parent.width; muted: true; font.italic: true; text: qsTr("Niet ingevuld") }
            AppButton {
                visible: !row.fixed
                width: Math.min(implicitWidth, parent.width)
                look: AppButton.Look.Tonal
                symbol: "add"
                text: row.number === 0 ? qsTr("Voeg toe: %1").arg(row.words) : qsTr("Nog een: %1").arg(row.words)
                onClicked: row.form.addRow(row.key)
            }
        }
    }
}
