# SPDX-License-Identifier: EUPL-1.2
"""The checklists of deploy/templates meet every rule of rules.py, and each rule notices when one does not."""

import copy
import json
import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import rules  # noqa: E402

DEPLOY = pathlib.Path(__file__).resolve().parents[2] / "deploy"
TEMPLATES = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((DEPLOY / "templates").glob("*.json"))}
LINES = {line["code"] for line in json.loads((DEPLOY / "numbers/national.json").read_text(encoding="utf-8"))["lines"]}
TITLES = ["Is ons team klaar?", "Jaarevaluatie netwerk", "Kort geleden gebeurd", "Meldcode-stappen",
          "Overdracht en terugkoppeling", "School: medewerker betrokken"]


def item(template, link):
    return next(each for each in rules.items_of(template) if each["linkId"] == link)


def conditions(template, link):
    return [(each["question"], each["operator"], each.get("answerCoding", {}).get("code"))
            for each in item(template, link).get("enableWhen", [])]


class TemplatesTest(unittest.TestCase):
    maxDiff = None

    def test_the_six_are_there_under_the_name_of_their_file(self):
        self.assertEqual(sorted(template["title"] for template in TEMPLATES.values()), TITLES)
        self.assertEqual({name: template["id"] for name, template in TEMPLATES.items()}, {name: name for name in TEMPLATES})

    def test_every_template_meets_every_rule(self):
        broken = {name: rules.broken_rules(template, LINES) for name, template in TEMPLATES.items()}
        self.assertEqual({name: wrong for name, wrong in broken.items() if wrong}, {})

    def test_texts_are_written_with_typographic_care(self):
        for name, template in TEMPLATES.items():
            for where, text in rules.every_text(template):
                self.assertNotRegex(text, r"\.\.|\?\?| [.,?!]|--", f"{name}, {where}")


class MeldcodeTest(unittest.TestCase):
    template = TEMPLATES["meldcode-stappen"]

    def test_the_five_steps_come_in_their_order(self):
        steps = [each["linkId"] for each in self.template["item"] if each["linkId"].startswith("stap-")]
        self.assertEqual(steps, ["stap-1", "stap-2", "stap-3", "stap-4", "stap-5"])

    def test_unsafety_always_asks_for_a_report(self):
        self.assertEqual(conditions(self.template, "stap-4.altijd-melden"), [("stap-4.onveilig", "=", "ja")])
        self.assertEqual(conditions(self.template, "stap-5.past-niet"),
                         [("stap-4.onveilig", "=", "ja"), ("stap-5.melden", "=", "nee")])
        for link in ("stap-4.altijd-melden", "stap-5.past-niet"):
            self.assertTrue(rules.is_urgent(item(self.template, link)))
            self.assertIn("veilig-thuis", rules.cards_of(item(self.template, link)))

    def test_doubt_leads_to_advice(self):
        self.assertEqual(conditions(self.template, "stap-4.twijfel"),
                         [("stap-4.vermoeden", "=", "twijfel"), ("stap-4.onveilig", "=", "twijfel")])
        self.assertEqual(item(self.template, "stap-4.twijfel")["enableBehavior"], "any")

    def test_school_staff_leave_the_meldcode(self):
        for number in range(1, 6):
            self.assertEqual(conditions(self.template, f"stap-{number}"), [("school-medewerker", "!=", "ja")])
        self.assertEqual(rules.cards_of(item(self.template, "school-medewerker.anders")), ["vertrouwensinspecteur"])


class SchoolTest(unittest.TestCase):
    template = TEMPLATES["school-medewerker-betrokken"]

    def test_the_way_is_board_then_inspector_then_police(self):
        order = [each["linkId"] for each in self.template["item"]]
        self.assertEqual(order[2:5], ["bestuur", "inspecteur", "aangifte"])
        self.assertEqual(conditions(self.template, "aangifte"), [("inspecteur.vermoeden", "=", "ja")])

    def test_not_having_told_the_board_is_urgent(self):
        self.assertTrue(rules.is_urgent(item(self.template, "bestuur.nog-niet")))
        self.assertEqual(rules.cards_of(item(self.template, "bestuur.nog-niet")), ["vertrouwensinspecteur"])


