// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer

/// The coming week, day by day.
Column {
    id: hours
    required property var entry
    spacing: Theme.gap1
    Words { width: parent.width; look: Words.Look.Title; bottomPadding: Theme.gap1; text: qsTr("Openingstijden") }
    Repeater {
        model: hours.entry.hours ?? []
        Item {
            id: line
            required property var modelData
            width: hours.width
            height: Math.max(day.implicitHeight, time.implicitHeight)
            Accessible.role: Accessible.StaticText
            Accessible.name: modelData.day + ": " + modelData.text
            Words { id: day; width: parent.width * 0.4; text: line.modelData.day; font.weight: line.modelData.today ? Font.DemiBold : Font.Normal; Accessible.ignored: true }
            Words { id: time; x: parent.width * 0.4; width: parent.width * 0.6; text: line.modelData.text; font.weight: line.modelData.today ? Font.DemiBold : Font.Normal; Accessible.ignored: true }
        }
    }
    Repeater {
        model: hours.entry.hourNotes ?? []
        Words { required property string modelData; width: hours.width; look: Words.Look.Small; muted: true; text: modelData }
    }
}
