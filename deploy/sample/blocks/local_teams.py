# SPDX-License-Identifier: EUPL-1.2
"""What every municipality has of its own: wijkteams, youth health care, youth work, town halls, welfare."""

from .model import Organization, Service, deal, pick
from .places import BY_KEY, MUNICIPALITIES

# Where the wijkteams sit: the big municipalities have several.
TEAMS = {
    "veenmonde": ["Centrum", "Noord", "De Linden", "Waterwijk"],
    "lindervaart": ["Binnenstad", "Het Hoge Land"],
    "elsbroek": ["Elsbroek-dorp", "Broekpolder"],
    "hagerwaard": ["Hagerdam"],
    "rietlanden": ["Rietoord"],
    "sint-aldewijn": ["Sint Aldewijn"],
    "kromvoort": ["Kromvoort"],
    "dijkerhout": ["Dijkerhout"],
}

FIRST_NAMES = ["Anouk", "Bilal", "Carla", "Dewi", "Erik", "Fatima", "Gijs", "Hanneke", "Ilse", "Jamal", "Karin", "Lars",
               "Meryem", "Nienke", "Omar", "Petra", "Rachid", "Sanne", "Tamara", "Willem", "Yara", "Zeynep", "Marloes",
               "Joost", "Esther", "Rosa", "Thijs", "Vera"]
INITIALS = "ABCDEGHJKLMNPRSTVWZ"
_names = {}


def person(key: str) -> str:
    """A first name and an initial: no more is needed to ask for somebody. Nobody has the name of another."""
    attempt = 0
    while key not in _names:
        again = f" {attempt}" if attempt else ""
        name = f"{pick('voornaam ' + key + again, FIRST_NAMES)} {pick('letter ' + key + again, INITIALS)}."
        if name not in _names.values():
            _names[key] = name
        attempt += 1
    return _names[key]


