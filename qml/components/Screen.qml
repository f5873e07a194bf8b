// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Controls
import Veldwijzer

/// A page: a bar with its title and actions, and below it what scrolls. Its children stand in a column no
/// wider than what reads well. A page that scrolls by itself sets `bare` and fills `body`.
FocusScope {
    id: screen
    default property alias content: column.data
    property string title: ""
    /// Whether there is a page to go back to.
    property bool back: true
    property bool bare: false
    /// A page that is a pane of its own may go without.
    property bool barVisible: true
    /// A function that leaves the page instead, such as one that asks first.
    property var leaveBy: null
    property int maximumWidth: Theme.readingWidth
    property alias actions: actionRow.data
    /// Buttons with words end where the column ends; icons have room of their own around them.
    property real actionsEnd: Theme.gap3
    property alias body: body
    property alias spacing: column.spacing
    /// Where the column begins; the title stands above it.
    readonly property real columnWidth: Math.min(width - 2 * Theme.gap4, maximumWidth)
    readonly property real columnX: (width - columnWidth) / 2
    signal goBack

    Accessible.role: Accessible.Pane
    Accessible.name: title

    onGoBack: if (leaveBy) leaveBy(); else Nav.pop()
    Keys.onEscapePressed: event => { if (back) goBack(); else event.accepted = false }
    Keys.onBackPressed: event => { if (back) goBack(); else event.accepted = false }

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }
    Row {
        id: bar
        visible: screen.barVisible
        width: parent.width
        height: !visible ? 0 : Math.max(56, titleText.implicitHeight + Theme.gap3)
        leftPadding: screen.back ? Math.max(Theme.gap1, screen.columnX - backButton.width - spacing) : screen.columnX
        rightPadding: Math.max(Theme.gap1, screen.columnX - screen.actionsEnd)
        spacing: Theme.gap1
        IconButton {
            id: backButton
            visible: screen.back
            anchors.verticalCenter: parent.verticalCenter
            symbol: "arrow_back"
            text: qsTr("Terug")
            onClicked: screen.goBack()
        }
        Words {
            id: titleText
            anchors.verticalCenter: parent.verticalCenter
            width: bar.width - bar.leftPadding - bar.rightPadding - (backButton.visible ? backButton.width + bar.spacing : 0)
                   - actionRow.width - bar.spacing
            look: Words.Look.Headline
            text: screen.title
        }
        Row {
            id: actionRow
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Item {
        id: body
        anchors { top: bar.bottom; bottom: parent.bottom; left: parent.left; right: parent.right }
        Flickable {
            id: scroller
            anchors.fill: parent
            visible: !screen.bare
            contentWidth: width
            contentHeight: column.implicitHeight + Theme.gap8
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}
            Column {
                id: column
                width: screen.columnWidth
                x: screen.columnX
                topPadding: Theme.gap2
                spacing: Theme.gap4
            }
            /// The control with the focus is always in sight.
            function reveal(item: Item) {
                if (!item) return
                const at = item.mapToItem(column, 0, 0)
                if (at.x < -column.width || at.x > column.width) return
                if (at.y < contentY + Theme.gap4) contentY = Math.max(0, at.y - Theme.gap4)
                else if (at.y + item.height > contentY + height - Theme.gap4)
                    contentY = Math.min(Math.max(0, contentHeight - height), at.y + item.height - height + Theme.gap4)
            }
            Connections {
                target: scroller.Window.window
                function onActiveFocusItemChanged() {
                    let item = scroller.Window.window ? scroller.Window.window.activeFocusItem : null
                    let above = item
                    while (above && above !== column) above = above.parent
                    if (above === column) scroller.reveal(item)
                }
            }
        }
    }
}
