// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// What waits and why.
Screen {
    id: page
    readonly property int waitingCount: overview.rows.count + overview.more
    title: qsTr("Synchronisatie")
    maximumWidth: Theme.pageWidth
    SyncOverview {
        id: overview
        onTold: message => Nav.tell(message, "", null)
    }
    Columns {
        width: parent.width
        first: [
            Card {
                width: parent.width
                spacing: Theme.gap3
                Words { visible: App.syncLook !== App.Trouble; width: parent.width; look: Words.Look.Title; text: App.syncText }
                Words {
                    width: parent.width
                    muted: true
                    text: App.syncLook === App.Local
                        ? qsTr("Dit is een voorbeeld. Wat u hier doet, blijft op dit toestel en verdwijnt als u het sluit.")
                        : qsTr("Alles staat op dit toestel, ook zonder internet. Wat u wijzigt, gaat versleuteld naar uw collega’s zodra er verbinding is.")
                }
                AppButton {
                    visible: App.syncLook !== App.Local
                    width: Math.min(implicitWidth, parent.width)
                    symbol: "sync"
                    text: qsTr("Nu synchroniseren")
                    onClicked: App.syncNow()
                }
            },
            Repeater {
                model: overview.alarms
                Banner {
                    required property var modelData
                    width: parent.width
                    tone: modelData.passing ? Banner.Tone.Info : Banner.Tone.Danger
                    title: modelData.title
                    text: modelData.text
                }
            },
            Words {
                visible: overview.refused.length > 0
                width: parent.width
                look: Words.Look.Title
                text: qsTr("Geweigerd")
            },
            Repeater {
                model: overview.refused
                RefusedCard {
                    required property var modelData
                    width: parent.width
                    refused: modelData
                    onAgain: overview.enterAgain(modelData.number)
                    onCopied: overview.copy(modelData.number)
                    onDismissed: overview.dismiss(modelData.number)
                }
            },
            ListRow {
                visible: App.conflicts > 0
                width: parent.width
                symbol: "call_split"
                text: qsTr("Te kiezen: %n", "", App.conflicts)
                subtitle: qsTr("Twee mensen vulden tegelijk iets anders in")
                onClicked: Nav.push("ConflictsPage", {})
            },
            Words {
                visible: App.syncLook !== App.Local
                width: parent.width
                look: Words.Look.Title
                text: page.waitingCount + overview.membership > 0 ? qsTr("Wacht op verzenden") : qsTr("Er wacht niets op verzenden")
            },
            Words {
                visible: overview.membership > 0
                width: parent.width
                text: qsTr("%n uitnodiging(en) of intrekking(en) gaan de volgende keer mee.", "", overview.membership)
            },
            ListView {
                visible: count > 0 && App.syncLook !== App.Local
                width: parent.width
                height: Math.min(contentHeight, page.body.height * 0.7)
                clip: true
                model: overview.rows
                boundsBehavior: Flickable.StopAtBounds
                delegate: ListRow {
                    required property var item
                    width: ListView.view.width
                    leads: false
                    focusPolicy: Qt.NoFocus
                    said: Accessible.StaticText
                    symbol: "schedule"
                    text: item.title !== "" ? item.title : item.kind
                    subtitle: item.kind + " · " + item.what
                    trailing: item.since
                }
            },
            Words {
                visible: overview.more > 0
                width: parent.width
                muted: true
                text: qsTr("En nog %n", "", overview.more)
            }
        ]
        second: [
            Section {
                visible: overview.spaces.length > 0 && App.syncLook !== App.Local
                width: parent.width
                title: qsTr("Onderdelen")
                Repeater {
                    model: App.syncLook === App.Local ? [] : overview.spaces
                    ListRow {
                        required property var modelData
                        readonly property bool bad: modelData.problem !== ""
                        width: parent.width
                        leads: false
                        focusPolicy: Qt.NoFocus
                        said: Accessible.StaticText
                        symbol: bad ? "error_outline" : "check_circle"
                        symbolColor: bad ? Theme.danger : Theme.good
                        text: modelData.name
                        subtitle: bad ? modelData.problem : qsTr("Laatst bijgewerkt: %1").arg(modelData.last)
                    }
                }
            },
            Words {
                visible: overview.server !== ""
                width: parent.width
                look: Words.Look.Small
                muted: true
                text: qsTr("Server: %1. De server bewaart en bezorgt; lezen kan hij niets.").arg(overview.server)
            }
        ]
    }
}
