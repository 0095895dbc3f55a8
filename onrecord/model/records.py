"""What reading gives: plain, immutable records, whole in themselves and without a way back into the database.

Their `as_json` uses the names of the tables; it is what `--json` prints.
"""

from __future__ import annotations

from onrecord.model.polarities import marked
from onrecord.model.record import Told, record
from onrecord.model.vocabulary import ACCEPTABLE, FAILED

Json = dict[str, object]

# The slug of whoever keeps the database: what they translated is cited as "my translation".
MYSELF = "me"


@record(kw_only=True)
class SpeakerRef:
    """A speaker where another record mentions one; merges are resolved."""

    slug: str
    name: str
    kind: str
    unnamed: bool
    family: str | None = None
    given: str | None = None


@record(kw_only=True)
class Name(Told):
    """A name a speaker goes by."""

    name: str
    kind: str
    language: str | None
    script: str | None


@record(kw_only=True)
class SpeakerRecord(Told):
    """A speaker with every name, those of speakers merged into it included.

    What a source calls an unnamed speaker ("a senior official") is no name of anybody: such words are `labels`.
    """

    slug: str
    name: str
    family: str | None
    given: str | None
    kind: str
    unnamed: bool
    description: str | None
    wikidata_id: str | None
    merged_into: str | None
    names: tuple[Name, ...]
    labels: tuple[str, ...]
    statements: int


@record(kw_only=True)
class CreatorRecord:
    """A speaker's part in making a source."""

    role: str
    speaker: SpeakerRef
    named_as: str | None

    def as_json(self) -> Json:
        return {
            "role": self.role,
            "speaker": self.speaker.name,
            "speaker_slug": self.speaker.slug,
            "named_as": self.named_as,
        }


@record(kw_only=True)
class SnapshotRecord(Told):
    """A stored copy, without its text. `characters` counts code points."""

    captured_at: str
    sha256: str
    media_type: str
    extractor: str
    characters: int


@record(kw_only=True)
class SourceRecord(Told):
    """A source with its creators in order and its stored copies, the oldest first; `aliases` are further citekeys of it."""

    citekey: str
    aliases: tuple[str, ...] = ()
    type: str
    title: str | None
    container_title: str | None
    publisher: str | None
    issued: str | None
    url: str | None
    archive_url: str | None
    accessed: str | None
    language: str | None
    csl: Json | None
    creators: tuple[CreatorRecord, ...]
    snapshots: tuple[SnapshotRecord, ...] = ()


@record(kw_only=True)
class RelayRecord:
    """A hop between the speaker and the source."""

    speaker: SpeakerRef
    named_as: str | None
    cue: str | None
    cited_source: SourceRecord | None

    def as_json(self) -> Json:
        return {
            "speaker": self.speaker.name,
            "speaker_slug": self.speaker.slug,
            "named_as": self.named_as,
            "cue": self.cue,
            "cited_source": self.cited_source.citekey if self.cited_source else None,
        }


@record(kw_only=True)
class SpanRecord(Told):
    """A stretch of the snapshot: code points, end exclusive."""

    start: int
    end: int
    quoted: bool


