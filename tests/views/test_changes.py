"""What changed between two copies, for reading: nothing is lost of either text, and statements stay over their words."""

from pathlib import Path

import factories
from factories import new_database
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.db.store import writing
from onrecord.ingest.read import read_bytes
from onrecord.sources.copies import add_snapshot
from onrecord.views.changes import ChangedText, changed_text

WORDS = (
    "the",
    "gate",
    "was",
    "locked",
    "at",
    "six",
    "наконец",
    "。",
    "not",
    "nobody",
    "said",
    "“so”",
    "Tallvik,",
    "90 %",
)
PARAGRAPHS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), min_size=1, max_size=8)


def squeezed(text: str) -> str:
    return "".join(text.split())


def shown(changed: ChangedText, without: str) -> str:
    return squeezed(
        "".join(run.text for block in changed.blocks for run in block.runs if run.kind != without)
    )


def written(paragraphs: list[list[str]]) -> str:
    return "\n\n".join(" ".join(words) for words in paragraphs) + "\n"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(before=PARAGRAPHS, after=PARAGRAPHS, spaces=st.sampled_from([" ", "  ", "\n", "\u00a0"]))
def test_both_texts_can_be_read_off_what_is_shown(
    tmp_path_factory: object, before: list[list[str]], after: list[list[str]], spaces: str
) -> None:
    database = _empty(tmp_path_factory)
    old, new = written(before), written(after).replace(" ", spaces)
    with writing(database, "test", rehearse=True) as store:
        factories.source(store, old, citekey="gate-2024", title="Gate")
        if not add_snapshot(store, "gate-2024", read_bytes(new.encode(), name="a.txt")).new_text:
            return
        changed = changed_text(store, "gate-2024", 1, 2)
        left = {one.number for one in changed.statements}
        assert left == set()
        if changed.differs and not changed.skipped and not any(block.skipped for block in changed.blocks):
            assert shown(changed, "added") == squeezed(old)
            assert shown(changed, "removed") == squeezed(new)
        for block in changed.blocks:
            assert (block.old is None) is (block.kind == "added")
            assert (block.new is None) is (block.kind == "removed")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    other=st.lists(st.sampled_from(("six", "gate", "nobody", "seven", "\u3002")), min_size=0, max_size=3),
    at=st.integers(0, 12),
    dropped=st.integers(0, 3),
)
def test_a_statement_is_marked_over_its_own_words(
    tmp_path_factory: object, other: list[str], at: int, dropped: int
) -> None:
    said = "I locked the gate at six and nobody came"
    words = f"Ida Lund kept it. “{said},” she said on Monday.".split()
    database = _empty(tmp_path_factory)
    with writing(database, "test", rehearse=True) as store:
        factories.source(store, " ".join(words), citekey="gate-2024", title="Gate")
        factories.quote(store, said, "Ida Lund", source="gate-2024")
        later = " ".join([*words[:at], *other, *words[at + dropped :]]).encode()
        if not add_snapshot(store, "gate-2024", read_bytes(later, name="a.txt")).new_text:
            return
        changed = changed_text(store, "gate-2024", 1, 2)
    runs = [run for block in changed.blocks for run in block.runs]
    if changed.differs:
        recorded = "".join(run.text for run in runs if run.marked and run.kind != "added")
        assert squeezed(said) in squeezed(recorded)
        assert [one.number for one in changed.statements] == [1]
        assert {one for run in runs for one in run.opens} == {1}


_made: list[Path] = []


def _empty(factory: object) -> Path:
    if not _made:
        path = factory.mktemp("changed") / "onrecord.db"  # type: ignore[attr-defined]
        new_database(path)
        _made.append(path)
    return _made[0]
