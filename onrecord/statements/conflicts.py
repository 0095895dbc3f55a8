"""What sources disagree on: dates, places, figures, wordings and speakers, side by side. Nothing is chosen.

Partial dates are intervals, and only those that cannot both be true conflict. What somebody decided (`decide`) is not asked
again; an attribution that is deprecated or misattributed has been decided upon.
"""

from __future__ import annotations

from itertools import combinations

from onrecord.db.reader import Reader, array
from onrecord.model.light import defaultdict
from onrecord.model.record import Told, record
from onrecord.model.vocabulary import CONFLICTS
from onrecord.speakers import queries as speaker_queries
from onrecord.statements import queries as statement_queries
from onrecord.text.wordfold import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from onrecord.model.records import Json

    _Known = dict[tuple[str, tuple[int, int]], tuple[int | None, str]]

_AMONG = "IN (SELECT value FROM json_each(?))"
# Words that anybody says are nobody's.
_FEWEST_WORDS = 4

_ROWS = f"""
SELECT a.id, a.statement_id, st.key, coalesce(sp.merged_into_id, sp.id), sp.unnamed, a.form, a.language,
       coalesce(a.wording, st.text), a.said, a.said_min, a.said_max, a.place, so.issued, so.issued_min, so.issued_max
  FROM attributions AS a JOIN statements AS st ON st.id = a.statement_id JOIN speakers AS sp ON sp.id = a.speaker_id
  JOIN sources AS so ON so.id = a.source_id
 WHERE a.rank <> 'deprecated' AND a.status <> 'misattributed' AND a.statement_id {_AMONG} ORDER BY a.id"""


@record()
class Printed:
    """An attribution with all that sources may disagree on."""

    id: int
    statement: int
    key: str
    speaker: int
    unnamed: int
    form: str
    language: str | None
    wording: str
    said: str | None
    said_min: int | None
    said_max: int | None
    place: str | None
    issued: str | None
    issued_min: int | None
    issued_max: int | None


@record()
class Side(Told):
    """What some sources say, and where (KEY@CITEKEY)."""

    value: str
    refs: tuple[str, ...]


@record()
class Conflict:
    """One thing on which sources disagree, `about` a "date", "place", "figure", "wording" or "speaker".

    `pairs` are the attributions, by their numbers, that cannot both be right, and `open` those of them that nobody decided.
    """

    about: str
    keys: tuple[str, ...]
    sides: tuple[Side, ...]
    pairs: tuple[tuple[int, int], ...]
    open: tuple[tuple[int, int], ...]
    reasons: tuple[str, ...]

    def as_json(self) -> Json:
        return {
            "about": self.about,
            "keys": [*self.keys],
            "sides": [side.as_json() for side in self.sides],
            "open": bool(self.open),
            "decided": [*self.reasons],
        }


def conflicts(reader: Reader, reference: str | None = None, *, decided: bool = False) -> list[Conflict]:
    """What sources disagree on, of all statements or of the one that KEY names; those that are decided with `decided`.

    NotFoundError, AmbiguousError as `statement_of` has them.
    """
    only = None if reference is None else statement_queries.statement_of(reader, reference)
    known = _decisions(reader)
    beaten = _beaten(known)
    names: dict[int, str] = {}
    found: list[Conflict] = []
    for about, group, clash, value in _groups(reader, only):
        pairs = tuple(
            (min(one.id, other.id), max(one.id, other.id))
            for one, other in combinations(group, 2)
            if clash(one, other)
        )
        if not pairs:
            continue
        ids = {one.id for one in group}
        # What was found wrong against a third disagrees with nobody any more.
        wrong = {one for one in ids if (about, one) in beaten and beaten[about, one] & ids}
        open_ = tuple(pair for pair in pairs if (about, pair) not in known and wrong.isdisjoint(pair))
        if bool(open_) is decided:
            continue
        concerned = {one for pair in pairs for one in pair}
        told = [one for one in group if one.id in concerned]
        if about == "speaker":
            refs = speaker_queries.speaker_refs(reader, {one.speaker for one in told})
            names = {number: ref.name for number, ref in refs.items()}
        sides: defaultdict[str, list[int]] = defaultdict(list)
        for one in told:
            sides[names[one.speaker] if about == "speaker" else value(one)].append(one.id)
        called = statement_queries.references(reader, sorted(concerned))
        found.append(
            Conflict(
                about,
                tuple(dict.fromkeys(one.key for one in told)),
                tuple(Side(what, tuple(called[one] for one in ids)) for what, ids in sides.items()),
                pairs,
                open_,
                tuple(dict.fromkeys(known[about, pair][1] for pair in pairs if (about, pair) in known)),
            )
        )
    return sorted(found, key=lambda one: (CONFLICTS.index(one.about), one.pairs[0]))


