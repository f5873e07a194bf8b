// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// What a person chooses for this device. Works at once.
Screen {
    id: page
    title: qsTr("Instellingen")
    maximumWidth: Theme.pageWidth
    function minutes(numbers: var): var {
        return numbers.map(each => ({value: each, text: each === 0 ? qsTr("Meteen") : qsTr("%n minuten", "", each)}))
    }
    Columns {
        width: parent.width
        first: [
            Picks {
                width: parent.width
                title: qsTr("Taal")
                options: [{value: "", text: qsTr("Zoals het toestel")}, {value: "nl", text: "Nederlands"}, {value: "en", text: "English"}]
                value: Settings.language
                onPicked: value => Settings.language = value
            },
            Picks {
                width: parent.width
                title: qsTr("Kleuren")
                options: [{value: Settings.System, text: qsTr("Zoals het toestel")}, {value: Settings.Light, text: qsTr("Licht")},
                          {value: Settings.Dark, text: qsTr("Donker")}]
                value: Settings.look
                onPicked: value => Settings.look = value
            },
            Picks {
                width: parent.width
                title: qsTr("Grootte van de tekst")
                options: [{value: 1, text: "100 %"}, {value: 1.15, text: "115 %"}, {value: 1.3, text: "130 %"},
                          {value: 1.5, text: "150 %"}, {value: 1.75, text: "175 %"}, {value: 2, text: "200 %"}]
                value: Settings.textScale
                onPicked: value => Settings.textScale = value
            },
            Card {
                width: parent.width
                padding: Theme.gap2
                Toggle {
                    width: parent.width
                    text: qsTr("Minder beweging")
                    subtitle: qsTr("Schermen wisselen zonder overgang.")
                    checked: Settings.reducedMotion
                    onToggled: Settings.reducedMotion = checked
                }
                Toggle {
                    width: parent.width
                    text: qsTr("Regionale nummers zonder wachtzin")
                    subtitle: qsTr("Spoednummers uit uw sociale kaart staan dan ook bij ‘Nu bellen’ als de app dicht is. Ze liggen daarvoor leesbaar op dit toestel.")
                    checked: Settings.keepNumbers
                    onToggled: Settings.keepNumbers = checked
                }
            }
        ]
        second: [
            Picks {
                width: parent.width
                title: qsTr("Vergrendelen als u niets doet")
                options: page.minutes([1, 2, 5, 10, 20, 60])
                value: Settings.lockIdleMinutes
                onPicked: value => Settings.lockIdleMinutes = value
            },
            Picks {
                width: parent.width
                title: qsTr("Vergrendelen als het venster verborgen is")
                options: page.minutes([0, 1, 2, 5, 10])
                value: Settings.lockHiddenMinutes
                onPicked: value => Settings.lockHiddenMinutes = value
            },
            ListRow {
                visible: !App.sample
                width: parent.width
                raised: true
                symbol: "password"
                text: qsTr("Wachtzin wijzigen")
                onClicked: Nav.push("PassphrasePage", {})
            }
        ]
    }
}
