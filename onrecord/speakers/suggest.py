"""The speakers on record that a name in a text may mean. They are suggested, never decided upon.

What scores highest is a name that has the same key (`onrecord.text.names`), then other spellings and orders of the
same words, then parts of a name and initials, then names that look alike, or are those of another of the same name
(Charles II for Charles III). Unnamed speakers are nobody's candidates.
"""

from __future__ import annotations

from onrecord.db.reader import Reader, array
from onrecord.errors import Hint, NotFoundError
from onrecord.model.record import record
from onrecord.model.records import SpeakerRef
from onrecord.speakers import queries as speaker_queries
from onrecord.speakers.near import SHORT, WORD_ALIKE, Near
from onrecord.text import hangul, names
from onrecord.text.ordinals import counted
from onrecord.text.romanised import romanised
from onrecord.text.scripts import look

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


# So many names are all compared; of more, those that are looked up.
FEW = 300
MOST_CANDIDATES = 5

_SAME, _SPELLING, _ORDER, _INITIALS, _PART, _ACRONYM = 1.0, 0.95, 0.9, 0.8, 0.75, 0.7
_LOOK, _FAMILY, _NUMBER, _WORD = 0.65, 0.6, 0.5, 0.4
# Similar spellings: how alike the whole and each word must be; they score less than anything above.
_AS_LIKENESS, _AS_FAMILY_LIKENESS = 0.55, 0.35
_SMALL = frozenset("of the and for in de la du des der die das und et y".split())


@record()
class Candidate:
    """A speaker that a name may mean: how likely, from 0 to 1, and why in words."""

    id: int
    speaker: SpeakerRef
    score: float
    reason: str


@record()
class _Entry:
    """One name of a speaker; `owner` is who they are now, after merges, and `surname` theirs so far as it is recorded."""

    owner: int
    kind: str
    name: str
    words: tuple[str, ...]
    surname: str | None

    @property
    def family(self) -> tuple[str, ...]:
        """The words of the family name. Asked of few: to tell it apart takes longer than all else."""
        if self.kind != "person":
            return ()
        return names.name_words(names.parse_author(self.name).family or self.surname or "")


def candidates(reader: Reader, name: str, kind: str | None = None) -> list[Candidate]:
    """`Known(reader).candidates(name, kind)`, for one name."""
    return Known(reader).candidates(name, kind)


def nobody(reader: Reader, wanted: str, hint: Hint | None = None) -> NotFoundError:
    """The error that nobody goes by a name: who may be meant, and what is odd about the name."""
    near = [candidate.speaker.slug for candidate in candidates(reader, wanted)[:3]]
    meant = f" (Did you mean {' or '.join(near)}?)" if near else ""
    odd = f" {oddity}." if (oddity := names.oddities(wanted)) else ""
    return NotFoundError(f"There is no speaker {wanted!r}{meant}.{odd}", hint=hint)


