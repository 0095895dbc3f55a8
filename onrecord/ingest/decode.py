"""From bytes to text: never a replacement character, never a guess that another guess contradicts."""

import codecs
import re
from typing import TYPE_CHECKING

from onrecord.errors import InputError

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

# Longest first: the UTF-32 mark begins with the UTF-16 one.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# A page that declares ISO 8859-1 or ASCII means Windows-1252, and so on: the labels of the WHATWG Encoding
# Standard, applied after Python's own normalisation of names.
_MEANT_BY = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_DECLARABLE = {
    *("utf-8", "utf-16", "utf-16-le", "utf-16-be", "koi8-r", "koi8-u", "cp866", "cp874", "mac-roman"),
    *("mac-cyrillic", "gb18030", "big5", "big5hkscs", "euc_jp", "iso2022_jp", "cp932", "cp949"),
    *(f"cp125{number}" for number in range(9)),
    *(f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
}

# What texts are really found in. Each rarer code page added here makes common texts ambiguous.
_DETECTABLE = [
    *(f"cp125{number}" for number in range(9)),
    *("iso8859_2", "iso8859_5", "iso8859_7", "iso8859_9", "iso8859_15", "koi8_r", "koi8_u", "cp866"),
    *("mac_roman", "mac_cyrillic", "cp874", "cp932", "euc_jp", "cp949", "gb18030", "big5"),
]
_SAMPLE_BYTES = 100_000
# By charset-normalizer's measures (0 to 1): more mess than this is no text, and a candidate this close to the
# best one is as believable.
_MESS_MARGIN = 0.05
_COHERENCE_MARGIN = 0.2

# The Latin code pages differ in a few letters only, which measures hardly notice: "año" in the wrong one is
# "ańo", still a fair Spanish text. Where two readings are taken for the same language, the code page made for
# that language decides, if there is enough to recognise a language by.
_TELLING_BYTES = 10
_WEST = {
    *("English", "French", "German", "Spanish", "Portuguese", "Italian", "Dutch", "Swedish", "Norwegian"),
    *("Danish", "Finnish", "Indonesian"),
}
_CENTRE = {"Polish", "Czech", "Slovak", "Hungarian", "Slovene", "Croatian", "Romanian", "German"}
_SERVES = {
    "cp1250": _CENTRE,
    "iso8859_2": _CENTRE,
    "cp1252": _WEST,
    "iso8859_15": _WEST,
    "mac_roman": _WEST,
    "cp1254": {"Turkish"},
    "iso8859_9": {"Turkish"},
    "cp1257": {"Lithuanian", "Latvian", "Estonian"},
    "cp1258": {"Vietnamese"},
}

_C1_CONTROL = re.compile(r"[\x7f-\x9f]")
_IN_META = re.compile(rb"<meta\b[^>]{0,500}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_IN_XML = re.compile(rb"\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_DECLARATION_BYTES = 4096


def decode(data: bytes, *, name: str, charset: str | None = None, markup: bool = False) -> str:
    """The text of `data`: \\n line ends, no byte-order mark.

    Tried in this order: the byte-order mark; the declared encoding (`charset`, as from an HTTP header; with
    `markup` also <meta> and the XML declaration); UTF-8; what charset-normalizer recognises without a rival.
    InputError: it is in none of them, or holds NUL.
    """
    text = _decoded(data, name, charset, markup)
    nul = text.find("\0")
    if nul >= 0:
        raise InputError(
            f"{name} holds a NUL character at offset {nul}, so it is not a text; remove it and try again."
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def has_byte_order_mark(data: bytes) -> bool:
    return any(data.startswith(mark) for mark, _ in _BYTE_ORDER_MARKS)


def _decoded(data: bytes, name: str, charset: str | None, markup: bool) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise InputError(
                    f"{name} begins with the byte-order mark of {encoding.upper()} but is not valid {encoding.upper()} "
                    f"at byte {len(mark) + error.start}; convert it, e.g. with iconv."
                ) from None
    for encoding in _declared(data, charset, markup):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    nul = data.find(b"\0")
    if nul >= 0:
        raise InputError(f"{name} holds a NUL byte at offset {nul}, so it is not a text in a known encoding.")
    recognised = _recognised(data)
    if recognised is None:
        raise InputError(
            f"{name} is not UTF-8 and its encoding could not be recognised; convert it, "
            "e.g. with iconv -f WINDOWS-1252 -t UTF-8."
        )
    return recognised


def _declared(data: bytes, charset: str | None, markup: bool) -> list[str]:
    encodings = [_python_name(charset)] if charset else []
    if markup:
        head = data[:_DECLARATION_BYTES]
        for found in (_IN_META.search(head), _IN_XML.match(head)):
            encoding = _python_name(found[1].decode("ascii", "replace")) if found else None
            # A declaration that is readable as ASCII cannot be in UTF-16.
            encodings.append("utf-8" if encoding and encoding.startswith("utf-16") else encoding)
    return [encoding for encoding in encodings if encoding]


def _python_name(label: str) -> str | None:
    """The codec for a declared name; None unless it is a character encoding used for documents."""
    try:
        encoding = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return None
    encoding = _MEANT_BY.get(encoding, encoding)
    return encoding if encoding in _DECLARABLE else None


def _recognised(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    sample = _telling_lines(data)
    matches = from_bytes(sample, cp_isolation=_DETECTABLE, preemptive_behaviour=False)
    candidates = [match for match in matches if not _C1_CONTROL.search(str(match))]
    customary = [match for match in candidates if _is_customary(match)]
    if not customary:
        return None
    enough = sum(byte > 0x7F for byte in sample) >= _TELLING_BYTES
    best = max(customary, key=lambda match: match.coherence - match.chaos)
    for rival in candidates:
        is_close = (
            rival.chaos <= best.chaos + _MESS_MARGIN and rival.coherence >= best.coherence - _COHERENCE_MARGIN
        )
        is_ruled_out = enough and rival.language == best.language and not _is_customary(rival)
        if is_close and not is_ruled_out and str(rival) != str(best):
            return None
    try:
        return data.decode(best.encoding) if best.chaos <= _MESS_MARGIN else None
    except UnicodeDecodeError:
        return None


def _is_customary(match: "CharsetMatch") -> bool:
    """Whether the language that was recognised is written in this code page."""
    served = [_SERVES.get(encoding) for encoding in match.could_be_from_charset]
    return match.coherence == 0 or any(
        languages is None or match.language in languages for languages in served
    )


def _telling_lines(data: bytes) -> bytes:
    """The first lines that are not plain ASCII: only they tell encodings apart, and a sample is fast."""
    lines: list[bytes] = []
    size = 0
    for line in data.splitlines(keepends=True):
        if not line.isascii():
            lines.append(line[:_SAMPLE_BYTES])
            size += len(line)
            if size >= _SAMPLE_BYTES:
                break
    return b"".join(lines)
