"""Text fragments of addresses (`#:~:text=prefix-,start,end,-suffix`): read, and found in a text.

As the specification of URL fragment text directives says (WICG scroll-to-text-fragment), with what browsers add to it:
case, accents and the shape of quotation marks don't count. Offsets are in code points, ends exclusive.
"""

from __future__ import annotations

from onrecord.model.light import lru_cache
from onrecord.model.record import record
from onrecord.text.patterns import lazy
from onrecord.text.signs import MARKS, is_unspaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array

_DELIMITER = lazy(r"(?i)(?::|%3A)~(?::|%3A)")
_BETWEEN_LETTERS = frozenset(".'’‘:·‧․＇．：·")
_BETWEEN_DIGITS = frozenset(".,;'’٬؛，．；")
# Scripts that put no spaces between words, beside Chinese and Japanese.
_RUN_TOGETHER = lazy("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aad]")
# What needs no percent sign in a term.
_BARE = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!*'()/:;@$?.~_")
_SINGLE = "'`´‘’‚‛‹›′‵ʹʻʼʽ՚׳＇❛❜❮❯"


@record()
class TextDirective:
    """The words that an address points to: from `start` to `end` (None: `start` is all), and what stands around them."""

    start: str
    end: str | None = None
    prefix: str | None = None
    suffix: str | None = None

    def written(self) -> str:
        """As it stands in an address: "text=…"."""
        terms = [
            f"{_escaped(self.prefix)}-" if self.prefix else None,
            _escaped(self.start),
            _escaped(self.end) if self.end else None,
            f"-{_escaped(self.suffix)}" if self.suffix else None,
        ]
        return "text=" + ",".join([term for term in terms if term is not None])


def parse(url: str) -> tuple[str, tuple[TextDirective, ...]]:
    """An address without its directives, and those of them that point to text, in order; what is no valid one is left out."""
    plain, sign, fragment = url.partition("#")
    cut = _DELIMITER.search(fragment)
    if cut is None:
        return url, ()
    anchor = fragment[: cut.start()]
    read = [_directive(one[5:]) for one in fragment[cut.end() :].split("&") if one.startswith("text=")]
    return f"{plain}{sign}{anchor}" if anchor else plain, tuple([one for one in read if one is not None])


def with_directives(url: str, directives: tuple[TextDirective, ...]) -> str:
    """`url` pointing to text; the directives that it has are replaced."""
    plain = parse(url)[0]
    if not directives:
        return plain
    sign = "" if "#" in plain else "#"
    return f"{plain}{sign}:~:{'&'.join([directive.written() for directive in directives])}"


def _directive(value: str) -> TextDirective | None:
    terms = value.split(",")
    prefix = terms.pop(0)[:-1] if len(terms) > 1 and terms[0].endswith("-") else None
    suffix = terms.pop()[1:] if len(terms) > 1 and terms[-1].startswith("-") else None
    from urllib.parse import unquote

    decoded = [None if one is None else " ".join(unquote(one).split()) for one in (*terms, prefix, suffix)]
    if len(terms) > 2 or "" in decoded or terms[0].endswith("-"):
        return None
    start, *end = decoded[: len(terms)]
    return TextDirective(start or "", end[0] if end else None, *decoded[len(terms) :])


def _escaped(term: str) -> str:
    """A term percent-encoded, its hyphens too: between the terms they have a meaning."""
    data = " ".join(term.split()).encode()
    return "".join([chr(byte) if byte in _BARE else f"%{byte:02X}" for byte in data])


