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
        App.setDisguised(true)
        App.lock()
        numbers.close()
        hidden = true
    }
    function show() {
        App.setDisguised(false)
        hidden = false
    }

    onVisibilityChanged: () => App.setHidden(window.visibility === Window.Minimized || window.visibility === Window.Hidden)
    onClosing: () => { if (window.visibility === Window.Windowed) Settings.keepWindow(Qt.rect(x, y, width, height)) }
    Component.onCompleted: {
        const kept = Settings.window()
        const fits = kept.width >= minimumWidth && kept.height >= minimumHeight
        width = Math.min(fits ? kept.width : width, Screen.desktopAvailableWidth)
        height = Math.min(fits ? kept.height : height, Screen.desktopAvailableHeight)
    }

    Binding { target: Theme; property: "dark"; value: Settings.dark }
    Binding { target: Theme; property: "textScale"; value: Settings.textScale }
    Binding { target: Theme; property: "reducedMotion"; value: Settings.reducedMotion }

    Loader {
        id: stage
        anchors.fill: parent
        focus: !window.hidden
        // Gone, not only out of sight: sheets and file dialogs lie above whatever the window shows.
        active: !window.hidden
        source: Qt.resolvedUrl(App.phase === App.Open ? "Shell.qml" : App.phase === App.Locked ? "UnlockPage.qml" : "StartFlow.qml")
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
        onShown: window.show()
    }

    Connections {
        target: Nav
        function onCall() { numbers.open() }
        function onHide() { window.hide() }
    }
    Connections {
        target: App
        function onLinkOffered() {
            window.raise()
            window.requestActivate()
            if (App.phase === App.Open)
                Nav.tell(qsTr("U zit al in een regio. Een uitnodiging is nu niet nodig."), "", null)
        }
        function onStartedAgain() {
            if (window.visibility === Window.Minimized) window.showNormal()
            window.raise()
            window.requestActivate()
        }
    }
    // Of the application: those of a window do nothing while a sheet is open.
    Shortcut { sequence: "Ctrl+Shift+X"; context: Qt.ApplicationShortcut; onActivated: window.hide() }
    Shortcut { sequence: "Ctrl+B"; context: Qt.ApplicationShortcut; enabled: !window.hidden; onActivated: numbers.open() }
}
