// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtMultimedia
import Veldwijzer
import Veldwijzer.App

/// The camera, looking for the QR code of an invitation. It is on only while this is open.
Sheet {
    id: sheet
    /// An invitation was seen.
    signal scanned(string link)
    signal pictureWanted
    property bool cameraThere: devices.videoInputs.length > 0
    property bool cameraWorks: camera.error === Camera.NoError
    readonly property bool looking: cameraThere && cameraWorks
    title: qsTr("Scan de QR-code")

    MediaDevices { id: devices }
    CaptureSession {
        camera: Camera {
            id: camera
            cameraDevice: devices.defaultVideoInput
            active: sheet.opened && sheet.cameraThere
        }
        videoOutput: view
    }
    QrScanner {
        sink: view.videoSink
        onFound: link => {
            if (!sheet.opened) return
            sheet.close()
            sheet.scanned(link)
        }
        id: scanner
    }

    Rectangle {
        visible: sheet.looking
        width: parent.width
        height: Math.min(width, sheet.parent ? sheet.parent.height * 0.5 : width)
        radius: Theme.radiusSmall
        color: Theme.sunken
        VideoOutput {
            id: view
            anchors { fill: parent; margins: 1 }
            fillMode: VideoOutput.PreserveAspectCrop
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Beeld van de camera")
        }
    }
    Words {
        visible: sheet.looking
        width: parent.width
        text: scanner.strange ? qsTr("Deze QR-code is geen uitnodiging van Veldwijzer.")
                              : qsTr("Houd de hele code in beeld. Zodra hij gelezen is, gaat u vanzelf verder.")
        Accessible.role: Accessible.AlertMessage
    }
    Words {
        visible: sheet.looking
        width: parent.width
        look: Words.Look.Small
        muted: true
        text: qsTr("Wat de camera ziet, wordt niet bewaard en nergens heen gestuurd.")
    }
    EmptyState {
        visible: !sheet.looking
        width: parent.width
        symbol: "videocam_off"
        title: sheet.cameraThere ? qsTr("De camera doet het niet") : qsTr("Geen camera gevonden")
        text: sheet.cameraThere ? qsTr("Misschien gebruikt een ander programma hem, of mag deze app er niet bij. U kunt ook een foto of schermafdruk van de code kiezen.")
                                : qsTr("Dit toestel heeft geen camera, of de app mag er niet bij. U kunt ook een foto of schermafdruk van de code kiezen.")
        action: qsTr("Kies een foto")
        onActed: {
            sheet.close()
            sheet.pictureWanted()
        }
    }
}
