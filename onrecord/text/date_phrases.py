"""Dates in words: "November 1, 1994", "1er novembre 1994", "c. 1850", "3 al 5 de mayo de 2020", "XIX век"."""

from __future__ import annotations

from onrecord.model.record import record
from onrecord.text.date_digits import Written, joined
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Match

_SHORT_SECOND = lazy(r"(\d{2}(\d\d))\s?[-–/]\s?(\d\d)")
_DECADE = lazy(
    r"(?:the |les |los |os |gli |die |de |i |в )?(?:(?:annees |anos |anni |jaren )(\d{3})0|(\d{3})(?:0s|0's|0-e|0-[ехи]+|0-luku|0-talet|0'erne|0er|-|x))"
    r"(?: jahren?|годы|ых| годы| годах| годов| гг\.?| роки| роках)?\??"
)
_CENTURY = lazy(
    r"(?:the |le |il |el )?(?:(\d{1,2})(?:st|nd|rd|th|\.|e|eme|\.?)? ?|([ivx]{1,5})(?:e|eme)? ?)(?:century|centuries|jahrhundert|jh\.?|siecle|s\.|век|века|в\.|століття|ст\.|secolo|eeuw|wiek|w\.)"
    r"|(?:siglo|seculo|secolul) ([ivx]{1,5})|(\d\d)(?:--|xx)(\?)?"
)
# A year whose last figures nobody knows, as catalogues write it: "199?", "[19--?]", "18uu", "[188-]".
_UNSURE_FIGURES = lazy(
    r"\[?(?:(1\d\d|20[0-2])[?u_]|(1\d|20)(?:\?\?|uu|__|(?:--|–)\??)|(1\d\d|20[0-2])-\??)\]?"
)
# A time of day, with what says the zone and the rest.
_CLOCK = lazy(
    r"(?:,|\bat|\bum|\ba|\bв|\bo|\bom|\bkl\.?|-|–|\||\()?\s*\b(?:\d{1,2}[:.]\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?<!\d\.\d\d)|\d{1,2} ?h(?: ?\d\d)?\b|\d{1,2}(?= ?[ap]\.?m))"
    r"(?: ?[ap]\.?m\.?(?!\w)| uhr| h\b)?(?:\s*\(?(?:z|utc|gmt|[a-z]{1,4}t)\)?)?(?:\s*[+-]\d\d:?\d\d)?(?:\s*\([^()]{0,60}\))?"
)
PIECE = lazy(r"\d+|[^\W\d_]+(?:['’][^\W\d_]{1,3}(?![^\W\d_]))?|[^\s\w]")
_TIGHT = lazy(r"(\d{1,2})[-/]([^\W\d_]{3,})\.?[-/ ](\d{4})|([^\W\d_]{3,})\.?[-/](\d{4})")
_BCE = lazy(
    r"\b(?:b\.?\s?c\.?(?:\s?e\.?)?|v\.?\s?chr\.?|v\.?\s?u\.?\s?z\.?|av\.?\s?j\.?-?\s?c\.?|a\.?\s?c\.?(?!\w)|д[оo] н\. ?[эе]\.?|p\.?\s?n\.?\s?e\.?|f\.?\s?kr\.?)(?!\w)|ق\.? ?م\.?|до н\. ?[эе]\.?"
)
_CE = lazy(
    r"\b(?:a\.?\s?d\.?|c\.?\s?e\.?|d\.\s?c\.?|n\.? ?chr\.?|apr?\.? ?j\.?-?\s?c\.?|n\.? ?e\.?|e\.?\s?kr\.?|н\. ?[эе]\.)(?!\w)"
)
_SHORT_YEAR_BEFORE = lazy(r"(?<!\d)\d{1,3}(?=\s*$)")
_SHORT_YEAR_BEHIND = lazy(r"^\s*\d{1,3}(?!\d)")
_PROBABLY = lazy(
    r"\b(?:probably|perhaps|possibly|prob\.|wahrscheinlich|vermutlich|wohl|peut-etre|probablement|probablemente|quizas?|forse|вероятно|waarschijnlijk)(?!\w)"
)
# Days whose names hold what else parts the ends of a stretch.
_NAMED_DAY = lazy(
    r"(?:segunda|terca|quarta|quinta|sexta)-feira,?|^(?:ma|ti|ke|to|pe|la|su)\.? (?=\d{1,2}\.)|thu (?:hai|ba|tu|nam|sau|bay),?|chu nhat,?|\b(?:ב)?יום (?:ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת),?"
)
_COPYRIGHT = lazy(r"^(?:©|℗|cop\.|copyright)\s*(?=\d{4}$)")
_CODED = lazy(r"[a-z]\d[\s/,-]+\d{4}|\d{4}[\s/,-]+[a-z]\d")  # "H3 2021": half a year that there is not
_VIETNAMESE = lazy(r"(?:ngay )?(\d{1,2}) thang (\d{1,2})(?:,| nam)? (\d{4})")
_ENTRY = lazy(
    r"(?:between|bet\.?|zwischen|entre|tra|miedzy|między|между|mellan|mellem) (.+?) (?:and|und|et|y|e|a|и|och|og) (.+)"
)


