// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// A new passphrase, typed twice, with how hard it is to guess in words and as a bar.
Column {
    id: field
    required property Onboarding judge
    property alias text: first.text
    property string label: qsTr("Wachtzin")
    readonly property int strength: judge.strength(first.text)
    readonly property bool good: judge.goodEnough(first.text) && first.text === second.text
    signal accepted
    spacing: Theme.gap3
    function clear() {
        first.text = ""
        second.text = ""
    }
    Field {
        id: first
        width: parent.width
        label: field.label
        secret: true
        help: qsTr("Vier of vijf losse woorden die niets met u te maken hebben, zijn goed te onthouden en moeilijk te raden.")
        onAccepted: second.input.forceActiveFocus()
    }
    Column {
        visible: first.text !== ""
        width: parent.width
        spacing: Theme.gap1
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("Sterkte van de wachtzin: %1").arg(words.text)
        Row {
            spacing: Theme.gap1
            Repeater {
                model: 4
                Rectangle {
                    required property int index
                    width: (field.width - 3 * Theme.gap1) / 4
                    height: 8
                    radius: 4
                    color: index >= field.strength ? Theme.sunken : field.strength < 2 ? Theme.danger
                         : field.strength < 3 ? Theme.warn : Theme.good
                    border.width: 1
                    border.color: index >= field.strength ? Theme.outline : color
                }
            }
        }
        Words {
            id: words
            width: parent.width
            look: Words.Look.Small
            color: field.strength < 2 ? Theme.danger : field.strength < 3 ? Theme.warn : Theme.good
            text: field.judge.strengthWords(first.text)
            Accessible.ignored: true
        }
    }
    Field {
        id: second
        width: parent.width
        label: qsTr("Nog een keer")
        secret: true
        error: second.text !== "" && first.text !== second.text && !first.text.startsWith(second.text)
               ? qsTr("Dit is niet hetzelfde als hierboven.") : ""
        onAccepted: if (field.good) field.accepted()
    }
    Banner {
        width: parent.width
        tone: Banner.Tone.Warn
        title: qsTr("Niemand kan uw wachtzin terughalen")
        text: qsTr("Ook uw coördinator niet. Bent u hem kwijt, dan hebt u een nieuwe uitnodiging nodig. Wat u had verstuurd, komt dan terug; wat alleen op dit toestel stond niet.")
    }
}
