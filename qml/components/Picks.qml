// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer

/// One of a few, under a name. `options`: [{value, text}].
Card {
    id: picks
    property string title: ""
    property string help: ""
    property var options: []
    property var value
    signal picked(var value)
    padding: Theme.gap3
    spacing: Theme.gap1
    Words { width: parent.width; look: Words.Look.Title; text: picks.title }
    Words { visible: text !== ""; width: parent.width; look: Words.Look.Small; muted: true; text: picks.help }
    Flow {
        width: parent.width
        spacing: Theme.gap2
        topPadding: Theme.gap1
        Repeater {
            model: picks.options
            Chip {
                id: option
                required property var modelData
                readonly property bool current: picks.value === modelData.value
                width: Math.min(implicitWidth, picks.width - 2 * picks.padding)
                text: modelData.text
                checkable: false
                checked: current
                said: Accessible.RadioButton
                Accessible.checked: current
                onClicked: picks.picked(modelData.value)
            }
        }
    }
}
