# SPDX-License-Identifier: EUPL-1.2
"""The facets of the social map: data that a region can change."""

from .places import MUNICIPALITIES

FACETS = {
    "domain": ("Domein", [
        ("sociaal", "Sociaal"), ("zorg", "Zorg"), ("veiligheid", "Veiligheid")]),
    "phase": ("Fase", [
        ("preventie", "Preventie"), ("signalering", "Signalering"),
        ("melding-onderzoek", "Melding en onderzoek"), ("hulp", "Hulp"), ("nazorg", "(Na)zorg")]),
    "audience": ("Voor wie", [
        ("slachtoffer", "Slachtoffer"), ("pleger", "Pleger"), ("naaste", "Naaste of omgeving"),
        ("professional", "Professional")]),
    "risk_group": ("Risicogroep", [
        ("jeugd-in-instelling", "Jeugdigen in een instelling"),
        ("onveilig-opgegroeid", "Jeugdigen uit een niet-stabiel gezin of onveilig opgegroeid"),
        ("beperking", "Mensen met een beperking"), ("lhbtiq", "LHBTIQ+"),
        ("eerder-slachtoffer", "Eerder slachtoffer")]),
    "partner_type": ("Partnertype", [
        ("csg-en-partners", "Centrum Seksueel Geweld en partners"), ("cjg-jgz", "CJG/jeugdgezondheidszorg"),
        ("ervaringsdeskundigen", "Ervaringsdeskundigen"), ("gehandicaptenzorg", "Gehandicaptenzorg"),
        ("huisartsen", "Huisartsen"), ("jeugdzorg", "Jeugdzorginstellingen"), ("jongerenwerk", "Jongerenwerk"),
        ("maatschappelijk-werk", "Maatschappelijk werk"),
        ("migranten-emancipatie", "Migrantenorganisaties/emancipatie"), ("om", "Openbaar Ministerie"),
        ("onderwijs", "Onderwijs (bo, vo, so)"), ("reclassering", "Reclassering"),
        ("rvdk", "Raad voor de Kinderbescherming"), ("wijkteams", "Wijkteams")]),
    "basis": ("Grondslag", [
        ("wettelijk", "Wettelijke bevoegdheid"), ("afspraak", "Samenwerkingsafspraak")]),
    "network_role": ("Netwerkrol", [
        ("coordinator", "Coördinator"), ("stuurgroep", "Stuurgroep"), ("kerngroep", "Kerngroep"),
        ("breed-overleg", "Breed overleg"), ("werkgroep", "Werkgroep")]),
    "urgency": ("Spoed", [
        ("nu", "Nu"), ("7-dagen", "Binnen 7 dagen"), ("later", "Later")]),
    "municipality": ("Gemeente", [(place.key, place.name) for place in MUNICIPALITIES]),
}

NAMES = {(facet, code): name for facet, (_, terms) in FACETS.items() for code, name in terms}
