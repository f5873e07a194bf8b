// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Templates as T
import Veldwijzer

/// One line of text to type, with its name above it and help or an error below. `secret` hides what is typed
/// until a person asks to see it.
FocusScope {
    id: field
    property string label: ""
    property string help: ""
    property string error: ""
    property string placeholder: ""
    property string symbol: ""
    property bool secret: false
    property bool clearable: false
    /// Of a secret field: a capital came without Shift, or a small letter with it. Qt cannot ask the keyboard.
    property bool capsLock: false
    property alias text: input.text
    property alias inputMethodHints: input.inputMethodHints
    property alias validator: input.validator
    property alias readOnly: input.readOnly
    property alias maximumLength: input.maximumLength
    property alias input: input
    signal accepted
    signal edited

    implicitWidth: 280
    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: field.width
        spacing: Theme.gap1
        Words {
            visible: field.label !== ""
            width: parent.width
            text: field.label
            font.weight: Font.Medium
            Accessible.ignored: true
        }
        T.TextField {
            id: input
            property bool shown: false
            readonly property bool visualFocus: activeFocus
            width: parent.width
            implicitHeight: Math.max(Theme.touch, (hint.visible ? hint.implicitHeight : contentHeight) + topPadding + bottomPadding)
            leftPadding: field.symbol !== "" ? Theme.gap3 + Theme.icon + Theme.gap2 : Theme.gap3
            rightPadding: Theme.gap3 + (tail.visible ? tail.width : 0)
            topPadding: Theme.gap2
            bottomPadding: Theme.gap2
            focus: true
            color: Theme.text
            selectionColor: Theme.primary
            selectedTextColor: Theme.primaryInk
            font.family: Theme.family
            font.pixelSize: Theme.body
            verticalAlignment: TextInput.AlignVCenter
            echoMode: field.secret && !shown ? TextInput.Password : TextInput.Normal
            selectByMouse: true
            // Qt would tell whoever listens on the accessibility bus what is typed here, hidden or not: for a
            // secret `node` stands in for it, without the text.
            Accessible.ignored: field.secret
            Accessible.role: Accessible.EditableText
            Accessible.name: field.label !== "" ? field.label : field.placeholder
            Accessible.description: field.error !== "" ? field.error : field.help
            onAccepted: field.accepted()
            Keys.onPressed: event => {
                event.accepted = false
                if (!field.secret || event.text.length !== 1) return
                const small = event.text.toLowerCase(), large = event.text.toUpperCase()
                if (small !== large)
                    field.capsLock = (event.text === large) !== Boolean(event.modifiers & Qt.ShiftModifier)
            }
            onTextEdited: field.edited()
            background: Rectangle {
                radius: Theme.radiusSmall
                color: Theme.surface
                border.width: input.activeFocus ? 2 : 1
                border.color: input.activeFocus ? Theme.focus : field.error !== "" ? Theme.danger : Theme.outline
            }
            Text {
                id: hint
                visible: input.text === "" && input.preeditText === ""
                x: input.leftPadding
                width: input.width - input.leftPadding - input.rightPadding
                height: input.height
                text: field.placeholder
                color: Theme.muted
                font: input.font
                wrapMode: Text.Wrap
                verticalAlignment: Text.AlignVCenter
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            Item {
                id: node
                anchors.fill: parent
                Accessible.ignored: !field.secret
                Accessible.role: Accessible.EditableText
                Accessible.name: input.Accessible.name
                Accessible.description: input.Accessible.description
                Accessible.focusable: true
                Accessible.focused: input.activeFocus
            }
            Icon {
                visible: field.symbol !== ""
                x: Theme.gap3
                anchors.verticalCenter: parent.verticalCenter
                name: field.symbol
                color: Theme.muted
            }
            IconButton {
                id: tail
                visible: field.secret || (field.clearable && input.text !== "")
                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                symbol: field.secret ? (input.shown ? "visibility_off" : "visibility") : "close"
                text: field.secret ? (input.shown ? qsTr("Verberg wachtzin") : qsTr("Toon wachtzin")) : qsTr("Wis")
                onClicked: {
                    if (field.secret) {
                        input.shown = !input.shown
                    } else {
                        input.clear()
                        field.edited()
                        input.forceActiveFocus()
                    }
                }
            }
        }
        Words {
            visible: field.secret && field.capsLock && input.activeFocus
            width: parent.width
            look: Words.Look.Small
            color: Theme.warn
            text: qsTr("Caps Lock lijkt aan te staan.")
            Accessible.role: Accessible.AlertMessage
        }
        Row {
            visible: field.error !== "" || field.help !== ""
            width: parent.width
            spacing: Theme.gap1
            Icon {
                id: mark
                visible: field.error !== ""
                name: "error_outline"
                size: Math.round(Theme.icon * 0.8)
                color: Theme.danger
            }
            Words {
                width: parent.width - (mark.visible ? mark.width + Theme.gap1 : 0)
                look: Words.Look.Small
                text: field.error !== "" ? field.error : field.help
                color: field.error !== "" ? Theme.danger : Theme.muted
                Accessible.role: field.error !== "" ? Accessible.AlertMessage : Accessible.StaticText
            }
        }
    }
}
