// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// Name, what can be done at once, and what a person must know before they do.
Column {
    id: head
    required property var view
    readonly property var entry: view.entry
    /// The sample has nowhere to send to.
    readonly property bool unsent: entry.pending === true && App.syncLook !== App.Local
    signal noteWanted
    spacing: Theme.gap3

    Words { width: parent.width; look: Words.Look.Headline; text: head.entry.title ?? "" }
    Words {
        visible: text !== ""
        width: parent.width
        muted: true
        text: [head.entry.organization ?? "", head.entry.otherName ?? ""].filter(part => part !== "" && part !== head.entry.title).join(" · ")
    }
    Flow {
        width: parent.width
        spacing: Theme.gap2
        visible: head.entry.openText !== "" || head.unsent || (head.entry.status ?? "") !== ""
        Chip {
            width: Math.min(implicitWidth, parent.width)
            visible: head.entry.openText !== ""
            passive: true
            tone: head.entry.openState === 1 ? Chip.Tone.Good : Chip.Tone.Plain
            symbol: head.entry.openState === 1 ? "schedule" : "door_front"
            text: head.entry.openText ?? ""
        }
        Chip { width: Math.min(implicitWidth, parent.width); visible: head.unsent; passive: true; symbol: "schedule_send"; text: qsTr("Nog niet verstuurd") }
        Chip { width: Math.min(implicitWidth, parent.width); visible: (head.entry.status ?? "") !== ""; passive: true; tone: Chip.Tone.Warn; symbol: "warning_amber"; text: head.entry.status ?? "" }
    }
    Flow {
        width: parent.width
        spacing: Theme.gap2
        Repeater {
            model: (head.entry.phones ?? []).filter(each => each.url !== "").slice(0, 2)
            AppButton {
                required property var modelData
                required property int index
                look: index === 0 ? AppButton.Look.Filled : AppButton.Look.Tonal
                width: Math.min(implicitWidth, head.width)
                symbol: "call"
                text: qsTr("Bel %1").arg(modelData.number)
                onClicked: Qt.openUrlExternally(modelData.url)
            }
        }
        Repeater {
            model: (head.entry.emails ?? []).slice(0, 1)
            AppButton { required property var modelData; width: Math.min(implicitWidth, head.width); look: AppButton.Look.Tonal; symbol: "mail_outline"; text: qsTr("Mail"); Accessible.description: modelData.text; onClicked: Qt.openUrlExternally(modelData.url) }
        }
        Repeater {
            model: (head.entry.sites ?? []).filter(each => each.url !== "").slice(0, 1)
            AppButton { required property var modelData; width: Math.min(implicitWidth, head.width); look: AppButton.Look.Tonal; symbol: "public"; text: qsTr("Website"); Accessible.description: modelData.text; onClicked: Qt.openUrlExternally(modelData.url) }
        }
        AppButton { width: Math.min(implicitWidth, head.width); visible: (head.entry.routeUrl ?? "") !== ""; look: AppButton.Look.Tonal; symbol: "directions"; text: qsTr("Route"); onClicked: Qt.openUrlExternally(head.entry.routeUrl) }
    }
    Row {
        spacing: Theme.gap1
        IconButton {
            symbol: head.view.detail.favourite ? "favorite" : "favorite_border"
            ink: head.view.detail.favourite ? Theme.danger : Theme.text
            text: head.view.detail.favourite ? qsTr("Geen favoriet meer") : qsTr("Maak favoriet")
            onClicked: head.view.detail.favourite = !head.view.detail.favourite
        }
        IconButton { symbol: "sticky_note_2"; text: qsTr("Notitie voor uzelf"); onClicked: head.noteWanted() }
        IconButton {
            symbol: "content_copy"
            text: qsTr("Kopieer als tekst om te delen")
            onClicked: {
                head.view.detail.copy(head.view.detail.shareText())
                Nav.tell(qsTr("Gekopieerd. Plak het waar u wilt."), "", null)
            }
        }
        IconButton { symbol: "edit"; text: qsTr("Bewerken"); onClicked: Nav.push("EditPage", {record: head.view.record}) }
        IconButton { symbol: "history"; text: qsTr("Geschiedenis"); onClicked: Nav.push("HistoryPage", {record: head.view.record}) }
    }
    Banner {
        visible: head.view.detail.note !== ""
        width: parent.width
        title: qsTr("Uw notitie")
        text: head.view.detail.note
        action: qsTr("Aanpassen")
        onActed: head.noteWanted()
    }
    Banner { visible: text !== ""; width: parent.width; tone: Banner.Tone.Warn; title: qsTr("Let op"); text: head.entry.alert ?? "" }
    Banner {
        visible: head.entry.deleted === true
        width: parent.width
        tone: Banner.Tone.Warn
        title: qsTr("Dit is verwijderd")
        text: qsTr("Niemand vindt het meer. U kunt het terugzetten.")
        action: qsTr("Terugzetten")
        onActed: head.view.detail.restore()
    }
    Banner {
        visible: head.entry.conflict === true
        width: parent.width
        tone: Banner.Tone.Warn
        title: qsTr("Hier zijn twee versies van")
        text: qsTr("Collega’s hebben tegelijk iets verschillends ingevuld. Beide versies zijn bewaard.")
        action: qsTr("Vergelijk en kies")
        onActed: Nav.push("ConflictPage", {recordId: head.view.record})
    }
}
