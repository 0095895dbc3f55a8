"""What is on record in numbers: how much of each kind, and how the attributions are spread."""

from __future__ import annotations

from onrecord.model.polarities import label
from onrecord.model.record import record
from onrecord.views import overview
from onrecord.views.timeline import told_apart

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.db.reader import Reader
    from onrecord.model.records import Json
    from onrecord.views.overview import Often, Spread
    from onrecord.views.timeline import Timeline

_FORMS = "SELECT form, count(*) FROM attributions GROUP BY form ORDER BY count(*) DESC, form"
_POLARITIES = "SELECT polarity, count(*) FROM attributions GROUP BY polarity ORDER BY count(*) DESC, polarity"
_LANGUAGES = """
SELECT coalesce(a.language, so.language, ''), count(*) FROM attributions AS a JOIN sources AS so ON so.id = a.source_id
 GROUP BY 1 ORDER BY 2 DESC, 1"""
_UNNAMED = (
    "SELECT count(*) FROM attributions AS a JOIN speakers AS sp ON sp.id = a.speaker_id WHERE sp.unnamed"
)
_CLAIMS = (
    "SELECT count(*) FROM claims WHERE NOT EXISTS (SELECT 1 FROM reviews WHERE reviews.claim_id = claims.id)"
)


@record(kw_only=True)
class Stats:
    """`counts` of the tables that people think in; the rest are attributions: by form, polarity, language, outcome (None: not checked), status,
    those to unnamed speakers, and the most frequent speakers and sources. `without_verdict` are claims."""

    counts: Mapping[str, int]
    forms: Mapping[str, int]
    polarities: Mapping[str, int]
    languages: Mapping[str, int]
    spread: Spread
    unnamed: int
    without_verdict: int

    @property
    def time(self) -> Timeline:
        return self.spread.time

    @property
    def sections(self) -> Sequence[tuple[str, Sequence[tuple[str, int]]]]:
        """What has bars: a heading, and rows of a name with its number."""
        checked = [
            ((outcome or "not checked").replace("_", " "), number)
            for outcome, number in self.spread.checked.items()
        ]
        return (
            ("Form", tuple(self.forms.items())),
            *self._polarities,
            ("Checked against the stored text", tuple(checked)),
            ("Status", tuple(self.spread.status.items())),
            ("Language", tuple([(name or "not said", number) for name, number in self.languages.items()])),
            ("Most quoted", _often(self.spread.speakers)),
            ("Sources with most quotations", _often(self.spread.sources, key=True)),
        )

    @property
    def _polarities(self) -> Sequence[tuple[str, Sequence[tuple[str, int]]]]:
        """What the sources have their speakers do, where that is not to assert everything."""
        if set(self.polarities) <= {"asserted"}:
            return ()
        rows = tuple((label(polarity), number) for polarity, number in self.polarities.items())
        return (("What sources say of the words", rows),)

    def as_json(self) -> Json:
        return {
            "counts": dict(self.counts),
            "forms": dict(self.forms),
            "polarities": dict(self.polarities),
            "languages": {name or "": number for name, number in self.languages.items()},
            "outcomes": {name or "unchecked": number for name, number in self.spread.checked.items()},
            "status": dict(self.spread.status),
            "to_unnamed_speakers": self.unnamed,
            "claims_without_verdict": self.without_verdict,
            "speakers": [
                {"slug": speaker.key, "name": speaker.name, "attributions": speaker.attributions}
                for speaker in self.spread.speakers
            ],
            "sources": [
                {"citekey": source.key, "title": source.name, "attributions": source.attributions}
                for source in self.spread.sources
            ],
            "over_time": self.time.as_json(),
        }


def stats(reader: Reader) -> Stats:
    """The numbers: a second or two for each million attributions."""
    return Stats(
        counts=overview.counts(reader),
        forms=dict(reader.rows(_FORMS)),
        polarities=dict(reader.rows(_POLARITIES)),
        languages=dict(reader.rows(_LANGUAGES)),
        spread=overview.spread(reader),
        unnamed=int(reader.value(_UNNAMED) or 0),
        without_verdict=int(reader.value(_CLAIMS) or 0),
    )


def _often(entries: Sequence[Often], *, key: bool = False) -> Sequence[tuple[str, int]]:
    names = [entry.key if key else entry.name or entry.key for entry in entries]
    return tuple(
        [
            (told_apart(name, entry.key, names), entry.attributions)
            for name, entry in zip(names, entries, strict=True)
        ]
    )
