// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// Always in sight while a list is open: who may read it, and whether what was filled in is kept.
Rectangle {
    id: strip
    required property ChecklistCase list
    readonly property real columnWidth: Math.min(width - 2 * Theme.gap4, Theme.readingWidth)
    readonly property bool bad: list.kept === ChecklistCase.Failed
    implicitHeight: row.height + 2 * Theme.gap2
    color: Theme.sunken
    Accessible.role: Accessible.Grouping
    Accessible.name: audience.text + ". " + kept.text
    Flow {
        id: row
        x: (strip.width - strip.columnWidth) / 2
        y: Theme.gap2
        width: strip.columnWidth
        spacing: Theme.gap4
        Row {
            spacing: Theme.gap1
            Icon { id: who; name: strip.list.shared ? "group" : "lock"; size: Math.round(Theme.icon * 0.75); color: Theme.text }
            Words {
                id: audience
                width: Math.min(implicitWidth, strip.columnWidth - who.width - Theme.gap1)
                look: Words.Look.Small
                font.weight: Font.DemiBold
                text: strip.list.shared ? qsTr("Gedeeld met %1").arg(strip.list.audience) : qsTr("Alleen u kunt dit lezen")
            }
        }
        Row {
            spacing: Theme.gap1
            Icon {
                id: mark
                name: strip.bad ? "error_outline" : strip.list.kept === ChecklistCase.Waiting ? "schedule" : strip.list.mayAnswer ? "check_circle" : "verified"
                size: Math.round(Theme.icon * 0.75)
                color: kept.color
            }
            Words {
                id: kept
                width: Math.min(implicitWidth, strip.columnWidth - mark.width - Theme.gap1)
                look: Words.Look.Small
                color: strip.bad ? Theme.danger : Theme.muted
                text: strip.list.mayAnswer ? strip.list.keptText : strip.list.stateText
                Accessible.role: strip.bad ? Accessible.AlertMessage : Accessible.StaticText
            }
        }
    }
}
