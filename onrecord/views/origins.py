"""Independent origins: how many of the sources that report something go back to one another ("12 sources, 1 origin").

A report goes back to the one that it was quoted from; else to whoever passed it on first, and the source that this one
cites; else to its own source. What somebody passes on and what that one publishes is one origin, and where that was quoted from
elsewhere, so is that. Where a source does
not say whom it has it from, it counts as an origin of its own: there are at most as many as counted.
"""

from __future__ import annotations

from onrecord.db.reader import array
from onrecord.model.light import defaultdict
from onrecord.model.record import record
from onrecord.speakers import queries as speaker_queries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.db.reader import Parameters, Reader
    from onrecord.model.records import SpeakerRef

    # What an origin is known by: "speaker" and a slug, or "source" and an id.
    Sign = tuple[str, str | int]

_AMONG = "IN (SELECT value FROM json_each(?))"
# A hop that is the speaker, quoted from a work of his own.
_OWN = """(r.cited_source_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM attributions AS a JOIN speakers AS by ON by.id = a.speaker_id JOIN speakers AS hop ON hop.id = r.speaker_id
     WHERE a.id = r.attribution_id AND coalesce(by.merged_into_id, by.id) = coalesce(hop.merged_into_id, hop.id)))"""


@record()
class Origin:
    """Who put it on record: a speaker who passed it on, or else (citekey, title) a source; and the sources that follow.

    `sources` are citekeys.
    """

    speaker: SpeakerRef | None
    citekey: str | None
    title: str | None
    sources: tuple[str, ...]


@record()
class Origins:
    """The independent origins of some statements, those that most sources follow first; and how many sources report them."""

    origins: tuple[Origin, ...]
    sources: int


class _Same:
    """Signs of which each pair that was joined means the same origin (union and find)."""

    def __init__(self) -> None:
        self._parent: dict[Sign, Sign] = {}

    def find(self, sign: Sign) -> Sign:
        while (parent := self._parent.get(sign, sign)) != sign:
            self._parent[sign] = sign = self._parent.get(parent, parent)
        return sign

    def join(self, sign: Sign, other: Sign) -> None:
        first, second = self.find(sign), self.find(other)
        if first != second:
            self._parent[first] = second


def of(reader: Reader, statements: str, parameters: Parameters) -> Origins:
    """The origins of all attributions of the statements whose ids the query `statements` selects."""
    reports: list[tuple[int, int]] = reader.rows(
        f"SELECT id, source_id FROM attributions WHERE statement_id IN ({statements}) ORDER BY id", parameters
    )
    roots = _roots(reader, [attribution for attribution, _ in reports])
    published_in = _published_in(reader, set(roots.values()))
    passed_on = _passed_on(reader, set(roots.values()))
    same = _Same()
    beyond: set[Sign] = set()
    passing = {cited for _, cited in passed_on.values() if cited is not None}
    signs: dict[int, Sign] = {}
    original = _originals(reader, set(roots.values()))
    for root, source in published_in.items():
        speaker, cited = passed_on.get(root, (None, None))
        signs[root] = ("speaker", speaker.slug) if speaker else ("source", original.get(root, source))
        if cited is not None:
            same.join(("source", cited), signs[root])
    known = {speaker.slug: speaker for speaker, _ in passed_on.values()}
    for source, slug in _makers(reader, {*published_in.values(), *(source for _, source in reports)}):
        if slug in known:
            same.join(("source", source), ("speaker", slug))
            passing.add(source)
    # What a source itself has from elsewhere, whoever cites it has from there, too.
    signs_of: defaultdict[int, set[Sign]] = defaultdict(set)
    for attribution, source in reports:
        signs_of[source].add(signs[roots[attribution]])
    for source, own in signs_of.items():
        if len(own) == 1 and ("source", source) not in own:
            [sign] = own
            if source in passing and sign[0] == "source":
                beyond.add(sign)
            same.join(("source", source), sign)
    followers: defaultdict[Sign, set[int]] = defaultdict(set)
    named: dict[Sign, list[Sign]] = defaultdict(list)
    for attribution, source in reports:
        sign = signs[roots[attribution]]
        followers[same.find(sign)].add(source)
        named[same.find(sign)].append(sign)
    titles = _titles(reader, {*(source for _, source in reports), *published_in.values(), *original.values()})
    origins = [
        _origin([one for one in named[sign] if one in beyond] or named[sign], sources, known, titles)
        for sign, sources in followers.items()
    ]
    origins.sort(key=lambda origin: -len(origin.sources))
    return Origins(tuple(origins), len({source for _, source in reports}))


