// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Templates as T
import Veldwijzer
import Veldwijzer.App

/// One service in a list: what it is, for whom, whether it is open, and how far the entry can be trusted.
T.Button {
    id: card
    required property int index
    required property string record
    required property string title
    required property string organization
    required property var phases
    required property string distance
    required property string assured
    required property bool loaded
    required property bool lineLoaded
    required property int openState
    required property string openText
    required property var audience
    required property bool stale
    required property int referrals
    required property string referralsText
    required property bool pending
    required property bool conflict
    required property bool favourite
    property bool current: false

    readonly property string people: (audience ?? []).join(" · ")
    readonly property string moments: (phases ?? []).join(" · ")
    readonly property string forWhom: people + (people !== "" && moments !== "" ? " · " : "") + moments
    /// Whoever needs large letters reads it all; there are fewer cards to a screen already.
    readonly property int linesAtMost: Theme.textScale > 1.3 ? 12 : 2
    implicitHeight: Math.max(96, column.implicitHeight + 2 * Theme.gap3)
    focusPolicy: Qt.NoFocus
    hoverEnabled: true
    text: title
    SaidAs { said: Accessible.ListItem; Accessible.focused: card.current && card.ListView.view !== null && card.ListView.view.activeFocus; onPressed: card.clicked() }
    Accessible.ignored: true
    Accessible.name: title
    Accessible.description: [organization, forWhom, openText, referralsText, lineLoaded && stale ? qsTr("Lang niet gecontroleerd") : assured, distance]
                            .filter(part => part !== "").join(", ")
    Accessible.selectable: true
    Accessible.selected: current

    component Fact: Row {
        id: fact
        property string symbol: ""
        property string words: ""
        property color ink: Theme.muted
        property real most: column.width
        visible: words !== ""
        spacing: Theme.gap1
        Icon { name: fact.symbol; size: Math.round(Theme.icon * 0.7); color: fact.ink }
        Words {
            width: Math.min(implicitWidth, fact.most - Theme.icon)
            look: Words.Look.Small
            color: fact.ink
            text: fact.words
            Accessible.ignored: true
        }
    }

    contentItem: Item {
        Column {
            id: column
            x: Theme.gap2
            width: parent.width - 2 * Theme.gap2
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2
            Item {
                width: parent.width
                height: Math.max(name.implicitHeight, far.implicitHeight)
                Words {
                    id: name
                    width: parent.width - (far.text !== "" ? far.width + Theme.gap2 : 0) - (heart.visible ? heart.width : 0)
                    text: card.loaded ? card.title : "…"
                    font.weight: Font.DemiBold
                    Accessible.ignored: true
                }
                Icon {
                    id: heart
                    visible: card.favourite
                    anchors { right: far.left; rightMargin: Theme.gap1 }
                    name: "favorite"
                    size: Math.round(Theme.icon * 0.75)
                    color: Theme.danger
                }
                Words {
                    id: far
                    anchors.right: parent.right
                    look: Words.Look.Small
                    muted: true
                    wrapMode: Text.NoWrap
                    text: card.distance
                    Accessible.ignored: true
                }
            }
            Words {
                visible: text !== ""
                width: parent.width
                look: Words.Look.Small
                muted: true
                text: card.organization
                maximumLineCount: card.linesAtMost
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            Words {
                visible: text !== ""
                width: parent.width
                look: Words.Look.Small
                text: card.forWhom
                maximumLineCount: card.linesAtMost
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            Flow {
                width: parent.width
                spacing: Theme.gap3
                topPadding: 2
                Fact {
                    symbol: card.openState === 1 ? "schedule" : "door_front"
                    words: card.openText
                    ink: card.openState === 1 ? Theme.good : Theme.muted
                }
                Fact {
                    symbol: card.referrals === 1 ? "how_to_reg" : "do_not_disturb_on"
                    words: card.referralsText
                    ink: card.referrals === 1 ? Theme.good : Theme.warn
                }
                Fact {
                    symbol: card.lineLoaded && card.stale ? "history_toggle_off" : "verified"
                    words: card.lineLoaded && card.stale ? qsTr("%1, verouderd").arg(card.assured) : card.loaded ? card.assured : ""
                    ink: card.lineLoaded && card.stale ? Theme.warn : Theme.muted
                }
                Fact { symbol: "schedule_send"; words: card.pending && App.syncLook !== App.Local ? qsTr("Nog niet verstuurd") : "" }
                Fact { symbol: "call_split"; words: card.conflict ? qsTr("Twee versies") : ""; ink: Theme.warn }
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: card.current ? Theme.primarySoft : card.down ? Theme.pressed : card.hovered ? Theme.hover : Theme.surface
        border.width: 1
        border.color: card.current ? Theme.primary : Theme.hairline
        Rectangle {
            anchors { fill: parent; margins: -4 }
            visible: card.current && card.ListView.view !== null && card.ListView.view.activeFocus
            color: "transparent"
            radius: Theme.radius + 4
            border.width: 3
            border.color: Theme.focus
        }
    }
}
