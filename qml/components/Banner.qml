// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// Something a person must know here: what happened, what is safe, what to do. Said by icon, word and colour.
Rectangle {
    id: banner
    enum Tone { Info, Good, Warn, Danger }
    property int tone: Banner.Tone.Info
    property string title: ""
    property string text: ""
    property string action: ""
    signal acted

    readonly property color ink: tone === Banner.Tone.Good ? Theme.goodSoftInk : tone === Banner.Tone.Warn ? Theme.warnSoftInk
                               : tone === Banner.Tone.Danger ? Theme.dangerSoftInk : Theme.primarySoftInk
    implicitWidth: 280
    implicitHeight: column.implicitHeight + 2 * Theme.gap3
    radius: Theme.radius
    color: tone === Banner.Tone.Good ? Theme.goodSoft : tone === Banner.Tone.Warn ? Theme.warnSoft
         : tone === Banner.Tone.Danger ? Theme.dangerSoft : Theme.primarySoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title
    Accessible.description: text
    Icon {
        id: mark
        x: Theme.gap3
        y: Theme.gap3
        name: banner.tone === Banner.Tone.Good ? "check_circle" : banner.tone === Banner.Tone.Warn ? "warning_amber"
            : banner.tone === Banner.Tone.Danger ? "error_outline" : "info"
        color: banner.ink
    }
    Column {
        id: column
        x: mark.x + mark.width + Theme.gap3
        y: Theme.gap3
        width: banner.width - x - Theme.gap3
        spacing: Theme.gap1
        Words {
            visible: text !== ""
            width: parent.width
            text: banner.title
            color: banner.ink
            font.weight: Font.DemiBold
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: banner.text
            color: banner.ink
        }
        AppButton {
            visible: banner.action !== ""
            width: Math.min(implicitWidth, parent.width)
            look: AppButton.Look.Outlined
            text: banner.action
            onClicked: banner.acted()
        }
    }
}
