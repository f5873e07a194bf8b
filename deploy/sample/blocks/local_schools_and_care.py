# SPDX-License-Identifier: EUPL-1.2
"""General practitioners, midwives, schools and sports clubs."""

from .local_teams import person
from .model import Organization, Service, deal, number
from .places import BY_KEY

PRACTICES = [
    ("veenmonde", "Huisartsenpraktijk Turfmarkt", "Centrum"), ("veenmonde", "Huisartsen De Linden", "De Linden"),
    ("veenmonde", "Gezondheidscentrum Waterwijk", "Waterwijk"), ("veenmonde", "Praktijk Noorderdreef", "Noord"),
    ("veenmonde", "Huisartsenpraktijk Oud-Veen", "Oud-Veen"), ("lindervaart", "Huisartsen aan de Vaart", "Vaartoever"),
    ("lindervaart", "Gezondheidscentrum Het Hoge Land", "Het Hoge Land"), ("lindervaart", "Huisartsenpraktijk Sluiswijk", "Sluiswijk"),
    ("elsbroek", "Huisartsenpraktijk Kerkplein", "Elsbroek-dorp"), ("elsbroek", "Dokters in de Polder", "Broekpolder"),
    ("hagerwaard", "Huisartsen Hagerdam", "Hagerdam"), ("hagerwaard", "Praktijk Waardzicht", "Waardzicht"),
    ("rietlanden", "Huisartsenpraktijk Rietoord", "Rietoord"), ("rietlanden", "Dokterspost Achterhuizen", "Achterhuizen"),
    ("sint-aldewijn", "Huisartsen Sint Aldewijn", "Sint Aldewijn"), ("kromvoort", "Huisartsenpraktijk Brugplein", "Kromvoort"),
    ("dijkerhout", "Huisartsenpraktijk Bosrand", "Dijkerhout"),
]


def practice(place, name, part) -> Organization:
    key = f"huisarts-{name}"
    services = [Service(
        "ggz", f"Praktijkondersteuner ggz, {name}",
        deal("practice", [
            "Gesprekken bij stress, slecht slapen, somberheid of nare herinneringen. De praktijkondersteuner heeft meer tijd dan de huisarts en kan zo nodig doorverwijzen naar een psycholoog.",
            "Je praat met de praktijkondersteuner over wat je meemaakte en waar je nu last van hebt. Vertel je over seksueel geweld, dan bespreek je samen wat je wel en niet wilt. Niets gaat zonder jouw toestemming verder.",
            "Vier tot zes gesprekken in de praktijk. Ook voor mensen die bang zijn voor hun eigen gedrag of gedachten en daar hulp bij willen.",
            "Loop je vast na iets wat je is aangedaan, of weet je niet waar je klachten vandaan komen? In een half uur breng je samen in kaart wat er speelt. Wat je vertelt staat alleen in je eigen dossier.",
            "Steun bij angst, paniek of spanning in je lijf. De praktijkondersteuner kent de wachttijden in de regio en overbrugt de tijd tot er behandeling is.",
            "Vaste contactpersoon in de praktijk voor mensen met psychische klachten. Ook voor partners en ouders die zelf niet meer weten hoe ze kunnen helpen."]),
        ["zorg"], ["signalering", "hulp"], # For whom each of the six texts above is.
        deal("practice a", [["slachtoffer"], ["slachtoffer"], ["slachtoffer", "pleger"], ["slachtoffer"], ["slachtoffer"], ["slachtoffer", "naaste"]]),
        risk=["eerder-slachtoffer"], ages=(18, 99), eligibility="Voor patiënten van de praktijk.",
        apply="Bel de assistente en vraag om de praktijkondersteuner. De reden hoef je niet te noemen.",
        fees="Valt onder de basisverzekering, zonder eigen risico.", wait=deal("practice w", ["1 week.", "2 weken.", "Ongeveer 3 weken."]),
        contact=(person(key), "Praktijkondersteuner ggz", "", False))]
    if number(key) % 4 != 0:
        services.append(Service(
            "jeugd", f"Praktijkondersteuner jeugd, {name}",
            deal("practice j", [
                "Voor kinderen en jongeren met zorgen, en voor hun ouders. De praktijkondersteuner spreekt een kind ook alleen en overlegt met school of wijkteam als dat mag.",
                "Snelle eerste gesprekken met een jeugdhulpverlener in de huisartsenpraktijk. Samen bekijken jullie of er meer hulp nodig is." if number(key) % 3 else
                "Buikpijn, niet naar school willen, veel boos: de praktijkondersteuner zoekt met kind en ouders naar wat erachter zit. Vaak zijn vijf gesprekken genoeg.",
                "Een jongere kan hier zelf een afspraak maken, ook zonder ouders. Er is kennis over sexting, verkering en druk van vrienden."]),
            ["zorg", "sociaal"], ["signalering", "hulp"], ["slachtoffer", "naaste"], risk=["onveilig-opgegroeid"], ages=(4, 18),
            eligibility="Voor patiënten van 4 tot en met 18 jaar.", apply="Via de huisarts of de assistente.",
            fees="Gratis; de gemeente betaalt.", wait=deal("practice jw", ["2 weken.", "3 weken."])))
    return Organization(
        key, name,
        deal("practice o", [
            "Huisartsenpraktijk met vier huisartsen, een praktijkondersteuner en een assistente die mee kan denken over spoed.",
            f"Huisartsenzorg voor {part} en omgeving. De praktijk werkt met een vaste aandachtsfunctionaris voor de meldcode.",
            "Kleine praktijk waar de dokters hun patiënten kennen. Avond, nacht en weekend: bel de huisartsenpost."]),
        ["huisartsen"], place.key, services, legal="Maatschap", part=part, site="huisarts")


