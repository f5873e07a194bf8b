// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Templates as T
import Veldwijzer

/// One of the answers to choose from: on a line of its own, with a mark that says whether it is one of one
/// (round) or one of several (square).
T.Button {
    id: control
    property bool chosen: false
    property bool several: false
    /// The question that it answers, for who hears the page.
    property string question: ""

    implicitWidth: 280
    implicitHeight: Math.max(Theme.touch, words.implicitHeight + 2 * Theme.gap2)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: several ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.name: text
    Accessible.description: question
    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.focusable: true
    Accessible.onPressAction: control.clicked()
    Accessible.onToggleAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: Item {
        Icon {
            id: mark
            x: Theme.gap3
            anchors.verticalCenter: parent.verticalCenter
            name: control.several ? (control.chosen ? "check_box" : "check_box_outline_blank")
                                  : (control.chosen ? "radio_button_checked" : "radio_button_unchecked")
            color: control.chosen ? Theme.primarySoftInk : Theme.outline
        }
        Words {
            id: words
            anchors.verticalCenter: parent.verticalCenter
            x: mark.x + mark.width + Theme.gap3
            width: parent.width - x - Theme.gap3
            text: control.text
            color: control.chosen ? Theme.primarySoftInk : Theme.text
            font.weight: control.chosen ? Font.DemiBold : Font.Normal
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radiusSmall
        color: control.chosen ? Theme.primarySoft : control.down ? Theme.pressed : control.hovered ? Theme.hover : Theme.surface
        border.width: 1
        border.color: control.chosen ? Theme.primary : Theme.outline
        FocusRing { target: control; radius: Theme.radiusSmall + 4 }
    }
}
