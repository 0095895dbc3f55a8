"""Quotations of Wikiquote: a page's wikitext, or the XML that Special:Export and the dumps give, page by page.

Layout: https://en.wikiquote.org/wiki/Wikiquote:Guide_to_layout; XML: https://www.mediawiki.org/xml/export-0.11.xsd.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.annotations.beneath import told as told_beneath
from onrecord.exchange.annotations.wikisources import item_of, place_in
from onrecord.exchange.annotations.wikitext import plain
from onrecord.exchange.entries import Entry, NameEntry, QuoteEntry, Refused, SourceEntry
from onrecord.exchange.texts import no_field, notes, read_text
from onrecord.ingest.xml import streamed
from onrecord.model.records import Json
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

# The longest page of wikitext outside a dump, in bytes; MediaWiki takes 2 MiB ($wgMaxArticleSize).
_LONGEST = 16 << 20
_COMMENT = lazy(r"(?s)<!--.*?(?:-->|\Z)")
_HEADING = lazy(r"(={2,6})([^=].{0,500}?)\1\s*")
_BULLET = lazy(r"(?s)(\*+:?)(.*)")
# Who a bullet names: a link at its beginning, and a comma or nothing after it.
_NAMED = lazy(
    r"\s*(?:'{2,5})?\[\[(?:w(?:ikipedia)?:)?([^\[\]|:#]{1,200})(?:\|([^\[\]|]{1,200}))?\]\](?:'{2,5})?\s*(?:[,;(–—-]|$)"
)
_PERSON = lazy(
    r"(?i)\[\[\s*category\s*:[^\]|]*(?:births|deaths|living people)|'''[^'\n]{1,200}'''\s*\((?:born|c\.|\[\[)?[^()\n]{0,80}\d{3,4}",
)
_ENDS = ("external links", "see also", "references", "notes", "further reading", "cast", "taglines")


@dataclass
class _Bullet:
    """A quotation with the bullets beneath it, in wikitext; `section` says how sure Wikiquote is of it."""

    line: int
    text: str
    section: str
    under: str | None
    intro: list[str]
    beneath: list[str] = field(default_factory=list)


def looks_like(head: bytes) -> bool:
    """Whether it is an export of MediaWiki, or a page with headings and bullets."""
    if b"<mediawiki" in head:
        return True
    lines = head.split(b"\n")
    return any(line.startswith(b"==") for line in lines) and any(line.startswith(b"*") for line in lines)


def read(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A quotation a bullet. The words are those of the person a page is about, or of whom a bullet links to."""
    shown = one_line(name)
    head = stream.read(4096)
    stream.seek(0)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<?xml", b"<mediawiki")):
        any_quote = False
        for page in streamed(stream, name=shown, tag="{*}page"):
            any_quote = True
            if (page.findtext("{*}ns") or "0") == "0" and page.find("{*}redirect") is None:
                title = page.findtext("{*}title") or ""
                yield from _page(
                    title.strip(), page.findtext("{*}revision/{*}text") or "", f"{one_line(title)}, "
                )
        if not any_quote:
            raise InputError(f"{shown} is not a wiki export: it has no page.")
        return
    read = read_text(stream, name, largest=_LONGEST)
    yield from notes(read, no_field)
    wikitext = read.text
    if not looks_like(wikitext.encode("utf-8", "surrogatepass")):
        raise InputError(f"{shown} is not a Wikiquote page: it has no headings with bullets under them.")
    yield from _page(PurePath(name).name.partition(".")[0].replace("_", " ").strip(), wikitext, "")


def _page(title: str, wikitext: str, where: str) -> Iterator[Entry]:
    # What a comment hides keeps its line ends, so that lines are counted as the file has them.
    wikitext = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), wikitext)
    bullets = list(_bullets(wikitext))
    about_one = bool(_PERSON.search(wikitext)) or not any(
        _NAMED.match(bullet.beneath[0])
        for bullet in bullets
        if bullet.beneath and _kind(bullet.section) == "sourced"
    )
    for bullet in bullets:
        yield _entry(bullet, title, about_one, f"{where}line {bullet.line}")


