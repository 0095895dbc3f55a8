"""Folding: what is typography, and not wording, is made the same, and every kept character remembers its place.

Folded are composed and decomposed letters (NFC, Unicode Standard Annex 15); quotation marks, apostrophes and
primes (all one family, a run counts as one mark); dashes and hyphens (a run counts as one); ellipses, with the
spaces around them; white space (a run counts as one space), which goes before ; : ! ? and between a figure and its % or
currency; letters kept for compatibility (`text.compatible`). Soft hyphens, zero-width characters and the stroke that
stretches Arabic words are dropped, except the joiners U+200C and U+200D, which can tell words apart. Case, diacritics,
digits and signs are not folded.

A hyphen at the end of a line reads in several ways ("hyphen-⏎ation", "well-⏎known", "Vor-⏎und"): the folded text
has the plain one, "hyphen- ation", and `Folded.breaks` says where there are others.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

from onrecord.model.light import lru_cache
from onrecord.text import compatible
from onrecord.text.clean import is_composed, normalized
from onrecord.text.digests import base32, sha256
from onrecord.text.patterns import lazy
from onrecord.text.signs import DASHES, ELLIPSES, MARKS, UNSPACED, is_unspaced

# Soft hyphen, zero-width space and no-break space, word joiner, invisible operators, and the bidi marks. The bidi
# overrides (U+202D, U+202E) stay: they change what a reader sees. And tatweel, which only makes a word longer.
_IGNORED = "\u00ad\u0640\u180e\u200b\u2060-\u2064\ufeff\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069"
_LINE_ENDS = "\n\r\v\f\x85\u2028\u2029"

_M = re.escape(MARKS)
_D = re.escape(DASHES)
_TO_LINE_END = rf"[^\S{_LINE_ENDS}]*[{_LINE_ENDS}]\s*+"
_DROPPED = lazy(rf"[{_IGNORED}]+")
_COMPATIBLE = lazy(f"[{compatible.CANDIDATES}]")
_RARE = lazy(f"[{_IGNORED}{compatible.CANDIDATES}]")
# "Vraiment ?" is "Vraiment?", and "5 %" is "5%".
_SPACED_SIGN = lazy(rf"(?<=\S)[^\S{_LINE_ENDS}]+(?=[;:!?](?!\w))|(?<=\d)[^\S{_LINE_ENDS}]+(?=[%‰€$£¥₽₴₺₪₹])")
_SIGNS = ";:!?%‰€$£¥₽₴₺₪₹"
_LINE_END_THEN_LETTER = lazy(rf"[^\S{_LINE_ENDS}]*[{_LINE_ENDS}]\s*\w")

# A run of characters that folding may change; a single space or full stop is not worth a look.
_RUN_OF = rf"\s{_M}{_D}{ELLIPSES}.¬\u00ad"
_RUN = lazy(rf"[{_RUN_OF}](?:[{_RUN_OF}]+|(?<![ .]))")
_UNCHANGED = frozenset(["-", " - ", ". ", '"', '" ', ' "', '."', '." '])
_TOKEN = lazy(
    rf"""(?x)
      (?P<ellipsis> \s* (?: (?:\.\s*){{0,2}} [{ELLIPSES}] | \.\s*\.\s*\. ) (?: \s* [.{ELLIPSES}] (?!\w) )* \s* )
    | (?P<mark> (?: (?<![\w.,;:!?%)\]}}…]) [«‹] \s+             # « inside spaces »
                  | [{_M}]* \s+ [»›] (?! [\w…(\[¿¡{_M}] )
                  | [{_M}]+ )+ )
    | (?P<dash> (?<=\S) [{_D}]+ | (?<=\w) ¬ ) (?P<turn> {_TO_LINE_END} ) (?! [.»›{_D}{ELLIPSES}] )
    | (?P<dashes> [{_D}]+ )
    | (?P<soft> \u00ad \s+ | (?<=[{UNSPACED}]) [^\S{_LINE_ENDS}]* [{_LINE_ENDS}] \s* (?=[{UNSPACED}]) )
    | (?P<space> \s+ )
    """
)
_A_WORD = lazy(r"\w")
_UNSPACED_CHARACTER = lazy(rf"[{UNSPACED}]")


class Break(Enum):
    """How the end of a line can be read; the value holds every reading, the plain one first.

    `hyphen`: after a hyphen between letters. `dash`: after any other dash. `soft`: after a soft hyphen, and
    between characters of a script without spaces.
    """

    hyphen = ("- ", "-", "")
    dash = ("- ", "-")
    soft = (" ", "")


class _Layer:
    """One rewriting of a text: which stretches were replaced, in ascending order, before and after."""

    __slots__ = ("_ends", "_new_ends", "_new_starts", "_starts")

    def __init__(self) -> None:
        self._starts, self._ends = array("I"), array("I")
        self._new_starts, self._new_ends = array("I"), array("I")

    def rewrite(self, text: str, edits: Iterable[tuple[int, int, str]]) -> str:
        pieces: list[str] = []
        index = written = 0
        for start, end, new in edits:
            pieces += (text[index:start], new)
            written += start - index
            self._starts.append(start)
            self._ends.append(end)
            self._new_starts.append(written)
            written += len(new)
            self._new_ends.append(written)
            index = end
        pieces.append(text[index:])
        return "".join(pieces)

    def before(self, start: int, end: int) -> tuple[int, int]:
        """Where the rewritten characters from `start` to `end` (exclusive, not empty) came from."""
        return self._came_from(start)[0], self._came_from(end - 1)[1]

    def _came_from(self, offset: int) -> tuple[int, int]:
        last = bisect_right(self._new_starts, offset) - 1
        if last < 0:
            return offset, offset + 1
        if offset < self._new_ends[last]:
            return self._starts[last], self._ends[last]
        kept = offset - self._new_ends[last] + self._ends[last]
        return kept, kept + 1

    def after(self, offset: int) -> int:
        """The first rewritten character that comes from `offset` or from what follows it."""
        last = bisect_right(self._starts, offset) - 1
        if last < 0:
            return offset
        if offset < self._ends[last]:
            return self._new_starts[last]
        return offset - self._ends[last] + self._new_ends[last]


class Folded:
    """A folded text. Offsets are in code points; ends are exclusive.

    `breaks` maps the place of each line end that can be read in several ways to the kind of break it is; there
    `text` has the kind's plain reading.
    """

    __slots__ = ("_layers", "break_offsets", "breaks", "source", "text")

    def __init__(
        self, source: str, text: str, breaks: Mapping[int, Break], layers: tuple[_Layer, ...]
    ) -> None:
        self.source = source
        self.text = text
        self.breaks = breaks
        self.break_offsets = array("I", breaks)
        self._layers = layers

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The range of `source` that `text[start:end]` stands for. ValueError: the range is empty or outside."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no folded characters from {start} to {end} in a text of {len(self.text)}")
        for layer in reversed(self._layers):
            start, end = layer.before(start, end)
        return start, end

    def folded_offset(self, offset: int) -> int:
        """Where in `text` what stands in `source` from `offset` on begins."""
        for layer in self._layers:
            offset = layer.after(offset)
        return min(offset, len(self.text))

    def has_break(self, start: int, end: int) -> bool:
        """Whether a line end inside `text[start:end]` can be read in several ways."""
        found = bisect_left(self.break_offsets, start)
        return found < len(self.break_offsets) and self.break_offsets[found] < end

    def joined(self) -> str:
        """`text` with every line-end hyphen read as broken by the typesetter, the likeliest reading."""
        pieces: list[str] = []
        at = 0
        for offset in self.break_offsets:
            readings = self.breaks[offset].value
            pieces += (self.text[at:offset], readings[-1])
            at = offset + len(readings[0])
        return "".join([*pieces, self.text[at:]])


def fold(text: str) -> Folded:
    """Folds `text`, in time linear in its length."""
    layers: list[_Layer] = []
    folded = text
    if not text.isascii():
        if _RARE.search(folded):
            folded = _layered(folded, _drops(folded), layers)
            folded = _layered(folded, _compatible(folded), layers)
        if not is_composed(folded):
            folded = _layered(folded, _compositions(folded), layers)
    if _has_spaced_sign(folded):
        folded = _layered(folded, ((*match.span(), "") for match in _SPACED_SIGN.finditer(folded)), layers)
    breaks: dict[int, Break] = {}
    layer = _Layer()
    folded = layer.rewrite(folded, _unify(folded, breaks))
    layers.append(layer)
    kept = {layer.after(offset): kind for offset, kind in breaks.items()}
    return Folded(text, folded, kept, tuple(layers))


def _has_spaced_sign(text: str) -> bool:
    """Whether a sign stands behind white space: says quickly of most texts that none does."""
    for sign in _SIGNS:
        index = text.find(sign, 1)
        while index > 0:
            if text[index - 1].isspace():
                return True
            index = text.find(sign, index + 1)
    return False


def _layered(text: str, edits: Iterable[tuple[int, int, str]], layers: list[_Layer]) -> str:
    layers.append(_Layer())
    return layers[-1].rewrite(text, edits)


def _drops(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _DROPPED.finditer(text):
        start, end = match.span()
        # Kept for now where the word may go on in the next line.
        breaks = "\u00ad" in match[0] and _side(text[start - 1 : start]) in ("x", "中")
        yield start, end, "\u00ad" if breaks and _LINE_END_THEN_LETTER.match(text, end) else ""


def _compatible(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _COMPATIBLE.finditer(text):
        letters = compatible.plain(match[0])
        if letters != match[0]:
            yield match.start(), match.end(), letters


def _compositions(text: str) -> Iterator[tuple[int, int, str]]:
    characters = sorted(set(text))
    continuing = _class_of(filter(_continues, characters))
    singletons = _class_of(
        character for character in characters if not unicodedata.is_normalized("NFC", character)
    )
    for cluster in re.finditer(f"[^{continuing}]?[{continuing}]+|[{singletons}]", text):
        composed = normalized("NFC", cluster[0])
        if composed != cluster[0]:
            yield cluster.start(), cluster.end(), composed


def _class_of(characters: Iterable[str]) -> str:
    """The inside of a character class; a noncharacter keeps it from being empty."""
    return "".join(characters) + "\U0010ffff"


def _continues(character: str) -> bool:
    """Whether it can compose with what stands before it: marks, and the vowels and finals of Hangul."""
    return (
        is_combining(character)
        or "\u1160" <= character <= "\u11ff"
        or "\U00016d63" <= character <= "\U00016d6a"
    )


def is_combining(character: str) -> bool:
    """Whether it belongs to the letter before it (general category M)."""
    return unicodedata.category(character)[0] == "M"


def count_unspaced(text: str) -> int:
    """How many of its characters do."""
    return 0 if text.isascii() else len(_UNSPACED_CHARACTER.findall(text))


def _unify(text: str, breaks: dict[int, Break]) -> Iterator[tuple[int, int, str]]:
    """One replacement for each mark, dash, ellipsis and white space that is not in its folded form yet."""
    for match in _RUN.finditer(text):
        run = match[0]
        if run in _UNCHANGED:
            continue
        start, end = match.span()
        before, after = _side(text[start - 1 : start]), _side(text[end : end + 1])
        # The same few runs come again and again; only long ones are not worth remembering.
        edits = (
            _unify_run(before, run, after) if len(run) <= 8 else _unify_run.__wrapped__(before, run, after)
        )
        for first, last, new, kind in edits:
            if kind is not None:
                breaks[start + first - (0 if kind is Break.soft else 1)] = kind
            yield start + first, start + last, new


@lru_cache(maxsize=4096)
def _side(character: str) -> str:
    """A stand-in for a neighbour of a run: what matters about it is its kind."""
    if not character:
        return ""
    if is_unspaced(character):
        return "中"
    if _A_WORD.match(character) or is_combining(character):
        return "x"
    return "," if character in ",;:!?%)]}" else "/"


@lru_cache(maxsize=4096)
def _unify_run(before: str, run: str, after: str) -> tuple[tuple[int, int, str, Break | None], ...]:
    edits: list[tuple[int, int, str, Break | None]] = []
    text = before + run + after
    for token in _TOKEN.finditer(text, len(before)):
        start, end = token.start() - len(before), token.end() - len(before)
        if start >= len(run):
            break
        if token["turn"] is not None:
            turn = token.start("turn") - len(before)
            single = token["dash"] in "-‐¬" and _A_WORD.match(text[: token.start()][-1:])
            hyphen = single and _A_WORD.match(text[token.end() :])
            if token["dash"] != "-":
                edits.append((start, turn, "-", None))
            edits.append((turn, end, " ", Break.hyphen if hyphen else Break.dash))
            continue
        new = {"ellipsis": "…", "mark": '"', "dashes": "-"}.get(token.lastgroup or "", " ")
        if run[start:end] != new or token.lastgroup == "soft":
            edits.append((start, end, new, Break.soft if token.lastgroup == "soft" else None))
    return tuple(edits)


_AROUND = r'[…",;:!?¿¡、。，！？；：．\s]'
_LEADING = lazy(rf"(?:\[…\]|\(…\)|{_AROUND}|[.-](?!\d))*")
_TRAILING_BACKWARDS = lazy(rf"(?:\]…\[|\)…\(|{_AROUND}|[.-])*")

# In ASCII: what stands around words and goes whatever it is next to; what is neither a letter nor a digit nor a plain stop
# or single mark between two of these.
_GOES_IN_FRONT, _GOES_AT_THE_END = " \"',;:!?", " \"',;:!?.-"
_NOT_PLAIN = lazy(r"[^a-z0-9 ,;:!?.'-]")
_PLAIN_RUN = lazy(r"[ '.-](?:['.-]|(?<!\.) | [ '.-])| [;:!?]")


def identity_fold(text: str) -> str:
    """What two wordings share if they are the same words: folded, without case and without what stands around them.

    Marks, stops, dashes and ellipses at both ends go, except a sign or a decimal point before a number.
    Applying it again changes nothing.
    """
    if text.isascii():
        # Most wordings are plain, and the long way takes twenty times as long.
        plain = text.lower().lstrip(_GOES_IN_FRONT).rstrip(_GOES_AT_THE_END)
        whole = plain[:1].isalnum() and plain[-1:].isalnum()
        if whole and not _NOT_PLAIN.search(plain) and not _PLAIN_RUN.search(plain):
            return plain.replace("'", '"')
    before, after = None, text
    while after != before:
        before = after
        after = _words_only(fold(before.casefold()).joined())
    return after


def _words_only(text: str) -> str:
    start = _LEADING.match(text).end()  # type: ignore[union-attr]
    rest = text[start:]
    end = len(rest) - _TRAILING_BACKWARDS.match(rest[::-1]).end()  # type: ignore[union-attr]
    return rest[:end] or text.strip()


def text_key(text: str) -> str:
    """The identity of a wording: 16 characters of base32 over the SHA-256 of `identity_fold(text)` in UTF-8."""
    return key_of(identity_fold(text))


def key_of(folded: str) -> str:
    """`text_key` of a wording that was folded by `identity_fold` already."""
    return base32(sha256(folded.encode("utf-8", "surrogatepass"))[:10])
