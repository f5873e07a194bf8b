// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// What a coordinator looks after.
Screen {
    title: qsTr("Beheer")
}
