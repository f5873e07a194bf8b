# SPDX-License-Identifier: EUPL-1.2
"""Files in and out by the command line."""
import csv
import json
import zipfile

import hsds
from support import DONE, REFUSED, Case


class Exchange(Case):
    def test_round_trip(self):
        """What one region exports as JSON, CSV or in a zip, an empty one takes in to the same content digest"""
        _, anna = self.region()
        anna.ok("import", "hsds", hsds.write(self.folder / "map.json", [hsds.service(n) for n in range(12)]))
        record = anna.ok("new", "service", "name=Hier bedacht", "eigen veld=1")["id"]
        anna.ok("add", record, "phase", "hulp")
        wanted = anna.ok("export", "digest")["digest"]
        anna.ok("export", "hsds", self.folder / "json")
        written = anna.ok("export", "hsds", self.folder / "csv", "--csv")
        self.assertEqual(written["digest"], wanted)
        self.assertEqual(written["records"]["service"], 13)
        self.assertIn("services.csv", written["files"])
        self.assertEqual(len(json.loads((self.folder / "json" / "services.json").read_text())["contents"]), 13)
        with open(self.folder / "csv" / "services.csv", newline="", encoding="utf-8") as table:
            self.assertEqual(len(list(csv.DictReader(table))), 13)
        with zipfile.ZipFile(self.folder / "csv.zip", "w", zipfile.ZIP_DEFLATED) as packed:
            for path in sorted((self.folder / "csv").iterdir()):
                packed.write(path, "hsds/" + path.name)
        first = self.folder
        for source in ("json", "csv", "csv.zip"):
            self.folder = first / ("region of " + source)
            self.folder.mkdir()
            _, other = self.region()
            other.ok("import", "hsds", first / source)
            self.assertEqual(other.ok("export", "digest")["digest"], wanted, source)
        self.folder = first
        self.assertEqual(anna.run("export", "hsds", self.folder / "csv").code, REFUSED)

    def test_preview(self):
        """A preview says what is new, changed and gone, and writes nothing"""
        _, anna = self.region()
        anna.ok("import", "hsds", hsds.write(self.folder / "old.json", [hsds.service(1), hsds.service(2)]))
        digest = anna.ok("export", "digest")["digest"]
        new = hsds.write(self.folder / "new.json", [hsds.service(2, name="Anders"), hsds.service(3)])
        preview = anna.ok("import", "hsds", new, "--preview")
        self.assertTrue(preview["preview"])
        self.assertEqual((preview["created"]["service"], preview["updated"]["service"]), (1, 1))
        self.assertIn("Inloop 0001", [gone["title"] for gone in preview["gone"]])
        self.assertEqual(anna.ok("export", "digest")["digest"], digest)
        self.assertIn("Nothing was written", anna.plain("import", "hsds", new, "--preview").out)

    def test_duplicates(self):
        """Duplicates are proposed with their reasons, told apart for good, or made one by a person"""
        _, anna = self.region()
        one = hsds.service(1, name="De Brug", phones=[{"id": "a", "number": "0990-550001"}])
        two = hsds.service(2, name="Brug, de", phones=[{"id": "b", "number": "0990 55 00 01"}])
        anna.ok("import", "hsds", hsds.write(self.folder / "map.json", [one, two]))
        found = anna.ok("duplicates")
        self.assertEqual(found["total"], 1)
        pair = found["duplicates"][0]
        self.assertIn("same telephone number 0990550001", pair["reasons"])
        ids = (pair["first"]["id"], pair["second"]["id"])
        self.assertIn("De Brug", anna.plain("duplicates").out)
        anna.ok("duplicates", "--apart", *ids)
        self.assertEqual(anna.ok("duplicates")["total"], 0)
        # The first digits will do.
        self.assertEqual(anna.ok("duplicates", "--merge", ids[0][:12], ids[1][:12])["merged"], list(ids))
        self.assertEqual(anna.ok("list", "service")["total"], 1)
        self.refused(anna.run("duplicates", "--merge", *ids), "not-found")
        self.assertEqual(anna.run("duplicates").code, DONE)
