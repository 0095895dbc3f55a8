"""Finding passages of stored texts: by words, all of which stand in the passage, narrowed by source, date and language.

`db.stored_texts` keeps the index. A text that another program stored is not in it yet: it is indexed in memory meanwhile.
"""

from __future__ import annotations

from onrecord.db import stored_texts
from onrecord.db.observations import newest_copy
from onrecord.db.reader import Reader, array
from onrecord.errors import UsageError
from onrecord.model.record import record
from onrecord.search.filters import issued_between, several
from onrecord.search.forms import language_of
from onrecord.search.highlight import Piece, pieces, snippet
from onrecord.search.names import UNSTATED, Widened, languages_meant, tags_by_language, widen
from onrecord.search.query import Term, parse
from onrecord.sources import captures
from onrecord.sources import queries as source_queries
from onrecord.statements.marks import marked_statements
from onrecord.text.locators import Locators, Paragraphs
from onrecord.text.passages import apart, passages

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model.records import Json, SourceRecord
    from onrecord.search.filters import Several
    from onrecord.sources.captures import Copy

SORTS = ("relevance", "newest", "oldest", "added")
_ORDERS = {
    "relevance": "score, source_id, number",
    "newest": "coalesce(issued_max, issued_min) DESC NULLS LAST, source_id, number",
    "oldest": "coalesce(issued_min, issued_max) ASC NULLS LAST, source_id, number",
    "added": "copy DESC, number",
}


@record(kw_only=True)
class Filters:
    """What the source of a passage must be: one of these citekeys, published between these dates, in one of these languages."""

    source: Several = None
    since: str | None = None
    until: str | None = None
    language: Several = None


@record(kw_only=True)
class Passage:
    """A passage that was found in a stored copy: its place there in code points, end exclusive, and what of it is marked.

    `copy` counts the copies of the source from 1; `newest`: the source was last seen to have it. `locator` is where the
    words stand (label, value), `paragraph` the number of their paragraph. `recorded` are the statements that are on record
    from this passage, as KEY@CITEKEY.
    """

    source: SourceRecord
    copy: int
    newest: bool
    sha256: str
    start: int
    end: int
    text: str
    marked: tuple[Term, ...]
    locator: tuple[str, str]
    paragraph: int
    recorded: tuple[str, ...]
    score: float | None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The passage, with what was found marked."""
        return pieces(self.text, self.marked)

    @property
    def snippet(self) -> tuple[Piece, ...]:
        """The part of it to show, with what was found marked."""
        return snippet(self.text, self.marked)

    def as_json(self) -> Json:
        return {
            "source": self.source.citekey,
            "title": self.source.title,
            "issued": self.source.issued,
            "url": self.source.url,
            "copy": self.copy,
            "newest": self.newest,
            "sha256": self.sha256,
            "locator_label": self.locator[0],
            "locator": self.locator[1],
            "paragraph": self.paragraph,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "snippet": [{"text": piece.text, "marked": piece.marked} for piece in self.snippet],
            "recorded": list(self.recorded),
            "score": self.score,
        }


@record()
class Found:
    """A page of passages and the number of all."""

    passages: Sequence[Passage]
    total: int


def search(
    reader: Reader,
    typed: str,
    filters: Filters | None = None,
    *,
    sort: str = "relevance",
    limit: int | None = 20,
    offset: int = 0,
) -> Found:
    """The passages that fit, best first; `limit` None: all. Of a source those of its newest copy that has any.

    UsageError: nothing to look for, an unknown sorting. NotFoundError and InputError come from the filters.
    """
    if sort not in SORTS:
        raise UsageError(f"{sort!r} is not a sorting of passages. Choose from: {', '.join(SORTS)}.")
    asked = _Asked(reader, typed, filters or Filters())
    rows = reader.rows(
        f"{asked.sql} SELECT copy, number, score, count(*) OVER () FROM shown ORDER BY {_ORDERS[sort]} "
        "LIMIT :limit OFFSET :offset",
        {**asked.parameters, "limit": -1 if limit is None else limit, "offset": offset},
    )
    total = int(rows[0][3]) if rows else asked.count() if offset or limit == 0 else 0
    return Found(
        list(_told(reader, asked, [(copy, number, score) for copy, number, score, _ in rows])), total
    )


def count(reader: Reader, typed: str, filters: Filters | None = None) -> int:
    """How many passages fit."""
    return _Asked(reader, typed, filters or Filters()).count()


_SHOWN = """
WITH hit(passage, score, snapshot, number) AS ({hits}),
there AS MATERIALIZED (
  SELECT hit.score AS score, sn.id AS copy, hit.number AS number, so.id AS source_id, so.issued_min AS issued_min,
         so.issued_max AS issued_max
    FROM hit JOIN snapshots AS sn ON sn.id = hit.snapshot JOIN sources AS so ON so.id = sn.source_id
   WHERE {where}),