def _decisions(reader: Reader) -> _Known:
    """By what it is about and the two attributions (the lower number first): which one is right (None: both), and why."""
    found: _Known = {}
    for about, first, second, decision, reason in reader.rows(
        "SELECT about, first_id, second_id, decision, reason FROM decisions ORDER BY id"
    ):
        right = {"first": first, "second": second}.get(decision)
        found[about, (min(first, second), max(first, second))] = (right, reason)
    return found


def _beaten(known: _Known) -> defaultdict[tuple[str, int], set[int]]:
    """By what it is about and an attribution that was found wrong: those that it was found wrong against."""
    found: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for (about, pair), (right, _) in known.items():
        if right is not None:
            found[about, pair[0] if right == pair[1] else pair[1]].add(right)
    return found


def _groups(
    reader: Reader, only: int | None
) -> Iterator[tuple[str, list[Printed], Callable[[Printed, Printed], bool], Callable[[Printed], str]]]:
    """What is compared: about what, which attributions, whether two of them disagree, and what each says."""
    for several in _several(reader, only):
        yield "date", several, _dates_clash, _date
        yield "place", several, _places_clash, lambda one: one.place or ""
        yield "figure", several, _figures_clash, lambda one: one.wording
        yield "wording", several, _wordings_clash, lambda one: one.wording
        yield "speaker", several, _speakers_clash, lambda one: ""
    for same in _same_words(reader, only):
        yield "speaker", same, _statements_clash, lambda one: ""
    for pair in _near(reader, only):
        yield "figure", pair, _figures_clash, lambda one: one.wording
        yield "wording", pair, _wordings_clash, lambda one: one.wording


def _several(reader: Reader, only: int | None) -> Iterator[list[Printed]]:
    """The attributions of each statement that has several."""
    ids = (
        [only]
        if only is not None
        else reader.column("SELECT statement_id FROM attributions GROUP BY 1 HAVING count(*) > 1")
    )
    groups: defaultdict[int, list[Printed]] = defaultdict(list)
    for one in _printed(reader, ids):
        groups[one.statement].append(one)
    yield from (group for group in groups.values() if len(group) > 1)


def _same_words(reader: Reader, only: int | None) -> Iterator[list[Printed]]:
    """The attributions of statements that have the same words."""
    narrowed = "" if only is None else "WHERE text_key = (SELECT text_key FROM statements WHERE id = ?)"
    rows = reader.rows(
        "SELECT text_key, id, text FROM statements WHERE text_key IN "
        f"(SELECT text_key FROM statements {narrowed} GROUP BY text_key HAVING count(*) > 1) ORDER BY id",
        () if only is None else (only,),
    )
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for key, statement, text in rows:
        if len(words(text)) >= _FEWEST_WORDS:
            groups[key].append(statement)
    for statements in groups.values():
        group = [*_printed(reader, statements)]
        if len({one.statement for one in group}) > 1:
            yield group


