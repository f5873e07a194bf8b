# SPDX-License-Identifier: EUPL-1.2
"""What holds for every checklist that comes with the program. Each rule takes a Questionnaire as JSON gives it and
yields what is wrong, in words; a rule that yields nothing is met."""

import re

OURS = "https://veldwijzer.example/fhir/"
ITEM_CONTROL = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"
CAN_FILL_IN = {"group", "display", "boolean", "decimal", "integer", "date", "dateTime", "time", "string", "text", "url",
               "choice", "open-choice", "quantity"}
ANSWER_OF = {"choice": "answerCoding", "open-choice": "answerCoding", "boolean": "answerBoolean", "date": "answerDate",
             "dateTime": "answerDateTime", "time": "answerTime", "string": "answerString", "text": "answerString",
             "url": "answerString", "integer": "answerInteger", "decimal": "answerDecimal"}
OPERATORS = {"exists", "=", "!=", ">", "<", ">=", "<="}
ORDERED = {"integer", "decimal", "date", "dateTime", "time", "quantity"}
LONGEST_SENTENCE = 22  # words; longer is not B1 any more
MOST_MONTHS = 60


def walk(items, above=()):
    for item in items:
        yield item, above
        yield from walk(item.get("item", []), above + (item,))


def items_of(template):
    return [item for item, _ in walk(template["item"])]


def extensions(element, name):
    return [each for each in element.get("extension", []) if each["url"] == name]


def is_help(item):
    return any(coding.get("code") == "help" for each in extensions(item, ITEM_CONTROL)
               for coding in each["valueCodeableConcept"]["coding"])


def cards_of(item):
    return [each.get("valueCode") for each in extensions(item, OURS + "contact-card")]


def is_urgent(item):
    return any(each.get("valueBoolean") is True for each in extensions(item, OURS + "urgent"))


def every_text(template):
    """All that a person may read, with where it stands."""
    for name in ("title", "description", "purpose", "copyright"):
        yield name, template.get(name, "")
    for context in template.get("useContext", []):
        yield "useContext", context["valueCodeableConcept"]["text"]
    for item in items_of(template):
        yield item["linkId"], item["text"]
        for option in item.get("answerOption", []):
            yield item["linkId"], option["valueCoding"]["display"]


def says_what_it_is(template, _):
    wanted = {"resourceType": "Questionnaire", "language": "nl", "status": "active"}
    for name, value in wanted.items():
        if template.get(name) != value:
            yield f"{name} is not {value}"
    for name in ("url", "version", "title", "name", "date", "description", "purpose", "publisher"):
        if not template.get(name):
            yield f"no {name}"
    if template.get("url") != f"{OURS}Questionnaire/{template.get('id')}":
        yield "the url does not end in the id"
    if not re.fullmatch(r"\d+\.\d+", template.get("version", "")):
        yield "the version is not two numbers"
    tasks = [context for context in template.get("useContext", []) if context["code"]["code"] == "task"]
    if len(tasks) != 1 or not tasks[0]["valueCodeableConcept"].get("text"):
        yield "no situation to choose it by"


def says_where_it_comes_from(template, _):
    note = template.get("copyright", "")
    if "Eigen tekst" not in note or "EUPL-1.2" not in note:
        yield "the source note does not say whose text it is"
    if not re.search(r"\w+\.nl|bouwstenen|\bWet\b", note):
        yield "the source note names no source of its facts"
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", template.get("lastReviewDate", "")):
        yield "it does not say when it was last held against its sources"


def says_how_long_it_is_kept(template, _):
    months = [each.get("valueInteger") for each in extensions(template, OURS + "retention-months")]
    if len(months) != 1 or not isinstance(months[0], int) or not 1 <= months[0] <= MOST_MONTHS:
        yield f"no retention period of 1 to {MOST_MONTHS} months"


def has_sound_items(template, _):
    seen = set()
    for item, above in walk(template["item"]):
        link = item.get("linkId", "")
        if not re.fullmatch(r"[a-z0-9]+([.-][a-z0-9]+)*", link):
            yield f"{link}: a linkId is small letters, digits, dots and hyphens"
        if link in seen:
            yield f"{link}: twice"
        seen.add(link)
        if item["type"] not in CAN_FILL_IN:
            yield f"{link}: nobody can fill in a {item['type']}"
        if item["type"] == "group" and not item.get("item"):
            yield f"{link}: an empty group"
        if item["type"] == "display" and (item.get("item") or "required" in item or "repeats" in item):
            yield f"{link}: a display item asks nothing"
        if item["type"] not in ("group", "display") and any(not is_help(each) for each in item.get("item", [])):
            yield f"{link}: a question below a question"
        if len(above) > 2 and not is_help(item):
            yield f"{link}: too deep for a phone"
        yield from options_are_sound(item)


def options_are_sound(item):
    codes = [option["valueCoding"]["code"] for option in item.get("answerOption", [])]
    texts = [option["valueCoding"]["display"] for option in item.get("answerOption", [])]
    if (item["type"] in ("choice", "open-choice")) != bool(codes):
        yield f"{item['linkId']}: options belong to a choice, and a choice has some"
    if len(set(codes)) != len(codes) or len(set(texts)) != len(texts):
        yield f"{item['linkId']}: an option stands there twice"


def asks_only_what_came_before(template, _):
    before = {}
    for item, above in walk(template["item"]):
        conditions = item.get("enableWhen", [])
        if len(conditions) > 1 and item.get("enableBehavior") not in ("any", "all"):
            yield f"{item['linkId']}: any or all of its conditions?"
        for condition in conditions:
            yield from (f"{item['linkId']}: {wrong}" for wrong in condition_is_sound(condition, before))
        before[item["linkId"]] = item


