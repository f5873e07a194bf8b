// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Veldwijzer
import Veldwijzer.App

/// The social map as files.
Screen {
    id: page
    property bool csv: false
    title: qsTr("Bewaren als bestand")
    ExportJob { id: job }
    Words { width: parent.width; text: qsTr("De sociale kaart komt in een nieuwe map. Wie de map heeft, kan alles lezen wat erin staat. Geheime adressen gaan nooit mee.") }
    Section {
        width: parent.width
        title: qsTr("Vorm")
        Choice { width: parent.width; checked: !page.csv; text: qsTr("JSON"); subtitle: qsTr("Voor andere systemen (HSDS 3.1)"); onClicked: page.csv = false }
        Choice { width: parent.width; checked: page.csv; text: qsTr("CSV"); subtitle: qsTr("Voor een rekenblad"); onClicked: page.csv = true }
    }
    AppButton { width: Math.min(parent.width, Theme.buttonWidth); symbol: "folder_open"; text: qsTr("Kies waar"); working: job.working; onClicked: folders.open() }
    ProgressLine { visible: job.working; width: parent.width; value: job.progress }
    Banner { visible: job.error !== ""; width: parent.width; tone: Banner.Tone.Danger; title: qsTr("Dit lukte niet"); text: job.error }
    Banner {
        visible: job.done
        width: parent.width
        tone: Banner.Tone.Good
        title: qsTr("Bewaard")
        text: job.problemCount > 0 ? qsTr("%1. Van %n veld(en) die nog gekozen moeten worden staat de getoonde waarde erin.", "", job.problemCount).arg(job.folder) : job.folder
    }
    CountList { width: parent.width; title: qsTr("Wat erin staat"); symbol: "check"; lines: job.done ? job.records : [] }
    FolderDialog { id: folders; title: qsTr("Waar mag de map staan?"); onAccepted: job.run(selectedFolder, page.csv) }
}