def _near(reader: Reader, only: int | None) -> Iterator[list[Printed]]:
    """Two statements of one speaker that are worded nearly alike and not linked, each by the attribution to cite."""
    from onrecord.statements.alike import alike, near_to

    linked = {frozenset(pair) for pair in reader.rows("SELECT from_id, to_id FROM statement_links")}
    if only is None:
        pairs = [(one.first, one.second) for one in alike(reader)]
    else:
        theirs = reader.column(
            "SELECT DISTINCT statement_id FROM attributions WHERE speaker_id IN "
            "(SELECT speaker_id FROM attributions WHERE statement_id = ?1) AND statement_id <> ?1",
            (only,),
        )
        text = reader.value("SELECT text FROM statements WHERE id = ?", (only,))
        pairs = [(min(only, one), max(only, one)) for one in near_to(reader, text, theirs)]
    first: dict[int, Printed] = {}
    for one in _printed(reader, sorted({one for pair in pairs for one in pair})):
        first.setdefault(one.statement, one)
    for pair in pairs:
        both = [first[one] for one in pair if one in first]
        if len(both) == 2 and frozenset(pair) not in linked and _same_occasion(*both):
            yield both


def _printed(reader: Reader, statements: Sequence[int]) -> Iterator[Printed]:
    yield from (Printed(*row) for row in reader.rows(_ROWS, (array(statements),)))


def _same_occasion(one: Printed, other: Printed) -> bool:
    """Whether two may have been said at once: by one speaker, and by no date or place apart; one of both must be known."""
    if one.speaker != other.speaker or _dates_clash(one, other) or _places_clash(one, other):
        return False
    return bool((one.said and other.said) or (one.place and other.place))


def _date(one: Printed) -> str:
    return one.said or f"published {one.issued}"


def _dates_clash(one: Printed, other: Printed) -> bool:
    """Whether two dates have no day in common, or words were printed before they were said."""
    if one.said and other.said:
        return _before(one.said_max, other.said_min) or _before(other.said_max, one.said_min)
    for dated, printed in ((one, other), (other, one)):
        if dated.said and not printed.said and printed.issued:
            return _before(printed.issued_max, dated.said_min)
    return False


def _before(last: int | None, first: int | None) -> bool:
    return last is not None and first is not None and last < first


def _places_clash(one: Printed, other: Printed) -> bool:
    """Whether neither place may be in the other, by their words: "Pyongyang" is no other than "Pyongyang, North Korea"."""
    from onrecord.text.namekeys import name_words

    if not one.place or not other.place:
        return False
    mine, theirs = set(name_words(one.place)), set(name_words(other.place))
    return not (mine <= theirs or theirs <= mine)


def _statements_clash(one: Printed, other: Printed) -> bool:
    """Whether two statements are given to different speakers; those of one statement are compared by themselves."""
    return one.statement != other.statement and _speakers_clash(one, other)


def _speakers_clash(one: Printed, other: Printed) -> bool:
    return one.speaker != other.speaker and not one.unnamed and not other.unnamed


def _worded(one: Printed, other: Printed) -> bool:
    """Whether the words of two can be compared: both are given in quotation marks, and in one language."""
    if "indirect" in (one.form, other.form) or (one.language or "") != (other.language or ""):
        return False
    return words(one.wording) != words(other.wording)


def _figures_clash(one: Printed, other: Printed) -> bool:
    return _worded(one, other) and "figure" in _changes(one, other)


def _wordings_clash(one: Printed, other: Printed) -> bool:
    """Whether words stand against words: what one merely leaves out is a part of the other, unless the sense hangs on it."""
    if not _worded(one, other) or "figure" in _changes(one, other):
        return False
    mine, theirs = words(one.wording), words(other.wording)
    return bool(_changes(one, other)) or not (_part_of(mine, theirs) or _part_of(theirs, mine))


def _changes(one: Printed, other: Printed) -> set[str]:
    from onrecord.matching.reworded import reworded

    found = reworded(one.wording, other.wording)
    return {change.kind for change in found.changes}


def _part_of(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the words stand in the others in this order."""
    rest = iter(others)
    return all(word in rest for word in some)
