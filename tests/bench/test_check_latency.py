"""The articles and the draft that `bench.check.latency` measures with."""

from collections import Counter
from pathlib import Path

from bench.check.articles import make
from onrecord.check import markdown
from onrecord.check.judge import check
from onrecord.db.store import reading


def test_what_a_draft_quotes_is_found_among_the_articles(tmp_path: Path) -> None:
    archive = make(tmp_path / "onrecord.db", 60)
    with reading(tmp_path / "onrecord.db") as store:
        verdicts = check(store, markdown.read(archive.draft(8))).verdicts
    assert Counter(one.kind.value for one in verdicts) == {"unrecorded": 4, "altered": 2, "not-found": 2}
