// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// The social map.
Screen {
    title: qsTr("Sociale kaart")
}
