// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// One service, as a page of its own.
Screen {
    id: page
    property string record: ""
    title: qsTr("Dienst")
    bare: true
    DetailView { id: view; parent: page.body; anchors.fill: parent; focus: true; record: page.record }
}
