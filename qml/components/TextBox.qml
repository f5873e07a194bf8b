// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Templates as T
import Veldwijzer

/// Several lines of text to type; grows with them.
FocusScope {
    id: field
    property string label: ""
    property string help: ""
    property alias text: input.text
    property alias input: input
    property int lines: 3
    /// What is asked for has no lines of its own: Enter ends it.
    property bool enterAccepts: false
    signal edited
    signal accepted
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
        T.TextArea {
            id: input
            width: parent.width
            implicitHeight: Math.max(field.lines * Theme.body * 1.4 + 2 * Theme.gap3, contentHeight + 2 * Theme.gap3)
            padding: Theme.gap3
            focus: true
            color: Theme.text
            selectionColor: Theme.primary
            selectedTextColor: Theme.primaryInk
            font.family: Theme.family
            font.pixelSize: Theme.body
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            selectByMouse: true
            Accessible.role: Accessible.EditableText
            Accessible.name: field.label
            Accessible.description: field.help
            Accessible.multiLine: true
            KeyNavigation.priority: KeyNavigation.BeforeItem
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            Keys.onReturnPressed: event => { event.accepted = field.enterAccepts; if (field.enterAccepts) field.accepted() }
            Keys.onEnterPressed: event => { event.accepted = field.enterAccepts; if (field.enterAccepts) field.accepted() }
            onTextChanged: if (activeFocus) field.edited()
            background: Rectangle {
                radius: Theme.radiusSmall
                color: Theme.surface
                border.width: input.activeFocus ? 2 : 1
                border.color: input.activeFocus ? Theme.focus : Theme.outline
            }
        }
        Words {
            visible: field.help !== ""
            width: parent.width
            look: Words.Look.Small
            muted: true
            text: field.help
        }
    }
}
