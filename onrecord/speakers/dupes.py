"""Pairs of speakers that may be one: suggested with reasons and with what they share, decided by a person, asked once.

Unnamed speakers are nobody's pair. Two of one name are homonyms until somebody says otherwise; where so many have a name
that it tells nobody (Kim Min-jun, Zhang Wei), they are held back unless they share something on record.
"""

from __future__ import annotations

from onrecord.db.reader import Reader, array
from onrecord.model.dupe_records import Dupe, Shared
from onrecord.model.light import defaultdict
from onrecord.speakers import queries as speaker_queries
from onrecord.speakers.blocks import pairs
from onrecord.speakers.judged import judgements
from onrecord.text import names
from onrecord.text.eastern_names import held_by_many
from onrecord.text.prepared_names import Likeness
from onrecord.text.same_person import LIKELY, likeness

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_AMONG = "IN (SELECT value FROM json_each(?))"
_NAMES = """
SELECT owner.id, owner.kind, names.name FROM speaker_names AS names
  JOIN speakers AS printed ON printed.id = names.speaker_id
  JOIN speakers AS owner ON owner.id = coalesce(printed.merged_into_id, printed.id)
 WHERE NOT owner.unnamed AND NOT printed.unnamed AND names.kind <> 'misspelling' ORDER BY names.id"""
_SMALL = frozenset("of the and for in de la du des der die das und et y".split())
_MOST_SHARED = 5
_MANY = 0.6


def dupes(
    reader: Reader, *, of: int | None = None, least: float = LIKELY, judged: bool = False
) -> list[Dupe]:
    """The pairs of at least this likelihood, the likeliest first, then those with the most statements.

    `of`: with this speaker alone. `judged`: those that somebody judged, instead of those that nobody did; pairs found to be
    one and not merged are in both.
    """
    people: list[tuple[int, str]] = []
    others: list[tuple[int, str]] = []
    for owner, kind, name in reader.rows(_NAMES):
        (people if kind == "person" else others).append((owner, name))
    known = judgements(reader)
    best: dict[tuple[int, int], tuple[Likeness, tuple[str, str]]] = {}
    for speaker, other, score, both in (*_of_people(people, of), *_of_others(others, of)):
        pair = (speaker, other) if speaker < other else (other, speaker)
        if pair not in best or score.score > best[pair][0].score:
            best[pair] = score, both if speaker < other else both[::-1]
    for pair in known:
        if judged and pair not in best and of in (None, *pair):
            best[pair] = Likeness(0.0, "judged by a person"), ("", "")
    chosen = {pair: found for pair, found in best.items() if _is_asked(known.get(pair, ("", ""))[0], judged)}
    return _told(reader, chosen, known, 0.0 if judged else least)


def _is_asked(judgement: str, judged: bool) -> bool:
    return bool(judgement) if judged else judgement in ("", "same")


def _of_people(
    people: list[tuple[int, str]], of: int | None
) -> Iterable[tuple[int, int, Likeness, tuple[str, str]]]:
    for one, other in pairs(people, of):
        (first, name), (second, called) = people[one], people[other]
        if found := likeness(name, called):
            yield first, second, found, (name, called)


def _of_others(
    others: list[tuple[int, str]], of: int | None
) -> Iterable[tuple[int, int, Likeness, tuple[str, str]]]:
    """Organisations, groups and offices: the same words, whatever their order, articles and spaces."""
    blocks: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for owner, name in others:
        words = sorted(word for word in names.name_words(name) if word not in _SMALL)
        for key in {" ".join(words), "".join(names.name_words(name))}:
            if key:
                blocks[key].append((owner, name))
    for block in blocks.values():
        for index, (first, name) in enumerate(block):
            for second, called in block[:index]:
                if first != second and of in (None, first, second):
                    same = names.name_words(name) == names.name_words(called)
                    score, told = (0.98, "same name") if same else (0.85, "the same words")
                    yield first, second, Likeness(score, told), (name, called)


def _told(
    reader: Reader,
    chosen: Mapping[tuple[int, int], tuple[Likeness, tuple[str, str]]],
    known: Mapping[tuple[int, int], tuple[str, str | None]],
    least: float,
) -> list[Dupe]:
    ids = sorted({one for pair in chosen for one in pair})
    items = dict(reader.rows(f"SELECT id, wikidata_id FROM speakers WHERE id {_AMONG}", (array(ids),)))
    possible = {
        pair: found
        for pair, found in chosen.items()
        # Two items of Wikidata are two people.
        if found[0].score >= min(least, _MANY) or pair in known
        if pair in known or None in (items[pair[0]], items[pair[1]]) or items[pair[0]] == items[pair[1]]
    }
    ids = sorted({one for pair in possible for one in pair})
    refs = speaker_queries.speaker_refs(reader, ids)
    everybody = _printed(reader, ids)
    sources, works, offices = _had(reader, everybody)
    statements = _statements(reader, everybody)
    pairs: list[Dupe] = []
    for pair, (like, both) in possible.items():
        speaker, other = pair
        shared = Shared(
            *(tuple(sorted(of[speaker] & of[other])[:_MOST_SHARED]) for of in (sources, works, offices))
        )
        score, reason = like.score, like.reason
        if score > _MANY and not shared and both[0] and held_by_many(*both):
            score, reason = _MANY, f"{reason}, of a name that many have"
        if score < least:
            continue
        judgement, because = known.get(pair, (None, None))
        pairs.append(
            Dupe(
                first=refs[speaker],
                second=refs[other],
                score=score,
                reason=reason,
                names=both,
                statements=(statements.get(speaker, 0), statements.get(other, 0)),
                shared=shared,
                judgement=judgement,
                judged_because=because,
            )
        )
    return sorted(
        pairs, key=lambda dupe: (-dupe.score, -sum(dupe.statements), dupe.first.slug, dupe.second.slug)
    )


def _printed(reader: Reader, ids: Iterable[int]) -> dict[int, int]:
    """Who each speaker is today, of these and of those that were merged into them."""
    return dict(
        reader.rows(
            f"SELECT id, coalesce(merged_into_id, id) FROM speakers WHERE coalesce(merged_into_id, id) {_AMONG}",
            (array(ids),),
        )
    )


def _had(reader: Reader, everybody: Mapping[int, int]) -> tuple[defaultdict[int, set[str]], ...]:
    """By speaker: the sources that quote them, the works that they made, the offices that they held."""
    rows = []
    for sql in (
        f"SELECT a.speaker_id, so.citekey FROM attributions AS a JOIN sources AS so ON so.id = a.source_id WHERE a.speaker_id {_AMONG}",
        f"SELECT c.speaker_id, so.citekey FROM creators AS c JOIN sources AS so ON so.id = c.source_id WHERE c.speaker_id {_AMONG}",
        f"SELECT speaker_id, title_key FROM offices WHERE speaker_id {_AMONG}",
    ):
        had: defaultdict[int, set[str]] = defaultdict(set)
        for owner, what in reader.rows(sql, (array(everybody),)):
            had[everybody[owner]].add(what)
        rows.append(had)
    return tuple(rows)


def _statements(reader: Reader, everybody: Mapping[int, int]) -> dict[int, int]:
    counts: defaultdict[int, int] = defaultdict(int)
    for owner, number in reader.rows(
        f"SELECT speaker_id, count(DISTINCT statement_id) FROM attributions WHERE speaker_id {_AMONG} GROUP BY 1",
        (array(everybody),),
    ):
        counts[everybody[owner]] += number
    return counts
