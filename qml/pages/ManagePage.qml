// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// What a coordinator looks after.
Screen {
    title: qsTr("Beheer")
}
