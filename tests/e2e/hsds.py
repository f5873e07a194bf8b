# SPDX-License-Identifier: EUPL-1.2
"""HSDS files for the tests: small ones by hand, large ones by rule, always the same."""
import json
import uuid

SPACE = uuid.UUID("6f1c0d5e-3a4b-4c5d-8e9f-0a1b2c3d4e5f")


def identifier(*parts):
    return str(uuid.uuid5(SPACE, " ".join(map(str, parts))))


def service(number, **more):
    """A service with an organisation, a phone and a schedule of its own: four records and more."""
    return {
        "id": identifier("service", number),
        "name": f"Inloop {number:04}",
        "description": f"Een plek om binnen te lopen, nummer {number}. " + "Koffie, gesprek en hulp. " * 8,
        "status": "active",
        "email": f"inloop{number}@example.org",
        "organization": {"id": identifier("organization", number // 4), "name": f"Stichting {number // 4:03}",
                         "description": "Welzijn in de wijk."},
        "phones": [{"id": identifier("phone", number), "number": f"0800-{number:04}"}],
        "schedules": [{"id": identifier("schedule", number), "byday": "MO,WE", "opens_at": "09:00",
                       "closes_at": "17:00"}],
        **more,
    }


def write(path, services):
    path.write_text(json.dumps({"total_items": len(services), "total_pages": 1, "page_number": 1,
                                "size": len(services), "first_page": True, "last_page": True, "empty": False,
                                "contents": services}), encoding="utf-8")
    return path
