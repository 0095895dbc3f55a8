"""A wording put right: the words of the source, in the writer's own typography, with the writer's own brackets and ellipses."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

from onrecord.check.inserted import clauses_in, without_clauses
from onrecord.matching.wording import joints_in
from onrecord.model.record import record, replace
from onrecord.text.fold import fold
from onrecord.text.patterns import lazy
from onrecord.text.signs import DASHES, ELLIPSES, MARKS, UNSPACED, is_unspaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = lazy(rf"[{UNSPACED}]|[^\s{UNSPACED}]+")
_GAP = lazy(rf"(?<=[{UNSPACED}])\s+(?=[{UNSPACED}])")
_BROKEN = lazy(r"(\w+)([-‐\u00ad¬])[^\S\n]*\n\s*(\w+)")
_HIDDEN = lazy("[\u00ad\u200b\u2060\ufeff]")
_LIGATURES = lazy("[\ufb00-\ufb06]")
_RUN = lazy(
    rf"(?P<dash>[{re.escape(DASHES)}]+)|(?P<ellipsis>[{ELLIPSES}]|\.\.\.)|[^{re.escape(DASHES)}{ELLIPSES}.]+|\."
)
_BRACKET = lazy(r"[\[［〔][^\[\]［］〔〕]*[\]］〕]")
_APOSTROPHE = lazy(r"(?<=\w)['’](?=\w)")
# What stands at the ends of a quotation is the writer's.
_ENDS = ".,;:!?…,،。、，；：！？" + MARKS
_STOPS = ",;.!?…"
# Inside of marks like these, these stand.
_WITHIN = {
    **dict.fromkeys('“"”', ("‘", "’")),
    **dict.fromkeys("‘'«", ("“", "”")),
    "„": ("‚", "‘"),
    "»": ("›", "‹"),
    "「": ("『", "』"),
}
_PARTNERS = {
    **dict.fromkeys("“\"”", "“”\""), **dict.fromkeys("‘'", "‘’'"), "«": "«»", "»": "«»", "„": "„“”", "「": "「」",
}  # fmt: skip
# As Markdown's typographic readers have them.
_SMART = {"--": "–", "---": "—", "...": "…"}


@record()
class _Token:
    """A word, or what the writer put in (`joint`); `gap` is the white space before it, `at` its number in the draft (None: it
    comes from the source), `glued` says that part of it stands in brackets, `clause` that it is a reporting clause."""

    text: str
    gap: str
    key: str
    at: int | None
    joint: bool = False
    glued: bool = False
    clause: bool = False

    @property
    def opens(self) -> bool:
        """Whether words of the source may be left out beside it."""
        return self.joint and not self.clause


def put_right(drafted: str, printed: str, *, outer: str = "“", smart: bool = False) -> str:
    """`given` with the words of `printed`, the passage of the source that it should be.

    The writer's ellipses, brackets and quotation marks, and the stops at its ends, stay. `outer` is the mark in front of it in
    the draft; `smart`: two hyphens are a dash there.
    """
    lead, words, tail = _parts(drafted)
    bare = _clean(printed, drafted)
    if any(clauses_in(words)):
        bare = next(iter(without_clauses(bare)), bare)
    there = [replace(token, at=None) for token in _tokens(_parts(bare)[1], source=True)]
    own = [_as_found(token, there) for token in _tokens(words)]
    style = _Style(drafted, outer, smart=smart)
    tokens: list[_Token] = []
    matcher = SequenceMatcher(
        None, [token.key for token in own], [token.key for token in there], autojunk=False
    )
    for kind, low, high, first, last in matcher.get_opcodes():
        if kind == "equal":
            pairs = zip(range(low, high), there[first:last], strict=True)
            same = [(place, other, _same(own, place, other, style)) for place, other in pairs]
            # The draft's first word has no space before it, and may not be the first any more.
            tokens += [replace(token, gap=other.gap) if place == 0 else token for place, other, token in same]
        else:
            tokens += _changed(own, low, high, [style.of(token) for token in there[first:last]])
    return lead + _joined(tokens) + tail


def _as_found(token: _Token, there: Sequence[_Token]) -> _Token:
    """A word with letters in brackets, which stands for a word of the source that has the others: "call[ed]" for "call"."""
    if not token.glued or any(other.key == token.key for other in there):
        return token
    bare = _key(_BRACKET.sub("", token.text))
    likely = (other.key for other in there if other.key.startswith(bare) or other.key.endswith(bare))
    return replace(token, key=next(likely, token.key))


class _Style:
    """How the writer sets apostrophes, dashes, and marks within marks."""

    def __init__(self, drafted: str, outer: str, *, smart: bool) -> None:
        apostrophes = _APOSTROPHE.findall(drafted)
        self.apostrophe = "'" if apostrophes and "’" not in apostrophes else "’" if apostrophes else None
        self.outer, self.inner = outer, _WITHIN.get(outer, ("‘", "’"))
        self.opened = False
        self.smart = smart

    def of(self, token: _Token) -> _Token:
        """A word of the source as the writer would set it: its marks must not end the writer's quotation."""
        text = _APOSTROPHE.sub(self.apostrophe, token.text) if self.apostrophe else token.text
        lead, core, tail = _parts(text)
        ours = _PARTNERS.get(self.outer, self.outer)
        if any(token in ours for token in lead):
            self.opened = True
            lead = "".join(self.inner[0] if token in ours else token for token in lead)
        if self.opened and any(token in ours for token in tail):
            self.opened = False
            tail = "".join(self.inner[1] if token in ours else token for token in tail)
        return replace(token, text=lead + core + tail)

    def dressed(self, text: str, other: str) -> str:
        """A word with the dashes and ellipses of the source."""
        mine, theirs = list(_RUN.finditer(text)), list(_RUN.finditer(other))
        if [token.lastgroup for token in mine] != [token.lastgroup for token in theirs]:
            return text
        pieces = []
        for token, two in zip(mine, theirs, strict=True):
            means = _SMART.get(token[0]) if self.smart else None
            keep = token.lastgroup is None or means == two[0]
            pieces.append(token[0] if keep else two[0])
        return "".join(pieces)


