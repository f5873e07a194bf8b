// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// One template, for who looks after it: what it asks and when; to try out, to take into use or out of it.
Screen {
    id: page
    property alias templateId: model.templateId
    title: model.title
    TemplateCase { id: model; onTold: message => Nav.tell(message, "", null) }
    TemplateList {
        id: deeds
        onTold: message => Nav.tell(message, "", null)
        onMade: id => { Nav.pop(); Nav.push("TemplatePage", {templateId: id}) }
    }
    Flow {
        width: parent.width
        spacing: Theme.gap2
        Chip { passive: true; tone: model.status === "active" ? Chip.Tone.Good : Chip.Tone.Plain; symbol: model.status === "active" ? "check_circle" : "edit_note"; text: model.status === "active" ? qsTr("In gebruik") : model.status === "retired" ? qsTr("Niet meer in gebruik") : qsTr("In de maak") }
        Chip { passive: true; text: qsTr("Versie %1").arg(model.version) }
        Chip { passive: true; symbol: "hourglass_bottom"; text: model.months > 0 ? qsTr("%n maand(en) bewaren", "", model.months) : qsTr("Geen bewaartijd") }
    }
    Words { visible: text !== ""; width: parent.width; text: model.description }
    Words { visible: text !== ""; width: parent.width; muted: true; text: model.purpose }
    Flow {
        width: parent.width
        spacing: Theme.gap2
        AppButton { width: Math.min(implicitWidth, parent.width); look: AppButton.Look.Tonal; symbol: "phone_iphone"; text: qsTr("Probeer uit"); onClicked: Nav.push("ChecklistPreviewPage", {json: model.json}) }
        AppButton { visible: model.status === "draft"; width: Math.min(implicitWidth, parent.width); symbol: "publish"; text: qsTr("Neem in gebruik"); onClicked: publishing.open() }
        AppButton { visible: model.status === "active"; width: Math.min(implicitWidth, parent.width); look: AppButton.Look.Outlined; symbol: "difference"; text: qsTr("Nieuwe versie"); onClicked: deeds.newVersion(page.templateId) }
        AppButton { visible: model.status === "active"; width: Math.min(implicitWidth, parent.width); look: AppButton.Look.Outlined; symbol: "archive"; text: qsTr("Uit gebruik nemen"); onClicked: retiring.open() }
    }
    Section {
        visible: model.rows.count > 0
        width: parent.width
        title: qsTr("Vragen")
        Repeater {
            model: model.rows
            ListRow {
                id: line
                required property var item
                width: parent ? parent.width : 0
                leads: false
                focusPolicy: Qt.NoFocus
                Accessible.role: item.heading ? Accessible.Heading : Accessible.StaticText
                symbol: item.heading ? "folder_open" : item.condition !== "" ? "subdirectory_arrow_right" : ""
                symbolColor: Theme.muted
                text: item.text
                subtitle: item.type + (item.required ? " · " + qsTr("verplicht") : "") + (item.condition !== "" ? "\n" + item.condition : "")
            }
        }
    }
    Words { visible: text !== ""; width: parent.width; look: Words.Look.Small; muted: true; text: model.source }

    Sheet {
        id: publishing
        title: qsTr("Neem in gebruik")
        Words { width: parent.width; text: qsTr("Iedereen in de regio kan dan met deze versie beginnen. De versie hiervoor gaat uit gebruik. Lijsten die al begonnen zijn, blijven zoals ze zijn.") }
        AppButton { width: parent.width; symbol: "publish"; text: qsTr("Neem versie %1 in gebruik").arg(model.version); onClicked: { publishing.close(); deeds.publish(page.templateId) } }
    }
    Sheet {
        id: retiring
        title: qsTr("Uit gebruik nemen")
        Words { width: parent.width; text: qsTr("Niemand kan dan nog met deze lijst beginnen. Lijsten die al begonnen zijn, blijven zoals ze zijn.") }
        AppButton { width: parent.width; symbol: "archive"; text: qsTr("Neem uit gebruik"); onClicked: { retiring.close(); deeds.retire(page.templateId) } }
    }
}
