"""What each page of a copy is made of, as digests: a page whose digest is as before says what it said before.

Every row that a page may read goes into the digest of what it belongs to (a speaker with all names, a source, the claims, a
statement), and the digests of what that refers to go in as well. Statements that are linked or quoted from one another share
one digest, for their pages tell of each other; so do all claims. A page is then made of few of them. What is read here is more than
pages show, never less: a page is rather made again than left as it was.
"""

from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b

from onrecord.db.reader import Reader

Digests = dict[int, bytes]

_SPEAKERS = (
    "SELECT coalesce(merged_into_id, id), * FROM speakers ORDER BY id",
    "SELECT coalesce(sp.merged_into_id, sp.id), n.* FROM speaker_names AS n JOIN speakers AS sp ON sp.id = n.speaker_id ORDER BY n.id",
    """SELECT coalesce(sp.merged_into_id, sp.id), o.*, so.citekey FROM offices AS o JOIN speakers AS sp ON sp.id = o.speaker_id
         LEFT JOIN sources AS so ON so.id = o.source_id ORDER BY o.id""",
    """SELECT coalesce(sp.merged_into_id, sp.id), j.* FROM judgements AS j
         JOIN speakers AS sp ON sp.id IN (j.first_id, j.second_id) ORDER BY j.id, sp.id""",
)
# The text itself, whatever its recorded digest says.
_SNAPSHOTS = "SELECT source_id, sha256, id, captured_at, media_type, text, extractor, original IS NULL, places FROM snapshots ORDER BY id"
# The owner, then what it refers to, then the row.
_RELAYS = (
    "SELECT a.statement_id, r.speaker_id, r.cited_source_id, r.* FROM relays AS r "
    "JOIN attributions AS a ON a.id = r.attribution_id ORDER BY r.id"
)
_STATEMENTS = (
    "SELECT id, * FROM statements ORDER BY id",
    "SELECT a.statement_id, x.* FROM spans AS x JOIN attributions AS a ON a.id = x.attribution_id ORDER BY x.id",
    "SELECT a.statement_id, x.* FROM checks AS x JOIN attributions AS a ON a.id = x.attribution_id ORDER BY x.id",
    """SELECT a.statement_id, x.* FROM decisions AS x JOIN attributions AS a ON a.id IN (x.first_id, x.second_id)
        ORDER BY x.id, a.id""",
    "SELECT x.statement_id, x.*, tags.name FROM statement_tags AS x JOIN tags ON tags.id = x.tag_id ORDER BY x.id",
    "SELECT from_id, * FROM statement_links ORDER BY id",
)
# Statements whose pages tell of each other.
_TOGETHER = (
    "SELECT from_id, to_id FROM statement_links UNION ALL SELECT a.statement_id, origin.statement_id FROM attributions AS a "
    "JOIN attributions AS origin ON origin.id = a.quoted_from_id"
)
_NONE = b"-"


