# SPDX-License-Identifier: EUPL-1.2
"""The public page of a programme in a real Chromium."""
import os
import pathlib
import unittest

import browser
from support import Case

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "deploy" / "sample" / "regiodag.json"
TAB, ENTER = "\ue004", "\ue007"


@unittest.skipUnless(browser.there(), "no chromium and chromium-driver")
class PublicPage(Case):
    def test_in_a_browser(self):
        """The public page fits a phone and a screen, goes by keyboard, prints, and nothing in it is forbidden"""
        server, anna = self.region()
        event = anna.ok("import", "frab", SAMPLE)["event"]
        anna.ok("publish", event, "--slug", "dag")
        page = f"http://127.0.0.1:{server.port}/programma/dag"
        chromium = browser.Browser(self.folder)
        self.addCleanup(chromium.close)
        for address in (page, page + "?weergave=rooster", page + "?zoek=meldcode"):
            for width in (360, 1280):
                for scheme in ("light", "dark"):
                    with self.subTest(address=address, width=width, scheme=scheme):
                        chromium.size(width)
                        chromium.media(scheme=scheme)
                        chromium.open(address)
                        self.assertLessEqual(chromium.run("return document.documentElement.scrollWidth"), width)
                        self.assertEqual(chromium.run("return document.querySelectorAll('h1').length"), 1)
                        self.assertEqual(self.axe(chromium), [])
                        if os.environ.get("VELDWIJZER_PICTURES"):
                            chromium.picture(f"{os.environ['VELDWIJZER_PICTURES']}/{width}-{scheme}"
                                             f"-{address.rpartition('?')[2][-8:].replace('/', '')}.png")
        self.assertEqual(chromium.problems(), [])

        # By keyboard alone: the skip link first, then what there is to choose, then the search.
        chromium.open(page)
        names = []
        for _ in range(7):
            chromium.press(TAB)
            names.append(chromium.run("return document.activeElement.textContent.trim()"))
        self.assertEqual(names, ["Naar het programma", "Toegankelijkheid", "Lijst", "Rooster", "Zet in je agenda",
                                 "", "Zoek"])
        chromium.type("#zoek", "PLEGERS")
        chromium.press(ENTER)
        self.assertIn("2 onderdelen gevonden", chromium.run("return document.querySelector('[role=status]').textContent"))

        # A link of the timetable leads to what can be read about it.
        chromium.open(page + "?weergave=rooster")
        chromium.run("document.querySelector('td a').click()")
        self.assertTrue(chromium.run("return document.querySelector('li:target') !== null"))

        # On paper: the programme, and nothing to press.
        chromium.open(page)
        chromium.media("print")
        hidden = "return [...document.querySelectorAll('form, nav ul, footer, .spring')]" \
                 ".every(each => getComputedStyle(each).display === 'none')"
        self.assertTrue(chromium.run(hidden))
        self.assertIn("Wat mij had geholpen", chromium.run("return document.querySelector('main').innerText"))

    def axe(self, chromium):
        if not browser.AXE.exists():
            return []
        chromium.run(browser.AXE.read_text(encoding="utf-8"))
        return chromium.run_async("const done = arguments[arguments.length - 1];"
                                  "axe.run().then(r => done(r.violations.map(v => v.id + ' ' + v.nodes[0].target)))")
