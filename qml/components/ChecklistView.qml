// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound

import QtQuick
import Veldwijzer
import Veldwijzer.App

/// A list to fill in: above it whom to call when that cannot wait, below it the way through. Whole, or one
/// question a page.
FocusScope {
    id: view
    required property ChecklistForm form
    /// What stands above the first question and scrolls with it.
    property alias heading: rows.heading
    property string finishText: qsTr("Afronden")
    property bool finishVisible: true
    readonly property bool last: form.page >= form.pages - 1
    signal finished
    signal settled(string key, int number)

    /// Shows the place and puts the keyboard there.
    function goTo(row: int) {
        if (row < 0) return
        rows.touched = true
        rows.positionViewAtIndex(row, ListView.Beginning)
        Qt.callLater(() => {
            const item = rows.itemAtIndex(row)
            if (item) item.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        })
    }
    function findTrouble() {
        form.markMissing()
        goTo(form.findTrouble())
    }
    function turn(by: int) {
        form.page = form.page + by
        rows.contentY = rows.originY
        Qt.callLater(() => {
            rows.positionViewAtBeginning()
            const first = rows.itemAtIndex(0)
            if (first) first.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        })
    }

    UrgentBar {
        id: bar
        width: parent.width
        urgent: view.form.urgent
    }
    RowsView {
        id: rows
        anchors { top: bar.bottom; bottom: foot.top; left: parent.left; right: parent.right }
        model: view.form
        spacing: Theme.gap4
        // What is typed here would be made anew by reuse.
        reuseItems: false
        cacheBuffer: 1200
        Accessible.name: qsTr("Vragen")
        delegate: Item {
            id: place
            required property int index
            required property string key
            required property int kindOfRow
            required property int kindOfInput
            required property string words
            required property string help
            required property int depth
            required property int number
            required property bool mustAnswer
            required property bool fixed
            required property bool several
            required property bool ownWords
            required property var options
            required property var units
            required property var cards
            required property bool urgent
            required property bool warns
            required property string value
            required property string unit
            required property var chosen
            required property var entries
            required property string error
            required property var clash
            width: rows.width
            height: inside.height
            ChecklistRowView {
                id: inside
                x: rows.rowX
                width: rows.rowWidth
                form: view.form
                key: place.key; kindOfRow: place.kindOfRow; kindOfInput: place.kindOfInput; words: place.words; help: place.help
                depth: place.depth; number: place.number; mustAnswer: place.mustAnswer; fixed: place.fixed; several: place.several
                ownWords: place.ownWords; options: place.options; units: place.units; cards: place.cards; urgent: place.urgent
                warns: place.warns; value: place.value; unit: place.unit; chosen: place.chosen; entries: place.entries
                error: place.error; clash: place.clash
                onSettled: (key, number) => view.settled(key, number)
                onRowRemoved: Nav.tell(qsTr("Weggehaald"), qsTr("Ongedaan maken"), () => view.form.undoRemoveRow())
            }
        }
    }
    Rectangle {
        id: foot
        anchors { bottom: parent.bottom; left: parent.left; right: parent.right }
        height: buttons.height + 2 * Theme.gap2
        color: Theme.surface
        Rectangle { width: parent.width; height: 1; color: Theme.hairline }
        Flow {
            id: buttons
            anchors { top: parent.top; topMargin: Theme.gap2 }
            x: rows.rowX
            width: rows.rowWidth
            spacing: Theme.gap2
            AppButton {
                visible: view.form.oneByOne && view.form.page > 0
                look: AppButton.Look.Outlined
                symbol: "arrow_back"
                text: qsTr("Vorige")
                onClicked: view.turn(-1)
            }
            AppButton {
                visible: view.form.oneByOne && !view.last
                text: qsTr("Volgende")
                onClicked: view.turn(1)
            }
            AppButton {
                visible: view.finishVisible && (!view.form.oneByOne || view.last)
                symbol: "check"
                text: view.finishText
                onClicked: { if (view.form.troubles > 0) view.findTrouble(); else view.finished() }
            }
            AppButton {
                visible: !view.form.fixed && !view.form.oneByOne && view.form.missing > 0
                look: AppButton.Look.Plain
                symbol: "arrow_downward"
                text: qsTr("Nog %n verplicht", "", view.form.missing)
                Accessible.description: qsTr("Naar de eerste vraag die nog open is")
                onClicked: view.findTrouble()
            }
            Words {
                visible: view.form.oneByOne
                height: Theme.touch
                verticalAlignment: Text.AlignVCenter
                look: Words.Look.Small
                muted: true
                text: qsTr("%1 van %2").arg(view.form.page + 1).arg(view.form.pages)
                Accessible.name: qsTr("Vraag %1 van %2").arg(view.form.page + 1).arg(view.form.pages)
            }
        }
    }
}