class Page:
    """A text in which fragments are looked for, folded once."""

    __slots__ = ("_at", "key", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._at: array[int] | None = None
        if text.isascii():
            self.key = text.lower()
            return
        keys = {character: _key(character) for character in set(text)}
        self.key = text.translate({ord(character): key for character, key in keys.items()})
        if any(len(key) != 1 for key in keys.values()):
            from array import array

            self._at = array("I")
            for index, character in enumerate(text):
                self._at.extend([index] * len(keys[character]))
            self._at.append(len(text))

    def find(self, wanted: TextDirective) -> tuple[int, int] | None:
        """The first place that a browser would show for it, or None."""
        start = 0
        whole = wanted.suffix is None or wanted.end is not None
        while True:
            if wanted.prefix is not None:
                before = self._search(wanted.prefix, start, bounded=(True, False))
                if before is None:
                    return None
                start, begins = before[0] + 1, self._past_space(before[1])
                first = self._search(wanted.start, begins, bounded=(False, whole), only_here=True)
                if first is None:
                    continue
            else:
                first = self._search(wanted.start, start, bounded=(True, whole))
                if first is None:
                    return None
                start = first[0] + 1
            place = self._to_end(wanted, *first)
            if place is not None:
                return self._original(*place)
            if wanted.end is not None:
                # What ends there for a later beginning would have done so for this one.
                return None

    def find_about(self, wanted: TextDirective) -> tuple[int, int] | None:
        """The same; where what stands around the words is not in the text, the one place where they stand without it."""
        found = self.find(wanted)
        if found is not None or (wanted.prefix is None and wanted.suffix is None):
            return found
        for prefix, suffix in ((wanted.prefix, None), (None, wanted.suffix), (None, None)):
            looser = TextDirective(wanted.start, wanted.end, prefix, suffix)
            place = self.find(looser) if looser != wanted else None
            if place is not None:
                return place if Page(self.text[place[1] :]).find(looser) is None else None
        return None

    def _to_end(self, wanted: TextDirective, start: int, end: int) -> tuple[int, int] | None:
        """The range that begins with the stretch found for `start`, if its end and its suffix follow."""
        while True:
            if wanted.end is not None:
                last = self._search(wanted.end, end, bounded=(True, wanted.suffix is None))
                if last is None:
                    return None
                end = last[1]
            if wanted.suffix is None:
                return start, end
            after = self._past_space(end)
            found = self._search(wanted.suffix, after, bounded=(False, True), only_here=True)
            if found is not None:
                return start, end
            if wanted.end is None:
                return None

    def _past_space(self, index: int) -> int:
        while index < len(self.key) and self.key[index].isspace():
            index += 1
        return index

    def _search(
        self, words: str, start: int, *, bounded: tuple[bool, bool], only_here: bool = False
    ) -> tuple[int, int] | None:
        keys = _keys(words)
        while True:
            found = _stretch(self.key, keys, start) if only_here else _first_stretch(self.key, keys, start)
            if found is None:
                return None
            first, last = found
            if self._whole(first, last, bounded):
                return first, last
            if only_here:
                return None
            start = first + 1

    def _whole(self, first: int, last: int, bounded: tuple[bool, bool]) -> bool:
        """Whether a stretch of the key begins and ends between characters of the text and, where it must, between words."""
        if first == last or self._inside(first) or self._inside(last):
            return False
        start, end = self._original(first, last)
        return (not bounded[0] or may_part(self.text, start)) and (not bounded[1] or may_part(self.text, end))

    def _inside(self, offset: int) -> bool:
        """Whether an offset of the key falls into what a single character became."""
        return (
            self._at is not None and 0 < offset < len(self.key) and self._at[offset - 1] == self._at[offset]
        )

    def _original(self, first: int, last: int) -> tuple[int, int]:
        if self._at is None:
            return first, last
        end = self._at[last - 1] + 1
        while end < len(self.text) and _is_mark(self.text[end]):
            end += 1
        return self._at[first], end


@lru_cache(maxsize=8)
def page(text: str) -> Page:
    """`Page`, remembered for the few texts that were asked last."""
    return Page(text)


@lru_cache(maxsize=64)
def _keys(words: str) -> tuple[str, ...]:
    """What is compared of each word; words of which nothing is left are passed over."""
    keys = ["".join(map(_key, word)) for word in words.split()]
    return tuple([key for key in keys if key.strip()])


def _first_stretch(text: str, keys: tuple[str, ...], start: int) -> tuple[int, int] | None:
    """The first place at or behind `start` where words follow one another."""
    first = text.find(keys[0], start) if keys else -1
    while first >= 0:
        if (found := _stretch(text, keys, first)) is not None:
            return found
        first = text.find(keys[0], first + 1)
    return None


def _stretch(text: str, keys: tuple[str, ...], start: int) -> tuple[int, int] | None:
    """Where words follow one another from `start` on, within a block.

    Within a block a single line end counts as a space; between blocks stands an empty line.
    """
    if not keys or not text.startswith(keys[0], start):
        return None
    end = start + len(keys[0])
    for key in keys[1:]:
        begins = end
        while begins < len(text) and text[begins].isspace():
            begins += 1
        # Signs that are told apart by accents alone leave a space: it belongs to the word.
        own = len(key) - len(key.lstrip())
        begins -= own
        if begins <= end or text.count("\n", end, begins) > 1 or not text.startswith(key, begins):
            return None
        end = begins + len(key)
    return start, end


@lru_cache(maxsize=4096)
def _key(character: str) -> str:
    """What a browser compares of a character: neither case nor accent nor the shape of a mark."""
    if character.isascii():
        return character.lower()
    if character in _SINGLE:
        return "'"
    if character in MARKS and character not in "「」『』《》〈〉﹁﹂﹃﹄｢｣":
        return '"'
    if character.isspace():
        return character if character in "\n\r" else " "
    import unicodedata

    parts = unicodedata.normalize("NFKD", character)
    if "\u1100" <= parts[0] <= "\u11ff":
        parts = character
    return "".join([part for part in parts if not _is_mark(part)]).casefold()


@lru_cache(maxsize=4096)
def _is_mark(character: str) -> bool:
    """Whether it belongs to the character before it, or shows nothing."""
    import unicodedata

    return not character.isascii() and unicodedata.category(character) in ("Mn", "Me", "Cf")


def may_part(text: str, offset: int) -> bool:
    """Whether a word may begin or end there (Unicode Standard Annex 29, its doubtful cases taken as boundaries)."""
    return _parts(text, offset, doubtful=True)


def surely_parts(text: str, offset: int) -> bool:
    """Whether a word begins or ends there whatever dictionary or edition of the rules a browser has."""
    return _parts(text, offset, doubtful=False)


def _parts(text: str, offset: int, *, doubtful: bool) -> bool:
    if offset <= 0 or offset >= len(text):
        return True
    before, after = text[offset - 1], text[offset]
    if before.isspace() or after.isspace():
        return True
    if _continues(after):
        return False
    index = offset - 1
    while index > 0 and _continues(text[index]):
        index -= 1
    before = text[index]
    if _is_letter(before) and _is_letter(after):
        return doubtful and (_is_run_together(before) or _is_run_together(after))
    if doubtful:
        return True
    beyond, behind = text[offset + 1 : offset + 2], text[index - 1 : index] if index else ""
    return not (_joins(before, after, beyond) or _joins(behind, before, after))


def _joins(part: str, sign: str, other: str) -> bool:
    """Whether a sign stands inside a word or a number: "don't", "3.5"."""
    if not part or not other:
        return False
    letters = sign in _BETWEEN_LETTERS and _is_letter(part) and _is_letter(other)
    return letters or (sign in _BETWEEN_DIGITS and part.isdigit() and other.isdigit())


def _continues(character: str) -> bool:
    import unicodedata

    return not character.isascii() and unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf")


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _is_run_together(character: str) -> bool:
    return is_unspaced(character) or _RUN_TOGETHER.match(character) is not None
