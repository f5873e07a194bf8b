# SPDX-License-Identifier: EUPL-1.2
"""Who may do what, and who may not come in."""
from support import OFFLINE, REFUSED, USAGE, Case, Server, Wire, replaced


class Roles(Case):
    def test_a_professional(self):
        """A professional reads and corrects the map, and neither invites nor writes templates"""
        _, anna, bram = self.pair()
        record = anna.new("service", name="Inloop")
        self.settle(anna, bram)
        bram.ok("set", record, "name=Inloop Oost")
        self.refused(bram.run("invite", "--role", "professional"), "forbidden")
        self.refused(bram.run("new", "questionnaire", "title=Signalenkaart"), "forbidden")
        self.settle(bram, anna)
        self.assertEqual(anna.fields(record)["name"], "Inloop Oost")
        self.assertEqual(bram.status()["pending"], 0)

    def test_an_attendee(self):
        """An attendee reads the programme and signs up, and sees nothing of the map"""
        _, anna = self.region()
        anna.new("service", name="Inloop")
        session = anna.new("session", title="Opening")
        anna.sync()
        guest = self.device("Gast")
        guest.join(anna.invite("attendee", "--uses", "50"))
        self.assertEqual(guest.fields(session)["title"], "Opening")
        self.assertEqual(guest.ids("service"), [])
        for words in (("new", "service", "name=Nee"), ("new", "session", "title=Nee"),
                      ("set", session, "title=Nee"), ("delete", session)):
            self.refused(guest.run(*words), "forbidden")
        guest.new("sign-up", session=session)
        guest.sync()
        self.assertEqual(guest.status()["pending"], 0)
        anna.sync()
        self.assertEqual(len(anna.ids("sign-up")), 1)

    def test_personal_records_stay_personal(self):
        """A personal note reaches no colleague's device"""
        _, anna, bram = self.pair()
        note = bram.new("note", text="Alleen voor mij")
        self.settle(bram, anna)
        self.assertEqual(bram.fields(note)["text"], "Alleen voor mij")
        self.refused(anna.run("show", note), "not-found")


class Invitations(Case):
    def test_used_up(self):
        """An invitation for two lets two in, and a third is told that it is used up"""
        _, anna = self.region()
        link = anna.invite("professional", "--uses", "2")
        for name in ("Bram", "Chris"):
            self.device(name).join(link)
        late = self.device("Dora")
        self.refused(late.run("join", link, "--name", "Dora"), "invitation-used")
        self.assertEqual(late.ok("list", "service")["total"], 0)

    def test_expired(self):
        """An invitation that has expired lets nobody in, whatever the clock of the device says"""
        net, anna = self.region()
        link = anna.invite("professional", "--expires", "2d")
        net.stop()
        net.start(shift_days=3)
        late = self.device("Dora")
        self.refused(late.run("join", link, "--name", "Dora"), "invitation-expired")
        late.shift_days = -30
        self.refused(late.run("join", link, "--name", "Dora"), "invitation-expired")

    def test_a_voided_bootstrap(self):
        """A fresh bootstrap invitation voids the one before, and a founded region gives out no more"""
        net = self.server()
        net.stop()
        fresh = [line for line in net.program("invite").stdout.splitlines() if line.startswith("invitation: ")]
        net.start()
        eve, anna = self.device("Eve"), self.device("Anna")
        self.assertEqual(eve.run("join", net.bootstrap, "--name", "Eve").code, REFUSED)
        self.assertEqual(anna.join(fresh[0].removeprefix("invitation: "))["role"], "coordinator")
        answer = self.device("Tweede").run("join", fresh[0].removeprefix("invitation: "), "--name", "Tweede")
        self.assertEqual(answer.code, REFUSED, str(answer))

    def test_made_offline(self):
        """An invitation made offline is printed, and works once its maker has synced"""
        net, anna = self.region()
        net.stop()
        answer = anna.run("invite", "--role", "professional")
        self.assertEqual((answer.code, answer.error), (OFFLINE, "offline"))
        link = answer.json["invitation"]
        net.start()
        bram = self.device("Bram")
        self.refused(bram.run("join", link, "--name", "Bram"), "invitation-unknown")
        anna.sync()
        bram.join(link)

    def test_list_and_withdraw(self):
        """Invitations are listed with what became of them; a withdrawn one lets nobody in, also when it was
        withdrawn offline or before it reached the server"""
        net, anna, bram = self.pair()
        link = anna.invite("editor", "--uses", "5")
        listed = anna.ok("invitations")
        self.assertEqual([(one["role"], one["state"], one["uses"], one["maxUses"], one["by"]) for one in listed],
                         [("editor", "open", 0, 5, "you"), ("professional", "used", 1, 1, "you")])
        mine, used = listed[0]["id"], listed[1]["id"]
        self.refused(bram.run("revoke-invitation", mine), "invitation-unknown")
        bram.sync()
        self.refused(bram.run("revoke-invitation", mine), "forbidden")
        self.assertEqual(anna.ok("revoke-invitation", mine[:12])["id"], mine)
        self.assertEqual({one["id"]: one["state"] for one in anna.ok("invitations")},
                         {mine: "withdrawn", used: "used"})
        anna.ok("revoke-invitation", mine)
        self.refused(self.device("Eve").run("join", link, "--name", "Eve"), "invitation-revoked")
        self.refused(anna.run("revoke-invitation", used), "invitation-used")
        self.refused(anna.run("revoke-invitation", "0000"), "invitation-unknown")
        self.assertEqual(anna.run("revoke-invitation", "xyz").code, USAGE)
        net.stop()
        link = anna.run("invite", "--role", "editor").json["invitation"]
        late = anna.ok("invitations")[0]
        self.assertEqual(late["state"], "waiting")
        self.refused(anna.run("revoke-invitation", late["id"]), "offline", OFFLINE)
        net.start()
        anna.sync()
        self.refused(self.device("Finn").run("join", link, "--name", "Finn"), "invitation-revoked")

    def test_not_a_link(self):
        """A damaged link, and a link of another program, are refused with a message"""
        net, anna = self.region()
        link = anna.invite()
        for bad in (link[:-7], link.replace("veldwijzer:", "zaaiwijzer:"), "hallo", link + "AAAA"):
            self.refused(self.device("Eve").run("join", bad, "--name", "Eve"), "invalid-argument")
        # The secret is the last thing to guess: a link with another one is no invitation.
        self.assertEqual(net.stop(), 0)


