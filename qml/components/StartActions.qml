// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// What is within reach before anything is open: the numbers to call and the quick exit.
Row {
    IconButton { symbol: "call"; text: qsTr("Nu bellen"); onClicked: Nav.call() }
    IconButton { symbol: "exit_to_app"; text: qsTr("Snel weg"); onClicked: Nav.hide() }
}
