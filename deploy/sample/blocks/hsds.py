# SPDX-License-Identifier: EUPL-1.2
"""From building blocks to a page of HSDS 3.x services."""

import datetime
import json

from . import national, region, taxonomy
from .hours import schedules
from .model import identifier, number, pick
from .places import ALL, BY_KEY

TODAY = datetime.date(2026, 11, 23)
LANGUAGES = {"en": "Engels", "ar": "Arabisch", "tr": "Turks", "ti": "Tigrinya", "pl": "Pools", "ro": "Roemeens", "fa": "Farsi",
             "uk": "Oekraïens", "so": "Somalisch", "ber": "Berbers", "es": "Spaans", "dse": "Nederlandse Gebarentaal"}



def assured(key: str) -> str:
    """Most entries were looked at in the last half year, some long ago, a few never."""
    dice = number("gecontroleerd " + key) % 100
    if dice < 6:
        return ""
    days = 3 + number("dagen " + key) % 170 if dice < 78 else 190 + number("dagen " + key) % 200 if dice < 94 else 600 + number("dagen " + key) % 500
    return (TODAY - datetime.timedelta(days=days)).isoformat()


class Writer:
    """Nests an object in full where it comes first; afterwards its id stands for it."""

    def __init__(self):
        self.seen = set()
        self.next_phone = {}

    def first(self, key: str) -> bool:
        new = key not in self.seen
        self.seen.add(key)
        return new

    def phone(self, key, area, note, kind="voice"):
        count = self.next_phone.get(area, 0)
        self.next_phone[area] = count + 1
        result = {"id": identifier("phone " + key), "number": f"{area}-55 {count // 100:02d} {count % 100:02d}", "type": kind}
        if note:
            result["description"] = note
        return result

    def organization(self, org) -> dict:
        place = BY_KEY.get(org.place)
        result = {"id": identifier("organization " + org.key), "name": org.name, "description": org.description}
        if org.alternate:
            result["alternate_name"] = org.alternate
        if org.national:
            result["website"] = org.national["website"]
            if not org.national["website"]:
                del result["website"]
        else:
            result["website"] = self.website(org)
            result["email"] = "info@" + result["website"].split("//")[1]
            result["phones"] = [self.organization_phone(org, place)]
            if org.legal in ("Stichting", "Vereniging", "Maatschap", "Coöperatie", "Onderwijsstichting"):
                result["organization_identifiers"] = [{"id": identifier("kvk " + org.key), "identifier_scheme": "NL-KVK", "identifier_type": "KvK-nummer",
                                                       "identifier": f"00{number('kvk ' + org.key) % 1000000:06d}"}]
        result["legal_status"] = org.legal
        if agreements := region.agreements_of(org.key):
            result["agreements"] = agreements
        if org.parent:
            result["parent_organization_id"] = identifier("organization " + org.parent)
        return result

    def website(self, org) -> str:
        name = org.site or org.key
        local = org.key.split("-")[0] in ("wijkteam", "gemeente", "huisarts", "bo", "vo", "so", "mbo", "sport", "verloskundigen", "jgz", "welzijn", "jongerenwerk")
        host = "".join(ch if ch.isalnum() else "-" for ch in (org.name if local else name).lower()).strip("-")
        while "--" in host:
            host = host.replace("--", "-")
        return f"https://{host}.example.nl"

    def organization_phone(self, org, place):
        key = "organization-phone " + org.key
        if key not in self.next_phone:
            self.next_phone[key] = self.phone(org.key, place.area_code, "Algemeen nummer.")
        return self.next_phone[key]

    def location(self, org) -> dict:
        place = BY_KEY[org.place]
        part = org.part or pick("deel " + org.key, place.parts)
        shift = lambda word: (number(word + org.key) % 2000 - 1000) / 100000
        result = {"id": identifier("location " + org.key), "location_type": "physical", "name": org.name,
                  "latitude": round(place.latitude + shift("noord"), 5), "longitude": round(place.longitude + shift("oost"), 5)}
        letters = "ABCDEGHJKLMNPRSTVWXZ"
        street = org.street or pick("straat " + org.key, place.streets)
        house = 1 + number("huis " + org.key) % 140
        code = f"{place.postcode + number('wijk ' + org.key) % 5:04d} {letters[number('l1' + org.key) % 20]}{letters[number('l2' + org.key) % 20]}"
        if org.secret_address:
            # Goes to the space that only coordinators and editors can read.
            result.update({"confidential": True, "name": f"{org.name}, geheim adres"})
        elif org.travel:
            result["transportation"] = org.travel
        result["addresses"] = [{"id": identifier("address " + org.key), "address_1": f"{street} {house}", "postal_code": code, "city": place.name,
                                "region": "Veenrivier" if part == place.name else part, "state_province": "Veenrivier", "country": "NL",
                                "address_type": "physical"}]
        if org.accessibility:
            result["accessibility"] = [{"id": identifier("access " + org.key), "description": org.accessibility}]
        return result

    def at_location(self, org, service, key) -> dict:
        result = {"id": identifier("at " + key)}
        if service.virtual:
            if self.first("virtual " + org.key):
                result["location"] = {"id": identifier("virtual " + org.key), "location_type": "virtual", "name": f"{org.name}, online", "url": self.website(org)}
            else:
                result["location_id"] = identifier("virtual " + org.key)
        elif self.first("location " + org.key):
            result["location"] = self.location(org)
        else:
            result["location_id"] = identifier("location " + org.key)
        return result

    def term(self, facet, code) -> dict:
        title, _ = taxonomy.FACETS[facet]
        result = {"id": identifier(f"term {facet} {code}"), "code": code, "name": taxonomy.NAMES[(facet, code)], "taxonomy": facet}
        if self.first("taxonomy " + facet):
            result["taxonomy_detail"] = {"id": identifier("taxonomy " + facet), "name": facet, "description": title, "version": "1"}
        return result

    def attributes(self, org, service, key) -> list:
        places = service.municipalities or ([org.place] if org.key.split("-")[0] in ("wijkteam", "gemeente", "jgz", "welzijn", "jongerenwerk", "huisarts", "bo", "vo", "so", "mbo", "sport", "verloskundigen") else ALL)
        codes = [("domain", service.domain), ("phase", service.phase), ("audience", service.audience), ("risk_group", service.risk),
                 ("partner_type", org.partner), ("basis", service.basis), ("network_role", org.roles), ("urgency", [service.urgency]), ("municipality", places)]
        result = []
        for facet, values in codes:
            for code in values:
                attribute = {"id": identifier(f"attribute {key} {facet} {code}")}
                term = f"term {facet} {code}"
                if self.first(term):
                    attribute["taxonomy_term"] = self.term(facet, code)
                else:
                    attribute["taxonomy_term_id"] = identifier(term)
                result.append(attribute)
        return result

    def contacts(self, org, service, key) -> list:
        if not service.contact:
            return []
        name, title, department, lived = service.contact
        result = {"id": identifier("contact " + key)}
        if name:
            result["name"] = name
        result["title"] = title
        if department:
            result["department"] = department
        if lived:
            result["lived_experience"] = True
        result["email"] = f"{service.key}@{self.website(org).split('//')[1]}"
        return [result]

    def phones(self, org, service, key) -> list:
        if org.national:
            fact = org.national
            if not fact["number"]:
                return []
            return [{"id": identifier("phone " + key), "number": fact["number"], "type": "voice", "description": f"{fact['note']} Bron: {fact['source']}."}]
        real = {"csg": "landelijk-csg/0800-0188", "vt": "landelijk-veilig-thuis/0800-2000", "politie": "landelijk-politie/0900-8844", "shn": "landelijk-slachtofferhulp/0900-0101"}
        if service.phone in real:
            return [self.national_phones[real[service.phone]]]
        if service.phone == "-":
            return []
        place = BY_KEY[org.place]
        if service.phone or service.hours in ("altijd", "nacht"):
            return [self.phone(key, place.area_code, service.phone)]
        return [self.organization_phone(org, place)]

    def service(self, org, service) -> dict:
        key = f"{org.key}/{service.key}"
        result = {"id": identifier("service " + key), "name": service.name, "status": service.status, "description": service.description}
        organization = "organization " + org.key
        if self.first(organization):
            result["organization"] = self.organization(org)
        else:
            result["organization_id"] = identifier(organization)
        for member, value in (("alternate_name", service.alternate), ("eligibility_description", service.eligibility), ("application_process", service.apply),
                              ("fees_description", service.fees), ("wait_time", service.wait), ("alert", service.alert), ("interpretation_services", service.interpretation),
                              ("accreditations", service.accreditations)):
            if value:
                result[member] = value
        if service.ages:
            result["minimum_age"] = service.ages[0]
            if service.ages[1] < 99:  # no upper end
                result["maximum_age"] = service.ages[1]
        self.add_assurance(org, service, key, result)
        self.add_lists(org, service, key, result)
        return result

    def add_assurance(self, org, service, key, result):
        if org.national:
            if org.national["website"]:
                result["url"] = org.national["website"]
            if org.national["checked"]:
                result["assured_date"] = national.TAKEN_OVER
            if not org.national["number"]:
                return
            result["metadata"] = [{"id": identifier("metadata " + key), "resource_type": "phone", "last_action_date": national.TAKEN_OVER, "last_action_type": "create",
                                   "field_name": "number", "replacement_value": org.national["number"], "updated_by": "Bron: " + org.national["source"]}]
            return
        result["url"] = f"{self.website(org)}/{service.key}"
        date = assured(key)
        if date:
            result["assured_date"] = date
            result["assurer_email"] = pick("wie " + key, ["redactie@veenrivier.example.nl", "coordinator@netwerk.example.nl", "sociale-kaart@veenrivier.example.nl"])
        changed = (datetime.date.fromisoformat(date) if date else TODAY - datetime.timedelta(days=800)) - datetime.timedelta(days=number("weken " + key) % 60)
        result["last_modified"] = f"{changed.isoformat()}T{8 + number('uur ' + key) % 9:02d}:{number('minuut ' + key) % 60:02d}:00Z"

    def add_lists(self, org, service, key, result):
        lists = {
            "phones": self.phones(org, service, key),
            "schedules": self.schedules(key, service.hours),
            "languages": [{"id": identifier(f"language {key} {code}"), "name": LANGUAGES[code], "code": code} for code in service.languages],
            "contacts": self.contacts(org, service, key),
            "cost_options": [{"id": identifier("cost " + key), "option": service.cost[0], "currency": "EUR", "amount": service.cost[1], "amount_description": service.cost[2]}] if service.cost else [],
            "required_documents": [{"id": identifier(f"document {key} {i}"), "document": words} for i, words in enumerate(service.documents)],
            "capacities": [self.capacity(service, key)] if service.taking else [],
            "service_at_locations": [] if org.national else [self.at_location(org, service, key)],
            "attributes": self.attributes(org, service, key),
            "interventions": region.interventions_of(key),
        }
        result.update({name: values for name, values in lists.items() if values})

    def schedules(self, key, hours) -> list:
        result = []
        for i, (days, opens, closes, words) in enumerate(schedules(key, hours)):
            schedule = {"id": identifier(f"schedule {key} {i}"), "freq": "WEEKLY", "interval": 1, "byday": days, "opens_at": opens, "closes_at": closes}
            if "Om de week" in words:
                schedule.update({"interval": 2, "dtstart": "2026-09-01"})
            if words:
                schedule["description"] = words
            result.append(schedule)
            if "schoolvakanties" in words:
                result.append({"id": identifier(f"schedule {key} {i} kerst"), "closed": True, "valid_from": "2026-12-19", "valid_to": "2027-01-03",
                               "description": "Gesloten in de kerstvakantie."})
        return result

    def capacity(self, service, key) -> dict:
        closed = service.taking.startswith(("Geen", "Tijdelijk"))
        when = TODAY - datetime.timedelta(days=number("plek " + key) % 20)
        return {"id": identifier("capacity " + key), "available": 0 if closed else 1, "description": service.taking, "updated": f"{when.isoformat()}T09:00:00Z"}

    def page(self, organizations) -> list:
        lines = [org for org in organizations if org.national]
        self.national_phones = {f"{org.key}/{org.services[0].key}": self.phones(org, org.services[0], f"{org.key}/{org.services[0].key}")[0] for org in lines if org.national["number"]}
        services = [self.service(org, service) for org in organizations for service in org.services]
        return services + region.indicators() + region.synonyms()


def compact(value) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def pretty(services: list) -> str:
    """A member a line, and the elements of lists a line each: readable, and small in a diff."""
    out = ["{", f' "total_items": {len(services)}, "total_pages": 1, "page_number": 1, "size": {len(services)},',
           ' "first_page": true, "last_page": true, "empty": false,', ' "contents": [']
    for service in services:
        members = []
        for name, value in service.items():
            if isinstance(value, list):
                members.append(f'  "{name}": [\n   ' + ",\n   ".join(compact(element) for element in value) + "]")
            else:
                members.append(f'  "{name}": {compact(value)}')
        out.append(" {\n" + ",\n".join(members) + ("\n }," if service is not services[-1] else "\n }"))
    return "\n".join(out + [" ]", "}", ""])
