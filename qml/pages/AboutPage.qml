// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// What this is and what it is made of.
Screen {
    title: qsTr("Over Veldwijzer")
    maximumWidth: Theme.pageWidth
    Columns {
        width: parent.width
        first: [
            Words { width: parent.width; look: Words.Look.Title; text: qsTr("Veldwijzer %1").arg(App.version) },
            Words {
                width: parent.width
                text: qsTr("De sociale kaart van uw regio, ook zonder internet. Wat u opslaat is op dit toestel versleuteld en gaat versleuteld over de lijn: de server en de beheerders daarvan kunnen het niet lezen.")
            },
            Words { width: parent.width; text: qsTr("Licentie: EUPL 1.2. U mag de broncode lezen, wijzigen en delen.") }
        ]
        second: [
            Card {
                width: parent.width
                Words { width: parent.width; look: Words.Look.Title; text: qsTr("Gemaakt met") }
                Repeater {
                    model: [
                        ["Qt 6", "LGPL 3"], ["FFmpeg", "LGPL 2.1"], ["SQLite", qsTr("publiek domein")], ["libsodium", "ISC"], ["Protocol Buffers", "BSD 3-Clause"],
                        ["Zstandard", "BSD 3-Clause"], ["JSON for Modern C++", "MIT"], ["cpp-httplib", "MIT"], ["OpenSSL 3", "Apache 2.0"], ["libzip", "BSD 3-Clause"],
                        ["date", "MIT"], ["ZXing-C++", "Apache 2.0"], ["QR Code generator (qrcodegen)", "MIT"], ["Inter", "OFL 1.1"], ["Material Icons", "Apache 2.0"]
                    ]
                    Words {
                        required property var modelData
                        width: parent.width
                        look: Words.Look.Small
                        text: modelData[0] + " · " + modelData[1]
                    }
                }
            }
        ]
    }
}
