// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// What belongs together in two columns beside each other where there is room, else below each other. The
/// keyboard goes through the first before the second.
Grid {
    id: grid
    property alias first: left.data
    property alias second: right.data
    readonly property bool two: width >= Theme.readingWidth && right.implicitHeight > 0
    readonly property real columnWidth: two ? (width - columnSpacing) / 2 : Math.min(width, Theme.readingWidth)
    columns: two ? 2 : 1
    columnSpacing: Theme.gap6
    rowSpacing: Theme.gap4
    Column {
        id: left
        width: grid.columnWidth
        spacing: Theme.gap4
    }
    Column {
        id: right
        width: grid.columnWidth
        spacing: Theme.gap4
    }
}
