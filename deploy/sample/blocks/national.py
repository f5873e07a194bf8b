# SPDX-License-Identifier: EUPL-1.2
"""The national lines: real numbers, each with its source. README.md says when and how they were taken over."""

from .model import Organization
from .regional_care import s

# The day on which the numbers were put into this file, from the sources named beside them.
TAKEN_OVER = "2026-11-23"


def line(key, name, about, partner, service, number, note, source, checked=True, website="", free=True):
    service.national = True
    return Organization(key, name, about, partner, "", [service], roles=["breed-overleg"], legal="Landelijk",
                        national={"number": number, "note": note, "source": source, "checked": checked,
                                  "website": website, "free": free})


def all_lines() -> list:
    return [
        line("landelijk-112", "Alarmnummer 112", "Voor spoed: politie, brandweer en ambulance.", ["csg-en-partners"],
             s("112", "112, bij direct gevaar", "Bel 112 als iemand nu in gevaar is of direct medische hulp nodig heeft. Kun je niet praten, blijf dan aan de lijn.",
               "veiligheid zorg / melding-onderzoek hulp / slachtoffer naaste professional / / nu / wettelijk", hours="altijd", apply="Bel 112."),
             "112", "Alleen bij spoed.", "politie.nl", website="https://www.politie.nl"),
        line("landelijk-politie", "Politie, geen spoed", "Het landelijke nummer van de politie als er geen haast bij is.", ["csg-en-partners"],
             s("0900-8844", "Politie, geen spoed", "Voor vragen, meldingen en een afspraak om aangifte te doen. Ook voor contact met de wijkagent.",
               "veiligheid / signalering melding-onderzoek / slachtoffer naaste professional / / later / wettelijk", hours="altijd", apply="Bel 0900-8844.", fees="Normale belkosten."),
             "0900-8844", "Geen spoed, wel politie.", "politie.nl", website="https://www.politie.nl", free=False),
        line("landelijk-csg", "Centrum Seksueel Geweld, landelijk nummer", "Het landelijke nummer verbindt door met een van de zestien regionale centra.", ["csg-en-partners"],
             s("0800-0188", "Centrum Seksueel Geweld, dag en nacht", "Hulp na aanranding of verkrachting. De eerste zeven dagen zijn het belangrijkst, voor medische zorg en voor sporen. Bellen kan ook als het langer geleden is.",
               "zorg veiligheid / hulp nazorg / slachtoffer naaste professional / eerder-slachtoffer / nu / afspraak", hours="altijd", apply="Bel 0800-0188."),
             "0800-0188", "Gratis, dag en nacht.", "rijksoverheid.nl en de publicatie Regionale aanpak tegen seksueel geweld, landelijke bouwstenen (2022)", website="https://centrumseksueelgeweld.nl"),
        line("landelijk-veilig-thuis", "Veilig Thuis, landelijk nummer", "Advies en melding bij huiselijk geweld en kindermishandeling.", ["csg-en-partners"],
             s("0800-2000", "Veilig Thuis, dag en nacht", "Voor wie zelf geweld meemaakt, het vermoedt of het doet. Je wordt verbonden met Veilig Thuis in je eigen regio. Ook professionals vragen hier advies, met of zonder naam.",
               "veiligheid sociaal / signalering melding-onderzoek hulp / slachtoffer pleger naaste professional / onveilig-opgegroeid / nu / wettelijk", hours="altijd", apply="Bel 0800-2000."),
             "0800-2000", "Gratis, dag en nacht.", "rijksoverheid.nl", website="https://veiligthuis.nl"),
        line("landelijk-slachtofferhulp", "Slachtofferhulp Nederland, landelijk nummer", "Hulp na een misdrijf, ongeluk of ramp.", ["csg-en-partners"],
             s("0900-0101", "Slachtofferhulp Nederland", "Emotionele, praktische en juridische hulp, ook zonder aangifte.",
               "sociaal veiligheid / hulp nazorg / slachtoffer naaste / / 7-dagen / afspraak", apply="Bel 0900-0101.", fees="De hulp is gratis; normale belkosten."),
             "0900-0101", "Normale belkosten.", "slachtofferhulp.nl", website="https://www.slachtofferhulp.nl", free=False),
        line("landelijk-kindertelefoon", "De Kindertelefoon", "Kinderen en jongeren praten hier in vertrouwen over alles wat hen bezighoudt.", ["cjg-jgz"],
             s("0800-0432", "De Kindertelefoon", "Bellen of chatten met iemand die tijd voor je heeft. Over ruzie, verliefdheid, pesten, geweld en dingen die je niemand durft te vertellen.",
               "sociaal / preventie signalering / slachtoffer naaste / onveilig-opgegroeid / nu", ages=(8, 18), apply="Bel 0800-0432 of chat, elke dag tussen 11.00 en 21.00 uur.", hours="kindertelefoon"),
             "0800-0432", "Gratis.", "kindertelefoon.nl", website="https://www.kindertelefoon.nl"),
        line("landelijk-113", "113 Zelfmoordpreventie", "Voor wie aan zelfdoding denkt en voor mensen die zich zorgen maken om een ander.", ["csg-en-partners"],
             s("113", "113 Zelfmoordpreventie", "Dag en nacht praten of chatten, zonder je naam te zeggen. Ook voor naasten en hulpverleners.",
               "zorg / preventie hulp / slachtoffer pleger naaste professional / / nu", hours="altijd", apply="Bel 113 of 0800-0113."),
             "113", "Gratis, dag en nacht. Ook: 0800-0113.", "113.nl", website="https://www.113.nl"),
        line("landelijk-vertrouwensinspecteur", "Vertrouwensinspecteurs van het onderwijs", "Onderdeel van de Inspectie van het Onderwijs.", ["onderwijs"],
             s("0900-1113111", "Vertrouwensinspecteur onderwijs", "Voor leerlingen, ouders, leraren en besturen. Bij een vermoeden dat een medewerker een minderjarige leerling misbruikt of aanrandt, overlegt het bestuur altijd met de vertrouwensinspecteur.",
               "sociaal veiligheid / signalering melding-onderzoek / slachtoffer naaste professional / / 7-dagen / wettelijk", apply="Bel 0900-111 3 111. De openingstijden staan op de website.", fees="Normale belkosten.", hours=""),
             "0900-111 3 111", "Normale belkosten.", "onderwijsinspectie.nl", website="https://www.onderwijsinspectie.nl", free=False),
        line("landelijk-stop-it-now", "Stop it Now", "Hulplijn bij zorgen over seksuele gevoelens voor of gedrag met minderjarigen.", ["csg-en-partners"],
             s("0800-2666436", "Stop it Now (nog te controleren)", "Voor mensen die zich zorgen maken over hun eigen gevoelens of gedrag, en voor hun omgeving. Gratis en anoniem.",
               "zorg / preventie hulp / pleger naaste professional / / 7-dagen", apply="Bel 0800-2666436. Wanneer de lijn open is, is nog te controleren.", hours="",
               alert="Nog te controleren: dit nummer is niet bevestigd. Vraag het na voordat je ernaar verwijst."),
             "0800-2666436", "Nog te controleren.", "geen bevestigde bron", checked=False),
        line("landelijk-offlimits", "Offlimits", "Expertisebureau tegen online seksueel misbruik.", ["csg-en-partners"],
             s("helpwanted", "Helpwanted van Offlimits (nog te controleren)", "Hulp als er een naaktfoto of filmpje van je rondgaat, als iemand je ermee chanteert of als iemand je online iets laat doen wat je niet wilt. Ook hulp bij het laten verwijderen van beelden.",
               "sociaal veiligheid / signalering hulp / slachtoffer naaste professional / / 7-dagen", apply="Hoe en wanneer je Helpwanted bereikt, staat op de website.", hours="", fees="",
               alert="Nog te controleren: deze gegevens zijn niet bevestigd. Kijk op de website voordat je ernaar verwijst."),
             "", "", "geen bevestigde bron", checked=False, website="https://helpwanted.nl"),
    ]
