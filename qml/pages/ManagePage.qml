// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// What a coordinator looks after.
Screen {
    id: page
    title: qsTr("Beheer")
    back: false
    maximumWidth: Theme.pageWidth
    RemarkList { id: remarks }
    Columns {
        width: parent.width
        first: [
            Section {
                width: parent.width
                title: qsTr("Mensen")
                ListRow { width: parent.width; symbol: "person_add"; text: qsTr("Uitnodigen"); subtitle: qsTr("Een code of link voor een collega"); onClicked: Nav.push("InvitationsPage", {}) }
                ListRow { width: parent.width; symbol: "group"; text: qsTr("Wie hoort erbij"); subtitle: qsTr("Namen, rollen en toestellen"); onClicked: Nav.push("PeoplePage", {}) }
            },
            Section {
                width: parent.width
                title: qsTr("Sociale kaart bijhouden")
                ListRow { width: parent.width; symbol: "report_problem"; text: qsTr("Opmerkingen"); trailing: remarks.rows.count > 0 ? remarks.rows.count : ""; subtitle: qsTr("Wat volgens collega’s niet meer klopt"); onClicked: Nav.push("RemarksPage", {}) }
                ListRow { width: parent.width; symbol: "history"; text: qsTr("Controleren"); subtitle: qsTr("Diensten die lang niet zijn gecontroleerd"); onClicked: Nav.push("StalePage", {}) }
                ListRow { width: parent.width; symbol: "content_copy"; text: qsTr("Dubbelen"); subtitle: qsTr("Wat misschien hetzelfde is"); onClicked: Nav.push("DuplicatesPage", {}) }
                ListRow { width: parent.width; symbol: "call_split"; text: qsTr("Te kiezen"); trailing: App.conflicts > 0 ? App.conflicts : ""; subtitle: qsTr("Wat twee mensen anders invulden"); onClicked: Nav.push("ConflictsPage", {}) }
            }
        ]
        second: [
            Section {
                width: parent.width
                title: qsTr("Signaleren")
                ListRow { width: parent.width; symbol: "checklist"; text: qsTr("Lijsten om in te vullen"); subtitle: qsTr("Klaarzetten, aanpassen, uit gebruik nemen"); onClicked: Nav.push("TemplatesPage", {}) }
            },
            Section {
                width: parent.width
                title: qsTr("Woorden")
                ListRow { width: parent.width; symbol: "sell"; text: qsTr("Begrippen"); subtitle: qsTr("Fasen, doelgroepen en andere keuzes"); onClicked: Nav.push("TermsPage", {}) }
                ListRow { width: parent.width; symbol: "translate"; text: qsTr("Zoekwoorden"); subtitle: qsTr("Wat mensen typen en wat ze bedoelen"); onClicked: Nav.push("SynonymsPage", {}) }
            },
            Section {
                width: parent.width
                title: qsTr("Bestanden")
                ListRow { width: parent.width; symbol: "file_download"; text: qsTr("Binnenhalen"); subtitle: qsTr("Een sociale kaart uit een ander systeem"); onClicked: Nav.push("ImportPage", {}) }
                ListRow { width: parent.width; symbol: "file_upload"; text: qsTr("Bewaren als bestand"); subtitle: qsTr("JSON of CSV, voor wie het ook gebruikt"); onClicked: Nav.push("ExportPage", {}) }
            }
        ]
    }
}