MIDWIVES = [("veenmonde", "Verloskundigen De Ooievaar"), ("lindervaart", "Verloskundig Centrum Vaart"),
            ("elsbroek", "Verloskundigen Elsbroek"), ("hagerwaard", "Verloskundigen Waardzicht")]


def midwives(place, name) -> Organization:
    key = f"verloskundigen-{place.key}"
    return Organization(
        key, name, f"Zwangerschap, bevalling en kraamtijd in {place.name} en omgeving.", ["huisartsen"], place.key,
        [Service(
            "spreekuur", f"Zwanger na een nare ervaring, {name}",
            deal("midwives", [
                "Wie seksueel geweld heeft meegemaakt, kan een onderzoek of bevalling als heel zwaar ervaren. De verloskundige neemt extra tijd, legt elke stap uit en maakt met je een bevalplan waarin jij de regie houdt.",
                "Extra lang spreekuur voor zwangeren die iets naars meemaakten. Je kiest wie erbij is en elk onderzoek kan stoppen als jij dat zegt."]),
            ["zorg"], ["hulp", "nazorg"], ["slachtoffer"], risk=["eerder-slachtoffer"],
            eligibility="Voor zwangeren en hun partner.", apply="Noem bij aanmelding dat je extra tijd wilt.", fees="Valt onder de basisverzekering.",
            accreditations="Verloskundigen geregistreerd in het BIG-register.", contact=(person(key), "Verloskundige", "", False))],
        legal="Maatschap", site="verloskundigen")


PRIMARY = [
    ("veenmonde", "De Regenboog", "Noord"), ("veenmonde", "De Turfgraver", "Oud-Veen"), ("veenmonde", "Sint Maarten", "Centrum"),
    ("veenmonde", "Het Waterrad", "Waterwijk"), ("lindervaart", "De Schuit", "Vaartoever"), ("lindervaart", "Prins Mauritsschool", "Binnenstad"),
    ("elsbroek", "De Elzenhof", "Elsbroek-dorp"), ("elsbroek", "De Poldergeest", "Broekpolder"), ("hagerwaard", "De Dijkwachter", "Hagerdam"),
    ("rietlanden", "Het Rietkraagje", "Rietoord"), ("sint-aldewijn", "Sint Aldewijnschool", "Sint Aldewijn"),
    ("kromvoort", "De Akker", "Kromvoort"), ("dijkerhout", "De Bosuil", "Dijkerhout"),
]


