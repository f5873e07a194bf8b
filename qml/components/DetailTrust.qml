// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer

/// How far this entry can be trusted, and two ways to make it better.
Card {
    id: trust
    required property var view
    readonly property var entry: view.entry
    signal wrong
    Row {
        visible: trust.entry.assurable === true
        width: parent.width
        spacing: Theme.gap2
        Icon { name: trust.entry.stale ? "history_toggle_off" : "verified"; color: trust.entry.stale ? Theme.warn : Theme.good }
        Words {
            width: parent.width - Theme.icon - Theme.gap2
            text: (trust.entry.assuredBy ?? "") !== "" ? qsTr("%1 door %2").arg(trust.entry.assured).arg(trust.entry.assuredBy) : trust.entry.assured ?? ""
        }
    }
    Words {
        visible: trust.entry.assurable === true && trust.entry.stale === true
        width: parent.width
        color: Theme.warn
        text: qsTr("Dit is lang niet gecontroleerd. Bel voor de zekerheid voordat u iemand stuurt.")
    }
    Repeater {
        model: trust.entry.remarks ?? []
        Banner {
            required property var modelData
            width: trust.width - 2 * trust.padding
            tone: Banner.Tone.Warn
            title: qsTr("Klopt niet meer, volgens %1 (%2)").arg(modelData.by).arg(modelData.at)
            text: modelData.words
            action: modelData.mine ? qsTr("Trek uw opmerking in") : ""
            onActed: trust.view.detail.withdrawRemark(modelData.id)
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.gap2
        AppButton { width: Math.min(implicitWidth, parent.width); visible: trust.entry.assurable === true; look: AppButton.Look.Tonal; symbol: "verified"; text: qsTr("Ik heb het nagekeken"); onClicked: trust.view.detail.assure() }
        AppButton { width: Math.min(implicitWidth, parent.width); look: AppButton.Look.Outlined; symbol: "report_problem"; text: qsTr("Klopt niet meer"); onClicked: trust.wrong() }
    }
}
