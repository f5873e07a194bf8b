// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// What a list says before its first question: how it stands, until when it is kept, what has to be chosen.
Column {
    id: heading
    required property ChecklistCase list
    signal amendWanted
    signal extendWanted
    topPadding: Theme.gap3
    spacing: Theme.gap3

    Flow {
        id: chips
        width: parent.width
        spacing: Theme.gap2
        Chip { width: Math.min(implicitWidth, chips.width); visible: heading.list.caseCode !== ""; passive: true; symbol: "tag"; text: qsTr("Zaakcode %1").arg(heading.list.caseCode) }
        Chip { width: Math.min(implicitWidth, chips.width); passive: true; symbol: heading.list.mayAnswer ? "edit_note" : "lock"; tone: heading.list.mayAnswer ? Chip.Tone.Plain : Chip.Tone.Good; text: heading.list.stateText }
        Chip { width: Math.min(implicitWidth, chips.width); passive: true; symbol: "hourglass_bottom"; tone: heading.list.endsSoon ? Chip.Tone.Warn : Chip.Tone.Plain; text: heading.list.retention }
    }
    Banner {
        visible: heading.list.endsSoon
        width: parent.width
        tone: Banner.Tone.Warn
        title: heading.list.retention
        text: qsTr("Na %1 is de lijst overal gewist. Zet wat in het dossier hoort op tijd over.").arg(heading.list.retainUntil)
        action: qsTr("Langer bewaren")
        onActed: heading.extendWanted()
    }
    Banner {
        visible: heading.list.form.clashes > 0
        width: parent.width
        tone: Banner.Tone.Warn
        title: qsTr("Er moet %n keer gekozen worden", "", heading.list.form.clashes)
        text: qsTr("Twee mensen vulden tegelijk iets anders in. Er is niets verloren. Afronden kan als er gekozen is.")
    }
    Banner {
        visible: heading.list.diverged
        width: parent.width
        tone: Banner.Tone.Warn
        title: qsTr("Deze lijst is tegelijk twee keer afgerond, met andere antwoorden")
        text: qsTr("Beide blijven bewaard. Verbeter de lijst om te kiezen wat geldt.")
    }
    Banner {
        visible: heading.list.state === ChecklistCase.Amending
        width: parent.width
        title: qsTr("U verbetert een afgeronde lijst")
        text: qsTr("Wat eerder is afgerond, blijft bewaard. Reden: %1").arg(heading.list.reason)
    }
    Banner {
        visible: !heading.list.mayAnswer
        width: parent.width
        tone: Banner.Tone.Good
        title: heading.list.stateText
        text: qsTr("De antwoorden staan vast. Klopt er iets niet, dan maakt u een verbetering. Het oude blijft erbij staan.")
        action: qsTr("Verbeteren")
        onActed: heading.amendWanted()
    }
    Repeater {
        model: heading.list.late
        Card {
            id: late
            required property var modelData
            width: heading.width
            Words { width: parent.width; font.weight: Font.DemiBold; text: qsTr("Later binnengekomen antwoord") }
            Words { width: parent.width; text: late.modelData.question }
            Words { width: parent.width; font.weight: Font.Medium; text: late.modelData.text !== "" ? late.modelData.text : qsTr("(leeggemaakt)") }
            Words { width: parent.width; look: Words.Look.Small; muted: true; text: qsTr("%1, %2. Het staat niet in wat is afgerond.").arg(late.modelData.who).arg(late.modelData.when) }
            AppButton {
                visible: heading.list.mayAnswer
                width: Math.min(implicitWidth, parent.width)
                look: AppButton.Look.Outlined
                text: qsTr("Neem over")
                Accessible.description: late.modelData.question
                onClicked: heading.list.takeOver(late.modelData.number)
            }
        }
    }
    Repeater {
        model: heading.list.seals
        Row {
            id: seal
            required property var modelData
            width: heading.width
            spacing: Theme.gap2
            Icon { id: mark; name: seal.modelData.intact ? "verified" : "error_outline"; size: Math.round(Theme.icon * 0.8); color: seal.modelData.intact ? Theme.good : Theme.danger }
            Words {
                width: parent.width - mark.width - parent.spacing
                look: Words.Look.Small
                color: seal.modelData.intact ? Theme.muted : Theme.danger
                text: (seal.modelData.reason !== "" ? qsTr("Verbeterd door %1, %2: %3").arg(seal.modelData.who).arg(seal.modelData.when).arg(seal.modelData.reason)
                                                    : qsTr("Afgerond door %1, %2").arg(seal.modelData.who).arg(seal.modelData.when))
                      + (seal.modelData.intact ? "" : " " + qsTr("Let op: dit is daarna veranderd."))
            }
        }
    }
    Words { visible: text !== "" && heading.list.mayAnswer; width: parent.width; text: heading.list.description }
    Words { visible: heading.list.form.score !== ""; width: parent.width; font.weight: Font.DemiBold; text: heading.list.form.score }
}
