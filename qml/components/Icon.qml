// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// A picture from the icon font, by its ligature name: "arrow_back". Never the only way to say something.
Text {
    property string name: ""
    property int size: Theme.icon

    text: name
    width: size
    height: size
    color: Theme.text
    font.family: Theme.iconFamily
    font.pixelSize: size
    font.weight: Font.Normal
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    textFormat: Text.PlainText
    clip: true
    Accessible.ignored: true
}