@record()
class _Part:
    """One end of a date, as far as it is said."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    open: bool = False

    def empty(self) -> bool:
        return not (self.year is not None or self.month or self.day or self.open)


def in_words(plain: str, language: str | None) -> Written | None:
    """The date that `plain`, folded and not empty, is in words; None where it is none."""
    from onrecord.text import calendar_words as words

    plain = plain[1:-1] if plain[0] == "(" and plain[-1] == ")" else plain
    if unsure := _UNSURE_FIGURES.fullmatch(plain):
        figures = unsure[1] or unsure[2] or unsure[3]
        return Written(figures.ljust(4, "X") + ("?" if plain.endswith(("-?", "-?]", "–?", "–?]")) else ""))
    uncertain = plain.rstrip(" ]").endswith("?")
    plain = plain.replace("[", " ").replace("]", " ").replace("?", " ").strip()
    for special in (_two_years, _century_or_decade):
        if written := special(plain):
            return Written(written + ("?" if uncertain and "/" not in written else ""))
    first, _, rest = plain.partition(" ")
    if first.rstrip(".") in words.CIRCA and (written := _century_or_decade(rest.strip())):
        return Written(written + ("%" if uncertain else "~"))
    plain = _COPYRIGHT.sub("", plain)
    if _CODED.fullmatch(plain):
        return None
    plain, side_told = _without_not(plain)
    plain, guessed = _PROBABLY.subn(" ", plain)
    plain, uncertain = _NAMED_DAY.sub(" ", plain).strip(), uncertain or bool(guessed)
    if vietnamese := _VIETNAMESE.fullmatch(plain):
        return Written(joined(int(vietnamese[3]), vietnamese[2], vietnamese[1]))
    between = _ENTRY.fullmatch(plain)
    if between:
        plain = f"{between[1]} – {between[2]}"
    plain = _CLOCK.sub(" ", plain) if ":" in plain or "h" in plain or "m" in plain or "." in plain else plain
    before_christ = _BCE.search(plain) is not None
    if era := _BCE.search(plain) or _CE.search(plain):
        before, behind = plain[: era.start()], plain[era.end() :]
        # "79 CE", "AD 79", "15 March 44 BC": the number beside it is a year, however short.
        padded = _SHORT_YEAR_BEFORE.sub(lambda year: year[0].zfill(4), before)
        behind = (
            behind
            if padded != before
            else _SHORT_YEAR_BEHIND.sub(lambda year: f" {year[0].strip().zfill(4)}", behind)
        )
        plain = f"{padded} {behind}".strip()
        if century := _CENTURY.fullmatch(plain):
            return _century_of(century, before_christ)
    if tight := _TIGHT.fullmatch(plain.strip()):
        plain = " ".join(filter(None, tight.groups()))
    read = _parts(plain, language, before_christ)
    if read is None:
        return None
    parts, about, side = read
    side = side_told or side
    mark = "%" if about and uncertain else "~" if about else "?" if uncertain else ""
    ends = ["" if part.open else f"{_printed(part)}{mark}" for part in parts]
    if None in [None if part.open else part.year for part in parts if not part.open]:
        return None
    if side and not (side == "after" and len(ends) == 2):
        return Written(f"../{ends[0]}" if side == "before" else f"{ends[0]}/..") if len(ends) == 1 else None
    if len(ends) == 2 and not ends[1]:
        return Written(f"{ends[0]}/..")
    return Written("/".join(ends)) if all(ends) else None


def _without_not(plain: str) -> tuple[str, str | None]:
    """ "not before 1900" is the time from 1900 on, "by 1900" and "not after 1900" the time up to it."""
    for words, side in (
        ("not before ", "after"),
        ("nicht vor ", "after"),
        ("not after ", "before"),
        ("no later than ", "before"),
        ("by ", "before"),
    ):
        if plain.startswith(words):
            return plain.removeprefix(words), side
    return plain, None


def _century_of(match: Match[str], before_christ: bool) -> Written | None:
    number = int(match[1]) if match[1] else _roman(match[2] or match[3] or "")
    if not before_christ:
        return Written(f"{number - 1:02}XX") if 1 <= number <= 22 else None
    return Written(f"{joined(1 - number * 100)}/{joined(-(number - 1) * 100)}") if 1 <= number <= 60 else None


def is_century(plain: str) -> bool:
    """Whether it is a century, which may be written without a digit."""
    return _CENTURY.fullmatch(plain) is not None


def _printed(part: _Part) -> str:
    return joined(part.year or 0, part.month, part.day)


def _two_years(plain: str) -> str | None:
    """1978/79 and 1978-79."""
    match = _SHORT_SECOND.fullmatch(plain)
    if match is None or int(match[3]) <= int(match[2]):
        return f"{match[1]}/{int(match[1]) + 1}" if match and match[2] == "99" and match[3] == "00" else None
    return f"{match[1]}/{match[1][:2]}{match[3]}"


def _century_or_decade(plain: str) -> str | None:
    if match := _DECADE.fullmatch(plain):
        return f"{match[1] or match[2]}X"
    match = _CENTURY.fullmatch(plain)
    if match is None:
        return None
    if match[4]:
        return f"{match[4]}XX"
    number = int(match[1]) if match[1] else _roman(match[2] or match[3])
    return f"{number - 1:02}XX" if 1 <= number <= 22 else None


def _roman(letters: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in letters]
    return sum(
        -value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True)
    )


def _parts(
    plain: str, language: str | None, before_christ: bool
) -> tuple[list[_Part], bool, str | None] | None:
    """The one or two ends, whether they are about, and "before" or "after"."""
    from onrecord.text import calendar_words as words

    pieces = _once([match[0] for match in PIECE.finditer(plain)])
    if len(pieces) > 24:
        return None
    ends, about, side, number = [_Part()], False, None, 0
    years_alone = before_christ and not any(_month(piece, language) for piece in pieces)
    while number < len(pieces):
        piece, pair = pieces[number], " ".join(pieces[number : number + 2])
        number += 1
        here = ends[-1]
        month = _month(piece, language)
        if pair in words.MONTHS:
            number, month = number + 1, words.MONTHS[pair]
        if piece.isdecimal():
            made = _with_number(here, piece, before_christ, alone=years_alone)
            if made is None:
                return None
            ends[-1] = made
        elif month:
            if here.month:
                return None
            ends[-1] = _Part(here.year, month, here.day)
        elif _parts_from(piece, here, words.TO, words.FILLERS, rest=pieces[number:]):
            if len(ends) == 2:
                return None
            ends.append(_Part())
        elif piece in words.NOW and len(ends) == 2 and here.empty():
            ends[-1] = _Part(open=True)
        elif piece in words.CIRCA:
            about = True
        elif here.empty() and len(ends) == 1 and piece in words.BEFORE | words.AFTER:
            side = "before" if piece in words.BEFORE else "after"
        elif piece not in words.FILLERS | words.WEEKDAYS and piece not in ".,;:'’()|":
            return None
    if len(ends) == 1:
        return ends, about, side
    last = _Part(open=True) if ends[1].empty() else ends[1]
    return _shared(ends[0], last, before_christ), about, side


def _month(word: str, language: str | None) -> int:
    """The number of a month or a season, 0 for every other word."""
    from onrecord.text.calendar_words import MONTHS, SEASONS

    if word.startswith("listopad") and (language or "")[:2] == "hr":
        return 10  # elsewhere it is November
    return MONTHS.get(word) or SEASONS.get(word, 0)


def _once(pieces: list[str]) -> list[str]:
    """The pieces without a second name of the same month behind a stroke: "4 أيار/مايو 2021"."""
    from onrecord.text.calendar_words import MONTHS

    for at in (at for at, piece in enumerate(pieces) if piece == "/" and at and not pieces[at - 1].isascii()):
        month = MONTHS.get(pieces[at - 1]) or MONTHS.get(" ".join(pieces[max(0, at - 2) : at]))
        for size in (2, 1):
            if month and MONTHS.get(" ".join(pieces[at + 1 : at + 1 + size])) == month:
                return pieces[:at] + pieces[at + 1 + size :]
    return pieces


def _parts_from(
    piece: str, here: _Part, to: frozenset[str], fillers: frozenset[str], *, rest: list[str]
) -> bool:
    """Whether a word parts the two ends of a stretch: "a" and "do" do so between two numbers only."""
    if piece not in to or here.empty():
        return False
    if piece in fillers:
        return bool(rest) and rest[0].isdecimal() and (here.year is not None or not here.month)
    return True


def _with_number(part: _Part, digits: str, before_christ: bool, *, alone: bool) -> _Part | None:
    number = int(digits)
    if len(digits) in (3, 4) or (alone and part.year is None and not part.month and len(digits) < 5):
        if part.year is not None or number == 0:
            return None
        return _Part(1 - number if before_christ else number, part.month, part.day)
    if len(digits) > 2 or part.day or not 1 <= number <= 31:
        return None
    return _Part(part.year, part.month, number)


def _shared(first: _Part, last: _Part, before_christ: bool) -> list[_Part]:
    """What one end says for both: the month and year of "3–5 March 2024", the month of "March 3–5, 2024"."""
    if last.open:
        return [first, last]
    month = last.month or (first.month if last.day else None)
    year = first.year if first.year is not None else last.year
    if first.year is None and last.year is not None and first.month and last.month and not before_christ:
        # "Dec–Jan 2024": the first end is in the year before; "winter" runs on.
        year = last.year - 1 if first.month > last.month and last.month < 13 else last.year
    own = first.month or (last.month if first.day or (first.year is None) else None)
    return [
        _Part(year, own, first.day),
        _Part(last.year if last.year is not None else first.year, month, last.day),
    ]
