# SPDX-License-Identifier: EUPL-1.2
"""The command line itself: exit codes, shapes, and text that means harm."""
import hashlib
import os
import pty
import shutil
import struct
import subprocess
import termios
import time
import unittest

import hsds
from support import CLI, DAMAGED, DONE, OFFLINE, REFUSED, USAGE, WRONG_PASSPHRASE, Answer, Case


def with_checksum(keys):
    """A key file with a checksum that fits: hashOf("veldwijzer vault key file", {all before})."""
    hashed = hashlib.blake2b(digest_size=32)
    for part in (b"veldwijzer vault key file", bytes(keys)):
        hashed.update(struct.pack("<Q", len(part)) + part)
    return bytes(keys) + hashed.digest()


def at_terminal(device, words, *answers):
    """Runs a command at a terminal of its own, answers each question that ends in ": "; exit code and screen."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.pop("VELDWIJZER_PASSPHRASE", None)
        os.environ["VELDWIJZER_KDF"] = "floor"
        command = device.command(*words)
        os.execv(command[0], command)
    screen, left = b"", list(answers)
    while True:
        try:
            more = os.read(terminal, 4096)
        except OSError:  # Linux says EIO when the other side is gone
            break
        if not more:
            break
        screen += more
        if left and screen.endswith(b": "):
            # The prompt comes before the echo goes off: typing sooner would show, and be thrown away.
            while termios.tcgetattr(terminal)[3] & termios.ECHO:
                time.sleep(0.005)
            os.write(terminal, left.pop(0).encode() + b"\n")
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), screen.decode()


class ExitCodes(Case):
    def test_usage(self):
        """Every misuse of the command line ends with exit code 2 and says what was expected"""
        anna = self.device("Anna")
        for words in ((), ("fly",), ("show", "kort"), ("show",), ("new", "service"), ("new", "service", "geen veld"),
                      ("set", "0" * 32), ("list", "service", "--limit", "-1"), ("list", "service", "--filter", "tags"),
                      ("invite", "--role", "king"), ("invite", "--role", "editor", "--expires", "soon"),
                      ("invite", "--role", "editor", "--uses", "0"), ("resolve", "0" * 32, "name"),
                      ("resolve", "0" * 32, "name", "--keep", "1", "--value", "x"), ("import", "csv", "x"),
                      ("passphrase",), ("vault",), ("sync", "--force")):
            answer = anna.run(*words)
            self.assertEqual((answer.code, answer.error), (USAGE, "usage"), f"{words}: {answer}")
            self.assertIn("veldwijzer-cli: ", answer.err)
        self.assertFalse(anna.vault.exists())

    def test_no_vault(self):
        """Without a vault every command but join says so"""
        anna = self.device("Anna")
        for words in (("status",), ("sync",), ("list", "service"), ("vault", "check")):
            self.refused(anna.run(*words), "vault-missing")

    def test_passphrase(self):
        """A wrong passphrase ends with exit code 4; a changed one opens, the old one no longer"""
        _, anna = self.region()
        anna.passphrase = "niet de goede zin"
        self.refused(anna.run("status"), "wrong-passphrase", WRONG_PASSPHRASE)
        self.assertEqual(anna.plain("status").code, WRONG_PASSPHRASE)
        anna.passphrase = "correct paard batterij nietje"
        new = self.folder / "new"
        new.write_text("een andere lange zin\r\n")
        self.assertEqual(anna.run("passphrase", "change", "--new-passphrase-file", new).code, DONE)
        self.refused(anna.run("status"), "wrong-passphrase", WRONG_PASSPHRASE)
        anna.passphrase = "een andere lange zin"
        self.assertEqual(anna.run("status").code, DONE)
        anna.passphrase = "weer een andere"  # a file goes before the variable
        self.assertEqual(anna.run("status", "--passphrase-file", new).code, DONE)

    def test_asking(self):
        """At a terminal the passphrase is asked for without echo, and a new one twice"""
        net = self.server()
        anna = self.device("Anna")
        join = ("join", net.bootstrap, "--name", "Anna")
        code, seen = at_terminal(anna, join, anna.passphrase, "iets anders dan dat")
        self.assertEqual(code, REFUSED, seen)
        self.assertIn("differ", seen)
        code, seen = at_terminal(anna, join, anna.passphrase, anna.passphrase)
        self.assertEqual(code, DONE, seen)
        self.assertNotIn("paard", seen)
        self.assertEqual(anna.run("status").code, DONE)
        code, seen = at_terminal(anna, ("status",), "niet de goede zin")
        self.assertEqual(code, WRONG_PASSPHRASE, seen)

    def test_a_weak_passphrase(self):
        """A short passphrase makes no vault"""
        net = self.server()
        anna = self.device("Anna")
        anna.passphrase = "kort"
        self.refused(anna.run("join", net.bootstrap, "--name", "Anna"), "weak-passphrase")
        anna.passphrase = "lang genoeg om te mogen"
        anna.join(net.bootstrap)

    def test_offline(self):
        """Without a server sync ends with exit code 3, work goes on, and joining can be asked again"""
        net = self.server()
        anna = self.device("Anna")
        net.stop()
        self.refused(anna.run("join", net.bootstrap, "--name", "Anna"), "offline", OFFLINE)
        net.start()
        anna.join(net.bootstrap)
        net.stop()
        anna.new("service", name="Inloop")
        answer = anna.plain("sync")
        self.assertEqual(answer.code, OFFLINE)
        self.assertIn("safe", answer.err)
        self.assertEqual(anna.status()["pending"], 1)

    def test_damage(self):
        """A vault with any of its files damaged ends with exit code 5, and reads again when they are put back"""
        _, anna = self.region()
        anna.new("service", name="Inloop")
        whole = self.folder / "whole"
        shutil.copytree(anna.vault, whole)
        for path in sorted(whole.iterdir()):
            size = path.stat().st_size
            if size == 0:
                continue  # the lock
            # The head is written into two slots in turns, so that one may be torn: both are spoiled here.
            spoils = [(0, 4096)] if path.name == "head" else [(0,), (size // 3,), (size - 1,)]
            for places in spoils:
                self.put_back(anna, whole)
                content = bytearray(path.read_bytes())
                for place in places:
                    content[place] ^= 0x40
                (anna.vault / path.name).write_bytes(content)
                self.refused(anna.run("vault", "check"), "vault-damaged", DAMAGED)
            self.put_back(anna, whole)
            (anna.vault / path.name).write_bytes(path.read_bytes()[: 16 if path.name == "head" else size // 2])
            self.refused(anna.run("vault", "check"), "vault-damaged", DAMAGED)
        self.put_back(anna, whole)
        self.assertTrue(anna.ok("vault", "check")["sound"])

    def put_back(self, device, copy):
        shutil.rmtree(device.vault)
        shutil.copytree(copy, device.vault)

    def test_downgraded(self):
        """A key file that asks for a cheaper derivation, its checksum made to fit, is damage and not a passphrase"""
        _, anna = self.region()
        whole = self.folder / "whole"
        shutil.copytree(anna.vault, whole)
        keys = (whole / "keys").read_bytes()
        passes = 8 + 4 + 16 + 4 + 4 + 4  # magic, version, vault id, slots, kind, size: see shared/vault/FORMAT.md
        for low in (1, 2):
            spoiled = bytearray(keys)
            spoiled[passes] = low
            (anna.vault / "keys").write_bytes(with_checksum(spoiled[:-32]))
            self.refused(anna.run("status"), "vault-damaged", DAMAGED)
        (anna.vault / "keys").write_bytes(with_checksum(keys[:-32]))
        self.assertEqual(anna.run("status").code, DONE)  # else the checksum above would be what was refused

    @unittest.skipUnless(os.geteuid() == 0 and shutil.which("setpriv"), "needs another user")
    def test_a_folder_of_somebody_else(self):
        """A vault that this user may not look into is not taken for one that is not there"""
        _, anna = self.region()
        self.folder.chmod(0o755)
        program = shutil.copy(CLI, self.folder / "cli")  # the build may lie where nobody else can look
        words = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", program,
                 *anna.command("status")[1:]]
        done = subprocess.run(words, capture_output=True, text=True, env=anna.environment(), check=False)
        self.refused(Answer(done.returncode, done.stdout, done.stderr), "storage")
        self.assertIn("cannot look into", done.stderr)

    def test_head_slot(self):
        """A changed byte of the head file is told, takes nothing away, and is gone after the next changes"""
        _, anna = self.region()
        for at in (0, 4096 + 100):
            spoiled = bytearray((anna.vault / "head").read_bytes())
            spoiled[at] ^= 1
            (anna.vault / "head").write_bytes(spoiled)
            said = anna.run("status")
            self.assertEqual(said.code, DONE)
            self.assertIn("head", said.err)
            checked = anna.ok("vault", "check")
            self.assertEqual((checked["sound"], len(checked["notices"])), (True, 1))
            anna.new("service", name="Eerste")
            anna.new("service", name="Tweede")
            self.assertEqual(anna.ok("vault", "check")["notices"], [])

    def test_head_lost(self):
        """Without a head that can be read a vault opens only for whoever accepts that; then nothing synced is lost,
        nothing waiting is lost, and what was rolled back unseen breaks nothing"""
        _, anna, bram = self.pair()
        first = anna.new("service", name="Eerste")
        anna.sync()
        old = self.folder / "old"
        shutil.copytree(anna.vault, old)
        second = anna.new("service", name="Tweede")
        anna.sync()
        self.put_back(anna, old)  # an older vault …
        waiting = anna.new("service", name="Wachtend")
        (anna.vault / "head").write_bytes(bytes(8192))  # … and nobody can tell
        answer = anna.run("status")
        self.refused(answer, "vault-damaged", DAMAGED)
        self.assertIn("vault repair --accept-unverified-head", answer.err)
        self.refused(anna.run("vault", "check", "--accept-rollback"), "vault-damaged", DAMAGED)
        self.assertEqual(anna.run("vault", "repair").code, USAGE)
        anna.ok("vault", "repair", "--accept-unverified-head")
        anna.ok("vault", "repair", "--accept-unverified-head")  # with nothing to repair
        self.settle(anna, bram)
        self.assertEqual(sorted(anna.ids("service")), sorted([first, second, waiting]))
        self.assertEqual(anna.status()["rejected"], [])
        self.assert_same(anna, bram)

    def test_rolled_back(self):
        """A database put back to an older state is noticed; accepted, it comes up to date again and loses nothing synced"""
        _, anna, bram = self.pair()
        first = anna.new("service", name="Eerste")
        anna.sync()
        old = self.folder / "old"
        shutil.copytree(anna.vault, old)
        second = anna.new("service", name="Tweede")
        anna.sync()
        anchor = (anna.vault / "head").read_bytes()
        shutil.rmtree(anna.vault)
        shutil.copytree(old, anna.vault)
        (anna.vault / "head").write_bytes(anchor)
        self.refused(anna.run("status"), "vault-rolled-back", DAMAGED)
        anna.ok("vault", "check", "--accept-rollback")
        anna.sync()
        third = anna.new("service", name="Derde")
        self.settle(anna, bram)
        self.assertEqual(sorted(anna.ids("service")), sorted([first, second, third]))
        self.assert_same(anna, bram)


class Shapes(Case):
    def test_beginnings_of_ids(self):
        """The first digits of an id will do; when they fit more than one record, those are listed"""
        _, anna = self.region()
        first, second = "abcd1111" + "0" * 24, "abcd2222" + "0" * 24  # ids of ours, as an export writes them
        anna.ok("import", "hsds", hsds.write(self.folder / "map.json", [
            {"id": "veldwijzer:" + first, "name": "Inloop Oost", "status": "active"},
            {"id": "veldwijzer:" + second, "name": "Inloop West", "status": "active"}]))
        record = first
        for typed in (record[:5], record[:31], record, record[:8].upper()):
            self.assertEqual(anna.ok("show", typed)["id"], record)
        self.assertEqual(anna.ok("set", record[:6], "name=Inloop Zuid")["id"], record)
        anna.ok("add", record[:7], "tags", "avond")
        anna.ok("history", record[:7])
        ambiguous = anna.run("set", "abcd", "name=Fout")
        self.refused(ambiguous, "invalid-argument")
        for words in (record, second, "Inloop Zuid", "Inloop West"):
            self.assertIn(words, ambiguous.err)
        self.refused(anna.run("delete", "dcba"), "not-found")
        for short in ("abc", "abcg", record + "0", ""):
            self.assertEqual(anna.run("show", short).code, USAGE)

    def test_the_tray(self):
        """An empty tray is an empty list, and only what is in it can be dismissed"""
        _, anna = self.region()
        self.assertEqual(anna.ok("rejected"), [])
        self.assertEqual(anna.ok("dismiss", "--all"), {"dismissed": []})
        self.refused(anna.run("dismiss", "3"), "not-found")
        for words in (("dismiss",), ("dismiss", "x"), ("dismiss", "0"), ("dismiss", "1", "--all")):
            self.assertEqual(anna.run(*words).code, USAGE)

    def test_documents(self):
        """The JSON of every command has the promised members"""
        net, anna, bram = self.pair()
        imported = anna.ok("import", "hsds", hsds.write(self.folder / "map.json", [hsds.service(1)]))
        self.assertEqual(set(imported), {"preview", "created", "updated", "unchanged", "gone_count", "gone",
                                         "problems"})
        self.assertEqual(imported["created"]["service"], 1)
        made = anna.ok("new", "service", "name=Inloop", "status=active")
        self.assertEqual(set(made), {"id"})
        record = made["id"]
        anna.ok("add", record, "tags", "avond")
        shown = anna.ok("show", record)
        self.assertIsNone(shown.pop("now")["open"])
        self.assertEqual(shown, {"id": record, "kind": "service", "conflicts": {},
                                 "fields": {"name": "Inloop", "status": "active", "tags": ["avond"]}})
        listed = anna.ok("list", "service", "--limit", 1)
        self.assertEqual((listed["total"], len(listed["results"])), (2, 1))
        self.assertLessEqual({"id", "kind", "title"}, set(listed["results"][0]))
        filtered = anna.ok("list", "service", "--filter", "tags=avond")
        self.assertEqual([row["id"] for row in filtered["results"]], [record])
        self.assertEqual(anna.ok("list", "service", "--filter", "tags=ochtend")["total"], 0)
        status = anna.status()
        self.assertLessEqual({"pending", "rejected", "conflicts", "spaces"}, set(status))
        self.assertEqual({space["name"] for space in status["spaces"]},
                         {"map", "templates", "programme", "participation", "suggestions", "personal", "confidential"})
        for space in status["spaces"]:
            self.assertLessEqual({"name", "position", "lastSync", "digest"}, set(space))
        self.assertEqual(anna.ok("conflicts"), [])
        self.settle(anna, bram)
        anna.ok("set", record, "name=A")
        bram.ok("set", record, "name=B")
        self.settle(anna, bram)
        (conflict,) = anna.ok("conflicts")
        self.assertEqual((conflict["id"], conflict["field"]), (record, "name"))
        for value in conflict["values"]:
            self.assertEqual(set(value), {"value", "by", "at"})
        self.assertEqual(anna.ok("show", record)["conflicts"], {"name": conflict["values"]})
        history = anna.ok("history", record)
        self.assertEqual({entry["value"] for entry in history if entry["field"] == "name"}, {"Inloop", "A", "B"})
        png = self.folder / "invitation.png"
        self.assertEqual(set(anna.ok("invite", "--role", "editor", "--qr", png)), {"invitation"})
        self.assertTrue(png.read_bytes().startswith(b"\x89PNG"))
        self.assertEqual(png.stat().st_mode & 0o777, 0o600)
        self.assertEqual(net.stop(), 0)

    def test_edits(self):
        """Fields are written, emptied, added and removed; deleting and restoring keep what was there"""
        _, anna = self.region()
        record = anna.new("service", name="Inloop = open", description="Regel een\nRegel twee")
        self.assertEqual(anna.fields(record)["name"], "Inloop = open")
        anna.ok("set", record, "description=")
        self.assertNotIn("description", anna.fields(record))
        for word in ("list", "sync", "-18"):  # words that mean something elsewhere on the command line
            anna.ok("add", record, "tags", "--", word) if word.startswith("-") else anna.ok("add", record, "tags", word)
        self.assertEqual(sorted(anna.fields(record)["tags"]), ["-18", "list", "sync"])
        anna.ok("remove", record, "tags", "list")
        self.assertEqual(sorted(anna.fields(record)["tags"]), ["-18", "sync"])
        self.refused(anna.run("remove", record, "tags", "list"), "not-found")
        self.refused(anna.run("set", record, "minimum_age=jong"), "invalid-argument")
        self.refused(anna.run("show", "f" * 32), "not-found")
        before = anna.fields(record)
        anna.ok("delete", record)
        self.assertTrue(anna.ok("show", record)["deleted"])
        self.assertEqual(anna.ids("service"), [])
        anna.ok("restore", record)
        self.assertEqual(anna.fields(record), before)
        self.assertNotIn("deleted", anna.ok("show", record))

    def test_hostile_text(self):
        """Escapes and control characters from a record never reach the terminal; JSON carries them whole"""
        _, anna = self.region()
        evil = "\x1b[2J\x1b]0;eigen titel\x07\u009b31m\u202eomgekeerd\x7f\r\x08"
        record = anna.new("service", name="Inloop" + evil, description="Gewoon\n" + evil)
        anna.ok("add", record, "tags", evil)
        for words in (("list", "service"), ("show", record), ("history", record), ("status",), ("conflicts",),
                      ("list", "kind" + evil), ("set", record, "minimum_age=" + evil),
                      ("set", record, "veld" + evil + "=x"), ("import", "hsds", "/nergens/" + evil)):
            answer = anna.plain(*words)
            for text in (answer.out, answer.err):
                bad = [c for c in text if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 or c == "\u202e"]
                self.assertEqual(bad, [], f"{words}: {text!r}")
        self.assertEqual(anna.fields(record)["description"], "Gewoon\n" + evil)

    def test_help(self):
        """Help and version are there without a vault and without a passphrase"""
        anna = self.device("Anna")
        anna.vault = self.folder / "none"
        for words in (("--help",), ("--version",), ("import", "--help"), ("resolve", "--help")):
            answer = anna.plain(*words)
            self.assertEqual(answer.code, DONE, str(answer))
            self.assertIn("veldwijzer" if words[-1] == "--version" else "Usage", answer.out)
        self.assertFalse(anna.vault.exists())
        self.assertTrue(CLI.exists())


class Refusals(Case):
    def test_a_missing_file(self):
        """Importing what is not there, or is not HSDS, is refused and changes nothing"""
        _, anna = self.region()
        (self.folder / "text.json").write_text("dit is geen JSON")
        before = anna.digest()
        for name in ("nergens.json", "text.json"):
            self.assertEqual(anna.run("import", "hsds", self.folder / name).code, REFUSED)
        self.assertEqual(anna.digest(), before)
