"""Highlights of Apple Books: its databases, the notes that it shares as mail, and passages that were copied from it.

On a Mac the highlights are in `AEAnnotation/AEAnnotation….sqlite`, and what the books are called in `BKLibrary/BKLibrary….sqlite` beside
that folder. Of what is shared, an annotation is marked up by classes; a copied passage has its book below "Excerpt From".
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain, pairwise
from pathlib import Path
from typing import BinaryIO

from onrecord.db import foreign
from onrecord.errors import InputError
from onrecord.exchange.annotations.author_cells import authors
from onrecord.exchange.entries import Entry, QuoteEntry, Refused, SourceEntry
from onrecord.exchange.texts import no_field, notes, read_text
from onrecord.ingest.html import plain_text
from onrecord.ingest.laid_out import chapter
from onrecord.model.records import Json
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

_LARGEST = 32 << 20
_LONGEST_LINE = 1000
_FIELDS = (
    "Z_PK", "ZANNOTATIONASSETID", "ZANNOTATIONSELECTEDTEXT", "ZANNOTATIONREPRESENTATIVETEXT", "ZANNOTATIONNOTE", "ZANNOTATIONDELETED", "ZFUTUREPROOFING5",
    "ZPLLOCATIONRANGESTART",
)  # fmt: skip
_BOOK = ("ZASSETID", "ZTITLE", "ZAUTHOR", "ZLANGUAGE")
# What stands below a copied passage, in the languages of the program.
_FROM = (
    r"Excerpt From|Auszug aus|Extrait de|Fragmento de|Estratto da|Trecho de|Excerto de|Fragment uit|Utdrag från|Uddrag af|Utdrag fra|Ote kirjasta|"
    r"Fragment z|Отрывок из|摘录来自|摘錄自|抜粋"
)
_EXCERPT = lazy(rf"(?m)^[ \t]*(?:{_FROM})[ \t]*[:：]?[ \t]*")
_BLANK_LINE = lazy(r"\n[ \t]*\n")
_ONE_LINE = lazy(r"(?P<author>[^“\"«„]{1,200}?)\.?\s*[“\"«„](?P<title>[^”\"»“]{1,300}?)\.?[”\"»“]")
_STORE = lazy(
    r"(?i)(?:https?://|\bApple Books\b|\biBooks\b|copyright|urheberrecht|droit d.auteur|derechos de autor|авторск|版权|著作権)"
)
_FIELD = lazy(
    r"""(?i)<(?:div|h\d|p|span)\s[^<>]{0,300}class=['"][^'"<>]{0,60}?\b(booktitle|bookauthor|annotationchapter|annotationrepresentativetext|annotationnote)\b[^'"<>]{0,60}['"][^<>]{0,300}>""",
)  # fmt: skip
_MARKS = '“”"„«» \n\t'


def looks_like(head: bytes) -> bool:
    """Whether it is one of its databases, or something that it shared."""
    if head.startswith(foreign.MAGIC):
        return any(one in head for one in (b"ZAEANNOTATION", b"ZBKLIBRARYASSET"))
    text = head.replace(b"\0", b"").replace(b"\r", b"")
    return (
        b"annotationrepresentativetext" in text
        or _EXCERPT.search(text[:20_000].decode("utf-8", "replace")) is not None
    )


