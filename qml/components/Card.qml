// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// A surface that holds what belongs together. Its children stand in a column.
Rectangle {
    id: card
    default property alias content: column.data
    property int padding: Theme.gap4
    property alias spacing: column.spacing
    implicitWidth: column.implicitWidth + 2 * padding
    implicitHeight: column.implicitHeight + 2 * padding
    color: Theme.surface
    radius: Theme.radius
    border.width: 1
    border.color: Theme.hairline
    Column {
        id: column
        x: card.padding
        y: card.padding
        width: card.width - 2 * card.padding
        spacing: Theme.gap2
    }
}
