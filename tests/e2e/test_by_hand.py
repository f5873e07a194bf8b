# SPDX-License-Identifier: EUPL-1.2
"""Changes that go from device to device in a file, while nobody reaches the server."""
from support import Case


class ByHand(Case):
    def test_round_about_and_then_the_server(self):
        """A bundle brings edits without a server; round about and then through the server none comes twice"""
        server, anna, bram = self.pair("editor")
        chris = self.device("Chris")
        chris.join(anna.invite("editor"))
        record = anna.new("service", name="Inloop")
        self.settle(anna, bram, chris)
        server.stop()

        anna.ok("set", record, "name=Inloop van Anna")
        first = self.folder / "anna.bundle"
        self.assertEqual(anna.ok("bundle", "export", first)["envelopes"], 2)
        self.refused(anna.run("bundle", "export", first), "invalid-argument")
        report = bram.ok("bundle", "import", first)
        self.assertEqual((report["taken"], report["known"], report["left"]), (1, 1, []))
        self.assertEqual(bram.fields(record)["name"], "Inloop van Anna")
        self.assertEqual(bram.ok("bundle", "import", first)["taken"], 0)

        bram.ok("set", record, "name=Inloop van Bram")
        second = self.folder / "bram.bundle"
        bram.ok("bundle", "export", second)
        self.assertEqual(chris.ok("bundle", "import", second)["taken"], 2)
        self.assertEqual(chris.fields(record)["name"], "Inloop van Bram")
        self.assertEqual(anna.ok("bundle", "import", second)["taken"], 1)
        self.assertEqual(anna.ok("conflicts"), [])

        server.start()
        for device in (chris, bram, anna, chris, bram):
            device.sync()
        self.assert_same(anna, bram, chris)
        for device in (anna, bram, chris):
            self.assertEqual(device.fields(record)["name"], "Inloop van Bram")
            self.assertEqual(device.status()["pending"], 0)
            self.assertEqual(len(device.ok("history", record)), 3)
        self.assertIn("3 entries", server.check())

    def test_what_is_missing(self):
        """What builds on changes that are not there stays in the file, is told, and comes later"""
        _, anna, bram = self.pair("editor")
        chris = self.device("Chris")
        chris.join(anna.invite("editor"))
        record = anna.new("service", name="Inloop")
        self.settle(anna, bram)
        bram.ok("set", record, "name=Inloop van Bram")
        bundle = self.folder / "bram.bundle"
        bram.ok("bundle", "export", bundle)
        answer = chris.run("bundle", "import", bundle)
        self.assertEqual(answer.code, 1, str(answer))
        self.assertEqual([left["code"] for left in answer.json["left"]], ["dependencies-missing"])
        self.assertEqual(answer.json["left"][0]["author"], "Bram")
        chris.sync()
        self.assertEqual(chris.ok("bundle", "import", bundle)["taken"], 1)
        self.assertEqual(chris.fields(record)["name"], "Inloop van Bram")

    def test_another_region(self):
        """A bundle of another region, and a file that is none, are refused by name"""
        _, anna = self.region()
        stranger = self.device("Stranger")
        other = self.folder / "elsewhere"
        other.mkdir()
        from support import Server  # a second region beside the first
        server = Server(other)
        self.addCleanup(server.stop)
        server.start()
        stranger.join(server.bootstrap)
        stranger.new("service", name="Elders")
        bundle = self.folder / "stranger.bundle"
        stranger.ok("bundle", "export", bundle)
        self.refused(anna.run("bundle", "import", bundle), "invalid-argument")
        bundle.write_bytes(b"nonsense")
        self.refused(anna.run("bundle", "import", bundle), "malformed")
