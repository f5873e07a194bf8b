# SPDX-License-Identifier: EUPL-1.2
"""Nothing that is written anywhere can be read by whoever finds it."""
import stat

import hsds
from support import Case

CANARIES = ("Kanarievogelhuis", "kanarie-omschrijving", "kanarie@example.org", "kanarietag", "Stichting Kanarie",
            "Annakanarie", "kanarie-notitie")


class Leaks(Case):
    def forms(self):
        """Each canary as it may stand in a file: in UTF-8, in UTF-16, and in hexadecimal."""
        for canary in CANARIES:
            yield canary, canary.encode()
            yield canary, canary.encode("utf-16-le")
            yield canary, canary.encode().hex().encode()

    def assert_silent(self, *places):
        looked = 0
        for place in places:
            for path in [place] if place.is_file() else sorted(p for p in place.rglob("*") if p.is_file()):
                content = path.read_bytes()
                looked += len(content)
                for canary, form in self.forms():
                    self.assertNotIn(form, content, f"{canary} in {path}")
        return looked

    def test_no_canary_anywhere(self):
        """No canary stands in any file of the vaults, of the server, or in what they log"""
        net = self.server()
        anna, bram = self.device("Annakanarie"), self.device("Bram")
        anna.join(net.bootstrap)
        bram.join(anna.invite())
        anna.ok("import", "hsds", hsds.write(self.folder / "map.json", [
            hsds.service(1, name="Kanarievogelhuis", email="kanarie@example.org",
                         organization={"id": hsds.identifier("organization", "k"), "name": "Stichting Kanarie"})]))
        (self.folder / "map.json").unlink()
        record = anna.ids("service")[0]
        anna.ok("set", record, "description=kanarie-omschrijving")
        anna.ok("add", record, "tags", "kanarietag")
        bram.new("note", text="kanarie-notitie")
        self.settle(anna, bram)
        anna.ok("delete", record)
        bram.ok("set", record, "name=Kanarievogelhuis Zuid")
        self.settle(anna, bram)
        self.assertEqual(len(bram.inbox()), 1)
        # While the server runs its log holds what is not in the main file yet; afterwards everything.
        self.assertGreater(self.assert_silent(anna.vault, bram.vault, net.data, net.log), 100_000)
        self.assertEqual(net.stop(), 0)
        self.assert_silent(anna.vault, bram.vault, net.data, net.log)
        for device in (anna, bram):
            for canary in CANARIES:
                self.assertNotIn(canary, device.said)

    def test_only_the_owner(self):
        """Files of vault and server can be read by their owner only"""
        net, anna = self.region()
        anna.new("service", name="Inloop")
        for place in (anna.vault, net.data):
            for path in [place, *place.rglob("*")]:
                self.assertEqual(stat.S_IMODE(path.stat().st_mode) & 0o077, 0, path)
