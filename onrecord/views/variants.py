"""Variants: statements of the same and of other speakers that are worded nearly alike, with what each changed."""

from __future__ import annotations

from onrecord.db.reader import array
from onrecord.matching.diff import render_diff
from onrecord.matching.reworded import Reworded, reworded
from onrecord.model.polarities import marked
from onrecord.model.record import record
from onrecord.search.recall import candidates
from onrecord.statements import queries as statement_queries
from onrecord.statements.alike import near_to
from onrecord.text.fold import identity_fold
from onrecord.views.compare import first_known

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.db.reader import Reader
    from onrecord.model.records import Json, Quote


@record()
class Variant:
    """A statement and how it is worded beside the best-known wording; `linked` says how it is recorded to bear on that."""

    quote: Quote
    sources: int
    reworded: Reworded
    linked: str | None

    @property
    def same_words(self) -> bool:
        return all(part.kind == "same" for part in self.reworded.diff)

    @property
    def diff(self) -> str:
        """The word diff as people must read it, "denied: " before it where the source has the words denied."""
        return marked(render_diff(self.reworded.diff), self.quote.polarity)

    @property
    def cut(self) -> tuple[str, ...]:
        """What of the best-known wording is not there."""
        return tuple([part.source for part in self.reworded.diff if part.kind == "missing"])

    @property
    def added(self) -> tuple[str, ...]:
        """What is there beyond the best-known wording."""
        return tuple([part.given for part in self.reworded.diff if part.kind == "added"])

    def as_json(self) -> Json:
        quote = self.quote
        return {
            "key": quote.key,
            "text": quote.shown,
            "speaker": quote.speaker.name,
            "speaker_slug": quote.speaker.slug,
            "status": quote.status,
            "source": quote.source.citekey,
            "sources": self.sources,
            "linked": self.linked,
            "same_words": self.same_words,
            "diff": self.diff,
            "cut": list(self.cut),
            "added": list(self.added),
            "sharpened": self.reworded.sharpened,
            "changes": [
                {"kind": one.kind, "how": one.how, "words": list(one.words)} for one in self.reworded.changes
            ],
        }


@record()
class Variants:
    """Wordings of one thing: the best-known one, which most sources have (of several the one without doubt, then the earliest), and the others, most sources first."""

    known: Quote
    sources: int
    variants: tuple[Variant, ...]

    def as_json(self) -> Json:
        known = self.known
        return {
            "key": known.key,
            "text": known.shown,
            "speaker": known.speaker.name,
            "speaker_slug": known.speaker.slug,
            "source": known.source.citekey,
            "sources": self.sources,
            "variants": [variant.as_json() for variant in self.variants],
        }


def variants_of(reader: Reader, reference: str) -> Variants:
    """The statement that KEY names with those that are worded nearly like it. NotFoundError, AmbiguousError."""
    statement = statement_queries.statement_of(reader, reference)
    text = str(reader.value("SELECT text FROM statements WHERE id = ?", (statement,)))
    near = near_to(reader, text, [candidate.statement for candidate in candidates(reader, text)])
    linked = reader.column(
        "SELECT CASE WHEN from_id = ?1 THEN to_id ELSE from_id END FROM statement_links "
        "WHERE ?1 IN (from_id, to_id) AND kind IN ('variant_of', 'excerpt_of')",
        (statement,),
    )
    return _grouped(reader, sorted({statement, *near, *linked}))


def all_variants(reader: Reader) -> Iterator[Variants]:
    """Every group of statements that are worded nearly alike, in the order of recording."""
    from onrecord.statements.alike import alike

    parent: dict[int, int] = {}

    def find(row: int) -> int:
        while parent.setdefault(row, row) != row:
            parent[row] = row = parent[parent[row]]
        return row

    for pair in alike(reader):
        root, other = sorted((find(pair.first), find(pair.second)))
        parent[other] = root
    groups: dict[int, list[int]] = {}
    for root in sorted(parent):
        groups.setdefault(find(root), []).append(root)
    for group in groups.values():
        found = _grouped(reader, group)
        if found.variants:
            yield found


def _grouped(reader: Reader, statements: Sequence[int]) -> Variants:
    sources = _sources(reader, statements)
    first = statement_queries.quotes(reader, statement_queries.cited_first(reader, statements))
    by_key = {quote.key: quote for quote in first}
    earliest = {quote.key for quote in first_known(first)}
    ordered = sorted(
        by_key.values(),
        key=lambda quote: (-sources[quote.key], quote.status != "sourced", quote.key not in earliest),
    )
    known, *others = ordered
    linked = _linked(reader, known.key)
    text = known.statement_text or known.text
    groups = [
        Variant(
            quote,
            sources[quote.key],
            reworded(text, quote.statement_text or quote.text),
            linked.get(quote.key),
        )
        for quote in others
    ]
    return Variants(known, sources[known.key], tuple(groups))


def _sources(reader: Reader, statements: Iterable[int]) -> dict[str, int]:
    return dict(
        reader.rows(
            "SELECT st.key, count(DISTINCT a.source_id) FROM statements AS st JOIN attributions AS a ON a.statement_id = st.id "
            "WHERE st.id IN (SELECT value FROM json_each(?)) GROUP BY st.id",
            (array(statements),),
        )
    )


def _linked(reader: Reader, key: str) -> dict[str, str]:
    """How other statements are recorded to bear on this one, or this one on them: the kind by their keys."""
    rows = reader.rows(
        "SELECT CASE WHEN a.key = ?1 THEN b.key ELSE a.key END, l.kind FROM statement_links AS l "
        "JOIN statements AS a ON a.id = l.from_id JOIN statements AS b ON b.id = l.to_id WHERE ?1 IN (a.key, b.key)",
        (key,),
    )
    return dict(rows)


def suggested(known: str, other: str) -> str:
    """How `other` bears on `known`, as a link is called: a part of it, or a variant."""
    part = identity_fold(other)
    return (
        "excerpt_of"
        if part and part in identity_fold(known) and part != identity_fold(known)
        else "variant_of"
    )
