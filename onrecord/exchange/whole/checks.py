"""What a row from a file must be before it is stored: the rules that the tables themselves cannot hold."""

from __future__ import annotations

import zlib

from onrecord.errors import InputError
from onrecord.exchange.lines import is_too_deep
from onrecord.text import edtf, slugs, urls
from onrecord.text.fold import identity_fold
from onrecord.text.locator_forms import format_locator
from onrecord.text.locators import LOCATOR_LABELS
from onrecord.text.patterns import lazy
from onrecord.text.redacted import is_intact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from onrecord.exchange.whole.tables import Field, Kind, Values

# What a stored original may unfold to, in bytes.
LARGEST_ORIGINAL = 1 << 30

_KEYS = {
    ("speakers", "slug"): lazy(r"[a-z0-9]+(?:-[a-z0-9]+)*"),
    ("statements", "key"): lazy(r"[a-z2-7]{10,52}"),
    ("claims", "key"): lazy(r"c-[a-z2-7]{6,52}"),
    ("captures", "captured_at"): lazy(r"(?a)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"),
    ("snapshots", "captured_at"): lazy(r"(?a)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"),
    ("attributions", "checked_at"): lazy(r"(?a)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"),
}
_DATES = frozenset(("accessed", "issued", "said", "published"))
_ADDRESSES = frozenset(("url", "archive_url"))


def checked(field: Field, value: object) -> object:
    """`value`, if it is of the kind that the field holds. InputError otherwise."""
    expected = field.type or object
    if expected is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if expected is object:
        if is_too_deep(value):
            raise InputError(f"{field.name} is nested too deeply.")
        return value
    if not isinstance(value, expected) or (expected is int and isinstance(value, bool)):
        raise InputError(f"{field.name} must be {_WORDS[expected]}.")
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise InputError(f"{field.name} holds {_unread(value[error.start])}.") from None
    if isinstance(value, int) and not -(1 << 63) <= value < 1 << 63:
        raise InputError(f"{field.name} is too large a number.")
    return value


def _unread(character: str) -> str:
    """What a lone surrogate stands for."""
    if "\udc80" <= character <= "\udcff":
        return f"the byte {ord(character) & 0xFF:02X}, which is not UTF-8"
    return "half a character (a lone surrogate)"


_WORDS = {str: "text", int: "a whole number", float: "a number", bool: "true or false", bytes: "base64"}


def check_row(kind: Kind, row: Values) -> None:
    """InputError where a row could not have been recorded. `row` is by column, references as they are."""
    table = kind.table
    for column, value in row.items():
        if value is None:
            continue
        pattern = _KEYS.get((table, column))
        if pattern and not pattern.fullmatch(str(value)):
            raise InputError(f"{column} {str(value)[:80]!r} is not written as onrecord writes it.")
        if column in _DATES and table != "proposals":
            edtf.parse(str(value))
        if column in _ADDRESSES and not urls.is_web_url(str(value)):
            raise InputError(f"{column} is not a web address.")
    if (rule := _RULES.get(table)) is not None:
        rule(row)


def _source(row: Values) -> None:
    if not slugs.is_citekey(str(row["citekey"])):
        raise InputError(f"{str(row['citekey'])[:80]!r} cannot be a citekey.")
    if not isinstance(row["csl"], dict | None):
        raise InputError("csl must be an object.")
    # Two works at one address: only one of them is known by it.
    if row["url_key"] is not None and row["url_key"] != (
        urls.url_key(str(row["url"])) if row["url"] else None
    ):
        raise InputError("url_key is not that of its url.")


def _citekey_alias(row: Values) -> None:
    if not slugs.is_other_citekey(str(row["citekey"])):
        raise InputError(f"{str(row['citekey'])[:80]!r} cannot be a citekey.")


def _attribution(row: Values) -> None:
    if row["locator_label"] is not None and row["locator"] is not None:
        format_locator(str(row["locator_label"]), str(row["locator"]))


def _snapshot(row: Values) -> None:
    if not is_intact(str(row["text"]), str(row["sha256"]), str(row["extractor"])):
        raise InputError("its text is not the one that sha256 was made of: the file was changed.")
    places = row["places"]
    if places is not None and not _is_list(places, _is_place):
        raise InputError("places must be a list of [start, label, value].")
    if isinstance(row["original"], bytes):
        _check_unfolds(row["original"])


def _proposal(row: Values) -> None:
    if not _is_list(row["stretches"], _is_stretch):
        raise InputError("stretches must be a list of [start, end].")
    if not _is_list(row["via"], lambda hop: isinstance(hop, dict)):
        raise InputError("via must be a list of objects.")


_RULES: dict[str, Callable[[Values], None]] = {
    "sources": _source,
    "citekey_aliases": _citekey_alias,
    "attributions": _attribution,
    "snapshots": _snapshot,
    "proposals": _proposal,
}


def _is_list(value: object, fits: Callable[[object], bool]) -> bool:
    return isinstance(value, list) and all(map(fits, value))


def _is_place(value: object) -> bool:
    return (
        isinstance(value, list)
        and [type(part) for part in value] == [int, str, str]
        and value[1] in LOCATOR_LABELS
    )


def _is_stretch(value: object) -> bool:
    return isinstance(value, list) and [type(part) for part in value] == [int, int]


def _check_unfolds(packed: bytes) -> None:
    """The bytes are zlib's, whole, and no bomb: looked through piece by piece, and not kept."""
    stream, size = zlib.decompressobj(), 0
    try:
        rest = packed
        while rest and not stream.eof:
            size += len(stream.decompress(rest, 1 << 20))
            rest = stream.unconsumed_tail
            if size > LARGEST_ORIGINAL:
                raise InputError("original unfolds to more than a gigabyte.")
        while not stream.eof and (more := len(stream.decompress(b"", 1 << 20))):
            size += more
            if size > LARGEST_ORIGINAL:
                raise InputError("original unfolds to more than a gigabyte.")
    except zlib.error:
        raise InputError("original is not what zlib made.") from None
    if not stream.eof or stream.unused_data:
        raise InputError("original is not whole.")


# Of two titles that share less than this, one is no correction of the other.
_LEAST_ALIKE = 0.6


def is_another(table: str, row: Mapping[str, object], there: Mapping[str, object]) -> bool:
    """Whether two rows of one name are two works, or two people, and not one that was corrected."""
    if table == "speakers":
        ids = (row.get("wikidata_id"), there.get("wikidata_id"))
        return None not in ids and ids[0] != ids[1]
    if table != "sources" or (row.get("url") and row.get("url") == there.get("url")):
        return False
    from difflib import SequenceMatcher

    here, other = (identity_fold(str(work.get("title") or "")) for work in (row, there))
    return SequenceMatcher(None, here, other, autojunk=False).ratio() < _LEAST_ALIKE
