// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// Signalling: the lists that are open, what to begin with in which situation, and what is done.
Screen {
    id: page
    title: qsTr("Signaleren")
    back: false
    maximumWidth: Theme.pageWidth
    ChecklistList { id: lists; onTold: message => Nav.tell(message, "", null) }
    TemplateList { id: templates; onTold: message => Nav.tell(message, "", null) }

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
            Words { visible: templates.byTask.length > 0; width: parent.width; look: Words.Look.Title; text: qsTr("Begin een nieuwe lijst") },
            Repeater {
                model: templates.byTask
                Section {
                    id: task
                    required property var modelData
                    width: parent ? parent.width : 0
                    help: task.modelData.situation
                    Repeater {
                        model: task.modelData.lists
                        ListRow {
                            required property var modelData
                            width: parent ? parent.width : 0
                            symbol: "playlist_add"
                            text: modelData.title
                            onClicked: Nav.push("ChecklistStartPage", {templateId: modelData.id, title: modelData.title, situation: task.modelData.situation})
                        }
                    }
                }
            }
        ]
        second: [
            Section {
                visible: lists.done.length > 0
                width: parent.width
                title: qsTr("Afgeronde lijsten")
                Repeater {
                    model: lists.done
                    ChecklistRow { required property var modelData; list: modelData; width: parent ? parent.width : 0 }
                }
            }
        ]
    }
    EmptyState {
        visible: templates.loaded && templates.byTask.length === 0
        width: parent.width
        symbol: "checklist"
        title: qsTr("Er zijn nog geen lijsten om in te vullen")
        text: App.coordinator ? qsTr("Zet de zes meegeleverde lijsten klaar, of haal een eigen lijst binnen.") : qsTr("Uw coördinator zet ze klaar.")
        action: App.coordinator ? qsTr("Naar de lijsten in beheer") : ""
        onActed: Nav.push("TemplatesPage", {})
    }
}
