// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// The vault is made; the region has to let this device in.
Screen {
    id: page
    required property Onboarding onboarding
    title: qsTr("Meedoen")
    back: false
    maximumWidth: 560
    actions: [ StartActions {} ]
    Words {
        visible: page.onboarding.joining
        width: parent.width
        look: Words.Look.Title
        text: App.phase === App.Joining ? qsTr("Aanmelden bij de regio") : qsTr("Dit toestel wordt beveiligd")
    }
    Words {
        visible: page.onboarding.joining
        width: parent.width
        muted: true
        text: App.phase === App.Joining ? qsTr("U kunt de app sluiten; na het openen gaat dit verder waar het was.")
                                        : qsTr("De sleutels van dit toestel worden gemaakt. Dit duurt een paar tellen.")
    }
    ProgressLine {
        visible: page.onboarding.joining
        width: parent.width
        name: qsTr("Aanmelden")
    }
    Banner {
        visible: title !== ""
        width: parent.width
        tone: page.onboarding.retrying ? Banner.Tone.Warn : Banner.Tone.Danger
        title: page.onboarding.problemTitle
        text: page.onboarding.problemText
    }
    AppButton {
        visible: !page.onboarding.joining && App.phase === App.Joining
        width: Math.min(implicitWidth, parent.width)
        symbol: "refresh"
        text: qsTr("Probeer opnieuw")
        onClicked: page.onboarding.retry()
    }
    Card {
        visible: !page.onboarding.joining && App.phase === App.Joining && (page.onboarding.linkSpent || page.onboarding.nameNeeded)
        width: parent.width
        Field {
            id: name
            width: parent.width
            label: qsTr("Uw naam")
            help: qsTr("Leeg laten kan, als u hem al had ingevuld.")
            maximumLength: 80
        }
        InvitationField {
            width: parent.width
            onboarding: page.onboarding
            action: qsTr("Meedoen")
            onTaken: link => page.onboarding.joinWith(link, name.text)
        }
    }
    AppButton {
        visible: App.phase === App.Joining
        width: Math.min(implicitWidth, parent.width)
        look: AppButton.Look.Plain
        symbol: "lock"
        text: qsTr("Vergrendelen")
        onClicked: App.lock()
    }
}
