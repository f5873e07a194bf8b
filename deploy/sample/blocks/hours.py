# SPDX-License-Identifier: EUPL-1.2
"""When it is open, in words of HSDS: one schedule for each kind of day."""

from .model import pick

WEEKDAYS = "MO,TU,WE,TH,FR"
EVERY_DAY = "MO,TU,WE,TH,FR,SA,SU"

# (days, opens, closes, description). A closing time before the opening time is on the next day.
PATTERNS = {
    "kantoor": [
        [(WEEKDAYS, "09:00", "17:00", "Op werkdagen.")],
        [(WEEKDAYS, "08:30", "17:00", "Op werkdagen.")],
        [("MO,TU,WE,TH", "08:30", "17:00", ""), ("FR", "08:30", "12:30", "Vrijdagmiddag gesloten.")],
        [("MO,TU,TH", "09:00", "17:00", ""), ("WE", "09:00", "20:00", "Woensdag ook in de avond."), ("FR", "09:00", "16:00", "")],
    ],
    "altijd": [[(EVERY_DAY, "00:00", "23:59", "Dag en nacht, alle dagen.")]],
    "nacht": [[(WEEKDAYS, "17:00", "08:00", "Avond en nacht."), ("SA,SU", "00:00", "23:59", "In het weekend de hele dag.")]],
    "ochtend": [[("MO,TH", "09:00", "12:00", "")], [("TU,FR", "09:00", "11:30", "")], [("MO,WE,FR", "09:30", "12:00", "")]],
    "dinsdag": [[("TU", "13:30", "16:30", "")], [("TU", "10:00", "12:00", "")]],
    "woensdagmiddag": [[("WE", "13:00", "16:00", "")], [("WE", "13:30", "17:00", "")]],
    "middagavond": [[("TU,TH", "14:00", "21:00", ""), ("FR", "15:00", "22:00", "")], [("WE,FR", "14:30", "21:30", "")]],
    "avond": [[("MO,WE", "19:00", "21:30", "")], [("TU", "19:30", "21:30", "Om de week.")], [("TH", "19:00", "22:00", "")]],
    "elkeavond": [[(EVERY_DAY, "19:00", "22:00", "Elke avond.")]],
    "dagenavond": [[("MO,WE,FR", "10:00", "17:00", ""), ("TU,TH", "10:00", "21:30", "Dinsdag en donderdag ook in de avond.")]],
    "bericht": [[(WEEKDAYS, "15:00", "22:00", "Reactie op werkdagen.")]],
    "slapen": [[(EVERY_DAY, "18:00", "09:00", "Binnenkomen tussen 18.00 en 20.00 uur.")]],
    "handhaving": [[("MO,TU,WE,TH", "12:00", "22:00", "Boa's op straat; melden via het formulier kan altijd."), ("FR,SA", "14:00", "04:00", "Ook in de uitgaansnacht.")]],
    "kindertelefoon": [[(EVERY_DAY, "11:00", "21:00", "Elke dag.")]],
    "vrijdagochtend": [[("FR", "09:30", "12:00", "Niet in de schoolvakanties.")]],
    "vrijdagmiddag": [[("FR", "15:00", "18:00", "")]],
    "school": [[(WEEKDAYS, "08:15", "16:30", "Niet in de schoolvakanties.")]],
    "uitgaan": [[("FR,SA", "21:00", "05:00", "Zolang de zaken open zijn.")]],
}


def schedules(key: str, hours: str) -> list:
    return pick("uren " + key, PATTERNS[hours]) if hours else []
