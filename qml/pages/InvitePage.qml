// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Veldwijzer
import Veldwijzer.App

/// A new invitation: for whom, how often, how long; then its code.
Screen {
    id: page
    property string role: "professional"
    property int uses: 1
    property int hours: 48
    title: qsTr("Uitnodigen")
    maximumWidth: Theme.pageWidth
    Invitations {
        id: invitations
        onTold: message => Nav.tell(message, "", null)
        onSaved: file => Nav.tell(qsTr("Bewaard als PDF"), qsTr("Openen"), () => Qt.openUrlExternally(file))
    }
    Column {
        visible: invitations.link === ""
        width: parent.width
        spacing: Theme.gap4
        Columns {
            width: parent.width
            first: [
                Section {
                    width: parent.width
                    title: qsTr("Voor wie?")
                    Choice { width: parent.width; checked: true; text: qsTr("Professional"); subtitle: qsTr("Zoekt, vult aan en verbetert de sociale kaart"); onClicked: page.role = "professional" }
                    Choice { width: parent.width; text: qsTr("Redacteur"); subtitle: qsTr("Ziet ook geheime adressen en houdt ze bij"); onClicked: page.role = "editor" }
                    Choice { width: parent.width; text: qsTr("Coördinator"); subtitle: qsTr("Mag alles, ook mensen uitnodigen"); onClicked: page.role = "coordinator" }
                    Choice { width: parent.width; text: qsTr("Bezoeker"); subtitle: qsTr("Alleen het programma van een bijeenkomst"); onClicked: page.role = "attendee" }
                }
            ]
            second: [
                Section {
                    width: parent.width
                    title: qsTr("Hoe vaak te gebruiken?")
                    Choice { width: parent.width; checked: true; text: qsTr("Eén keer"); onClicked: page.uses = 1 }
                    Choice { width: parent.width; text: qsTr("Tien keer"); subtitle: qsTr("Voor een team"); onClicked: page.uses = 10 }
                    Choice { width: parent.width; text: qsTr("Honderd keer"); subtitle: qsTr("Voor een zaal vol mensen"); onClicked: page.uses = 100 }
                },
                Section {
                    width: parent.width
                    title: qsTr("Hoe lang geldig?")
                    Choice { width: parent.width; text: qsTr("Eén uur"); onClicked: page.hours = 1 }
                    Choice { width: parent.width; checked: true; text: qsTr("Twee dagen"); onClicked: page.hours = 48 }
                    Choice { width: parent.width; text: qsTr("Twee weken"); onClicked: page.hours = 336 }
                }
            ]
        }
        AppButton {
            width: Math.min(parent.width, Theme.buttonWidth)
            symbol: "qr_code_2"
            text: qsTr("Maak de uitnodiging")
            working: invitations.working
            onClicked: invitations.make(page.role, page.uses, page.hours)
        }
    }
    Column {
        visible: invitations.link !== ""
        width: parent.width
        spacing: Theme.gap3
        Words { width: parent.width; font.weight: Font.Medium; text: invitations.madeFor.charAt(0).toUpperCase() + invitations.madeFor.slice(1) }
        Columns {
            width: parent.width
            first: [
                Image {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: Math.min(parent.width, 360)
                    height: width
                    source: invitations.picture
                    fillMode: Image.PreserveAspectFit
                    smooth: false
                    Accessible.role: Accessible.Graphic
                    Accessible.name: qsTr("QR-code van de uitnodiging")
                }
            ]
            second: [
                Words {
                    width: parent.width
                    muted: true
                    text: App.pending > 0 || App.syncLook === App.Offline
                        ? qsTr("De code werkt zodra dit toestel gesynchroniseerd heeft. Wie hem heeft, kan ermee naar binnen.")
                        : qsTr("Laat uw collega deze code scannen. Wie hem heeft, kan ermee naar binnen.")
                },
                Field { width: parent.width; label: qsTr("Of stuur de link"); text: invitations.link; readOnly: true },
                Flow {
                    width: parent.width
                    spacing: Theme.gap2
                    AppButton { width: Math.min(implicitWidth, parent.width); look: AppButton.Look.Tonal; symbol: "content_copy"; text: qsTr("Link kopiëren"); onClicked: invitations.copyLink() }
                    AppButton { width: Math.min(implicitWidth, parent.width); look: AppButton.Look.Outlined; symbol: "print"; text: qsTr("PDF om af te drukken"); onClicked: chooser.open() }
                    AppButton { width: Math.min(implicitWidth, parent.width); look: AppButton.Look.Plain; text: qsTr("Nog een maken"); onClicked: invitations.forget() }
                }
            ]
        }
    }
    FileDialog {
        id: chooser
        title: qsTr("Waar mag de PDF staan?")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "pdf"
        nameFilters: [qsTr("PDF (*.pdf)")]
        onAccepted: invitations.savePdf(selectedFile)
    }
}