@record(kw_only=True)
class Quote:
    """An attribution with its statement, its source and its chain: what is searched, shown and cited.

    `ref` names it: KEY@CITEKEY, or KEY@CITEKEY.2 where one source gives the statement twice. `text` is the wording in this
    source, `statement_text` the best-known one where that is another. `polarity` is what the source has the speaker do
    with the words, `polarity_basis` "stated" where a person decided so. `said` is the attribution's date, else the
    statement's unless it is misattributed; language, place, occasion and medium are the attribution's own.
    `office` is what the speaker was when that was said, "then " before what has ended. `accepted_reason` is why a person lets a wording pass that verification does not. `via` runs from the hop nearest to the speaker to the one nearest to
    the source. `page_index` is the page of the file, counted from 0. `snapshot` is the SHA-256 of the stored copy that `spans`
    point into, `seen` when the source was last seen to have that text. `passage` points a browser to the words on the page
    ("text=…", a text fragment's directive) where that was asked for (`statements.passages`).
    """

    key: str
    ref: str
    text: str
    speaker: SpeakerRef
    form: str
    source: SourceRecord
    polarity: str = "asserted"
    polarity_basis: str | None = None
    statement_text: str | None = None
    via: tuple[RelayRecord, ...] = ()
    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    locator_label: str | None = None
    locator: str | None = None
    named_as: str | None = None
    office: str | None = None
    cue: str | None = None
    said: str | None = None
    said_basis: str | None = None
    place: str | None = None
    occasion: str | None = None
    medium: str | None = None
    language: str | None = None
    note: str | None = None
    tags: tuple[str, ...] = ()
    status: str = "sourced"
    status_reason: str | None = None
    rank: str = "normal"
    rank_reason: str | None = None
    check_result: str | None = None
    checked_at: str | None = None
    accepted_reason: str | None = None
    translator: SpeakerRef | None = None
    quoted_from: str | None = None
    page_index: int | None = None
    spans: tuple[SpanRecord, ...] = ()
    snapshot: str | None = None
    seen: str | None = None
    passage: str | None = None

    @property
    def shown(self) -> str:
        """The wording as people must read it: "denied: the price has risen" where its source has the speaker deny it."""
        return marked(self.text, self.polarity)

    @property
    def best_known(self) -> str | None:
        """The best-known wording, to be read as this source has it, where that words it otherwise."""
        return None if self.statement_text is None else marked(self.statement_text, self.polarity)

    @property
    def passed_on(self) -> tuple[RelayRecord, ...]:
        """`via` without the speaker, who passes on nothing where the words come from a work of his own (`original`)."""
        return tuple([hop for hop in self.via if not self._own(hop)])

    @property
    def original(self) -> SourceRecord | None:
        """The speaker's own work that the source quotes, where one is recorded."""
        return next((hop.cited_source for hop in self.via if self._own(hop) and hop.cited_source), None)

    def _own(self, hop: RelayRecord) -> bool:
        same = hop.speaker.slug == self.speaker.slug
        return same and (hop.cited_source is not None or not self.speaker.unnamed)

    @property
    def failed(self) -> bool:
        """Whether the wording is not right by its last verification, and nobody said why it may pass."""
        return self.check_result in FAILED and not self.accepted

    @property
    def accepted(self) -> str | None:
        """Why a person lets the wording pass, where verification found what he may accept."""
        return self.accepted_reason if self.check_result in ACCEPTABLE else None

    def as_json(self) -> Json:
        return {
            "key": self.key,
            "ref": self.ref,
            "text": self.text,
            "statement_text": self.statement_text,
            "polarity": self.polarity,
            "polarity_basis": self.polarity_basis,
            "speaker": self.speaker.name,
            "speaker_slug": self.speaker.slug,
            "named_as": self.named_as,
            **({"office": self.office} if self.office else {}),
            "via": [relay.as_json() for relay in self.via],
            "form": self.form,
            "cue": self.cue,
            "source": self.source.citekey,
            "source_title": self.source.title,
            "url": self.source.url,
            "issued": self.source.issued,
            "exact": self.exact,
            "prefix": self.prefix,
            "suffix": self.suffix,
            "locator_label": self.locator_label,
            "locator": self.locator,
            "said": self.said,
            "said_basis": self.said_basis,
            "place": self.place,
            "occasion": self.occasion,
            "medium": self.medium,
            "language": self.language,
            "note": self.note,
            "tags": list(self.tags),
            "status": self.status,
            "status_reason": self.status_reason,
            "rank": self.rank,
            "rank_reason": self.rank_reason,
            "check_result": self.check_result,
            "checked_at": self.checked_at,
            "accepted_reason": self.accepted_reason,
            "translator": self.translator.name if self.translator else None,
            "quoted_from": self.quoted_from,
            "page_index": self.page_index,
            "spans": [span.as_json() for span in self.spans],
            "snapshot": self.snapshot,
            "seen": self.seen,
        }