def condition_is_sound(condition, before):
    question = before.get(condition["question"])
    if question is None:
        yield f"its condition asks {condition['question']}, which does not come before it"
        return
    if question["type"] in ("group", "display"):
        yield f"its condition asks {condition['question']}, which has no answer"
        return
    operator = condition["operator"]
    answers = [name for name in condition if name.startswith("answer")]
    wanted = "answerBoolean" if operator == "exists" else ANSWER_OF.get(question["type"])
    if operator not in OPERATORS or (operator[0] in "<>" and question["type"] not in ORDERED):
        yield f"{operator} cannot be asked of a {question['type']}"
    if answers != [wanted]:
        yield f"{answers} cannot be an answer to a {question['type']}"
    elif wanted == "answerCoding":
        options = [(each["valueCoding"]["system"], each["valueCoding"]["code"]) for each in question["answerOption"]]
        if (condition[wanted]["system"], condition[wanted]["code"]) not in options:
            yield f"{condition[wanted]['code']} is no option of {condition['question']}"


def shows_numbers_that_exist(template, lines):
    for item in items_of(template):
        for code in cards_of(item):
            if code not in lines:
                yield f"{item['linkId']}: no national line is called {code}"
        if cards_of(item) and item["type"] != "display":
            yield f"{item['linkId']}: a card stands with a text, not with a question"
        if is_urgent(item) and not cards_of(item):
            yield f"{item['linkId']}: urgent, and nobody to call"
    for where, text in every_text(template):
        # Numbers are dated data that a region can mend; in a sentence nobody would find them.
        if re.search(r"\b0\d{3}[- ]?\d{4}|\b112\b|\b14\d{3}\b", text):
            yield f"{where}: a telephone number in a sentence"


def acts_on_danger(template, _):
    """Who says that somebody is in danger sees at once whom to call."""
    items = {item["linkId"]: item for item in items_of(template)}
    if template.get("subjectType") == ["Organization"]:
        return
    if "gevaar" not in items:
        yield "nobody asks about danger"
        return
    shown = [item for item in items.values() if is_urgent(item) and any(
        condition["question"] == "gevaar" and condition.get("answerCoding", {}).get("code") == "ja"
        for condition in item.get("enableWhen", []))]
    if not any({"alarm", "veilig-thuis"} <= set(cards_of(item)) for item in shown):
        yield "danger does not show whom to call"


def keeps_facts_and_hearsay_apart(template, _):
    if template.get("subjectType") == ["Organization"]:
        return
    links = [item["linkId"] for item in items_of(template)]
    if not any(link.endswith(".zelf-gezien") for link in links) or not any(link.endswith(".verhaal.wat") for link in links):
        yield "what somebody saw and what somebody was told are not asked apart"
    if not any(link.endswith(".verhaal.functie") for link in links):
        yield "nobody asks from which position the other one knows it"


def asks_for_no_name(template, _):
    first = next((item for item in items_of(template) if item["type"] == "display"), {"text": ""})
    if "geen namen" not in first["text"]:
        yield "it does not begin by asking to leave names out"
    for item in items_of(template):
        if item["type"] in ("display", "group"):
            continue
        asked = " ".join([item["text"]] + [each["valueCoding"]["display"] for each in item.get("answerOption", [])])
        if re.search(r"\b(\w*naam|namen|adres\w*|geboorte\w*|bsn|burgerservicenummer|telefoonnummer|e-mail\w*)\b", asked, re.I):
            yield f"{item['linkId']}: asks who somebody is"


def gives_no_score(template, _):
    for item in items_of(template):
        elements = [item] + item.get("answerOption", []) + [each.get("valueCoding", {}) for each in item.get("answerOption", [])]
        for element in elements:
            if any(re.search("ordinalValue|itemWeight", each["url"]) for each in element.get("extension", [])):
                yield f"{item['linkId']}: a score"
    for where, text in every_text(template):
        if re.search(r"risicoscore|\bscore\b|\bpunten\b", text, re.I):
            yield f"{where}: speaks of a score"


def speaks_plainly(template, _):
    for where, text in every_text(template):
        for sentence in re.split(r"(?<=[.?!:])\s+", text):
            if len(sentence.split()) > LONGEST_SENTENCE and where not in ("copyright",):
                yield f"{where}: a sentence of {len(sentence.split())} words"
        if re.search(r"\b(u|uw)\b", text, re.I):
            yield f"{where}: says u; these lists say je"
        if re.search(r"zedenwet|zedenzaak|zedenmisdrijf|zedendelict", text, re.I):
            yield f"{where}: the law is called Wet seksuele misdrijven"
        if re.search(r"(groene|gele|rode|zwarte)\s+vlag", text, re.I):
            yield f"{where}: the colours of the Vlaggensysteem are not ours to give"
        if text != text.strip() or "  " in text or not text:
            yield f"{where}: untidy spaces or nothing at all"
    for item in items_of(template):
        if item["type"] not in ("display", "group") and not item["text"].endswith("?"):
            yield f"{item['linkId']}: a question ends in a question mark"


RULES = [says_what_it_is, says_where_it_comes_from, says_how_long_it_is_kept, has_sound_items, asks_only_what_came_before,
         shows_numbers_that_exist, acts_on_danger, keeps_facts_and_hearsay_apart, asks_for_no_name, gives_no_score,
         speaks_plainly]


def broken_rules(template, lines):
    return [f"{rule.__name__}: {wrong}" for rule in RULES for wrong in rule(template, lines)]
