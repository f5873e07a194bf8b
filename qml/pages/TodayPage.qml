// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// What matters today: only what is there.
Screen {
    id: page
    title: qsTr("Vandaag")
    maximumWidth: Theme.pageWidth
    Today {
        id: today
        onTold: message => Nav.tell(message, "", null)
    }
    ChecklistList { id: lists }
    Words { width: parent.width; muted: true; text: today.day }
    Field {
        id: quick
        width: parent.width
        symbol: "search"
        placeholder: qsTr("Zoek hulp: wie, wat of waar")
        onAccepted: Nav.find(text)
    }
    Banner {
        visible: App.rejected > 0
        width: parent.width
        tone: Banner.Tone.Danger
        title: qsTr("%n wijziging(en) van u zijn geweigerd", "", App.rejected)
        text: qsTr("Wat u schreef, staat nog op dit toestel.")
        action: qsTr("Bekijken")
        onActed: Nav.push("SyncPage", {})
    }
    Banner {
        visible: App.conflicts > 0
        width: parent.width
        tone: Banner.Tone.Warn
        title: qsTr("Er moet %n keer gekozen worden", "", App.conflicts)
        text: qsTr("Twee mensen vulden tegelijk iets anders in. Er is niets verloren.")
        action: qsTr("Kiezen")
        onActed: Nav.push("ConflictsPage", {})
    }
    Banner {
        visible: App.syncLook === App.Trouble && App.rejected === 0
        width: parent.width
        tone: Banner.Tone.Danger
        title: App.syncText
        action: qsTr("Wat kan ik doen?")
        onActed: Nav.push("SyncPage", {})
    }
    Columns {
        width: parent.width
        first: [
            Section {
                visible: lists.rows.count > 0
                width: parent.width
                title: qsTr("Open lijsten")
                Repeater {
                    model: lists.rows
                    ChecklistRow { required property var item; list: item; width: parent ? parent.width : 0 }
                }
            },
            Section {
                visible: today.rows.count > 0
                width: parent.width
                title: qsTr("Nu open, als het niet kan wachten")
                Repeater {
                    model: today.rows
                    ListRow {
                        required property var item
                        width: parent.width
                        symbol: "emergency"
                        text: item.title
                        subtitle: item.text
                        onClicked: Nav.push("DetailPage", {record: item.id})
                    }
                }
            }
        ]
        second: [
            Section {
                visible: today.reviews.length > 0
                width: parent.width
                title: qsTr("Afspraken om te herzien")
                Repeater {
                    model: today.reviews
                    ListRow {
                        required property var modelData
                        width: parent.width
                        leads: false
                        focusPolicy: Qt.NoFocus
                        said: Accessible.StaticText
                        symbol: "event_repeat"
                        text: modelData.title
                        subtitle: modelData.text
                    }
                }
            },
            Section {
                visible: today.stale.length > 0
                width: parent.width
                title: qsTr("Opnieuw controleren")
                Repeater {
                    model: today.stale
                    ListRow {
                        required property var modelData
                        width: parent.width
                        symbol: "history"
                        text: modelData.title
                        subtitle: modelData.text
                        onClicked: Nav.push("DetailPage", {record: modelData.id})
                    }
                }
                ListRow {
                    visible: today.staleCount > today.stale.length
                    width: parent.width
                    text: qsTr("Alle %n", "", today.staleCount)
                    onClicked: Nav.push("StalePage", {})
                }
            }
        ]
    }
    EmptyState {
        visible: today.loaded && today.services === 0
        width: parent.width
        symbol: "explore"
        title: qsTr("De sociale kaart is nog leeg")
        text: App.firstSync || App.behind > 0 ? qsTr("Hij is nog onderweg naar dit toestel. U kunt alvast rondkijken.")
            : App.coordinator ? qsTr("Haal een bestand binnen, of voeg een dienst toe.") : qsTr("Uw coördinator vult hem.")
        action: App.coordinator && !App.firstSync && App.behind === 0 ? qsTr("Naar beheer") : ""
        onActed: Nav.go("manage")
    }
    Words {
        visible: today.loaded && today.services > 0
        width: parent.width
        look: Words.Look.Small
        muted: true
        text: qsTr("Van de %1 diensten is er nu %n open.", "", today.openCount).arg(today.services)
    }
}
