// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Templates as T
import Veldwijzer

/// A plain page of notes: nothing here tells what the app is. What is typed is kept nowhere. Escape, or a
/// press on the title, leads back to the passphrase; there is no button, because somebody else may be looking.
FocusScope {
    id: page
    signal shown
    onVisibleChanged: notes.clear()
    Keys.onEscapePressed: shown()
    Keys.onBackPressed: shown()
    Rectangle { anchors.fill: parent; color: Theme.surface }
    T.Button {
        id: title
        width: parent.width
        height: Math.max(56, heading.implicitHeight + Theme.gap4)
        focusPolicy: Qt.TabFocus
        onClicked: page.shown()
        Keys.onReturnPressed: page.shown()
        Accessible.role: Accessible.Button
        Accessible.name: heading.text
        Accessible.onPressAction: page.shown()
        contentItem: Item {
            Words {
                id: heading
                x: Theme.gap4
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - 2 * x
                look: Words.Look.Headline
                text: qsTr("Notities")
                Accessible.ignored: true
            }
        }
        background: Rectangle {
            color: Theme.sunken
            FocusRing { target: title; gap: -4 }
        }
    }
    T.TextArea {
        id: notes
        anchors { top: title.bottom; bottom: parent.bottom; left: parent.left; right: parent.right }
        padding: Theme.gap4
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
        Accessible.name: heading.text
        Accessible.multiLine: true
        // A tab in the notes would keep the keyboard in here.
        KeyNavigation.tab: title
        KeyNavigation.backtab: title
        KeyNavigation.priority: KeyNavigation.BeforeItem
        Keys.onEscapePressed: page.shown()
    }
}
