"""What follows from something else: days from dates, keys from wordings, names and addresses; and what names may be."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from onrecord.errors import OnrecordError
from onrecord.text import clean, edtf, scripts, slugs, urls
from onrecord.text.fold import text_key
from onrecord.text.names import name_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.db.reader import Reader

    # The kind of fault, and where: a table and a row, or words.
    Seen = tuple[str, tuple[str, int] | str]
    # A table, a row, and the columns that would have to be others.
    Right = tuple[str, str, int, dict[str, object]]

# What an asynchronous clock may be ahead.
_AHEAD = timedelta(hours=26)
_DATED = (
    ("said-days", "statements", "said"),
    ("said-days", "attributions", "said"),
    ("said-days", "offices", "since"),
    ("said-days", "offices", "until"),
    ("issued-days", "sources", "issued"),
)
_DATES = (("sources", "accessed"), ("reviews", "published"))
_ADDRESSES = (
    ("sources", "url"),
    ("sources", "archive_url"),
    ("captures", "url"),
    ("captures", "archive_url"),
)
_TIMES = (
    ("operations", "at"),
    ("captures", "captured_at"),
    ("snapshots", "captured_at"),
    ("checks", "at"),
    ("attributions", "checked_at"),
)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_KEYS = {"statements": re.compile(r"[a-z2-7]{10,52}"), "claims": re.compile(r"c-[a-z2-7]{6,52}")}
_WIKIDATA = re.compile(r"Q[1-9]\d*", re.ASCII)
_SHOWN = (
    ("speakers", "name"), ("speakers", "slug"), ("speaker_names", "name"), ("sources", "citekey"), ("sources", "title"),
    ("sources", "container_title"), ("sources", "publisher"), ("tags", "name"), ("attributions", "named_as"),
)  # fmt: skip


def wrong_copies(reader: Reader) -> Iterator[Right]:
    """What follows from something else and does not: the kind of fault, table, row, and the right values."""
    for kind, table, column in _DATED:
        asked = f"SELECT id, {column}, {column}_min, {column}_max FROM {table} WHERE coalesce({column}, {column}_min, {column}_max) IS NOT NULL"
        for row, date, first, last in reader.iterate(asked):
            try:
                known = edtf.parse(date) if date is not None else None
            except OnrecordError:
                continue
            days = (known.earliest, known.latest) if known else (None, None)
            if days != (first, last):
                yield kind, table, row, dict(zip((f"{column}_min", f"{column}_max"), days, strict=True))
    for row, text, key in reader.iterate("SELECT id, text, text_key FROM statements"):
        if text_key(text) != key:
            yield "text-key", "statements", row, {"text_key": text_key(text)}
    for row, name, key in reader.iterate("SELECT id, name, name_key FROM speaker_names"):
        if name_key(name) != key:
            yield "name-key", "speaker_names", row, {"name_key": name_key(name)}
    for row, title, key in reader.iterate("SELECT id, title, title_key FROM offices"):
        if name_key(title) != key:
            yield "name-key", "offices", row, {"title_key": name_key(title)}
    for row, url, key in reader.iterate("SELECT id, url, url_key FROM sources WHERE url_key IS NOT NULL"):
        right = urls.url_key(url) if url and urls.is_web_url(url) else None
        # Two works at one address: only one of them is known by it.
        if right != key:
            taken = right is not None and reader.value("SELECT 1 FROM sources WHERE url_key = ?", (right,))
            yield "url-key", "sources", row, {"url_key": None if taken else right}


def seen(reader: Reader) -> Iterator[Seen]:
    """Dates, times, addresses, names and keys that are not what they must be."""
    for one in (*((table, column) for _, table, column in _DATED), *_DATES):
        yield from _dates(reader, *one)
    yield from _times(reader)
    for table, column in _ADDRESSES:
        for row, url in reader.iterate(f"SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL"):
            if not urls.is_web_url(url):
                yield "address", (table, row)
    yield from _keys(reader)
    for table, column in _SHOWN:
        for row, text in reader.iterate(f"SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL"):
            if clean.visible(text) != text:
                yield "control", (table, row)
    yield from _names(reader)


def _keys(reader: Reader) -> Iterator[Seen]:
    for row, citekey in reader.iterate("SELECT id, citekey FROM sources"):
        if not slugs.is_citekey(citekey):
            yield "citekey", ("sources", row)
    for citekey, other in reader.iterate(
        "SELECT citekey, (SELECT 1 FROM sources WHERE sources.citekey = citekey_aliases.citekey) FROM citekey_aliases"
    ):
        if other or not slugs.is_other_citekey(citekey):
            yield "citekey-alias", clean.one_line(citekey)
    for table, pattern in _KEYS.items():
        for row, key in reader.iterate(f"SELECT id, key FROM {table}"):
            if not pattern.fullmatch(key):
                yield "key", (table, row)
    for row, slug, item in reader.iterate("SELECT id, slug, wikidata_id FROM speakers"):
        if not slugs.is_slug(slug):
            yield "slug", ("speakers", row)
        if item is not None and not _WIKIDATA.fullmatch(item):
            yield "wikidata", ("speakers", row)


def _dates(reader: Reader, table: str, column: str) -> Iterator[Seen]:
    for row, date in reader.iterate(f"SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL"):
        try:
            edtf.parse(date)
        except OnrecordError:
            yield "date", (table, row)


def _times(reader: Reader) -> Iterator[Seen]:
    latest = (datetime.now(UTC) + _AHEAD).strftime("%Y-%m-%dT%H:%M:%SZ")
    for table, column in _TIMES:
        for row, time in reader.iterate(f"SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL"):
            where = f"operation {row}" if table == "operations" else (table, row)
            if not _TIME.fullmatch(time):
                yield "time", where
            elif time > latest:
                yield "future", where


def _names(reader: Reader) -> Iterator[Seen]:
    """Names that pass for others."""
    looks: dict[str, dict[str, set[int]]] = {}
    asked = (
        "SELECT coalesce(speakers.merged_into_id, speakers.id), speaker_names.name FROM speaker_names "
        "JOIN speakers ON speakers.id = speaker_id WHERE NOT unnamed"
    )
    for speaker, name in reader.iterate(asked):
        looks.setdefault(scripts.look(name), {}).setdefault(name_key(name), set()).add(speaker)
        if any(scripts.is_odd(word) for word in re.split(r"[\s\-‐–]+", name) if word):
            yield "odd-name", ("speakers", speaker)
    for look, written in looks.items():
        speakers = sorted(set().union(*written.values()))
        if look and len(written) > 1 and len(speakers) > 1:
            yield (
                "look-alike",
                " and ".join(
                    reader.value("SELECT slug FROM speakers WHERE id = ?", (one,)) for one in speakers[:2]
                ),
            )
