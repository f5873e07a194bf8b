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
        self.assertEqual(bram.run("sync").code, REFUSED)
        anna.sync()
        self.assertEqual(anna.ids("service"), [])
