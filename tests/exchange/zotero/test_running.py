"""A running Zotero: what is in it comes in, and afterwards what changed, without a word of what was edited here lost."""

import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from exchange.zotero.running import Handler, Library, running
from exchange.zotero.samples import ANNOTATIONS, BOOK

from onrecord.errors import AmbiguousError, InputError, NotFoundError
from onrecord.exchange.zotero.local import Zotero
from onrecord.exchange.zotero.scope import scope


def shelf() -> Library:
    """A book with an annotated file in a collection, and an article without."""
    library = Library()
    library.collections = {
        "CCCC0001": {"name": "Press", "parentCollection": False},
        "CCCC0002": {"name": "Ferries", "parentCollection": "CCCC0001"},
        "CCCC0003": {"name": "Ferries", "parentCollection": False},
    }
    library.groups = {77: "Harbour / Desk"}
    book = {
        name: value
        for name, value in BOOK.items()
        if name not in ("key", "notes", "collections", "dateAdded")
    }
    library.add("AAAA1111", **book, collections=["CCCC0002"])
    library.add(
        "BBBB2222", itemType="attachment", parentItem="AAAA1111", title="Scan", linkMode="imported_file"
    )
    for number, one in enumerate(ANNOTATIONS):
        library.add(f"NNNN000{number}", parentItem="BBBB2222", **one)
    library.add(
        "AAAA2222",
        itemType="newspaperArticle",
        title="Fog over Tallvik",
        creators=[{"creatorType": "author", "firstName": "Olof", "lastName": "Ek"}],
        date="2023-04-05",
        publicationTitle="The Tallvik Post",
        tags=[{"tag": "to read"}],
    )
    return library


@pytest.fixture
def library() -> Library:
    return shelf()


@pytest.fixture
def port(library: Library) -> Iterator[int]:
    with running(library) as listening:
        yield listening


class Desk:
    """A database beside a Zotero."""

    def __init__(self, run: Run, database: Path, port: int) -> None:
        self._run, self.database, self.port = run, database, port

    def take(self, address: str = "zotero:", *more: str, code: int = 0) -> Any:
        return self._run(
            "import", address, "--zotero-port", str(self.port), "--db", self.database, *more, code=code
        )

    def took(self, address: str = "zotero:", *more: str, code: int = 0) -> list[tuple[str, str]]:
        done = json.loads(self.take(address, "--json", *more, code=code).stdout)
        return [(one["did"], one["what"]) for one in done]

    def onrecord(self, *words: str, code: int = 0) -> str:
        return str(self._run(*words, "--db", self.database, code=code).stdout)

    def show(self, name: str) -> Any:
        return json.loads(self.onrecord("show", name, "--json"))

    def quote(self, *words: str) -> Any:
        [found] = json.loads(self.onrecord("search", *words, "--json"))
        return found


@pytest.fixture
def desk(run: Run, database: Path, port: int) -> Desk:
    return Desk(run, database, port)


def test_works_and_annotations_come_in_and_then_only_what_changed(desk: Desk, library: Library) -> None:
    first = desk.took()
    assert first.count(("added", "source")) == 2
    assert first.count(("added", "quotation")) == 2
    found = desk.quote("ferry", "pier")
    assert (found["speaker"], found["source"], found["locator"], found["page_index"]) == (
        "Ingrid Dahl", "dahlFerries2019", "xii", 13,
    )  # fmt: skip
    assert (found["note"], found["tags"]) == ("Compare the harbour log.", ["fog", "yellow"])

    library.asked.clear()
    told = desk.take().stdout
    assert told.splitlines()[-1] == "0 added, 0 known already, 2 unchanged, 0 refused."
    assert not any("children" in one or "itemKey" in one for one in library.asked)

    library.sync("AAAA2222", title="Fog over Tallvik, again")
    library.edit("NNNN0000", annotationComment="Seen.", annotationPageLabel="xiii", tags=[{"tag": "ferries"}])
    library.add(
        "NNNN0009", parentItem="BBBB2222", itemType="annotation", annotationType="highlight",
        annotationText="The bell rang.", dateModified="2999-01-01T00:00:00Z",
    )  # fmt: skip
    assert sorted(desk.took()) == [
        ("added", "quotation"), ("changed", "quotation"), ("changed", "source"), ("known", "quotation"), ("known", "source"),
    ]  # fmt: skip
    again = desk.quote("ferry", "pier")
    assert (again["note"], again["locator"], again["tags"]) == ("Seen.", "xiii", ["ferries", "yellow"])
    assert desk.show("ek-2023")["title"] == "Fog over Tallvik, again"


