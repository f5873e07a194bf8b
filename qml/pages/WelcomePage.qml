// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// Nothing is on this device yet: an invitation, or a look at the sample.
Screen {
    id: page
    required property Onboarding onboarding
    title: "Veldwijzer"
    back: false
    maximumWidth: 560
    actions: [ StartActions {} ]

    Image {
        width: 72
        height: 72
        sourceSize { width: 144; height: 144 }
        source: "qrc:/icons/veldwijzer.svg"
        Accessible.ignored: true
    }
    Words {
        width: parent.width
        look: Words.Look.Display
        text: qsTr("Uw regio in uw zak")
    }
    Words {
        width: parent.width
        text: qsTr("De sociale kaart van uw regio, ook zonder internet. Alleen u en uw collega’s kunnen erin lezen.")
    }
    Banner {
        visible: title !== ""
        width: parent.width
        tone: Banner.Tone.Danger
        title: page.onboarding.problemTitle !== "" ? page.onboarding.problemTitle : App.errorTitle
        text: page.onboarding.problemTitle !== "" ? page.onboarding.problemText : App.errorText
    }
    Card {
        width: parent.width
        InvitationField {
            width: parent.width
            onboarding: page.onboarding
            onTaken: link => page.onboarding.readLink(link)
        }
    }
    Card {
        width: parent.width
        Words { width: parent.width; look: Words.Look.Title; text: qsTr("Geen uitnodiging?") }
        Words {
            width: parent.width
            muted: true
            text: qsTr("Kijk rond in een verzonnen regio. Alles blijft op dit toestel en is weg als u het sluit. Een echte uitnodiging krijgt u van de coördinator van uw regio.")
        }
        AppButton {
            width: Math.min(implicitWidth, parent.width)
            look: AppButton.Look.Tonal
            symbol: "visibility"
            text: qsTr("Bekijk het voorbeeld")
            working: App.busy
            onClicked: App.openSample()
        }
    }
}
