// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer

/// A long list of answers, found by typing.
Sheet {
    id: sheet
    property var options: []
    property var chosen: []
    property bool several: false
    /// More than these make nobody wiser; typing narrows them down.
    readonly property int shownAtMost: 50
    readonly property var found: {
        const words = look.text.trim().toLowerCase()
        const all = []
        for (let i = 0; i < options.length && all.length < shownAtMost; ++i)
            if (words === "" || options[i].toLowerCase().indexOf(words) >= 0) all.push(i)
        return all
    }
    signal picked(int option)
    function ask() {
        look.text = ""
        open()
    }
    onOpened: look.input.forceActiveFocus()
    Field { id: look; width: parent.width; symbol: "search"; placeholder: qsTr("Zoek in de lijst") }
    Repeater {
        model: sheet.found
        AnswerOption {
            required property int modelData
            width: parent ? parent.width : 0
            text: sheet.options[modelData]
            several: sheet.several
            chosen: sheet.chosen.indexOf(modelData) >= 0
            onClicked: sheet.picked(modelData)
        }
    }
    Words { visible: sheet.found.length === 0; width: parent.width; muted: true; text: qsTr("Niets gevonden.") }
    Words { visible: sheet.found.length === sheet.shownAtMost; width: parent.width; muted: true; text: qsTr("Typ een deel van het woord om verder te zoeken.") }
}