def wijkteam(place, part) -> Organization:
    key = f"wijkteam-{place.key}-{part}"
    several = len(TEAMS[place.key]) > 1
    name = f"Wijkteam {part if part.startswith(place.name) else place.name + ' ' + part}" if several else f"Wijkteam {place.name}"
    about = deal("wijkteam", [
        f"Het wijkteam is er voor alle inwoners van {part if several else place.name}. Je kunt binnenlopen of bellen met vragen over opvoeden, geld, wonen, zorg en veiligheid thuis. We denken mee, komen op huisbezoek als je dat wilt en regelen hulp als dat nodig is.",
        f"In het wijkteam werken maatschappelijk werkers, jeugdhulpverleners en een wijkverpleegkundige samen. Zij kennen {part if several else place.name} goed. Eén vaste medewerker blijft je aanspreekpunt, ook als er andere hulp bij komt.",
        f"Vragen over thuis, over je kind of over jezelf? Het wijkteam van {name.removeprefix('Wijkteam ')} kijkt samen met jou wat er nodig is. Dat kan één gesprek zijn of hulp voor langere tijd."])
    services = [
        Service(
            "hulp", f"Hulp en ondersteuning, {name}",
            deal("wijkteam h", [
                "Eén gezin, één plan, één vaste medewerker. We maken samen een plan en spreken af wie wat doet. Is het thuis niet veilig? Dan zorgen we eerst voor veiligheid en kijken we daarna naar de oorzaken.",
                "We komen thuis of spreken af op een plek die voor jou veilig is. Samen maken we een plan. Heb je seksueel geweld meegemaakt, kort of lang geleden? Je hoeft het hele verhaal niet te vertellen om hulp te krijgen.",
                "Begeleiding voor mensen bij wie meer dingen tegelijk spelen: zorgen om de kinderen, geld, gezondheid of onveiligheid. We helpen zelf waar het kan en schakelen anderen in waar het moet. Jij beslist mee over elke stap."]),
            ["sociaal"], ["hulp", "nazorg"], ["slachtoffer", "naaste", "pleger"],
            risk=["onveilig-opgegroeid", "eerder-slachtoffer"], urgency="7-dagen", basis=["afspraak"],
            eligibility=f"Voor inwoners van {place.name}, jong en oud.",
            apply=deal("wijkteam a", [
                "Bel of loop binnen. Een verwijzing is niet nodig. Professionals bellen het overlegnummer.",
                "Aanmelden kan telefonisch, per mail of aan de balie. Je krijgt binnen twee werkdagen een reactie.",
                "Je kunt zelf bellen. Ook een huisarts, school of buur mag je aanmelden, als jij dat goed vindt."]),
            wait=deal("wijkteam w", ["Eerste gesprek binnen 5 werkdagen; bij onveiligheid dezelfde dag.", "Ongeveer 2 weken; bij onveiligheid dezelfde dag.", "Geen wachttijd voor een eerste gesprek."]),
            contact=(person(key), "Teamleider", "Wijkteam", False), phone="Algemeen nummer; vraag naar de dienstdoende medewerker.",
            taking=deal("wijkteam t", ["Neemt verwijzingen aan.", "Neemt verwijzingen aan.", "Neemt nu alleen verwijzingen met spoed aan."])),
        Service(
            "inloop", f"Inloopspreekuur {name}",
            deal("wijkteam i", [
                "Binnenlopen zonder afspraak. Er is een aparte kamer om rustig te praten. Je hoeft aan de balie niet te zeggen waar je voor komt.",
                "Even overleggen voordat je iets beslist? Dat kan elke week, zonder gedoe. We kijken meteen mee in het aanbod in de buurt.",
                "Kom langs met je vraag, een brief die je niet begrijpt of een zorg die je wilt delen. Er is koffie en er is tijd. Kinderen mogen mee.",
                "Elke week een vast spreekuur met twee medewerkers. Je kunt vragen naar een vrouw of een man. Wat je vertelt blijft tussen ons, behalve als er direct gevaar is."]),
            ["sociaal"], ["preventie", "signalering"], ["slachtoffer", "naaste"], hours=deal("wijkteam u", ["ochtend", "dinsdag", "woensdagmiddag"]),
            eligibility="Voor iedereen uit de buurt.", apply="Geen afspraak nodig.",
            interpretation=deal("wijkteam l", ["", "Tolk via de telefoon mogelijk; zeg het bij binnenkomst.", ""])),
        Service(
            "overleg", f"Overleg voor professionals, {name}",
            deal("wijkteam o", [
                "Twijfel je over een signaal? Leg het zonder naam aan ons voor. We denken mee over de stappen van de meldcode en over een veilig gesprek.",
                "Voor leerkrachten, huisartsen, boa's en vrijwilligers die zich zorgen maken. Je krijgt dezelfde dag iemand te spreken die weet wat er in de wijk kan.",
                "Jij kent het gezin, wij kennen het aanbod. In een kwartier zetten we samen op een rij wat je zelf zag, wat je van anderen hoorde en wat nu verstandig is.",
                "Een vaste aandachtsfunctionaris voor huisarts, school, kinderopvang en sportclub. Ook als je al eens belde en er niets leek te gebeuren.",
                "Samen de volgende stap bepalen: praten, hulp inschakelen of advies vragen bij Veilig Thuis. Casussen bespreken we zonder naam."]),
            ["sociaal", "veiligheid"], ["signalering", "melding-onderzoek"], ["professional"], urgency="nu", basis=["afspraak", "wettelijk"],
            eligibility="Voor professionals en vrijwilligers in de wijk.", apply="Bel op werkdagen; buiten kantooruren bel je Veilig Thuis.",
            contact=(person(key + "2"), "Aandachtsfunctionaris huiselijk geweld en kindermishandeling", "Wijkteam", False),
            phone="Overlegnummer, alleen voor professionals."),
    ]
    return Organization(
        key, name, about, ["wijkteams"], place.key, services, roles=["breed-overleg"] + (["kerngroep"] if part in ("Centrum", "Binnenstad") else []),
        legal="Gemeente", part=part, parent=f"gemeente-{place.key}", site="wijkteam",
        accessibility=deal("wijkteam r", ["Drempelvrij, met een toilet voor rolstoelgebruikers.", "Ingang aan de zijkant heeft een helling. Binnen is er een lift.", "Begane grond; automatische deuren."]),
        travel=deal("wijkteam v", ["Bushalte voor de deur.", "Vijf minuten lopen vanaf het station.", "Parkeren kan gratis achter het gebouw."]))


