# SPDX-License-Identifier: EUPL-1.2
"""What an organisation and a service are here, and how a choice is made without chance."""

import hashlib
import uuid
from dataclasses import dataclass, field

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://veenrivier.example.nl/sociale-kaart")


def number(key: str) -> int:
    """The same number for the same key, on every machine and with every Python."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")


def pick(key: str, options):
    return options[number(key) % len(options)]


_dealt = {}


def deal(group: str, options):
    """The next of the options, in turn: neighbours do not read alike. Follows the order of the calls."""
    turn = _dealt.get(group, 0)
    _dealt[group] = turn + 1
    return options[turn % len(options)]


def identifier(key: str) -> str:
    return str(uuid.uuid5(NAMESPACE, key))


@dataclass
class Service:
    key: str
    name: str
    description: str
    domain: list
    phase: list
    audience: list
    risk: list = field(default_factory=list)
    urgency: str = "later"
    basis: list = field(default_factory=list)
    eligibility: str = ""
    ages: tuple = ()
    apply: str = ""
    fees: str = "Gratis."
    wait: str = ""
    alert: str = ""
    alternate: str = ""
    hours: str = "kantoor"
    languages: list = field(default_factory=list)
    interpretation: str = ""
    status: str = "active"
    cost: tuple = ()          # (option, amount, explanation)
    documents: list = field(default_factory=list)
    accreditations: str = ""
    contact: tuple = ()       # (name or "", title, department, lived experience)
    phone: str = ""           # a note beside the number; "-" for none of its own
    municipalities: list = field(default_factory=list)
    virtual: bool = False
    taking: str = ""          # takes referrals now: a sentence
    national: bool = False


@dataclass
class Organization:
    key: str
    name: str
    description: str
    partner: list
    place: str                # key of a municipality
    services: list = field(default_factory=list)
    roles: list = field(default_factory=lambda: ["breed-overleg"])
    legal: str = "Stichting"
    alternate: str = ""
    part: str = ""            # a quarter or village
    street: str = ""
    parent: str = ""
    site: str = ""
    languages: list = field(default_factory=list)
    accessibility: str = ""
    travel: str = ""
    secret_address: bool = False
    national: dict = field(default_factory=dict)
