# SPDX-License-Identifier: EUPL-1.2
"""Regio Veenrivier: eight municipalities that do not exist.

The postal codes begin with 0, which Dutch ones never do; the area codes 0990-0997 are not in the Dutch
numbering plan; the coordinates lie in the Markermeer.
"""

from dataclasses import dataclass


@dataclass
class Municipality:
    key: str
    name: str
    area_code: str
    postcode: int
    latitude: float
    longitude: float
    parts: list
    streets: list


MUNICIPALITIES = [
    Municipality("veenmonde", "Veenmonde", "0990", 101, 52.5400, 5.2400,
                 ["Centrum", "Noord", "De Linden", "Waterwijk", "Singelkwartier", "Oud-Veen"],
                 ["Turfmarkt", "Stationsplein", "Lindelaan", "Havenstraat", "Veenkade", "Kloosterstraat",
                  "Prinsessesingel", "Waagplein", "Noorderdreef", "Molenstraat", "Parklaan", "Zwanenburgwal",
                  "Looiersgracht", "Beatrixplein", "Gasthuisstraat"]),
    Municipality("lindervaart", "Lindervaart", "0991", 131, 52.5150, 5.3100,
                 ["Binnenstad", "Vaartoever", "Het Hoge Land", "Sluiswijk"],
                 ["Sluisweg", "Vaartstraat", "Raadhuisplein", "Schippersgracht", "Julianastraat", "Brugstraat",
                  "Eikenlaan", "Hogelandseweg", "Marktstraat"]),
    Municipality("elsbroek", "Elsbroek", "0992", 151, 52.5650, 5.3250,
                 ["Elsbroek-dorp", "Broekpolder", "Elshof"],
                 ["Dorpsstraat", "Broekweg", "Elzenlaan", "Kerkplein", "Schoolstraat", "Polderdreef", "Meidoornhof"]),
    Municipality("hagerwaard", "Hagerwaard", "0993", 161, 52.4950, 5.2250,
                 ["Hagerdam", "Waardzicht", "Nieuw-Hager"],
                 ["Waardlaan", "Dijkstraat", "Hagerdamsekade", "Burgemeester Stolkplein", "Fruitlaan", "Uiterwaard"]),
    Municipality("rietlanden", "De Rietlanden", "0994", 171, 52.5850, 5.2650,
                 ["Rietoord", "Achterhuizen", "Kleine Meer"],
                 ["Rietweg", "Meerkade", "Achterhuizerweg", "Lisdodde", "Plein 1953", "Wilgenstraat"]),
    Municipality("sint-aldewijn", "Sint Aldewijn", "0995", 181, 52.5050, 5.3500,
                 ["Sint Aldewijn", "Zuideind"],
                 ["Kapelstraat", "Zuideinde", "Aldewijnplein", "Hoefstraat", "Abdijlaan"]),
    Municipality("kromvoort", "Kromvoort", "0996", 186, 52.5500, 5.3750,
                 ["Kromvoort", "Voorterbrug"],
                 ["Voorterweg", "Brugplein", "Kromme Elleboog", "Akkerstraat", "Veldzicht"]),
    Municipality("dijkerhout", "Dijkerhout", "0997", 191, 52.5700, 5.1950,
                 ["Dijkerhout", "Houtdijk"],
                 ["Houtdijk", "Bosrand", "Beukenlaan", "Dorpsplein", "Zandpad"]),
]

BY_KEY = {place.key: place for place in MUNICIPALITIES}
ALL = [place.key for place in MUNICIPALITIES]
