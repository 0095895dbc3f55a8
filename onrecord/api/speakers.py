"""The speakers of a database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.api.noun import Noun, several
from onrecord.speakers import queries, suggest, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.dupe_records import Dupe, JudgementRecord
    from onrecord.model.office_records import OfficeEntry
    from onrecord.model.records import SpeakerRecord
    from onrecord.speakers.suggest import Candidate


class Speakers(Noun):
    """Everybody who said something. A speaker is named by slug, or by a name in any spelling; a name is never guessed."""

    def all(self) -> list[SpeakerRecord]:
        """Every speaker, by slug."""
        with self._database.reader() as reader:
            return list(queries.speakers(reader))

    def get(self, name: str) -> SpeakerRecord:
        """The speaker that a slug or a name means. NotFoundError: nobody; AmbiguousError: several."""
        with self._database.reader() as reader:
            return queries.speaker_record(reader, queries.speaker_id(reader, name))

    def candidates(self, name: str) -> list[Candidate]:
        """Speakers on record that a name may mean, the likeliest first."""
        with self._database.reader() as reader:
            return suggest.candidates(reader, name)

    def add(
        self,
        name: str,
        *,
        kind: str = "person",
        unnamed: bool = False,
        aliases: Sequence[str] = (),
        wikidata_id: str | None = None,
        description: str | None = None,
        slug: str | None = None,
    ) -> SpeakerRecord:
        """Makes a speaker. ConflictError where one of that name is known and no `slug` tells them apart."""
        with self._database.writer(f"python: add speaker {name}") as store:
            speaker = write.add_speaker(
                store, name, kind=kind, unnamed=unnamed, aliases=several("aliases", aliases), wikidata_id=wikidata_id,
                description=description, slug=slug,
            )  # fmt: skip
            return queries.speaker_record(store, speaker.id)

    def add_name(self, speaker: str, name: str, *, kind: str = "alias", language: str | None = None) -> bool:
        """Gives a speaker another name; False where it goes by it already."""
        with self._database.writer(f"python: add alias {speaker}") as store:
            return write.add_name(
                store, write.find_speaker(store, speaker), name, kind=kind, language=language
            )

    def add_office(
        self,
        speaker: str,
        title: str,
        *,
        since: str | None = None,
        until: str | None = None,
        note: str | None = None,
    ) -> OfficeEntry:
        """Records that a speaker held an office, from when until when (EDTF)."""
        from onrecord.speakers.hold import OfficeFields, add_office

        with self._database.writer(f"python: add office {speaker} {title}") as store:
            fields = OfficeFields(title=title, since=since, until=until, note=note)
            return add_office(store, write.find_speaker(store, speaker), fields)

    def offices(self, speaker: str | None = None) -> list[OfficeEntry]:
        """The offices that speakers held, or one of them."""
        from onrecord.speakers.offices import offices

        with self._database.reader() as reader:
            return offices(reader, None if speaker is None else queries.speaker_id(reader, speaker))

    def dupes(self, *, least: float = 0.7, judged: bool = False) -> list[Dupe]:
        """Pairs of speakers that may be one, the likeliest first; with `judged` those that somebody judged."""
        from onrecord.speakers.dupes import dupes

        with self._database.reader() as reader:
            return dupes(reader, least=least, judged=judged)

    def judge(self, speaker: str, other: str, judgement: str, reason: str | None = None) -> JudgementRecord:
        """Remembers that two speakers are "same", "different" or that one is "unsure"; it merges nobody."""
        from onrecord.speakers.judge import judge

        with self._database.writer(f"python: judge {speaker} {other} {judgement}") as store:
            return judge(
                store, write.find_speaker(store, speaker), write.find_speaker(store, other), judgement, reason
            )

    def merge(self, duplicate: str, into: str) -> SpeakerRecord:
        """Says that `duplicate` is `into`, and gives that one. Nothing is moved: undoing it splits the two again."""
        with self._database.writer(f"python: merge {duplicate} {into}") as store:
            kept = write.find_speaker(store, into)
            write.merge_speakers(store, write.find_speaker(store, duplicate), kept)
            return queries.speaker_record(store, kept.id)
