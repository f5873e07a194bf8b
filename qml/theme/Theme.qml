// SPDX-License-Identifier: EUPL-1.2
pragma Singleton

import QtQuick

/// Colours, sizes and times of the whole app. Every pair that a text or a control uses is in `pairs`, which a
/// test computes the contrast of.
QtObject {
    id: theme

    property bool dark: false
    /// 1 to 2: the person's choice of text size.
    property real textScale: 1
    property bool reducedMotion: false

    readonly property color background: dark ? "#14181a" : "#f6f5f2"
    readonly property color surface: dark ? "#1e2427" : "#ffffff"
    readonly property color sunken: dark ? "#0f1214" : "#eceae4"
    readonly property color hover: dark ? "#283034" : "#f0eee9"
    readonly property color pressed: dark ? "#323c41" : "#e4e1d9"
    /// Only to separate; nothing is known by it alone.
    readonly property color hairline: dark ? "#353e42" : "#dcd8cf"
    /// Edges of controls.
    readonly property color outline: dark ? "#8a959b" : "#767265"
    readonly property color text: dark ? "#eceff0" : "#1d2327"
    readonly property color muted: dark ? "#b4bec3" : "#50595e"
    readonly property color primary: dark ? "#7fc7ce" : "#1b5a61"
    readonly property color primaryInk: dark ? "#06292d" : "#ffffff"
    readonly property color primarySoft: dark ? "#1f424a" : "#d9eaeb"
    readonly property color primarySoftInk: dark ? "#cdedf0" : "#103c42"
    readonly property color warn: dark ? "#f2b872" : "#80470f"
    readonly property color warnSoft: dark ? "#43300f" : "#fbebd3"
    readonly property color warnSoftInk: dark ? "#fbe3c0" : "#633608"
    readonly property color danger: dark ? "#ff9b95" : "#a3262a"
    readonly property color dangerInk: dark ? "#41090b" : "#ffffff"
    readonly property color dangerSoft: dark ? "#4a1b1c" : "#f9dedc"
    readonly property color dangerSoftInk: dark ? "#ffdad6" : "#7a1418"
    readonly property color good: dark ? "#8fd3a3" : "#25633a"
    readonly property color goodSoft: dark ? "#1e3b28" : "#dcefe1"
    readonly property color goodSoftInk: dark ? "#cff0d8" : "#174a29"
    readonly property color focus: dark ? "#9cc0ff" : "#1a56c4"
    readonly property color scrim: dark ? "#b3000000" : "#80101416"

    /// [what it is, foreground, background, least contrast]
    readonly property var pairs: [
        ["text on background", text, background, 4.5], ["text on surface", text, surface, 4.5],
        ["text on sunken", text, sunken, 4.5], ["text on hover", text, hover, 4.5], ["text on pressed", text, pressed, 4.5],
        ["muted on background", muted, background, 4.5], ["muted on surface", muted, surface, 4.5],
        ["muted on sunken", muted, sunken, 4.5], ["muted on hover", muted, hover, 4.5],
        ["primary on background", primary, background, 4.5], ["primary on surface", primary, surface, 4.5],
        ["primary on sunken", primary, sunken, 4.5], ["primary on hover", primary, hover, 4.5],
        ["on primary", primaryInk, primary, 4.5], ["on soft primary", primarySoftInk, primarySoft, 4.5],
        ["warning on background", warn, background, 4.5], ["warning on surface", warn, surface, 4.5],
        ["on soft warning", warnSoftInk, warnSoft, 4.5],
        ["danger on background", danger, background, 4.5], ["danger on surface", danger, surface, 4.5],
        ["on danger", dangerInk, danger, 4.5], ["on soft danger", dangerSoftInk, dangerSoft, 4.5],
        ["good on background", good, background, 4.5], ["good on surface", good, surface, 4.5],
        ["on soft good", goodSoftInk, goodSoft, 4.5],
        ["outline on background", outline, background, 3], ["outline on surface", outline, surface, 3],
        ["focus on background", focus, background, 3], ["focus on surface", focus, surface, 3],
        ["focus on sunken", focus, sunken, 3]
    ]

    readonly property string family: "Inter"
    readonly property string iconFamily: "Material Icons"
    readonly property int small: Math.round(14 * textScale)
    readonly property int body: Math.round(16 * textScale)
    readonly property int title: Math.round(18 * textScale)
    readonly property int headline: Math.round(22 * textScale)
    readonly property int display: Math.round(28 * textScale)
    readonly property int icon: Math.round(24 * Math.min(textScale, 1.5))

    readonly property int gap1: 4
    readonly property int gap2: 8
    readonly property int gap3: 12
    readonly property int gap4: 16
    readonly property int gap6: 24
    readonly property int gap8: 32
    readonly property int radius: 12
    readonly property int radiusSmall: 8
    /// Nothing that is touched is smaller.
    readonly property int touch: 48
    /// Lines longer than this are hard to read.
    readonly property int readingWidth: 720
    /// A page of two columns.
    readonly property int pageWidth: 1040
    /// Buttons wider than this look like bars.
    readonly property int buttonWidth: 400
    /// From here on the rail and two panes.
    readonly property int wideFrom: 900

    readonly property int quick: reducedMotion ? 0 : 120
    readonly property int calm: reducedMotion ? 0 : 200
}
