"""The fields of a file of statements: one table of names (`columns`) for headings of CSV and for the keys of JSON lines.

What the names of a line mean is worked out once for every set of names that occurs, however many lines have it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from onrecord.errors import InputError
from onrecord.exchange.bulk import columns, statements
from onrecord.exchange.bulk.said import Said
from onrecord.text import dates, locators, slugs, urls

# A file may give every line names of its own: so many are remembered.
_MOST_PLANS, _MOST_NAMES = 1_000, 100
# Fields that other programs write as numbers.
_NUMBERS = ("page", "locator", "said", "issued")

Plan = tuple[tuple[str, str], ...]


def looks_like(head: bytes) -> bool:
    """Whether lines of JSON have the fields of a statement, under any of the names by which they are known."""
    if b'"text"' in head and (b'"source"' in head or b'"url"' in head):
        return True
    first = next((line for line in head.splitlines() if line.strip()), b"")
    try:
        line = json.loads(first)
    except (ValueError, RecursionError):
        return False
    if not isinstance(line, dict):
        return False
    return columns.are_of_statements(Fields().heading(list(line)))


class Fields:
    """What the fields of one file mean. `mapping` says which (its keys) are which; the others are known by their names.

    `guessed` are those that were told by their usual names, with the field, and `unread` those that are none, as they came.
    """

    def __init__(self, mapping: Mapping[str, str] | None = None) -> None:
        self.mapping = mapping or {}
        self._plans: dict[tuple[str, ...], Plan | None] = {}
        self._guessed: dict[tuple[str, str], None] = {}
        self._unread: dict[str, None] = {}

    @property
    def guessed(self) -> Sequence[tuple[str, str]]:
        return tuple(self._guessed)

    @property
    def unread(self) -> Sequence[str]:
        return tuple(self._unread)

    def heading(self, names: Sequence[str]) -> list[str]:
        """The columns of a table as fields, "" those that are not read. UsageError: `mapping` names one that is not there."""
        return self._known(names, self.mapping)

    def read(self, line: dict[str, Any]) -> Iterator[Said]:
        """What a JSON line says. InputError: a field is missing, or not what it must be."""
        names = tuple(line)
        if names in self._plans:
            plan = self._plans[names]
        else:
            plan = self._plan(names)
            if len(self._plans) < _MOST_PLANS:
                self._plans[names] = plan
        if plan is not None:
            return read({field: _plain(field, line[name]) for name, field in plan})
        # Most lines have the names of `search --json`, and what they say needs no second look.
        source, tags = line.get("source"), line.get("tags")
        if isinstance(tags, str) or (isinstance(source, str) and not _is_citekey(source)):
            return read(dict(line))
        return statements.read(line)

    def _plan(self, names: tuple[str, ...]) -> Plan | None:
        """Names of a line with their fields; None where these are the names of the fields, and none needs to be read closer."""
        mapping = {name: field for name, field in self.mapping.items() if name in names}
        # A key is told apart from others as it stands, with its spaces.
        fields = self._known([name.strip() if name.strip() not in names else name for name in names], mapping)
        plan = tuple((name, field) for name, field in zip(names, fields, strict=True) if field)
        plain = all(name == field for name, field in plan) and not any(
            name in self.mapping.values() for name in names
        )
        closer = {"page", *columns.OTHER_NAMES}.intersection(field for _, field in plan)
        alone = "locator" in names and "locator_label" not in names
        untold = "source" not in names and "url" not in names
        return None if plain and not closer and not alone and not untold else plan

    def _known(self, names: Sequence[str], mapping: Mapping[str, str]) -> list[str]:
        fields, guessed = columns.heading(names, mapping)
        known = {*columns.FIELDS, *columns.OTHER_NAMES}
        for pair in guessed:
            _note(self._guessed, pair)
        for name, field in zip(names, fields, strict=True):
            if name.strip() and field not in known:
                _note(self._unread, name.strip())
        return fields


def read(line: dict[str, Any]) -> Iterator[Said]:
    """What a line says whose names are those of fields. InputError: a field is missing, or not what it must be."""
    cells: dict[str, Any] = {columns.OTHER_NAMES.get(name, name): value for name, value in line.items()}
    cells = {name: value for name, value in cells.items() if value is not None and value != ""}
    for name in (*_NUMBERS, "source", "url", "source_title", "locator_label"):
        if not isinstance(cells.get(name, ""), str):
            raise InputError(f"its {name} is not text.")
    if isinstance(cells.get("tags"), str):
        cells["tags"] = [tag for one in cells["tags"].split(";") if (tag := one.strip())]
    if "page" in cells:
        page = cells.pop("page")
        cells.setdefault("locator", page if cells.get("locator_label") else _page(page))
    if "said" in cells and dates.is_unknown(cells["said"]):
        del cells["said"]
    if "said" in cells:
        cells["said"] = dates.typed(cells["said"]).text
    _name_source(cells)
    if "locator" in cells and "locator_label" not in cells:
        locator = locators.parse_locator(locators.typed(cells["locator"]))
        cells["locator_label"], cells["locator"] = locator.label, locator.value
    return statements.read(cells)


def _name_source(cells: dict[str, Any]) -> None:
    """What stands for the source is its address, its citekey, or the name of a paper or a book."""
    source = cells.get("source", "").strip()
    if source and urls.is_web_url(source):
        if cells.setdefault("url", source).strip() != source:
            raise InputError("its source and its url are two addresses.")
        del cells["source"]
    elif source and not slugs.is_citekey(source):
        cells.setdefault("source_title", source)
        cells["source"] = slugs.slugify(source)
    if "source_title" in cells and "source" not in cells and "url" not in cells:
        cells["source"] = slugs.slugify(cells["source_title"])


def _page(typed: str) -> str:
    """A page with its label; whoever fills in a column of pages writes "12", "S. 12" or "p. 12"."""
    try:
        return str(locators.formatted(*locators.parse_locator(locators.typed(typed))))
    except InputError:
        return f"p. {typed}"


def _plain(field: str, value: object) -> object:
    """A value as a table has it: of numbers the digits."""
    return str(value) if type(value) is int and field in _NUMBERS else value


@lru_cache(maxsize=65_536)
def _is_citekey(source: str) -> bool:
    return slugs.is_citekey(source) and not urls.is_web_url(source)


def _note(noted: dict[Any, None], what: object) -> None:
    if len(noted) < _MOST_NAMES:
        noted[what] = None
