"""Proverbs, what anybody may say, and the beginnings of songs are nobody's quotations; beside them, what somebody says is one."""

from pathlib import Path

import factories
import pytest

from onrecord.check import markdown
from onrecord.check.judge import check
from onrecord.db import reader as readers


@pytest.mark.parametrize(
    ("draft", "judged"),
    [
        ("As the proverb has it, “a rolling stone gathers no moss”.", 0),
        ("“A rolling stone gathers no moss,” as the old saying goes.", 0),
        ("Comme dit le dicton, « pierre qui roule n’amasse pas mousse ».", 0),
        ("Como dice el refrán, «cada oveja con su pareja».", 0),
        ("Wie das Sprichwort sagt, „steter Tropfen höhlt den Stein“.", 0),
        ("Whoever says “moor” means the north bank.", 0),
        ("The hymn begins “O hush the noise”.", 0),
        ("Das Gedicht beginnt mit „Der Nebel hebt sich nicht“.", 0),
        ("As the mayor has it, “a rolling stone gathers no moss”.", 1),
        ("The mayor begins: “O hush the noise”.", 1),
        ("Comme dit la maire, « pierre qui roule n’amasse pas mousse ».", 1),
    ],
)
def test_they_are_counted_and_not_judged(database: Path, draft: str, judged: int) -> None:
    with readers.opened(str(database)) as reader:
        assert len(check(reader, markdown.read(f"{draft}\n")).verdicts) == judged


def test_a_proverb_that_is_on_record_is_found_all_the_same(database: Path) -> None:
    from onrecord.db.store import writing

    with writing(database, "test") as store:
        factories.source(store, "“A rolling stone gathers no moss,” said Ingrid Dahl.\n")
        factories.quote(store, "A rolling stone gathers no moss", "Ingrid Dahl")
    with readers.opened(str(database)) as reader:
        [verdict] = check(
            reader, markdown.read("As the proverb has it, “A rolling stone gathers no moss”.\n")
        ).verdicts
        assert verdict.ref is not None