class Known:
    """The names on record, for the comparing of many with them."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        names = reader.rows(f"{_NAMES} LIMIT {FEW + 1}")
        self._all = [_entry(*row) for row in names] if len(names) <= FEW else None
        self._near = Near(reader)

    def candidates(self, name: str, kind: str | None = None) -> list[Candidate]:
        """At most `MOST_CANDIDATES` speakers that `name` may mean, the likeliest first; merged ones as who they are.

        With `kind` (person, organisation, group, office) those of another kind count only for the very same name.
        """
        words = _without_article(names.name_words(name))
        if not words:
            return []
        best: dict[int, tuple[float, str]] = {}
        for entry in self._worth_comparing(name, words):
            score = _compare(name, words, entry)
            if score is None or (kind and entry.kind != kind and score[0] < _ORDER):
                continue
            if score[0] > best.get(entry.owner, (0.0, ""))[0]:
                best[entry.owner] = score
        order = sorted(best, key=lambda owner: (-best[owner][0], owner))[:MOST_CANDIDATES]
        refs = speaker_queries.speaker_refs(self._reader, order)
        return [Candidate(owner, refs[owner], *best[owner]) for owner in order]

    def _worth_comparing(self, name: str, words: tuple[str, ...]) -> Sequence[_Entry]:
        if self._all is not None:
            return self._all
        ids = self._near.ids(name, words)
        condition = "AND names.id IN (SELECT value FROM json_each(?))"
        return [_entry(*row) for row in self._reader.rows(f"{_NAMES} {condition}", (array(ids),))]


_NAMES = """
SELECT owner.id, owner.kind, owner.family, names.name, names.name_key
  FROM speaker_names AS names JOIN speakers AS printed ON printed.id = names.speaker_id
  JOIN speakers AS owner ON owner.id = coalesce(printed.merged_into_id, printed.id)
 WHERE NOT owner.unnamed AND NOT printed.unnamed"""


def _entry(owner: int, kind: str, family: str | None, name: str, key: str) -> _Entry:
    return _Entry(owner, kind, name, _without_article(tuple(key.split())), family)


def _without_article(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if words[:1] == ("the",) and len(words) > 1 else words


def _compare(name: str, words: tuple[str, ...], entry: _Entry) -> tuple[float, str] | None:
    """How likely it is that a name means the owner of another, and why; None where nothing speaks for it."""
    theirs = entry.words
    if words == theirs:
        if name.casefold() == entry.name.casefold():
            return _SAME, "same name"
        return _SAME, "same name in another spelling"
    mine, other = counted(name), counted(entry.name)
    if mine.number != other.number and mine.number and other.number:
        return (_NUMBER, "same name with another number") if _shared(mine.words, other.words) else None
    same_number = mine.number and mine.words and mine.words == other.words
    if same_number or "".join(words) == "".join(theirs) or _korean(name, entry.name):
        return _SPELLING, "same name in another spelling"
    if sorted(words) == sorted(theirs):
        return _ORDER, "same name in another order"
    if look(name) == look(entry.name):
        return _LOOK, "looks the same in other letters"
    family = entry.family
    if entry.kind == "person":
        if len(words) == len(theirs) > 1 and _initials_fit(words, theirs):
            return _INITIALS, "initials fit"
        if words == family:
            return _FAMILY, "family name only"
    elif _acronym(theirs) == "".join(words) or (entry.name.isupper() and _acronym(words) == "".join(theirs)):
        return _ACRONYM, "initials of the name"
    shorter, longer = sorted((words, theirs), key=len)
    if len(shorter) > 1 and set(shorter) <= set(longer):
        return _PART, "part of the name"
    if len(words) == 1 and words[0] in theirs and words[0] not in _SMALL:
        return _WORD, "part of the name"
    if likeness := _likeness(words, theirs):
        return round(likeness * _AS_LIKENESS, 2), "similar spelling"
    if len(words) == 1 and (likeness := _likeness(words, family)):
        return round(likeness * _AS_FAMILY_LIKENESS, 2), "family name in a similar spelling"
    return None


def _shared(words: Sequence[str], theirs: Sequence[str]) -> bool:
    return bool(words and theirs) and (set(words) <= set(theirs) or set(theirs) <= set(words))


def _korean(spelling: str, other: str) -> bool:
    return any(
        hangul.is_name(korean) and hangul.may_be_written(korean, romanised(name))
        for korean, name in ((spelling, other), (other, spelling))
    )


def _initials_fit(words: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether each word is the other's or its first letter, the last word being the same."""
    pairs = list(zip(words, theirs, strict=True))
    fit = all(one == other or (1 in (len(one), len(other)) and one[0] == other[0]) for one, other in pairs)
    return fit and words[-1] == theirs[-1] and len(words[-1]) > 1


def _acronym(words: Sequence[str]) -> str:
    """The first letters of the words of a name, three or more, in lower case; "" for a shorter one."""
    telling = [word for word in words if word not in _SMALL]
    return "".join([word[0] for word in telling]) if len(telling) > 2 else ""


def _may_be_alike(word: str, other: str) -> bool:
    """False only where too few letters are the same, in whatever order, for the likeness that two words must have."""
    both = len(word) + len(other)
    if 200 * min(len(word), len(other)) < WORD_ALIKE * both:
        return False
    same = sum([min(word.count(letter), other.count(letter)) for letter in set(word)])
    return 200 * same >= WORD_ALIKE * both


def _likeness(words: Sequence[str], theirs: Sequence[str]) -> float:
    """How alike two names are, 0 to 1: their words in pairs, each pair alike and short ones equal; else 0."""
    if len(words) != len(theirs) or not all(map(_may_be_alike, sorted(words), sorted(theirs))):
        return 0.0
    from rapidfuzz import fuzz  # which takes longer to load than to look through a few names

    total = 0.0
    for word, other in zip(sorted(words), sorted(theirs), strict=True):
        ratio = fuzz.ratio(word, other)
        if word != other and (ratio < WORD_ALIKE or min(len(word), len(other)) <= SHORT):
            return 0.0
        total += ratio
    return total / len(words) / 100
