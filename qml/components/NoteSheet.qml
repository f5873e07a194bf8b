// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// A note to self: nobody else can read it.
Sheet {
    id: sheet
    required property ServiceDetail detail
    title: qsTr("Notitie voor uzelf")
    onAboutToShow: words.text = detail.note
    onOpened: words.input.forceActiveFocus()
    TextBox {
        id: words
        width: parent.width
        label: qsTr("Notitie")
        help: qsTr("Alleen u kunt dit lezen, op uw eigen toestellen. Schrijf geen namen van cliënten op.")
    }
    AppButton { width: parent.width; text: qsTr("Bewaar"); onClicked: { sheet.detail.saveNote(words.text); sheet.close() } }
}