best AS MATERIALIZED (
  SELECT source_id, coalesce(max(CASE WHEN copy = newest THEN copy END), max(copy)) AS copy
    FROM (SELECT source_id, copy, {newest} AS newest FROM (SELECT DISTINCT source_id, copy FROM there) AS one)
   GROUP BY source_id),
shown AS (SELECT there.* FROM there JOIN best ON best.copy = there.copy)"""
_INDEXED = """
SELECT found.rowid, found.score, stored.id, found.rowid - texts.id
  FROM (SELECT rowid, bm25(snapshots_fts) AS score FROM snapshots_fts WHERE snapshots_fts MATCH :any) AS found
  JOIN snapshots_searched AS texts
    ON texts.id = (SELECT max(id) FROM snapshots_searched WHERE id <= found.rowid) AND found.rowid <= texts.last
  JOIN snapshots AS stored ON stored.sha256 = texts.sha256"""
_MEANWHILE = """
SELECT NULL, json_extract(value, '$[2]'), json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(:meanwhile)"""


class _Asked:
    """A query made ready: `sql` begins a statement that selects from `shown`."""

    def __init__(self, reader: Reader, typed: str, filters: Filters) -> None:
        query = parse(typed)
        if not query.wanted:
            raise UsageError("Give the words to look for in the stored texts.")
        self._reader = reader
        self._languages = tags_by_language(reader)
        self._wanted = [widen(reader, term) for term in query.wanted]
        self._unwanted = [widen(reader, term) for term in query.unwanted]
        self.parameters: dict[str, object] = {"any": self._expression(list(self._languages))}
        where = [*self._in_language(), *self._narrowed(filters)]
        if self._unwanted and "forms" in self.parameters:
            # What must not occur is looked at by language.
            self.parameters["any"] = self._expression(list(self._languages), without=False)
        hits = _INDEXED
        if missing := stored_texts.missing(reader.connection):
            hits += f" UNION ALL {_MEANWHILE}"
            self.parameters["meanwhile"] = self._meanwhile(missing)
        self.sql = _SHOWN.format(
            hits=hits,
            where=" AND ".join(where) or "1",
            newest=newest_copy("one.source_id"),
        )

    def count(self) -> int:
        """How many passages fit."""
        return int(self._reader.value(f"{self.sql} SELECT count(*) FROM shown", self.parameters))

    def marked(self, language: str | None) -> tuple[Term, ...]:
        """What is to be marked in a text of a language."""
        return tuple(dict.fromkeys(self._terms(language_of(language))))

    def _terms(self, language: str | None) -> Iterator[Term]:
        for one in self._wanted:
            yield from one.spellings
            yield from one.forms.get(language or "", ())

    def _expression(self, languages: Sequence[str], *, without: bool = True) -> str:
        """What FTS5 is asked for: a passage with every term in any of its spellings and its forms in these languages, and
        (`without`) with nothing that must not occur."""

        def any_of(term: Widened) -> str:
            terms = [
                *term.spellings,
                *(form for language in languages for form in term.forms.get(language, ())),
            ]
            return f"({' OR '.join(dict.fromkeys(map(_fts, terms)))})"

        wanted = " AND ".join(map(any_of, self._wanted))
        unwanted = "".join(f" NOT {any_of(one)}" for one in self._unwanted) if without else ""
        return f"({wanted}){unwanted}"

    def _in_language(self) -> Iterator[str]:
        """Other forms of a word count in texts of their language only; of texts without one, those of the default language."""
        every = [*self._wanted, *self._unwanted]
        inflected = [one for one in self._languages if any(term.forms.get(one) for term in every)]
        if not inflected or (len(self._languages) == 1 and not self._has_others()):
            return
        ways = []
        known: list[str] = []
        for number, (language, tags) in enumerate(self._languages.items()):
            names = [f"language_{number}_{at}" for at in range(len(tags))]
            self.parameters |= dict(zip(names, tags, strict=True))
            known += names
            self.parameters[f"forms_{number}"] = self._expression([language])
            unstated = " OR so.language IS NULL" if language_of(None) == language else ""
            listed = ", ".join(f":{name}" for name in names)
            ways.append(f"((so.language IN ({listed}){unstated}) AND {_among(f'forms_{number}')})")
        self.parameters["forms"] = self._expression([])
        listed = ", ".join(f":{name}" for name in known)
        ways.append(f"(so.language NOT IN ({listed}) AND {_among('forms')})")
        yield f"(hit.passage IS NULL OR {' OR '.join(ways)})"

    def _has_others(self) -> bool:
        """Whether a source is in a language whose words have no other forms here."""
        tags = [tag for some in self._languages.values() for tag in some]
        known = ", ".join("?" * len(tags))
        found = f"SELECT EXISTS (SELECT 1 FROM sources WHERE language NOT IN ({known}))"
        return bool(self._reader.value(found, tags))

    def _narrowed(self, filters: Filters) -> Iterator[str]:
        if sources := several(filters.source):
            ids = [source_queries.source_id(self._reader, source) for source in sources]
            yield f"so.id IN ({', '.join(map(str, ids))})"
        yield from issued_between(filters.since, filters.until, self.parameters)
        if asked := several(filters.language):
            languages = languages_meant(self._reader, asked)
            names = [f"lang_{number}" for number in range(len(languages))]
            self.parameters |= dict(zip(names, languages, strict=True))
            yield f"coalesce(so.language, '{UNSTATED}') IN ({', '.join(f':{name}' for name in names)})"

    def _meanwhile(self, missing: Sequence[int]) -> str:
        """The hits in texts that are not in the index yet, as JSON: [[snapshot, number of the passage, score]]."""
        import json

        with stored_texts.in_memory() as memory:
            scored: list[tuple[int, int, float]] = []
            for one, text, language in self._reader.iterate(
                "SELECT sn.id, sn.text, so.language FROM snapshots AS sn JOIN sources AS so ON so.id = sn.source_id "
                "WHERE sn.id IN (SELECT value FROM json_each(?))",
                (array(missing),),
            ):
                asked = self._expression([language_of(language) or ""])
                scored += [(one, number, score) for number, score in memory.found(text, asked)]
        return json.dumps(scored)


def _among(parameter: str) -> str:
    return f"hit.passage IN (SELECT rowid FROM snapshots_fts WHERE snapshots_fts MATCH :{parameter})"


def _fts(term: Term) -> str:
    phrase = apart(term.text).replace('"', "") if term.inside else term.text.replace('"', "")
    return f'"{phrase}"{"*" if term.prefix else ""}'


def _told(reader: Reader, asked: _Asked, rows: Sequence[tuple[int, int, float | None]]) -> Iterator[Passage]:
    owners = dict(
        reader.rows(
            "SELECT id, source_id FROM snapshots WHERE id IN (SELECT value FROM json_each(?))",
            (array({copy for copy, _, _ in rows}),),
        )
    )
    records = source_queries.source_records(reader, owners.values())
    known: dict[int, _Text] = {}
    for snapshot, number, score in rows:
        source = records[owners[snapshot]]
        if snapshot not in known:
            known[snapshot] = _Text(reader, source, snapshot)
        # Somebody may have shortened a text behind our back.
        if number < len(known[snapshot].passages):
            yield known[snapshot].passage(number, asked.marked(source.language), score)


class _Text:
    """A stored copy with its passages, its locators and the statements that stand in it."""

    def __init__(self, reader: Reader, source: SourceRecord, snapshot: int) -> None:
        import json

        self.source = source
        self.copy: Copy = next(
            copy for copy in captures.copies(reader, source.citekey) if copy.id == snapshot
        )
        places = reader.value("SELECT places FROM snapshots WHERE id = ?", (snapshot,))
        self.passages = passages(self.copy.text)
        self.paragraphs = Paragraphs(self.copy.text)
        self.locators = Locators(self.copy.text, json.loads(places) if places else None)
        self.statements = marked_statements(reader, self.copy)

    def passage(self, number: int, marked: tuple[Term, ...], score: float | None) -> Passage:
        start, end = self.passages[number]
        text = self.copy.text[start:end]
        offset = start
        for piece in pieces(text, marked):
            if piece.marked:
                break
            offset += len(piece.text)
        offset = min(offset, end - 1)
        locator = self.locators.at(offset)
        return Passage(
            source=self.source,
            copy=self.copy.number,
            newest=self.copy.newest,
            sha256=self.copy.sha256,
            start=start,
            end=end,
            text=text,
            marked=marked,
            locator=(locator.label, locator.value),
            paragraph=self.paragraphs.number_at(offset),
            recorded=tuple(
                dict.fromkeys(
                    statement.ref
                    for statement in self.statements
                    if any(first < end and start < last for first, last in statement.stretches)
                )
            ),
            score=score,
        )
