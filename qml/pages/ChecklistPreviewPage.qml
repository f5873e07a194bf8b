// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// A template to try out, as people will see it. Nothing is kept.
Screen {
    id: page
    property alias json: preview.json
    property alias shipped: preview.shipped
    property alias oneByOne: view.oneByOne
    title: preview.title
    bare: true
    actions: [
        IconButton {
            symbol: view.form.oneByOne ? "view_list" : "view_carousel"
            text: view.form.oneByOne ? qsTr("Toon de hele lijst") : qsTr("Toon één vraag per keer")
            onClicked: view.form.oneByOne = !view.form.oneByOne
        }
    ]
    ChecklistView {
        id: view
        ChecklistPreview { id: preview }
        property bool oneByOne: false
        onOneByOneChanged: form.oneByOne = oneByOne
        parent: page.body
        anchors.fill: parent
        focus: true
        form: preview.form
        finishVisible: false
        heading: Column {
            visible: !view.form.oneByOne || view.form.page === 0
            height: visible ? implicitHeight : 0
            topPadding: Theme.gap2
            spacing: Theme.gap3
            Banner { width: parent.width; title: qsTr("Voorbeeld"); text: qsTr("U kunt alles proberen. Er wordt niets bewaard.") }
            Words { width: parent.width; text: preview.description }
        }
    }
}
