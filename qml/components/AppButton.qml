// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Templates as T
import Veldwijzer

/// A button. `icon.name` is a ligature of the icon font.
T.Button {
    id: control

    enum Look { Filled, Tonal, Outlined, Plain, Danger }
    property int look: AppButton.Look.Filled
    property string symbol: ""
    property bool working: false

    readonly property color ink: look === AppButton.Look.Filled ? Theme.primaryInk
                               : look === AppButton.Look.Danger ? Theme.dangerInk
                               : look === AppButton.Look.Tonal ? Theme.primarySoftInk : Theme.primary

    implicitWidth: Math.max(Theme.touch, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.gap4
    rightPadding: Theme.gap4
    topPadding: Theme.gap2
    bottomPadding: Theme.gap2
    enabled: !working
    opacity: enabled || working ? 1 : 0.55
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.focusable: true
    Accessible.onPressAction: if (control.enabled) control.clicked()
    Keys.onReturnPressed: if (control.enabled) control.clicked()
    Keys.onEnterPressed: if (control.enabled) control.clicked()

    contentItem: Item {
        id: inside
        readonly property real lead: control.symbol !== "" || control.working ? mark.width + Theme.gap2 : 0
        // What the words would like, whatever the button gets: else width and words would wait for each other.
        implicitWidth: Math.ceil(natural.advanceWidth) + 1 + lead
        implicitHeight: Math.max(label.implicitHeight, lead > 0 ? mark.height : 0)
        TextMetrics { id: natural; font: label.font; text: control.text }
        Item {
            id: mark
            visible: inside.lead > 0
            width: Math.round(Theme.icon * 0.85)
            height: width
            x: (inside.width - inside.lead - label.width) / 2
            y: (inside.height - height) / 2
            Icon { visible: !control.working; name: control.symbol; color: control.ink; size: mark.width }
            Spinner { visible: control.working; anchors.fill: parent; color: control.ink }
        }
        Text {
            id: label
            x: (inside.width - inside.lead - width) / 2 + inside.lead
            y: (inside.height - height) / 2
            width: Math.min(Math.ceil(natural.advanceWidth) + 1, inside.width - inside.lead)
            text: control.text
            color: control.ink
            font.family: Theme.family
            font.pixelSize: Theme.body
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.look === AppButton.Look.Filled ? Theme.primary
             : control.look === AppButton.Look.Danger ? Theme.danger
             : control.look === AppButton.Look.Tonal ? Theme.primarySoft
             : control.down ? Theme.pressed : control.hovered ? Theme.hover : "transparent"
        border.width: control.look === AppButton.Look.Outlined ? 1 : 0
        border.color: Theme.outline
        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            visible: control.look !== AppButton.Look.Outlined && control.look !== AppButton.Look.Plain
            color: control.ink
            opacity: control.down ? 0.16 : control.hovered ? 0.08 : 0
        }
        FocusRing { target: control }
    }
}