def _clean(printed: str, drafted: str) -> str:
    """The passage in one line, without what only the page did to it."""

    def whole(match: re.Match[str]) -> str:
        first, mark, two = match.groups()
        hyphenated = f"{first}-{two}"
        if mark in "-‐" and (hyphenated in drafted or (not two[0].islower() and first + two not in drafted)):
            return hyphenated
        return first + two

    text = _HIDDEN.sub("", _BROKEN.sub(whole, printed))
    text = _LIGATURES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return _GAP.sub("", " ".join(unicodedata.normalize("NFC", text).split()))


def _tokens(text: str, *, source: bool = False) -> list[_Token]:
    """The words of a text, and what its writer put in: in a source nobody did."""
    joints = {} if source else {start: (end, ellipsis) for start, end, ellipsis in joints_in(text)}
    clauses = {} if source else dict(clauses_in(text))
    tokens: list[_Token] = []
    place = 0
    while (start := _first_letter(text, place)) < len(text):
        gap, end = text[place:start], start
        if start in clauses:
            end = clauses[start]
            tokens.append(_Token(text[start:end], gap, f"\0{start}", len(tokens), joint=True, clause=True))
        elif start in joints and joints[start][1]:
            end = joints[start][0]
            tokens.append(_Token(text[start:end], gap, "…", len(tokens), joint=True))
        elif is_unspaced(text[start]) and start not in joints:
            end = start + 1
            tokens.append(_Token(text[start], gap, text[start], len(tokens)))
        else:
            bracketed = 0
            while end not in clauses and (
                (end in joints and not joints[end][1])
                or _in_word(text, end)
                or (source and _opens_word(text, end))
            ):
                behind = joints[end][0] if end in joints else end + 1
                bracketed += behind - end if end in joints else 0
                end = behind
            end = max(end, start + 1)
            words = text[start:end]
            joint = bracketed == len(words)
            key = f"\0{start}" if joint else _key(words)
            tokens.append(
                _Token(words, gap, key, len(tokens), joint=joint, glued=bool(bracketed) and not joint)
            )
        place = end
    return tokens