def _bullets(wikitext: str) -> Iterator[_Bullet]:
    section, under = "", None
    intro: list[str] = []
    last: _Bullet | None = None
    for number, line in _joined(wikitext):
        if heading := _HEADING.fullmatch(line):
            if last:
                yield last
            last = None
            text = plain(heading[2]).text
            if len(heading[1]) == 2 or _kind(text) != "sourced":
                section, under = text, None
            else:
                under = text
            intro = []
        elif bullet := _BULLET.fullmatch(line):
            if bullet[1] == "*":
                if last:
                    yield last
                last = _Bullet(number, bullet[2], section, under, intro)
            elif last:
                last.beneath.append(bullet[2])
        elif line.strip() and last is None:
            intro.append(line)
    if last:
        yield last


def _joined(wikitext: str) -> Iterator[tuple[int, str]]:
    """Lines with their numbers; one whose template goes on in the next ones comes with these."""
    held: list[str] = []
    first = depth = 0
    for number, line in enumerate(wikitext.split("\n"), 1):
        if held and (depth <= 0 or line.startswith(("*", "=="))):
            yield first, "\n".join(held)
            held, depth = [], 0
        if not held:
            first = number
        held.append(line.rstrip("\r"))
        depth += line.count("{{") - line.count("}}")
    if held:
        yield first, "\n".join(held)


def _kind(section: str) -> str:
    name = section.strip().lower()
    if "misattributed" in name:
        return "misattributed"
    if "disputed" in name:
        return "disputed"
    if name.startswith(("attributed", "unsourced")):
        return "unsourced"
    if "quotes about" in name or "quotations about" in name or name.startswith("about "):
        return "about"
    return "end" if name.startswith(_ENDS) else "sourced"


def _entry(bullet: _Bullet, title: str, about_one: bool, where: str) -> Entry:
    kind = _kind(bullet.section)
    words = plain(bullet.text)
    if kind == "end":
        return Refused(
            where=where, reason=f"It stands under {one_line(bullet.section)!r}, which holds no quotations."
        )
    if not any(character.isalnum() for character in words.text):
        return Refused(where=where, reason="The bullet holds no words.")
    named = _NAMED.match(bullet.beneath[0]) if bullet.beneath else None
    if about_one and kind != "about":
        speaker = title
    elif named:
        speaker = " ".join((named[2] or named[1]).replace("_", " ").split())
    else:
        return Refused(
            where=where, reason="Nothing says whose words these are: the bullet below links to nobody."
        )
    if not speaker:
        return Refused(where=where, reason="The page has no title, so nothing says whose words these are.")
    beneath = [plain(text) for text in bullet.beneath]
    texts = [said.text or " ".join(said.footnotes) for said in beneath]
    status, reason = "sourced", None
    if kind in ("disputed", "misattributed"):
        told = [text for text in texts if text] or [
            text for text in (plain(line).text for line in bullet.intro) if text
        ]
        status, reason = kind, " ".join(" ".join(told).split()) or f"{kind} on Wikiquote"
    elif kind == "unsourced":
        status, reason = "disputed", "unsourced on Wikiquote"
    item: Json | None = None
    place: tuple[str, str] | None = None
    noted: tuple[str, ...] = ()
    # Beneath a disputed quotation stands why it is in doubt, not where it stands.
    if status == "sourced":
        said = told_beneath(beneath)
        place, noted = said.place, said.notes
        footnote = replace(words, text="", addresses=[])
        for work in (said.work, footnote, plain(bullet.under) if bullet.under else None):
            if item is None and work is not None:
                item, place = item_of(work), place or place_in(work)
    return QuoteEntry(
        where=where,
        text=words.text,
        speaker=NameEntry(name=speaker),
        source=SourceEntry(
            where=where, csl=item or {"type": "entry", "title": title, "container-title": "Wikiquote"}
        ),
        locator_label=place[0] if place else None,
        locator=place[1] if place else None,
        note="\n".join(noted) or None,
        status=status,
        status_reason=reason,
    )
