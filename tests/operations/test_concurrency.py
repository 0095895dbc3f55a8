"""Many programs recording at once lose nothing, make nobody twice, and never see a locked database."""

import subprocess
import sys
from pathlib import Path

import pytest
from factories import source
from sqlalchemy import func, select

from onrecord.db.engine import reading, writing
from onrecord.db.models import Attribution, Operation, Speaker, SpeakerName, Statement

PROCESSES, EACH, SPEAKERS = 8, 500, 25

ADD = """
import sys
from pathlib import Path
from onrecord import quotes
from onrecord.db.engine import writing
from onrecord.quotes import QuoteFields
path, process, each, speakers = Path(sys.argv[1]), *map(int, sys.argv[2:])
for number in range(each):
    with writing(path, f"process {process}, number {number}") as session:
        quotes.add(session, QuoteFields(
            text=f"Statement {number} of process {process}.", by=f"Speaker {chr(65 + number % speakers)}",
            source="letter", new_speaker=True,
        ))
"""


def record_at_once(database: Path, each: int) -> None:
    with writing(database, "prepare") as session:
        source(session, None, title="A letter", citekey="letter")
    running = [
        subprocess.Popen(
            [sys.executable, "-c", ADD, str(database), str(process), str(each), str(SPEAKERS)],
            stderr=subprocess.PIPE,
            text=True,
        )
        for process in range(PROCESSES)
    ]
    complaints = [process.communicate()[1] for process in running]
    assert complaints == [""] * PROCESSES
    with reading(database) as session:
        for model, expected in ((Statement, PROCESSES * each), (Attribution, PROCESSES * each)):
            assert session.scalar(select(func.count()).select_from(model)) == expected
        assert session.scalar(select(func.count()).select_from(Operation)) == PROCESSES * each + 1
        keys = session.scalars(select(SpeakerName.name_key)).all()
        assert len(keys) == len(set(keys)) == min(each, SPEAKERS)
        assert session.scalar(select(func.count()).select_from(Speaker)) == min(each, SPEAKERS)


def test_eight_processes_at_once(database: Path) -> None:
    record_at_once(database, EACH)


@pytest.mark.long
def test_eight_processes_at_once_for_long(database: Path) -> None:
    record_at_once(database, EACH * 4)
