# SPDX-License-Identifier: EUPL-1.2
"""What HSDS has no word for: agreements, interventions, indicators and synonyms of the region."""

import json
from pathlib import Path

from .model import identifier

SYNONYMS = Path(__file__).parent.parent / "synonyms.json"

# (organisation, key, name, task, responsibility, authority, basis, legal basis, signed on, review by, partners)
AGREEMENTS = [
    ("veilig-thuis", "meldcode", "Melden en adviseren bij de meldcode",
     "Adviseert over zorgen en neemt meldingen aan, dag en nacht.",
     "Zegt binnen vijf werkdagen wie de zaak oppakt, en laat dat aan de melder weten.",
     "Mag zonder toestemming gegevens opvragen bij een vermoeden van huiselijk geweld of kindermishandeling.",
     "wettelijk", "Wet maatschappelijke ondersteuning 2015", "2024-02-12", "2027-02-12", ["politie", "csg"]),
    ("csg", "acute-hulp", "Acute hulp in de eerste zeven dagen",
     "Regelt medische, forensische en psychische hulp op één plek.",
     "Houdt één casemanager aan tot de hulp is overgedragen.",
     "Beslist samen met het slachtoffer welk onderzoek er komt; zonder toestemming gebeurt er niets.",
     "afspraak", "", "2025-03-03", "2027-03-03", ["politie", "ggd", "ggz"]),
    ("politie", "sporen", "Sporenonderzoek zonder aangifte",
     "Vervoert en bewaart sporen, ook als er nog geen aangifte is.",
     "Bewaart sporen zo lang als met het CSG is afgesproken.",
     "Opsporing en dwangmiddelen, onder gezag van de officier van justitie.",
     "wettelijk", "Wetboek van Strafvordering", "2023-06-19", "2026-06-19", ["csg"]),
    ("ggz", "voorrang", "Voorrang na acuut seksueel geweld",
     "Start traumabehandeling binnen drie weken na een verwijzing van het CSG.",
     "Meldt elke maand hoeveel plekken er vrij zijn.",
     "Besluit over de behandeling.", "afspraak", "", "2025-01-15", "2027-01-15", ["csg"]),
    ("forensisch", "plegers", "Hulp aan plegers en bijna-plegers",
     "Neemt ook mensen aan die niets strafbaars deden maar daar bang voor zijn.",
     "Overlegt met wijkteam of reclassering over veiligheid van anderen, met medeweten van de cliënt.",
     "Besluit over de behandeling; doorbreekt het beroepsgeheim alleen bij acuut gevaar.",
     "afspraak", "", "2024-10-01", "2026-10-01", []),
    ("opvang", "crisis", "Crisisplaatsing dezelfde dag",
     "Zoekt binnen een uur een veilige plek, zo nodig buiten de regio.",
     "Houdt het adres geheim en spreekt af wie contact houdt.",
     "Besluit over opname.", "afspraak", "", "2025-09-01", "2026-12-31", ["politie"]),
    ("ggd", "cijfers", "Delen van cijfers",
     "Maakt elk jaar het beeld van de regio.",
     "Laat getallen onder de tien weg en noemt de bron.",
     "Verwerkt alleen gegevens die niet tot personen te herleiden zijn.",
     "afspraak", "", "2025-05-20", "2027-05-20", []),
    ("ervaring", "meedenken", "Inzet van ervaringsdeskundigen",
     "Denkt mee over beleid, scholing en foldermateriaal.",
     "Zorgt voor begeleiding en een vergoeding.",
     "Iedere ervaringsdeskundige bepaalt zelf wat wordt gedeeld en onder welke naam.",
     "afspraak", "", "2026-01-10", "2028-01-10", []),
]

NOT_CHECKED = "Het erkenningsniveau is voor dit voorbeeld niet nagekeken: kijk in de databank."
# (service, key, name, database, link, level, checked on, description)
INTERVENTIONS = [
    ("ggd/scholen", "lang-leve", "Lang Leve de Liefde", "rutgers", "https://rutgers.nl", "nog-te-controleren", "",
     "Lespakket over relaties en seksualiteit. " + NOT_CHECKED),
    ("ggd/scholen", "vlaggen", "Vlaggensysteem", "movisie", "https://www.vlaggensysteem.nl", "nog-te-controleren", "",
     "Methode om over seksueel gedrag te praten. Beschermd: volg de training en gebruik het eigen materiaal. " + NOT_CHECKED),
    ("jongerenwerk-*", "rots-en-water", "Rots en Water", "nji", "https://www.nji.nl/interventies", "nog-te-controleren", "",
     "Weerbaarheid voor jongens en meisjes. " + NOT_CHECKED),
    ("opvang/kind", "veilig-verder", "Veilig, Sterk en Verder (voorbeeld)", "nji", "https://interventies.example.nl/veilig-verder",
     "goed-onderbouwd", "2026-04-14", "Een verzonnen ingang, om te laten zien hoe het erkenningsniveau en de datum erbij staan."),
    ("praktijk-kind/spel", "spel", "Speltherapie na trauma (voorbeeld)", "nji", "https://interventies.example.nl/speltherapie",
     "eerste-aanwijzingen", "2025-12-02", "Een verzonnen ingang."),
    ("ggz/trauma", "intensief", "Korte intensieve traumabehandeling (voorbeeld)", "movisie", "https://interventies.example.nl/intensief",
     "goede-aanwijzingen", "2026-09-21", "Een verzonnen ingang."),
    ("forensisch/jongeren", "grens-terug", "Grens Terug (voorbeeld)", "nji", "https://interventies.example.nl/grens-terug",
     "goed-onderbouwd", "2024-11-30", "Een verzonnen ingang, lang geleden nagekeken."),
]

