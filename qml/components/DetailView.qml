// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import Veldwijzer
import Veldwijzer.App

/// All that is known of one service (or another record), what can be done first on top.
FocusScope {
    id: view
    property alias record: detail.record
    readonly property var entry: detail.entry
    property alias detail: detail
    Accessible.role: Accessible.Pane
    Accessible.name: entry.title ?? ""

    function has(key: string): bool {
        const value = entry[key]
        return value !== undefined && value !== "" && (value.length === undefined || value.length > 0)
    }
    ServiceDetail {
        id: detail
        onTold: (message, undoable) => Nav.tell(message, undoable === "restore" ? qsTr("Ongedaan maken") : "", () => detail.restore())
        onFailed: (title, explanation) => Nav.tell(title + ". " + explanation, "", null)
        onRecordChanged: scroller.contentY = 0
    }
    WrongSheet { id: wrong; detail: detail; onEditWanted: Nav.push("EditPage", {record: view.record}) }
    NoteSheet { id: noteSheet; detail: detail }

    component Part: Column {
        property alias heading: headline.text
        width: parent ? parent.width : 0
        spacing: Theme.gap1
        Words { id: headline; width: parent.width; look: Words.Look.Title; bottomPadding: Theme.gap1 }
    }
    component Line: Words { width: parent ? parent.width : 0; visible: text !== "" }

    EmptyState {
        visible: detail.errorTitle !== ""
        anchors.fill: parent
        symbol: "search_off"
        title: detail.errorTitle
        text: detail.errorText
    }
    Flickable {
        id: scroller
        anchors.fill: parent
        visible: detail.ready
        contentWidth: width
        contentHeight: column.implicitHeight + Theme.gap8
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Keys.onPressed: event => {
            if (event.key === Qt.Key_PageDown) contentY = Math.min(Math.max(0, contentHeight - height), contentY + height * 0.9)
            else if (event.key === Qt.Key_PageUp) contentY = Math.max(0, contentY - height * 0.9)
            else return
            event.accepted = true
        }
        Connections {
            target: scroller.Window.window
            function onActiveFocusItemChanged() {
                const item = scroller.Window.window ? scroller.Window.window.activeFocusItem : null
                let above = item
                while (above && above !== column) above = above.parent
                if (above !== column) return
                const at = item.mapToItem(column, 0, 0)
                if (at.y < scroller.contentY) scroller.contentY = Math.max(0, at.y - Theme.gap4)
                else if (at.y + item.height > scroller.contentY + scroller.height)
                    scroller.contentY = at.y + item.height - scroller.height + Theme.gap4
            }
        }
        Column {
            id: column
            x: Math.max(Theme.gap4, (scroller.width - width) / 2)
            width: Math.min(scroller.width - 2 * Theme.gap4, Theme.readingWidth)
            topPadding: Theme.gap2
            spacing: Theme.gap4

            DetailHead {
                width: parent.width
                view: view
                onNoteWanted: noteSheet.open()
            }
            Part {
                visible: view.has("description")
                heading: qsTr("Wat het is")
                Line { text: view.entry.description ?? "" }
            }
            Part {
                visible: view.has("audience") || view.has("eligibility")
                heading: qsTr("Voor wie")
                Line { text: view.entry.audience ?? ""; font.weight: Font.Medium }
                Repeater { model: view.entry.eligibility ?? []; Line { required property string modelData; text: modelData } }
            }
            Part {
                visible: view.has("referral") || view.has("referralsText") || view.has("wait")
                heading: qsTr("Aanmelden en verwijzen")
                Line { text: view.entry.referral ?? "" }
                Line { text: view.entry.referralsText ?? ""; font.weight: Font.Medium }
                Line { text: view.entry.referralsNote ?? "" }
                Line { text: view.has("wait") ? qsTr("Wachttijd: %1").arg(view.entry.wait) : "" }
                Repeater { model: view.entry.documents ?? []; Line { required property string modelData; text: qsTr("Meenemen: %1").arg(modelData) } }
            }
            DetailHours { width: parent.width; entry: view.entry; visible: view.has("hours") || view.has("hourNotes") }
            Part {
                visible: view.has("cost") || view.has("languages")
                heading: qsTr("Kosten en talen")
                Repeater { model: view.entry.cost ?? []; Line { required property string modelData; text: modelData } }
                Line { text: view.has("languages") ? qsTr("Talen: %1").arg(view.entry.languages) : "" }
            }
            DetailPlaces { width: parent.width; entry: view.entry; visible: view.has("locations") || (view.entry.hiddenLocations ?? 0) > 0 }
            DetailPeople { width: parent.width; people: view.entry.contacts ?? []; visible: view.has("contacts") }
            DetailAgreements { width: parent.width; agreements: view.entry.agreements ?? []; visible: view.has("agreements") }
            Part {
                visible: view.has("interventions")
                heading: qsTr("Wat er wordt ingezet")
                Repeater {
                    model: view.entry.interventions ?? []
                    ListRow {
                        required property var modelData
                        width: parent.width
                        symbol: "menu_book"
                        text: modelData.name
                        subtitle: [modelData.text, modelData.level, modelData.database].filter(part => part !== "").join(" · ")
                        leads: modelData.url !== ""
                        onClicked: if (modelData.url !== "") Qt.openUrlExternally(modelData.url)
                    }
                }
            }
            Repeater {
                model: view.entry.tags ?? []
                Part {
                    id: facet
                    required property var modelData
                    heading: modelData.facet
                    Flow {
                        width: parent.width
                        spacing: Theme.gap1
                        Repeater { model: facet.modelData.labels; Chip { required property string modelData; width: Math.min(implicitWidth, facet.width); passive: true; text: modelData } }
                    }
                }
            }
            DetailTrust { width: parent.width; view: view; onWrong: wrong.open() }
            Part {
                visible: view.has("more")
                heading: qsTr("Meer gegevens")
                Repeater {
                    model: view.entry.more ?? []
                    Line { required property var modelData; text: modelData.label + ": " + modelData.value }
                }
            }
        }
    }
}
