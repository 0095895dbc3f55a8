"""Files that are read at once, in whatever encoding people have written them: the text, and what a person should know of it."""

import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.entries import Noted
from onrecord.ingest import charsets
from onrecord.ingest.alphabets import by_letters
from onrecord.ingest.decode import MARK, Damage, Decoded, around, decode
from onrecord.model.record import replace
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

LARGEST = 256 << 20
# Places that are named one by one.
_NAMED = 20
# The reading that everybody expects, with its byte-order mark or without it.
_PLAIN = ("UTF-8", "UTF-16-LE", "UTF-16-BE", "UTF-32-LE", "UTF-32-BE")
_IN_JSON = lazy(r'(?s)"((?:[^"\\]|\\.){1,80})"\s*:\s*(?:\[\s*)?"(?:[^"\\]|\\.)*\Z')
_TELLING = lazy(r"\w*[^\W\x00-\x7f]\w*")
_LINE = lazy(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
# Words that are shown of an encoding that was guessed.
_SHOWN = 5
# How far before a place its field is looked for.
_BEFORE = 20_000
_LETTERS, _LETTERS_BEFORE = lazy(r"[^\W\d_]+"), lazy(r"[^\W\d_]+\Z")
_LONGEST_WORD = 60

FieldAt = Callable[[str, Damage], str | None]


def read_text(stream: BinaryIO, name: str, *, largest: int = LARGEST, markup: bool = False) -> Decoded:
    """The text of a file, in the likeliest encoding of the whole; `markup`: it may declare one itself.

    InputError: it is larger than `largest` bytes, no text, or nothing shows its encoding.
    """
    data = stream.read(largest + 1)
    if len(data) > largest:
        raise InputError(f"{one_line(name)} is larger than {largest >> 20} MiB. Split it.")
    return decoded(data, name, markup=markup)


def decoded(data: bytes, name: str, *, markup: bool = False) -> Decoded:
    """`read_text` of what was read already."""
    # A handful of names tells less than a page of prose; but no letter of UTF-8 is in them, and the report says what they
    # were taken for.
    few = not (markup or data.isascii() or b"\0" in data) and data.decode("utf-8", "ignore").isascii()
    read = decode(data, by_letters(data) if few else None, name=name, markup=markup)
    return _with_likely_letters(read) if read.damaged and read.encoding == "UTF-8" else read


def _with_likely_letters(read: Decoded) -> Decoded:
    """UTF-8 in which the letters of a stray encoding stand as what they are: "Küche", where the words leave no doubt.

    A work's title or name is better read than marked, as long as the report says so; other places stay marked.
    """
    words = {place.offset: word for place in read.damaged if (word := _stray_word(read.text, place))}
    codec = by_letters(b" ".join(words.values())) if words else None
    if codec is None or not _is_latin(b"".join(place.data for place in read.damaged).decode(codec, "ignore")):
        return read
    letters = {place.offset: place.data.decode(codec) for place in read.damaged if place.offset in words}
    pieces: list[str] = []
    index = 0
    for offset, letter in letters.items():
        pieces += (read.text[index:offset], letter)
        index = offset + len(letter)
    text = "".join([*pieces, read.text[index:]])
    named = charsets.shown(codec)
    places = tuple(
        replace(
            place,
            around=around(text, place.offset, place.offset - place.column + 1),
            likely=(letters[place.offset], named) if place.offset in letters else None,
        )
        for place in read.damaged
    )
    return replace(read, text=text, damaged=places)


def _is_latin(text: str) -> bool:
    return all(not one.isalpha() or unicodedata.name(one, "").startswith("LATIN") for one in text)


def _stray_word(text: str, place: Damage) -> bytes | None:
    """The word that a place stands in, with its bytes and ASCII for the letters around; None where no letters can be told so."""
    end = place.offset + len(place.data)
    # A letter of UTF-8 that was cut is one mark for several bytes.
    if min(place.data) < 0x80 or text[place.offset : end] != MARK * len(place.data):
        return None
    before = _LETTERS_BEFORE.search(text, max(0, place.offset - _LONGEST_WORD), place.offset)
    after = _LETTERS.match(text, end, end + _LONGEST_WORD)
    beside = (before[0] if before else "", after[0] if after else "")
    if not _is_latin("".join(beside)):
        return None
    first, last = (
        "".join(one if one.isascii() else "A" if one.isupper() else "a" for one in part).encode()
        for part in beside
    )
    return first + place.data + last


def notes(decoded: Decoded, field_at: FieldAt) -> Iterator[Noted]:
    """What the report says of the reading: an encoding that was guessed, and each place that cannot be read.

    `field_at` names the field of the format that a place stands in.
    """
    if decoded.overruled:
        yield Noted(
            where="",
            reason=f"it says that it is in {decoded.overruled}, but was read as {decoded.encoding}, which it is",
        )
    elif decoded.encoding not in _PLAIN:
        words = ", ".join(f"“{one}”" for one in dict.fromkeys(islice(_words(decoded.text), _SHOWN)))
        yield Noted(where="", reason=f"it is not UTF-8, and was read as {decoded.encoding}: {words}")
    for place in decoded.damaged[:_NAMED]:
        yield noted(place, decoded.encoding, field_at(decoded.text, place))
    if (more := len(decoded.damaged) - _NAMED) > 0:
        yield Noted(where="", reason=f"{more:,} more places cannot be read as {decoded.encoding}")


def _words(text: str) -> Iterator[str]:
    """The words that tell whether an encoding was guessed rightly."""
    return (one_line(match[0])[:40] for match in _TELLING.finditer(text))


def noted(place: Damage, encoding: str, field: str | None) -> Noted:
    """What the report says of a place."""
    shown = place.data[:8].hex(" ").upper() + " …" * (len(place.data) > 8)
    bytes_ = f"byte{'s' * (len(place.data) > 1)} {shown}"
    kept = f"read as {place.likely[0]} ({place.likely[1]})" if place.likely else f"kept as {MARK}"
    where = f"line {place.line}, column {place.column}"
    return Noted(
        where=f"{where}, {one_line(field)[:80]}" if field else where,
        reason=f"{bytes_} cannot be read as {encoding}; {kept} in “{place.around}”",
    )


def field_in_json(text: str, place: Damage) -> str | None:
    """The name of the field whose value a place stands in."""
    match = _IN_JSON.search(text[max(0, place.offset - _BEFORE) : place.offset])
    return match[1] if match else None


def lines_of(text: str) -> Iterator[str]:
    """The lines of a text with their ends, for `csv.reader`: `StringIO` would keep the text once more, at four bytes a character."""
    return (match[0] for match in _LINE.finditer(text))


def no_field(text: str, place: Damage) -> None:
    """Of a format that has none."""
