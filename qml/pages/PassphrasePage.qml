// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// A new passphrase for this device.
Screen {
    id: page
    title: qsTr("Wachtzin wijzigen")
    maximumWidth: 560
    PassphraseChange {
        id: change
        onDone: {
            Nav.tell(qsTr("De wachtzin is gewijzigd."), "", null)
            Nav.pop()
        }
    }
    readonly property Onboarding judge: Onboarding {}
    function go() {
        if (fresh.good) change.change(old.text, fresh.text)
    }
    Banner {
        visible: title !== ""
        width: parent.width
        tone: Banner.Tone.Danger
        title: change.problemTitle
        text: change.problemText
    }
    Field {
        id: old
        width: parent.width
        focus: true
        label: qsTr("Huidige wachtzin")
        secret: true
    }
    NewPassphrase {
        id: fresh
        width: parent.width
        label: qsTr("Nieuwe wachtzin")
        judge: page.judge
        onAccepted: page.go()
    }
    Words {
        width: parent.width
        look: Words.Look.Small
        muted: true
        text: qsTr("Kopieën van deze opslag die eerder zijn gemaakt, gaan nog met de oude wachtzin open.")
    }
    AppButton {
        width: parent.width
        symbol: "check"
        text: qsTr("Wijzigen")
        enabled: old.text !== "" && fresh.good
        working: change.working
        onClicked: page.go()
    }
}
