// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Veldwijzer

/// While an answer says that somebody has to be called: one bar above the list that says so, wherever the
/// person has scrolled to, and opens the cards.
T.Button {
    id: bar
    /// [{text, cards}]
    property var urgent: []
    readonly property var names: {
        const all = []
        for (const each of urgent)
            for (const card of each.cards)
                if (all.indexOf(card.name) < 0) all.push(card.name)
        return all
    }
    visible: urgent.length > 0
    text: qsTr("Bel nu: %1").arg(names.join(", "))
    implicitWidth: 280
    implicitHeight: visible ? Math.max(Theme.touch, words.implicitHeight + Theme.gap3) : 0
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: bar.clicked()
    Keys.onReturnPressed: bar.clicked()
    Keys.onEnterPressed: bar.clicked()
    onClicked: sheet.open()

    contentItem: Item {
        Icon {
            id: mark
            x: Theme.gap4
            anchors.verticalCenter: parent.verticalCenter
            name: "call"
            color: Theme.dangerInk
        }
        Words {
            id: words
            anchors.verticalCenter: parent.verticalCenter
            x: mark.x + mark.width + Theme.gap3
            width: parent.width - x - Theme.gap4
            text: bar.text
            color: Theme.dangerInk
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        color: Theme.danger
        Rectangle { anchors.fill: parent; color: Theme.dangerInk; opacity: bar.down ? 0.16 : bar.hovered ? 0.08 : 0 }
        FocusRing { target: bar; gap: -6; radius: Theme.radiusSmall }
    }
    Sheet {
        id: sheet
        title: qsTr("Bel nu")
        Repeater {
            model: bar.urgent
            CallCard {
                required property var modelData
                width: parent ? parent.width : 0
                urgent: true
                text: modelData.text
                cards: modelData.cards
            }
        }
    }
}
