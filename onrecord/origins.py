"""Independent origins: how many of the sources that report something go back to one another ("12 sources, 1 origin").

A report goes back to the one that it was quoted from; else to whoever passed it on first, and the source that this one
cites; else to its own source. What somebody passes on and what that one publishes is one origin. Where a source does
not say whom it has it from, it counts as an origin of its own: there are at most as many as counted.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from onrecord import lookup
from onrecord.db.models import Attribution, Creator, Relay, Source, Statement
from onrecord.records import SpeakerRef

# What an origin is known by: "speaker" and a slug, or "source" and an id.
_Sign = tuple[str, str | int]


@dataclass(frozen=True, slots=True)
class Origin:
    """Who put it on record: a speaker who passed it on, or else (citekey, title) a source; and the sources that follow.

    `sources` are citekeys.
    """

    speaker: SpeakerRef | None
    citekey: str | None
    title: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """The independent origins of some statements, those that most sources follow first; and how many sources report them."""

    origins: tuple[Origin, ...]
    sources: int


class _Same:
    """Signs of which each pair that was joined means the same origin (union and find)."""

    def __init__(self) -> None:
        self._parent: dict[_Sign, _Sign] = {}

    def find(self, sign: _Sign) -> _Sign:
        while (parent := self._parent.get(sign, sign)) != sign:
            self._parent[sign] = sign = self._parent.get(parent, parent)
        return sign

    def join(self, one: _Sign, other: _Sign) -> None:
        first, second = self.find(one), self.find(other)
        if first != second:
            self._parent[first] = second


def of(session: Session, statements: Select[int]) -> Origins:
    """The origins of all attributions of the statements whose ids are selected."""
    reports = session.execute(
        select(Attribution.id, Attribution.source_id)
        .where(Attribution.statement_id.in_(statements))
        .order_by(Attribution.id)
    ).all()
    roots = _roots(session, [one for one, _ in reports])
    published_in = _published_in(session, set(roots.values()))
    passed_on = _passed_on(session, set(roots.values()))
    same = _Same()
    signs: dict[int, _Sign] = {}
    for root, source in published_in.items():
        speaker, cited = passed_on.get(root, (None, None))
        signs[root] = ("speaker", speaker.slug) if speaker else ("source", source)
        if cited is not None:
            same.join(("source", cited), signs[root])
    people = {speaker.slug: speaker for speaker, _ in passed_on.values()}
    for source, slug in _makers(session, set(published_in.values())):
        if slug in people:
            same.join(("source", source), ("speaker", slug))
    followers: defaultdict[_Sign, set[int]] = defaultdict(set)
    named: dict[_Sign, list[_Sign]] = defaultdict(list)
    for one, source in reports:
        sign = signs[roots[one]]
        followers[same.find(sign)].add(source)
        named[same.find(sign)].append(sign)
    titles = _titles(session, {*(source for _, source in reports), *published_in.values()})
    found = [_origin(named[sign], sources, people, titles) for sign, sources in followers.items()]
    found.sort(key=lambda origin: -len(origin.sources))
    return Origins(tuple(found), len({source for _, source in reports}))


def of_statement(session: Session, key: str) -> Origins:
    """The origins of the statement with this whole key."""
    return of(session, select(Statement.id).where(Statement.key == key))


def _origin(
    signs: list[_Sign],
    sources: set[int],
    people: dict[str, SpeakerRef],
    titles: dict[int, tuple[str, str | None]],
) -> Origin:
    """Who passed it on names it, else the first source that was recorded."""
    kind, name = min(signs, key=lambda sign: sign[0] != "speaker")
    follow = tuple(sorted(titles[one][0] for one in sources))
    if kind == "speaker":
        return Origin(people[str(name)], None, None, follow)
    return Origin(None, *titles[int(name)], follow)


def _roots(session: Session, ids: Iterable[int]) -> dict[int, int]:
    """Each attribution with the one at the beginning of what it is quoted from, or itself."""
    quoted_from: dict[int, int | None] = {}
    unknown = set(ids)
    while unknown:
        rows = session.execute(
            select(Attribution.id, Attribution.quoted_from_id).where(Attribution.id.in_(_among(unknown)))
        )
        quoted_from |= dict(rows.all())
        unknown = {one for one in quoted_from.values() if one is not None} - quoted_from.keys()

    def root(one: int) -> int:
        seen = {one}
        while (before := quoted_from[one]) is not None and before not in seen:
            seen.add(one := before)
        return one

    return {one: root(one) for one in ids}


def _published_in(session: Session, ids: set[int]) -> dict[int, int]:
    rows = session.execute(
        select(Attribution.id, Attribution.source_id).where(Attribution.id.in_(_among(ids)))
    )
    return dict(rows.all())


def _passed_on(session: Session, ids: set[int]) -> dict[int, tuple[SpeakerRef, int | None]]:
    """The hop nearest to the speaker: who, and the source that is cited for it."""
    rows = session.execute(
        select(Relay.attribution_id, Relay.speaker_id, Relay.cited_source_id)
        .where(Relay.attribution_id.in_(_among(ids)))
        .order_by(Relay.hop.desc())
    ).all()
    people = lookup.speaker_refs(session, {speaker for _, speaker, _ in rows})
    return {one: (people[speaker], cited) for one, speaker, cited in rows}


def _makers(session: Session, sources: set[int]) -> list[tuple[int, str]]:
    rows = session.execute(
        select(Creator.source_id, Creator.speaker_id).where(Creator.source_id.in_(_among(sources)))
    ).all()
    people = lookup.speaker_refs(session, {speaker for _, speaker in rows})
    return [(source, people[speaker].slug) for source, speaker in rows]


def _titles(session: Session, sources: set[int]) -> dict[int, tuple[str, str | None]]:
    rows = session.execute(
        select(Source.id, Source.citekey, Source.title).where(Source.id.in_(_among(sources)))
    )
    return {one: (citekey, title) for one, citekey, title in rows}


def _among(ids: Iterable[int]) -> Select[int]:
    # As one parameter: SQLite takes 32,766.
    return select(func.json_each(json.dumps(list(ids))).table_valued("value").c.value)
