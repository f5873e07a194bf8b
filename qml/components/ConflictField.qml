// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer

/// One field to settle: all its values, side by side where there is room, and the ways out.
Column {
    id: choice
    required property var field
    property bool writing: false
    readonly property int columns: width >= 560 ? Math.min(2, field.values.length) : 1
    readonly property var deleter: field.values.find(value => value.deletes)
    readonly property var editor: field.values.find(value => !value.deletes)
    signal kept(int number)
    signal keptAll
    signal written(string text)
    spacing: Theme.gap3

    Words {
        width: parent.width
        look: Words.Look.Title
        text: choice.field.deleted ? qsTr("Verwijderd en gewijzigd") : choice.field.label
    }
    Words {
        visible: text !== ""
        width: parent.width
        text: choice.field.again ? qsTr("U nam uw keuze terug. Kies opnieuw, of laat het zo: de eerste waarde staat er nu.")
            : choice.field.deleted && choice.deleter && choice.editor
              ? qsTr("Verwijderd door %1, maar %2 wijzigde het tegelijk.").arg(choice.deleter.who).arg(choice.editor.who) : ""
    }
    Grid {
        width: parent.width
        columns: choice.columns
        spacing: Theme.gap3
        Repeater {
            model: choice.field.values
            ConflictValue {
                required property var modelData
                value: modelData
                deletion: choice.field.deleted
                width: (choice.width - (choice.columns - 1) * Theme.gap3) / choice.columns
                onKept: choice.kept(modelData.number)
            }
        }
    }
    Flow {
        visible: !choice.field.deleted && !choice.writing
        width: parent.width
        spacing: Theme.gap2
        AppButton {
            visible: choice.field.joinable
            width: Math.min(implicitWidth, parent.width)
            look: AppButton.Look.Outlined
            symbol: "merge_type"
            text: qsTr("Beide houden")
            Accessible.description: qsTr("De teksten komen onder elkaar")
            onClicked: choice.keptAll()
        }
        AppButton {
            width: Math.min(implicitWidth, parent.width)
            look: AppButton.Look.Outlined
            symbol: "edit"
            text: qsTr("Zelf schrijven")
            onClicked: {
                box.text = choice.field.values[0].text
                choice.writing = true
                box.input.forceActiveFocus()
            }
        }
    }
    TextBox {
        id: box
        visible: choice.writing
        width: parent.width
        label: qsTr("%1: zo moet het zijn").arg(choice.field.label)
        lines: choice.field.multiline ? 4 : 1
    }
    Flow {
        visible: choice.writing
        width: parent.width
        spacing: Theme.gap2
        AppButton {
            width: Math.min(implicitWidth, parent.width)
            symbol: "check"
            text: qsTr("Bewaren")
            onClicked: choice.written(box.text)
        }
        AppButton {
            width: Math.min(implicitWidth, parent.width)
            look: AppButton.Look.Plain
            text: qsTr("Annuleren")
            onClicked: choice.writing = false
        }
    }
}