def primary(place, name, part) -> Organization:
    key = f"bo-{name}"
    known = name if name.endswith("school") else f"basisschool {name}"
    return Organization(
        key, known[0].upper() + known[1:],
        deal("primary o", [f"Basisschool in {part} met ongeveer {180 + number(key) % 200} leerlingen.",
                         f"Buurtschool voor kinderen van 4 tot en met 12 jaar in {place.name}.",
                         "Basisschool en kinderopvang onder één dak."]),
        ["onderwijs"], place.key,
        [Service(
            "ib", f"Intern begeleider en meldcode, {known}",
            deal("primary", [
                "De intern begeleider is aanspreekpunt voor leerkrachten die zich zorgen maken over een kind. Zij bewaakt de stappen van de meldcode en belt met Veilig Thuis voor advies. Ouders kunnen ook zelf bellen.",
                "Ziet een leerkracht dat een kind verandert, dan denkt de intern begeleider mee: wat heb je zelf gezien, wat heb je gehoord, en van wie? Zij belt zo nodig met Veilig Thuis.",
                "Elke zes weken bespreekt de intern begeleider de zorgen over leerlingen met de jeugdverpleegkundige en het wijkteam, met medeweten van ouders als dat veilig is.",
                "Zorgen over het gedrag, de tekeningen of de verhalen van een leerling? De intern begeleider kijkt mee, schrijft feiten op en plant het gesprek met ouders, als dat veilig kan.",
                "Aanspreekpunt voor ouders, leerlingen en collega's. Gaat een zorg over een medewerker van de school, dan loopt dat via het bestuur en de vertrouwensinspecteur."]),
            ["sociaal"], ["signalering"], ["professional", "naaste"], risk=["onveilig-opgegroeid"], ages=(4, 12), basis=["wettelijk"],
            eligibility="Voor leerlingen, ouders en medewerkers van de school.", apply="Bel of mail de school.", hours="school",
            contact=(person(key), "Intern begeleider", "", False)),
         Service(
            "lessen", f"Lessen over lijf, grenzen en vriendschap, {known}",
            deal("primary l", [
                "Elk voorjaar een project over verliefdheid, je lichaam en wat je fijn vindt of niet. Ouders krijgen een brief en een ouderavond.",
                "Groep 7 en 8 praten over online zijn: wat deel je, wat stuur je niet door en wie vertel je het als iemand vervelend doet. De wijkagent komt één keer langs.",
                "Met boeken, spel en een vragendoos. Kinderen leren de namen van hun lichaam en het verschil tussen een leuk en een naar geheim.",
                "Lessen van groep 1 tot en met 8, elk jaar een stapje verder. Kinderen leren dat zij nee mogen zeggen en bij wie ze terechtkunnen."]),
            ["sociaal"], ["preventie"], ["naaste", "professional"], ages=(4, 12), eligibility="Voor leerlingen van de school.", hours="school", phone="-",
            apply="Onderdeel van het lesprogramma.")][: 1 if number(key + "n") % 5 == 0 else 2],
        legal="Onderwijsstichting", part=part, site="basisschool")


SECONDARY = [
    ("veenmonde", "Erasmuslyceum", "Singelkwartier"), ("veenmonde", "Vakcollege De Kade", "Waterwijk"), ("veenmonde", "Montessori College Veenmonde", "Noord"),
    ("lindervaart", "Vaartcollege", "Het Hoge Land"), ("lindervaart", "Christelijk Lyceum Lindervaart", "Binnenstad"), ("elsbroek", "Broekcollege", "Elsbroek-dorp"),
    ("hagerwaard", "De Waard", "Nieuw-Hager"), ("rietlanden", "Scholengemeenschap De Rietlanden", "Rietoord"),
]


