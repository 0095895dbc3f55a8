"""From bytes to text: what cannot be read is marked and named, and nothing is guessed that another guess contradicts."""

import codecs

from onrecord.errors import InputError
from onrecord.ingest import charsets
from onrecord.ingest.messages import shown
from onrecord.model.record import record, replace
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

MARK = "\ufffd"

# Bytes that cannot be read come out of the decoders as lone surrogates, which no text holds; NUL is no text either.
_UNREAD = lazy("[\0\ud800-\udfff]+")
_ABOVE_ASCII = bytes(range(0x80, 0x100))
# How many letters of UTF-8 make an encoding doubtful that a document declares and that can be read too.
_TELLING_LETTERS = 2
# What is UTF-8 but for one place in so many may be called so, though no letter of it needs more than one byte.
_RARE = 100
# Beyond this share of places that cannot be read it is no text, whatever it is declared to be.
_TOO_MANY, _A_FEW = 0.25, 2
# An encoding that is declared is believed as long as so much of what is not ASCII can be read in it.
_READABLE = 0.9
_AROUND = 20
_LISTED = 5
_OUTSIDE = "; that is outside the text that is kept"


@record()
class Damage:
    """A place that could not be read, and stands as U+FFFD in the text.

    `offset` counts code points of the text (a letter after the other, line ends as one), `line` and `column` from 1;
    `data` are the bytes, `around` the words before and after, in one line. `likely` is what they were read as all the same,
    and in which encoding, where the words around them leave no doubt.
    """

    offset: int
    line: int
    column: int
    data: bytes
    around: str
    likely: tuple[str, str] | None = None

    def as_json(self) -> dict[str, object]:
        return {
            "offset": self.offset,
            "line": self.line,
            "column": self.column,
            "bytes": self.data.hex(" ").upper(),
            "around": self.around,
        }

    def __str__(self) -> str:
        more = "s" if len(self.data) > 1 else ""
        return f"line {self.line}, column {self.column} (byte{more} {self._bytes()}), “{self.around}”"

    def _bytes(self) -> str:
        return self.data[:8].hex(" ").upper() + (" …" if len(self.data) > 8 else "")


@record()
class Decoded:
    """A text as it was read: \\n line ends, no byte-order mark, no NUL, no lone surrogates.

    `encoding` is the name as people know it ("UTF-8", "Windows-1252"); `overruled` the one that was declared, where the
    bytes plainly are in another. `guessed`: nothing says so but a few words of it.
    """

    text: str
    encoding: str
    damaged: tuple[Damage, ...] = ()
    overruled: str | None = None
    guessed: bool = False

    def notes(self, kept: str | None = None) -> tuple[str, ...]:
        """What a person should know of the reading, in words that follow the name of the file and a colon.

        `kept` is what was made of the text, where that is not all of it.
        """
        notes: list[str] = []
        if self.overruled:
            notes.append(
                f"it says that it is in {self.overruled}, but was read as {self.encoding}, which it is"
            )
        if self.guessed:
            words = ", ".join(f"“{shown(one)}”" for one in _telling_words(self.text))
            notes.append(f"it does not say which encoding it is in, and was read as {self.encoding}: {words}")
        if self.damaged:
            outside = kept is not None and MARK not in kept
            notes.append(_said(self.damaged, self.encoding) + (_OUTSIDE if outside else ""))
        return tuple(notes)


def decode(data: bytes, declared: str | None = None, *, name: str, markup: bool = False) -> Decoded:
    """The text of `data`, in the encoding that is the most likely one of the whole.

    What counts, in this order: the byte-order mark; the `declared` encoding (an HTTP header, a MIME part; with `markup`
    also <meta> and the XML declaration), unless the bytes are UTF-8 with few places damaged, which no text in another
    encoding is by chance; UTF-8; what charset-normalizer recognises without a rival; what the few words of a short text tell,
    which is then said in `notes`.
    `name` is what the error calls the document. InputError: it is in none of them, or no text.
    """
    for mark, encoding in charsets.BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _read(data[len(mark) :], encoding, name)
    wanted, label = charsets.declared(data, declared, markup=markup)
    likely = _likely(data, wanted)
    if likely is None:
        if told := charsets.told_by_few(data):
            return replace(_read(data, told, name), guessed=True)
        raise InputError(
            f"{one_line(name)} is not UTF-8 ({_first_place(data)}), and it does not show which encoding it is in instead; "
            "save it as UTF-8 with the program that it comes from."
        )
    overruled = label if wanted != likely and not data.isascii() else None
    return _read(data, likely, name, overruled=overruled)


def only_utf8(data: bytes, *, name: str, line: int = 1) -> str:
    """The text of what must be UTF-8 as it stands, such as a draft: places in it are counted, or it is written again.

    Line ends stay as they are; a byte-order mark goes. `line` is the number of the first line.
    InputError names the first place that is no UTF-8.
    """
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError:
        raise not_utf8(data, name=name, line=line) from None


def not_utf8(data: bytes, *, name: str, line: int = 1) -> InputError:
    """The error that says where `data`, which must be UTF-8, is none."""
    if line == 1 and data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and len(data) % 2 == 0:
        return InputError(f"{one_line(name)} is UTF-16. Save it as UTF-8.")
    place = _first_place(data.removeprefix(codecs.BOM_UTF8))
    place = replace(place, line=place.line + line - 1)
    return InputError(f"{one_line(name)} is not UTF-8: {place}. Save it as UTF-8.")


def has_byte_order_mark(data: bytes) -> bool:
    return any(data.startswith(mark) for mark, _ in charsets.BYTE_ORDER_MARKS)


