// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// Invitations that are out, and a new one.
Screen {
    id: page
    title: qsTr("Uitnodigingen")
    bare: true
    Invitations {
        id: invitations
        onTold: message => Nav.tell(message, "", null)
    }
    RowsView {
        id: list
        parent: page.body
        anchors.fill: parent
        model: invitations.rows
        heading: Column {
            spacing: Theme.gap3
            EmptyState {
                visible: App.sample
                width: parent.width
                symbol: "person_add_disabled"
                title: qsTr("In het voorbeeld kunt u niemand uitnodigen")
                text: qsTr("Het staat alleen op dit toestel.")
            }
            AppButton {
                visible: !App.sample
                width: Math.min(implicitWidth, parent.width)
                symbol: "person_add"
                text: qsTr("Nieuwe uitnodiging")
                onClicked: Nav.push("InvitePage", {})
            }
            Words {
                visible: invitations.loaded && invitations.rows.count === 0 && !App.sample
                width: parent.width
                muted: true
                text: qsTr("Er is nog niemand uitgenodigd vanaf dit toestel.")
            }
        }
        delegate: Card {
            id: row
            required property var item
            x: list.rowX
            width: list.rowWidth
            Words { width: parent.width; font.weight: Font.Medium; text: row.item.role.charAt(0).toUpperCase() + row.item.role.slice(1) }
            Words { width: parent.width; look: Words.Look.Small; text: row.item.state }
            Words { width: parent.width; look: Words.Look.Small; muted: true; text: row.item.detail }
            AppButton {
                visible: row.item.usable
                width: Math.min(implicitWidth, parent.width)
                look: AppButton.Look.Plain
                symbol: "block"
                text: qsTr("Intrekken")
                onClicked: {
                    sheet.invitation = row.item.id
                    sheet.open()
                }
            }
        }
    }
    Sheet {
        id: sheet
        property string invitation: ""
        title: qsTr("Uitnodiging intrekken?")
        Words { width: parent.width; text: qsTr("Wie de code nog niet gebruikte, kan er niet meer mee naar binnen. Wie al binnen is, blijft.") }
        AppButton {
            width: parent.width
            look: AppButton.Look.Danger
            symbol: "block"
            text: qsTr("Intrekken")
            onClicked: {
                invitations.withdraw(sheet.invitation)
                sheet.close()
            }
        }
        AppButton { width: parent.width; look: AppButton.Look.Plain; text: qsTr("Laten staan"); onClicked: sheet.close() }
    }
}
