# SPDX-License-Identifier: EUPL-1.2
"""A real Chromium without a window, through its WebDriver (W3C): enough of it for looking at a page."""
import base64
import json
import os
import pathlib
import shutil
import subprocess
import time
import urllib.error
import urllib.request

from support import PATIENCE_SECONDS, free_port

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
# `npm install --prefix tests/e2e axe-core` puts it there; without it that one check is left out.
AXE = pathlib.Path(__file__).resolve().parent / "node_modules" / "axe-core" / "axe.min.js"


def there():
    return shutil.which("chromedriver") and shutil.which("chromium")


class Browser:
    def __init__(self, folder, width=360, height=800):
        self.port = free_port()
        self.driver = subprocess.Popen(["chromedriver", f"--port={self.port}"], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
        options = {"args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                            f"--user-data-dir={folder}/chromium"]}
        end = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                self.session = self._call("POST", "/session", {"capabilities": {"alwaysMatch": {
                    "browserName": "chrome", "goog:loggingPrefs": {"browser": "ALL"},
                    "goog:chromeOptions": options}}})["sessionId"]
                break
            except (ConnectionError, urllib.error.URLError):
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)
        self.size(width, height)

    def _call(self, method, path, body=None):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", method=method,
                                         data=None if body is None else json.dumps(body).encode())
        with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as answer:
            return json.loads(answer.read())["value"]

    def call(self, method, path, body=None):
        return self._call(method, f"/session/{self.session}{path}", body)

    def command(self, name, **parameters):
        """Of the DevTools protocol."""
        return self.call("POST", "/goog/cdp/execute", {"cmd": name, "params": parameters})

    def size(self, width, height=800):
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                     mobile=False)

    def media(self, kind="", scheme="light"):
        self.command("Emulation.setEmulatedMedia", media=kind,
                     features=[{"name": "prefers-color-scheme", "value": scheme}])

    def open(self, url):
        self.call("POST", "/url", {"url": url})

    def run(self, script, *arguments):
        """In the page, by the debugger: what the page itself forbids does not count for it."""
        return self.call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def run_async(self, script):
        return self.call("POST", "/execute/async", {"script": script, "args": []})

    def press(self, *keys):
        for key in keys:
            self.call("POST", "/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": [
                {"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]}]})

    def type(self, selector, text):
        found = self.call("POST", "/element", {"using": "css selector", "value": selector})[ELEMENT]
        self.call("POST", f"/element/{found}/value", {"text": text})

    def problems(self):
        return [entry["message"] for entry in self.call("POST", "/se/log", {"type": "browser"})]

    def picture(self, path):
        pathlib.Path(path).write_bytes(base64.b64decode(self.call("GET", "/screenshot")))

    def close(self):
        try:
            self._call("DELETE", f"/session/{self.session}")
        except OSError:
            pass
        self.driver.terminate()
        self.driver.wait(PATIENCE_SECONDS)
