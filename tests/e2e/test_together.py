# SPDX-License-Identifier: EUPL-1.2
"""Two devices and a server: what a region is for."""
import signal

import hsds
from support import OFFLINE, SOURCE, Case

FIXTURES = SOURCE / "tests" / "data" / "hsds"
SAMPLE = SOURCE / "deploy" / "sample" / "veenrivier.json"


def total(counts):
    return sum(counts.values())


class Importing(Case):
    def import_twice(self, device, path):
        """Imports; asserts that doing it again changes nothing; returns the first report."""
        first = device.ok("import", "hsds", path)
        self.assert_known(device, path)
        return first

    def assert_known(self, device, path):
        before = device.status()
        report = device.ok("import", "hsds", path)
        self.assertEqual((report["created"], report["updated"]), ({}, {}), path)
        self.assertGreater(total(report["unchanged"]), 0)
        self.assertEqual(device.status(), before)

    def agree(self, anna, bram, reports, last):
        self.settle(anna, bram)
        self.assert_same(anna, bram)
        kinds = {kind for report in reports for counts in (report["created"], report["updated"]) for kind in counts}
        self.assertEqual(anna.sample(kinds), bram.sample(kinds))
        for device in (anna, bram):  # the colleague, too, has the file on the desk
            self.assert_known(device, last)

    def test_the_sample_region(self):
        """Two devices hold the sample region alike, and importing it again changes nothing"""
        # An editor: a professional's device never gets the shelters' addresses (test_care.py).
        _, anna, bram = self.pair("editor")
        report = self.import_twice(anna, SAMPLE)
        self.assertGreaterEqual(report["created"]["service"], 200)
        self.agree(anna, bram, [report], SAMPLE)

    def test_the_fixtures(self):
        """Every HSDS fixture comes to the same records on both devices, and its problems name file and row"""
        _, anna, bram = self.pair()
        files = sorted(FIXTURES.glob("*.json"))
        self.assertTrue(files)
        reports = [self.import_twice(anna, path) for path in files]
        for report in reports:
            for problem in report["problems"]:
                self.assertTrue(problem["file"] and problem["problem"] and problem["action"], problem)
                self.assertGreaterEqual(problem["row"], 0)
        self.assertTrue(any(report["problems"] for report in reports))
        self.agree(anna, bram, reports, files[-1])


