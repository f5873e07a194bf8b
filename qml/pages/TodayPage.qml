// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// What matters today.
Screen {
    title: qsTr("Vandaag")
}
