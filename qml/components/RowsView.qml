// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Controls
import Veldwijzer

/// A long list that fills its page: only what is in sight exists. Rows are no wider than what reads well, and
/// the row with the focus is always in sight. Its delegates take `item`.
ListView {
    id: view
    property int maximumWidth: Theme.readingWidth
    /// What stands above the rows and scrolls with them. An item, not `header`: a bound component, as pages
    /// have them, is not for a view to make.
    property Item heading: null
    readonly property real rowWidth: Math.min(width - 2 * Theme.gap4, maximumWidth)
    readonly property real rowX: (width - rowWidth) / 2

    header: Item {
        id: holder
        width: view.width
        height: view.heading ? view.heading.height + Theme.gap4 : 0
        Binding { target: view.heading; property: "parent"; value: holder; when: view.heading !== null }
        Binding { target: view.heading; property: "x"; value: view.rowX; when: view.heading !== null }
        Binding { target: view.heading; property: "width"; value: view.rowWidth; when: view.heading !== null }
    }
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    bottomMargin: Theme.gap8
    spacing: Theme.gap2
    keyNavigationEnabled: false
    reuseItems: true
    ScrollBar.vertical: ScrollBar {}
    Accessible.role: Accessible.List
    // A header that grows after the rows came would stand above what is in sight.
    property bool touched: false
    function toBeginning() {
        if (!touched && !activeFocus) positionViewAtBeginning()
    }
    onMovementStarted: touched = true
    onContentHeightChanged: Qt.callLater(toBeginning)
    onOriginYChanged: Qt.callLater(toBeginning)

    function reveal(item: Item) {
        const at = item.mapToItem(contentItem, 0, 0)
        if (at.y < contentY + Theme.gap2) contentY = Math.max(originY, at.y - Theme.gap2)
        else if (at.y + item.height > contentY + height - Theme.gap2)
            contentY = at.y + item.height - height + Theme.gap2
    }
    Connections {
        target: view.Window.window
        function onActiveFocusItemChanged() {
            const item = view.Window.window ? view.Window.window.activeFocusItem : null
            let above = item
            while (above && above !== view.contentItem) above = above.parent
            if (above && item !== view.contentItem) view.reveal(item)
        }
    }
}
