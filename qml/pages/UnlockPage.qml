// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// A vault is there; its passphrase opens it.
Screen {
    id: page
    readonly property bool older: App.errorName === "vault-rolled-back"
    readonly property bool damaged: App.errorName === "vault-damaged"
    readonly property bool wrong: App.errorName === "wrong-passphrase"
    title: "Veldwijzer"
    back: false
    maximumWidth: 480
    actions: [ StartActions {} ]
    function open(despite: int) {
        if (passphrase.text !== "") App.unlock(passphrase.text, despite)
    }
    Image {
        width: 72
        height: 72
        sourceSize { width: 144; height: 144 }
        source: "qrc:/icons/veldwijzer.svg"
        Accessible.ignored: true
    }
    Field {
        id: passphrase
        width: parent.width
        focus: true
        label: qsTr("Wachtzin")
        secret: true
        error: page.wrong ? App.errorTitle : ""
        help: page.wrong ? App.errorText : ""
        onAccepted: page.open(App.Nothing)
        onEdited: if (page.wrong) App.clearError()
    }
    Words {
        visible: App.waitSeconds > 0
        width: parent.width
        color: Theme.warn
        text: qsTr("Vaak mis. Wacht nog %n tellen voor de volgende poging.", "", App.waitSeconds)
        Accessible.role: Accessible.AlertMessage
    }
    AppButton {
        width: parent.width
        text: App.busy ? qsTr("Bezig met openen") : qsTr("Openen")
        symbol: "lock_open"
        working: App.busy
        enabled: !App.busy && App.waitSeconds === 0
        onClicked: page.open(App.Nothing)
    }
    Banner {
        visible: App.errorTitle !== "" && !page.wrong
        width: parent.width
        tone: Banner.Tone.Danger
        title: App.errorTitle
        text: App.errorText
        action: page.older ? qsTr("Toch openen …") : page.damaged ? qsTr("Probeer te herstellen …") : ""
        onActed: sure.open()
    }
    Words {
        width: parent.width
        look: Words.Look.Small
        muted: true
        text: qsTr("Wachtzin kwijt? Niemand kan hem terughalen. Vraag uw coördinator om een nieuwe uitnodiging; wat u eerder had verstuurd, komt dan terug.")
    }
    Sheet {
        id: sure
        title: page.older ? qsTr("Verder met een oudere opslag?") : qsTr("Proberen te herstellen?")
        Words {
            width: parent.width
            text: page.older
                  ? qsTr("Wat na deze oudere stand alleen op dit toestel stond, is er dan niet meer. Wat verstuurd is, komt terug bij het synchroniseren. Hebt u een nieuwere kopie van de map, zet die dan eerst terug.")
                  : qsTr("Is alleen de controle op de stand van de opslag kwijt, dan gaat de app verder alsof er een reservekopie is teruggezet: niemand kan nu zien of er iets ontbreekt. Is er meer stuk, dan verandert er niets.")
        }
        AppButton {
            width: parent.width
            text: qsTr("Niet nu")
            onClicked: sure.close()
        }
        AppButton {
            width: parent.width
            look: AppButton.Look.Danger
            text: page.older ? qsTr("Ja, verder met deze") : qsTr("Ja, probeer het")
            onClicked: {
                const despite = page.older ? App.Rollback : App.LostHead
                sure.close()
                page.open(despite)
            }
        }
    }
}
