# SPDX-License-Identifier: EUPL-1.2
"""People come and go: roles, teams, and who is sent away."""
from support import OFFLINE, REFUSED, USAGE, Case


def named(people, name):
    return next(person for person in people if person["name"] == name)


class People(Case):
    def test_members_and_roles(self):
        """Members are listed with role, devices and last sight; roles change; the last coordinator stays one"""
        server, anna, bram = self.pair()
        bram.new("service", name="Inloop")
        self.settle(bram, anna)
        people = anna.ok("members")
        self.assertEqual({person["name"]: person["role"] for person in people},
                         {"Anna": "coordinator", "Bram": "professional"})
        self.assertEqual(set(people[0]) >= {"id", "name", "role", "lastSeen", "devices"}, True)
        self.assertEqual(len(named(people, "Bram")["devices"]), 1)
        self.assertNotEqual(named(people, "Bram")["lastSeen"], "unknown")

        anna.ok("role", "bram", "editor")
        bram.sync()
        self.assertEqual(bram.status()["role"], "editor")
        anna.ok("role", named(people, "Bram")["id"][:8], "professional")
        self.refused(anna.run("role", "Anna", "editor"), "forbidden")
        self.refused(anna.run("remove", "Anna", "--leave"), "forbidden")
        self.refused(bram.run("role", "Anna", "editor"), "forbidden")
        self.refused(anna.run("role", "Niemand", "editor"), "not-found")
        self.assertEqual(anna.run("role", "Bram", "baas").code, USAGE)
        self.assertEqual(anna.run("remove", "abcd1234", "tags").code, USAGE)
        server.stop()
        answer = anna.run("role", "Bram", "editor")
        self.assertEqual(answer.code, OFFLINE, str(answer))
        server.start()
        self.settle(anna, bram)
        self.assertEqual(bram.status()["role"], "editor")

    def test_teams(self):
        """A team's space is named team/NAME and is there for those in it only"""
        _, anna, bram = self.pair()
        anna.ok("team", "new", "Zedenteam Noord")
        anna.ok("team", "add", "zedenteam noord", "Bram")
        carla = self.device("Carla")
        carla.join(anna.invite())
        self.settle(anna, bram, carla)
        self.assertIn("team/Zedenteam Noord", bram.digests())
        self.assertNotIn("team/Zedenteam Noord", carla.digests())
        self.assertEqual(self.names(anna), ["Anna", "Bram"])
        self.refused(bram.run("team", "add", "Zedenteam Noord", "Carla"), "forbidden")
        anna.ok("team", "remove", "Zedenteam Noord", "Bram")
        self.assertEqual(self.names(anna), ["Anna"])
        self.refused(anna.run("team", "remove", "Zedenteam Noord", "Anna"), "forbidden")

    @staticmethod
    def names(device):
        return sorted(member["name"] for member in device.ok("team", "list")[0]["members"])

    def test_removal(self):
        """Who is removed is gone from the list, and what they still send is not taken"""
        _, anna, bram = self.pair()
        self.settle(anna, bram)
        anna.ok("remove", "Bram")
        self.assertEqual([person["name"] for person in anna.ok("members")], ["Anna"])
        bram.new("service", name="Te laat")
        answer = bram.run("sync")
        self.refused(answer, "not-a-member")
        self.assertEqual(list(bram.vault.glob("*")), [])
        anna.sync()
        self.assertEqual(anna.ids("service"), [])
        emptied = [entry for entry in anna.ok("audit") if entry["deed"] == "device-emptied"]
        self.assertEqual([entry["detail"] for entry in emptied], ["1 changes were never sent"])
        # The phone may join again, with a new invitation and an empty vault.
        bram.join(anna.invite())


class Devices(Case):
    def test_a_second_device(self):
        """A second device of the same person has their notes; a lost one is removed from the other"""
        _, anna, bram = self.pair()
        note = bram.new("note", text="Alleen voor mij")
        bram.sync()
        phone = self.device("Telefoon")
        phone.ok("join", bram.ok("device", "link")["invitation"])
        self.assertEqual(phone.status()["member"], "Bram")
        self.assertEqual(phone.fields(note)["text"], "Alleen voor mij")
        self.refused(anna.run("show", note), "not-found")
        bram.sync()
        devices = bram.ok("devices")
        self.assertEqual(len(devices), 2)
        other = next(device["id"] for device in devices if not device["here"])
        bram.ok("device", "name", other[:10], "Telefoon")
        self.refused(bram.run("device", "remove", next(d["id"] for d in devices if d["here"])), "invalid-argument")
        bram.ok("device", "remove", "telefoon")
        self.refused(phone.run("sync"), "not-a-member")
        self.assertEqual(len(bram.ok("devices")), 1)
        self.settle(bram, anna)
        self.assert_same(anna, bram)

    def test_recovery(self):
        """With a recovery code and nothing else a new phone gets its person's space and teams back"""
        _, anna, bram = self.pair()
        note = bram.new("note", text="Alleen voor mij")
        sheet = bram.ok("recovery", "new")
        self.assertRegex(sheet["code"], r"^([0-9A-Z]{5}-){5}[0-9A-Z]{5}$")
        anna.ok("team", "new", "Noord")
        anna.ok("team", "add", "Noord", "Bram")
        phone = self.device("Telefoon")
        wrong = sheet["code"][:-1] + ("7" if sheet["code"][-1] != "7" else "8")
        self.refused(phone.run("recover", sheet["link"], wrong), "invalid-argument")
        phone.ok("recover", sheet["link"], sheet["code"].lower())
        self.assertEqual(phone.fields(note)["text"], "Alleen voor mij")
        self.assertIn("team/Noord", phone.digests())
        self.refused(self.device("Vinder").run("recover", sheet["link"], sheet["code"]), "invitation-used")


class Suggestions(Case):
    def test_suggestions(self):
        """A suggestion is taken over or declined, and its author sees what became of it"""
        _, anna, bram = self.pair()
        record = anna.new("service", name="Inloop", email="oud@a.example")
        self.settle(anna, bram)
        bram.ok("suggest", record, "email=nieuw@a.example")
        bram.ok("suggest", record, "name=Uitloop")
        bram.ok("suggest", "--new", "service", "name=Spreekuur")
        self.assertEqual(bram.run("suggest", record).code, REFUSED)
        self.assertEqual(bram.run("suggest", "niets", "name=x").code, USAGE)
        self.settle(bram, anna)
        waiting = anna.ok("suggestions")
        self.assertEqual([each["number"] for each in waiting], [1, 2, 3])
        self.assertEqual(waiting[0]["fields"], [{"field": "email", "seen": "oud@a.example", "now": "oud@a.example",
                                                 "proposed": "nieuw@a.example"}])
        anna.ok("accept", 1)
        anna.ok("decline", 1, "--why", "Zo heet het niet")
        anna.ok("accept", 1, "name=Spreekuur Noord")
        self.settle(anna, bram)
        self.assertEqual(bram.fields(record)["email"], "nieuw@a.example")
        self.assertEqual(bram.fields(record)["name"], "Inloop")
        mine = {each["state"]: each for each in bram.ok("suggestions")}
        self.assertEqual(mine["declined"]["why"], "Zo heet het niet")
        self.assertEqual(mine["declined"]["decidedBy"], "Anna")
        titles = [row["title"] for row in anna.ok("list", "service")["results"]]
        self.assertEqual(sorted(titles), ["Inloop", "Spreekuur Noord"])
