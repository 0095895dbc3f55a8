"""Names of encodings as documents declare them, and which one some bytes are in by their look."""

from __future__ import annotations

import codecs

from onrecord.ingest.alphabets import by_letters
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

# Longest first: the UTF-32 mark begins with the UTF-16 one.
BYTE_ORDER_MARKS = (
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
    "utf-16": "utf-16-le",
    "utf-8-sig": "utf-8",
}
# Labels that Python does not know, or takes for less than is meant.
_LABELS = {
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "win-1251": "cp1251",
    "win-1252": "cp1252",
    "gb_2312-80": "gb18030",
    "x-x-big5": "big5",
    "x-gbk": "gb18030",
    "windows-949": "cp949",
    "ks_c_5601-1987": "cp949",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
    "x-user-defined": "cp1252",
    "unicode-1-1-utf-8": "utf-8",
    "unicode": "utf-16-le",
    "iso-8859-8-i": "iso8859-8",
    "dos-874": "cp874",
}
_DECLARABLE = {
    *("utf-8", "utf-16-le", "utf-16-be", "koi8-r", "koi8-u", "cp866", "cp874", "mac-roman"),
    *("mac-cyrillic", "gb18030", "big5", "big5hkscs", "euc_jp", "iso2022_jp", "cp932", "cp949"),
    *(f"cp125{number}" for number in range(9)),
    *(f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
}
# Encodings of Latin letters with a byte for each: two bytes that would be one letter in UTF-8 are in none of them what
# anybody writes ("Ã©", "â€™").
LATIN = {
    *("cp1250", "cp1252", "cp1254", "cp1257", "cp1258", "mac-roman"),
    *(f"iso8859-{number}" for number in (2, 3, 4, 10, 13, 14, 15, 16)),
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
_TELLING_KANA, _LEAST_KANA, _LEAST_HANGUL = 5, 0.2, 0.97
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

_C1_CONTROL = lazy(r"[\x7f-\x9f]")
_IN_META = lazy(rb"(?i)<meta\b[^>]{0,500}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})")
_IN_XML = lazy(rb"\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_DECLARATION_BYTES = 4096
_SHOWN = {
    **{f"cp125{number}": f"Windows-125{number}" for number in range(9)},
    "cp874": "Windows-874",
    "cp932": "Shift_JIS",
    "cp949": "EUC-KR",
    "cp866": "IBM866",
    "euc_jp": "EUC-JP",
    "iso2022_jp": "ISO-2022-JP",
    "big5": "Big5",
    "big5hkscs": "Big5-HKSCS",
    "mac-roman": "Mac Roman",
    "mac-cyrillic": "Mac Cyrillic",
}


def declared(data: bytes, charset: str | None, *, markup: bool) -> tuple[str | None, str | None]:
    """The encoding that a document is declared to be in: Python's codec, and the label that is written there.

    `charset` (an HTTP header, a MIME part) comes first, with `markup` then its <meta> or XML declaration. (None, None)
    without a declaration that means anything.
    """
    head = data[:_DECLARATION_BYTES] if markup else b""
    inside = [
        found[1].decode("ascii", "replace") for found in (_IN_META.search(head), _IN_XML.match(head)) if found
    ]
    for label in ([charset] if charset else []) + inside:
        encoding = codec(label)
        if encoding:
            # A declaration that is readable as ASCII cannot be in UTF-16.
            readable = label in inside and encoding.startswith("utf-16")
            return "utf-8" if readable else encoding, one_line(label)
    return None, None


def codec(label: str) -> str | None:
    """The codec for a declared name; None unless it is a character encoding used for documents."""
    label = label.strip().strip("\"'").lower()
    try:
        encoding = codecs.lookup(_LABELS.get(label, label)).name
    except (LookupError, ValueError):
        return None
    encoding = _MEANT_BY.get(encoding, encoding)
    return encoding if encoding in _DECLARABLE else None


def shown(encoding: str) -> str:
    """The name of a codec as people know it: "Windows-1252" for cp1252."""
    return _SHOWN.get(encoding) or encoding.replace("iso8859", "iso-8859").upper()


def without_mark(data: bytes) -> str | None:
    """UTF-16 that lacks its byte-order mark: every second byte of what is Latin in it is zero; None for anything else."""
    sample = data[:_SAMPLE_BYTES]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    # A Chinese text has zeros only in its spaces, stops and line ends.
    least = max(2, len(sample) // 2 // 20)
    for encoding, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros > least and others * 20 <= zeros:
            return encoding
    return None


def recognised(data: bytes) -> str | None:
    """The encoding that its words tell, else that charset-normalizer recognises without a rival, in which all of `data` is readable."""
    sample = _telling_lines(data)
    if (east := _east_asian(sample)) and _is_readable(data, east):
        return east
    enough = sum(byte > 0x7F for byte in sample) >= _TELLING_BYTES
    told = by_letters(sample) if enough else None
    if told and _is_readable(data, told):
        return told
    from charset_normalizer import from_bytes

    matches = from_bytes(sample, cp_isolation=_DETECTABLE, preemptive_behaviour=False)
    candidates = [match for match in matches if not _C1_CONTROL.search(str(match))]
    customary = [match for match in candidates if _is_customary(match)]
    if not customary:
        return None
    best = max(customary, key=lambda match: match.coherence - match.chaos)
    for rival in candidates:
        is_close = (
            rival.chaos <= best.chaos + _MESS_MARGIN and rival.coherence >= best.coherence - _COHERENCE_MARGIN
        )
        is_ruled_out = enough and rival.language == best.language and not _is_customary(rival)
        if is_close and not is_ruled_out and str(rival) != str(best):
            return None
    if best.chaos > _MESS_MARGIN or not _is_readable(data, best.encoding):
        return None
    return codecs.lookup(best.encoding).name


def told_by_few(data: bytes) -> str | None:
    """The encoding that a few words of a short text tell; None where another one is as likely."""
    told = by_letters(_telling_lines(data))
    return told if told and _is_readable(data, told) else None


def _east_asian(sample: bytes) -> str | None:
    """Japanese by its hiragana, which no other language has, and Korean by having hardly anything but hangul."""
    for encoding, first, last, least, share in (
        ("euc_jp", "ぁ", "ん", _TELLING_KANA, _LEAST_KANA),
        ("cp932", "ぁ", "ん", _TELLING_KANA, _LEAST_KANA),
        ("euc_kr", "가", "힣", _TELLING_BYTES, _LEAST_HANGUL),
    ):
        try:
            letters = [one for one in sample.decode(encoding) if one.isalpha() and not one.isascii()]
        except UnicodeDecodeError:
            continue
        told = sum(first <= one <= last for one in letters)
        # Half-width katakana are what other encodings look like in these.
        odd = sum("\uff61" <= one <= "\uff9f" for one in letters)
        if told >= least and told >= share * len(letters) and odd * 10 <= told:
            return "cp949" if encoding == "euc_kr" else encoding
    return None


def _is_readable(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_customary(match: CharsetMatch) -> bool:
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
