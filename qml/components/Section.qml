// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// A heading and, on one surface, the rows below it.
Column {
    id: section
    default property alias content: rows.data
    property string title: ""
    property string help: ""
    spacing: Theme.gap2
    Words {
        visible: text !== ""
        width: parent.width
        look: Words.Look.Title
        text: section.title
    }
    Words {
        visible: text !== ""
        width: parent.width
        look: Words.Look.Small
        muted: true
        text: section.help
    }
    Card {
        width: parent.width
        padding: Theme.gap1
        Column {
            id: rows
            width: parent.width
        }
    }
}
