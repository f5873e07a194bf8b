# SPDX-License-Identifier: EUPL-1.2
"""Organisations that work for the whole region: acute help, care, treatment."""

from .local_teams import person
from .model import Organization, Service


def s(key, name, description, codes, **more) -> Service:
    """`codes`: domain / phase / audience / risk group / urgency / basis; parts may be empty."""
    parts = [part.split() for part in codes.split("/")] + [[]] * 6
    domain, phase, audience, risk, urgency, basis = parts[:6]
    return Service(key, name, description, domain, phase, audience, risk=risk, urgency=urgency[0] if urgency else "later",
                   basis=basis, **more)


def c(key, title, department="", lived=False):
    return (person(key), title, department, lived)


def acute() -> list:
    return [
        Organization("csg", "Centrum Seksueel Geweld Veenrivier",
                     "In het Centrum Seksueel Geweld werken verpleegkundigen, artsen, psychologen, politie en Slachtofferhulp samen. Eén telefoontje is genoeg. De hulp is gratis en je beslist zelf wat je wel en niet wilt.",
                     ["csg-en-partners"], "veenmonde",
                     [s("acuut", "Acute hulp na aanranding of verkrachting",
                        "Is het korter dan zeven dagen geleden gebeurd? Dan is snelle hulp belangrijk: medische zorg, noodanticonceptie, medicijnen tegen hiv en het veiligstellen van sporen. Ook als je nog niet weet of je aangifte wilt doen. Douche als het kan nog niet en bewaar je kleding in een papieren zak.",
                        "zorg veiligheid / hulp / slachtoffer / eerder-slachtoffer / nu / afspraak", hours="altijd", alternate="CSG, eerste hulp na seksueel geweld",
                        eligibility="Voor iedereen die korter dan zeven dagen geleden seksueel geweld meemaakte: vrouw, man, jong of oud.",
                        apply="Bel 0800-0188, dag en nacht. Je kunt ook iemand anders laten bellen.", contact=c("csg1", "Casemanager", "CSG"),
                        phone="csg", interpretation="Tolk dag en nacht beschikbaar, ook gebarentolk.", taking="Neemt altijd verwijzingen aan."),
                      s("vervolg", "Begeleiding na de eerste week",
                        "De casemanager belt je in de eerste maand elke week. Samen kijken jullie hoe het gaat met slapen, werk, school en contact met anderen. Als klachten blijven, regelt de casemanager behandeling.",
                        "zorg / hulp nazorg / slachtoffer naaste / eerder-slachtoffer / 7-dagen / afspraak", eligibility="Voor wie bij het CSG in zorg kwam, en voor hun naasten.",
                        apply="Via de casemanager.", contact=c("csg2", "Casemanager", "CSG")),
                      s("langer", "Langer dan zeven dagen geleden",
                        "Ook als het weken, maanden of jaren geleden is, kun je bellen. We luisteren en zoeken hulp die past: een gesprek, behandeling, lotgenoten of hulp bij aangifte.",
                        "zorg / hulp nazorg / slachtoffer naaste / eerder-slachtoffer / later", eligibility="Voor slachtoffers vanaf 12 jaar en hun naasten.",
                        apply="Bel op werkdagen of chat.", languages=["en"]),
                      s("consult", "Consult voor professionals, CSG",
                        "Is iemand bij je in de praktijk, op school of in de wijk die kort geleden iets meemaakte? Bel voor je verder vraagt. Wij zeggen wat je wel en beter niet kunt doen, bijvoorbeeld rond sporen en het eerste gesprek.",
                        "zorg veiligheid / signalering melding-onderzoek / professional / / nu / afspraak", hours="altijd", eligibility="Voor professionals.", apply="Bel het consultnummer.")],
                     roles=["kerngroep", "breed-overleg"], legal="Samenwerkingsverband", site="csg", parent="ziekenhuis", street="Gasthuisstraat",
                     accessibility="Eigen ingang naast de spoedeisende hulp, drempelvrij.", travel="Bus 3 stopt bij het ziekenhuis."),
        Organization("ziekenhuis", "Merwelinde Ziekenhuis",
                     "Regionaal ziekenhuis in Veenmonde met spoedeisende hulp, kindergeneeskunde en gynaecologie. Huisvest het Centrum Seksueel Geweld.",
                     ["csg-en-partners"], "veenmonde",
                     [s("seh", "Spoedeisende hulp, Merwelinde Ziekenhuis", "Dag en nacht hulp bij letsel. Bij een vermoeden van seksueel of huiselijk geweld is er altijd een arts die de kindcheck doet en met Veilig Thuis of het CSG overlegt.",
                        "zorg / signalering hulp / slachtoffer / / nu / wettelijk", hours="altijd", apply="Bel eerst de huisarts of 112.", fees="Valt onder de basisverzekering; eigen risico geldt."),
                      s("kinderteam", "Team kindermishandeling, Merwelinde Ziekenhuis", "Kinderarts, verpleegkundige en maatschappelijk werker beoordelen samen letsel en verhalen van kinderen. Zij overleggen met Veilig Thuis en geven advies aan huisartsen en scholen.",
                        "zorg / signalering melding-onderzoek / slachtoffer professional / onveilig-opgegroeid / 7-dagen / wettelijk", ages=(0, 18), apply="Via de huisarts of Veilig Thuis.", contact=c("zkh", "Kinderarts sociale pediatrie", "Kindergeneeskunde")),
                      s("bekken", "Spreekuur gynaecologie met extra tijd", "Voor wie door eerdere ervaringen opziet tegen inwendig onderzoek. Er is een lang gesprek vooraf en je mag altijd stop zeggen.",
                        "zorg / hulp nazorg / slachtoffer / eerder-slachtoffer / later", ages=(16, 99), apply="Verwijzing van de huisarts.", fees="Valt onder de basisverzekering; eigen risico geldt.", wait="6 weken.")],
                     roles=["stuurgroep", "breed-overleg"], site="ziekenhuis", street="Gasthuisstraat", accessibility="Rolstoeltoegankelijk; voorleeshulp bij de balie."),
        Organization("ziekenhuis-lindervaart", "Sluispoort Kliniek Lindervaart", "Kleiner ziekenhuis met polikliniek en huisartsenpost.", ["csg-en-partners"], "lindervaart",
                     [s("hap", "Huisartsenpost Lindervaart", "Voor klachten die niet tot de volgende dag kunnen wachten. De assistente weet wanneer zij moet doorschakelen naar het CSG.",
                        "zorg / signalering hulp / slachtoffer naaste / / nu", hours="nacht", apply="Bel altijd eerst.", fees="Valt onder de basisverzekering; eigen risico geldt."),
                      s("mannen", "Spreekuur urologie en seksuologie", "Voor mannen met klachten na seksueel geweld of na kanker. De seksuoloog praat rustig en zonder omwegen; je partner mag mee.",
                        "zorg / hulp / slachtoffer naaste / eerder-slachtoffer / later", ages=(18, 99), apply="Verwijzing van de huisarts.", fees="Valt onder de basisverzekering; eigen risico geldt.", wait="8 weken.")], site="ziekenhuis"),
        Organization("veilig-thuis", "Veilig Thuis Veenrivier",
                     "Advies- en meldpunt voor huiselijk geweld, kindermishandeling en ouderenmishandeling. Ook seksueel geweld in gezin of familie hoort hierbij.",
                     ["csg-en-partners"], "veenmonde",
                     [s("advies", "Advies van Veilig Thuis", "Twijfel je of een situatie veilig is? Bel voor advies. Je hoeft geen naam te noemen en beslist zelf wat je met het advies doet. Advies vragen is geen melding.",
                        "veiligheid sociaal / signalering melding-onderzoek / slachtoffer naaste professional pleger / / nu / wettelijk", hours="altijd", apply="Bel 0800-2000, dag en nacht en gratis. Chatten kan op werkdagen.",
                        eligibility="Voor iedereen.", phone="vt", interpretation="Tolk via de telefoon in alle talen."),
                      s("melding", "Melding en onderzoek door Veilig Thuis", "Na een melding beoordeelt Veilig Thuis binnen vijf werkdagen hoe veilig het is en wie er verder gaat. Bij acuut gevaar komt er direct iemand. Melders horen wat er met hun melding gebeurt.",
                        "veiligheid / melding-onderzoek / slachtoffer professional / onveilig-opgegroeid / nu / wettelijk", hours="altijd", apply="Bel 0800-2000. Organisaties melden ook via het beveiligde formulier.", phone="vt"),
                      s("ouderen", "Ouderen en afhankelijkheid", "Advies bij zorgen over een oudere die afhankelijk is van een ander: ongewenste aanraking, dwang of uitbuiting.", "veiligheid / signalering melding-onderzoek / slachtoffer naaste professional / beperking / 7-dagen / wettelijk", ages=(60, 110), hours="altijd", apply="Bel 0800-2000.", phone="vt"),
                      s("training", "Meldcode oefenen met Veilig Thuis", "Een dagdeel oefenen met de vijf stappen: signalen ordenen, overleggen, het gesprek voeren, wegen en beslissen. Met eigen casussen zonder namen.",
                        "sociaal veiligheid / preventie signalering / professional / / later / afspraak", apply="Aanmelden via de agenda op de website.", fees="€ 45 per persoon; gratis voor vrijwilligers.", cost=("Per persoon", 45.0, "per dagdeel"), contact=c("vt", "Trainer", "Preventie"))],
                     roles=["stuurgroep", "kerngroep", "breed-overleg"], site="veiligthuis", legal="Gemeenschappelijke regeling"),
        Organization("politie", "Politie, district Veenrivier", "De politie helpt bij direct gevaar, neemt meldingen en aangiften op en doet onderzoek. In elk team werkt een wijkagent.", ["csg-en-partners"], "veenmonde",
                     [s("tsm", "Team Seksuele Misdrijven: informatief gesprek en aangifte", "Rechercheurs die speciaal zijn opgeleid voor seksuele misdrijven. In een informatief gesprek hoor je wat aangifte betekent. Daarna heb je bedenktijd. Je mag iemand meenemen en kiezen voor een vrouw of een man.",
                        "veiligheid / melding-onderzoek / slachtoffer / eerder-slachtoffer / nu / wettelijk", hours="altijd", apply="Bel 0900-8844, bij direct gevaar 112.", phone="politie", languages=["en", "ar", "pl"], interpretation="De politie regelt een tolk."),
                      s("online", "Online dreiging en afpersing met beelden", "Word je gechanteerd met een naaktfoto? Betaal niet, bewaar alles en stop met antwoorden. De politie helpt om beelden te laten verwijderen en de dader te vinden.",
                        "veiligheid / melding-onderzoek hulp / slachtoffer / / 7-dagen / wettelijk", apply="Bel 0900-8844 of kom naar het bureau met je telefoon.", phone="politie", ages=(12, 99)),
                      s("mensenhandel", "Meldpunt uitbuiting en mensenhandel", "Voor signalen dat iemand wordt gedwongen tot seks of werk. Ook zonder bewijs kun je bellen. Rechercheurs die hiervoor zijn opgeleid, nemen contact met je op.",
                        "veiligheid / signalering melding-onderzoek / slachtoffer professional / onveilig-opgegroeid jeugd-in-instelling / 7-dagen / wettelijk", apply="Bel 0900-8844 en vraag naar het team mensenhandel.", phone="politie")],
                     roles=["stuurgroep", "kerngroep", "breed-overleg"], legal="Overheid", site="politie"),
        Organization("politie-lindervaart", "Politie, basisteam Lindervaart", "Basisteam voor Lindervaart, Sint Aldewijn en Kromvoort.", ["csg-en-partners"], "lindervaart",
                     [s("wijkagent", "Wijkagenten basisteam Lindervaart", "De wijkagent kent de buurt en is vaak het eerste gezicht. Voor advies, een zorgmelding of een stopgesprek met iemand die een ander lastigvalt.", "veiligheid / signalering melding-onderzoek / slachtoffer naaste professional / / later / wettelijk",
                        municipalities=["lindervaart", "sint-aldewijn", "kromvoort"], apply="Bel 0900-8844 en vraag naar de wijkagent.", phone="politie")], legal="Overheid", parent="politie", site="politie"),
        Organization("politie-polder", "Politie, basisteam Polder", "Basisteam voor Elsbroek, De Rietlanden, Hagerwaard en Dijkerhout.", ["csg-en-partners"], "elsbroek",
                     [s("wijkagent", "Wijkagenten basisteam Polder", "Aanspreekpunt voor inwoners en voor andere organisaties. De wijkagent komt ook op scholen vertellen over sexting en de Wet seksuele misdrijven, die sinds 1 juli 2024 geldt.", "veiligheid / preventie signalering / slachtoffer naaste professional / / later / wettelijk",
                        municipalities=["elsbroek", "rietlanden", "hagerwaard", "dijkerhout"], apply="Bel 0900-8844 en vraag naar de wijkagent.", phone="politie")], legal="Overheid", parent="politie", site="politie"),
        Organization("slachtofferhulp", "Slachtofferhulp Nederland, team Veenrivier", "Gratis hulp na een misdrijf: emotioneel, praktisch en juridisch.", ["csg-en-partners"], "veenmonde",
                     [s("gesprek", "Emotionele steun na seksueel geweld", "Een vaste medewerker luistert, legt uit welke reacties normaal zijn en helpt je om weer grip te krijgen. Ook voor ouders, partners en vrienden.", "sociaal / hulp nazorg / slachtoffer naaste / eerder-slachtoffer / 7-dagen / afspraak", apply="Bel 0900-0101 of vraag de politie om je aan te melden.", phone="shn"),
                      s("juridisch", "Hulp in het strafproces", "Uitleg over aangifte, de rechtszaak, spreekrecht en schadevergoeding. We helpen met formulieren en vragen een gratis advocaat aan.", "veiligheid / melding-onderzoek nazorg / slachtoffer naaste / / later / wettelijk", apply="Bel 0900-0101.", phone="shn", documents=["Kopie van de aangifte, als die er is"]),
                      s("casemanager", "Casemanager voor kinderen en families", "Eén vaste casemanager voor het hele gezin, van aangifte tot na de rechtszaak.", "sociaal veiligheid / hulp nazorg / slachtoffer naaste / onveilig-opgegroeid / 7-dagen", ages=(0, 18), apply="Via politie, CSG of Veilig Thuis.", phone="shn", contact=c("shn", "Casemanager", "Jeugd"))], roles=["kerngroep", "breed-overleg"], site="slachtofferhulp"),
        Organization("ggd", "GGD Veenrivier", "De GGD beschermt de gezondheid van iedereen in de regio: seksuele gezondheid, jeugd, forensische geneeskunde en onderzoek.", ["csg-en-partners", "cjg-jgz"], "veenmonde",
                     [s("sense", "Spreekuur seksuele gezondheid", "Voor vragen over soa, zwangerschap, grenzen en dwang. Jongeren tot en met 24 jaar en slachtoffers van seksueel geweld kunnen gratis en zonder naam terecht.", "zorg / preventie signalering hulp / slachtoffer / lhbtiq / 7-dagen", ages=(12, 99), apply="Bel of maak online een afspraak.", languages=["en"], hours="middagavond"),
                      s("forensisch", "Forensisch medisch onderzoek", "Forensisch artsen doen sporen- en letselonderzoek, in het CSG of op een andere rustige plek. Zij leggen vooraf alles uit.", "zorg veiligheid / melding-onderzoek / slachtoffer / / nu / wettelijk", hours="altijd", apply="Alleen via politie, CSG of Veilig Thuis.", contact=c("ggd", "Forensisch verpleegkundige", "FMG")),
                      s("scholen", "Gezonde School: relaties en seksualiteit", "Advies en lesmateriaal voor scholen, van basisschool tot mbo. De GGD-adviseur helpt ook na een incident met het gesprek in de klas en met ouders.", "zorg sociaal / preventie / professional / / later / afspraak", apply="Scholen mailen hun GGD-adviseur.", fees="Gratis voor scholen in de regio.", contact=c("ggd2", "Adviseur Gezonde School", "Gezondheidsbevordering")),
                      s("monitor", "Cijfers over de regio", "Gegevens uit de gezondheidsmonitor en van partners, samengevat per gemeente. Kleine aantallen worden niet getoond.", "zorg veiligheid / preventie / professional / / later / afspraak", apply="Stuur je vraag aan de onderzoekers.", contact=c("ggd3", "Onderzoeker", "Epidemiologie"))],
                     roles=["stuurgroep", "kerngroep", "breed-overleg"], legal="Gemeenschappelijke regeling", site="ggd", languages=["en"], accessibility="Drempelvrij, genderneutraal toilet."),
    ]


