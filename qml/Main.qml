// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

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
        sourceComponent: App.phase === App.Open ? shell : App.phase === App.Locked ? locked : welcome
        onLoaded: (item as Item).forceActiveFocus()
    }
    Component { id: shell; Shell {} }
    Component { id: locked; UnlockPage {} }
    Component { id: welcome; WelcomePage {} }

    Sheet {
        id: numbers
        title: qsTr("Nu bellen")
        NumbersList { width: parent.width }
    }
    Loader {
        anchors.fill: parent
        active: window.hidden
        focus: window.hidden
        sourceComponent: HiddenPage { onShown: window.hidden = false }
    }

    Connections {
        target: Nav
        function onCall() { numbers.open() }
        function onHide() { window.hide() }
    }
    Shortcut { sequence: "Ctrl+Shift+X"; onActivated: window.hide() }
    Shortcut { sequence: "Ctrl+B"; enabled: !window.hidden; onActivated: numbers.open() }
}
