# SPDX-License-Identifier: EUPL-1.2
"""Checklists by the command line: from a file to completed, shared, on paper, and gone."""
import json

from support import REFUSED, SOURCE, USAGE, Case

DATA = SOURCE / "tests" / "data" / "fhir"
CANARY = "Kanarievogel"


class Checklists(Case):
    def template(self, device, name="wandeling.json"):
        return device.ok("import", "fhir", DATA / name)["id"]

    def exported(self, device, record, name):
        target = self.folder / name
        device.ok("export", "fhir", record, target)
        return json.loads(target.read_text())

    def test_a_walk(self):
        """A template goes in, is filled in to completion, amended, and comes out with nothing lost"""
        _, anna, bram = self.pair()
        preview = anna.ok("import", "fhir", DATA / "wandeling.json", "--preview")
        self.assertEqual((preview["created"], preview["questions"]), (15, 9))
        self.assertEqual(anna.ok("list", "questionnaire")["total"], 0)
        walk = self.template(anna)
        self.assertEqual(self.exported(anna, walk, "walk.json"), json.loads((DATA / "wandeling.json").read_text()))
        self.refused(bram.run("import", "fhir", DATA / "wandeling.json"), "forbidden")
        self.settle(anna, bram)
        row = bram.ok("list", "questionnaire")["results"][0]
        self.assertEqual((row["id"], row["version"], row["status"]), (walk, "1.2", "active"))
        answers = bram.ok("fill", walk, "--case", "Z-17")["id"]
        self.refused(bram.run("complete", answers), "invalid-argument")
        bram.ok("answer", answers, "dag", "1-3-2026")
        bram.ok("answer", answers, "weer", "zon", "regen")
        bram.ok("answer", answers, "jas", "ja")
        bram.ok("answer", answers, "soort", "Specht", "--row", 1)
        bram.ok("answer", answers, "soort", "ree", "--row", 2)
        bram.ok("answer", answers, "aantal", "3", "--row", 2)
        bram.ok("answer", answers, "wie", "A", "--row", 1)
        bram.ok("answer", answers, "wie.leeftijd", "40", "--row", 1)
        bram.ok("answer", answers, "verhaal", "--", "-- Mooi.\nEcht.")
        for wrong in (("dag", "morgen"), ("aantal", "0", "--row", 1), ("foto", "x"), ("soort", "Haas", "--row", 9)):
            self.assertEqual(bram.run("answer", answers, *wrong).code, REFUSED, wrong)
        self.assertEqual(bram.run("answer", answers, "dag").code, USAGE)
        shown = bram.ok("show", answers)
        self.assertEqual((shown["status"], shown["findings"], shown["case"]), ("in-progress", [], "Z-17"))
        self.assertEqual(shown["progress"]["required"], shown["progress"]["requiredAnswered"])
        bram.ok("complete", answers)
        self.refused(bram.run("answer", answers, "dag", "2-3-2026"), "forbidden")
        self.refused(bram.run("set", answers, "title=x"), "invalid-argument")
        out = self.exported(bram, answers, "answers.json")
        self.assertEqual((out["status"], out["questionnaire"]), ("completed", "https://example.org/wandeling|1.2"))
        self.assertEqual([item["linkId"] for item in out["item"]], ["1", "dier", "dier", "wie", "verhaal"])
        self.assertEqual(out["item"][3]["answer"][0]["item"][0]["answer"], [{"valueInteger": 40}])
        bram.ok("amend", answers, "--reason", "Verkeerde dag")
        bram.ok("answer", answers, "dag", "2026-03-02")
        bram.ok("complete", answers)
        self.assertEqual(self.exported(bram, answers, "amended.json")["status"], "amended")
        shown = bram.ok("show", answers)
        self.assertEqual([seal["intact"] for seal in shown["seals"]], [True, True])
        actions = {entry["action"] for entry in bram.ok("access", answers)}
        self.assertEqual(actions, {"opened", "changed", "completed", "amended", "exported"})
        self.assertEqual(anna.run("show", answers).code, REFUSED)

    def test_an_answered_file(self):
        """A response of another program holds against its template, and comes out as it came in"""
        _, anna = self.region()
        self.refused(anna.run("import", "fhir", DATA / "wandeling-antwoord.json"), "not-found")
        self.template(anna)
        report = anna.ok("import", "fhir", DATA / "wandeling-antwoord.json")
        self.assertEqual((report["completed"], report["missing"], report["problems"]), (True, [], []))
        original = json.loads((DATA / "wandeling-antwoord.json").read_text())
        self.assertEqual(self.exported(anna, report["id"], "out.json"), original)
        self.refused(anna.run("import", "fhir", SOURCE / "README.md"), "malformed")

    def test_our_templates(self):
        """Every checklist that comes with the program goes in without a question that cannot be answered, and out again"""
        _, anna = self.region()
        files = sorted((SOURCE / "deploy" / "templates").glob("*.json"))
        self.assertGreaterEqual(len(files), 6)
        for file in files:
            report = anna.ok("import", "fhir", file)
            self.assertEqual(report["problems"], [], file.name)
            self.assertEqual(self.exported(anna, report["id"], file.name), json.loads(file.read_text()), file.name)
            anna.ok("fill", report["id"])
        self.assertEqual(len(anna.ok("list", "questionnaire-response")["results"]), len(files))

    def test_a_score(self):
        """A published instrument counts its own score"""
        _, anna = self.region()
        listed = anna.ok("fill", self.template(anna, "punten.json"))["id"]
        anna.ok("answer", listed, "slaap", "vaak")
        self.assertEqual(anna.ok("show", listed)["score"], {"sum": 3, "most": 6, "answered": 1, "questions": 2})
        anna.ok("answer", listed, "eten", "soms")
        anna.ok("complete", listed)
        items = self.exported(anna, listed, "punten-uit.json")["item"]
        self.assertEqual(items[-1]["answer"], [{"valueDecimal": 4}])

    def test_a_team(self):
        """Two colleagues fill in one list offline: the conflict shows on both, completion waits, settling ends it; others read nothing"""
        server, anna, bram = self.pair()
        carla = self.device("Carla")
        carla.join(anna.invite("professional"))
        anna.ok("team", "new", "Noord")
        anna.ok("team", "add", "Noord", "Bram")
        walk = self.template(anna)
        self.settle(anna, bram, carla)
        own = bram.ok("fill", walk, "--case", CANARY + "code")["id"]
        bram.ok("answer", own, "verhaal", CANARY)
        moved = bram.ok("share", own, "--team", "Noord")
        self.assertEqual((moved["was"], moved["readers"]), (own, ["Anna", "you"]))
        shared = moved["id"]
        self.settle(anna, bram, carla)
        server.stop()
        anna.ok("answer", shared, "dag", "1-3-2026")
        bram.ok("answer", shared, "dag", "2-3-2026")
        server.start()
        self.settle(anna, bram)
        for device in (anna, bram):
            self.assertEqual(len(device.ok("show", shared)["inConflict"]["answer.dag"]), 2)
            self.refused(device.run("complete", shared), "invalid-argument")
            self.assertIn((shared, "answer.dag"), device.inbox())
        self.assert_same(anna, bram, spaces=("team/Noord",))
        bram.ok("answer", shared, "dag", "--keep", 1)
        self.settle(anna, bram)
        anna.ok("complete", shared)
        self.settle(anna, bram)
        self.assertEqual(bram.ok("show", shared)["status"], "completed")
        self.assert_same(anna, bram, spaces=("team/Noord",))
        # Carla was never given the key; her device does not even have the space.
        self.assertNotIn("team/Noord", carla.digests())
        self.assertEqual(carla.run("show", shared).code, REFUSED)
        for path in (self.folder / "server").rglob("*"):
            if path.is_file():
                self.assertNotIn(CANARY.encode(), path.read_bytes(), path.name)
        bram.ok("erase", shared)
        self.settle(anna, bram)
        self.assertEqual(anna.ok("list", "questionnaire-response")["total"], 0)

    def test_time(self):
        """When its time is over a list is gone, also on a device that was away and wrote"""
        server, anna, bram = self.pair()
        anna.ok("team", "new", "Noord")
        anna.ok("team", "add", "Noord", "Bram")
        walk = self.template(anna)
        self.settle(anna, bram)
        own = bram.ok("fill", walk)["id"]
        shared = bram.ok("share", own, "--team", "Noord")["id"]
        other = bram.ok("fill", walk)["id"]
        bram.ok("extend", other, "--until", "2030-01-01", "--reason", "De zaak loopt nog")
        self.settle(anna, bram)
        anna.ok("answer", shared, "verhaal", "Terwijl zij weg was")
        server.stop()
        server.start(shift_days=200)
        bram.shift_days = anna.shift_days = 200
        bram.sync()
        left = bram.ok("list", "questionnaire-response")["results"]
        self.assertEqual([row["id"] for row in left], [other])
        self.settle(anna, bram)
        self.assertEqual(anna.ok("list", "questionnaire-response")["total"], 0)
        self.assert_same(anna, bram, spaces=("team/Noord",))

    def test_paper(self):
        """A list on paper is a PDF of A4 sheets, and never written over another file"""
        _, anna = self.region()
        listed = anna.ok("fill", self.template(anna), "--case", "Z-17")["id"]
        sheet = self.folder / "list.pdf"
        anna.ok("pdf", listed, sheet)
        data = sheet.read_bytes()
        self.assertTrue(data.startswith(b"%PDF-"))
        self.assertEqual(sheet.stat().st_mode & 0o077, 0)
        self.refused(anna.run("pdf", listed, sheet), "invalid-argument")
        self.assertIn("printed", {entry["action"] for entry in anna.ok("access", listed)})
