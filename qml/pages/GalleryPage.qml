// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// Every component in every state, to look at. Not reachable from the app.
Screen {
    title: "Bouwstenen"
    maximumWidth: 900

    Words { width: parent.width; look: Words.Look.Display; text: "Koppen en tekst" }
    Words { width: parent.width; look: Words.Look.Headline; text: "Een kop van een bladzijde" }
    Words { width: parent.width; look: Words.Look.Title; text: "Een kop van een kaart" }
    Words { width: parent.width; text: "Gewone tekst. Wie kan deze persoon nu helpen, en klopt het nog?" }
    Words { width: parent.width; muted: true; text: "Tekst die minder opvalt." }
    Words { width: parent.width; look: Words.Look.Small; text: "Kleine tekst, voor wat erbij hoort." }

    Words { width: parent.width; look: Words.Look.Title; text: "Knoppen" }
    Flow {
        width: parent.width
        spacing: Theme.gap2
        AppButton { text: "Opslaan"; symbol: "check" }
        AppButton { look: AppButton.Look.Tonal; text: "Bellen"; symbol: "call" }
        AppButton { look: AppButton.Look.Outlined; text: "Route" }
        AppButton { look: AppButton.Look.Plain; text: "Annuleren" }
        AppButton { look: AppButton.Look.Danger; text: "Verwijderen"; symbol: "delete" }
        AppButton { text: "Bezig"; working: true }
        AppButton { text: "Kan nu niet"; enabled: false }
        IconButton { symbol: "favorite_border"; text: "Bewaren" }
        IconButton { symbol: "notifications"; text: "Meldingen"; badge: 3 }
    }
    Words { width: parent.width; look: Words.Look.Title; text: "Kenmerken" }
    Flow {
        width: parent.width
        spacing: Theme.gap2
        Chip { text: "Slachtoffer"; count: 128 }
        Chip { text: "Hulp"; count: 74; checked: true }
        Chip { text: "Nu open"; symbol: "schedule" }
        Chip { passive: true; text: "Nu open"; symbol: "schedule"; tone: Chip.Tone.Good }
        Chip { passive: true; text: "Nakijken"; symbol: "history"; tone: Chip.Tone.Warn }
        Chip { passive: true; text: "Vertrouwelijk"; symbol: "lock"; tone: Chip.Tone.Danger }
        Chip { passive: true; text: "Nog niet verstuurd"; symbol: "cloud_upload" }
    }
    Words { width: parent.width; look: Words.Look.Title; text: "Velden" }
    Field { width: parent.width; label: "Naam"; text: "Anna"; help: "Zo zien uw collega’s u." }
    Field { width: parent.width; label: "Zoeken"; placeholder: "Naam, onderwerp of plaats"; symbol: "search"; clearable: true; text: "opvang" }
    Field { width: parent.width; label: "Wachtzin"; secret: true; text: "vier losse woorden"; error: "Dit is niet de juiste wachtzin" }
    TextBox { width: parent.width; label: "Notitie"; text: "Alleen voor mijzelf." }
    Choice { width: parent.width; text: "Alleen ik"; subtitle: "Niemand anders kan dit lezen"; checked: true }
    Choice { width: parent.width; text: "Mijn team"; subtitle: "Vier collega’s kunnen dit lezen" }
    Toggle { width: parent.width; text: "Minder beweging"; subtitle: "Zonder overgangen"; checked: true }
    Toggle { width: parent.width; text: "Vergrendelen na 5 minuten" }

    Words { width: parent.width; look: Words.Look.Title; text: "Meldingen" }
    Banner { width: parent.width; title: "Nieuw in de regio"; text: "Drie organisaties zijn toegevoegd." }
    Banner { width: parent.width; tone: Banner.Tone.Good; title: "Alles is verstuurd" }
    Banner { width: parent.width; tone: Banner.Tone.Warn; title: "Twee mensen schreven iets anders"; text: "Beide versies zijn bewaard."; action: "Bekijken" }
    Banner { width: parent.width; tone: Banner.Tone.Danger; title: "Opslaan lukt niet"; text: "Wat eerder is opgeslagen, is veilig. Maak ruimte vrij." }

    Words { width: parent.width; look: Words.Look.Title; text: "Kaart en lijst" }
    Card {
        width: parent.width
        Words { width: parent.width; look: Words.Look.Title; text: "Een kaart" }
        Words { width: parent.width; muted: true; text: "Wat bij elkaar hoort." }
    }
    Card {
        width: parent.width
        padding: Theme.gap1
        spacing: 0
        ListRow { width: parent.width; text: "Instellingen"; subtitle: "Taal, thema, tekstgrootte"; symbol: "settings" }
        ListRow { width: parent.width; text: "Synchronisatie"; trailing: "13:16"; symbol: "sync" }
        ListRow { width: parent.width; text: "Gekozen"; symbol: "check"; current: true }
    }
    ProgressLine { width: parent.width; value: 0.4 }
    SyncLine { width: parent.width }
    EmptyState { width: parent.width; title: "Niets gevonden"; text: "Probeer een ander woord, of haal een filter weg."; action: "Filters weg" }
}
