// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Veldwijzer
import Veldwijzer.App

/// The templates of the region, for who looks after them.
Screen {
    id: page
    title: qsTr("Lijsten om in te vullen")
    TemplateList {
        id: templates
        onTold: message => Nav.tell(message, "", null)
        onMade: id => Nav.push("TemplatePage", {templateId: id})
    }
    Section {
        visible: templates.rows.count > 0
        width: parent.width
        Repeater {
            model: templates.rows
            ListRow {
                required property var item
                width: parent ? parent.width : 0
                symbol: item.status === "active" ? "checklist" : item.status === "retired" ? "archive" : "edit_note"
                symbolColor: item.status === "active" ? Theme.primary : Theme.muted
                text: item.title
                subtitle: qsTr("Versie %1 · %2").arg(item.version).arg(item.statusText)
                onClicked: Nav.push("TemplatePage", {templateId: item.id})
            }
        }
    }
    EmptyState {
        visible: templates.loaded && templates.rows.count === 0
        width: parent.width
        symbol: "checklist"
        title: qsTr("Nog geen lijsten")
        text: qsTr("Zes lijsten in gewone taal worden meegeleverd: van de meldcode tot de jaarevaluatie.")
        action: qsTr("Zet de zes lijsten klaar")
        onActed: templates.importShipped()
    }
    Card {
        width: parent.width
        padding: Theme.gap2
        spacing: 0
        ListRow { visible: templates.rows.count > 0; width: parent.width; symbol: "library_add"; text: qsTr("Meegeleverde lijsten"); subtitle: qsTr("Zet klaar wat hier nog niet staat"); onClicked: templates.importShipped() }
        ListRow { width: parent.width; symbol: "file_download"; text: qsTr("Haal een lijst binnen"); subtitle: qsTr("FHIR Questionnaire, uit een ander systeem"); onClicked: chooser.open() }
    }
    FileDialog {
        id: chooser
        property url file
        title: qsTr("Kies een bestand")
        nameFilters: ["FHIR (*.json)"]
        onAccepted: { file = selectedFile; templates.look(file); looked.open() }
    }
    Sheet {
        id: looked
        title: qsTr("Lijst binnenhalen")
        Words { width: parent.width; font.weight: Font.DemiBold; text: templates.found !== "" ? templates.found : qsTr("Wordt gelezen …") }
        Words { visible: templates.report.length > 0; width: parent.width; text: qsTr("Dit werkt hier anders dan in het bestand. Het blijft wel bewaard.") }
        Repeater {
            model: templates.report
            Words { required property var modelData; width: parent ? parent.width : 0; look: Words.Look.Small; muted: true; text: qsTr("• %1").arg(modelData.text) }
        }
        AppButton { width: parent.width; symbol: "file_download"; working: templates.working; text: qsTr("Haal binnen"); onClicked: { looked.close(); templates.import(chooser.file) } }
    }
}
