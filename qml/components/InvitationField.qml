// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Dialogs
import Veldwijzer
import Veldwijzer.App

/// Where an invitation comes in: as a link, typed or pasted, by the camera, or as a picture of its QR code.
Column {
    id: field
    required property Onboarding onboarding
    property string action: qsTr("Verder")
    signal taken(string link)
    spacing: Theme.gap3
    TextBox {
        id: link
        width: parent.width
        focus: true
        lines: 2
        label: qsTr("Uw uitnodiging")
        help: qsTr("Plak de link die u kreeg, of typ hem over. Hij begint met veldwijzer:join/")
        input.inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | Qt.ImhSensitiveData
        enterAccepts: true
        onAccepted: if (text.trim() !== "") field.taken(text)
    }
    Flow {
        width: parent.width
        spacing: Theme.gap2
        AppButton {
            width: Math.min(implicitWidth, field.width)
            symbol: "arrow_forward"
            text: field.action
            enabled: link.text.trim() !== ""
            onClicked: field.taken(link.text)
        }
        AppButton {
            width: Math.min(implicitWidth, field.width)
            look: AppButton.Look.Outlined
            symbol: "content_paste"
            text: qsTr("Plakken")
            onClicked: {
                link.input.selectAll()
                link.input.paste()
                if (link.text.trim() !== "") field.taken(link.text)
            }
        }
        AppButton {
            width: Math.min(implicitWidth, field.width)
            look: AppButton.Look.Outlined
            symbol: "qr_code_scanner"
            text: qsTr("QR-code scannen")
            onClicked: field.scan()
        }
        AppButton {
            width: Math.min(implicitWidth, field.width)
            look: AppButton.Look.Outlined
            symbol: "image"
            text: qsTr("QR-code uit een foto")
            working: field.onboarding.reading
            onClicked: picture.open()
        }
    }
    /// The camera and all that belongs to it is loaded when somebody asks for it, and not before.
    function scan() {
        if (scanner.status !== Loader.Ready) scanner.setSource(Qt.resolvedUrl("ScanSheet.qml"))
        if (scanner.status === Loader.Ready) (scanner.item as Sheet).open()
        else picture.open()
    }
    Loader {
        id: scanner
        visible: false
    }
    Connections {
        target: scanner.item
        ignoreUnknownSignals: true
        function onScanned(link: string) { field.taken(link) }
        function onPictureWanted() { picture.open() }
    }
    FileDialog {
        id: picture
        title: qsTr("Kies een foto van de QR-code")
        nameFilters: [qsTr("Plaatjes") + " (*.png *.jpg *.jpeg *.bmp *.gif)", qsTr("Alle bestanden") + " (*)"]
        onAccepted: field.onboarding.readPicture(selectedFile)
    }
}
