// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Veldwijzer
import Veldwijzer.App

/// Taking in a social map: choose, look, write, report.
Screen {
    id: page
    title: qsTr("Binnenhalen")
    ImportJob { id: job }
    Banner { visible: job.error !== ""; width: parent.width; tone: Banner.Tone.Danger; title: qsTr("Dit lukte niet"); text: job.error }
    Column {
        visible: job.step === ImportJob.Choosing
        width: parent.width
        spacing: Theme.gap3
        Words { width: parent.width; text: qsTr("Kies een bestand of map in HSDS (JSON, CSV of zip). U ziet eerst wat er zou veranderen. Er wordt nog niets geschreven.") }
        AppButton { width: Math.min(parent.width, Theme.buttonWidth); symbol: "insert_drive_file"; text: qsTr("Kies een bestand"); onClicked: files.open() }
        AppButton { width: Math.min(parent.width, Theme.buttonWidth); look: AppButton.Look.Outlined; symbol: "folder_open"; text: qsTr("Kies een map"); onClicked: folders.open() }
    }
    Column {
        visible: job.step === ImportJob.Looking || job.step === ImportJob.Writing
        width: parent.width
        spacing: Theme.gap3
        Words { width: parent.width; font.weight: Font.Medium; text: job.step === ImportJob.Looking ? qsTr("%1 bekijken").arg(job.fileName) : qsTr("%1 binnenhalen").arg(job.fileName) }
        ProgressLine { width: parent.width; value: job.progress }
        Words {
            width: parent.width
            muted: true
            text: job.step === ImportJob.Writing ? qsTr("U kunt gewoon verder werken. Stopt u, dan blijft staan wat er al binnen is.") : qsTr("Er wordt nog niets geschreven.")
        }
        AppButton { width: Math.min(parent.width, Theme.buttonWidth); look: AppButton.Look.Outlined; symbol: "stop"; text: qsTr("Stoppen"); onClicked: job.cancel() }
    }
    Column {
        visible: job.step === ImportJob.Ready || job.step === ImportJob.Done
        width: parent.width
        spacing: Theme.gap4
        Banner {
            width: parent.width
            tone: job.stopped ? Banner.Tone.Warn : job.step === ImportJob.Done ? Banner.Tone.Good : Banner.Tone.Info
            title: job.step === ImportJob.Ready ? qsTr("Dit zou er veranderen") : job.stopped ? qsTr("Gestopt") : qsTr("Binnengehaald")
            text: job.step === ImportJob.Ready ? qsTr("Er is nog niets geschreven.")
                : job.stopped ? qsTr("Wat hieronder staat, is binnen. Haalt u hetzelfde bestand nog eens binnen, dan gaat het verder.")
                              : qsTr("Het gaat mee naar uw collega’s zodra er verbinding is.")
        }
        CountList { width: parent.width; title: qsTr("Nieuw"); symbol: "add_circle_outline"; lines: job.created }
        CountList { width: parent.width; title: qsTr("Gewijzigd"); symbol: "edit"; lines: job.updated }
        CountList { width: parent.width; title: qsTr("Hetzelfde gebleven"); symbol: "check"; lines: job.unchanged }
        CountList {
            width: parent.width
            title: qsTr("Staat niet meer in het bestand: %n", "", job.goneCount)
            help: qsTr("Dit blijft gewoon staan. U beslist zelf wat weg mag.")
            symbol: "help_outline"
            lines: job.gone
        }
        Section {
            visible: job.problemCount > 0
            width: parent.width
            title: qsTr("Bijzonderheden: %n", "", job.problemCount)
            help: qsTr("Wat niet paste, en wat ermee gedaan is. Deze regels zijn in het Engels.")
            Repeater {
                model: job.problems
                ListRow {
                    required property var modelData
                    width: parent.width
                    leads: false
                    focusPolicy: Qt.NoFocus
                    said: Accessible.StaticText
                    symbol: "info"
                    text: modelData.title
                    subtitle: modelData.text
                }
            }
        }
        AppButton { visible: job.step === ImportJob.Ready; width: Math.min(parent.width, Theme.buttonWidth); symbol: "file_download"; text: qsTr("Haal binnen"); onClicked: job.start() }
        AppButton { width: Math.min(parent.width, Theme.buttonWidth); look: AppButton.Look.Outlined; text: job.step === ImportJob.Ready ? qsTr("Toch niet") : qsTr("Nog een bestand"); onClicked: job.again() }
    }
    FileDialog {
        id: files
        title: qsTr("Kies een bestand")
        nameFilters: [qsTr("HSDS (*.json *.csv *.zip)"), qsTr("Alle bestanden (*)")]
        onAccepted: job.look(selectedFile)
    }
    FolderDialog { id: folders; title: qsTr("Kies een map"); onAccepted: job.look(selectedFolder) }
}