def jgz(place) -> Organization:
    key = f"jgz-{place.key}"
    services = [
        Service(
            "spreekuur", f"Opvoedspreekuur {place.name}",
            deal("jgz", [
                "Een jeugdverpleegkundige beantwoordt vragen over slapen, eten, pubers, grenzen en seksuele ontwikkeling. Ook als je niet zeker weet of iets normaal is voor de leeftijd van je kind.",
                "Vragen over opvoeden of over het gedrag van je kind? Je krijgt antwoord zonder oordeel. We leggen uit wat bij de leeftijd past en wanneer het slim is om verder te kijken.",
                "Kort gesprek over je kind, alleen of samen met je kind. We praten gewoon over verliefd zijn, lichaam, online en nee zeggen."]),
            ["zorg"], ["preventie", "signalering"], ["naaste"], risk=["onveilig-opgegroeid"], ages=(0, 18),
            eligibility="Voor ouders, verzorgers en kinderen tot 18 jaar.", apply="Maak online of telefonisch een afspraak.", hours=deal("jgz u", ["ochtend", "woensdagmiddag", "kantoor"])),
        Service(
            "school", f"Jeugdverpleegkundige op school in {place.name}",
            deal("jgz s", [
                "Elke school heeft een vaste jeugdverpleegkundige. Leerlingen van elke leeftijd kunnen zelf komen praten. Je ouders hoeven daar niet bij te zijn. Wil je liever niet dat zij het weten? Zeg dat gerust; de verpleegkundige legt eerst uit wat tussen jullie blijft. Scholen kunnen een leerling aanmelden om zorgen te bespreken.",
                "Gesprek op school over hoe het gaat: thuis, online, in vriendschap en in de liefde. De verpleegkundige kent de weg als er meer nodig is.",
                "Voor leerlingen die ergens mee zitten en voor mentoren die zich zorgen maken. De verpleegkundige heeft beroepsgeheim en legt vooraf uit wat dat betekent."]),
            ["zorg", "sociaal"], ["signalering", "preventie"], ["slachtoffer", "professional"], risk=["onveilig-opgegroeid", "lhbtiq"], ages=(4, 23), basis=["wettelijk"],
            eligibility="Voor leerlingen en scholen.", apply="Via de mentor of de zorgcoördinator, of stuur zelf een bericht.",
            contact=(person(key), "Jeugdverpleegkundige", "Team 12+", False)),
    ]
    return Organization(
        key, f"Centrum voor Jeugd en Gezin {place.name}",
        deal("jgz o", [
            f"Het CJG volgt de groei en ontwikkeling van alle kinderen in {place.name}. Artsen en verpleegkundigen van de jeugdgezondheidszorg werken hier samen met pedagogen.",
            f"Hier komen ouders uit {place.name} met hun baby, en jongeren met hun eigen vragen. De consulten zijn gratis.",
            f"Jeugdgezondheidszorg voor {place.name}: consultatiebureau, schoolgezondheid en opvoedadvies op één plek."]),
        ["cjg-jgz"], place.key, services, parent="ggd", legal="Gemeenschappelijke regeling",
        accessibility="Drempelvrij; ruimte voor kinderwagens.")


YOUTH_WORK = {
    "veenmonde": ("Jongerenwerk Stroom", "De Stroom"), "lindervaart": ("Jongerenwerk De Sluis", "Poort 12"),
    "elsbroek": ("Jongerencentrum Broek", "De Schuur"), "hagerwaard": ("Jongerenwerk Hagerwaard", "Het Honk"),
    "rietlanden": ("Jongerenwerk Rietlanden", "De Keet"), "sint-aldewijn": ("Jeugdsoos Aldewijn", "De Kapel"),
    "kromvoort": ("Jongerenwerk Kromvoort", "De Loods"), "dijkerhout": ("Jongerenplek Dijkerhout", "Boskant"),
}


