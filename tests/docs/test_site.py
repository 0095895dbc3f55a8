"""The site has all pages: each stands in the navigation, and the commands are all there."""

from pathlib import Path
from typing import Any

import yaml

from onrecord.cli.manual import markdown
from onrecord.cli.page import pages

CHECKOUT = Path(__file__).parents[2]
SETTINGS = yaml.safe_load((CHECKOUT / "mkdocs.yml").read_text("utf-8"))


def listed(entries: list[Any]) -> list[str]:
    found: list[str] = []
    for entry in entries:
        for target in entry.values() if isinstance(entry, dict) else [entry]:
            found += listed(target) if isinstance(target, list) else [target]
    return found


def test_every_page_stands_in_the_navigation_once() -> None:
    docs = CHECKOUT / "docs"
    on_disk = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    named = listed(SETTINGS["nav"])
    assert sorted(named) == sorted({*on_disk, "changelog.md", "contributing.md"})
    assert {"Commands": []} in SETTINGS["nav"]


def test_nothing_is_fetched_from_elsewhere() -> None:
    assert SETTINGS["theme"]["font"] is False
    assert not SETTINGS["use_directory_urls"]
    for path in [*SETTINGS["extra"]["polyfills"], *SETTINGS["extra_css"]]:
        assert (CHECKOUT / "docs" / "site" / Path(path).name).is_file()


def test_the_tools_of_the_site_are_pinned_and_not_installed_for_use() -> None:
    pins = (CHECKOUT / "constraints-docs.txt").read_text("utf-8")
    assert "mkdocs-material==" in pins and "--hash=sha256:" in pins
    assert "://" not in pins
    for other in ("constraints.txt", "constraints-test.txt"):
        assert "mkdocs" not in (CHECKOUT / other).read_text("utf-8")


def test_every_command_has_its_heading_and_every_row_its_line() -> None:
    files = markdown.files()
    assert len(files) == len({page.path.partition(" ")[0] for page in pages()})
    for page in pages():
        text = files[markdown.file_of(page.path)] if page.path else files["index.md"]
        lines = text.splitlines()
        if page.path:
            assert f"{'##' if ' ' in page.path else '#'} {page.command}" in lines
        for _, rows in page.sections:
            for row in rows:
                assert f":   {markdown.prose(row.about)}" in lines
        for example in page.examples:
            assert example in lines


def test_a_sentence_has_its_options_as_code_and_nothing_as_markdown() -> None:
    assert markdown.prose("Give --to FILE, or -n 5.") == "Give `--to` FILE, or `-n` 5."
    assert markdown.prose("begin*, -not, <b>, [x](y), a_b_") == (
        "begin\\*, -not, &lt;b&gt;, \\[x\\](y), a\\_b\\_"
    )
    assert markdown.prose("Set by ONRECORD_DB.") == "Set by `ONRECORD_DB`."
