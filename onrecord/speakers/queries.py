"""Speakers by name: from what people type to ids, and from ids to records, in plain SQL.

A speaker is named by slug, or by a name in any spelling; whoever was merged into another is that other one.
"""

from __future__ import annotations

from itertools import chain

from onrecord.db.reader import Reader, array
from onrecord.errors import AmbiguousError, NotFoundError
from onrecord.model.records import Name, SpeakerRecord, SpeakerRef

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

_AMONG = "IN (SELECT value FROM json_each(?))"


def speaker_id(reader: Reader, wanted: str) -> int:
    """The one speaker that `wanted` means: a slug, a name or alias in any spelling, or a family name.

    Merged speakers are those they were merged into; unnamed ones are found by slug only. Raises AmbiguousError with
    the candidates, or NotFoundError.
    """
    by_slug = reader.value("SELECT coalesce(merged_into_id, id) FROM speakers WHERE slug = ?", (wanted,))
    if by_slug is not None:
        return int(by_slug)
    # Romanisation and spelling variants weigh more than all else here, and a slug needs none of them.
    from onrecord.text.clean import check_input

    wanted = check_input(wanted, "a speaker's name")
    matching = named(reader, wanted) or with_family_name(reader, wanted)
    if len(matching) == 1:
        return matching[0]
    if matching:
        candidates = reader.rows(
            f"SELECT slug, name FROM speakers WHERE id {_AMONG} ORDER BY slug", (array(matching),)
        )
        raise AmbiguousError(
            f"{wanted!r} could be any of {len(matching)} speakers. Give a slug.",
            [f"{slug} ({name})" for slug, name in candidates],
        )
    raise NotFoundError(f"There is no speaker {wanted!r}.")


def named(reader: Reader, wanted: str) -> list[int]:
    """Everyone who goes by this name in any spelling; a family name alone does not count, unnamed ones never do."""
    from onrecord.text import names

    keys = names.keys_of(wanted)
    owners = [
        owner
        for key in keys
        for owner in reader.column("SELECT speaker_id FROM speaker_names WHERE name_key = ?", (key,))
    ]
    return _resolved(reader, owners)


def with_family_name(reader: Reader, wanted: str) -> list[int]:
    """Every person with this family name, in any spelling."""
    from onrecord.text import names

    key, words = names.name_key(wanted), names.name_words(wanted)
    if not words:
        return []
    quoted = " AND ".join(f'"{word}"' for word in words)
    holding = reader.rows(
        """
        SELECT speakers.id, speaker_names.name, speakers.family FROM speaker_names
          JOIN speakers ON speakers.id = speaker_names.speaker_id
         WHERE speaker_names.id IN (SELECT rowid FROM speaker_names_fts WHERE speaker_names_fts MATCH ?)
           AND speakers.kind = 'person' LIMIT 500""",
        (f"name_key : ({quoted})",),
    )
    return _resolved(
        reader,
        [
            owner
            for owner, name, family in holding
            if key in (names.name_key(family or ""), names.name_key(names.parse_author(name).family or ""))
        ],
    )


def _resolved(reader: Reader, ids: Iterable[int]) -> list[int]:
    """Whom they were merged into, the unnamed left out, by slug."""
    return reader.column(
        f"""
        SELECT id FROM speakers WHERE id IN
               (SELECT coalesce(merged_into_id, id) FROM speakers WHERE id {_AMONG} AND NOT unnamed)
         ORDER BY slug""",
        (array(set(ids)),),
    )


def same_as(reader: Reader, speaker: int) -> list[int]:
    """The ids of everyone that is this speaker: itself and those merged into it."""
    return [speaker, *reader.column("SELECT id FROM speakers WHERE merged_into_id = ?", (speaker,))]


def speaker_refs(reader: Reader, ids: Iterable[int]) -> dict[int, SpeakerRef]:
    """Speakers by id, each resolved to the one it was merged into."""
    rows = reader.rows(
        f"""
        SELECT printed.id, who.slug, who.name, who.kind, who.unnamed, who.family, who.given
          FROM speakers AS printed JOIN speakers AS who ON who.id = coalesce(printed.merged_into_id, printed.id)
         WHERE printed.id {_AMONG}""",
        (array(set(ids)),),
    )
    return {
        one: SpeakerRef(slug=slug, name=name, kind=kind, unnamed=bool(unnamed), family=family, given=given)
        for one, slug, name, kind, unnamed, family, given in rows
    }


