// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import Veldwijzer
import Veldwijzer.App

/// The cards of a search; only those in sight exist. Up and down move, Enter opens.
ListView {
    id: list
    required property SearchResults results
    property bool follows: false  // the current card is shown beside at once
    signal opened(string record)
    signal leftUpwards

    model: results
    spacing: Theme.gap2
    topMargin: Theme.gap1
    bottomMargin: Theme.gap4
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    reuseItems: true
    cacheBuffer: 200
    activeFocusOnTab: count > 0
    keyNavigationEnabled: false
    highlightMoveDuration: 0
    currentIndex: -1
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Gevonden diensten")
    ScrollBar.vertical: ScrollBar { minimumSize: 0.06 }

    function moveTo(row: int) {
        if (count === 0) return
        currentIndex = Math.max(0, Math.min(count - 1, row))
        positionViewAtIndex(currentIndex, ListView.Contain)
        if (follows && results.recordAt(currentIndex) !== "") opened(results.recordAt(currentIndex))
    }
    onActiveFocusChanged: if (activeFocus && currentIndex < 0) moveTo(0)
    Keys.onUpPressed: if (currentIndex <= 0) leftUpwards(); else moveTo(currentIndex - 1)
    Keys.onDownPressed: moveTo(currentIndex + 1)
    Keys.onPressed: event => {
        const page = Math.max(1, Math.floor(height / 120))
        if (event.key === Qt.Key_PageDown) moveTo(currentIndex + page)
        else if (event.key === Qt.Key_PageUp) moveTo(currentIndex - page)
        else if (event.key === Qt.Key_Home) moveTo(0)
        else if (event.key === Qt.Key_End) moveTo(count - 1)
        else return
        event.accepted = true
    }
    Keys.onReturnPressed: if (currentIndex >= 0) opened(results.recordAt(currentIndex))
    Keys.onEnterPressed: if (currentIndex >= 0) opened(results.recordAt(currentIndex))
    delegate: ResultCard {
        width: list.width - Theme.gap2
        current: list.currentIndex === index
        onClicked: {
            list.currentIndex = index
            if (record !== "") list.opened(record)
        }
    }
}
