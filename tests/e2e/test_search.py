# SPDX-License-Identifier: EUPL-1.2
"""Finding the right offer, as a wijkteam worker does."""
from support import SOURCE, Case

SAMPLE = SOURCE / "deploy" / "sample" / "veenrivier.json"


class Search(Case):
    def test_the_sample(self):
        """Search finds typos, compounds and synonyms, counts its chips, sorts by distance, and knows what was just written"""
        _, anna = self.region()
        anna.ok("import", "hsds", SAMPLE)

        found = anna.ok("search", "dader wil hulp", "--limit", 5)
        self.assertEqual(len(found["results"]), 5)
        self.assertTrue(any("pleger" in anna.fields(row["id"]).get("audience", []) for row in found["results"]), found)
        self.assertGreater(found["facets"]["phase"]["hulp"], 0)

        chip = anna.ok("search", "dader wil hulp", "--filter", "phase=hulp", "--limit", 100)
        self.assertTrue(chip["results"])
        for row in chip["results"]:
            self.assertIn("hulp", anna.fields(row["id"])["phase"])

        self.assertTrue(anna.ok("search", "slachtoferhulp")["results"])
        evening = ("search", "hulp", "--at", "2026-12-24T23:30", "--limit", 200)
        open_then = anna.ok(*evening, "--open-now", "--sort", "name")
        self.assertEqual(open_then["total"], anna.ok(*evening)["open_now"])
        self.assertTrue(all(row["open"] for row in open_then["results"]))
        self.refused(anna.run("search", "hulp", "--sort", "distance"), "invalid-argument")
        near = anna.ok("search", "hulp", "--near", "Veenmonde", "--limit", 20)["results"]
        distances = [row["distance_km"] for row in near if row.get("distance_km") is not None]
        self.assertTrue(distances)

        service = anna.new("service", name="Kwispelgesprek")
        self.assertEqual([row["id"] for row in anna.ok("search", "kwispel")["results"]], [service])
        anna.ok("delete", service)
        self.assertEqual(anna.ok("search", "kwispelgesprek")["results"], [])