class RecentTest(unittest.TestCase):
    def test_within_seven_days_or_unknown_shows_the_centre_at_once(self):
        template = TEMPLATES["kort-geleden-gebeurd"]
        self.assertEqual(conditions(template, "tijd.bel"), [("tijd", "=", "ja"), ("tijd", "=", "weet-niet")])
        self.assertTrue(rules.is_urgent(item(template, "tijd.bel")))
        self.assertEqual(rules.cards_of(item(template, "tijd.bel")), ["centrum-seksueel-geweld"])


def without(name):
    return lambda template: template.pop(name)


def on(link, **change):
    return lambda template: item(template, link).update(change)


# What each rule must notice: its name, and how the meldcode template is spoilt.
SPOILT = [
    ("says_what_it_is", without("version")),
    ("says_what_it_is", without("useContext")),
    ("says_where_it_comes_from", without("copyright")),
    ("says_where_it_comes_from", without("lastReviewDate")),
    ("says_how_long_it_is_kept", without("extension")),
    ("has_sound_items", on("stap-1.goed", linkId="stap-1.anders")),
    ("has_sound_items", on("stap-1.goed", type="attachment")),
    ("has_sound_items", on("stap-2.veilig-thuis", answerOption=[])),
    ("asks_only_what_came_before", lambda template: template["item"].reverse()),
    ("asks_only_what_came_before", on("gevaar.twijfel", enableWhen=[{"question": "nergens", "operator": "exists", "answerBoolean": True}])),
    ("asks_only_what_came_before", on("gevaar.twijfel", enableWhen=[{"question": "gevaar", "operator": ">", "answerInteger": 3}])),
    ("asks_only_what_came_before", lambda template: item(template, "gevaar.bel-nu")["enableWhen"][0]["answerCoding"].update(code="misschien")),
    ("asks_only_what_came_before", lambda template: item(template, "stap-4.twijfel").pop("enableBehavior")),
    ("shows_numbers_that_exist", on("gevaar.bel-nu", extension=[{"url": rules.OURS + "contact-card", "valueCode": "nergens"}])),
    ("shows_numbers_that_exist", on("gevaar.bel-nu", text="Bel 0800-2000.")),
    ("acts_on_danger", on("gevaar.bel-nu", extension=[])),
    ("keeps_facts_and_hearsay_apart", on("stap-1.zelf-gezien", linkId="stap-1.wat")),
    ("asks_for_no_name", on("stap-1.goed", text="Wat is de voornaam?")),
    ("asks_for_no_name", on("vooraf.geen-namen", text="Vul alles in.")),
    ("gives_no_score", lambda template: item(template, "gevaar")["answerOption"][0].update(
        extension=[{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 1}])),
    ("speaks_plainly", on("stap-1.goed", text="Wat vindt u?")),
    ("speaks_plainly", on("stap-1.goed", text="Wat zegt de zedenwetgeving?")),
    ("speaks_plainly", on("stap-1.goed", text=" ".join(["woord"] * 23) + "?")),
]


class RulesTest(unittest.TestCase):
    def test_a_spoilt_template_is_noticed_by_its_rule(self):
        for number, (rule, spoil) in enumerate(SPOILT):
            template = copy.deepcopy(TEMPLATES["meldcode-stappen"])
            spoil(template)
            with self.subTest(number=number, rule=rule):
                self.assertTrue(list(getattr(rules, rule)(template, LINES)), f"{rule} noticed nothing")

    def test_every_rule_is_tried(self):
        self.assertEqual({rule for rule, _ in SPOILT}, {rule.__name__ for rule in rules.RULES})


if __name__ == "__main__":
    unittest.main()
