// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// "Klopt niet meer": say it, or put it right at once. Both work without a network.
Sheet {
    id: sheet
    required property ServiceDetail detail
    signal editWanted
    title: qsTr("Klopt niet meer")
    onOpened: words.input.forceActiveFocus()
    TextBox {
        id: words
        width: parent.width
        label: qsTr("Wat klopt er niet?")
        help: qsTr("Uw collega’s in de regio kunnen dit lezen. Schrijf niets over cliënten.")
    }
    AppButton {
        width: parent.width
        symbol: "send"
        text: qsTr("Laat een opmerking achter")
        enabled: words.text.trim() !== ""
        onClicked: {
            sheet.detail.remark(words.text)
            words.text = ""
            sheet.close()
        }
    }
    AppButton {
        width: parent.width
        look: AppButton.Look.Outlined
        symbol: "edit"
        text: qsTr("Ik verbeter het zelf")
        onClicked: { sheet.close(); sheet.editWanted() }
    }
}
