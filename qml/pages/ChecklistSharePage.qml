// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// Who may read a list; a deliberate step to let a team read it, and back.
Screen {
    id: page
    required property ChecklistCase list
    property var chosen: null
    title: qsTr("Wie kan dit lezen")
    TeamChoice { id: teams; onTold: message => Nav.tell(message, "", null) }
    Connections {
        target: page.list
        function onFailed(title, explanation) { trouble.title = title; trouble.text = explanation }
        function onRecordIdChanged() { page.chosen = null; Nav.pop() }
    }

    Card {
        width: parent.width
        Row {
            width: parent.width
            spacing: Theme.gap3
            Icon { id: mark; name: page.list.shared ? "group" : "lock"; color: Theme.primary }
            Words { width: parent.width - mark.width - parent.spacing; look: Words.Look.Title; text: page.list.shared ? qsTr("Het team %1").arg(page.list.audience) : qsTr("Alleen u") }
        }
        Words { visible: page.list.shared; width: parent.width; text: page.list.readers.join(", ") }
        Words { visible: !page.list.shared; width: parent.width; muted: true; text: qsTr("Niemand anders heeft de sleutel van deze lijst: ook de beheerder van de server niet.") }
    }
    Banner { id: trouble; visible: title !== ""; width: parent.width; tone: Banner.Tone.Warn }

    Section {
        visible: !page.list.shared && teams.rows.count > 0
        width: parent.width
        title: qsTr("Delen met een team")
        help: qsTr("Kies een team. U ziet eerst wie het dan kunnen lezen.")
        Repeater {
            model: teams.rows
            ListRow {
                required property var item
                width: parent ? parent.width : 0
                symbol: page.chosen !== null && page.chosen.id === item.id ? "radio_button_checked" : "radio_button_unchecked"
                leads: false
                current: page.chosen !== null && page.chosen.id === item.id
                text: item.name
                subtitle: qsTr("%n persoon/personen", "", item.count)
                onClicked: page.chosen = item
            }
        }
    }
    EmptyState {
        visible: !page.list.shared && teams.loaded && teams.rows.count === 0
        width: parent.width
        symbol: "group"
        title: qsTr("U zit nog niet in een team")
        text: qsTr("Uw coördinator maakt teams en zet u erin. Daarna kunt u een lijst delen.")
    }
    Card {
        visible: page.chosen !== null && !page.list.shared
        width: parent.width
        spacing: Theme.gap3
        Words { width: parent.width; look: Words.Look.Title; text: page.chosen ? qsTr("Deze mensen kunnen de lijst dan lezen en invullen") : "" }
        Words { width: parent.width; text: page.chosen ? page.chosen.readers : "" }
        Words { width: parent.width; muted: true; text: qsTr("Wie later in het team komt, kan de lijst ook lezen. U kunt hem terughalen, maar wat iemand dan al gelezen heeft, kan niet terug.") }
        AppButton {
            width: Math.min(Math.max(implicitWidth, Theme.buttonWidth), parent.width)
            symbol: "group_add"
            working: page.list.working
            text: page.chosen ? qsTr("Deel met %1").arg(page.chosen.name) : ""
            onClicked: page.list.share(page.chosen.id)
        }
    }
    Card {
        visible: page.list.shared
        width: parent.width
        spacing: Theme.gap3
        Words { width: parent.width; look: Words.Look.Title; text: qsTr("Terughalen") }
        Words {
            width: parent.width
            text: page.list.sharedByYou ? qsTr("De lijst is dan weer alleen van u. Collega’s raken hem kwijt bij hun volgende synchronisatie. Wat zij lazen, afdrukten of overschreven, kan niet terug.")
                                        : qsTr("Alleen wie de lijst deelde, kan hem terughalen.")
        }
        AppButton {
            visible: page.list.sharedByYou
            width: Math.min(Math.max(implicitWidth, Theme.buttonWidth), parent.width)
            look: AppButton.Look.Outlined
            symbol: "undo"
            working: page.list.working
            text: qsTr("Haal de lijst terug")
            onClicked: page.list.takeBack()
        }
    }
}
