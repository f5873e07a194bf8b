# SPDX-License-Identifier: EUPL-1.2
"""The real app on a bad day: killed at every page, a vault that was damaged, a folder it may not write to."""
import os
import pathlib
import shutil
import tempfile
import time
import unittest

from app_driver import App
from support import PASSPHRASE, Device, Server

# Root may write everywhere, unless it gives that up. Whoever is not root needs nothing.
AS_ANYBODY = ()
if os.geteuid() == 0:
    WITHOUT = "-dac_override,-dac_read_search"
    AS_ANYBODY = ("setpriv", "--bounding-set", WITHOUT, "--inh-caps", WITHOUT)
# A draft is kept a second and a half after a key; nothing on the screen tells when it is.
DRAFT_SECONDS = 4


class HostileDay(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="vw-app-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.addCleanup(os.chmod, self.folder, 0o700)

    def app(self):
        app = App(self.folder / "vault-app")
        self.addCleanup(app.close)
        return app

    def region(self):
        """A server, and a device that is in its region with one service."""
        server = Server(self.folder).start()
        self.addCleanup(server.stop)
        anna = Device(self.folder, "app")
        anna.join(server.bootstrap)
        anna.new("service", name="Inloop Oost")
        anna.sync()
        return server, anna

    def unlock(self, app):
        app.see("Wachtzin")
        app.type(PASSPHRASE)
        app.keys("Return")

    def test_killed(self):
        """App: killed with -9 at each page, it opens again with all that was saved, and with the draft of what was not"""
        _, anna = self.region()
        app = self.app()

        def again():
            app.kill()
            app.start()

        app.start()
        again()  # before unlocking
        app.see("Wachtzin")
        app.type(PASSPHRASE)
        app.keys("Return")
        again()  # while opening
        self.unlock(app)
        app.see("Vandaag")
        for keys, shown in (("ctrl+1", "Vandaag"), ("ctrl+2", "Dienst toevoegen"), ("ctrl+3", "Beheer"),
                            ("ctrl+4", "Meer")):
            app.keys(keys)
            app.see(shown)
            again()
            self.unlock(app)
            app.see("Vandaag")
        # In the middle of typing.
        app.keys("ctrl+2")
        app.press("Dienst toevoegen", "push button")
        app.focus("Naam van de dienst", "text")
        app.type("Nachtopvang Noord")
        time.sleep(DRAFT_SECONDS)
        again()
        self.unlock(app)
        app.see("Vandaag")
        app.keys("ctrl+2")
        app.press("Dienst toevoegen", "push button")
        app.press("Ga verder waar u was", "push button")
        app.wait(lambda: app.value("Naam van de dienst", "text") == "Nachtopvang Noord", "what was typed is back")
        # As soon as it says that it is saved.
        app.press("Bewaar", "push button")
        app.see_text("Bewaard op dit toestel")
        again()
        self.unlock(app)
        app.see("Vandaag")
        app.kill()
        self.assertTrue(anna.ok("vault", "check")["sound"])
        titles = [row["title"] for row in anna.ok("list", "service")["results"]]
        self.assertEqual(sorted(titles), ["Inloop Oost", "Nachtopvang Noord"])
        anna.sync()
        self.assertEqual(anna.status()["pending"], 0)

    def test_damaged(self):
        """App: a vault damaged between two starts is told, repairing changes nothing, and put back it opens"""
        self.region()
        keys = self.folder / "vault-app" / "keys"
        good = keys.read_bytes()
        keys.write_bytes(good[:100] + bytes([good[100] ^ 1]) + good[101:])
        app = self.app().start()
        self.unlock(app)
        app.see("De opslag op dit toestel is beschadigd")
        app.press("Probeer te herstellen …", "push button")
        app.press("Ja, probeer het", "push button")
        app.press("Opnieuw beginnen …", "push button")
        app.see_text("Er wordt niets gewist")
        app.press("Niet nu", "push button")
        keys.write_bytes(good)
        app.press("Openen", "push button")
        app.see("Vandaag")

    def test_no_rights(self):
        """App: a folder that may not be written to is told, when a vault is made and when one is opened"""
        if AS_ANYBODY and shutil.which(AS_ANYBODY[0]) is None:
            self.skipTest("setpriv is not installed")
        server, _ = self.region()
        vault = self.folder / "vault-app"
        os.chmod(vault, 0o500)
        for file in vault.iterdir():
            os.chmod(file, 0o400)
        app = self.app().start(under=AS_ANYBODY)
        self.unlock(app)
        app.see("Opslaan lukt niet")
        app.kill()
        os.chmod(vault, 0o700)
        for file in vault.iterdir():
            os.chmod(file, 0o600)
        app.start(under=AS_ANYBODY)
        self.unlock(app)
        app.see("Vandaag")
        app.kill()

        shutil.rmtree(vault)
        os.chmod(self.folder, 0o500)
        app.start(server.bootstrap, under=AS_ANYBODY)
        app.focus("Uw naam", "text")
        app.type("Bram")
        app.focus("Wachtzin")
        app.type("kale kraai fietst morgen omhoog")
        app.focus("Nog een keer")
        app.type("kale kraai fietst morgen omhoog")
        app.press("Meedoen", "push button")
        app.see("Opslaan lukt niet")
        os.chmod(self.folder, 0o700)


if __name__ == "__main__":
    unittest.main()
