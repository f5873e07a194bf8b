// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import Veldwijzer
import Veldwijzer.App

/// What an unlocked region looks like: the destinations (below on a phone, beside on a desktop), the page that
/// is open, and always within reach the numbers to call, the quick exit and the sync line.
FocusScope {
    id: shell
    readonly property bool wide: width >= Theme.wideFrom
    property string destination: "today"
    readonly property var pageOnTop: stack.currentItem
    readonly property var allDestinations: [
        {name: "today", page: "TodayPage", symbol: "today", text: qsTr("Vandaag"), keys: "Ctrl+1", shown: true},
        {name: "map", page: "SocialMapPage", symbol: "explore", text: qsTr("Sociale kaart"), keys: "Ctrl+2", shown: true},
        {name: "signal", page: "ChecklistsPage", symbol: "checklist", text: qsTr("Signaleren"), keys: "Ctrl+3", shown: true},
        {name: "manage", page: "ManagePage", symbol: "admin_panel_settings", text: qsTr("Beheer"), keys: "Ctrl+4", shown: App.coordinator},
        {name: "more", page: "MorePage", symbol: "menu", text: qsTr("Meer"), keys: "Ctrl+5", shown: true}
    ]
    readonly property var destinations: allDestinations.filter(each => each.shown)

    function go(name: string) {
        const found = destinations.find(each => each.name === name)
        if (!found) return
        destination = name
        stack.replace(null, Qt.resolvedUrl(found.page + ".qml"), {back: false}, StackView.Immediate)
        stack.currentItem.forceActiveFocus()
    }

    Component.onCompleted: go("today")
    Connections {
        target: Nav
        function onPush(page, properties) {
            stack.push(Qt.resolvedUrl(page + ".qml"), properties ?? {},
                       Theme.reducedMotion ? StackView.Immediate : StackView.Transition)
            stack.currentItem.forceActiveFocus()
        }
        function onPop() {
            if (stack.depth < 2) return
            stack.pop(Theme.reducedMotion ? StackView.Immediate : StackView.Transition)
            stack.currentItem.forceActiveFocus()
        }
        function onGo(destination) { shell.go(destination) }
        function onFind(text) {
            shell.go("map")
            if (typeof shell.pageOnTop.find === "function") shell.pageOnTop.find(text)
        }
        function onTell(message, undoText, undo) { notice.show(message, undoText, undo) }
    }
    Repeater {
        model: shell.destinations
        Item {
            id: shortcut
            required property var modelData
            Shortcut { sequence: shortcut.modelData.keys; onActivated: shell.go(shortcut.modelData.name) }
        }
    }
    Shortcut { sequences: ["Alt+Left"]; onActivated: Nav.pop() }
    Shortcut { sequence: "Ctrl+L"; onActivated: App.lock() }
    Shortcut { sequence: "Ctrl+R"; onActivated: App.syncNow() }
    Shortcut { sequence: "F1"; onActivated: keys.open() }
    KeysSheet { id: keys }

    Rectangle {
        id: rail
        visible: shell.wide
        width: visible ? Math.max(220, Math.round(220 * Math.min(Theme.textScale, 1.5))) : 0
        anchors { top: parent.top; bottom: parent.bottom; left: parent.left }
        color: Theme.sunken
        Column {
            anchors { top: parent.top; left: parent.left; right: parent.right; margins: Theme.gap3 }
            spacing: Theme.gap1
            Words {
                width: parent.width
                leftPadding: Theme.gap3
                topPadding: Theme.gap2
                bottomPadding: Theme.gap3
                look: Words.Look.Title
                text: App.regionName
            }
            Repeater {
                model: shell.wide ? shell.destinations : []
                NavItem {
                    required property var modelData
                    width: rail.width - 2 * Theme.gap3
                    symbol: modelData.symbol
                    text: modelData.text
                    current: shell.destination === modelData.name
                    onClicked: shell.go(modelData.name)
                }
            }
        }
        Column {
            anchors { bottom: parent.bottom; left: parent.left; right: parent.right; margins: Theme.gap3 }
            spacing: Theme.gap1
            AppButton {
                width: parent.width
                look: AppButton.Look.Tonal
                symbol: "call"
                text: qsTr("Nu bellen")
                onClicked: Nav.call()
            }
            AppButton {
                width: parent.width
                look: AppButton.Look.Plain
                symbol: "exit_to_app"
                text: qsTr("Snel weg")
                onClicked: Nav.hide()
            }
            SyncLine { width: parent.width }
        }
    }

    Item {
        id: top
        visible: !shell.wide
        height: visible ? Math.max(topRow.height, syncLine.implicitHeight + Theme.gap2) : 0
        anchors { top: parent.top; left: rail.right; right: parent.right }
        Rectangle { anchors.fill: parent; color: Theme.sunken }
        SyncLine {
            id: syncLine
            anchors { left: parent.left; right: topRow.left; verticalCenter: parent.verticalCenter }
        }
        Row {
            id: topRow
            anchors { right: parent.right; top: parent.top }
            IconButton { symbol: "call"; text: qsTr("Nu bellen"); onClicked: Nav.call() }
            IconButton { symbol: "exit_to_app"; text: qsTr("Snel weg"); onClicked: Nav.hide() }
        }
    }

    FirstSync {
        id: firstSync
        anchors { top: top.bottom; left: rail.right; right: parent.right }
    }
    StackView {
        id: stack
        anchors { top: firstSync.bottom; bottom: bar.top; left: rail.right; right: parent.right }
        clip: true
        focus: true
        pushEnter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.calm } }
        pushExit: Transition { NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.quick } }
        popEnter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.calm } }
        popExit: Transition { NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.quick } }
    }

    Rectangle {
        id: bar
        visible: !shell.wide
        height: visible ? tabs.implicitHeight : 0
        anchors { bottom: parent.bottom; left: parent.left; right: parent.right }
        color: Theme.surface
        Rectangle { width: parent.width; height: 1; color: Theme.hairline }
        Row {
            id: tabs
            Accessible.role: Accessible.PageTabList
            Accessible.name: qsTr("Hoofdmenu")
            width: parent.width
            Repeater {
                model: shell.wide ? [] : shell.destinations
                NavItem {
                    required property var modelData
                    width: tabs.width / shell.destinations.length
                    stacked: true
                    symbol: modelData.symbol
                    text: modelData.text
                    current: shell.destination === modelData.name
                    onClicked: shell.go(modelData.name)
                }
            }
        }
    }
    Notice {
        id: notice
        anchors { bottom: bar.top; horizontalCenter: stack.horizontalCenter; bottomMargin: Theme.gap4 }
        maximumWidth: Math.min(stack.width - 2 * Theme.gap4, 560)
    }
}
