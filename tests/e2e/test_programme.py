# SPDX-License-Identifier: EUPL-1.2
"""The programme of a regional day: files, sign-ups, changes, and the page that everybody can read."""
import html.parser
import json
import pathlib
import urllib.error
import urllib.request

from support import DONE, REFUSED, Case

DATA = pathlib.Path(__file__).resolve().parent.parent / "data" / "programme"
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>&amp;{{7*7}}'


class Tags(html.parser.HTMLParser):
    """What a browser would make of a page: the elements, and every attribute that could run or load something."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.odd = set(), []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        for name, value in attributes:
            if name.startswith("on") or name in ("src", "style", "srcdoc") or (value or "").startswith("javascript"):
                self.odd.append((tag, name, value))


class Programme(Case):
    def get(self, server, path, **headers):
        request = urllib.request.Request(f"http://127.0.0.1:{server.port}{path}", headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as refusal:
            return refusal.code, refusal.headers, refusal.read().decode(errors="replace")

    def test_files(self):
        """A programme goes out as frab and comes in elsewhere with the same digest; a calendar too"""
        _, anna = self.region()
        event = anna.ok("import", "frab", DATA / "regiodag.json")["event"]
        calendar = anna.ok("import", "ical", DATA / "netwerk.ics")["event"]
        frab = anna.ok("export", "frab", event, self.folder / "out.json")
        ical = anna.ok("export", "ical", calendar, self.folder / "out.ics")
        self.assertEqual((frab["sessions"], ical["sessions"]), (5, 4))
        self.folder = self.folder / "elsewhere"
        self.folder.mkdir()
        _, other = self.region()
        self.assertEqual(other.ok("import", "frab", self.folder.parent / "out.json")["event"], event)
        self.assertEqual(other.ok("import", "ical", self.folder.parent / "out.ics")["event"], calendar)
        self.assertEqual(other.ok("export", "frab", event, self.folder / "again.json")["digest"], frab["digest"])
        self.assertEqual(other.ok("export", "ical", calendar, self.folder / "again.ics")["digest"], ical["digest"])
        self.assertEqual((self.folder / "again.json").read_text(), (self.folder.parent / "out.json").read_text())
        now = other.ok("now", "--at", "2026-11-26T11:30")
        self.assertIn("Signaleren in de wijk", [item["title"] for item in now["now"]])
        self.assertEqual([item["title"] for item in now["next"]], ["Hulp aan plegers"])
        self.assertEqual(other.run("import", "frab", DATA / "netwerk.ics").code, REFUSED)

    def test_sign_up(self):
        """A place asked for offline is confirmed when the order is known; who waits moves up"""
        server, anna = self.region()
        schedule = json.loads((DATA / "regiodag.json").read_text())
        workshop = schedule["schedule"]["conference"]["days"][0]["rooms"]["Zaal 1"][0]
        workshop["capacity"] = 1
        (self.folder / "dag.json").write_text(json.dumps(schedule))
        anna.ok("import", "frab", self.folder / "dag.json")
        anna.sync()
        link = anna.invite("attendee", "--uses", "2")
        anna.sync()
        people = [self.device(name) for name in ("bo", "cas")]
        for person in people:
            person.join(link)
            person.sync()
        session = next(row["id"] for row in people[0].ok("list", "session")["results"]
                       if row["title"] == "Signaleren in de wijk")
        self.assertEqual(people[1].ok("sign-up", session)["state"], "waiting-to-be-sent")
        people[0].ok("sign-up", session)
        people[1].sync()
        people[0].sync()
        anna.sync()
        for person in people:
            person.sync()
        states = [person.ok("sign-ups")["sign_ups"][0] for person in people]
        self.assertEqual([(each["state"], each["number"]) for each in states],
                         [("waiting-list", 1), ("confirmed", 1)])
        self.assertEqual([each["name"] for each in anna.ok("sign-ups", session)["attendees"]], ["cas", "bo"])
        self.assertEqual(people[0].run("sign-ups", session).code, REFUSED)
        people[1].ok("sign-off", session)
        for device in (people[1], anna, people[0]):
            device.sync()
        self.assertEqual(people[0].ok("sign-ups")["sign_ups"][0]["news"], "got-a-place")

    def test_changes(self):
        """A newer version shows what moved and what was cancelled, and favourites stand"""
        _, anna = self.region()
        event = anna.ok("import", "frab", DATA / "regiodag.json")["event"]
        schedule = json.loads((DATA / "regiodag.json").read_text())
        schedule["schedule"]["version"] = "2026-11-20"
        rooms = schedule["schedule"]["conference"]["days"][0]["rooms"]
        rooms["Zaal 1"][0]["date"] = "2026-11-26T14:00:00+01:00"
        favourite = next(row["id"] for row in anna.ok("list", "session")["results"]
                         if row["title"] == "Signaleren in de wijk")
        self.assertTrue(anna.ok("favourite", favourite)["favourite"])
        del rooms["Rustruimte"]
        (self.folder / "new.json").write_text(json.dumps(schedule))
        anna.ok("import", "frab", self.folder / "new.json")
        changes = {each["title"]: each for each in anna.ok("changes", event, "--since", "2026-11-01")["changes"]}
        self.assertEqual(changes["Signaleren in de wijk"]["kinds"], ["moved"])
        self.assertTrue(changes["Signaleren in de wijk"]["favourite"])
        self.assertEqual(changes["Rustruimte"]["kinds"], ["cancelled"])
        anna.ok("export", "ical", "mine", self.folder / "mine.ics")
        self.assertIn("DTSTART;TZID=Europe/Amsterdam:20261126T140000", (self.folder / "mine.ics").read_text())

    def test_publishing(self):
        """A published page says what it should, nothing in it can run, and it is gone at once when taken away"""
        server, anna = self.region()
        schedule = json.loads((DATA / "regiodag.json").read_text())
        event = schedule["schedule"]["conference"]["days"][0]["rooms"]["Zaal 1"][0]
        event.update(title=HOSTILE, subtitle=HOSTILE, abstract=HOSTILE, room=HOSTILE, track=HOSTILE,
                     persons=[{"public_name": HOSTILE}], type=HOSTILE, language=HOSTILE)
        schedule["schedule"]["version"] = HOSTILE
        (self.folder / "hostile.json").write_text(json.dumps(schedule))
        event = anna.ok("import", "frab", self.folder / "hostile.json")["event"]
        anna.ok("set", event, "venue=" + HOSTILE, "subtitle=" + HOSTILE, "venue_accessibility=" + HOSTILE)
        self.assertEqual(self.get(server, "/programma/dag")[0], 404)
        self.assertEqual(anna.ok("publish", event, "--slug", "dag")["sessions"], 5)
        for path in ("/programma/dag", "/programma/dag?weergave=rooster", "/programma/dag?zoek=%22%3E%3Cscript%3E"):
            status, headers, text = self.get(server, path)
            self.assertEqual(status, 200)
            self.assertTrue(headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self'"))
            page = Tags(text)
            self.assertFalse(page.tags & {"script", "img", "iframe", "object", "embed", "svg", "base"})
            self.assertEqual(page.odd, [])
        status, headers, text = self.get(server, "/programma/dag")
        self.assertIn("Hulp aan plegers", text)
        self.assertNotIn("sam@example.org", text)
        self.assertEqual(self.get(server, "/programma/dag", **{"If-None-Match": headers["ETag"]})[0], 304)
        self.assertIn("1 onderdeel gevonden", self.get(server, "/programma/dag?zoek=PLEGERS")[2])
        status, headers, calendar = self.get(server, "/programma/dag.ics")
        self.assertEqual((status, headers["Content-Type"]), (200, "text/calendar; charset=utf-8"))
        self.assertEqual(calendar.count("BEGIN:VEVENT"), 5)
        self.assertNotIn("sam@example.org", calendar)
        self.assertEqual(len(json.loads(self.get(server, "/programma/dag.json")[2])["schedule"]["conference"]["days"]), 1)
        for path in ("/programma/dag.exe", "/programma/", "/programma/DAG", "/programma/..%2fdag", "/programma/x.css"):
            self.assertEqual(self.get(server, path)[0], 404, path)
        link = anna.invite("professional")
        anna.sync()
        bo = self.device("bo")
        bo.join(link)
        bo.sync()
        self.assertEqual(bo.run("publish", event, "--slug", "dag").code, REFUSED)
        self.assertEqual(bo.run("unpublish", event).code, REFUSED)
        server.stop()
        server.start()
        self.assertEqual(self.get(server, "/programma/dag")[0], 200)
        anna.ok("unpublish", event)
        for path in ("/programma/dag", "/programma/dag.ics", "/programma/dag.json"):
            self.assertEqual(self.get(server, path)[0], 404)
