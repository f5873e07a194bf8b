// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// Before a list is begun: what it is called by, and who will be able to read it.
Screen {
    id: page
    property string templateId: ""
    property string situation: ""
    TemplateList {
        id: templates
        onTold: message => { trouble.title = message }
        onBegun: record => { Nav.pop(); Nav.push("ChecklistPage", {recordId: record}) }
    }
    Words { visible: text !== ""; width: parent.width; muted: true; text: page.situation }
    Field {
        id: code
        width: parent.width
        label: qsTr("Zaakcode")
        help: qsTr("Geen naam en geen geboortedatum. Kies iets wat u zelf herkent, zoals een nummer. Leeg mag ook.")
        maximumLength: 40
        onAccepted: start.clicked()
    }
    Banner { width: parent.width; title: qsTr("Alleen u kunt deze lijst lezen"); text: qsTr("U kunt hem later met een team delen. De lijst wordt vanzelf gewist als de bewaartijd voorbij is.") }
    Banner { id: trouble; visible: title !== ""; width: parent.width; tone: Banner.Tone.Warn }
    AppButton {
        id: start
        width: Math.min(parent.width, Theme.buttonWidth)
        symbol: "arrow_forward"
        text: qsTr("Begin")
        working: templates.working
        onClicked: { const why = templates.begin(page.templateId, code.text); trouble.title = why }
    }
}
