"""Pages ask their host for every address, and for what may be seen: nothing else decides where they stand."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import reading_room
from lxml import html

pytest.importorskip("jinja2", reason="Jinja is not installed: pip install onrecord[browse]")

from onrecord.db.reader import Reader
from onrecord.db.store import reading
from onrecord.pages import (
    cite_box,
    claim_page,
    diff_page,
    home_page,
    quote_page,
    search_page,
    source_page,
    speaker_page,
    trace_page,
)
from onrecord.pages.host import Host
from onrecord.pages.search_asked import Asked
from onrecord.views.changes import changed_text
from onrecord.views.claim import debate_on
from onrecord.views.source import source_text, statements_without_text
from onrecord.views.speaker import portrait_of, said_by
from onrecord.views.trace import trace


class Marked:
    """A host whose addresses say that they are its own."""

    title = "The Tallvik papers"
    database = "tallvik"

    def __init__(self, *, answers: bool, everybody: bool, others: tuple[str, ...] = ()) -> None:
        self.answers = answers
        self.everybody = everybody
        self.homes = [(name, f"host:/home/{name}") for name in (self.database, *others)]

    def address(self, address: str) -> str:
        return f"host:{address}"

    def lasting(self, address: str) -> str:
        return f"https://host.example{address}"

    def export(self, address: str, extension: str) -> str | None:
        return f"host:{address}.{extension}" if extension != "md" else None

    def static(self, name: str) -> str:
        return f"host:/static/{name}"

    def table(self, name: str = "", **asked: str | int) -> str:
        return f"host:/table/{name}" + "".join(f"&{column}={value}" for column, value in asked.items())


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    path = tmp_path_factory.mktemp("pages") / "onrecord.db"
    return path, reading_room.newsroom(path)


@pytest.fixture
def pages(newsroom: tuple[Path, dict[str, str]]) -> Iterator[Callable[[Host], dict[str, str]]]:
    """Makes every page of the newsroom for a host."""
    path, keys = newsroom
    with reading(path) as reader:
        yield lambda host: made(host, reader, keys)


def made(host: Host, reader: Reader, keys: dict[str, str]) -> dict[str, str]:
    quote = quote_page.read(reader, keys["ferry"], host.lasting)
    asked = cite_box.Asked(cite_box.DEFAULT_STYLE, cite_box.DEFAULT_FORMAT)
    portrait = portrait_of(reader, "ingrid-dahl")
    read = statements_without_text if host.everybody else source_text
    pages = {
        "home": home_page.html(host, home_page.read(reader)),
        "quote": quote_page.html(host, quote, asked, (), keys["ferry"]),
        "trace": trace_page.html(host, trace(reader, keys["ferry"])),
        "source": source_page.html(host, read(reader, "letter-2024")),
        "speaker": speaker_page.html(host, portrait, said_by(reader, portrait, page=1)),
        "claim": claim_page.html(host, reader, debate_on(reader, keys["other"])),
    }
    if host.answers:

        def find(wanted: Asked) -> search_page.Found:
            return search_page.found(reader, wanted, lambda _, count: count())

        answer = search_page.answer(reader, Asked(q="nobody"), find)
        pages["search"] = search_page.html(host, answer)
    if not host.everybody:
        pages["diff"] = diff_page.html(host, changed_text(reader, "letter-2024", None, None, None))
    return pages


@pytest.mark.parametrize(("answers", "everybody"), [(True, False), (True, True), (False, True)])
def test_every_address_is_one_that_the_host_gave(
    pages: Callable[[Host], dict[str, str]], answers: bool, everybody: bool
) -> None:
    for name, page in pages(Marked(answers=answers, everybody=everybody)).items():
        tree = html.fromstring(page)
        found = [
            link
            for link in tree.xpath("//a/@href | //link/@href | //script/@src | //form/@action")
            if not link.startswith(("host:", "https://", "#"))
        ]
        # What a copy has beside its pages is the same in every copy.
        beside = [link for link in found if name == "home" and not answers]
        assert all(link.startswith("data/") or link == "manifest.json" for link in beside)
        assert found == beside, name
        assert any(link.startswith("host:") for link in tree.xpath("//a/@href"))


def test_where_nobody_answers_nothing_is_asked(pages: Callable[[Host], dict[str, str]]) -> None:
    for page in pages(Marked(answers=False, everybody=True)).values():
        links = html.fromstring(page).xpath("//a/@href")
        assert not [link for link in links if "search?" in link or "&" in link or "/-/cite" in link]
        assert "http-equiv" in page


def test_what_is_not_for_everybody_is_shown_only_to_whom_it_is_for(
    pages: Callable[[Host], dict[str, str]],
) -> None:
    own = pages(Marked(answers=True, everybody=False))
    others = pages(Marked(answers=True, everybody=True))
    assert "onrecord add …" in own["quote"] and "onrecord add …" not in others["quote"]
    assert "The letter was withdrawn." in own["source"]
    assert "The letter was withdrawn." not in others["source"]


def test_one_of_several_databases_leads_to_the_others(pages: Callable[[Host], dict[str, str]]) -> None:
    host = Marked(answers=True, everybody=False, others=("harbour",))
    for name, page in pages(host).items():
        named = html.fromstring(page).xpath("//input[@name='in']/@value | //select[@name='in']/option/text()")
        assert "tallvik" in named, name
    home = html.fromstring(pages(host)["home"])
    assert "host:/home/harbour" in home.xpath("//nav[@aria-label='Databases']/a/@href")