class MadeOf:
    """The digests of everything that pages show of what `reader` reads."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._speakers = self._read_speakers()
        self._sources = self._read_sources()
        self._claims = self._read_claims()
        self._first: dict[int, int] = {}
        self._statements = self._read_statements()
        self._attributions: int = reader.value("SELECT count(*) FROM attributions")
        # Tags are shown by the statements that carry them; the others only count.
        rest = (*reader.rows("SELECT * FROM tags ORDER BY id"), self._attributions)
        self.everything = _joined(
            repr(rest).encode(), self._claims, *(
                digest for each in (self._speakers, self._sources, self._statements) for digest in each.values()
            ),
        )  # fmt: skip

    def statements(self, ids: Iterable[int]) -> bytes:
        """Of statements with these ids."""
        return _joined(*(self._statement(one) for one in ids))

    def source(self, source: int) -> bytes:
        """Of a source and the statements from it."""
        return self._shown(
            self._sources.get(source, _NONE), "SELECT statement_id FROM attributions WHERE source_id = ? ORDER BY id", source
        )  # fmt: skip

    def speaker(self, speaker: int) -> bytes:
        """Of a speaker (into whom others may be merged): what was said, made, passed on, translated and judged."""
        everyone = "(SELECT id FROM speakers WHERE coalesce(merged_into_id, id) = ?1)"
        made = self._reader.column(
            f"SELECT source_id FROM creators WHERE speaker_id IN {everyone} ORDER BY id", (speaker,)
        )
        judged = self._reader.value(
            f"SELECT EXISTS (SELECT 1 FROM reviews WHERE reviewer_id IN {everyone})", (speaker,)
        )
        passed_on = self._reader.column(
            "SELECT a.statement_id FROM relays AS r JOIN attributions AS a ON a.id = r.attribution_id "
            f"WHERE r.speaker_id IN {everyone} ORDER BY r.id",
            (speaker,),
        )
        own = _joined(
            self._speakers.get(speaker, _NONE), self._claims if judged else _NONE,
            *(self._sources[one] for one in made), *(self._statement(one) for one in passed_on),
        )  # fmt: skip
        return self._shown(own, f"SELECT statement_id FROM attributions WHERE speaker_id IN {everyone} ORDER BY id", speaker)  # fmt: skip

    def claim(self, claim: int) -> bytes:
        """Of a claim and what bears on it."""
        return self._shown(
            self._claims, "SELECT a.statement_id FROM stances AS s JOIN attributions AS a ON a.statement_id = s.statement_id "
            "WHERE s.claim_id = ? ORDER BY s.id, a.id", claim,
        )  # fmt: skip

    def _statement(self, statement: int) -> bytes:
        return self._statements.get(self._first.get(statement, statement), _NONE)

    def _shown(self, own: bytes, sql: str, number: int) -> bytes:
        statements = self._reader.column(sql, (number,))
        # A page with every attribution offers everything as files, and not what it shows alone.
        whole = self.everything if len(statements) == self._attributions else _NONE
        return _joined(own, whole, repr(statements).encode(), *(self._statement(one) for one in statements))

    def _read_speakers(self) -> Digests:
        digests: Digests = {}
        for sql in _SPEAKERS:
            self._add(digests, sql)
        # Those who were merged are known by the digest of all.
        return {
            **digests,
            **{
                speaker: digests.get(into, _NONE)
                for speaker, into in self._reader.rows(
                    "SELECT id, merged_into_id FROM speakers WHERE merged_into_id IN (SELECT id FROM speakers)"
                )
            },
        }

    def _read_sources(self) -> Digests:
        digests: Digests = {}
        self._add(digests, "SELECT id, * FROM sources ORDER BY id")
        self._add(digests, "SELECT source_id, speaker_id, * FROM creators ORDER BY id", self._speakers)
        self._add(digests, "SELECT source_id, * FROM captures ORDER BY id")
        self._add(digests, "SELECT source_id, * FROM citekey_aliases ORDER BY id")
        # Of equal texts the first that is a web page tells where on it the words stand, whosever it is.
        equal: dict[str, bytes] = {}
        for sha256, *row in self._reader.iterate("SELECT sha256, id, media_type FROM snapshots ORDER BY id"):
            equal[sha256] = _joined(equal.get(sha256, b""), repr(row).encode())
        self._add(digests, _SNAPSHOTS, equal)
        return digests

    def _read_claims(self) -> bytes:
        digests: Digests = {}
        self._add(digests, "SELECT 0, * FROM claims ORDER BY id")
        self._add(digests, "SELECT 0, * FROM claim_links ORDER BY id")
        self._add(digests, "SELECT 0, * FROM stances ORDER BY id")
        self._add(digests, "SELECT 0, reviewer_id, source_id, * FROM reviews ORDER BY id", self._speakers, self._sources)  # fmt: skip
        return digests.get(0, _NONE)

    def _read_statements(self) -> Digests:
        digests: Digests = {}
        self._first.update(_first_of_each(self._reader.rows(_TOGETHER)))

        def first(statement: int) -> int:
            return self._first.get(statement, statement)

        for sql in _STATEMENTS:
            self._add(digests, sql, owner=first)
        self._add(digests, "SELECT statement_id, speaker_id, translator_id, source_id, * FROM attributions ORDER BY id",
                  self._speakers, self._speakers, self._sources, owner=first)  # fmt: skip
        self._add(digests, _RELAYS, self._speakers, self._sources, owner=first)
        claims = dict.fromkeys(self._reader.column("SELECT claim_id FROM stances"), self._claims)
        self._add(digests, "SELECT statement_id, claim_id, * FROM stances ORDER BY id", claims, owner=first)
        return digests

    def _add(
        self,
        digests: Digests,
        sql: str,
        *referred: Mapping[int, bytes] | Mapping[str, bytes],
        owner: Callable[[int], int] | None = None,
    ) -> None:
        """Each row to the digest of its owner (the first column), with what the next columns refer to."""
        among: list[Mapping[object, bytes]] = list(referred)  # type: ignore[arg-type]  # keys of either kind
        for row in self._reader.iterate(sql):
            key = owner(row[0]) if owner else row[0]
            digest = blake2b(digests.get(key, b""), digest_size=16)
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
            for each, name in zip(among, row[1:], strict=False):
                digest.update(each.get(name, _NONE))
            digests[key] = digest.digest()


def _joined(*parts: bytes) -> bytes:
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(b"%d:" % len(part))
        digest.update(part)
    return digest.digest()


def _first_of_each(pairs: list[tuple[int, int]]) -> dict[int, int]:
    """Of statements that hang together, by whatever way: each with the one that stands for all."""
    parent: dict[int, int] = {}

    def top(one: int) -> int:
        while (above := parent.setdefault(one, one)) != one:
            parent[one] = one = parent[above]
        return one

    for one, other in pairs:
        parent[top(one)] = top(other)
    return {one: top(one) for one in parent}