def secondary_about(place, name, key) -> str:
    level = "havo en vwo" if "yceum" in name else "vmbo" if "Vakcollege" in name else "vmbo, havo en vwo"
    return deal("secondary_about o", [f"School voor {level} in {place.name}.", f"School voor {level} met {600 + number(key) % 700} leerlingen uit {place.name} en de dorpen eromheen.",
                            f"Voortgezet onderwijs ({level}) in {place.name}, met een eigen ondersteuningsteam."])


def secondary(place, name, part) -> Organization:
    key = f"vo-{name}"
    return Organization(
        key, name,
        secondary_about(place, name, key),
        ["onderwijs"], place.key,
        [Service(
            "zorgteam", f"Ondersteuningsteam {name}",
            deal("secondary", [
                "Mentoren brengen zorgen in, leerlingen mogen ook zelf komen. In het team zitten een zorgcoördinator, schoolmaatschappelijk werk en de jeugdverpleegkundige. Bij een naaktfoto die rondgaat is er dezelfde dag een gesprek.",
                "Gaat het niet goed thuis, online of in de liefde? De zorgcoördinator luistert en zoekt uit wat er kan. Afspraken met de wijkagent en Veilig Thuis liggen vast.",
                "Elke week overleg over leerlingen, met toestemming van leerling en ouders als dat veilig is. Docenten kunnen zonder naam overleggen."]),
            ["sociaal"], ["signalering", "hulp"], ["slachtoffer", "professional", "naaste"], risk=["onveilig-opgegroeid", "lhbtiq"], ages=(11, 20), basis=["wettelijk"], urgency="7-dagen",
            eligibility="Voor leerlingen, ouders en docenten van de school.", apply="Via de mentor of rechtstreeks bij de zorgcoördinator.", hours="school",
            contact=(person(key), "Zorgcoördinator", "Ondersteuningsteam", False)),
         Service(
            "vertrouwen", f"Vertrouwenspersonen {name}",
            deal("secondary v", [
                "Twee vertrouwenspersonen voor leerlingen en één voor personeel. Zij vangen je op, leggen uit wat je kunt doen en gaan mee naar het bestuur of de politie als je dat wilt.",
                "Heb je iets meegemaakt met een leerling, een docent of iemand van buiten? Je kiest zelf met wie je praat. Er gebeurt niets achter je rug om, behalve als er gevaar is.",
                "Voor klachten over ongewenst gedrag door een medeleerling of medewerker. Gaat het om een medewerker en een minderjarige leerling, dan schakelt het bestuur de vertrouwensinspecteur in."]),
            ["sociaal", "veiligheid"], ["signalering", "melding-onderzoek"], ["slachtoffer", "naaste"], ages=(11, 20), basis=["wettelijk"],
            eligibility="Voor leerlingen en medewerkers.", apply="Namen en foto's hangen in de hal; mailen mag ook.", hours="school", phone="-")],
        legal="Onderwijsstichting", part=part, site="school")


SPECIAL = [
    ("veenmonde", "De Driemaster", "vso, zeer moeilijk lerend", "beperking"), ("lindervaart", "De Springplank", "so, gedrag", "onveilig-opgegroeid"),
    ("elsbroek", "Het Baken", "vso, voor jongeren in de jeugdzorg", "jeugd-in-instelling"), ("hagerwaard", "De Vlieger", "so, lichamelijke beperking", "beperking"),
]


def special(place, name, kind, risk) -> Organization:
    key = f"so-{name}"
    return Organization(
        key, f"{name} ({kind})", f"School voor speciaal onderwijs in {place.name}. Kleine groepen, veel begeleiding.", ["onderwijs"], place.key,
        [Service(
            "weerbaar", f"Weerbaarheid en relaties, {name}",
            deal("special", [
                "Leerlingen oefenen met foto's, rollenspel en vaste zinnen: dit is mijn lichaam, ik wil dit niet, ik vertel het aan iemand. Ouders en begeleiders doen mee, zodat thuis dezelfde woorden worden gebruikt.",
                "Vaste lessen over grenzen, verkering en internet, in een tempo dat past. De orthopedagoog spreekt leerlingen apart als er een signaal is."]),
            ["sociaal"], ["preventie", "signalering"], ["slachtoffer", "naaste"], risk=[risk], ages=(6, 20), basis=["wettelijk"],
            eligibility="Voor leerlingen van de school en hun ouders.", apply="Via de groepsleerkracht.", hours="school", contact=(person(key), "Orthopedagoog", "", False))],
        legal="Onderwijsstichting", site="school")


