# SPDX-License-Identifier: EUPL-1.2
"""Programs that are killed, and programs that meet."""
import os
import random
import signal
import time

import hsds
from support import DONE, REFUSED, Case, Wire, Server

SERVICES = 250
ROUNDS = 12 * int(os.environ.get("VELDWIJZER_RUNS", "1"))


class Crashes(Case):
    def setUp(self):
        super().setUp()
        self.seed = int(os.environ.get("VELDWIJZER_SEED", time.time_ns() % 1_000_000_000))
        print(f"VELDWIJZER_SEED={self.seed}", flush=True)
        self.random = random.Random(self.seed)
        self.file = hsds.write(self.folder / "map.json", [hsds.service(n) for n in range(SERVICES)])

    def killed(self, device, *words, within):
        """Starts a command and kills it somewhere in its first `within` seconds; True when it got away."""
        process = device.start(*words)
        time.sleep(self.random.uniform(0, within))
        process.send_signal(signal.SIGKILL)
        return process.wait() == DONE

    def duration(self, device, *words):
        began = time.monotonic()
        device.ok(*words)
        return time.monotonic() - began

    def reference(self):
        """What an undisturbed device comes to, and how long it takes."""
        folder, self.folder = self.folder, self.folder / "reference"
        self.folder.mkdir()
        net, anna = self.region()
        took = self.duration(anna, "import", "hsds", self.file)
        digest = anna.digest()
        sync = self.duration(anna, "sync")
        net.stop()
        counts = {kind: len(anna.ids(kind)) for kind in ("service", "organization", "phone", "schedule")}
        self.folder = folder
        return counts, took, sync, digest

    def test_import(self):
        """kill -9 in the middle of an import, again and again: importing once more completes it, without duplicates"""
        counts, took, _, _ = self.reference()
        _, anna = self.region()
        for _ in range(ROUNDS):
            self.killed(anna, "import", "hsds", self.file, within=took)
        anna.ok("import", "hsds", self.file)
        again = anna.ok("import", "hsds", self.file)
        self.assertEqual((again["created"], again["updated"]), ({}, {}))
        self.assertEqual({kind: len(anna.ids(kind)) for kind in counts}, counts)
        self.assertTrue(anna.ok("vault", "check")["sound"])
        anna.sync()
        bram = self.device("Bram")
        bram.join(anna.invite())
        self.assert_same(anna, bram)

    def test_sync(self):
        """kill -9 of both sides in the middle of a sync, again and again: the next one completes it"""
        counts, took, sync, _ = self.reference()
        net, anna, bram = self.pair()
        anna.ok("import", "hsds", self.file)
        own = anna.new("service", name="Van Anna")
        for _ in range(ROUNDS):
            self.killed(anna, "sync", within=sync)
            self.killed(bram, "sync", within=took)
        self.settle(anna, bram)
        self.assert_same(anna, bram)
        self.assertEqual(anna.status()["pending"], 0)
        self.assertEqual(anna.status()["rejected"], [])
        for device in (anna, bram):
            self.assertEqual(len(device.ids("service")), counts["service"] + 1)
            self.assertEqual(device.fields(own)["name"], "Van Anna")
            self.assertEqual(device.inbox(), {})
            self.assertTrue(device.ok("vault", "check")["sound"])
        self.assertEqual(net.stop(), 0)
        self.assertIn("all well", net.check())

    def test_edits(self):
        """kill -9 during edits: whatever was confirmed is there, and nothing is there twice"""
        _, anna, bram = self.pair()
        confirmed = []
        for number in range(ROUNDS * 2):
            process = anna.start("new", "service", f"name=Nummer {number}")
            time.sleep(self.random.uniform(0, 0.4))
            process.send_signal(signal.SIGKILL)
            if process.wait() == DONE:
                confirmed.append(f"Nummer {number}")
        self.settle(anna, bram)
        self.assert_same(anna, bram)
        titles = [row["title"] for row in bram.ok("list", "service", "--limit", 1000)["results"]]
        self.assertEqual(len(set(titles)), len(titles))
        self.assertFalse(set(confirmed) - set(titles))

    def test_join(self):
        """kill -9 in the middle of joining: the same link, asked again, completes it"""
        net, anna = self.region()
        anna.ok("import", "hsds", self.file)
        anna.sync()
        link = anna.invite("professional")
        bram = self.device("Bram")
        for _ in range(ROUNDS):
            self.killed(bram, "join", link, "--name", "Bram", within=1.5)
        bram.join(link)
        self.settle(anna, bram)
        self.assert_same(anna, bram)
        self.assertEqual(net.stop(), 0)

    def test_server(self):
        """kill -9 of the server during syncs: what it acknowledged is there, and every chain holds"""
        net, anna, bram = self.pair()
        records = []
        for _ in range(ROUNDS):
            records.append(anna.new("service", name=f"Nummer {len(records)}"))
            process = anna.start("sync")
            time.sleep(self.random.uniform(0, 0.5))
            net.stop(signal.SIGKILL)
            process.wait()
            net.start()
        self.settle(anna, bram)
        self.assert_same(anna, bram)
        self.assertEqual(sorted(bram.ids("service")), sorted(records))
        self.assertEqual(net.stop(), 0)
        self.assertIn("all well", net.check())

    def test_passphrase(self):
        """kill -9 during a change of passphrase leaves a vault that opens with the old one or the new one"""
        _, anna = self.region()
        record = anna.new("service", name="Inloop")
        old, new = anna.passphrase, "een heel andere zin om te onthouden"
        os.environ["VELDWIJZER_NEW_PASSPHRASE"] = new
        self.addCleanup(os.environ.pop, "VELDWIJZER_NEW_PASSPHRASE", None)
        for _ in range(ROUNDS):
            self.killed(anna, "passphrase", "change", within=0.8)
            if anna.run("status").code == DONE:
                continue
            old, new = new, old
            anna.passphrase = old
            os.environ["VELDWIJZER_NEW_PASSPHRASE"] = new
            self.assertEqual(anna.run("status").code, DONE)
        self.assertEqual(anna.fields(record)["name"], "Inloop")


class Meeting(Case):
    def test_two_at_once(self):
        """A second program on one vault is told that it is in use, and harms nothing"""
        wire = Wire()
        self.addCleanup(wire.close)
        net = Server(self.folder, url_port=wire.port)
        self.addCleanup(net.stop, 9)
        wire.server_port = net.port
        net.start()
        anna = self.device("Anna")
        anna.join(net.bootstrap)
        anna.new("service", name="Inloop")
        # A server that is stopped, not dead, keeps the first program waiting for as long as we like.
        net.process.send_signal(signal.SIGSTOP)
        seen = len(wire.requests)
        first = anna.start("sync")
        while len(wire.requests) == seen:
            time.sleep(0.01)
        answer = anna.run("list", "service")
        net.process.send_signal(signal.SIGCONT)
        self.assertEqual(first.wait(), DONE)
        self.refused(answer, "vault-in-use", REFUSED)
        self.assertEqual(len(anna.ids("service")), 1)