def of_statement(reader: Reader, key: str) -> Origins:
    """The origins of the statement with this whole key."""
    return of(reader, "SELECT id FROM statements WHERE key = ?", (key,))


def _origin(
    signs: list[Sign],
    sources: set[int],
    known: dict[str, SpeakerRef],
    titles: dict[int, tuple[str, str | None]],
) -> Origin:
    """Who passed it on names it, else the first source that was recorded."""
    kind, name = min(signs, key=lambda sign: sign[0] != "speaker")
    follow = tuple(sorted(titles[source][0] for source in sources))
    if kind == "speaker":
        return Origin(known[str(name)], None, None, follow)
    return Origin(None, *titles[int(name)], follow)


def _roots(reader: Reader, ids: Iterable[int]) -> dict[int, int]:
    """Each attribution with the one at the beginning of what it is quoted from, or itself."""
    quoted_from: dict[int, int | None] = {}
    unknown = set(ids)
    while unknown:
        quoted_from |= dict(
            reader.rows(f"SELECT id, quoted_from_id FROM attributions WHERE id {_AMONG}", (array(unknown),))
        )
        unknown = {before for before in quoted_from.values() if before is not None} - quoted_from.keys()

    def root(attribution: int) -> int:
        seen = {attribution}
        while (before := quoted_from[attribution]) is not None and before not in seen:
            seen.add(attribution := before)
        return attribution

    return {attribution: root(attribution) for attribution in ids}


def _published_in(reader: Reader, ids: set[int]) -> dict[int, int]:
    return dict(reader.rows(f"SELECT id, source_id FROM attributions WHERE id {_AMONG}", (array(ids),)))


def _passed_on(reader: Reader, ids: set[int]) -> dict[int, tuple[SpeakerRef, int | None]]:
    """The hop nearest to the speaker: who, and the source that is cited for it."""
    rows = reader.rows(
        "SELECT r.attribution_id, r.speaker_id, r.cited_source_id FROM relays AS r "
        f"WHERE r.attribution_id {_AMONG} AND NOT {_OWN} ORDER BY r.hop DESC",
        (array(ids),),
    )
    refs = speaker_queries.speaker_refs(reader, {speaker for _, speaker, _ in rows})
    return {attribution: (refs[speaker], cited) for attribution, speaker, cited in rows}


def _originals(reader: Reader, ids: set[int]) -> dict[int, int]:
    """Of those that quote somebody from a work of his own: that work."""
    return dict(
        reader.rows(
            "SELECT r.attribution_id, r.cited_source_id FROM relays AS r "
            f"WHERE r.attribution_id {_AMONG} AND {_OWN} ORDER BY r.hop DESC",
            (array(ids),),
        )
    )


def _makers(reader: Reader, sources: set[int]) -> list[tuple[int, str]]:
    rows = reader.rows(
        f"SELECT source_id, speaker_id FROM creators WHERE source_id {_AMONG}", (array(sources),)
    )
    refs = speaker_queries.speaker_refs(reader, {speaker for _, speaker in rows})
    return [(source, refs[speaker].slug) for source, speaker in rows]


def _titles(reader: Reader, sources: set[int]) -> dict[int, tuple[str, str | None]]:
    rows = reader.rows(f"SELECT id, citekey, title FROM sources WHERE id {_AMONG}", (array(sources),))
    return {source: (citekey, title) for source, citekey, title in rows}
