# SPDX-License-Identifier: EUPL-1.2
"""The real app from invitation to resolved conflict: by accessible names and keyboard, against a real server."""
import tempfile
import unittest

from app_driver import App
from support import SOURCE, Device, Server

SERVICE = "De Kindertelefoon"
# Not the one of the other tests: that is a well-known example, and the app refuses it.
TYPED = "lantaarn zeven kruidkoek wolkje"


class AppFlowTest(unittest.TestCase):
    def write_email(self, app, email):
        app.press("Bewerken", "push button")
        app.focus("E-mail", "text")
        app.keys("ctrl+a")
        app.type(email)
        app.press("Bewaar", "push button")
        app.see_text("Bewaard op dit toestel")
        app.see("Bewerken", "push button")

    def test_flow(self):
        """App: from invitation to resolved conflict with the server gone in between, by accessible names and keyboard"""
        folder = tempfile.TemporaryDirectory(prefix="vw-app-")
        self.addCleanup(folder.cleanup)
        server = Server(folder.name).start()
        self.addCleanup(server.stop)
        anna = Device(folder.name, "anna")
        anna.join(server.bootstrap)
        anna.ok("import", "hsds", SOURCE / "deploy" / "sample" / "veenrivier.json")
        anna.sync()
        record = next(row["id"] for row in anna.ok("list", "service", "--limit", 1000)["results"]
                      if row["title"] == SERVICE)
        invitation = anna.invite("editor")
        anna.sync()

        app = App(f"{folder.name}/vault-app")
        self.addCleanup(app.close)
        app.start()
        app.see("Uw uitnodiging", "text")
        app.type(invitation)  # the field has the focus from the start
        app.keys("Return")
        app.see("Uw naam", "text")
        app.type("Bram")
        app.focus("Wachtzin")
        app.type(TYPED)
        app.focus("Nog een keer")
        app.type(TYPED)
        app.press("Meedoen", "push button")
        app.see("Vandaag")
        app.see_text("Alles verstuurd")

        app.keys("ctrl+2")
        app.keys("ctrl+f")
        app.type("kindertelefon")  # a letter short
        app.see(SERVICE)
        app.keys("Return")
        app.see("Bewerken", "push button")
        self.write_email(app, "een@kindertelefoon.example")

        def arrived():
            anna.sync()
            return anna.fields(record).get("email") == "een@kindertelefoon.example"

        app.wait(arrived, "the colleague has it")
        server.stop()
        self.write_email(app, "twee@kindertelefoon.example")
        app.see_text("Nog niet verstuurd")
        app.keys("ctrl+r")
        app.see_text("Offline · 1 wijziging wacht")
        anna.ok("set", record, "email=drie@kindertelefoon.example")

        server.start()
        anna.sync()
        app.press("Synchronisatie: Offline · 1 wijziging wacht")
        app.press("Nu synchroniseren", "push button")
        app.press("Te kiezen: 1", "push button")
        app.press(SERVICE, "push button")
        app.see_text("twee@kindertelefoon.example")
        app.see_text("drie@kindertelefoon.example")
        app.press("Dat houden", "push button")
        app.see_text("Alles is gekozen")
        app.see_text("Alles verstuurd")
        app.kill()

        anna.sync()
        self.assertEqual(anna.inbox(), {})
        bram = Device(folder.name, "app")
        bram.passphrase = TYPED
        self.assertEqual(bram.digest(), anna.digest())
        self.assertEqual(bram.status()["pending"], 0)
        self.assertIn(anna.fields(record)["email"], ("twee@kindertelefoon.example", "drie@kindertelefoon.example"))


if __name__ == "__main__":
    unittest.main()
