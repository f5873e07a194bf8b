// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer.App

/// From nothing on this device to a region: invitation, person, joining.
FocusScope {
    id: flow
    readonly property Onboarding onboarding: Onboarding {}
    readonly property string page: onboarding.step === Onboarding.Joining || onboarding.joining ? "JoiningPage"
                                 : onboarding.step === Onboarding.Person ? "PersonPage" : "WelcomePage"
    function show() {
        stage.setSource(Qt.resolvedUrl(page + ".qml"), {onboarding: flow.onboarding})
    }
    onPageChanged: if (stage.item) show()
    Component.onCompleted: show()
    Loader {
        id: stage
        anchors.fill: parent
        focus: true
        onLoaded: (item as Item).forceActiveFocus()
    }
}
