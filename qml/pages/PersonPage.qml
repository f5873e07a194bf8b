// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// Who joins, and the passphrase of this device.
Screen {
    id: page
    required property Onboarding onboarding
    readonly property bool ready: name.text.trim() !== "" && passphrase.good
    title: onboarding.regionName
    maximumWidth: 560
    actions: [ StartActions {} ]
    onGoBack: onboarding.forgetLink()
    function join() {
        if (ready) onboarding.join(name.text, passphrase.text)
    }
    Words {
        width: parent.width
        text: page.onboarding.founding
              ? qsTr("U begint deze regio en wordt de eerste coördinator. Server: %1").arg(page.onboarding.server)
              : qsTr("U bent uitgenodigd voor deze regio. Server: %1").arg(page.onboarding.server)
    }
    Banner {
        visible: title !== ""
        width: parent.width
        tone: Banner.Tone.Danger
        title: page.onboarding.problemTitle
        text: page.onboarding.problemText
    }
    Field {
        id: name
        width: parent.width
        focus: true
        label: qsTr("Uw naam")
        help: qsTr("Zo zien collega’s wie iets heeft gewijzigd.")
        maximumLength: 80
    }
    NewPassphrase {
        id: passphrase
        width: parent.width
        judge: page.onboarding
        onAccepted: page.join()
    }
    AppButton {
        width: parent.width
        symbol: "login"
        text: qsTr("Meedoen")
        enabled: page.ready
        working: page.onboarding.joining
        onClicked: page.join()
    }
}
