"""Places inside a source: locators ("para. 12") and the paragraph numbers of a stored text.

Labels are the locator labels of CSL 1.0.2; the short forms are those of its English locale, except that a
version is "ver." (CSL shares "v." between verse and version) and that a time stands without a label.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import namedtuple
from collections.abc import Sequence

from onrecord.errors import InputError
from onrecord.model.light import lru_cache
from onrecord.text.locator_labels import FORMS
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
LOCATOR_LABELS = tuple(FORMS)

_MAX_VALUE = 200

_LABEL_OF: dict[str, str] = {
    spelling.removesuffix("."): label
    for label, (single, plural, others) in FORMS.items()
    for spelling in (label, single, plural, *others)
    if spelling
}
_NAMES = "|".join(re.escape(name) for name in sorted(_LABEL_OF, key=len, reverse=True))
# "p. 12", "page: 12", "p 12" and "p12", but not "pear 12".
_LABELLED = lazy(rf"(?ia)(?P<name>{_NAMES})(?:[.:] ?| |(?=\d)|(?<=[¶§])(?![¶§]))(?P<value>\S.*)")

_DASHES = "‐‑‒–—−-"
_NUMBER = r"(?:\d[\w.:]*|[ivxlcdm]+)"
_RANGE = lazy(rf"(?i)(?<![\w{_DASHES}])({_NUMBER}) ?[{_DASHES}] ?({_NUMBER})(?![\w{_DASHES}])")
_SEVERAL = lazy(
    rf"(?i){_NUMBER}(?:-{_NUMBER})?(?: ?[,;&] ?(?:and )?{_NUMBER}(?:-{_NUMBER})?| and {_NUMBER}(?:-{_NUMBER})?)+"
)
_AND_FOLLOWING = lazy(r"\d+ ?ff?\.?")
_PAGE = lazy(rf"(?:[A-E]\d{{1,3}}|\d+[a-z])(?:[{_DASHES}](?:[A-E]\d{{1,3}}|\d+[a-z]?))?")
_SIDE = lazy(rf"\d+ ?[rv](?:[{_DASHES}]\d+ ?[rv])?")
_TIME = lazy(r"(?a)(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d{1,3}):(?P<seconds>\d\d(?:\.\d{1,3})?)")


class Locator(
    namedtuple("Locator", ("label", "value"))
):  # typing's own takes longer to load than to read one
    """A place in a source, as CSL has it: `label` is one of `LOCATOR_LABELS`, `value` what follows it."""

    __slots__ = ()
    if TYPE_CHECKING:
        label: str
        value: str


def parse_locator(text: str) -> Locator:
    """Read "p. 12", "pp. 3–5", "¶ 12", "§ 4", "ch. 2", "fol. 4v", "00:12:05" or any CSL label with its value, in many languages.

    Ranges are kept with a hyphen and times as HH:MM:SS, so one place has one spelling.
    InputError: nothing says what is counted, the value is missing, too long or holds invisible characters,
    or a time is not one.
    """
    line = _one_line(text)
    match = _LABELLED.fullmatch(line)
    if match:
        label = _LABEL_OF[match["name"].lower()]
        return Locator(label, _normal_value(label, match["value"]))
    from onrecord.text import locator_words  # most write English

    if elsewhere := locator_words.read(line):
        return Locator(elsewhere[0], _normal_value(*elsewhere))
    parts = line.replace("–", "-").split("-")
    if all(part.strip().count(":") == 2 and _TIME.fullmatch(part.strip()) for part in parts):
        return Locator("timestamp", _normal_value("timestamp", line))
    if line.lower().rstrip(".:") in _LABEL_OF:
        raise InputError(f'The locator {_shown(line)} has no value: write for example "p. 12" or "para. 3".')
    raise InputError(
        f"The locator {_shown(line)} does not say what it counts: put a label before the value, "
        f'such as "p. 12", "para. 3", "vol. 2" or "00:12:05" (labels: {", ".join(LOCATOR_LABELS)}).'
    )


def typed(text: str) -> str:
    """A locator as somebody typed it, for `parse_locator`: a number alone is a page, as in Zotero and pandoc.

    So are Roman numerals (iv, xii-xiv) and the pages of newspapers (A3, 12a); 4r and 4v are sides of a folio, "t=1:02" is a time.
    """
    word = " ".join(text.split())
    if word.startswith("t=") and word[2:].replace(":", "").isdigit():
        parts = [part.zfill(2) for part in word[2:].split(":")]
        return ":".join(["00"] * (3 - len(parts)) + parts)
    if word[:1].isdigit() and not set(word) - set("0123456789-–—,; f."):
        return f"p. {word}"
    if not word.isascii() and not set(word) & set("–—"):
        return text
    if _SIDE.fullmatch(word):
        return f"fol. {word}"
    if _PAGE.fullmatch(word) or (word.lower() not in _LABEL_OF and _roman(word)):
        return f"p. {word}"
    return text


def _roman(word: str) -> bool:
    from onrecord.text.locator_words import is_roman

    return all(is_roman(part) for part in re.split(f"[{_DASHES}]", word))


def formatted(label: str, value: str) -> str:
    """What `locator_forms.format_locator` gives; it asks here for all but plain numbers."""
    if label not in FORMS:
        raise InputError(f"{_shown(label)} is not a locator label; use one of: {', '.join(LOCATOR_LABELS)}.")
    value = _normal_value(label, value)
    single, plural, _ = FORMS[label]
    if label == "sub-verbo":
        return f"{single} {value}"
    printed = _RANGE.sub(r"\1–\2", value) if label != "timestamp" else value.replace("-", "–")
    return f"{plural if _is_several(value) else single} {printed}".strip()


def _is_several(value: str) -> bool:
    return bool(_RANGE.fullmatch(value) or _SEVERAL.fullmatch(value) or _AND_FOLLOWING.fullmatch(value))


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    for character in line:
        if unicodedata.category(character) in ("Cc", "Cf", "Cs"):
            raise InputError(
                f"The locator {_shown(line)} holds the invisible character U+{ord(character):04X}: type it again."
            )
    return line


def _normal_value(label: str, value: str) -> str:
    value = _one_line(value)
    if not value:
        raise InputError(f'A locator needs a value after the label "{label}", for example "{label} 12".')
    if len(value) > _MAX_VALUE:
        raise InputError(f"The locator {_shown(value)} is longer than {_MAX_VALUE} characters.")
    if label == "timestamp":
        return "-".join(_normal_time(part.strip()) for part in value.replace("–", "-").split("-"))
    return value if label == "sub-verbo" else _RANGE.sub(r"\1-\2", value)


def _normal_time(text: str) -> str:
    match = _TIME.fullmatch(text)
    if match:
        hours, minutes = int(match["hours"] or 0), int(match["minutes"])
        if match["hours"] is None:
            hours, minutes = divmod(minutes, 60)
        if minutes < 60 and float(match["seconds"]) < 60:
            return f"{hours:02}:{minutes:02}:{match['seconds']}"
    raise InputError(f'{_shown(text)} is not a time: write hours, minutes and seconds, such as "00:12:05".')


def _shown(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:59] + "…")


class Paragraphs:
    """The paragraphs of a stored text, numbered from 1; titles and headings count as paragraphs.

    Paragraphs are separated by blank lines (empty, or white space only). In a text whose lines are nowhere
    separated by a blank one, every line is a paragraph (`are_lines`). Offsets are Unicode code points, ends exclusive.
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        blocks: list[tuple[int, int]] = []
        lines: list[tuple[int, int]] = []
        position = 0
        after_blank = True
        for line in text.split("\n"):
            words = line.strip()
            if words:
                start = position + line.index(words[0])
                end = start + len(words)
                lines.append((start, end))
                blocks.append((start, end) if after_blank else (blocks.pop()[0], end))
            after_blank = not words
            position += len(line) + 1
        self.are_lines = len(blocks) <= 1
        ranges = lines if self.are_lines else blocks
        self._starts = [start for start, _ in ranges]
        self._ends = [end for _, end in ranges]

    def __len__(self) -> int:
        return len(self._starts)

    def ranges(self) -> list[tuple[int, int]]:
        """Where each starts and ends."""
        return list(zip(self._starts, self._ends, strict=True))

    def number_at(self, offset: int) -> int:
        """The number of the paragraph at `offset`; white space belongs to the paragraph before it.

        IndexError: `offset` lies outside the text. InputError: the text holds no paragraph.
        """
        if not 0 <= offset <= self._length:
            raise IndexError(f"offset {offset} lies outside a text of {self._length} characters")
        if not self._starts:
            raise InputError("The text holds nothing but white space, so it has no paragraphs.")
        return max(1, bisect_right(self._starts, offset))

    def range_of(self, number: int) -> tuple[int, int]:
        """Where paragraph `number` starts and ends. InputError: there is no such paragraph."""
        if not 1 <= number <= len(self):
            raise InputError(f"There is no paragraph {number}: the text has {len(self)}.")
        return self._starts[number - 1], self._ends[number - 1]


@lru_cache(maxsize=2)
def _paragraphs_of(text: str) -> Paragraphs:
    """Counted once for a text of which many places are asked for one by one."""
    return Paragraphs(text)


class Locators:
    """The locator of every offset of a stored text: its own (page, timestamp …) where it has them, else the paragraph.

    `places` are (start, label, value) in ascending order of start, each valid up to the next one.
    """

    def __init__(self, text: str, places: Sequence[Sequence[int | str]] | None = None) -> None:
        self._paragraphs = _paragraphs_of(text)
        self._places = [(int(start), str(label), str(value)) for start, label, value in places or ()]
        self._starts = [start for start, _, _ in self._places]

    def at(self, offset: int) -> Locator:
        """The place that `offset` stands in. IndexError and InputError as `Paragraphs.number_at`."""
        number = bisect_right(self._starts, offset)
        if number and offset >= 0:
            _, label, value = self._places[number - 1]
            return Locator(label, _normal_value(label, value))
        return Locator("paragraph", str(self._paragraphs.number_at(offset)))