# Aggregates, invented; (key, name, measure, value, people, year, municipality or "", source)
INDICATORS = [
    ("csg-acuut", "Mensen die binnen zeven dagen bij het CSG kwamen", "aantal", 184, 184, 2025, "", "Jaarcijfers CSG (verzonnen)"),
    ("csg-acuut", "Mensen die binnen zeven dagen bij het CSG kwamen", "aantal", 171, 171, 2024, "", "Jaarcijfers CSG (verzonnen)"),
    ("csg-later", "Mensen die na meer dan zeven dagen bij het CSG kwamen", "aantal", 96, 96, 2025, "", "Jaarcijfers CSG (verzonnen)"),
    ("vt-advies", "Adviezen van Veilig Thuis over seksueel geweld", "aantal", 412, 412, 2025, "", "Jaarcijfers Veilig Thuis (verzonnen)"),
    ("vt-melding", "Meldingen bij Veilig Thuis over seksueel geweld", "aantal", 143, 143, 2025, "veenmonde", "Jaarcijfers Veilig Thuis (verzonnen)"),
    ("vt-melding", "Meldingen bij Veilig Thuis over seksueel geweld", "aantal", 38, 38, 2025, "lindervaart", "Jaarcijfers Veilig Thuis (verzonnen)"),
    ("vt-melding", "Meldingen bij Veilig Thuis over seksueel geweld", "aantal", 21, 21, 2025, "elsbroek", "Jaarcijfers Veilig Thuis (verzonnen)"),
    ("vt-melding", "Meldingen bij Veilig Thuis over seksueel geweld", "aantal", 14, 14, 2025, "hagerwaard", "Jaarcijfers Veilig Thuis (verzonnen)"),
    ("aangifte", "Aangiften van seksuele misdrijven", "aantal", 127, 127, 2025, "", "Politie, regiocijfers (verzonnen)"),
    ("online", "Jongeren die in een jaar ongewild een naaktbeeld kregen", "percentage", 17.5, 2140, 2025, "", "Gezondheidsmonitor jeugd (verzonnen)"),
    ("dwang", "Jongvolwassenen die ooit tot seks gedwongen werden", "percentage", 6.1, 1380, 2024, "", "Gezondheidsmonitor (verzonnen)"),
    ("weet-csg", "Inwoners die weten dat er een CSG is", "percentage", 34.0, 2890, 2024, "", "Gezondheidsmonitor (verzonnen)"),
    ("wachttijd", "Wachttijd traumabehandeling volwassenen", "weken", 9, 212, 2026, "", "Opgave GGZ Veenrivier (verzonnen)"),
    ("scholing", "Medewerkers van wijkteams die de training signaleren volgden", "percentage", 61.0, 148, 2026, "", "Opgave gemeenten (verzonnen)"),
]


def agreements_of(organization: str) -> list:
    found = []
    for owner, key, name, task, responsibility, authority, basis, law, signed, review, partners in AGREEMENTS:
        if owner != organization:
            continue
        agreement = {"id": identifier(f"agreement {owner} {key}"), "name": name, "task": task, "responsibility": responsibility,
                     "authority": authority, "basis": [basis], "signed_on": signed, "review_by": review}
        if law:
            agreement["legal_basis"] = law
        if partners:
            agreement["description"] = "Met: " + ", ".join(partners) + "."
        found.append(agreement)
    return found


def interventions_of(service: str) -> list:
    found = []
    for owner, key, name, database, link, level, checked, about in INTERVENTIONS:
        if owner != service and not (owner.endswith("*") and service.startswith(owner[:-1])):
            continue
        intervention = {"id": identifier(f"intervention {service} {key}"), "name": name, "database": database, "url": link,
                        "recognition_level": level, "description": about}
        if checked:
            intervention["checked_on"] = checked
        found.append(intervention)
    return found


def indicators() -> list:
    items = []
    for key, name, measure, value, people, year, place, source in INDICATORS:
        item = {"id": identifier(f"indicator {key} {year} {place}"), "name": name, "year": year, "value": value, "measure": measure,
                "count": people, "data_source": source, "checked_on": "2026-11-02"}
        if place:
            item["municipality"] = [place]
        items.append(item)
    return items


def synonyms() -> list:
    """The same as in synonyms.json, which a region with a map of its own can import by itself."""
    return json.loads(SYNONYMS.read_text(encoding="utf-8"))["contents"]