def all_names(
    reader: Reader, among: Iterable[int] | None = None
) -> tuple[dict[int, list[Name]], dict[int, list[str]]]:
    """By the id of who they are now, after merges: the names, and the labels of those that no source names.

    What was the preferred name of a merged speaker is another name of who it is. `among` are the speakers as printed;
    without it, all of them.
    """
    return _names_of(reader, None if among is None else array(set(among)))


def _names_of(reader: Reader, among: str | None) -> tuple[dict[int, list[Name]], dict[int, list[str]]]:
    narrowed = "" if among is None else f"WHERE printed.id {_AMONG}"
    names: dict[int, list[Name]] = {}
    labels: dict[int, list[str]] = {}
    for owner, merged, unnamed, name, kind, language, script in reader.rows(
        f"""
        SELECT coalesce(printed.merged_into_id, printed.id), printed.merged_into_id IS NOT NULL, printed.unnamed,
               names.name, names.kind, names.language, names.script
          FROM speaker_names AS names JOIN speakers AS printed ON printed.id = names.speaker_id
          {narrowed} ORDER BY names.id""",
        () if among is None else (among,),
    ):
        if unnamed:
            labels.setdefault(owner, []).append(name)
        else:
            kind = "alias" if merged and kind == "preferred" else kind
            names.setdefault(owner, []).append(Name(name=name, kind=kind, language=language, script=script))
    return names, labels


def speaker_record(reader: Reader, speaker: int) -> SpeakerRecord:
    """The speaker with every name that it and those merged into it go by."""
    ids = same_as(reader, speaker)
    names, labels = all_names(reader, ids)
    [(row, target)] = [
        (row, target)
        for *row, target in reader.rows(
            f"SELECT {_SPEAKER}, target.slug FROM speakers AS one "
            "LEFT JOIN speakers AS target ON target.id = one.merged_into_id WHERE one.id = ?",
            (speaker,),
        )
    ]
    statements = reader.value(
        f"SELECT count(DISTINCT statement_id) FROM attributions WHERE speaker_id {_AMONG}", (array(ids),)
    )
    return _record(
        row, chain.from_iterable(names.values()), chain.from_iterable(labels.values()), statements, target
    )


def speakers(reader: Reader) -> Iterator[SpeakerRecord]:
    """Every unmerged speaker, by slug, with the names and statements of those merged into them; so many are read at a time."""
    last: str | None = ""
    while last is not None:
        rows = reader.rows(
            f"SELECT {_SPEAKER} FROM speakers AS one WHERE merged_into_id IS NULL AND slug > ? ORDER BY slug LIMIT {_AT_ONCE}",
            (last,),
        )
        last = rows[-1][1] if len(rows) == _AT_ONCE else None
        ids = array([row[0] for row in rows])
        everybody = array(
            reader.column(
                f"SELECT value FROM json_each(?) UNION SELECT id FROM speakers WHERE merged_into_id {_AMONG}",
                (ids, ids),
            )
        )
        names, labels = _names_of(reader, everybody)
        statements = dict(
            reader.rows(
                "SELECT coalesce(sp.merged_into_id, sp.id), count(DISTINCT a.statement_id) FROM attributions AS a "
                f"JOIN speakers AS sp ON sp.id = a.speaker_id WHERE a.speaker_id {_AMONG} GROUP BY 1",
                (everybody,),
            )
        )
        for row in rows:
            yield _record(row, names.get(row[0], ()), labels.get(row[0], ()), statements.get(row[0], 0))


def count(reader: Reader) -> int:
    """How many speakers there are, those not counted that were merged into others."""
    return int(reader.value("SELECT count(*) FROM speakers WHERE merged_into_id IS NULL"))


# How many speakers are read at a time.
_AT_ONCE = 1_000
_SPEAKER = "one.id, one.slug, one.name, one.family, one.given, one.kind, one.unnamed, one.description, one.wikidata_id"


def _record(
    row: Sequence[Any],
    names: Iterable[Name],
    labels: Iterable[str],
    statements: int,
    target: str | None = None,
) -> SpeakerRecord:
    _, slug, name, family, given, kind, unnamed, description, item = row
    return SpeakerRecord(
        slug=slug,
        name=name,
        family=family,
        given=given,
        kind=kind,
        unnamed=bool(unnamed),
        description=description,
        wikidata_id=item,
        merged_into=target,
        names=tuple(names),
        labels=tuple(labels),
        statements=statements,
    )