MBO = [("veenmonde", "ROC Veenrivier", "Singelkwartier"), ("lindervaart", "Groen College Lindervaart", "Sluiswijk")]


def college(place, name, part) -> Organization:
    key = f"mbo-{name}"
    return Organization(
        key, name, f"Middelbaar beroepsonderwijs in {place.name}, met opleidingen van niveau 1 tot en met 4.", ["onderwijs"], place.key,
        [Service(
            "studentzaken", f"Studentbegeleiding {name}",
            "Studentbegeleiders helpen bij problemen die studeren lastig maken: schulden, onveiligheid thuis, een nare ervaring op stage of in een relatie. Ze regelen aanpassingen in je rooster en zoeken passende hulp.",
            ["sociaal"], ["signalering", "hulp"], ["slachtoffer", "naaste"], risk=["lhbtiq"], ages=(16, 30),
            eligibility="Voor studenten.", apply="Loop binnen of vraag je coach.", hours="school", contact=(person(key), "Studentbegeleider", "", False)),
         Service(
            "stage", f"Meldpunt ongewenst gedrag op stage, {name}",
            "Voor studenten die op hun stage of leerwerkplek seksuele intimidatie meemaken. Je hoeft niet terug naar de plek zolang het niet veilig is; je studie loopt door.",
            ["sociaal", "veiligheid"], ["melding-onderzoek", "hulp"], ["slachtoffer"], ages=(16, 30), urgency="7-dagen",
            eligibility="Voor studenten met een stage of leerwerkplek.", apply="Bel of mail het meldpunt.", hours="school")],
        legal="Onderwijsstichting", part=part, site="school")


SPORTS = [("veenmonde", "Sportpunt Veenmonde"), ("lindervaart", "Sportservice Lindervaart"), ("rietlanden", "Zwem- en waterpolovereniging De Otter")]


def sports(place, name) -> Organization:
    key = f"sport-{place.key}"
    return Organization(
        key, name, f"Ondersteunt sportclubs in {place.name} bij een veilige vereniging." if "vereniging" not in name else "Zwemclub met 400 leden, van zwemles tot wedstrijdploeg.",
        ["jongerenwerk"], place.key,
        [Service(
            "vcp", f"Vertrouwenscontactpersoon sport, {name}",
            deal("sports", [
                "Heb je op de club iets meegemaakt of gezien dat niet klopt? De vertrouwenscontactpersoon luistert en wijst de weg. Trainers en vrijwilligers leren hoe zij omgaan met douches, kampen en appgroepen.",
                "Voor sporters, ouders en trainers. Vragen over een aanraking, een bericht of een relatie tussen trainer en sporter kun je hier kwijt. We helpen clubs met gedragsregels en een verklaring omtrent gedrag."]),
            ["sociaal"], ["preventie", "signalering"], ["slachtoffer", "naaste", "professional"], eligibility="Voor leden, ouders en vrijwilligers.",
            apply="Bel of mail; anoniem mag.", hours="avond", contact=(person(key), "Vertrouwenscontactpersoon", "", False))],
        legal="Vereniging", site="sport")


def all_schools_and_care() -> list:
    at = BY_KEY
    return ([practice(at[p], n, part) for p, n, part in PRACTICES] + [midwives(at[p], n) for p, n in MIDWIVES]
            + [primary(at[p], n, part) for p, n, part in PRIMARY] + [secondary(at[p], n, part) for p, n, part in SECONDARY]
            + [special(at[p], n, kind, risk) for p, n, kind, risk in SPECIAL] + [college(at[p], n, part) for p, n, part in MBO]
            + [sports(at[p], n) for p, n in SPORTS])
