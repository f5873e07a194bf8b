// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// The social map.
Screen {
    title: qsTr("Sociale kaart")
}
