// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer

/// Counts under a heading, one a line; nothing when there are none.
Section {
    id: list
    property var lines: []
    property string symbol: ""
    visible: lines.length > 0
    Repeater {
        model: list.lines
        ListRow {
            required property string modelData
            width: parent.width
            leads: false
            focusPolicy: Qt.NoFocus
            Accessible.role: Accessible.StaticText
            symbol: list.symbol
            text: modelData
        }
    }
}
