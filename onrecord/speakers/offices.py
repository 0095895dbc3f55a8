"""Offices that speakers held, and when: read.

An office is SPEAKER/TITLE, the title as a slug (.1 and .2 where somebody held one twice): sergei-shoigu/minister-of-defence.
An open end reaches for ever.
"""

from __future__ import annotations

from onrecord.db.reader import Reader, array
from onrecord.errors import AmbiguousError, Hint, NotFoundError
from onrecord.model.light import defaultdict
from onrecord.model.office_records import OfficeEntry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_AMONG = "IN (SELECT value FROM json_each(?))"
_OFFICES = """
SELECT o.id, sp.slug, sp.name, o.title, o.since, o.until, so.citekey, o.note, o.speaker_id
  FROM offices AS o JOIN speakers AS printed ON printed.id = o.speaker_id
  JOIN speakers AS sp ON sp.id = coalesce(printed.merged_into_id, printed.id)
  LEFT JOIN sources AS so ON so.id = o.source_id"""
# Words that titles have or leave out, and two spellings of one.
_SMALL = frozenset("of the for and de la du des der die das del van".split())
_SPELLED = {"defense": "defence"}


def offices(reader: Reader, speaker: int | None = None) -> list[OfficeEntry]:
    """Every office, or those of a speaker and of those merged into it, by who held it and since when."""
    return [entry for _, entry in _entries(reader, speaker)]


def office(reader: Reader, number: int) -> OfficeEntry:
    """One office, by its number."""
    return next(entry for row, entry in _entries(reader, None) if row == number)


def _entries(reader: Reader, speaker: int | None) -> list[tuple[int, OfficeEntry]]:
    from onrecord.text.slugs import slugify

    narrowed = "" if speaker is None else "WHERE sp.id = ?"
    rows = reader.rows(
        f"{_OFFICES} {narrowed} ORDER BY sp.slug, o.since_min IS NULL, o.since_min, o.id",
        () if speaker is None else (speaker,),
    )
    names: defaultdict[str, int] = defaultdict(int)
    for row in rows:
        names[f"{row[1]}/{slugify(row[3])}"] += 1
    seen: defaultdict[str, int] = defaultdict(int)
    entries = []
    for number, slug, name, title, since, until, source, note, _ in rows:
        ref = f"{slug}/{slugify(title)}"
        seen[ref] += 1
        whole = f"{ref}.{seen[ref]}" if names[ref] > 1 else ref
        entries.append((number, OfficeEntry(whole, slug, name, title, since, until, source, note)))
    return entries


def office_id(reader: Reader, ref: str) -> int:
    """The office SPEAKER/TITLE; the title may be written out. NotFoundError, AmbiguousError."""
    from onrecord.speakers.queries import speaker_id
    from onrecord.text.slugs import slugify

    owner, _, title = ref.partition("/")
    theirs = _entries(reader, speaker_id(reader, owner)) if owner and title else []
    wanted = slugify(title)
    numbers = [row for row, entry in theirs if entry.ref.partition("/")[2] == title]
    numbers = numbers or [row for row, entry in theirs if slugify(entry.title) == wanted]
    if not numbers:
        raise NotFoundError(f"There is no office {ref!r}.", hint=Hint("list_offices"))
    if len(numbers) > 1:
        raise AmbiguousError(
            f"{ref!r} names several offices.",
            [f"{entry.ref} ({entry.time})" for row, entry in theirs if row in numbers],
        )
    return numbers[0]


def title_words(title: str) -> frozenset[str]:
    """What titles are compared by: their words, whatever their order; "Defense Minister" is the minister of defence."""
    from onrecord.text.names import name_words

    return frozenset(_SPELLED.get(word, word) for word in name_words(title)) - _SMALL


def holders(reader: Reader, title: str, first: int | None, last: int | None) -> list[int]:
    """Who held an office of this title, or one that has these words, within these days: as printed, by their numbers.

    By what is recorded of offices, and by the titles that sources print beside names (`named_as`) on a day within.
    """
    wanted = title_words(title)
    if not wanted:
        return []
    offices = [
        speaker
        for speaker, called in reader.rows(
            "SELECT speaker_id, title FROM offices WHERE coalesce(since_min, -9e18) <= coalesce(?, 9e18) "
            "AND coalesce(until_max, 9e18) >= coalesce(?, -9e18)",
            (last, first),
        )
        if wanted <= title_words(called)
    ]
    offices += [
        speaker
        for speaker, printed, name in reader.rows(
            "SELECT DISTINCT a.speaker_id, a.named_as, sp.name FROM attributions AS a JOIN speakers AS sp ON sp.id = a.speaker_id "
            "JOIN sources AS so ON so.id = a.source_id JOIN statements AS st ON st.id = a.statement_id "
            "WHERE a.named_as IS NOT NULL AND sp.kind = 'person' AND NOT sp.unnamed AND a.status <> 'misattributed' "
            "AND coalesce(a.said_min, st.said_min, so.issued_min) <= coalesce(?, 9e18) "
            "AND coalesce(a.said_max, st.said_max, so.issued_max) >= coalesce(?, -9e18)",
            (last, first),
        )
        if wanted <= title_words(printed) - title_words(name)
    ]
    return sorted(set(offices))


def held(
    reader: Reader, asked: Iterable[tuple[int, int | None, int | None]]
) -> Mapping[tuple[int, int | None, int | None], str]:
    """By speaker (as printed) and the days of what was said: the office held all that time, "then " before one that has ended.

    The one that was begun last, of several. Nothing where no day is known, or none is certain.
    """
    wanted = [
        (speaker, first, last) for speaker, first, last in asked if first is not None and last is not None
    ]
    if not wanted or reader.value("SELECT 1 FROM offices LIMIT 1") is None:
        return {}
    today: defaultdict[int, list[tuple[str, int | None, int | None]]] = defaultdict(list)
    who = dict(
        reader.rows(
            f"SELECT id, coalesce(merged_into_id, id) FROM speakers WHERE id {_AMONG}",
            (array({speaker for speaker, _, _ in wanted}),),
        )
    )
    for owner, title, since, until in reader.rows(
        "SELECT coalesce(sp.merged_into_id, sp.id), o.title, o.since_max, o.until_min FROM offices AS o "
        "JOIN speakers AS sp ON sp.id = o.speaker_id WHERE o.since IS NOT NULL ORDER BY o.since_min, o.id"
    ):
        today[owner].append((title, since, until))
    holders_of: dict[tuple[int, int | None, int | None], str] = {}
    for speaker, first, last in wanted:
        for title, since, until in today[who.get(speaker, speaker)]:
            if since is not None and since <= (first or 0) and (until is None or (last or 0) <= until):
                holders_of[speaker, first, last] = title if until is None else f"then {title}"
    return holders_of


def names_of_office(name: str) -> tuple[str, str] | None:
    """ "minister of defence@2019" as the title and the date; None for what has no @ or no title before it."""
    title, mark, date = name.rpartition("@")
    return (title.strip(), date.strip()) if mark and title.strip() and date.strip() else None
