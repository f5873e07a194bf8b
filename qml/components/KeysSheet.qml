// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// The keyboard shortcuts.
Sheet {
    title: qsTr("Sneltoetsen")
    Repeater {
        model: [
            [qsTr("Vandaag, sociale kaart, …"), "Ctrl+1 … 5"], [qsTr("Zoeken"), "Ctrl+F"], [qsTr("Terug"), "Esc, Alt+←"],
            [qsTr("Nu bellen"), "Ctrl+B"], [qsTr("Snel weg"), "Ctrl+Shift+X"], [qsTr("Vergrendelen"), "Ctrl+L"],
            [qsTr("Synchroniseren"), "Ctrl+R"], [qsTr("Dit overzicht"), "F1"]
        ]
        Item {
            id: line
            required property var modelData
            width: parent.width
            height: Math.max(what.implicitHeight, keys.implicitHeight) + Theme.gap2
            Accessible.role: Accessible.StaticText
            Accessible.name: line.modelData[0] + ": " + line.modelData[1]
            Words { id: what; width: parent.width * 0.6; text: line.modelData[0]; Accessible.ignored: true }
            Words { id: keys; anchors.right: parent.right; width: parent.width * 0.38; horizontalAlignment: Text.AlignRight; font.weight: Font.DemiBold; text: line.modelData[1]; Accessible.ignored: true }
        }
    }
}
