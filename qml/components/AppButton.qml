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
    Keys.onReturnPressed: if (enabled) clicked()
    Keys.onEnterPressed: if (enabled) clicked()

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.gap2
            Icon {
                visible: control.symbol !== "" && !control.working
                anchors.verticalCenter: parent.verticalCenter
                name: control.symbol
                color: control.ink
                size: Math.round(Theme.icon * 0.85)
            }
            Spinner {
                visible: control.working
                anchors.verticalCenter: parent.verticalCenter
                color: control.ink
            }
            Text {
                id: label
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, control.availableWidth > 0 ? control.availableWidth
                                - (control.symbol !== "" || control.working ? Theme.icon + Theme.gap2 : 0) : implicitWidth)
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
