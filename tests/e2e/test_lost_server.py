# SPDX-License-Identifier: EUPL-1.2
"""A server that lost its memory: restored from an older backup, or empty with the region's key."""
import shutil

from support import DONE, Case


class LostServer(Case):
    def fill(self):
        """Two people and an entry before the backup; a third person and more entries after it."""
        server, anna, bram = self.pair("editor")
        first = anna.new("service", name="Voor de backup")
        self.settle(anna, bram)
        backup = self.folder / "backup"
        server.program("backup", "--to", backup)
        chris = self.device("Chris")
        chris.join(anna.invite("editor"))
        self.settle(anna, bram, chris)
        bram.ok("set", first, "name=Na de backup")
        second = chris.new("service", name="Van Chris")
        self.settle(bram, chris, anna, bram)
        return server, backup, (anna, bram, chris), first, second

    def recovered(self, server, devices, first, second):
        for device in devices * 3:
            answer = device.run("sync")
            if answer.code != DONE:
                self.assertEqual(answer.error, "server-restored", str(answer))
        for device in devices:
            device.sync()
            self.assertEqual(device.fields(first)["name"], "Na de backup")
            self.assertEqual(device.fields(second)["name"], "Van Chris")
            self.assertEqual(device.status()["pending"], 0)
            self.assertEqual(device.status()["rejected"], [])
            self.assertEqual(device.ok("conflicts"), [])
        self.assert_same(*devices)
        self.assertIn("all well", server.check())
        late = self.device("Dirk")
        coordinator = next(device for device in devices if device.name == "Anna")
        late.join(coordinator.invite("editor"))
        self.settle(coordinator, late)
        self.assert_same(coordinator, late)

    def test_restored_from_a_backup(self):
        """A server restored from an older backup gets back people and changes, without alarm or duplicate"""
        server, backup, devices, first, second = self.fill()
        entries = server.check()
        server.stop()
        shutil.rmtree(server.data)
        server.program("restore", "--from", backup)
        server.start()
        # Who joined after the backup comes first: the server does not know them at all.
        self.recovered(server, (devices[2], devices[0], devices[1]), first, second)
        self.assertEqual(entries.split(", ")[2:], server.check().split(", ")[2:])

    def test_an_empty_server(self):
        """A server that has nothing but its key is filled up again by the members' devices"""
        server, backup, devices, first, second = self.fill()
        entries = server.check()
        link = devices[1].ok("region")["link"]
        server.stop()
        shutil.rmtree(server.data)
        server.program("adopt", "--key", backup / "server.key", "--link", link)
        server.start()
        self.recovered(server, (devices[1], devices[2], devices[0]), first, second)
        self.assertEqual(entries.split(", ")[2:], server.check().split(", ")[2:])

    def test_the_link_lets_nobody_in(self):
        """The link for an administrator holds no secret: nobody joins with it"""
        _, anna = self.region()
        stranger = self.device("Stranger")
        answer = stranger.run("join", anna.ok("region")["link"], "--name", "Stranger")
        self.assertNotEqual(answer.code, DONE)
