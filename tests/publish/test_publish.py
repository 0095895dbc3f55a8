"""`onrecord publish`: a copy whose every link leads somewhere, which holds what it may, and replaces only its own kind."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import factories
import pytest
from conftest import Run

pytest.importorskip("jinja2", reason="Jinja is not installed: pip install onrecord[browse]")

import payloads
import reading_room
import static_copy

from onrecord.db.store import writing
from onrecord.publish.earlier import KEPT


@pytest.fixture
def keys(tmp_path: Path) -> dict[str, str]:
    return reading_room.newsroom(tmp_path / "onrecord.db")


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
        and path.name not in ("manifest.json", KEPT)
        and not path.name.endswith(("-wal", "-shm"))
    }


def test_every_link_leads_to_a_file_and_every_page_is_reached(
    run: Run, tmp_path: Path, keys: dict[str, str]
) -> None:
    run("publish", "site")
    site = tmp_path / "site"
    for page in (
        f"quote/{keys['ferry']}",
        "source/dahl-2024",
        "speaker/ingrid-dahl",
        f"claim/{keys['claim']}",
    ):
        assert (site / f"{page}.html").is_file()
        for extension in ("bib", "ris", "csljson", "jsonld"):
            assert (site / f"{page}.{extension}").stat().st_size > 2
    assert static_copy.dead_links(site) == []
    assert static_copy.unreached(site) == set()


def test_hostile_names_give_safe_files_and_whole_links(run: Run, tmp_path: Path) -> None:
    database = tmp_path / "onrecord.db"
    reading_room.hostile(database, payloads.PAYLOADS[:6])
    with writing(database, "onrecord add …") as store:
        for number, citekey in enumerate(("Con", "con", "CON", "dahl.bib", "dahl", "ärger-2024", "a/b:c")):
            factories.source(store, None, citekey=citekey, title=f"Title {number}")
            factories.quote(store, f"Wording number {number} of many.", source=citekey, unverified=True)
    run("publish", "site")
    site = tmp_path / "site"
    assert static_copy.dead_links(site) == []
    assert static_copy.unreached(site) == set()
    names = [path.relative_to(site).as_posix() for path in site.rglob("*")]
    assert all(name.isascii() for name in names)
    assert len({name.lower() for name in names}) == len(names)
    assert not any(name.partition("/")[2].startswith("con.") for name in names)


def test_the_whole_stored_text_stays_at_home(run: Run, tmp_path: Path, keys: dict[str, str]) -> None:
    with writing(tmp_path / "onrecord.db", "onrecord add …") as store:
        factories.source(store, f"{'Filler words. ' * 60}A whale sang.{' More filler.' * 60} The secret ending.",
                         citekey="whale-2024", title="Whales")  # fmt: skip
        factories.quote(store, "A whale sang.", by="Olaf Brekke", source="whale-2024", form="direct")
    run("publish", "site")
    for path in (tmp_path / "site").rglob("*"):
        if path.is_file():
            assert "secret ending" not in path.read_text(encoding="utf-8"), path
    (page,) = [
        one
        for one in (tmp_path / "site" / "quote").glob("*.html")
        if "A whale sang." in one.read_text("utf-8")
    ]
    assert "<mark>A whale sang.</mark> More filler." in page.read_text(encoding="utf-8")


def test_the_same_database_gives_the_same_bytes(run: Run, tmp_path: Path, keys: dict[str, str]) -> None:
    run("publish", "one")
    run("publish", "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_copy_replaces_an_earlier_one_and_what_was_removed_goes(
    run: Run, tmp_path: Path, keys: dict[str, str]
) -> None:
    run("publish", "site")
    run("stance", keys["master"], keys["other"], "--none")
    run("rm", keys["master"])
    run("publish", "site")
    assert not (tmp_path / "site" / "quote" / f"{keys['master']}.html").exists()
    assert static_copy.dead_links(tmp_path / "site") == []
    assert not list(tmp_path.glob(".site-*"))


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_of_others_is_never_replaced(
    run: Run, tmp_path: Path, keys: dict[str, str], force: bool
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<p>My own pages")
    (tmp_path / "site" / "thesis.txt").write_text("Chapter one")
    done = run("publish", "site", *(["--force"] if force else []), code=1)
    assert "empty this one first" in done.stderr
    assert len(contents(tmp_path / "site")) == 2


def test_what_people_put_beside_the_pages_stays(run: Run, tmp_path: Path, keys: dict[str, str]) -> None:
    site = tmp_path / "site"
    run("publish", "site", "--base-url", "https://archive.example/")
    (site / "CNAME").write_text("archive.example")
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("ref: refs/heads/main")
    run("publish", "site")
    assert (site / "CNAME").read_text() == "archive.example"
    assert (site / ".git" / "HEAD").read_text() == "ref: refs/heads/main"
    assert not (site / "sitemap.xml").exists()


def test_what_people_put_in_the_folders_of_the_pages_stays(
    run: Run, tmp_path: Path, keys: dict[str, str]
) -> None:
    site = tmp_path / "site"
    run("publish", "site")
    own = ["quote/own.txt", "static/own.css", "data/more/figures.csv", "speaker/.htaccess", "sitemap.xml"]
    for name in own:
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text("mine")
    for _ in range(2):
        run("publish", "site")
        assert {(site / name).read_text() for name in own} == {"mine"}
    told = run("publish", "site", "--base-url", "https://archive.example/", code=1).stderr
    assert "sitemap.xml is yours" in " ".join(told.split())
    assert (site / "sitemap.xml").read_text() == "mine"


def test_without_the_list_of_files_nothing_unknown_goes_unasked(
    run: Run, tmp_path: Path, keys: dict[str, str]
) -> None:
    site = tmp_path / "site"
    run("publish", "site")
    (site / KEPT).unlink()
    run("publish", "site")
    (site / KEPT).unlink()
    (site / "quote" / "own.txt").write_text("mine")
    told = " ".join(run("publish", "site", code=1).stderr.split())
    assert "own.txt may be yours" in told and "--force" in told
    assert (site / "quote" / "own.txt").read_text() == "mine"
    run("publish", "site", "--force")
    assert not (site / "quote" / "own.txt").exists()


def test_a_fresh_checkout_may_hold_a_copy(run: Run, tmp_path: Path, keys: dict[str, str]) -> None:
    site = tmp_path / "site"
    (site / ".git" / "refs" / "tags").mkdir(parents=True)
    (site / ".git" / "HEAD").write_text("ref: refs/heads/gh-pages")
    (site / "CNAME").write_text("archive.example")
    run("publish", "site")
    assert (site / "index.html").is_file() and (site / "CNAME").read_text() == "archive.example"
    assert (site / ".git" / "HEAD").is_file() and (site / ".git" / "refs" / "tags").is_dir()


def test_a_copy_without_its_manifest(run: Run, tmp_path: Path, keys: dict[str, str]) -> None:
    run("publish", "site")
    (tmp_path / "site" / "manifest.json").unlink()
    assert "--force" in run("publish", "site", code=1).stderr
    run("publish", "site", "--force")
    assert (tmp_path / "site" / "manifest.json").is_file()
    (tmp_path / "site" / "manifest.json").unlink()
    (tmp_path / "site" / "notes.txt").write_text("mine")
    assert "empty this one first" in run("publish", "site", "--force", code=1).stderr


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        ([".", "--force"], 1, "Name a folder of its own"),
        (["home", "--force"], 1, "is your home folder"),
        (["/proc", "--force"], 1, "Name a folder of its own"),
        (["onrecord.db.index"], 1, "is the index of the database"),
        (["onrecord.db"], 1, "is a file"),
        (["no/such/site"], 1, "There is no folder"),
        (["site", "--style", "no-such-style"], 2, "not a citation style"),
        (["site", "--base-url", "javascript:alert(1)"], 2, "--base-url"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    run: Run, tmp_path: Path, keys: dict[str, str], words: list[str], code: int, sentence: str
) -> None:
    before = contents(tmp_path)
    told = run("publish", *words, code=code).stderr
    assert sentence in " ".join(told.split())
    assert contents(tmp_path) == before


def test_a_dry_run_writes_nothing(run: Run, tmp_path: Path, keys: dict[str, str]) -> None:
    told = json.loads(run("publish", "site", "--dry-run", "--json").stdout)
    assert told["written"] is False and told["records"] > 4
    assert not (tmp_path / "site").exists()


def test_addresses_title_styles_and_data(run: Run, tmp_path: Path, keys: dict[str, str]) -> None:
    run("publish", "site", "--title", "Fog & ferries", "--base-url", "https://archive.example/fog",
        "--style", "apa", "--style", "ieee")  # fmt: skip
    site = tmp_path / "site"
    page = (site / "quote" / f"{keys['ferry']}.html").read_text(encoding="utf-8")
    address = f"https://archive.example/fog/quote/{keys['ferry']}.html"
    assert f'<link rel="canonical" href="{address}">' in page
    assert 'id="piece-bibliography-apa"' in page and 'id="piece-bibliography-ieee"' in page
    assert address in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "Fog &amp; ferries" in (site / "index.html").read_text(encoding="utf-8")
    manifest = json.loads((site / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["counts"]["statements"] == 4
    lines = (site / "data" / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    assert keys["ferry"] in {json.loads(line)["key"] for line in lines}
    assert len(json.loads((site / "data" / "library.csljson").read_text(encoding="utf-8"))) == 2


def test_an_empty_database_gives_a_whole_copy(run: Run, tmp_path: Path, database: Path) -> None:
    run("publish", "site")
    assert static_copy.dead_links(tmp_path / "site") == []


def without(*packages: str) -> list[str]:
    """A program that is `onrecord` where `packages` are not installed."""
    program = (
        "import sys\nfor name in {!r}: sys.modules[name] = None\nfrom onrecord.cli.main import main\nmain()"
    )
    return [sys.executable, "-c", program.format(packages)]


def test_files_are_written_without_datasette(tmp_path: Path, keys: dict[str, str]) -> None:
    words = ["publish", "site", "--db", str(tmp_path / "onrecord.db")]
    subprocess.run([*without("datasette"), *words], cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "site" / "quote" / f"{keys['ferry']}.html").is_file()


def test_what_is_missing_is_named(tmp_path: Path, keys: dict[str, str]) -> None:
    words = ["publish", "site", "--db", str(tmp_path / "onrecord.db")]
    done = subprocess.run(
        [*without("jinja2"), *words], cwd=tmp_path, check=False, capture_output=True, text=True
    )
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert 'pip install "onrecord[browse]"' in " ".join(done.stderr.split())
    assert not (tmp_path / "site").exists()
