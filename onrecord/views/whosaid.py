"""Who said it: half-remembered words, the quotations on record that may be meant, and everybody they are given to."""

from __future__ import annotations

from onrecord.db.reader import array
from onrecord.model.light import defaultdict
from onrecord.model.record import record
from onrecord.search.recall import candidates
from onrecord.statements import queries as statement_queries
from onrecord.text.fold import identity_fold
from onrecord.text.recall import recalled, units
from onrecord.views.compare import first_known

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.db.reader import Reader
    from onrecord.model.records import Json, Quote, SpeakerRef
    from onrecord.search.recall import Candidate

MOST = 5
# So much of what was remembered must be there, in so many different words, of so many bytes, for an answer that can be relied on.
CONFIDENT, LEAST_WORDS, LEAST_BYTES = 0.5, 3, 12
# Of two wordings of one quotation, so much of the shorter one is in the other.
_ONE_QUOTATION = 0.75
# What shares less with what was remembered is nothing like it.
_LIKE = 0.2


@record()
class Worded:
    """A wording as people must read it, and the attributions (KEY@CITEKEY) that have it."""

    text: str
    refs: tuple[str, ...]


@record()
class Given:
    """Somebody whom a quotation is given to, and all that gives it to him or her; `first` is where it appeared first, as far as
    dates tell, else what is to be cited."""

    speaker: SpeakerRef
    first: Quote
    quotes: tuple[Quote, ...]

    @property
    def statuses(self) -> tuple[tuple[str, str | None], ...]:
        """How it stands with this person: each status that it has with its reason, in the order of the attributions."""
        return tuple(dict.fromkeys((quote.status, quote.status_reason) for quote in self.quotes))

    def as_json(self) -> Json:
        first = self.first
        return {
            "speaker": self.speaker.name,
            "speaker_slug": self.speaker.slug,
            "unnamed": self.speaker.unnamed,
            "statuses": [{"status": status, "reason": reason} for status, reason in self.statuses],
            "keys": list(dict.fromkeys(quote.key for quote in self.quotes)),
            "refs": [quote.ref for quote in self.quotes],
            "earliest": {
                "ref": first.ref,
                "source": first.source.citekey,
                "title": first.source.title,
                "issued": first.source.issued,
                "said": first.said,
            },
        }


@record()
class Meant:
    """A quotation that may be meant. `share` of what was remembered is in it, 0 to 1, each word weighed by how rare it is.

    `confident`: it is nearly surely this one. `quotes` begin with the likest wording's.
    """

    share: float
    confident: bool
    quotes: tuple[Quote, ...]

    @property
    def first(self) -> Quote:
        return self.quotes[0]

    @property
    def wordings(self) -> tuple[Worded, ...]:
        """Every wording on record, the likest first; those that share all their words are one."""
        quotes: defaultdict[tuple[str, str], list[Quote]] = defaultdict(list)
        for quote in self.quotes:
            quotes[identity_fold(quote.text), quote.polarity].append(quote)
        return tuple(
            [Worded(several[0].shown, tuple([one.ref for one in several])) for several in quotes.values()]
        )

    @property
    def people(self) -> tuple[Given, ...]:
        """Everybody it is given to: first whom a source gives it to without doubt, then whom the likest wording is given to, then
        whom most sources give it to."""
        quotes: defaultdict[str, list[Quote]] = defaultdict(list)
        for quote in self.quotes:
            quotes[quote.speaker.slug].append(quote)
        people = [
            Given(several[0].speaker, (first_known(several) or several)[0], tuple(several))
            for several in quotes.values()
        ]
        likest = identity_fold(self.first.text)
        people.sort(
            key=lambda person: (
                all(quote.status != "sourced" for quote in person.quotes),
                all(identity_fold(quote.text) != likest for quote in person.quotes),
                -len({quote.source.citekey for quote in person.quotes}),
            )
        )
        return tuple(people)

    def as_json(self) -> Json:
        return {
            "share": round(self.share, 3),
            "confident": self.confident,
            "key": self.first.key,
            "text": self.first.shown,
            "wordings": [{"text": wording.text, "refs": list(wording.refs)} for wording in self.wordings],
            "people": [person.as_json() for person in self.people],
        }


def who_said(reader: Reader, typed: str, most: int = MOST) -> list[Meant]:
    """The quotations that half-remembered words may be of, the likeliest first; nothing where none is like them."""
    likely = [candidate for candidate in candidates(reader, typed) if candidate.recalled.share >= _LIKE]
    first = statement_queries.citing(reader, [one.statement for one in likely])
    ids: defaultdict[int, list[int]] = defaultdict(list)
    for statement, attribution in first:
        ids[statement].append(attribution)
    texts = _texts(reader, likely)
    groups: list[list[Candidate]] = []
    for candidate in likely:
        if candidate.statement not in ids:
            continue  # nobody is said to have said it
        linked = _linked(reader, [candidate.statement])
        same = next(
            (
                group
                for group in groups
                if _one_quotation(texts, group[0], candidate) or any(one.statement in linked for one in group)
            ),
            None,
        )
        if same is None:
            groups.append([candidate])
        else:
            same.append(candidate)
    return [_meant(reader, group, ids) for group in groups[:most]]


def _texts(reader: Reader, likely: Iterable[Candidate]) -> dict[Candidate, list[str]]:
    texts: dict[Candidate, list[str]] = {}
    for candidate in likely:
        table, column, row = (
            ("statements", "text", candidate.statement)
            if candidate.attribution is None
            else ("attributions", "wording", candidate.attribution)
        )
        texts[candidate] = units(reader.value(f"SELECT {column} FROM {table} WHERE id = ?", (row,)))
    return texts


def _one_quotation(texts: dict[Candidate, list[str]], candidate: Candidate, other: Candidate) -> bool:
    shorter, longer = sorted((texts[candidate], texts[other]), key=len)
    found = recalled(shorter, dict.fromkeys(shorter, 1.0), longer)
    return found.share >= _ONE_QUOTATION and found.words >= LEAST_WORDS


def _linked(reader: Reader, statements: Sequence[int]) -> list[int]:
    """The statements that are recorded as wordings of these: variants, and a translation with its original."""
    return reader.column(
        "SELECT CASE WHEN from_id IN (SELECT value FROM json_each(?1)) THEN to_id ELSE from_id END FROM statement_links "
        "WHERE kind IN ('variant_of', 'translation_of') AND "
        "(from_id IN (SELECT value FROM json_each(?1)) OR to_id IN (SELECT value FROM json_each(?1)))",
        (array(statements),),
    )


def _meant(reader: Reader, group: Sequence[Candidate], ids: dict[int, list[int]]) -> Meant:
    best = group[0]
    wanted: list[int] = [] if best.attribution is None else [best.attribution]
    for one in group:
        wanted += [attribution for attribution in ids[one.statement] if attribution not in wanted]
    linked = _linked(reader, [one.statement for one in group])
    wanted += [one for _, one in statement_queries.citing(reader, linked) if one not in wanted]
    found = best.recalled
    confident = found.share >= CONFIDENT and found.words >= LEAST_WORDS and found.size >= LEAST_BYTES
    return Meant(found.share, confident, tuple(statement_queries.quotes(reader, wanted)))
