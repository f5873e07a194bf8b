# SPDX-License-Identifier: EUPL-1.2
"""The real app under a display and a session bus of its own, driven as a screen reader and a keyboard would.

Controls are found by role and accessible name (AT-SPI), pressed by their accessible action, and typed into with
real key presses. Only what is shown is found.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

from support import BIN, PATIENCE_SECONDS

PROGRAM = BIN / "veldwijzer"
BUS_LAUNCHER = pathlib.Path("/usr/libexec/at-spi-bus-launcher")


class App:
    def __init__(self, vault, size=(1280, 800)):
        for tool in ("Xvfb", "openbox", "xdotool", "dbus-daemon"):
            if shutil.which(tool) is None:
                raise unittest.SkipTest(f"{tool} is not installed")
        self.vault = pathlib.Path(vault)
        self.size = size
        self.processes = []
        self.runtime = tempfile.mkdtemp(prefix="vw-run-")
        os.chmod(self.runtime, 0o700)
        self.log = open(pathlib.Path(self.runtime) / "log", "wb")
        # Settings and whatever else a desktop keeps: its own, gone with the test.
        self.environment = {**os.environ, "XDG_RUNTIME_DIR": self.runtime, "HOME": self.runtime,
                            "XDG_CONFIG_HOME": self.runtime + "/config", "XDG_DATA_HOME": self.runtime + "/data",
                            "QT_QPA_PLATFORM": "xcb", "QSG_RHI_BACKEND": "opengl", "LIBGL_ALWAYS_SOFTWARE": "1",
                            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "VELDWIJZER_KDF": "floor", "LANG": "C.UTF-8",
                            "LANGUAGE": "nl"}
        self._start_desktop()
        self.process = None

    def _spawn(self, *command, **options):
        process = subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL, stderr=self.log,
                                   **options)
        self.processes.append(process)
        return process

    def _start_desktop(self):
        reading, writing = os.pipe()
        # Without -noreset it begins anew when its last client leaves, and turns away whoever comes just then.
        self._spawn("Xvfb", "-displayfd", str(writing), "-noreset", "-screen", "0",
                    f"{self.size[0]}x{self.size[1]}x24", pass_fds=(writing,), stdout=self.log)
        os.close(writing)
        with os.fdopen(reading) as said:
            self.environment["DISPLAY"] = ":" + said.readline().strip()
        bus = self._spawn("dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE, text=True)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self._spawn(str(BUS_LAUNCHER), "--launch-immediately", stdout=self.log)
        self._spawn("openbox", stdout=self.log)
        # What asks the bus in this process must know where it is before it is loaded.
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self.environment["DBUS_SESSION_BUS_ADDRESS"]
        os.environ["XDG_RUNTIME_DIR"] = self.runtime
        os.environ["DISPLAY"] = self.environment["DISPLAY"]
        # Debian's modules, also when another Python of the same version comes first in the path.
        if "/usr/lib/python3/dist-packages" not in sys.path:
            sys.path.append("/usr/lib/python3/dist-packages")
        try:
            import pyatspi
        except ImportError as missing:
            self.close()
            raise unittest.SkipTest("python3-pyatspi is not installed") from missing
        self.atspi = pyatspi

    # ---- the program
    def start(self, *arguments, under=()):
        """`under`: a command that runs the program, such as setpriv."""
        self.process = self._spawn(*under, str(PROGRAM), "--vault", str(self.vault), *arguments, stdout=self.log)
        self.wait(lambda: self._root() is not None, "the app is on the bus")
        self.wait(self._has_keyboard, "the window manager gives a window the keyboard")
        return self

    def _has_keyboard(self):
        return subprocess.run(["xdotool", "getactivewindow"], env=self.environment, capture_output=True,
                              check=False).returncode == 0

    def kill(self):
        self.process.kill()
        self.process.wait(PATIENCE_SECONDS)

    def close(self):
        for process in reversed(self.processes):
            if process.poll() is None:
                process.terminate()
        for process in self.processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdout:
                process.stdout.close()
        self.log.close()
        shutil.rmtree(self.runtime, ignore_errors=True)

    def said(self):
        self.log.flush()
        return pathlib.Path(self.log.name).read_text(errors="replace")

    # ---- looking
    def _root(self):
        desktop = self.atspi.Registry.getDesktop(0)
        for index in range(desktop.childCount):
            application = desktop.getChildAtIndex(index)
            if application is not None and application.name and application.name.lower().startswith("veldwijzer"):
                return application
        return None

    def controls(self):
        """Everything that is shown, as (role, name, element), in reading order."""
        found = []

        def walk(element):
            try:
                states = element.getState()
                if not states.contains(self.atspi.STATE_SHOWING) and element.getRoleName() != "application":
                    return
                found.append((element.getRoleName(), element.name, element))
                for index in range(element.childCount):
                    child = element.getChildAtIndex(index)
                    if child is not None:
                        walk(child)
            except Exception:  # pages come and go while we look: what is gone is not shown
                return

        root = self._root()
        if root is not None:
            walk(root)
        return found

    def tree(self):
        return "\n".join(f"{role}: {name!r}" for role, name, _ in self.controls())

    def find(self, name, role=None):
        for found_role, found_name, element in self.controls():
            if (found_name == name or (callable(name) and name(found_name))) and role in (None, found_role):
                return element
        return None

    def wait(self, condition, what, seconds=60):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            value = condition()
            if value:
                return value
            if self.process is not None and self.process.poll() is not None:
                raise AssertionError(f"the app ended while waiting until {what}\n{self.said()}")
            time.sleep(0.1)
        raise AssertionError(f"never came: {what}\nshown:\n{self.tree()}\n{self.said()[-2000:]}")

    def see(self, name, role=None):
        return self.wait(lambda: self.find(name, role), f"{role or 'something'} {name!r} is shown")

    def see_text(self, part):
        return self.wait(lambda: self.find(lambda name: part in (name or "")), f"a text with {part!r} is shown")

    def value(self, name, role=None):
        """What stands in a field; None when it is not shown."""
        element = self.find(name, role)
        return element.queryText().getText(0, -1) if element is not None else None

    # ---- doing
    def press(self, name, role=None):
        element = self.see(name, role)
        actions = element.queryAction()
        names = [actions.getName(index) for index in range(actions.nActions)]
        actions.doAction(names.index("Press") if "Press" in names else 0)

    def focus(self, name, role=None):
        self.see(name, role).queryComponent().grabFocus()
        time.sleep(0.2)

    def keys(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], env=self.environment, check=True,
                       timeout=PATIENCE_SECONDS)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "15", text], env=self.environment, check=True,
                       timeout=PATIENCE_SECONDS)