def _likely(data: bytes, wanted: str | None) -> str | None:
    """The codec to read with; None where no reading is likelier than another."""
    wide = charsets.without_mark(data) if b"\0" in data else None
    if wide:
        return wide
    if data.isascii() and (wanted is None or wanted.startswith("utf-16")):
        return "utf-8"
    letters, others = _utf8_letters(data)
    if wanted and wanted != "utf-8":
        enough = 1 if wanted in charsets.LATIN or wanted.startswith("utf-16") else _TELLING_LETTERS
        if letters >= enough and letters > 4 * others:
            return "utf-8"
        if _is_readable(data, wanted):
            return wanted
    if letters >= others:
        return "utf-8"
    recognised = None if b"\0" in data else charsets.recognised(data)
    if recognised or wanted:
        return recognised or wanted or ""
    if others * _RARE <= len(data) or (others == 1 and (letters or not charsets.told_by_few(data))):
        return "utf-8"
    return None


def _telling_words(text: str) -> list[str]:
    """The first few words that read otherwise in another encoding."""
    words = (one.strip('.,;:!?()"')[:40] for one in text.split() if not one.isascii())
    return list(dict.fromkeys(one for one in words if one))[:3]


def _utf8_letters(data: bytes) -> tuple[int, int]:
    """How many letters of more than one byte `data` holds as UTF-8, and how many bytes that are in none."""
    escaped = data.decode("utf-8", "surrogateescape")
    others = len(escaped) - len(escaped.encode("utf-8", "ignore").decode())
    return len(escaped) - others - len(data.translate(None, _ABOVE_ASCII)), others


def _is_readable(data: bytes, encoding: str) -> bool:
    unread = sum(len(match[0]) for match in _UNREAD.finditer(_unread(data, encoding)))
    above = len(data) - len(data.translate(None, _ABOVE_ASCII))
    return unread <= max(_A_FEW, (1 - _READABLE) * above)


def _read(data: bytes, encoding: str, name: str, *, overruled: str | None = None) -> Decoded:
    raw = _unread(data, encoding).replace("\r\n", "\n").replace("\r", "\n")
    if _UNREAD.search(raw) is None:
        return Decoded(raw, charsets.shown(encoding), (), overruled)
    text, places = _places(raw, encoding, odd=len(data) % 2 == 1)
    unread = sum(len(place.data) for place in places)
    if unread > max(_A_FEW, _TOO_MANY * len(data)):
        raise InputError(
            f"{one_line(name)} is not a text: {unread:,} of its {len(data):,} bytes cannot be read as "
            f"{charsets.shown(encoding)}, the first in {places[0]}."
        )
    return Decoded(text, charsets.shown(encoding), places, overruled)


def _first_place(data: bytes) -> Damage:
    """The first place that is no UTF-8 in what is none."""
    return next(place for place in _places(_unread(data, "utf-8"))[1] if place.data.strip(b"\0"))


def _unread(data: bytes, encoding: str) -> str:
    """The text, with lone surrogates for what cannot be read: U+DC00 and the byte."""
    if encoding.startswith("utf-16"):
        whole = len(data) & ~1
        return data[:whole].decode(encoding, "surrogatepass") + "".join(
            chr(0xDC00 + byte) for byte in data[whole:]
        )
    try:
        return data.decode(encoding, "surrogateescape")
    except UnicodeDecodeError:
        # Some codecs stop at a byte of ASCII, which cannot be escaped.
        return data.decode(encoding, "replace").replace(MARK, "\udc3f")


def _places(raw: str, encoding: str = "utf-8", *, odd: bool = False) -> tuple[str, tuple[Damage, ...]]:
    """A text with U+FFFD for each thing that could not be read, and where these are.

    `odd` says that there are so many bytes; the last one is then no half of UTF-16.
    """
    pieces: list[str] = []
    wrong: list[tuple[int, bytes]] = []
    start = length = 0
    wide = encoding.startswith("utf-16")
    for match in _UNREAD.finditer(raw):
        run = match[0]
        data = run.encode(encoding, "surrogatepass") if wide else bytes(ord(one) & 0xFF for one in run)
        if wide and odd and match.end() == len(raw):
            data = data[:-2] + bytes((ord(run[-1]) & 0xFF,))
        # As browsers do: one for what may have been one letter.
        marks = len(data.decode("utf-8", "replace")) if encoding == "utf-8" else len(run)
        pieces += (raw[start : match.start()], MARK * marks)
        wrong.append((length + match.start() - start, data))
        length += match.start() - start + marks
        start = match.end()
    text = "".join([*pieces, raw[start:]])
    places: list[Damage] = []
    line, line_start, seen = 1, 0, 0
    for offset, data in wrong:
        line += text.count("\n", seen, offset)
        line_start = text.rfind("\n", seen, offset) + 1 or line_start
        seen = offset
        places.append(Damage(offset, line, offset - line_start + 1, data, around(text, offset, line_start)))
    return text, tuple(places)


def around(text: str, offset: int, line_start: int) -> str:
    """The words around a place, cut at spaces and at the ends of its line."""
    end = offset
    while text[end : end + 1] == MARK and end - offset < 8:
        end += 1
    before = text[max(line_start, offset - 2 * _AROUND) : offset]
    if len(before) > _AROUND:
        before = before[-_AROUND:].partition(" ")[2] or before[-_AROUND:]
    after = text[end : end + 2 * _AROUND].partition("\n")[0]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] or after[:_AROUND]
    return shown(one_line(before + text[offset:end] + after))


def _said(places: tuple[Damage, ...], encoding: str) -> str:
    listed = "; ".join(str(place) for place in places[:_LISTED])
    more = f"; and {len(places) - _LISTED:,} more" if len(places) > _LISTED else ""
    many = f"{len(places):,} places are" if len(places) > 1 else "one place is"
    return f"{many} not {encoding} and cannot be read, and {MARK} stands there: {listed}{more}"
