"""More programs that open what onrecord writes: LibreOffice its documents, pandoc and Chromium its Markdown, Chromium a published site.

Active is an element, a field or a link that does something by itself, whatever a page asks of the network, and in the text for a
terminal whatever a terminal obeys.
"""

import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Of OpenDocument: what calculates, runs, is fetched or asks another program.
_ACTIVE = re.compile(
    r"<(?:script:|office:(?:scripts|event-listeners|dde-source)|text:(?:database|execute-macro|dde|conditional-text|hidden|script|user-field)"
    r"|form:|draw:(?:plugin|applet|object|floating-frame|image))[\w-]*|xlink:href=\"(?!https?://|#|mailto:)[^\"]*\""
)
_SITE_TEXTS = 40


def documents(place: Path, held: list[Any], run: Callable[..., object]) -> tuple[int, list[str]]:
    """RTF, docx and odt of many quotations each, opened by LibreOffice and written as flat OpenDocument."""
    from onrecord.cite import cited

    done, active = 0, list[str]()
    for format in ("rtf", "docx", "odt"):
        for number, part in enumerate(_parts(held, 400)):
            file = place / f"d{number}.{format}"
            file.write_bytes(_bytes(cited.cite_bytes, part, format))
            run(place, "soffice", "--headless", "--convert-to", "fodt", file.name)
            made = file.with_suffix(".fodt")
            done += len(part)
            if not made.exists():
                active.append(f"{file.name} was not opened")
                continue
            body = made.read_text("utf-8").partition("<office:body>")[2]
            active += [f"{format}: {one[0][:80]}" for one in _ACTIVE.finditer(body)]
            made.unlink()
            if format != "rtf":
                active += _outside(file)
    return done, active


def _outside(file: Path) -> list[str]:
    """What a package refers to outside itself that is no address of the web."""
    with zipfile.ZipFile(file) as archive:
        parts = [archive.read(one).decode("utf-8") for one in archive.namelist() if one.endswith(".rels")]
    targets = re.findall(r'Target="([^"]*)"[^>]*TargetMode="External"', "".join(parts))
    return [one for one in targets if not re.match("https?://", one)]


def _bytes(cite_bytes: Callable[..., bytes], part: Sequence[Any], format: str) -> bytes:
    from onrecord.errors import InputError

    try:
        return cite_bytes(part, format=format, force=True)
    except InputError:
        kept = []
        for one in part:
            try:
                cite_bytes([one], format="text", force=True)
                kept.append(one)
            except InputError:
                continue
        return cite_bytes(kept, format=format, force=True)


def _parts(held: list[Any], size: int) -> list[list[Any]]:
    # Each field with each tenth text, so that an office suite opens some files, and not hundreds.
    chosen = held[::10]
    return [chosen[start : start + size] for start in range(0, len(chosen), size)]


def terminal(place: Path, held: list[Any]) -> tuple[int, list[str]]:
    """What a terminal is given."""
    from onrecord.cite import cited
    from onrecord.errors import InputError

    active, done = [], 0
    for number, quote in enumerate(held):
        for way in ("citation", "blockquote") if number % 5 == 0 else ("citation",):
            try:
                made = cited.cite([quote], format="text", as_=way, force=True)
            except InputError:
                continue
            done += 1
            active += [f"{quote.key}: {one!r}" for one in _OBEYED.findall(made)]
    return done, active


def markdown(place: Path, held: list[Any]) -> tuple[int, list[str]]:
    """Markdown through pandoc, which takes HTML in it for HTML."""
    import pypandoc
    from lxml import html

    from onrecord.cite import cited

    done, active = 0, []
    for part in _parts(held, 200):
        made = _bytes(cited.cite_bytes, part, "markdown")
        ran = subprocess.run(
            [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "html"], input=made, capture_output=True, check=True
        )  # fmt: skip
        page = html.document_fromstring(ran.stdout or b"<p></p>")
        done += len(part)
        for element in page.iter():
            if not isinstance(element.tag, str):
                active.append(f"a comment: {element.text}")
                continue
            names = [
                name
                for name in element.attrib
                if name.startswith("on") or name in ("src", "srcset", "style", "action")
            ]
            address = element.get("href", "")
            bad = bool(address) and not re.match("https?://|#", address)
            if (
                names
                or bad
                or element.tag
                in (
                    "script",
                    "img",
                    "iframe",
                    "svg",
                    "style",
                    "form",
                    "input",
                    "object",
                    "embed",
                    "math",
                    "video",
                    "audio",
                )
            ):
                active.append(html.tostring(element, encoding="unicode")[:100])
    return done, active


def site(place: Path, held: list[Any]) -> tuple[int, list[str]]:
    """A published site of payloads: every page that is no copy of a stored text, with all that it asks of the network."""
    from playwright.sync_api import sync_playwright

    tests = str(Path(__file__).parents[2] / "tests")
    if tests not in sys.path:
        sys.path.insert(0, tests)
    import payloads
    import reading_room
    import static_copy

    database, folder = place / "site.db", place / "site"
    reading_room.hostile(database, payloads.PAYLOADS[:_SITE_TEXTS])
    subprocess.run(
        [sys.executable, "-m", "onrecord", "publish", str(folder), "--db", str(database)],
        check=True,
        capture_output=True,
    )
    pages = sorted(folder.rglob("*.html"))
    active: list[str] = []
    with sync_playwright() as play, static_copy.handed_out(folder) as address:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab = browser.new_page()
        tab.on("dialog", lambda shown: (active.append(f"{tab.url}: {shown.message}"), shown.dismiss()))
        tab.on(
            "console", lambda said: active.append(f"{tab.url}: {said.text}") if said.type == "error" else None
        )
        tab.on("pageerror", lambda error: active.append(f"{tab.url}: {error}"))
        tab.on(
            "request",
            lambda asked: (
                None if asked.url.startswith(address) else active.append(f"{tab.url} asks {asked.url}")
            ),
        )
        for page in pages:
            tab.goto(f"{address}/{page.relative_to(folder)}", wait_until="load")
        browser.close()
    return len(pages), active
