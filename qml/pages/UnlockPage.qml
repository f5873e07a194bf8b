// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// A vault is there; its passphrase opens it.
Screen {
    id: page
    readonly property bool older: App.errorName === "vault-rolled-back"
    readonly property bool damaged: App.errorName === "vault-damaged"
    /// Repairing was tried, and did not help.
    property bool beyondRepair: false
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
        error: page.wrong ? App.errorTitle + ". " + App.errorText : ""
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
        action: page.older ? qsTr("Toch openen …")
              : !page.damaged ? ""
              : page.beyondRepair ? qsTr("Opnieuw beginnen …") : qsTr("Probeer te herstellen …")
        onActed: page.damaged && page.beyondRepair ? lost.open() : sure.open()
    }
    AppButton {
        width: Math.min(implicitWidth, parent.width)
        look: AppButton.Look.Plain
        symbol: "help_outline"
        text: qsTr("Wachtzin kwijt?")
        onClicked: lost.open()
    }
    Sheet {
        id: lost
        title: page.damaged ? qsTr("Opnieuw beginnen?") : qsTr("Wachtzin kwijt?")
        Words {
            width: parent.width
            text: page.damaged
                  ? qsTr("U kunt opnieuw beginnen met een nieuwe uitnodiging van uw coördinator. Wat u had verstuurd, komt dan terug; wat alleen op dit toestel stond niet.")
                  : qsTr("Niemand kan hem terughalen. U kunt opnieuw beginnen met een nieuwe uitnodiging van uw coördinator. Wat u had verstuurd, komt dan terug; wat alleen op dit toestel stond niet.")
        }
        Words {
            width: parent.width
            muted: true
            text: page.damaged
                  ? qsTr("Er wordt niets gewist: de beschadigde opslag krijgt een andere naam en blijft op dit toestel staan. Misschien kan iemand er later nog iets uit halen.")
                  : qsTr("Er wordt niets gewist: de oude opslag krijgt een andere naam en blijft op dit toestel staan. Schiet de wachtzin u te binnen, dan kan zij worden teruggezet.")
        }
        AppButton {
            width: parent.width
            text: page.damaged ? qsTr("Niet nu") : qsTr("Ik probeer het nog eens")
            onClicked: lost.close()
        }
        AppButton {
            width: parent.width
            look: AppButton.Look.Danger
            text: qsTr("Opnieuw beginnen")
            onClicked: {
                lost.close()
                App.setVaultAside()
            }
        }
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
                page.beyondRepair = !page.older
                page.open(despite)
            }
        }
    }
}
