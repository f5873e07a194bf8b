# SPDX-License-Identifier: EUPL-1.2
"""Trust in an entry: open now, checked, taking referrals, and addresses that not everybody gets."""
import datetime

from support import SOURCE, USAGE, Case

SAMPLE = SOURCE / "deploy" / "sample" / "veenrivier.json"


class Care(Case):
    def test_the_sample(self):
        """Of the sample map open-now knows every service's hours, stale lists the oldest first, and assuring takes one off"""
        _, anna = self.region()
        report = anna.ok("import", "hsds", SAMPLE)
        self.assertEqual(report["problems"], [])
        for kind in ("agreement", "intervention", "indicator", "synonym"):
            self.assertGreater(report["created"][kind], 5, kind)
        day = anna.ok("open-now", "--at", "2026-11-23T10:00", "--limit", 1000)
        night = anna.ok("open-now", "--at", "2026-11-23T03:00", "--limit", 1000)
        self.assertLess(day["unknown"], 10)  # some offers are always there and say no hours
        self.assertEqual(day["total"], len(day["results"]))
        self.assertGreater(day["total"], night["total"])
        self.assertGreater(night["total"], 5)
        always = [row for row in night["results"] if row["until"] is None]
        self.assertTrue(always)
        holiday = {row["title"] for row in anna.ok("open-now", "--at", "2026-12-22T10:00", "--limit", 1000)["results"]}
        term = {row["title"] for row in anna.ok("open-now", "--at", "2026-12-15T10:00", "--limit", 1000)["results"]}
        self.assertGreater(len(term - holiday), 5)  # schools are closed at Christmas
        stale = anna.ok("stale", "--limit", 1000)
        self.assertEqual(stale["afterMonths"], 6)
        days = [row["days"] for row in stale["results"]]
        known = [each for each in days if each is not None]
        self.assertEqual(days, [None] * (len(days) - len(known)) + sorted(known, reverse=True))
        first = stale["results"][0]["id"]
        today = anna.ok("assure", first)["assured"]
        self.assertLessEqual(abs((datetime.date.fromisoformat(today) - datetime.date.today()).days), 1)
        self.assertNotIn(first, [row["id"] for row in anna.ok("stale", "--limit", 1000)["results"]])
        self.assertEqual(anna.fields(first)["assurer"], "Anna")
        shown = anna.ok("show", first)["now"]
        self.assertEqual(set(shown), {"open", "nextChange", "stale", "assured", "referrals", "reviews", "locationsNotHere"})
        self.assertEqual((shown["stale"], shown["assured"]), (False, today))
        self.assertEqual(anna.run("open-now", "--at", "morgen").code, USAGE)

    def test_words(self):
        """`show` says in words what a worker must know of a service"""
        _, anna = self.region()
        hours = anna.new("schedule", freq="WEEKLY", byday="MO,TU,WE,TH,FR,SA,SU", opens_at="00:00", closes_at="23:59")
        room = anna.new("service-capacity", available="0", updated="2026-11-20", description="Wachtlijst van 6 weken.")
        agreement = anna.new("agreement", name="Convenant", review_by="2020-01-01")
        service = anna.new("service", name="Inloop", schedules=hours, capacities=room, agreements=agreement)
        text = anna.plain("show", service).out
        for words in ("open now, day and night", "takes no referrals now (as of 2026-11-20): Wachtlijst", "nobody has checked",
                      '"Convenant": review was due by 2020-01-01'):
            self.assertIn(words, text)
        anna.ok("stale", "--after", 12)
        self.assertEqual(anna.ok("stale")["afterMonths"], 12)

    def test_a_few_people(self):
        """Numbers about fewer than ten people are not taken, and not shown"""
        _, anna = self.region()
        self.refused(anna.run("new", "indicator", "name=Meldingen", "count=9"), "invalid-argument")
        few = anna.new("indicator", name="Meldingen", measure="aantal", value="4")
        self.assertEqual(anna.fields(few)["value"], "<10")
        self.assertNotIn(4, [entry["value"] for entry in anna.ok("history", few)])
        many = anna.new("indicator", name="Meldingen", measure="aantal", value="40")
        self.assertEqual(anna.fields(many)["value"], 40)

    def test_a_secret_address(self):
        """The address of a shelter reaches an editor and never a professional, not by sync and not by export"""
        _, anna = self.region()
        anna.ok("import", "hsds", SAMPLE)
        anna.sync()
        editor, worker = self.device("Ed"), self.device("Wil")
        editor.join(anna.invite("editor"))
        worker.join(anna.invite("professional"))
        for device in (editor, worker):
            device.sync()
        secret = {row["id"] for row in editor.ok("list", "location", "--filter", "confidential=true", "--limit", 50)["results"]}
        self.assertEqual(len(secret), 3)
        self.assertFalse(secret & set(worker.ids("location")))
        for location in secret:
            self.refused(worker.run("show", location), "not-found")
        street = editor.fields(editor.fields(sorted(secret)[0])["addresses"][0])["address_1"]
        for device in (editor, worker):
            out = self.folder / f"out-{device.vault.name}"
            device.ok("export", "hsds", out)
            self.assertNotIn(street, "".join(path.read_text() for path in out.rglob("*") if path.is_file()))
