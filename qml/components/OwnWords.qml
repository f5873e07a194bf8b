// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer
import Veldwijzer.App

/// Beside a list of answers: what the list does not have.
Field {
    id: own
    required property ChecklistForm form
    required property string key
    required property string question
    label: qsTr("Iets anders, of met eigen woorden")
    input.Accessible.name: qsTr("%1 Eigen woorden").arg(own.question)
    onEdited: own.form.write(own.key, text)
    input.onActiveFocusChanged: if (!input.activeFocus) own.form.leave(own.key)
}