def test_what_was_edited_here_stays_and_is_named(desk: Desk, library: Library) -> None:
    desk.take()
    desk.onrecord("edit", "ek-2023", "--title", "Fog at Tallvik", "--date", "2023-04-06")
    key = desk.quote("ferry", "pier")["key"]
    desk.onrecord("edit", key, "--note", "Mine.")
    library.sync("AAAA2222", title="Mist over Tallvik", publicationTitle="Tallvik Post", volume="7")
    library.sync(
        "NNNN0000", annotationComment="Theirs.", annotationText="No ferry left the pier on that night."
    )
    told = desk.take()
    lines = " ".join(told.stderr.split())
    assert (
        "the title was edited here and changed in Zotero: kept is “Fog at Tallvik”, Zotero has “Mist over Tallvik”"
        in lines
    )
    assert "the note was edited here and changed in Zotero" in lines
    source = desk.show("ek-2023")
    assert (source["title"], source["issued"], source["container_title"]) == (
        "Fog at Tallvik",
        "2023-04-06",
        "Tallvik Post",
    )
    quote = desk.quote("ferry", "pier")
    assert (quote["key"], quote["note"], quote["text"]) == (
        key,
        "Mine.",
        "No ferry left the pier on that night.",
    )
    # It was said once; what Zotero changes after that is a new question.
    assert "edited here" not in desk.take().stderr
    library.sync("AAAA2222", title="Haze")
    assert "Zotero has “Haze”" in " ".join(desk.take().stderr.split())


def test_what_was_here_before_is_the_same_work_and_is_left(desk: Desk, library: Library) -> None:
    desk.onrecord(
        "add", "source", "--title", "Fog over Tallvik", "--author", "Ek, Olof", "--date", "2023-04-05",
        "--container", "The Tallvik Post", "--type", "article-newspaper", "--citekey", "mine",
    )  # fmt: skip
    desk.take()
    assert json.loads(desk.onrecord("list", "sources", "--json")).__len__() == 2
    library.sync("AAAA2222", title="Fog over Tallvik, corrected")
    desk.take()
    assert desk.show("mine")["title"] == "Fog over Tallvik, corrected"


def test_undo_takes_the_memory_back_and_what_was_removed_stays_away(desk: Desk, library: Library) -> None:
    desk.take()
    desk.onrecord("undo")
    assert desk.took().count(("added", "source")) == 2
    desk.onrecord("rm", "ek-2023")
    library.sync("AAAA2222", title="Mist")
    told = desk.take().stderr + desk.take().stdout
    assert "1 item whose sources were removed here were left out" in " ".join(told.split())
    assert desk.took("zotero:", "--all").count(("added", "source")) == 1


def test_what_is_gone_from_zotero_stays_here_and_is_named(desk: Desk, library: Library) -> None:
    desk.take()
    del library.items["AAAA2222"]
    library.items["NNNN0001"]["deleted"] = 1
    told = " ".join(desk.take().stderr.split()) + " ".join(desk.take().stdout.split())
    assert "ek-2023 is not in Zotero any more; it stays here." in told
    assert "1 annotation of quotations here are not in Zotero any more" in told
    assert desk.quote("lifts")["source"] == "dahlFerries2019"


def test_what_waits_for_a_speaker_comes_when_somebody_says_who(desk: Desk, library: Library) -> None:
    library.items["AAAA1111"] |= {"creators": []}
    assert desk.took(code=1).count(("refused", "quotation")) == 2
    assert desk.took("zotero:", "--by", "Ingrid Dahl").count(("added", "quotation")) == 2


