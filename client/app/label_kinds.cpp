// SPDX-License-Identifier: EUPL-1.2
#include <QtGlobal>
#include <array>

#include "app/label_tables.h"

namespace veldwijzer::app {
namespace {

constexpr std::array kinds{
    KindRow{"accessibility", QT_TRANSLATE_NOOP("Labels", "voorziening voor toegankelijkheid"),
            QT_TRANSLATE_NOOP("Labels", "voorzieningen voor toegankelijkheid")},
    KindRow{"address", QT_TRANSLATE_NOOP("Labels", "adres"), QT_TRANSLATE_NOOP("Labels", "adressen")},
    KindRow{"agreement", QT_TRANSLATE_NOOP("Labels", "samenwerkingsafspraak"),
            QT_TRANSLATE_NOOP("Labels", "samenwerkingsafspraken")},
    KindRow{"attribute", QT_TRANSLATE_NOOP("Labels", "kenmerk"), QT_TRANSLATE_NOOP("Labels", "kenmerken")},
    KindRow{"contact", QT_TRANSLATE_NOOP("Labels", "contactpersoon"),
            QT_TRANSLATE_NOOP("Labels", "contactpersonen")},
    KindRow{"cost-option", QT_TRANSLATE_NOOP("Labels", "kostenregel"),
            QT_TRANSLATE_NOOP("Labels", "kostenregels")},
    KindRow{"event", QT_TRANSLATE_NOOP("Labels", "bijeenkomst"),
            QT_TRANSLATE_NOOP("Labels", "bijeenkomsten")},
    KindRow{"favourite", QT_TRANSLATE_NOOP("Labels", "favoriet"), QT_TRANSLATE_NOOP("Labels", "favorieten")},
    KindRow{"focus-area", QT_TRANSLATE_NOOP("Labels", "speerpunt"),
            QT_TRANSLATE_NOOP("Labels", "speerpunten")},
    KindRow{"funding", QT_TRANSLATE_NOOP("Labels", "financiering"),
            QT_TRANSLATE_NOOP("Labels", "financieringen")},
    KindRow{"indicator", QT_TRANSLATE_NOOP("Labels", "cijfer"), QT_TRANSLATE_NOOP("Labels", "cijfers")},
    KindRow{"intervention", QT_TRANSLATE_NOOP("Labels", "interventie"),
            QT_TRANSLATE_NOOP("Labels", "interventies")},
    KindRow{"language", QT_TRANSLATE_NOOP("Labels", "taal"), QT_TRANSLATE_NOOP("Labels", "talen")},
    KindRow{"lesson", QT_TRANSLATE_NOOP("Labels", "geleerde les"),
            QT_TRANSLATE_NOOP("Labels", "geleerde lessen")},
    KindRow{"location", QT_TRANSLATE_NOOP("Labels", "locatie"), QT_TRANSLATE_NOOP("Labels", "locaties")},
    KindRow{"metadata", QT_TRANSLATE_NOOP("Labels", "herkomstregel"),
            QT_TRANSLATE_NOOP("Labels", "herkomstregels")},
    KindRow{"milestone", QT_TRANSLATE_NOOP("Labels", "mijlpaal"), QT_TRANSLATE_NOOP("Labels", "mijlpalen")},
    KindRow{"note", QT_TRANSLATE_NOOP("Labels", "notitie"), QT_TRANSLATE_NOOP("Labels", "notities")},
    KindRow{"organization", QT_TRANSLATE_NOOP("Labels", "organisatie"),
            QT_TRANSLATE_NOOP("Labels", "organisaties")},
    KindRow{"organization-identifier", QT_TRANSLATE_NOOP("Labels", "kenmerknummer"),
            QT_TRANSLATE_NOOP("Labels", "kenmerknummers")},
    KindRow{"phone", QT_TRANSLATE_NOOP("Labels", "telefoonnummer"),
            QT_TRANSLATE_NOOP("Labels", "telefoonnummers")},
    KindRow{"program", QT_TRANSLATE_NOOP("Labels", "programma"), QT_TRANSLATE_NOOP("Labels", "programma’s")},
    KindRow{"questionnaire", QT_TRANSLATE_NOOP("Labels", "signalenlijst"),
            QT_TRANSLATE_NOOP("Labels", "signalenlijsten")},
    KindRow{"questionnaire-item", QT_TRANSLATE_NOOP("Labels", "vraag"),
            QT_TRANSLATE_NOOP("Labels", "vragen")},
    KindRow{"questionnaire-response", QT_TRANSLATE_NOOP("Labels", "ingevulde lijst"),
            QT_TRANSLATE_NOOP("Labels", "ingevulde lijsten")},
    KindRow{"questionnaire-response-access", QT_TRANSLATE_NOOP("Labels", "inzage"),
            QT_TRANSLATE_NOOP("Labels", "inzagen")},
    KindRow{"questionnaire-response-amendment", QT_TRANSLATE_NOOP("Labels", "correctie"),
            QT_TRANSLATE_NOOP("Labels", "correcties")},
    KindRow{"questionnaire-response-seal", QT_TRANSLATE_NOOP("Labels", "afronding"),
            QT_TRANSLATE_NOOP("Labels", "afrondingen")},
    KindRow{"questionnaire-response-template", QT_TRANSLATE_NOOP("Labels", "bewaard sjabloon"),
            QT_TRANSLATE_NOOP("Labels", "bewaarde sjablonen")},
    KindRow{"region-settings", QT_TRANSLATE_NOOP("Labels", "instelling van de regio"),
            QT_TRANSLATE_NOOP("Labels", "instellingen van de regio")},
    KindRow{"required-document", QT_TRANSLATE_NOOP("Labels", "document om mee te nemen"),
            QT_TRANSLATE_NOOP("Labels", "documenten om mee te nemen")},
    KindRow{"room", QT_TRANSLATE_NOOP("Labels", "zaal"), QT_TRANSLATE_NOOP("Labels", "zalen")},
    KindRow{"schedule", QT_TRANSLATE_NOOP("Labels", "openingstijd"),
            QT_TRANSLATE_NOOP("Labels", "openingstijden")},
    KindRow{"service", QT_TRANSLATE_NOOP("Labels", "dienst"), QT_TRANSLATE_NOOP("Labels", "diensten")},
    KindRow{"service-area", QT_TRANSLATE_NOOP("Labels", "werkgebied"),
            QT_TRANSLATE_NOOP("Labels", "werkgebieden")},
    KindRow{"service-at-location", QT_TRANSLATE_NOOP("Labels", "plek van een dienst"),
            QT_TRANSLATE_NOOP("Labels", "plekken van diensten")},
    KindRow{"service-capacity", QT_TRANSLATE_NOOP("Labels", "beschikbare ruimte"),
            QT_TRANSLATE_NOOP("Labels", "opgaven van beschikbare ruimte")},
    KindRow{"session", QT_TRANSLATE_NOOP("Labels", "onderdeel van een programma"),
            QT_TRANSLATE_NOOP("Labels", "onderdelen van een programma")},
    KindRow{"sign-up", QT_TRANSLATE_NOOP("Labels", "aanmelding"),
            QT_TRANSLATE_NOOP("Labels", "aanmeldingen")},
    KindRow{"sign-up-list", QT_TRANSLATE_NOOP("Labels", "lijst van aanmeldingen"),
            QT_TRANSLATE_NOOP("Labels", "lijsten van aanmeldingen")},
    KindRow{"speaker", QT_TRANSLATE_NOOP("Labels", "spreker"), QT_TRANSLATE_NOOP("Labels", "sprekers")},
    KindRow{"suggestion", QT_TRANSLATE_NOOP("Labels", "opmerking"),
            QT_TRANSLATE_NOOP("Labels", "opmerkingen")},
    KindRow{"synonym", QT_TRANSLATE_NOOP("Labels", "zoekwoord"), QT_TRANSLATE_NOOP("Labels", "zoekwoorden")},
    KindRow{"taxonomy", QT_TRANSLATE_NOOP("Labels", "begrippenlijst"),
            QT_TRANSLATE_NOOP("Labels", "begrippenlijsten")},
    KindRow{"taxonomy-term", QT_TRANSLATE_NOOP("Labels", "begrip"), QT_TRANSLATE_NOOP("Labels", "begrippen")},
    KindRow{"track", QT_TRANSLATE_NOOP("Labels", "lijn in het programma"),
            QT_TRANSLATE_NOOP("Labels", "lijnen in het programma")},
    KindRow{"unit", QT_TRANSLATE_NOOP("Labels", "eenheid"), QT_TRANSLATE_NOOP("Labels", "eenheden")},
    KindRow{"url", QT_TRANSLATE_NOOP("Labels", "link"), QT_TRANSLATE_NOOP("Labels", "links")},
};

}  // namespace

std::span<const KindRow> kindRows() {
    return kinds;
}

}  // namespace veldwijzer::app
