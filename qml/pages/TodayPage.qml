// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// What matters today.
Screen {
    title: qsTr("Vandaag")
}