class Strangers(Case):
    def test_another_region(self):
        """A member of another region gets nothing in or out here"""
        net, anna = self.region()
        anna.new("service", name="Inloop")
        anna.sync()
        (self.folder / "other").mkdir()
        other = Server(self.folder / "other", region="Elders")
        self.addCleanup(other.stop, 9)
        other.start()
        eve = self.device("Eve")
        eve.join(other.bootstrap)
        eve.new("service", name="Kwaad")
        other.stop()
        # From now on this region's server answers at the other's address.
        net.stop()
        net.port = other.port
        net.start()
        before = net.check()
        answer = eve.run("sync")
        self.assertEqual(answer.code, REFUSED, str(answer))
        # Its refusal is not signed by the server that Eve's device knows, so the device believes no reason in it,
        # and says what it is.
        self.assertEqual(answer.error, "server-changed")
        self.assertIn("safe on this device", answer.err)
        self.assertEqual(eve.status()["pending"], 1)
        self.assertEqual(net.check(), before)

    def test_the_wire(self):
        """A replay, a changed body and a stranger's body are refused with a named reason, and the log stays as it was"""
        wire = Wire()
        self.addCleanup(wire.close)
        net = Server(self.folder, url_port=wire.port)
        self.addCleanup(net.stop, 9)
        wire.server_port = net.port
        net.start()
        anna = self.device("Anna")
        anna.join(net.bootstrap)
        anna.new("service", name="Inloop")
        anna.sync()
        push = wire.requests[-1]
        before = net.check()
        attacks = {
            "replayed": push,
            "bad-signature": replaced(push, lambda body: body[:-1] + bytes([body[-1] ^ 1])),
            "not-a-member": b"POST /v1/sync HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc",
        }
        for name, raw in attacks.items():
            status, body = wire.send(raw)
            self.assertGreaterEqual(status, 400, name)
            self.assertLess(status, 500, name)
            self.assertTrue(body, name)
            if name != "not-a-member":
                self.assertIn(name.encode(), body)
        self.assertEqual(net.check(), before)

    def test_lost_answers(self):
        """Answers that are lost on the way back cost nothing and double nothing"""
        wire = Wire()
        self.addCleanup(wire.close)
        net = Server(self.folder, url_port=wire.port)
        self.addCleanup(net.stop, 9)
        wire.server_port = net.port
        net.start()
        anna, bram = self.device("Anna"), self.device("Bram")
        anna.join(net.bootstrap)
        bram.join(anna.invite())
        records = []
        for number in range(5):
            records.append(anna.new("service", name=f"Inloop {number}"))
            wire.lose_answers = 1
            self.assertEqual(anna.run("sync").code, OFFLINE)
        self.settle(anna, bram)
        self.assertEqual(sorted(bram.ids("service")), sorted(records))
        self.assert_same(anna, bram)
        self.assertEqual(net.stop(), 0)
        self.assertIn("all well", net.check())