@pytest.mark.parametrize(
    ("address", "citekeys"),
    [
        ("zotero:Press", ["dahlFerries2019"]),
        ("zotero:press/FERRIES", ["dahlFerries2019"]),
        ("zotero:CCCC0003", []),
        ("zotero:#to read", ["ek-2023"]),
        ("ZOTERO:group/Harbour / Desk", ["dahlFerries2019", "ek-2023"]),
        ("zotero:group/77/#to read", ["ek-2023"]),
    ],
)
def test_a_part_of_it(desk: Desk, library: Library, address: str, citekeys: list[str]) -> None:
    desk.take(address)
    assert (
        sorted(one["citekey"] for one in json.loads(desk.onrecord("list", "sources", "--json"))) == citekeys
    )
    quotes = json.loads(desk.onrecord("search", "fog", "--json")) if "dahlFerries2019" in citekeys else [0]
    assert quotes


def test_the_rest_follows_a_part_without_doubling_it(desk: Desk, library: Library) -> None:
    desk.take("zotero:Press")
    assert desk.took().count(("added", "source")) == 1
    library.edit("AAAA2222", collections=["CCCC0001"])
    assert desk.took("zotero:Press").count(("added", "source")) == 0


def test_names_that_mean_nothing_or_too_much(library: Library, port: int) -> None:
    zotero = Zotero(port)
    with pytest.raises(
        NotFoundError, match=r"no collection 'Prss'\. There are: Ferries, Press, Press/Ferries\."
    ):
        scope(zotero, "zotero:Prss")
    with pytest.raises(
        AmbiguousError, match="2 collections are called 'Ferries': zotero:CCCC0002 \\(Press/Ferries\\)"
    ):
        scope(zotero, "zotero:Ferries")
    with pytest.raises(NotFoundError, match="no group"):
        scope(zotero, "zotero:group/Nobody")


def test_better_bibtex_says_the_keys_that_are_not_in_the_items(desk: Desk, library: Library) -> None:
    library.citation_keys = {"AAAA2222": "ekFogTallvik2023"}
    desk.take()
    assert desk.show("ekFogTallvik2023")["title"] == "Fog over Tallvik"


def test_files_become_stored_copies_in_which_wordings_are_found(
    desk: Desk, library: Library, tmp_path: Path
) -> None:
    desk.take()
    page = tmp_path / "a page.html"
    page.write_text(
        "<p>Dahl writes: “No ferry left the pier that night.” The fog lifts when it lifts.</p>" * 3
    )
    library.files["BBBB2222"] = page.as_uri()
    library.add("BBBB3333", itemType="attachment", parentItem="AAAA2222", linkMode="imported_url")
    library.files["BBBB3333"] = "file://elsewhere/share/secret.txt"
    told = desk.take("zotero:", "--with-files")
    assert "added copy dahlFerries2019" in told.stdout
    assert "is not a file on this computer" in " ".join((told.stdout + told.stderr).split())
    assert len(desk.show("dahlFerries2019")["snapshots"]) == 1
    assert "added copy" not in desk.take("zotero:", "--with-files").stdout


def test_a_rehearsal_changes_nothing_and_remembers_nothing(desk: Desk) -> None:
    assert "Would be: 4 added" in desk.take("zotero:", "--dry-run").stdout
    assert desk.onrecord("history").count("zotero:") == 0
    assert desk.took().count(("added", "source")) == 2


def test_many_pages_and_a_library_that_changes_between_them(library: Library, port: int) -> None:
    for number in range(10_000):
        library.add(f"X{number:07}", itemType="book", title=f"Book {number}")
    zotero = Zotero(port, page=1_000)
    changes = iter([False, False, False, True, *[False] * 100])

    def change(_: Handler, path: str) -> bool:
        if "start=" in path and next(changes):
            library.sync("AAAA2222", title="Meanwhile")
        return False

    library.trouble = change
    found = zotero.listed("users/0/items")
    assert (len(found.items), found.version) == (10_007, library.version)
    assert sum("start=0&" in one for one in library.asked) == 2  # begun again