class OfflineEdits(Case):
    """Both sides edit with the server down; it comes back; each syncs once, twice round."""

    def setUp(self):
        super().setUp()
        self.net, self.anna, self.bram = self.pair()
        self.service = self.anna.new("service", name="Inloop", status="active", email="oud@example.org")
        self.doomed = self.anna.new("service", name="Opvang", description="Dag en nacht.", url="https://example.org")
        self.plain = self.anna.new("service", name="Wordt gewoon verwijderd")
        for tag in ("avond", "gratis"):
            self.anna.ok("add", self.service, "tags", tag)
        self.settle(self.anna, self.bram)
        self.assert_same(self.anna, self.bram)
        self.net.stop()

    def edit_both(self):
        # different fields of one service
        self.anna.ok("set", self.service, "email=nieuw@example.org")
        self.bram.ok("set", self.service, "url=https://inloop.example.org")
        # the same field
        self.anna.ok("set", self.service, "name=Inloop Noord")
        self.bram.ok("set", self.service, "name=Inloop Zuid")
        # tags, added and removed on both sides
        self.anna.ok("add", self.service, "tags", "jeugd")
        self.anna.ok("remove", self.service, "tags", "avond")
        self.bram.ok("add", self.service, "tags", "tolk")
        self.bram.ok("remove", self.service, "tags", "gratis")
        # one deletes what the other edits; and a delete that meets nothing
        self.anna.ok("delete", self.doomed)
        self.bram.ok("set", self.doomed, "description=Alleen overdag.")
        self.bram.ok("delete", self.plain)

    def test_edits_meet(self):
        """Offline edits on both sides come together without losing one; both inboxes hold the same two conflicts"""
        self.edit_both()
        for device in (self.anna, self.bram):
            self.assertEqual(device.run("sync").code, OFFLINE)
            self.assertGreater(device.status()["pending"], 0)
        self.net.start()
        self.settle(self.anna, self.bram)
        self.assert_same(self.anna, self.bram)

        expected = {(self.service, "name"), (self.doomed, "deleted")}
        for device in (self.anna, self.bram):
            self.assertEqual(device.status()["pending"], 0)
            self.assertEqual(device.status()["rejected"], [])
            fields = device.fields(self.service)
            self.assertEqual(fields["email"], "nieuw@example.org")
            self.assertEqual(fields["url"], "https://inloop.example.org")
            self.assertEqual(sorted(fields["tags"]), ["jeugd", "tolk"])
            self.assertEqual(device.fields(self.doomed), {"name": "Opvang", "description": "Alleen overdag.",
                                                          "url": "https://example.org"})
            inbox = device.inbox()
            self.assertEqual(set(inbox), expected)
            self.assertEqual(device.status()["conflicts"], 2)
            self.assertEqual({value["value"] for value in inbox[self.service, "name"]},
                             {"Inloop Noord", "Inloop Zuid"})
            self.assertIn(fields["name"], ("Inloop Noord", "Inloop Zuid"))
            self.assertEqual({value["value"] for value in inbox[self.doomed, "deleted"]}, {True, False})
            self.assertNotIn(self.plain, device.ids("service"))
            self.assertIn(self.doomed, device.ids("service"))
        self.assertEqual(self.anna.fields(self.service)["name"], self.bram.fields(self.service)["name"])
        by = {device.name: {value["value"]: value["by"] for value in device.inbox()[self.service, "name"]}
              for device in (self.anna, self.bram)}
        self.assertEqual(by, {"Anna": {"Inloop Noord": "you", "Inloop Zuid": "Bram"},
                              "Bram": {"Inloop Noord": "Anna", "Inloop Zuid": "you"}})

    def keep(self, device, record, field, wanted):
        values = device.inbox()[record, field]
        number = 1 + [value["value"] for value in values].index(wanted)
        device.ok("resolve", record, field, "--keep", number)

    def test_resolving_settles_both(self):
        """Settling a conflict on one side settles it on both: keep one, keep the record, or write a third"""
        self.edit_both()
        self.net.start()
        self.settle(self.anna, self.bram)
        self.keep(self.bram, self.service, "name", "Inloop Noord")
        self.keep(self.anna, self.doomed, "deleted", False)
        self.settle(self.anna, self.bram)
        for device in (self.anna, self.bram):
            self.assertEqual(device.inbox(), {})
            self.assertEqual(device.status()["conflicts"], 0)
            self.assertEqual(device.fields(self.service)["name"], "Inloop Noord")
            self.assertIn(self.doomed, device.ids("service"))
        self.assert_same(self.anna, self.bram)

    def test_resolving_with_a_third_value(self):
        """A third value, and the delete after all, settle on both sides too"""
        self.edit_both()
        self.net.start()
        self.settle(self.anna, self.bram)
        self.anna.ok("resolve", self.service, "name", "--value", "Inloop Midden")
        self.keep(self.bram, self.doomed, "deleted", True)
        self.settle(self.anna, self.bram)
        for device in (self.anna, self.bram):
            self.assertEqual(device.inbox(), {})
            self.assertEqual(device.fields(self.service)["name"], "Inloop Midden")
            self.assertNotIn(self.doomed, device.ids("service"))
            self.assertTrue(device.ok("show", self.doomed)["deleted"])
        self.assert_same(self.anna, self.bram)

    def test_a_wrong_clock(self):
        """A device whose clock is ten years ahead, and one ten years behind, lose and refuse nothing"""
        self.anna.shift_days, self.bram.shift_days = 3650, -3650
        self.edit_both()
        self.net.start()
        self.settle(self.anna, self.bram)
        self.assert_same(self.anna, self.bram)
        for device in (self.anna, self.bram):
            self.assertEqual(set(device.inbox()), {(self.service, "name"), (self.doomed, "deleted")})
            self.assertEqual(device.fields(self.service)["url"], "https://inloop.example.org")
            self.assertEqual(device.status()["rejected"], [])

    def test_the_server_restarts_between(self):
        """A server that is killed and restarted between two syncs costs nobody an edit"""
        self.edit_both()
        self.net.start()
        self.anna.sync()
        self.net.stop(signal.SIGKILL)
        self.assertEqual(self.bram.run("sync").code, OFFLINE)
        self.net.start()
        self.settle(self.bram, self.anna)
        self.assert_same(self.anna, self.bram)
        self.assertEqual(len(self.anna.inbox()), 2)
        self.assertEqual(self.net.stop(), 0)
        self.assertIn("all well", self.net.check())


class ThirdDevice(Case):
    def test_a_late_device(self):
        """A device that joins after the edits has what the others have, conflicts included"""
        net, anna, bram = self.pair()
        anna.ok("import", "hsds", hsds.write(self.folder / "map.json", [hsds.service(n) for n in range(40)]))
        self.settle(anna, bram)
        record = anna.ids("service")[0]
        anna.ok("set", record, "name=Van Anna")
        bram.ok("set", record, "name=Van Bram")
        self.settle(anna, bram)
        chris = self.device("Chris")
        chris.join(anna.invite("editor"))
        self.assert_same(anna, bram, chris)
        self.assertEqual(set(chris.inbox()), {(record, "name")})
        self.assertEqual(net.stop(), 0)
