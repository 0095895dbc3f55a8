"""Words that a speaker quotes from somebody else are not the speaker's own, though they stand among the words on record."""

import json
from pathlib import Path

import pytest
from conftest import Run

TALK = """# A talk

**Ann Lee:** And the loan?

**Ingrid Dahl:** There is no loan. Bo Quist said: “The harbour is bankrupt and corrupt.” He is wrong. We call it “the old lock at the end”.

**Ann Lee:** Thanks for that.

**Ingrid Dahl:** Goodbye to you all.
"""
PROSE = "Ingrid Dahl said: “There is no loan. My deputy told me: ‘Nobody has asked us for a loan.’ I believe him.”\n"
GERMAN = (
    "„Es gibt keinen Kredit. Mein Stellvertreter sagte: ‚Niemand hat uns um einen Kredit gebeten.‘ "
    "Ich glaube ihm“, sagte Ingrid Dahl.\n"
)


def kinds(run: Run, draft: str, folder: Path, *, code: int) -> list[str]:
    (folder / "draft.md").write_text(draft)
    told = run("check", "draft.md", "--json", "--verbose", code=code).stdout
    return [passage["kind"] for passage in json.loads(told)["passages"]]


@pytest.mark.parametrize(
    ("name", "text", "draft", "kind"),
    [
        ("talk.md", TALK, "Ingrid Dahl said: “The harbour is bankrupt and corrupt.”\n", "doubtful"),
        ("talk.md", TALK, "“There is no loan,” said Ingrid Dahl.\n", "verified"),
        ("talk.md", TALK, "Ingrid Dahl said: “We call it ‘the old lock at the end’.”\n", "verified"),
        ("prose.txt", PROSE, "Ingrid Dahl said: “Nobody has asked us for a loan.”\n", "doubtful"),
        ("prose.txt", PROSE, "Ingrid Dahl said: “There is no loan.”\n", "verified"),
        ("german.txt", GERMAN, "Ingrid Dahl sagte: „Niemand hat uns um einen Kredit gebeten.“\n", "doubtful"),
    ],
)
def test_words_that_are_quoted_in_turn(
    run: Run, tmp_path: Path, name: str, text: str, draft: str, kind: str
) -> None:
    run("init")
    (tmp_path / name).write_text(text)
    run("ingest", name, "--accept", "confident")
    assert kinds(run, draft, tmp_path, code=int(kind != "verified")) == [kind]
