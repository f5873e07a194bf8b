// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import Veldwijzer
import Veldwijzer.App

/// Who wrote what, and when.
Screen {
    id: page
    property string record: ""
    title: qsTr("Geschiedenis")
    bare: true
    RecordHistory { id: history; record: page.record }
    ListView {
        id: list
        parent: page.body
        anchors { fill: parent; leftMargin: Math.max(Theme.gap4, (parent.width - Theme.readingWidth) / 2); rightMargin: anchors.leftMargin }
        model: history
        spacing: Theme.gap2
        bottomMargin: Theme.gap4
        clip: true
        focus: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Wijzigingen")
        header: Words { width: list.width; look: Words.Look.Title; bottomPadding: Theme.gap3; text: history.title }
        delegate: Card {
            id: step
            required property string field
            required property string what
            required property string now
            required property string before
            required property string who
            required property string when
            required property bool live
            readonly property string by: who.charAt(0).toUpperCase() + who.slice(1)
            width: list.width
            Accessible.role: Accessible.ListItem
            Accessible.name: [field + " " + what, now, before !== "" ? qsTr("eerst: %1").arg(before) : "", who + ", " + when].filter(part => part !== "").join(". ")
            Words { width: parent.width; text: step.field + " " + step.what; font.weight: Font.DemiBold }
            Words { visible: text !== ""; width: parent.width; text: step.now; maximumLineCount: 8; elide: Text.ElideRight }
            Words { visible: text !== ""; width: parent.width; muted: true; text: step.before !== "" && step.before !== step.now ? qsTr("Eerst: %1").arg(step.before) : ""; maximumLineCount: 8; elide: Text.ElideRight }
            Words { width: parent.width; look: Words.Look.Small; muted: true; text: step.live ? qsTr("%1, %2").arg(step.by).arg(step.when) : qsTr("%1, %2 · later vervangen").arg(step.by).arg(step.when) }
        }
    }
    EmptyState { parent: page.body; anchors.centerIn: parent; width: parent.width; visible: history.ready && history.length === 0; symbol: "history"; title: qsTr("Geen geschiedenis"); text: qsTr("Hier is op dit toestel niets over bekend.") }
}
