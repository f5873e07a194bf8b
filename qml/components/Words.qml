// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// A text. Wraps, is never marked up, and is read aloud as it stands.
Text {
    enum Look { Body, Small, Title, Headline, Display }
    property int look: Words.Look.Body
    property bool muted: false

    color: muted ? Theme.muted : Theme.text
    font.family: Theme.family
    font.pixelSize: look === Words.Look.Small ? Theme.small
                  : look === Words.Look.Title ? Theme.title
                  : look === Words.Look.Headline ? Theme.headline
                  : look === Words.Look.Display ? Theme.display : Theme.body
    font.weight: look >= Words.Look.Title ? Font.DemiBold : Font.Normal
    lineHeight: look >= Words.Look.Headline ? 1.15 : 1.3
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    Accessible.role: look >= Words.Look.Title ? Accessible.Heading : Accessible.StaticText
    Accessible.name: text
}