def read(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A quotation a highlight, with the note on it; its words are the book's own. InputError: nothing of Apple Books."""
    begins = stream.read(len(foreign.MAGIC))
    stream.seek(0)
    if begins == foreign.MAGIC:
        yield from _of_database(stream, name)
        return
    written = read_text(stream, name, largest=_LARGEST, markup=begins.lstrip().startswith(b"<"))
    yield from notes(written, no_field)
    text = written.text
    if _is_mail(text):
        text = _body(text)
    entries_read = _of_markup(text) if _FIELD.search(text) else _of_excerpts(text.replace("\r\n", "\n"))
    first = next(entries_read, None)
    if first is None:
        raise InputError(f"{one_line(name)} holds no highlight of Apple Books.")
    yield first
    yield from entries_read


def _of_database(stream: BinaryIO, name: str) -> Iterator[Entry]:
    with foreign.opened(stream, name) as database:
        if "ZAEANNOTATION" not in database.tables:
            raise InputError(
                f"{one_line(name)} holds no highlights: give AEAnnotation….sqlite, with this one beside its folder."
            )
        books = _books(name) or _titles(database)
        order = ("ZANNOTATIONASSETID", "ZPLLOCATIONRANGESTART", "Z_PK")
        count = 0
        for row in database.rows("ZAEANNOTATION", _FIELDS, order):
            if row["ZANNOTATIONDELETED"]:
                continue
            count += 1
            where = f"highlight {row['Z_PK']}"
            words = _said(row["ZANNOTATIONSELECTEDTEXT"]) or _said(row["ZANNOTATIONREPRESENTATIVETEXT"])
            asset = _said(row["ZANNOTATIONASSETID"])
            note = _said(row["ZANNOTATIONNOTE"])
            book = books.get(asset)
            if not words:
                # The place where somebody stopped reading is one, too.
                if note:
                    yield Refused(where=where, reason="It is a remark on no words.", kept={"note": note})
                continue
            if book is None:
                yield Refused(
                    where=where,
                    reason="Nothing says which book it is from: put BKLibrary….sqlite beside it.",
                    kept={"text": words, "asset": asset},
                )
                continue
            yield _quote(where, words, book, _said(row["ZFUTUREPROOFING5"]), note)
        if not count:
            raise InputError(f"{one_line(name)} holds no highlight.")


def _said(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _books(name: str) -> dict[str, Json]:
    """The books of the library that stands where Apple Books has it, or beside the file."""
    with suppress(OSError, ValueError):
        here = Path(name).resolve().parent
        for folder in (here, here.parent / "BKLibrary"):
            for path in sorted(folder.glob("BKLibrary*.sqlite")):
                with path.open("rb") as stream, foreign.opened(stream, str(path)) as database:
                    if found := _titles(database):
                        return found
    return {}


def _titles(database: foreign.Foreign) -> dict[str, Json]:
    titles: dict[str, Json] = {}
    for row in database.rows("ZBKLIBRARYASSET", _BOOK):
        title, author = _said(row["ZTITLE"]), _said(row["ZAUTHOR"])
        if title:
            titles[_said(row["ZASSETID"])] = _book(title, author) | (
                {"language": language} if (language := _said(row["ZLANGUAGE"])) else {}
            )
    return titles


def _book(title: str, author: str) -> Json:
    return {"type": "book", "title": title} | ({"author": authors(author)} if author else {})


def _quote(where: str, words: str, book: Json, heading: str, note: str) -> QuoteEntry:
    place = chapter(heading) if heading else None
    return QuoteEntry(
        where=where,
        text=words,
        source=SourceEntry(where=where, csl=book),
        locator_label=place[0] if place else None,
        locator=place[1] if place else None,
        note=note or None,
    )


def _is_mail(text: str) -> bool:
    from onrecord.ingest.looks import looks_like_mail

    return looks_like_mail(text[:64_000].encode())


def _body(text: str) -> str:
    """The text of a message, its markup where it has some."""
    import email.policy
    from email.message import EmailMessage

    try:
        message = email.message_from_bytes(text.encode(), EmailMessage, policy=email.policy.default)
        body = message.get_body(preferencelist=("html", "plain"))
        content = body.get_content() if body is not None else ""
    except Exception:  # noqa: BLE001 - what the parser lets through on odd headers has no common type
        return ""
    return content if isinstance(content, str) else ""


def _of_markup(text: str) -> Iterator[Entry]:
    fields: dict[str, str] = {}
    number = 0
    waiting: tuple[str, str, Json, str] | None = None
    for mark, after in pairwise(chain(_FIELD.finditer(text), (None,))):
        assert mark is not None
        end = after.start() if after is not None else len(text)
        value = plain_text(re.split(r"</(?:div|h\d|p)>", text[mark.end() : end], maxsplit=1)[0]).strip()
        kind = mark[1].lower()
        if kind == "annotationnote" and waiting:
            yield _quote(*waiting, value)
            waiting = None
            continue
        if waiting:
            yield _quote(*waiting, "")
            waiting = None
        if kind == "annotationrepresentativetext":
            number += 1
            title = fields.get("booktitle", "").strip(_MARKS)
            if not title or not value:
                reason = "Nothing says which book it is from." if value else "It marks no words."
                yield Refused(where=f"highlight {number}", reason=reason, kept={"text": value})
                continue
            book = _book(title, fields.get("bookauthor", ""))
            waiting = (f"highlight {number}", _unquoted(value), book, fields.get("annotationchapter", ""))
        else:
            fields[kind] = value
    if waiting:
        yield _quote(*waiting, "")


def _of_excerpts(text: str) -> Iterator[Entry]:
    begins = 0
    for number, mark in enumerate(_EXCERPT.finditer(text), 1):
        blank = _BLANK_LINE.search(text, mark.end())
        end = blank.start() if blank else len(text)
        before = text[begins : mark.start()].split("\n")
        words = _unquoted("\n".join(line for line in before if not _STORE.match(line.strip())).strip())
        lines = [line.strip() for line in text[mark.end() : end].split("\n")]
        lines = [line for line in lines if line and not _STORE.match(line)]
        match = _ONE_LINE.match(lines[0][:_LONGEST_LINE]) if lines else None
        title = match["title"] if match else "".join(lines[:1])
        author = match["author"] if match else "".join(lines[1:2])
        begins = end
        where = f"passage {number}"
        if not title or not words:
            reason = "Nothing says which book it is from." if words else "It has no words."
            yield Refused(where=where, reason=reason, kept={"text": words})
            continue
        yield _quote(where, words, _book(title.strip(_MARKS), author.strip()), "", "")


def _unquoted(words: str) -> str:
    """A passage without the pair of marks that the program puts around it; marks of its own stay."""
    if (
        len(words) > 1
        and words[0] in "“„«"
        and words[-1] in "”“»"
        and not any(one in words[1:-1] for one in "“„«")
    ):
        return words[1:-1].strip()
    return words