def test_a_library_that_never_stands_still_is_given_up(library: Library, port: int) -> None:
    def change(_: Handler, path: str) -> bool:
        library.sync("AAAA2222")
        return False

    library.trouble = change
    with pytest.raises(InputError, match="changed 4 times while it was read"):
        Zotero(port, page=2).listed("users/0/items")


def off(handler: Handler, _: str) -> bool:
    handler.answer(403, b"Local API is not enabled")
    return True


def old(handler: Handler, _: str) -> bool:
    handler.send_error(404)
    return True


def garbage(handler: Handler, _: str) -> bool:
    handler.answer(200, b'[{"key": \x1b]0;evil\x07')
    return True


def no_list(handler: Handler, _: str) -> bool:
    handler.answer(200, b'{"a": 1}')
    return True


def cut(handler: Handler, _: str) -> bool:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"[")
    return True


def ill(handler: Handler, _: str) -> bool:
    handler.answer(500, b"An error occurred")
    return True


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (
            off,
            "Zotero runs, but lets no other program read its library. In its settings, under Advanced",
        ),
        (old, "has no local API of Zotero. Zotero 7 and newer have one"),
        (garbage, "is not JSON"),
        (no_list, "sends no list of items: is it Zotero?"),
        (cut, "Zotero broke off in the middle of an answer"),
        (ill, "Zotero answered 500"),
    ],
)
def test_a_zotero_that_fails_is_said_in_a_sentence(
    desk: Desk, library: Library, trouble: Any, told: str
) -> None:
    library.trouble = trouble
    failed = desk.take(code=1)
    assert told in " ".join(failed.stderr.split())
    assert "Traceback" not in failed.stderr
    assert "\x1b]" not in failed.stderr
    assert desk.onrecord("list", "sources").strip() == ""


def test_it_breaks_off_after_some_pages_and_nothing_is_taken(desk: Desk, library: Library) -> None:
    library.trouble = lambda handler, path: "start=0" in path and "limit=500" in path and cut(handler, path)
    assert "broke off" in desk.take(code=1).stderr
    library.trouble = None
    assert desk.took().count(("added", "source")) == 2


def test_one_that_is_silent_is_not_waited_for_for_ever(library: Library, port: int) -> None:
    over = threading.Event()
    library.trouble = lambda *_: over.wait(30)
    try:
        with pytest.raises(InputError, match=r"did not answer within 0\.2 seconds"):
            Zotero(port, seconds=0.2).keys("users/0/items/top")
    finally:
        over.set()


def test_none_that_runs(desk: Desk) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        desk.port = free.getsockname()[1]
    told = " ".join(desk.take(code=1).stderr.split())
    assert "No Zotero runs here" in told
    assert "Start Zotero (7 or newer)" in told


def test_the_port_is_that_of_the_environment(run: Run, database: Path, port: int) -> None:
    told = run("import", "zotero:", "--db", database, ONRECORD_ZOTERO_PORT=str(port))
    assert "4 added" in told.stdout
    failed = run("import", "zotero:", "--db", database, code=2, ONRECORD_ZOTERO_PORT="here")
    assert "a number from 1 to 65535" in failed.stderr


def test_it_goes_by_itself(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@book{a, title={A}}")
    assert "by itself" in desk.take("zotero:", str(tmp_path / "a.bib"), code=2).stderr
    assert "go with zotero: alone" in desk.take(str(tmp_path / "a.bib"), "--all", code=2).stderr


def test_the_port_may_be_settled_by_a_variable(run: Run, database: Path, port: int) -> None:
    done = run("import", "zotero:", "--db", database, "--json", ONRECORD_ZOTERO_PORT=str(port))
    assert json.loads(done.stdout)
    told = run("import", "zotero:", "--db", database, code=2, ONRECORD_ZOTERO_PORT="x").stderr
    assert "ONRECORD_ZOTERO_PORT is x, where a number" in told
