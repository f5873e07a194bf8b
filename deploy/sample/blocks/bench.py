# SPDX-License-Identifier: EUPL-1.2
"""A social map of any size, for measurements: the sample region's sentences, shuffled over many places and names.

Lengths and skew are those of real maps: a few organisations have many services and most have one or two, a
few towns hold most of them, some words are everywhere and most are rare.
"""

import random

from .hours import PATTERNS
from .hsds import TODAY, compact, identifier
from .taxonomy import FACETS

SYLLABLES = ["aar", "berg", "beek", "bos", "brug", "burg", "dam", "dijk", "donk", "dorp", "drecht", "gouw", "haven", "heide", "hoek", "horst",
             "hout", "kade", "kerk", "kamp", "land", "loo", "maat", "meer", "mond", "oord", "polder", "rade", "rijn", "schans", "sluis", "stein",
             "veen", "veld", "vliet", "voort", "waard", "water", "werve", "wijk", "woude", "zand"]
FRONTS = ["Achter", "Benne", "Dal", "Elze", "Groene", "Haze", "Hinder", "Kinder", "Kruis", "Linde", "Maar", "Mole", "Nieuwe", "Noorder", "Ooster",
          "Oude", "Peppel", "Rode", "Ruig", "Schape", "Spier", "Tolle", "Uiter", "Vogel", "Wester", "Wilge", "Zuider", "Zwane"]
SORTS = ["Stichting", "Vereniging", "Steunpunt", "Praktijk", "Centrum", "Huis", "Werkgroep", "Dienst", "Team", "Loket"]
OFFERS = ["Inloop", "Spreekuur", "Begeleiding", "Groep", "Cursus", "Advies", "Behandeling", "Maatje", "Opvang", "Gesprek", "Training", "Hulp thuis"]


def skewed(chance, count: int) -> int:
    """Zipf-like: low numbers often, high ones rarely."""
    return min(int(count ** chance.random()) - 1, count - 1)


def bench_map(organizations, count: int):
    """Yields the text in pieces: half a million services need no more memory than five."""
    chance = random.Random(42)
    services = [service for org in organizations for service in org.services]
    sentences = [s.strip() + "." for service in services for s in service.description.split(".") if len(s) > 25]
    chance.shuffle(sentences)
    towns = [front + back for front in FRONTS for back in SYLLABLES]
    chance.shuffle(towns)
    towns = towns[: max(12, min(len(towns), count // 60))]
    organization = None
    left = 0
    yield '{"total_items":%d,"total_pages":1,"page_number":1,"size":%d,"contents":[\n' % (count, count)
    for index in range(count):
        if left == 0:
            organization = new_organization(chance, index, towns)
            left = 1 + skewed(chance, 12)
        yield (",\n" if index else "") + one_service(chance, index, organization, services, sentences, towns)
        left -= 1
    yield "\n]}\n"


def new_organization(chance, index, towns) -> dict:
    town = towns[skewed(chance, len(towns))]
    name = f"{chance.choice(SORTS)} {chance.choice(FRONTS)}{chance.choice(SYLLABLES)} {town}"
    return {"id": identifier(f"bench organization {index}"), "name": name, "town": town, "index": index, "said": False,
            "site": f"https://{name.lower().replace(' ', '-')}.example.nl"}


def one_service(chance, index, organization, services, sentences, towns) -> str:
    like = services[skewed(chance, len(services))]
    text = []
    wanted = chance.randint(180, 420)
    while sum(map(len, text)) < wanted:
        text.append(sentences[skewed(chance, len(sentences))])
    town = organization["town"]
    result = {"id": identifier(f"bench service {index}"), "name": f"{chance.choice(OFFERS)} {chance.choice(FRONTS).lower()}{chance.choice(SYLLABLES)} {town}",
              "status": chance.choices(["active", "inactive", "temporarily closed", "defunct"], [94, 3, 2, 1])[0], "description": " ".join(text),
              "url": f"{organization['site']}/{index}", "email": f"s{index}@{organization['site'][8:]}", "application_process": like.apply, "fees_description": like.fees,
              "assured_date": f"{TODAY.year - skewed(chance, 3)}-{chance.randint(1, 10):02d}-{chance.randint(1, 28):02d}"}
    if like.ages:
        result["minimum_age"] = like.ages[0]
        if like.ages[1] < 99:
            result["maximum_age"] = like.ages[1]
    # Facets as our own exports write them: on the service itself.
    result.update({"domain": like.domain, "phase": like.phase, "audience": like.audience, "urgency": [like.urgency],
                   "municipality": [chance.choice(FACETS["municipality"][1])[0]]})
    if organization["said"]:
        result["organization_id"] = organization["id"]
    else:
        organization["said"] = True
        result["organization"] = {"id": organization["id"], "name": organization["name"], "website": organization["site"]}
    days, opens, closes, _ = chance.choice(PATTERNS[like.hours or "kantoor"])[0]
    result["phones"] = [{"id": identifier(f"bench phone {index}"), "number": f"099{chance.randint(0, 7)}-{chance.randint(100000, 999999)}"}]
    if chance.random() < 0.5:
        result["schedules"] = [{"id": identifier(f"bench schedule {index}"), "freq": "WEEKLY", "byday": days, "opens_at": opens, "closes_at": closes}]
    return compact(result)
