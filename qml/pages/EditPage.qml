// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// A form for a record: an existing one (`record`), or a new one of a `kind`, hung under `parentRecord`.
Screen {
    id: page
    property string record: ""
    property string kind: ""
    property string parentRecord: ""
    property string parentField: ""
    title: record === "" ? qsTr("Toevoegen") : qsTr("Bewerken")
    actionsEnd: 0
    actions: [
        AppButton { text: qsTr("Bewaar"); symbol: "check"; working: form.saving; enabled: form.changed && !form.wrong && !form.saving; onClicked: form.save() }
    ]
    // Not the page's own way back: what is not saved is asked about first.
    function leave() {
        if (form.changed) leaving.open()
        else Nav.pop()
    }
    back: true
    leaveBy: page.leave

    RecordEditor {
        id: form
        record: page.record
        kind: page.kind
        parentRecord: page.parentRecord
        parentField: page.parentField
        Component.onCompleted: open()
        onSaved: record => {
            Nav.pop()
            Nav.tell(qsTr("Bewaard op dit toestel"), "", null)
            if (page.record === "" && page.parentRecord === "") Nav.push("DetailPage", {record: record})
        }
        onRemoved: {
            const gone = page.record
            Nav.pop()
            Nav.tell(qsTr("‘%1’ is verwijderd").arg(form.title), qsTr("Ongedaan maken"), () => Records.restore(gone))
        }
        onFailed: (title, explanation) => { trouble.title = title; trouble.text = explanation }
        onEdited: if (changed) { trouble.title = ""; trouble.text = "" }
    }
    PickSheet { id: picker; editor: form }
    Connections {
        target: page
        function onVisibleChanged() { if (page.visible && form.ready) form.open() }
    }

    Banner {
        visible: form.draftWaits
        width: parent.width
        title: qsTr("U was hier nog mee bezig")
        text: qsTr("Wat u had ingevuld, is bewaard op dit toestel.")
        action: qsTr("Ga verder waar u was")
        onActed: form.resumeDraft()
    }
    AppButton { visible: form.draftWaits; width: parent.width; look: AppButton.Look.Plain; text: qsTr("Gooi dat weg"); onClicked: form.dropDraft() }
    Banner { id: trouble; visible: title !== ""; width: parent.width; tone: Banner.Tone.Warn }
    Words { visible: text !== ""; width: parent.width; look: Words.Look.Title; text: form.title }
    Repeater {
        model: form
        EditField {
            width: parent ? parent.width : 0
            editor: form
            onPickWanted: (row, kind) => picker.ask(row, kind)
        }
    }
    Words { visible: page.record === "" && form.children.length > 0; width: parent.width; muted: true; text: qsTr("Telefoon, openingstijden en adres kunt u toevoegen zodra u hebt bewaard.") }
    Repeater {
        model: page.record !== "" ? form.children : []
        Column {
            id: group
            required property var modelData
            width: parent ? parent.width : 0
            spacing: Theme.gap1
            Words { width: parent.width; look: Words.Look.Title; text: group.modelData.label }
            Repeater {
                model: group.modelData.items
                Row {
                    id: childRow
                    required property var modelData
                    width: group.width
                    ListRow { width: parent.width - away.width; text: childRow.modelData.title; onClicked: Nav.push("EditPage", {record: childRow.modelData.record}) }
                    IconButton {
                        id: away
                        symbol: "remove_circle_outline"
                        text: qsTr("Haal ‘%1’ hier weg").arg(childRow.modelData.title)
                        onClicked: form.removeChild(group.modelData.field, childRow.modelData.record)
                    }
                }
            }
            AppButton {
                look: AppButton.Look.Plain
                width: Math.min(implicitWidth, parent.width)
                symbol: "add"
                text: qsTr("Voeg toe: %1").arg(group.modelData.kindWord)
                onClicked: Nav.push("EditPage", {kind: group.modelData.kind, parentRecord: page.record, parentField: group.modelData.field})
            }
        }
    }
    AppButton { visible: page.record !== "" && form.ready; width: parent.width; look: AppButton.Look.Outlined; symbol: "delete_outline"; text: qsTr("Verwijder dit"); onClicked: form.remove() }

    Sheet {
        id: leaving
        title: qsTr("Nog niet bewaard")
        Words { width: parent.width; text: qsTr("Wat u hebt veranderd, is nog niet bewaard.") }
        AppButton { width: parent.width; symbol: "check"; text: qsTr("Bewaar"); enabled: !form.wrong; onClicked: { leaving.close(); form.save() } }
        AppButton { width: parent.width; look: AppButton.Look.Outlined; text: qsTr("Gooi de wijzigingen weg"); onClicked: { leaving.close(); form.dropDraft(); Nav.pop() } }
        AppButton { width: parent.width; look: AppButton.Look.Plain; text: qsTr("Verder bewerken"); onClicked: leaving.close() }
    }
}
