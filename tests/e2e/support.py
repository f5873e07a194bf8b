# SPDX-License-Identifier: EUPL-1.2
"""Real processes for the end-to-end tests: a server, devices, and the wire between them.

Every test gets a folder of its own that disappears with it. Nothing here waits for a fixed time: servers say
when they are ready, and programs are waited for.
"""
import json
import os
import pathlib
import random
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import unittest

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
BIN = pathlib.Path(os.environ.get("VELDWIJZER_BIN", SOURCE / "build" / "release" / "bin"))
CLI = BIN / "veldwijzer-cli"
SERVER = BIN / "veldwijzer-server"
CLOCK_SHIM = os.environ.get("VELDWIJZER_CLOCK_SHIM", "")
PASSPHRASE = "correct paard batterij nietje"
# A program that takes longer hangs; far above what any step takes on a slow machine.
PATIENCE_SECONDS = 120

DONE, REFUSED, USAGE, OFFLINE, WRONG_PASSPHRASE, DAMAGED = range(6)


def free_port():
    """A port that stays free while its server is down.

    Below the ephemeral range (from 32768 on Linux): a port in it may go to any outgoing connection in the
    meantime, and a device that calls a server which is down may be connected to itself.
    """
    while True:
        port = random.SystemRandom().randrange(20000, 32000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue


def shifted(environment, days):
    """The environment of a program whose clock is wrong by so many days."""
    if not CLOCK_SHIM:
        raise unittest.SkipTest("the clock shim was not built (VELDWIJZER_CLOCK_SHIM)")
    return {**environment, "LD_PRELOAD": CLOCK_SHIM, "VELDWIJZER_SHIFT_SECONDS": str(days * 86400)}


class Answer:
    """What a run of the CLI came to."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def error(self):
        return self.json["error"]["code"]

    def __str__(self):
        return f"exit code {self.code}\nstdout: {self.out}\nstderr: {self.err}"


class Server:
    """One region on loopback. It keeps its port, so that links and devices find it again after a restart."""

    def __init__(self, folder, region="Veenrivier", url_port=None):
        self.data = pathlib.Path(folder) / "server"
        self.log = pathlib.Path(folder) / "server.log"
        self.port = free_port()
        self.process = None
        done = self.program("init", "--region", region, "--url", f"http://127.0.0.1:{url_port or self.port}")
        self.bootstrap = invitation_in(done.stdout)

    def program(self, command, *arguments):
        return subprocess.run([SERVER, command, "--data", self.data, *arguments], capture_output=True, text=True,
                              timeout=PATIENCE_SECONDS, check=True)

    def start(self, shift_days=0):
        environment = shifted(dict(os.environ), shift_days) if shift_days else None
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen([SERVER, "serve", "--data", self.data, "--listen",
                                             f"127.0.0.1:{self.port}"],
                                            stdout=subprocess.PIPE, stderr=log, text=True, env=environment)
        line = self.process.stdout.readline()
        if not line.startswith("listening on"):
            raise AssertionError("the server did not start: " + line + self.log.read_text(errors="replace"))
        return self

    def stop(self, how=signal.SIGTERM):
        if self.process is None:
            return None
        self.process.send_signal(how)
        code = self.process.wait(PATIENCE_SECONDS)
        self.process.stdout.close()
        self.process = None
        return code

    def check(self):
        return self.program("check").stdout


def invitation_in(text):
    for line in text.splitlines():
        if line.startswith("invitation: "):
            return line.removeprefix("invitation: ")
    raise AssertionError("no invitation in: " + text)


class Device:
    """One vault and the CLI that works on it."""

    def __init__(self, folder, name):
        self.name = name
        self.vault = pathlib.Path(folder) / f"vault-{name}"
        self.shift_days = 0
        self.passphrase = PASSPHRASE
        self.said = ""  # everything that the CLI ever wrote, for the search for leaks

    def command(self, *arguments):
        return [str(CLI), "--vault", str(self.vault), "--json", *map(str, arguments)]

    def environment(self):
        environment = {**os.environ, "VELDWIJZER_PASSPHRASE": self.passphrase, "VELDWIJZER_KDF": "floor"}
        return shifted(environment, self.shift_days) if self.shift_days else environment

    def run(self, *arguments):
        done = subprocess.run(self.command(*arguments), capture_output=True, text=True, env=self.environment(),
                              stdin=subprocess.DEVNULL, timeout=PATIENCE_SECONDS, check=False)
        self.said += done.stderr
        return Answer(done.returncode, done.stdout, done.stderr)

    def plain(self, *arguments):
        """Without --json: what a person sees."""
        words = [word for word in self.command(*arguments) if word != "--json"]
        done = subprocess.run(words, capture_output=True, text=True, env=self.environment(),
                              stdin=subprocess.DEVNULL, timeout=PATIENCE_SECONDS, check=False)
        return Answer(done.returncode, done.stdout, done.stderr)

    def start(self, *arguments):
        """Under way: for killing."""
        return subprocess.Popen(self.command(*arguments), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                env=self.environment(), stdin=subprocess.DEVNULL)

    def ok(self, *arguments):
        """The document of a command that must succeed."""
        answer = self.run(*arguments)
        if answer.code != DONE:
            raise AssertionError(f"{self.name}: {' '.join(map(str, arguments))}\n{answer}")
        return answer.json

    # ---- what tests ask for again and again
    def join(self, link):
        return self.ok("join", link, "--name", self.name)

    def invite(self, role="professional", *options):
        return self.ok("invite", "--role", role, *options)["invitation"]

    def sync(self):
        return self.ok("sync")

    def status(self):
        return self.ok("status")

    def digests(self):
        return {space["name"]: space["digest"] for space in self.status()["spaces"]}

    def digest(self, space="map"):
        return self.digests()[space]

    def new(self, kind, **fields):
        return self.ok("new", kind, *(f"{field}={value}" for field, value in fields.items()))["id"]

    def fields(self, record):
        return self.ok("show", record)["fields"]

    def ids(self, kind):
        listed = self.ok("list", kind, "--limit", 100000)
        found = [row["id"] for row in listed["results"]]
        if len(found) != listed["total"]:
            raise AssertionError(f"{listed['total']} {kind} counted, {len(found)} listed")
        return found

    def sample(self, kinds, each=3):
        """Of every kind all ids and titles, and some records whole."""
        taken = {}
        for kind in sorted(kinds):
            rows = self.ok("list", kind, "--limit", 100000)["results"]
            taken[kind] = (rows, [self.fields(row["id"]) for row in rows[:: max(1, len(rows) // each)]])
        return taken

    def inbox(self):
        """{(record, field): [values]} of the conflict inbox."""
        return {(entry["id"], entry["field"]): entry["values"] for entry in self.ok("conflicts")}


class Wire:
    """A relay between devices and the server that remembers requests and can lose answers.

    One request at a time, whole bodies: all that the CLI sends.
    """

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.server_port = None
        self.requests = []  # raw bytes
        self.lose_answers = 0  # so many answers still to be lost after the server gave them
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self):
        self.listener.close()

    def send(self, raw):
        """Posts raw bytes to the server, as anybody on the network could; returns (status, body)."""
        with socket.create_connection(("127.0.0.1", self.server_port), timeout=PATIENCE_SECONDS) as server:
            server.sendall(raw)
            answer = read_message(server)
        head, _, body = answer.partition(b"\r\n\r\n")
        return int(head.split()[1]), body

    def _serve(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            try:
                self._relay(client)
            except OSError:
                pass  # the server is down or the client went away: so it is on a network
            finally:
                client.close()

    def _relay(self, client):
        client.settimeout(PATIENCE_SECONDS)
        request = read_message(client)
        if not request:
            return
        self.requests.append(request)
        with socket.create_connection(("127.0.0.1", self.server_port), timeout=PATIENCE_SECONDS) as server:
            server.sendall(request)
            answer = read_message(server)
        if self.lose_answers > 0:
            self.lose_answers -= 1
            return
        client.sendall(answer)


def read_message(connection):
    """One HTTP message with its Content-Length; what came, when the other side closes early."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(65536)
        if not more:
            return data
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            length = int(value)
    while len(body) < length:
        more = connection.recv(65536)
        if not more:
            break
        body += more
    return head + b"\r\n\r\n" + body


def replaced(raw, edit):
    """The message with its body edited; head and length otherwise as they were."""
    head, _, body = raw.partition(b"\r\n\r\n")
    return head + b"\r\n\r\n" + edit(body)


class Case(unittest.TestCase):
    """A folder, and whatever runs in it, gone at the end."""

    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="veldwijzer-e2e-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def server(self, **options):
        server = Server(self.folder, **options)
        self.addCleanup(server.stop, signal.SIGKILL)
        return server.start()

    def device(self, name):
        return Device(self.folder, name)

    def region(self):
        """A server and its coordinator."""
        server = self.server()
        anna = self.device("Anna")
        anna.join(server.bootstrap)
        return server, anna

    def pair(self, role="professional"):
        """A server, a coordinator, and somebody who joined."""
        server, anna = self.region()
        bram = self.device("Bram")
        bram.join(anna.invite(role))
        return server, anna, bram

    def settle(self, *devices):
        """One sync each, twice: enough for everybody to have everything."""
        for device in devices * 2:
            device.sync()

    def refused(self, answer, name, code=REFUSED):
        self.assertEqual((answer.code, answer.error), (code, name), str(answer))

    def assert_same(self, *devices, spaces=("map",)):
        for space in spaces:
            digests = {device.name: device.digest(space) for device in devices}
            self.assertEqual(len(set(digests.values())), 1, f"{space}: {digests}")