def _first_letter(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _key(word: str) -> str:
    return "".join(filter(str.isalnum, word.casefold())) or fold(word).text.strip() or word


def _in_word(text: str, place: int) -> bool:
    return (
        place < len(text)
        and not text[place].isspace()
        and not is_unspaced(text[place])
        and text[place] not in ELLIPSES + "[［〔"
        and not text.startswith("...", place)
    )


def _opens_word(text: str, place: int) -> bool:
    """Whether a bracket of a source begins a word, "[our]", and stands for no ellipsis."""
    return text[place : place + 1] in tuple("[［〔") and _in_word(text, place + 1)


def _same(own: Sequence[_Token], place: int, other: _Token, style: _Style) -> _Token:
    """A word that both have, as it should stand."""
    token = own[place]
    if token.glued:
        return token
    mine, theirs = fold(token.text).text, fold(other.text).text
    if token.joint or mine == theirs:
        return replace(token, text=style.dressed(token.text, other.text))
    lead, core, tail = _parts(token.text)
    before, word, after = _parts(style.of(other).text)
    if fold(core).text == fold(word).text:
        beside = (place and own[place - 1].joint) or (place + 1 < len(own) and own[place + 1].joint)
        if beside:
            return token
        return replace(token, text=_kept_marks(lead, before) + core + _kept_marks(tail, after))
    if place == 0 and core[:1] != word[:1] and core[1:] == word[1:]:
        # The first letter as the writer's sentence wants it, in brackets.
        word = f"[{core[0]}]{core[1:]}"
    return replace(token, text=before + word + after)


def _kept_marks(mine: str, theirs: str) -> str:
    """Stops of the source, with the writer's marks where both have some."""
    marks = [token for token in mine if token in MARKS]
    return "".join(marks.pop(0) if token in MARKS and marks else token for token in theirs)


def _parts(word: str) -> tuple[str, str, str]:
    core = word.strip(_ENDS)
    if not core:
        return "", word, ""
    place = word.index(core)
    return word[:place], core, word[place + len(core) :]


def _changed(own: Sequence[_Token], low: int, high: int, there: list[_Token]) -> list[_Token]:
    """What stands in the place of words that differ: those of the source, but for what the writer put in."""
    open_left = low > 0 and own[low - 1].opens
    open_right = high < len(own) and own[high].opens
    groups: list[list[_Token]] = [[]]
    joints: list[_Token] = []
    for token in own[low:high]:
        if token.joint:
            joints.append(token)
            groups.append([])
        else:
            groups[-1].append(token)
    first, last = groups[0], groups[-1]
    if not joints:
        count = len(first)
        if not (open_left or open_right) or (open_left and open_right and count == len(there)):
            return _in_place(there, own[low:high])
        if open_left and open_right:
            return first
        return _in_place(there[len(there) - count :] if open_left else there[:count], first)
    taken = first if open_left else there[: len(first)]
    rest = there[len(taken) :]
    whole = all(joint.clause for joint in joints)
    ends = last if open_right else rest if whole else rest[max(0, len(rest) - len(last)) :]
    tokens = _in_place(taken, first)
    for number, joint in enumerate(joints):
        tokens.append(joint)
        tokens += groups[number + 1] if number + 1 < len(joints) else _in_place(ends, last)
    return tokens


def _in_place(words: Sequence[_Token], tokens: Sequence[_Token]) -> list[_Token]:
    """Words of the source where the writer had others."""
    if not words or not tokens:
        return list(words)
    return [replace(words[0], gap=tokens[0].gap), *words[1:]]


def _joined(tokens: list[_Token]) -> str:
    text = ""
    before: int | None = None
    for token in tokens:
        gap = token.gap
        as_it_was = token.at is not None and before is not None and token.at == before + 1
        if text and not gap and not as_it_was and not (is_unspaced(text[-1]) or is_unspaced(token.text[0])):
            gap = " "
        if token.clause and text and token.text[0] in _STOPS:
            # The stop in front of it is the writer's.
            text, gap = text.rstrip(_STOPS), ""
        text += (gap if text else "") + token.text
        before = token.at
    return text


def kept_share(drafted: str, proposed: str) -> float:
    """How many of the words of both stay the same, 0 to 1, of the one that has more."""
    own, there = [token.key for token in _tokens(drafted)], [token.key for token in _tokens(proposed)]
    blocks = SequenceMatcher(None, own, there, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(1, len(own), len(there))


def words_of(text: str) -> list[tuple[int, int]]:
    """Where the words of a wording stand; each letter of a script without spaces is one."""
    return [match.span() for match in _WORD.finditer(text)]