def youth_work(place) -> Organization:
    key = f"jongerenwerk-{place.key}"
    name, house = YOUTH_WORK[place.key]
    services = [
        Service(
            "inloop", f"Inloop {house}",
            deal("youth_work", [
                "Chillen, gamen, samen eten. Er is altijd een jongerenwerker bij. Zit je ergens mee, dan kan het gesprek in de keuken, buiten of online.",
                "Open middag en avond voor jongeren uit de buurt. Vaste jongerenwerkers die je kent en die niet meteen schrikken van een heftig verhaal.",
                "Een plek na school waar je niets hoeft. De jongerenwerkers letten op hoe jongeren met elkaar omgaan. Is er gepest in de app, gaan er foto's rond of word je onder druk gezet? Dan praten ze met je."]),
            ["sociaal"], ["preventie", "signalering"], ["slachtoffer", "naaste"], risk=["onveilig-opgegroeid", "lhbtiq"], ages=(12, 23),
            eligibility=f"Voor jongeren van 12 tot en met 23 jaar uit {place.name}.", apply="Gewoon binnenlopen.", hours="middagavond",
            contact=(person(key), "Jongerenwerker", "", False), phone="Ook via de app bereikbaar."),
        Service(
            "online", f"Online jongerenwerk {place.name}",
            deal("youth_work on", [
                "Jongerenwerkers zijn online op de plekken waar jongeren zijn. Ze reageren op berichten over sexting, ruzie, druk en dreigen met foto's. Ze kunnen meekijken bij het melden en verwijderen van beelden.",
                "Stuur een bericht als er een foto of filmpje van jou rondgaat of als iemand je chanteert. We gaan niet boos worden. We helpen je om bewijs te bewaren, te blokkeren en het aan iemand te vertellen."]),
            ["sociaal", "veiligheid"], ["preventie", "signalering", "hulp"], ["slachtoffer"], ages=(12, 23), urgency="7-dagen", virtual=True,
            eligibility="Voor jongeren van 12 tot en met 23 jaar.", apply="Stuur een bericht via Instagram of Snapchat; op werkdagen reactie tussen 15.00 en 22.00 uur.", hours="bericht", phone="-"),
    ]
    return Organization(
        key, name,
        deal("youth_work o", [
            f"Jongerenwerk in {place.name}: op straat, op school, online en in {house}.",
            f"We kennen de jongeren van {place.name} en zij kennen ons. Vanuit {house} organiseren we activiteiten en helpen we met vragen over school, werk, geld, liefde en seks.",
            f"Met en voor jongeren uit {place.name}. Meidenavond, sport, huiswerk en een luisterend oor."]),
        ["jongerenwerk"], place.key, services, site=house.lower().replace(" ", "-"), parent=f"welzijn-{place.key}" if place.key in WELFARE else "")


WELFARE = {
    "veenmonde": "Welzijn Veenmonde", "lindervaart": "Stichting De Vaart", "elsbroek": "Samen Elsbroek",
    "hagerwaard": "Welzijn Hagerwaard", "rietlanden": "Dorpswerk Rietlanden", "kromvoort": "Stichting Voorelkaar Kromvoort",
}


def welfare(place) -> Organization:
    key = f"welzijn-{place.key}"
    name = WELFARE[place.key]
    services = [
        Service(
            "amw", f"Algemeen maatschappelijk werk {place.name}",
            deal("welfare", [
                "Gesprekken bij spanning thuis, na een scheiding, bij rouw of na een nare gebeurtenis. De maatschappelijk werker helpt je om weer overzicht te krijgen en gaat mee naar lastige afspraken als je dat wilt.",
                "Kortdurende hulp, meestal vijf tot acht gesprekken. Ook voor wie lang geleden seksueel geweld meemaakte en daar nu pas over durft te praten. We kijken samen of andere hulp beter past.",
                "Een vaste maatschappelijk werker luistert, ordent en helpt met praktische zaken. Er is geen diagnose nodig."]),
            ["sociaal"], ["hulp", "nazorg"], ["slachtoffer", "naaste", "pleger"], risk=["eerder-slachtoffer"], basis=["afspraak"], ages=(18, 99),
            eligibility=f"Voor inwoners van {place.name} vanaf 18 jaar.", apply="Bel zelf, of laat je verwijzen door de huisarts of het wijkteam.",
            wait=deal("welfare w", ["2 tot 3 weken.", "Ongeveer 4 weken.", "Meestal binnen 10 werkdagen."]),
            contact=(person(key), "Maatschappelijk werker", "", False)),
        Service(
            "vrouwengroep", f"Ontmoetingsgroep {deal('welfare v', ['Vrouwen van nu', 'Vrijdagochtend', 'Samen aan tafel'])} {place.name}",
            deal("welfare g", [
                "Vrouwen uit verschillende landen koken en praten samen. Er zijn ochtenden over gezondheid, opvoeden, rechten en veilig zijn thuis.",
                "Wekelijkse ontmoeting voor vrouwen. Soms komt er een gast: de huisarts, de wijkagent of iemand die zelf geweld meemaakte.",
                "Een rustige groep om mensen te leren kennen. De begeleider weet wat ze kan doen als iemand vertelt dat het thuis niet veilig is."]),
            ["sociaal"], ["preventie", "signalering"], ["slachtoffer", "naaste"], hours="vrijdagochtend", ages=(18, 99),
            languages=deal("welfare t", [["ar", "tr"], ["ti", "ar"], ["pl", "en"], ["ar", "en"]]),
            cost=("Per keer", 2.5, "voor koffie, thee en ingrediënten"), fees="€ 2,50 per keer. Kun je dat niet missen, dan kom je gratis.",
            eligibility="Voor vrouwen vanaf 18 jaar.", apply="Loop een keer binnen om te kijken.", phone="-"),
    ]
    return Organization(
        key, name,
        deal("welfare o", [
            f"Welzijnsorganisatie voor {place.name}: maatschappelijk werk, buurthuizen, vrijwilligers en ouderenwerk.",
            f"{name} brengt mensen bij elkaar en helpt als het even niet lukt. In elk buurthuis zit een sociaal werker.",
            f"Al meer dan dertig jaar het adres voor sociaal werk in {place.name}."]),
        ["maatschappelijk-werk"], place.key, services, accessibility="Buurthuis op de begane grond; ringleiding in de zaal.")


