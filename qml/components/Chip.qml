// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Templates as T
import Veldwijzer

/// A word that may be chosen (checkable) or only says something (`passive`). Chosen shows by a tick as well
/// as by colour. `count` -1: none shown.
T.Button {
    id: control
    enum Tone { Plain, Good, Warn, Danger, Primary }
    property string symbol: ""
    property int count: -1
    property bool passive: false
    property int tone: Chip.Tone.Plain
    property int said: passive ? Accessible.StaticText : checkable ? Accessible.CheckBox : Accessible.Button
    SaidAs { said: control.said; onPressed: if (!control.passive) control.act() }

    readonly property color ink: checked || tone === Chip.Tone.Primary ? Theme.primarySoftInk
                               : tone === Chip.Tone.Good ? Theme.goodSoftInk
                               : tone === Chip.Tone.Warn ? Theme.warnSoftInk
                               : tone === Chip.Tone.Danger ? Theme.dangerSoftInk : Theme.text
    implicitWidth: Math.max(passive ? 0 : 44, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: passive ? implicitContentHeight + Theme.gap2 : Math.max(44, implicitContentHeight + Theme.gap3)
    leftPadding: passive ? Theme.gap2 : Theme.gap3
    rightPadding: leftPadding
    focusPolicy: passive ? Qt.NoFocus : Qt.StrongFocus
    hoverEnabled: !passive
    enabled: true
    checkable: !passive

    /// As if it was pressed.
    function act() {
        if (checkable) {
            toggle()
            toggled()
        }
        clicked()
    }
    Accessible.ignored: true
    Accessible.name: count >= 0 ? text + ", " + count : text
    Accessible.checkable: checkable
    Accessible.checked: checked
    Accessible.focusable: !passive
    Keys.onReturnPressed: if (!control.passive) control.act()
    Keys.onEnterPressed: if (!control.passive) control.act()

    contentItem: Item {
        id: inside
        readonly property real before: mark.visible ? mark.width + Theme.gap1 : 0
        readonly property real after: tally.visible ? tally.width + Theme.gap1 : 0
        // What the words would like; where the chip gets less, they wrap.
        readonly property real wish: Math.ceil(natural.advanceWidth) + 1
        readonly property real start: Math.max(0, (width - before - label.width - after) / 2)
        implicitWidth: before + wish + after
        implicitHeight: Math.max(label.implicitHeight, mark.visible ? mark.height : 0)
        TextMetrics { id: natural; font: label.font; text: control.text }
        Icon {
            id: mark
            visible: name !== ""
            x: inside.start
            anchors.verticalCenter: parent.verticalCenter
            name: control.checked ? "check" : control.symbol
            size: Math.round(Theme.icon * 0.75)
            color: control.ink
        }
        Text {
            id: label
            x: inside.start + inside.before
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(0, Math.min(inside.wish, inside.width - inside.before - inside.after))
            text: control.text
            color: control.ink
            font.family: Theme.family
            font.pixelSize: Theme.small
            font.weight: Font.Medium
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
        Text {
            id: tally
            visible: control.count >= 0
            x: label.x + label.width + Theme.gap1
            anchors.verticalCenter: parent.verticalCenter
            text: control.count
            color: control.checked ? Theme.primarySoftInk : Theme.muted
            font.family: Theme.family
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: control.passive ? Theme.radiusSmall : Math.min(height / 2, 22)
        color: control.checked || control.tone === Chip.Tone.Primary ? Theme.primarySoft
             : control.tone === Chip.Tone.Good ? Theme.goodSoft
             : control.tone === Chip.Tone.Warn ? Theme.warnSoft
             : control.tone === Chip.Tone.Danger ? Theme.dangerSoft
             : control.passive ? Theme.sunken
             : control.down ? Theme.pressed : control.hovered ? Theme.hover : Theme.surface
        border.width: control.passive ? 0 : 1
        border.color: control.checked ? Theme.primary : Theme.outline
        FocusRing { target: control; radius: parent.radius + 4 }
    }
}
