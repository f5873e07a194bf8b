// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Dialogs
import Veldwijzer
import Veldwijzer.App

/// A filled-in list: to fill in, and after it was completed to read.
Screen {
    id: page
    property string recordId: ""
    title: view.list.title
    bare: true
    actions: [
        IconButton {
            visible: view.list.loaded && !view.list.gone
            symbol: view.form.oneByOne ? "view_list" : "view_carousel"
            text: view.form.oneByOne ? qsTr("Toon de hele lijst") : qsTr("Toon één vraag per keer")
            onClicked: Settings.oneByOne = !Settings.oneByOne
        },
        IconButton { visible: view.list.loaded && !view.list.gone; symbol: "more_vert"; text: qsTr("Meer over deze lijst"); onClicked: menu.open() }
    ]

    ChecklistStrip {
        id: strip
        parent: page.body
        width: parent.width
        visible: view.list.loaded && !view.list.gone
        height: visible ? implicitHeight : 0
        list: view.list
    }
    ChecklistView {
        id: view
        property alias list: checklist
        ChecklistCase {
            id: checklist
            recordId: page.recordId
            onRowAdded: key => view.goTo(form.rowOf(key))
            onCompleted: Nav.tell(qsTr("De lijst is afgerond en vergrendeld."), "", null)
            onErased: { Nav.pop(); Nav.tell(qsTr("De lijst is gewist, ook bij de anderen na het synchroniseren."), "", null) }
            onTold: message => Nav.tell(message, "", null)
            onFailed: (title, explanation) => Nav.tell(title + ". " + explanation, "", null)
        }
        parent: page.body
        anchors { top: strip.bottom; bottom: parent.bottom; left: parent.left; right: parent.right }
        visible: checklist.loaded && !checklist.gone
        focus: true
        form: checklist.form
        finishVisible: checklist.mayAnswer
        finishText: checklist.state === ChecklistCase.Amending ? qsTr("Verbetering afronden") : qsTr("Afronden")
        onFinished: finishing.open()
        onSettled: (key, number) => checklist.settle(key, number)
        Binding { target: checklist.form; property: "oneByOne"; value: Settings.oneByOne && checklist.mayAnswer }
        heading: ChecklistHeading {
            visible: !checklist.form.oneByOne || checklist.form.page === 0
            height: visible ? implicitHeight : 0
            list: checklist
            onAmendWanted: amending.open()
            onExtendWanted: extending.open()
        }
    }
    EmptyState {
        parent: page.body
        anchors.centerIn: parent
        width: parent.width
        visible: checklist.gone
        symbol: "auto_delete"
        title: qsTr("Deze lijst is er niet meer")
        text: qsTr("Hij is gewist omdat de bewaartijd voorbij was of omdat iemand hem wiste. Of hij is verplaatst.")
        action: qsTr("Terug")
        onActed: Nav.pop()
    }

    Sheet {
        id: finishing
        title: qsTr("Afronden")
        Words { width: parent.width; text: qsTr("De antwoorden staan daarna vast. U kunt nog een verbetering maken; wat er eerst stond, blijft bewaard.") }
        Words { width: parent.width; muted: true; text: checklist.shared ? qsTr("Het team %1 kan de lijst lezen.").arg(checklist.audience) : qsTr("Alleen u kunt de lijst lezen. Delen met een team kan ook later.") }
        AppButton { width: parent.width; symbol: "lock"; text: qsTr("Rond af en vergrendel"); onClicked: { finishing.close(); checklist.complete() } }
        AppButton { width: parent.width; look: AppButton.Look.Plain; text: qsTr("Verder invullen"); onClicked: finishing.close() }
    }
    Sheet {
        id: amending
        title: qsTr("Verbeteren")
        onOpened: { why.text = ""; why.input.forceActiveFocus() }
        Words { width: parent.width; text: qsTr("De lijst gaat weer open. Wat is afgerond, blijft bewaard.") }
        TextBox { id: why; width: parent.width; label: qsTr("Waarom verbetert u de lijst?"); help: qsTr("Schrijf geen namen op."); enterAccepts: true; onAccepted: amend.clicked() }
        AppButton { id: amend; width: parent.width; symbol: "edit"; text: qsTr("Open de lijst"); enabled: why.text.trim() !== ""; onClicked: { if (why.text.trim() === "") return; amending.close(); checklist.amend(why.text) } }
    }
    Sheet {
        id: extending
        property string trouble: ""
        title: qsTr("Langer bewaren")
        onOpened: { until.text = ""; because.text = ""; trouble = ""; until.input.forceActiveFocus() }
        Words { width: parent.width; text: qsTr("Nu wordt de lijst gewist na %1. Bewaar niet langer dan nodig.").arg(checklist.retainUntil) }
        Field { id: until; width: parent.width; label: qsTr("Bewaren tot en met"); placeholder: qsTr("dag-maand-jaar"); inputMethodHints: Qt.ImhDate }
        TextBox { id: because; width: parent.width; label: qsTr("Waarom is dat nodig?"); help: qsTr("Schrijf geen namen op."); lines: 2 }
        Banner { visible: extending.trouble !== ""; width: parent.width; tone: Banner.Tone.Warn; title: extending.trouble }
        AppButton {
            width: parent.width
            symbol: "check"
            text: qsTr("Bewaar langer")
            onClicked: { extending.trouble = checklist.extend(until.text, because.text); if (extending.trouble === "") extending.close() }
        }
    }
    Sheet {
        id: erasing
        title: qsTr("Nu wissen")
        Words { width: parent.width; text: checklist.shared ? qsTr("De lijst en alles wat erbij hoort gaat weg, ook bij het team %1. Dit kan niet ongedaan worden gemaakt.").arg(checklist.audience)
                                                            : qsTr("De lijst en alles wat erbij hoort gaat weg, op al uw toestellen. Dit kan niet ongedaan worden gemaakt.") }
        Words { width: parent.width; muted: true; text: qsTr("Wat is afgedrukt of overgeschreven, blijft waar het is.") }
        AppButton { width: parent.width; look: AppButton.Look.Danger; symbol: "delete_forever"; text: qsTr("Wis deze lijst"); onClicked: { erasing.close(); checklist.erase() } }
        AppButton { width: parent.width; look: AppButton.Look.Plain; text: qsTr("Niet wissen"); onClicked: erasing.close() }
    }
    Sheet {
        id: menu
        title: checklist.title
        Column {
            width: parent.width
            ListRow { width: parent.width; symbol: checklist.shared ? "group" : "lock"; text: qsTr("Wie kan dit lezen"); subtitle: checklist.shared ? checklist.audience : qsTr("Alleen u"); onClicked: { menu.close(); Nav.push("ChecklistSharePage", {list: checklist}) } }
            ListRow { width: parent.width; symbol: "visibility"; text: qsTr("Wie bekeek of veranderde dit"); onClicked: { menu.close(); Nav.push("ChecklistAccessPage", {recordId: checklist.recordId}) } }
            ListRow { width: parent.width; symbol: "picture_as_pdf"; text: qsTr("Bewaar als PDF"); subtitle: qsTr("Om af te drukken of in het dossier te zetten"); onClicked: { menu.close(); saver.open() } }
            ListRow { width: parent.width; symbol: "hourglass_bottom"; text: qsTr("Langer bewaren"); subtitle: qsTr("Wordt gewist na %1").arg(checklist.retainUntil); onClicked: { menu.close(); extending.open() } }
            ListRow { width: parent.width; symbol: "delete_forever"; symbolColor: Theme.danger; text: qsTr("Nu wissen"); onClicked: { menu.close(); erasing.open() } }
        }
        Words { width: parent.width; look: Words.Look.Small; muted: true; text: qsTr("Versie %1. %2").arg(checklist.version).arg(checklist.source) }
    }
    FileDialog {
        id: saver
        title: qsTr("Bewaar als PDF")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "pdf"
        nameFilters: ["PDF (*.pdf)"]
        onAccepted: checklist.savePdf(selectedFile)
    }
}