def treatment() -> list:
    return [
        Organization("ggz", "GGZ Veenrivier", "Behandeling van psychische klachten voor kinderen, jongeren en volwassenen.", ["csg-en-partners"], "veenmonde",
                     [s("trauma", "Traumabehandeling volwassenen", "EMDR, of stap voor stap terug naar wat er gebeurde, of allebei. Behandeling kan één keer per week of in een korte intensieve week. Je bepaalt samen met de behandelaar wat je vertelt.", "zorg / hulp nazorg / slachtoffer / eerder-slachtoffer / later", ages=(18, 99), apply="Verwijzing van de huisarts.", fees="Valt onder de basisverzekering; eigen risico geldt.", wait="9 weken; voorrang via het CSG.", contact=c("ggz", "Behandelcoördinator", "Trauma"), taking="Neemt verwijzingen aan; wachttijd 9 weken."),
                      s("jeugd", "Traumabehandeling kinderen en jongeren", "Behandeling met ouders of verzorgers erbij, op een manier die past bij de leeftijd: praten, tekenen, EMDR.", "zorg / hulp / slachtoffer naaste / onveilig-opgegroeid eerder-slachtoffer / later", ages=(4, 18), apply="Verwijzing van huisarts, jeugdarts of wijkteam.", fees="Gratis; de gemeente betaalt.", wait="12 weken.", taking="Tijdelijk geen nieuwe verwijzingen, behalve via het CSG.", alert="Tot 1 maart alleen aanmeldingen via het CSG of Veilig Thuis."),
                      s("crisis", "Crisisdienst ggz", "Voor mensen die door psychische nood een gevaar zijn voor zichzelf of een ander. De crisisdienst komt langs of laat iemand komen.", "zorg / hulp / slachtoffer pleger naaste / / nu / wettelijk", hours="altijd", apply="Alleen via huisarts, huisartsenpost of politie."),
                      s("relatie", "Partner en gezin na seksueel geweld", "Drie tot zes gesprekken voor stellen en gezinnen. Over nabijheid, boosheid, seks en weer vertrouwen.", "zorg / nazorg / naaste slachtoffer / eerder-slachtoffer / later", ages=(18, 99), apply="Verwijzing van de huisarts.", fees="Niet alles wordt vergoed; vraag ernaar.", wait="6 weken.")],
                     roles=["kerngroep", "breed-overleg"], site="ggz", languages=["en"], accessibility="Lift, ringleiding, prikkelarme wachtkamer."),
        Organization("praktijk-boog", "Psychologenpraktijk De Boog", "Groepspraktijk van negen psychologen in Lindervaart.", ["csg-en-partners"], "lindervaart",
                     [s("basis", "Kortdurende hulp bij schok en somberheid", "Vijf tot twaalf gesprekken, ook via beeldbellen. Geschikt als je verder stevig in het leven staat.", "zorg / hulp / slachtoffer naaste / / later", ages=(18, 99), apply="Verwijzing van de huisarts.", fees="Valt onder de basisverzekering; eigen risico geldt.", wait="5 weken."),
                      s("arabisch", "Behandeling in het Arabisch en Tigrinya", "Twee psychologen behandelen in het Arabisch, één in het Tigrinya. Zij kennen de schaamte en de druk van familie en gaan daar voorzichtig mee om.", "zorg / hulp / slachtoffer naaste / eerder-slachtoffer / later", ages=(18, 99), languages=["ar", "ti"], apply="Verwijzing van de huisarts; bel gerust eerst.", fees="Valt onder de basisverzekering; eigen risico geldt.", wait="7 weken.")], site="deboog"),
        Organization("praktijk-kind", "Kinder- en jeugdpraktijk Lemniscaat", "Speltherapie en psychologische hulp voor kinderen van 3 tot 18 jaar.", ["csg-en-partners", "jeugdzorg"], "elsbroek",
                     [s("spel", "Speltherapie na een ingrijpende gebeurtenis", "Kinderen die nog niet de woorden hebben, kunnen het laten zien in spel. Ouders krijgen elke drie weken een gesprek.", "zorg / hulp / slachtoffer naaste / onveilig-opgegroeid / later", ages=(3, 12), apply="Via wijkteam, huisarts of jeugdarts.", fees="Gratis; de gemeente betaalt.", wait="4 weken.", contact=c("lem", "Speltherapeut", "")),
                      s("grens", "Seksueel gedrag van jonge kinderen", "Doet een kind dingen met andere kinderen die niet bij de leeftijd passen? We onderzoeken rustig wat er speelt, zonder het kind een stempel te geven. School en ouders krijgen advies.", "zorg / signalering hulp / naaste professional / onveilig-opgegroeid / 7-dagen", ages=(3, 12), apply="Ouders en scholen mogen zelf bellen.", fees="Gratis; de gemeente betaalt.", wait="2 weken.")], site="lemniscaat"),
        Organization("forensisch", "Forensische polikliniek De Kentering", "Behandeling voor mensen die grensoverschrijdend gedrag hebben laten zien of bang zijn dat te doen.", ["csg-en-partners"], "veenmonde",
                     [s("volwassenen", "Behandeling van seksueel grensoverschrijdend gedrag", "Heb je over iemands grens gekeken, gepraat, gefilmd of gehandeld? In behandeling leer je wat eraan voorafging en hoe je voorkomt dat het weer gebeurt. Verplicht of vrijwillig, alleen of in een groep.", "zorg veiligheid / hulp nazorg / pleger / / later / afspraak", ages=(18, 99), apply="Via huisarts, reclassering of zelf bellen.", fees="Valt onder de basisverzekering of justitie.", wait="6 weken.", contact=c("ken1", "Regiebehandelaar", "")),
                      s("preventief", "Bang voor je eigen gedachten of gedrag", "Voor mensen die zich aangetrokken voelen tot minderjarigen, die te veel of verboden beelden kijken, of die bang zijn een grens over te gaan. Gesprekken zijn vertrouwelijk. Je hoeft niets gedaan te hebben om te mogen komen.", "zorg / preventie hulp / pleger naaste / / 7-dagen", ages=(18, 99), apply="Bel zonder je naam te noemen, of mail.", fees="De eerste drie gesprekken zijn gratis.", alternate="Daderhulp, plegerhulp voor volwassenen"),
                      s("jongeren", "Jongeren die over een grens gingen", "Jongeren en hun ouders krijgen hulp na bijvoorbeeld het doorsturen van beelden of het dwingen van een ander. Er is aandacht voor wat de jongere zelf meemaakte.", "zorg / hulp nazorg / pleger naaste / onveilig-opgegroeid jeugd-in-instelling / 7-dagen", ages=(12, 21), apply="Via wijkteam, jeugdbescherming, Halt of zelf.", fees="Gratis; de gemeente betaalt.", wait="3 weken.", contact=c("ken2", "Behandelaar jeugd", "")),
                      s("partners", "Voor partners en ouders van plegers", "Je wereld staat op zijn kop als je partner, kind of broer een ander iets aandeed. In vier avonden praat je met anderen die dit ook meemaken.", "zorg sociaal / hulp nazorg / naaste / / later", ages=(18, 99), apply="Aanmelden per mail.", hours="avond")],
                     roles=["kerngroep", "breed-overleg"], site="dekentering"),
        Organization("verslaving", "Verslavingszorg Middenveen", "Hulp bij alcohol, drugs, gamen en seksverslaving.", ["csg-en-partners"], "veenmonde",
                     [s("chemsex", "Spreekuur chemsex", "Praten over drugs en seks zonder preek. Ook als er dingen gebeurden die je niet wilde.", "zorg / preventie hulp / slachtoffer pleger / lhbtiq / later", ages=(18, 99), apply="Bel of mail; anoniem mag.", hours="avond", languages=["en"]),
                      s("seks", "Hulp bij dwangmatig seksueel gedrag", "Kijk je uren porno, geef je te veel geld uit of gaat het steeds verder? In tien gesprekken leer je patronen herkennen en stoppen.", "zorg / preventie hulp / pleger / / later", ages=(18, 99), apply="Verwijzing van de huisarts.", fees="Valt onder de basisverzekering; eigen risico geldt.", wait="4 weken."),
                      s("jong", "Jong en onder invloed", "Voor jongeren die drinken of blowen om te vergeten. Ook na een nacht waarvan je niet meer alles weet.", "zorg / signalering hulp / slachtoffer / onveilig-opgegroeid / 7-dagen", ages=(14, 24), apply="Zelf bellen of via jongerenwerk.")], site="verslavingszorg"),
        Organization("seksuologie", "Seksuologisch Centrum Rivierzicht", "Seksuologen en bekkenfysiotherapeuten werken hier samen.", ["csg-en-partners"], "hagerwaard",
                     [s("herstel", "Weer vertrouwd met je lichaam", "Behandeling bij pijn, angst of afkeer na seksueel geweld. Rustig opbouwen, met of zonder partner.", "zorg / nazorg / slachtoffer naaste / eerder-slachtoffer / later", ages=(18, 99), apply="Bel zelf voor een afspraak.", fees="€ 92 per consult; soms vergoed.", cost=("Consult", 92.0, "per 45 minuten"), wait="3 weken."),
                      s("fysio", "Bekkenfysiotherapie", "Oefeningen om spanning te herkennen en los te laten. Aanraken is nooit nodig om te beginnen.", "zorg / hulp nazorg / slachtoffer / eerder-slachtoffer / later", ages=(16, 99), apply="Zelf bellen of via de huisarts.", fees="Vergoeding hangt af van je verzekering.")], site="rivierzicht"),
        Organization("huisartsenpost", "Huisartsenpost Veenmonde", "Huisartsenzorg in avond, nacht en weekend.", ["huisartsen"], "veenmonde",
                     [s("post", "Huisartsenpost avond, nacht en weekend", "Voor klachten die niet kunnen wachten. Kort geleden seksueel geweld meegemaakt? Dan verbindt de post je met het CSG.", "zorg / signalering hulp / slachtoffer naaste / / nu", hours="nacht", apply="Bel altijd eerst.", fees="Valt onder de basisverzekering; eigen risico geldt.")], street="Gasthuisstraat", site="huisartsenpost"),
    ]


def all_care() -> list:
    return acute() + treatment()
