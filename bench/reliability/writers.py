"""Many who record at once: how long the one waited who waited longest, and whether everything is there."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from onrecord.db import new_file
from onrecord.db.store import reading, writing
from onrecord.sources.add import SourceFields, add_source

ADD = """
import json, sys, time
from pathlib import Path
from onrecord.db.store import writing
from onrecord.statements.add import add_quote
from onrecord.statements.fields import QuoteFields
path, process, each = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
took = []
for number in range(each):
    began = time.monotonic()
    with writing(path, f"process {process}, number {number}") as store:
        took.append(time.monotonic() - began)
        add_quote(store, QuoteFields(text=f"Statement {number} of process {process}.", by=f"Speaker {number % 20}",
                                     source="letter", new_speaker=True))
print(json.dumps(took))
"""


def measure(writers: int, each: int) -> None:
    """Prints the waits for the lock, in seconds, and what is missing."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "onrecord.db"
        new_file.create(path)
        with writing(path, "prepare") as store:
            add_source(store, SourceFields(title="A letter", citekey="letter"), None)
        running = [
            subprocess.Popen(
                [sys.executable, "-c", ADD, str(path), str(one), str(each)], stdout=subprocess.PIPE, text=True
            )
            for one in range(writers)
        ]
        waits = sorted(wait for one in running for wait in json.loads(one.communicate()[0]))
        with reading(path) as store:
            there = store.value("SELECT count(*) FROM statements")
        print(f"{writers} writers x {each}: {writers * each - there} lost; wait for the lock: median "
              f"{waits[len(waits) // 2] * 1000:.0f} ms, 99% below {waits[len(waits) * 99 // 100] * 1000:.0f} ms, "
              f"longest {waits[-1]:.2f} s")  # fmt: skip
