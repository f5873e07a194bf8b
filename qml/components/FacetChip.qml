// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// One code of a facet, with how many there are if it is chosen.
Chip {
    id: chip
    required property SearchResults results
    required property string facet
    required property string code
    required property string label
    required property bool chosen
    /// Named as the model names it; the chip's own `count` follows.
    required property int available
    property real most: 10000
    text: label
    count: available
    // The model decides what is chosen, so that a press never says something else than the list.
    checkable: false
    checked: chosen
    width: Math.min(implicitWidth, most)
    said: Accessible.CheckBox
    Accessible.checkable: true
    onClicked: results.toggle(facet, code)
}
