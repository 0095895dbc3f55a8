"""What sources disagree on: dates, places, figures, wordings and speakers, side by side. Nothing is chosen.

What somebody decided (`decide`) is not asked again; an attribution that is deprecated or misattributed has been decided upon.
"""

from __future__ import annotations

from itertools import combinations

from onrecord.db.reader import Reader, array
from onrecord.model.light import defaultdict
from onrecord.model.record import Told, record
from onrecord.model.vocabulary import CONFLICTS
from onrecord.speakers import queries as speaker_queries
from onrecord.statements import clashes
from onrecord.statements import queries as statement_queries
from onrecord.statements.clashes import Printed
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
    return [conflict for conflict in every_conflict(reader, reference) if bool(conflict.open) is not decided]


def every_conflict(reader: Reader, reference: str | None = None) -> list[Conflict]:
    """The same, open and decided."""
    only = None if reference is None else statement_queries.statement_of(reader, reference)
    known = _decisions(reader)
    beaten = _beaten(known)
    conflicts = []
    for about, group, clash, value in _groups(reader, only):
        pairs = tuple(
            (min(first.id, second.id), max(first.id, second.id))
            for first, second in combinations(group, 2)
            if clash(first, second)
        )
        if not pairs:
            continue
        ids = {printed.id for printed in group}
        # What was found wrong against a third disagrees with nobody any more.
        wrong = {number for number in ids if (about, number) in beaten and beaten[about, number] & ids}
        concerned = {number for pair in pairs for number in pair}
        sides = _sides(reader, about, [printed for printed in group if printed.id in concerned], value)
        conflicts.append(
            Conflict(
                about,
                tuple(dict.fromkeys(printed.key for printed in group if printed.id in concerned)),
                sides,
                pairs,
                tuple(pair for pair in pairs if (about, pair) not in known and wrong.isdisjoint(pair)),
                tuple(dict.fromkeys(known[about, pair][1] for pair in pairs if (about, pair) in known)),
            )
        )
    return sorted(conflicts, key=lambda conflict: (CONFLICTS.index(conflict.about), conflict.pairs[0]))


def _sides(
    reader: Reader, about: str, told: Sequence[Printed], value: Callable[[Printed], str]
) -> tuple[Side, ...]:
    """Who says what, as the sources print it, in the order in which they were recorded."""
    named = speaker_queries.speaker_refs(reader, {printed.speaker for printed in told})
    sides: defaultdict[str, list[int]] = defaultdict(list)
    for printed in told:
        sides[named[printed.speaker].name if about == "speaker" else value(printed)].append(printed.id)
    refs = statement_queries.references(reader, sorted(printed.id for printed in told))
    return tuple(Side(what, tuple(refs[number] for number in numbers)) for what, numbers in sides.items())


def _decisions(reader: Reader) -> _Known:
    """By what it is about and the two attributions (the lower number first): which one is right (None: both), and why."""
    known: _Known = {}
    for about, first, second, decision, reason in reader.rows(
        "SELECT about, first_id, second_id, decision, reason FROM decisions ORDER BY id"
    ):
        right = {"first": first, "second": second}.get(decision)
        known[about, (min(first, second), max(first, second))] = (right, reason)
    return known


def _beaten(known: _Known) -> defaultdict[tuple[str, int], set[int]]:
    """By what it is about and an attribution that was found wrong: those that it was found wrong against."""
    beaten: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for (about, pair), (right, _) in known.items():
        if right is not None:
            beaten[about, pair[0] if right == pair[1] else pair[1]].add(right)
    return beaten


def _groups(
    reader: Reader, only: int | None
) -> Iterator[tuple[str, list[Printed], Callable[[Printed, Printed], bool], Callable[[Printed], str]]]:
    """What is compared: about what, which attributions, whether two of them disagree, and what each says."""
    for several in _several(reader, only):
        yield "date", several, clashes.dates_clash, clashes.date_of
        yield "place", several, clashes.places_clash, lambda printed: printed.place or ""
        yield "figure", several, clashes.figures_clash, _wording
        yield "wording", several, clashes.wordings_clash, _wording
        yield "speaker", several, clashes.speakers_clash, _wording
    for same in _same_words(reader, only):
        yield "speaker", same, clashes.statements_clash, _wording
    for near in _near(reader, only):
        yield "figure", near, clashes.near_figures_clash, _wording
        yield "wording", near, clashes.near_wordings_clash, _wording


def _wording(printed: Printed) -> str:
    return printed.wording


def _several(reader: Reader, only: int | None) -> Iterator[list[Printed]]:
    """The attributions of each statement that has several."""
    statements = (
        [only]
        if only is not None
        else reader.column("SELECT statement_id FROM attributions GROUP BY 1 HAVING count(*) > 1")
    )
    yield from (group for group in _printed(reader, statements).values() if len(group) > 1)


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
        printed = _printed(reader, statements)
        if len(printed) > 1:
            yield [attribution for group in printed.values() for attribution in group]


def _near(reader: Reader, only: int | None) -> Iterator[list[Printed]]:
    """The attributions of two statements of one speaker that are worded nearly alike and not linked."""
    from onrecord.statements.alike import alike, near_to

    linked = {frozenset(pair) for pair in reader.rows("SELECT from_id, to_id FROM statement_links")}
    if only is None:
        pairs = [(pair.first, pair.second) for pair in alike(reader)]
    else:
        theirs = reader.column(
            "SELECT DISTINCT statement_id FROM attributions WHERE speaker_id IN "
            "(SELECT speaker_id FROM attributions WHERE statement_id = ?1) AND statement_id <> ?1",
            (only,),
        )
        text = reader.value("SELECT text FROM statements WHERE id = ?", (only,))
        pairs = [(min(only, other), max(only, other)) for other in near_to(reader, text, theirs)]
    printed = _printed(reader, sorted({statement for pair in pairs for statement in pair}))
    for first, second in pairs:
        if first in printed and second in printed and frozenset((first, second)) not in linked:
            yield [*printed[first], *printed[second]]


def _printed(reader: Reader, statements: Sequence[int]) -> dict[int, list[Printed]]:
    """The attributions of statements, by these."""
    groups: defaultdict[int, list[Printed]] = defaultdict(list)
    for row in reader.rows(_ROWS, (array(statements),)):
        printed = Printed(*row)
        groups[printed.statement].append(printed)
    return groups
