# SPDX-License-Identifier: EUPL-1.2
"""The app as people use it: the real program, a virtual display, the accessibility bus, a real server."""
import tempfile
import unittest

from app_driver import App
from support import PASSPHRASE, SOURCE, Device, Server


class AppTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="vw-app-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def app(self, vault="vault-app"):
        app = App(f"{self.folder}/{vault}")
        self.addCleanup(app.close)
        return app

    def test_sample(self):
        """App: whoever has no invitation looks around in the sample region, by accessible names and keyboard"""
        app = self.app().start()
        app.press("Bekijk het voorbeeld", "push button")
        app.see("Sociale kaart")
        app.keys("ctrl+2")
        app.see("Filters", "push button")
        app.keys("F1")
        app.see("Sneltoetsen", "heading")
        app.keys("Escape")
        app.keys("ctrl+shift+x")
        app.wait(lambda: app.find("Sociale kaart") is None, "nothing of the app is shown")

    def test_locked(self):
        """App: a vault opens with its passphrase only, and locking shows nothing of it any more"""
        server = Server(self.folder).start()
        self.addCleanup(server.stop)
        anna = Device(self.folder, "app")
        anna.join(server.bootstrap)
        anna.ok("import", "hsds", SOURCE / "deploy" / "sample" / "veenrivier.json")
        anna.sync()
        app = self.app("vault-app").start()
        app.see("Wachtzin")
        app.type("een verkeerde wachtzin")
        app.keys("Return")
        app.see_text("niet de juiste wachtzin")
        app.keys("ctrl+a")
        app.type(PASSPHRASE)
        app.keys("Return")
        app.see("Vandaag")
        app.keys("ctrl+l")
        app.see("Wachtzin")
        self.assertIsNone(app.find("Vandaag"))


if __name__ == "__main__":
    unittest.main()
