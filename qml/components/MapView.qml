// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// The region without a network: outlines, names and pins. Drag or arrow keys move it, the wheel, two fingers
/// and + and − bring it closer; Tab goes along the pins.
FocusScope {
    id: map
    required property SearchResults results
    signal opened(string record)
    property real scaleNow: 1
    property real originX: 0  // map units at the left edge
    property real originY: 0
    property bool fitted: false
    /// What lies beyond the edge is a movement away.
    readonly property bool pans: true
    clip: true
    activeFocusOnTab: true
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Kaart van de regio, %n plek(ken)", "", points.shown)
    Accessible.description: qsTr("Pijltjes verschuiven, plus en min vergroten en verkleinen, Tab gaat langs de plekken. De lijst toont hetzelfde.")

    function fit() {
        const area = points.bounds
        if (width <= 0 || height <= 0 || area.width <= 0) return
        fitted = true
        scaleNow = Math.min(width / area.width, height / area.height)
        originX = area.x + area.width / 2 - width / 2 / scaleNow
        originY = area.y + area.height / 2 - height / 2 / scaleNow
        soon.restart()
    }
    function zoom(by: real, x: real, y: real) {
        const next = Math.max(0.02, Math.min(8, scaleNow * by))
        originX += x / scaleNow - x / next
        originY += y / scaleNow - y / next
        scaleNow = next
        soon.restart()
    }
    function pan(x: real, y: real) {
        originX += x / scaleNow
        originY += y / scaleNow
        soon.restart()
    }
    onWidthChanged: if (fitted) soon.restart(); else fit()
    onHeightChanged: if (fitted) soon.restart(); else fit()
    MapPoints {
        id: points
        results: map.results
        onOutlinesChanged: if (!map.fitted) map.fit()
    }
    Timer {
        id: soon
        interval: 60
        onTriggered: points.look(Qt.rect(map.originX - map.width / 2 / map.scaleNow, map.originY - map.height / 2 / map.scaleNow,
                                         map.width * 2 / map.scaleNow, map.height * 2 / map.scaleNow), map.scaleNow)
    }
    Keys.onPressed: event => {
        const step = 60
        if (event.key === Qt.Key_Left) pan(-step, 0)
        else if (event.key === Qt.Key_Right) pan(step, 0)
        else if (event.key === Qt.Key_Up) pan(0, -step)
        else if (event.key === Qt.Key_Down) pan(0, step)
        else if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal) zoom(1.4, width / 2, height / 2)
        else if (event.key === Qt.Key_Minus) zoom(1 / 1.4, width / 2, height / 2)
        else if (event.key === Qt.Key_0) fit()
        else return
        event.accepted = true
    }

    Rectangle { anchors.fill: parent; color: Theme.sunken }
    DragHandler {
        target: null
        property real lastX: 0
        property real lastY: 0
        onActiveChanged: { lastX = 0; lastY = 0 }
        onTranslationChanged: {
            map.pan(lastX - translation.x, lastY - translation.y)
            lastX = translation.x
            lastY = translation.y
        }
    }
    PinchHandler {
        target: null
        property real last: 1
        onActiveChanged: last = 1
        onActiveScaleChanged: { map.zoom(activeScale / last, centroid.position.x, centroid.position.y); last = activeScale }
    }
    WheelHandler { target: null; onWheel: event => map.zoom(event.angleDelta.y > 0 ? 1.2 : 1 / 1.2, event.x, event.y) }

    Canvas {
        id: outlines
        readonly property var look: [map.originX, map.originY, map.scaleNow, points.outlines, Theme.dark]
        anchors.fill: parent
        onLookChanged: requestPaint()
        onPaint: {
            const draw = getContext("2d")
            draw.reset()
            draw.scale(map.scaleNow, map.scaleNow)
            draw.translate(-map.originX, -map.originY)
            draw.lineWidth = 1.5 / map.scaleNow
            draw.strokeStyle = Theme.outline
            draw.fillStyle = Theme.surface
            for (const each of points.outlines) {
                draw.path = each.path
                draw.fill()
                draw.stroke()
            }
        }
    }
    Item {
        x: -map.originX * map.scaleNow
        y: -map.originY * map.scaleNow
        Repeater {
            model: points.outlines
            Words {
                required property var modelData
                x: modelData.x * map.scaleNow - width / 2
                // Above the outline: within it are the pins.
                y: modelData.top * map.scaleNow - height
                look: Words.Look.Small
                muted: true
                font.weight: Font.DemiBold
                wrapMode: Text.NoWrap
                style: Text.Outline
                styleColor: Theme.surface
                text: modelData.name
            }
        }
        Repeater {
            model: points
            MapPin {
                required property real pinX
                required property real pinY
                required property int index
                required property string record
                required property string title
                x: pinX * map.scaleNow - width / 2
                y: pinY * map.scaleNow - height / 2
                text: title
                onClicked: {
                    if (record !== "") map.opened(record)
                    else if (points.parts(index) && map.scaleNow < 7) map.zoom(2.2, x + width / 2 - map.originX * map.scaleNow, y + height / 2 - map.originY * map.scaleNow)
                    else { together.entries = points.members(index); together.open() }
                }
            }
        }
    }
    Column {
        anchors { right: parent.right; bottom: parent.bottom; margins: Theme.gap3 }
        spacing: Theme.gap1
        component Tool: Rectangle {
            id: tool
            property alias symbol: button.symbol
            property alias text: button.text
            signal clicked
            width: Theme.touch
            height: Theme.touch
            radius: Theme.radiusSmall
            color: Theme.surface
            border.width: 1
            border.color: Theme.outline
            IconButton { id: button; onClicked: tool.clicked() }
        }
        Tool { symbol: "add"; text: qsTr("Dichterbij"); onClicked: map.zoom(1.4, map.width / 2, map.height / 2) }
        Tool { symbol: "remove"; text: qsTr("Verder weg"); onClicked: map.zoom(1 / 1.4, map.width / 2, map.height / 2) }
        Tool { symbol: "zoom_out_map"; text: qsTr("Hele regio"); onClicked: map.fit() }
    }
    Rectangle {
        anchors { left: parent.left; bottom: parent.bottom; margins: Theme.gap3 }
        width: Math.min(told.implicitWidth + 2 * Theme.gap2, parent.width - Theme.touch - 3 * Theme.gap3)
        height: told.implicitHeight + Theme.gap2
        visible: told.text !== ""
        radius: Theme.radiusSmall
        color: Theme.surface
        Words {
            id: told
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.gap2
            look: Words.Look.Small
            text: points.reading ? qsTr("De kaart wordt getekend …") : points.without > 0 ? qsTr("%n dienst(en) zonder adres staan alleen in de lijst", "", points.without) : ""
        }
    }
    Sheet {
        id: together
        property var entries: []
        title: qsTr("Op deze plek")
        Repeater {
            model: together.entries
            ListRow {
                required property var modelData
                width: parent ? parent.width : 0
                text: modelData.title
                onClicked: { together.close(); map.opened(modelData.record) }
            }
        }
    }
}
