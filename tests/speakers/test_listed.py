"""All speakers, read some at a time, are the speakers that each is by itself."""

from pathlib import Path

import factories
import pytest

from onrecord.db.store import writing
from onrecord.speakers import queries
from onrecord.speakers.write import add_name, add_speaker, find_speaker, merge_speakers


@pytest.mark.parametrize("at_once", [1, 2, 3, 100])
def test_they_are_read_some_at_a_time(database: Path, at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "_AT_ONCE", at_once)
    with writing(database, "test") as store:
        assert list(queries.speakers(store)) == [] and queries.count(store) == 0
        for name in ("Ingrid Dahl", "Olof Ek", "Admiral Ek", "Petra Quist"):
            add_speaker(store, name)
        add_name(store, find_speaker(store, "Petra Quist"), "The Harbourmaster")
        factories.source(store, "Fog, said Ek. We sail.", citekey="log")
        for wording, by in (("Fog", "Admiral Ek"), ("We sail", "Olof Ek")):
            factories.quote(store, wording, source="log", by=by)
        merge_speakers(store, find_speaker(store, "Admiral Ek"), find_speaker(store, "Olof Ek"))
        slugs = store.column("SELECT slug FROM speakers WHERE merged_into_id IS NULL ORDER BY slug")
        listed = list(queries.speakers(store))
        assert [speaker.slug for speaker in listed] == slugs
        assert listed == [queries.speaker_record(store, queries.speaker_id(store, slug)) for slug in slugs]
        assert queries.count(store) == len(slugs)
        assert next(speaker for speaker in listed if speaker.slug == "olof-ek").statements == 2
