// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// A filled-in list among others: what it is, who may read it, until when it is kept, what waits in it.
ListRow {
    required property var list
    symbol: list.conflicts > 0 ? "call_split" : list.soon ? "hourglass_bottom" : list.shared ? "group" : "lock"
    symbolColor: list.conflicts > 0 || list.soon ? Theme.warn : Theme.primary
    text: list.caseCode !== "" ? qsTr("%1 · %2").arg(list.title).arg(list.caseCode) : list.title
    subtitle: (list.conflicts > 0 ? qsTr("Er moet gekozen worden") + " · " : list.late > 0 ? qsTr("Er kwam later een antwoord binnen") + " · " : "")
              + list.state + " · " + list.audience + " · " + list.retention
    onClicked: Nav.push("ChecklistPage", {recordId: list.id})
}