def town_hall(place) -> Organization:
    key = f"gemeente-{place.key}"
    services = [
        Service(
            "veiligheid", f"Tijdelijk huisverbod en veiligheid thuis, gemeente {place.name}",
            deal("town_hall", [
                "De burgemeester kan iemand die thuis een ernstig gevaar is tien dagen uit huis plaatsen. Dat kan worden verlengd tot 28 dagen. In die tijd krijgen alle gezinsleden hulp. De politie en Veilig Thuis voeren de eerste gesprekken.",
                "Het team Openbare orde en veiligheid regelt het tijdelijk huisverbod: tien dagen, en als het nodig is tot 28 dagen. Het team overlegt met politie, Veilig Thuis en reclassering. Inwoners melden onveiligheid bij de politie of Veilig Thuis."]),
            ["veiligheid"], ["melding-onderzoek", "hulp"], ["professional"], urgency="nu", basis=["wettelijk"],
            eligibility="Voor professionals; inwoners bellen 112 of Veilig Thuis.", apply="Aanvragen lopen via de politie.",
            contact=("", "Adviseur openbare orde en veiligheid", "Bestuurszaken", False), phone="Piketnummer, alleen voor organisaties.", hours="altijd"),
    ]
    if place.key in ("veenmonde", "lindervaart", "elsbroek", "hagerwaard"):
        services.append(Service(
            "boa", f"Handhaving en meldpunt straatintimidatie {place.name}",
            deal("town_hall b", [
                "Boa's letten op in het uitgaansgebied, bij het station en in het park. Zij zijn getraind om seksuele intimidatie te herkennen en slachtoffers naar hulp te brengen. Melden kan ook later, via het formulier of de telefoon.",
                "Word je nageroepen, gevolgd of betast op straat? Meld het. Bij direct gevaar bel je 112. De boa's gebruiken meldingen om op de goede plek en tijd te zijn."]),
            ["veiligheid"], ["preventie", "signalering", "melding-onderzoek"], ["slachtoffer", "naaste"], basis=["wettelijk"], hours="handhaving",
            eligibility="Voor iedereen op straat.", apply="Spreek een boa aan, bel of vul het formulier in."))
    return Organization(
        key, f"Gemeente {place.name}",
        f"De gemeente {place.name} is verantwoordelijk voor jeugdhulp, Wmo en de aanpak van huiselijk en seksueel geweld, samen met de andere gemeenten in de regio Veenrivier.",
        ["wijkteams"], place.key, services, roles=["stuurgroep", "breed-overleg"], legal="Gemeente", site="gemeente",
        accessibility="Stadhuis is rolstoeltoegankelijk en heeft een ringleiding.")


def all_teams() -> list:
    result = []
    for place in MUNICIPALITIES:
        result.append(town_hall(place))
        result += [wijkteam(place, part) for part in TEAMS[place.key]]
        result.append(jgz(place))
        if place.key in WELFARE:
            result.append(welfare(place))
        result.append(youth_work(place))
    assert set(TEAMS) == set(BY_KEY)
    return result
