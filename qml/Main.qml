// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Controls
import Veldwijzer
import Veldwijzer.App

/// The window: what lies before unlocking, or the shell; over it the numbers to call and the quick exit.
ApplicationWindow {
    id: window
    property bool hidden: false
    /// For who drives the window from outside.
    readonly property QtObject theme: Theme
    readonly property QtObject nav: Nav

    width: 1280
    height: 800
    minimumWidth: 320
    minimumHeight: 480
    visible: true
    title: hidden ? qsTr("Notities") : "Veldwijzer"
    color: Theme.background

    function hide() {
        App.lock()
        numbers.close()
        hidden = true
    }

    Loader {
        id: stage
        anchors.fill: parent
        focus: !window.hidden
        visible: !window.hidden
        source: Qt.resolvedUrl(App.phase === App.Open ? "Shell.qml" : App.phase === App.Locked ? "UnlockPage.qml" : "WelcomePage.qml")
        onLoaded: (item as Item).forceActiveFocus()
    }

    Sheet {
        id: numbers
        title: qsTr("Nu bellen")
        NumbersList { width: parent.width }
    }
    HiddenPage {
        anchors.fill: parent
        visible: window.hidden
        focus: window.hidden
        onShown: window.hidden = false
    }

    Connections {
        target: Nav
        function onCall() { numbers.open() }
        function onHide() { window.hide() }
    }
    Shortcut { sequence: "Ctrl+Shift+X"; onActivated: window.hide() }
    Shortcut { sequence: "Ctrl+B"; enabled: !window.hidden; onActivated: numbers.open() }
}
