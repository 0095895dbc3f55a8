"""The pages and sources that a draft cites beside its words, each judged for itself."""

from collections.abc import Iterator

import factories
import pytest

from onrecord.check import markdown
from onrecord.check.judge import check
from onrecord.check.verdict import Kind, Verdict
from onrecord.db import reader as readers
from onrecord.db import store as stores
from onrecord.db.reader import Reader

WORDS = "We will rebuild the bridge next year"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    path = tmp_path_factory.mktemp("record") / "onrecord.db"
    factories.new_database(path)
    with stores.writing(str(path), "a test") as store:
        factories.source(store, f"Title\n\n“{WORDS},” said Karl Weber.\n", citekey="page", title="A page")
        factories.quote(store, WORDS, "Karl Weber", source="page")
        factories.source(store, None, citekey="book", title="A book")
        factories.quote(store, WORDS, "Karl Weber", source="book", locator="p. 12")
        factories.source(store, "Nothing of it.\n", citekey="other", title="Another page")
        factories.source(store, None, citekey="lost", title="A lost book")
    with readers.opened(str(path)) as opened:
        yield opened


def judged(reader: Reader, cites: str) -> Verdict:
    [verdict] = check(reader, markdown.read(f"“{WORDS},” said Karl Weber {cites}.\n")).verdicts
    return verdict


@pytest.mark.parametrize(
    "cites", ["[@page]", "[@page, para. 2]", "[@book, 12]", "[@book, pp. 11-13]", "[@page; @book, 12]",
              "[@page; see also @other]", "[@page], and others [@other]"],
)  # fmt: skip
def test_what_stands_where_it_is_cited_is_verified(reader: Reader, cites: str) -> None:
    verdict = judged(reader, cites)
    assert (verdict.kind, verdict.unchecked) == (Kind.verified, "")


@pytest.mark.parametrize(
    ("cites", "why"),
    [
        ("[@page, para. 9]", "it stands in paragraph 2 of page, and the draft cites para. 9"),
        ("[@book, 13]", "it stands on page 12 of book, and the draft cites page 13"),
        ("[@page; @book, 5]", "it stands on page 12 of book, and the draft cites page 5"),
        ("[@page; @other]", "the draft cites other too, and it does not stand there"),
    ],
)
def test_what_stands_elsewhere_is_told_for_each_source(reader: Reader, cites: str, why: str) -> None:
    verdict = judged(reader, cites)
    assert (verdict.kind, verdict.sentence) == (Kind.wrong_place, why)


@pytest.mark.parametrize(
    ("cites", "why"),
    [
        ("[@page, p. 3]", "p. 3 cannot be checked: page is stored without pages"),
        ("[@page, 3]", "page 3 cannot be checked: page is stored without pages"),
        ("[@book, p. xii]", "p. xii cannot be compared with page 12"),
        ("[@book, chap. 3]", "chap. 3 cannot be checked: book is stored with other places"),
        ("[@page; @lost]", "that it stands in lost cannot be checked: it has no stored text"),
        ("[@page; @nobody]", "that it stands in nobody cannot be checked: it is not on record"),
    ],
)
def test_what_nobody_can_tell_is_said_and_is_no_mistake(reader: Reader, cites: str, why: str) -> None:
    verdict = judged(reader, cites)
    assert (verdict.kind, verdict.unchecked) == (Kind.verified, why)
    assert verdict.sentence.endswith(why)
