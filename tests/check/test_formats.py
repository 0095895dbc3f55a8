"""Reports for programs and for people: what is in them, and that a hostile draft does nothing to whoever reads them."""

import json
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import factories
import pytest

from onrecord.check import formats, markdown
from onrecord.check.draft import Draft
from onrecord.check.judge import check
from onrecord.check.page import html
from onrecord.check.verdict import Report
from onrecord.db import reader as readers
from onrecord.db import store as stores

HOSTILE = (
    "Ingrid Dahl said: “Nobody who bought a ticket will be left at the pier.”\n\n"
    "“<script>alert(1)</script> &amp; \x1b[31m \u202e <img src=x onerror=alert(2)> never stood here,” said Eve <b>Mallory</b>.\n"
)


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Draft, Report]:
    path = tmp_path_factory.mktemp("record") / "onrecord.db"
    factories.new_database(path)
    with stores.writing(str(path), "a test") as store:
        factories.source(store)
        factories.quote(store, "Nobody who bought a ticket will be left on the pier")
    draft = markdown.read(HOSTILE)
    with readers.opened(str(path)) as reader:
        return draft, check(reader, draft)


def test_sarif_has_a_rule_and_a_place_for_each_result(checked: tuple[Draft, Report]) -> None:
    [run] = json.loads(formats.sarif([("a draft.md", checked[1])], strict=False))["runs"]
    first = run["results"][0]
    assert first["ruleId"] == run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "altered"
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20draft.md"
    assert (place["region"]["startLine"], place["region"]["startColumn"]) == (1, 19)
    assert first["level"] == "error"


def test_junit_fails_for_what_is_wrong_and_is_xml_whatever_the_draft_holds(
    checked: tuple[Draft, Report],
) -> None:
    root = ET.fromstring(formats.junit([("draft\x1b.md", checked[1])], strict=False))
    suite = root.find("testsuite")
    assert suite is not None
    assert suite.get("failures") == suite.get("tests") == str(len(checked[1].verdicts))
    assert next(one.get("type") for one in suite.iter("failure")) == "altered"


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        assert not {name for name, _ in attrs} & {"src", "href", "onerror", "onclick"}

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_holds_the_draft_and_runs_nothing(checked: tuple[Draft, Report]) -> None:
    page = html([("<draft>.md", *checked)], strict=False)
    tags = Tags()
    tags.feed(page)
    assert not tags.found & {"script", "img", "link", "iframe", "b-evil"}
    assert "\x1b" not in page
    assert "\u202e" not in page
    words = "".join(tags.words)
    assert "Nobody who bought a ticket will be left at the pier." in words
    assert "<del>on</del> <ins>at</ins>" in page
    assert "<draft>.md" in words
    assert page.count("<mark") == len(checked[1].verdicts)


def test_a_page_without_quotations(tmp_path: Path) -> None:
    assert "No quotation." in html([("x", markdown.read("Nothing said."), Report(()))], strict=True)


def test_what_was_not_looked_up_is_told_in_every_format() -> None:
    note = "its format does not tell block quotations"
    report = Report((), notes=(note,))
    [run] = json.loads(formats.sarif([("a.rtf", report)], strict=False))["runs"]
    [told] = run["invocations"][0]["toolExecutionNotifications"]
    assert (told["message"]["text"], told["level"]) == (f"a.rtf: {note}.", "note")
    root = ET.fromstring(formats.junit([("a.rtf", report)], strict=False))
    assert root.findtext("testsuite/system-out") == f"a.rtf: {note}."
    assert report.as_json()["notes"] == [note]
    assert note.capitalize() in html([("a.rtf", markdown.read("Words."), report)], strict=False)
